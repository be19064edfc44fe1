"""The calls' key in the system's keyring: moved by choice, found again, never lost on the way."""

import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import NoKeyringError

from assist.store import stored_key
from assist.store.calls import SqlCallStore
from assist.store.errors import StoreError
from assist.store.stored_key import StoredKeySource


class MemoryKeyring(KeyringBackend):
    """A keyring that keeps, or fails in the ways real ones do."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.is_gone = False
        self.is_forgetful = False
        self.lock = threading.Lock()

    def get_password(self, service: str, username: str) -> str | None:
        with self.lock:
            if self.is_gone:
                raise NoKeyringError
            return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.is_gone:
            raise NoKeyringError
        if not self.is_forgetful:
            self.kept[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[(service, username)]


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    ours = MemoryKeyring()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


def keys(folder: Path) -> StoredKeySource:
    return StoredKeySource(folder / "database.key", database=folder / "calls.db")


def open_calls(folder: Path) -> None:
    with SqlCallStore(folder / "calls.db", keys(folder)) as store:
        store.list_calls()


def test_a_moved_key_opens_the_calls_and_comes_back(tmp_path: Path, ring: MemoryKeyring) -> None:
    open_calls(tmp_path)
    key = keys(tmp_path).database_key()
    keys(tmp_path).move_to_keyring()
    assert not (tmp_path / "database.key").exists()
    assert keys(tmp_path).is_in_keyring
    assert keys(tmp_path).database_key() == key
    open_calls(tmp_path)
    keys(tmp_path).move_to_file()
    assert ring.kept == {}
    assert keys(tmp_path).database_key() == key


def test_two_homes_have_a_key_each(tmp_path: Path, ring: MemoryKeyring) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        open_calls(tmp_path / name)
        keys(tmp_path / name).move_to_keyring()
    assert len(set(ring.kept.values())) == 2
    open_calls(tmp_path / "one")


def test_a_keyring_that_forgets_leaves_the_file(tmp_path: Path, ring: MemoryKeyring) -> None:
    open_calls(tmp_path)
    ring.is_forgetful = True
    with pytest.raises(StoreError, match="stays in its file"):
        keys(tmp_path).move_to_keyring()
    open_calls(tmp_path)


def test_a_keyring_that_is_gone_is_said_and_no_new_key_is_made(
    tmp_path: Path, ring: MemoryKeyring
) -> None:
    open_calls(tmp_path)
    keys(tmp_path).move_to_keyring()
    ring.is_gone = True
    with pytest.raises(StoreError, match="cannot be used"):
        keys(tmp_path).database_key()
    assert not (tmp_path / "database.key").exists()


def test_a_key_that_is_nowhere_is_missing(tmp_path: Path, ring: MemoryKeyring) -> None:
    open_calls(tmp_path)
    keys(tmp_path).move_to_keyring()
    ring.kept.clear()
    with pytest.raises(StoreError, match="is missing"):
        keys(tmp_path).database_key()


def test_a_keyring_that_waits_for_a_dialog_is_given_up(
    tmp_path: Path, ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_calls(tmp_path)
    keys(tmp_path).move_to_keyring()
    monkeypatch.setattr(stored_key, "WAIT_S", 0.1)
    with ring.lock, pytest.raises(StoreError, match="does not answer"):
        keys(tmp_path).database_key()


def test_without_a_keyring_the_file_is_used_and_none_is_asked(tmp_path: Path) -> None:
    open_calls(tmp_path)
    assert keys(tmp_path).database_key()
    assert not keys(tmp_path).is_in_keyring


class AltKeyring(MemoryKeyring):
    """What keyrings.alt would offer: entries in a readable file."""

    priority = 9.0


AltKeyring.__module__ = "keyrings.alt.file"


def test_a_keyring_of_readable_files_is_never_used(tmp_path: Path) -> None:
    before = keyring.get_keyring()
    alt = AltKeyring()
    keyring.set_keyring(alt)
    try:
        open_calls(tmp_path)
        with pytest.raises(StoreError, match=r"only keyrings\.alt"):
            keys(tmp_path).move_to_keyring()
    finally:
        keyring.set_keyring(before)
    assert alt.kept == {}
    assert (tmp_path / "database.key").exists()
