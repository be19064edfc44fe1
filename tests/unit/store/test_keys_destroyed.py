"""A key that is done with is not on the disk any more: not in free blocks either."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist import app, paths
from assist.app.rotation import rotate_key
from assist.app.sealing import call_keys, spool_records
from assist.audio.spool import Spool
from assist.core.audio import AudioBlock
from assist.core.words import Party
from assist.engine.folders import CallFolder
from assist.shredding import forgetting, shred
from assist.store.folders import remove
from tests.helpers.keyrings import FolderKeyring, as_the_systems

BLOCK = AudioBlock(party=Party.AGENT, index=0, samples=b"maple lantern \0\0" * 200)


def heard(call: str) -> CallFolder:
    """A call's folder with some sound in its spool."""
    folder = CallFolder(paths.calls_dir() / call)
    folder.open()
    spool = Spool(folder.spool, spool_records(folder.spool))
    spool.append(BLOCK)
    spool.close()
    return folder


@contextlib.contextmanager
def recovered(file: Path) -> Iterator[list[bytes]]:
    """What stands in a file's blocks at the end, whatever has become of its name."""
    found: list[bytes] = []
    with file.open("rb") as blocks:
        yield found
        found.append(blocks.read())


@pytest.mark.parametrize("end", ["stored", "private", "erased"])
def test_a_closed_calls_spool_key_is_overwritten(end: str, tmp_path: Path) -> None:
    """With key and sound from the disk's free blocks, and the database's key, nothing opens."""
    folder = heard("one")
    key = folder.spool / "spool.key"
    before = key.read_bytes()
    sound = shutil.copy(folder.spool / "agent.spool", tmp_path)
    with recovered(key) as found:
        match end:
            case "stored":
                folder.done()
            case "private":
                folder.remove()
            case "erased":
                remove(folder.path)
    assert not folder.spool.exists()
    assert len(found[0]) == len(before)
    assert found[0] != before
    again = tmp_path / "again"
    again.mkdir()
    shutil.copy(sound, again / "agent.spool")
    (again / "spool.key").write_bytes(before)
    assert list(Spool(again, spool_records(again)).read(Party.AGENT)) == [BLOCK], "as it was"
    (again / "spool.key").write_bytes(found[0])
    with pytest.raises(Exception, match="cannot be recovered"):
        list(Spool(again, spool_records(again)).read(Party.AGENT))


def test_a_changed_key_is_overwritten_where_it_lay() -> None:
    with app.open_store():
        pass
    folder = heard("one")
    old, wrapped = call_keys().database_key(), (folder.spool / "spool.key").read_bytes()
    with recovered(call_keys().file) as key, recovered(folder.spool / "spool.key") as of_spool:
        rotate_key()
    assert old.hex().encode() not in key[0]
    assert of_spool[0] != wrapped
    assert list(Spool(folder.spool, spool_records(folder.spool)).read(Party.AGENT)) == [BLOCK]


def test_a_key_moved_into_the_keyring_is_overwritten_where_it_lay(tmp_path: Path) -> None:
    with app.open_store():
        pass
    old = call_keys().database_key()
    with as_the_systems(FolderKeyring(tmp_path / "ring")), recovered(call_keys().file) as found:
        call_keys().move_to_keyring()
        assert call_keys().database_key() == old
    assert old.hex().encode() not in found[0]


def test_a_key_that_could_not_be_exchanged_is_as_it_was(tmp_path: Path) -> None:
    key = tmp_path / "a.key"
    key.write_bytes(b"old")
    with pytest.raises(FileNotFoundError), forgetting(key):
        (tmp_path / "none").replace(key)
    assert key.read_bytes() == b"old"
    shred(key)
    shred(key)  # gone already
    assert not key.exists()


@pytest.fixture
def image(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home on an ext4 file system of its own; yields the file whose bytes its disk are."""
    disk, place = tmp_path / "image", tmp_path / "disk"
    disk.write_bytes(bytes(8 << 20))
    place.mkdir()
    if os.geteuid() != 0 or shutil.which("mkfs.ext4") is None:
        pytest.skip("needs root and mkfs.ext4")
    subprocess.run(["mkfs.ext4", "-q", disk], check=True)
    mount = ["mount", "-o", "loop", str(disk), str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("needs to mount a file system: root in a container that may")
    monkeypatch.setenv("CALLASSIST_HOME", str(place / "home"))
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def test_a_disks_raw_blocks_hold_no_key_of_a_closed_call(image: Path) -> None:
    """What the audit did: read the whole disk, names or not."""
    folder = heard("one")
    wrapped = (folder.spool / "spool.key").read_bytes()
    sealed = (folder.spool / "agent.spool").read_bytes()[:512]
    os.sync()
    content = image.read_bytes()
    assert wrapped in content, "while the call runs it is there"
    assert sealed in content
    folder.done()
    os.sync()
    subprocess.run(["umount", str(image.with_name("disk"))], check=True)
    content = image.read_bytes()
    assert sealed in content, "the sound is still in the free blocks"
    assert wrapped not in content
