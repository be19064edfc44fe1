"""A new key where the key lies in the system's keyring: however that fails, nothing is lost."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist import app, paths
from assist.app.rotation import rotate_key
from assist.app.sealing import call_keys
from assist.store import stored_key
from assist.store.errors import StoreError
from tests.helpers.keyrings import FolderKeyring, as_the_systems, secret_service
from tests.unit.store.test_rotation import STEPS, all_is_there, fill, killed_at

IN_KEYRING = ("before", "after")
"""While the new key is put into the keyring."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with calls; made once, since making a database takes a second."""
    home = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLASSIST_HOME", str(home))
        fill()
    return home


@pytest.fixture(autouse=True)
def calls(filled: Path, assist_home: Path) -> None:
    shutil.copytree(filled, assist_home)


@pytest.fixture
def ring(calls: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FolderKeyring]:
    """The system's keyring, with the key of the calls in it and in no file."""
    monkeypatch.setattr(stored_key, "WAIT_S", 60.0)  # this computer may be busy
    ours = FolderKeyring(tmp_path / "ring")
    with as_the_systems(ours):
        call_keys().move_to_keyring()
        yield ours


def key_file() -> Path:
    return paths.state_dir() / "database.key"


def everything_has_one_new_key(ring: FolderKeyring, old: str) -> None:
    all_is_there()
    (kept,) = ring.entries
    assert kept != old
    assert call_keys().database_key().hex() == kept
    assert call_keys().is_in_keyring
    assert not key_file().exists()
    assert not call_keys().next_file.exists()
    assert not list(paths.state_dir().rglob("*.rekeyed*"))


def test_the_keyring_has_the_new_key_and_no_file_is_left(ring: FolderKeyring) -> None:
    (old,) = ring.entries
    rotate_key()
    everything_has_one_new_key(ring, old)
    key_file().write_text(old)
    with pytest.raises(StoreError, match="made with another key"):
        app.open_store()


@pytest.mark.parametrize("step", [*STEPS, *IN_KEYRING])
@pytest.mark.skipif(os.name != "posix", reason="forks")
# The child does nothing but this and ends itself; that other threads were there harms it not.
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_killed_at_any_step_the_next_start_goes_on(step: str, ring: FolderKeyring) -> None:
    (old,) = ring.entries

    def end(when: str) -> None:
        if when == step:
            os.kill(os.getpid(), signal.SIGKILL)

    ring.on_set = end
    assert killed_at(step) == -signal.SIGKILL, "it came to that step"
    ring.on_set = lambda when: None
    everything_has_one_new_key(ring, old)


@pytest.mark.parametrize("how", ["is_gone", "is_locked"])
def test_a_keyring_that_fails_at_the_beginning_changes_nothing(
    how: str, ring: FolderKeyring
) -> None:
    (old,) = ring.entries
    before = paths.database_file().read_bytes()
    setattr(ring, how, True)
    with pytest.raises(StoreError, match="keyring cannot be used"):
        rotate_key()
    assert paths.database_file().read_bytes() == before
    assert not call_keys().next_file.exists()
    setattr(ring, how, False)
    assert ring.entries == [old]
    all_is_there()


@pytest.mark.parametrize("how", ["is_gone", "is_locked", "is_forgetful"])
def test_one_that_fails_at_the_end_has_the_new_key_wait_in_its_file(
    how: str, ring: FolderKeyring
) -> None:
    """The screen was locked meanwhile: everything has the new key, and the keyring has not."""
    (old,) = ring.entries

    def lock(name: str) -> None:
        if name == "file spool.key":  # the last thing before the keyring is asked
            setattr(ring, how, True)

    with pytest.raises(StoreError, match="keyring"):
        rotate_key(step=lock)
    assert call_keys_next().exists()
    assert call_keys_next().stat().st_mode & 0o777 == 0o600
    assert ring.entries == [old]
    with pytest.raises(StoreError, match="keyring"):
        app.open_store()  # said at each start, and nothing is made anew
    assert not key_file().exists()
    setattr(ring, how, False)
    everything_has_one_new_key(ring, old)


def test_one_that_never_comes_back_is_done_without(ring: FolderKeyring) -> None:
    """As docs/store.md tells: the file in which the new key waits opens everything."""

    def lose(name: str) -> None:
        ring.is_gone = name == "file spool.key"

    with pytest.raises(StoreError):
        rotate_key(step=lose)
    call_keys_next().rename(key_file())
    all_is_there()


@pytest.mark.parametrize("is_at_the_end", [False, True])
def test_one_that_waits_for_a_dialog_is_given_up_and_may_answer_later(
    is_at_the_end: bool, ring: FolderKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It answers after its 3 s, when nobody waits any more: what it then keeps is the right key."""
    (old,) = ring.entries

    def block(name: str) -> None:
        if name == "file spool.key":
            ring.lock.acquire()
            monkeypatch.setattr(stored_key, "WAIT_S", 0.2)

    if not is_at_the_end:
        block("file spool.key")
    with pytest.raises(StoreError, match="does not answer; unlock it"):
        rotate_key(step=block)
    assert call_keys_next().exists() == is_at_the_end
    monkeypatch.setattr(stored_key, "WAIT_S", 60.0)
    ring.lock.release()
    if is_at_the_end:
        everything_has_one_new_key(ring, old)
    else:
        all_is_there()
        assert ring.entries == [old]


def call_keys_next() -> Path:
    """Where a new key waits, without finishing what waits."""
    return paths.state_dir() / "database.key.next"


# --- the desktop's own ----------------------------------------------------------------------------


# The library leaves its connection open where a locked collection is refused.
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
@pytest.mark.filterwarnings(
    "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"
)
def test_a_desktops_real_keyring_keeps_the_new_key_and_survives_being_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import secretstorage

    monkeypatch.setattr(stored_key, "WAIT_S", 20.0)
    with secret_service(tmp_path / "desktop", monkeypatch) as desktop:
        old = call_keys().database_key()
        call_keys().move_to_keyring()
        assert not key_file().exists()
        rotate_key()
        new = call_keys().database_key()
        assert new != old
        assert call_keys().is_in_keyring
        all_is_there()

        def lock(name: str) -> None:
            if name == "file spool.key":
                connection = secretstorage.dbus_init()
                secretstorage.get_default_collection(connection).lock()
                connection.close()

        # Nobody is there to type a password: it is refused or nobody answers.
        with pytest.raises(StoreError, match="keyring"):
            rotate_key(step=lock)
        assert call_keys_next().exists()
        desktop.log_out()
        desktop.log_in()
        all_is_there()
        assert call_keys().database_key() not in (old, new)
        assert not call_keys_next().exists()
        assert not key_file().exists()
