"""The key file: private, whole, made once."""

import stat
import threading
from pathlib import Path

import pytest

from assist.store.errors import StoreError
from assist.store.keys import KEY_BYTES, FileKeySource


def test_the_key_is_made_once_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "state" / "database.key"
    key = FileKeySource(file).database_key()
    assert len(key) == KEY_BYTES
    assert FileKeySource(file).database_key() == key
    assert [each.name for each in file.parent.iterdir()] == ["database.key"]


def test_two_computers_have_two_keys(tmp_path: Path) -> None:
    keys = {FileKeySource(tmp_path / name).database_key() for name in ("a", "b")}
    assert len(keys) == 2


def test_only_the_user_can_read_the_key(tmp_path: Path) -> None:
    file = tmp_path / "database.key"
    FileKeySource(file).database_key()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o644)
    FileKeySource(file).database_key()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_programs_that_start_together_get_one_key(tmp_path: Path) -> None:
    file = tmp_path / "database.key"
    barrier = threading.Barrier(8)
    keys: list[bytes] = []

    def ask() -> None:
        barrier.wait()
        keys.append(FileKeySource(file).database_key())

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["database.key"]


@pytest.mark.parametrize("content", [b"", b"abc", b"zz" * 32, b"00" * 31, b"\xff" * 64, b"0" * 65])
def test_a_file_that_holds_no_key_is_named_and_kept(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "database.key"
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"database\.key does not hold a key"):
        FileKeySource(file).database_key()
    assert file.read_bytes() == content


def test_a_folder_in_place_of_the_key_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        FileKeySource(tmp_path).database_key()


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be"):
        FileKeySource(tmp_path / "file" / "database.key").database_key()


def test_no_new_key_is_made_for_a_database_that_exists(tmp_path: Path) -> None:
    database = tmp_path / "calls.db"
    keys = FileKeySource(tmp_path / "database.key", database=database)
    database.touch()
    with pytest.raises(StoreError, match="is missing: put it back"):
        keys.database_key()
    database.unlink()
    assert len(keys.database_key()) == KEY_BYTES
