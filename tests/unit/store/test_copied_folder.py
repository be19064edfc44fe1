"""A copy of everything the app keeps tells nothing to who has not the key."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from assist import app, paths
from assist.app.imports import import_list
from assist.app.sealing import call_keys, journal_records, spool_records
from assist.audio.spool import Spool
from assist.core.audio import AudioBlock
from assist.core.words import Party
from assist.review.import_list import Entry
from assist.session.journal import make_header
from assist.session.journal_writer import JournalWriter
from assist.store.errors import StoreError
from assist.store.stored_key import StoredKeySource
from tests.helpers.finished_calls import finished_call
from tests.unit.store.test_stored_key import MemoryKeyring

SOUND = b"maple lantern " * 229  # nothing that a codec could squeeze away
TELLING = (b"David", b"Miller", b"555 0142", b"internet has been", b"refunds", b"maple lantern")


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    ours = MemoryKeyring()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


def _journal(call: str) -> Path:
    folder = paths.calls_dir() / call
    folder.mkdir(parents=True)
    header = make_header(app="1", model="m", playbook_name="p", playbook="text")
    writer = JournalWriter(folder, header, records=journal_records())
    writer.append(finished_call(call))
    writer.close()
    return writer.path


def test_no_file_of_a_copied_folder_can_be_read_without_the_keyring(
    ring: MemoryKeyring, tmp_path: Path
) -> None:
    """While the database is open, with its write-ahead log, and what a crash leaves behind."""
    store = app.open_store()
    store.save_call(_journal("20261101T101500-stored"))
    call_keys().move_to_keyring()
    running = _journal("20261103T101500-running").parent
    (running / "open").write_text("0")
    spool = Spool(running / "spool", spool_records(running / "spool"))
    spool.append(AudioBlock(party=Party.AGENT, index=0, samples=SOUND[:3200]))
    spool.close()
    leaving = _journal("20261102T101500-leaving").parent
    leaving.rename(leaving.with_name(f".deleting-{leaving.name}"))
    _journal(".importing-0123abcd-77")
    recording = "/calls/20261101_555 0142 David Miller.wav|5|5"
    import_list().add(Entry(key="one", call="c1", stamps=(recording,)))
    shutil.copytree(paths.state_dir(), tmp_path / "copy")
    store.close()
    files = [file for file in (tmp_path / "copy").rglob("*") if file.is_file()]
    names = {file.name for file in files}
    assert {"calls.db", "calls.db-wal", "agent.spool", "spool.key", "journal.jsonl"} <= names
    assert "imports.jsonl" in names
    assert "database.key" not in names
    for file in files:
        found = [word for word in TELLING if word in file.read_bytes()]
        assert not found, f"{file} tells {found}"
    ring.kept.clear()  # on another computer
    stolen = StoredKeySource(
        tmp_path / "copy" / "database.key", database=tmp_path / "copy" / "calls.db"
    )
    with pytest.raises(StoreError, match="is missing"):
        stolen.database_key()


def test_a_spool_cannot_be_read_once_its_call_is_closed(tmp_path: Path) -> None:
    """Even with the database's key: the spool's own went with its folder."""
    _journal("20261103T101500-running")
    folder = paths.calls_dir() / "20261103T101500-running" / "spool"
    spool = Spool(folder, spool_records(folder))
    spool.append(AudioBlock(party=Party.AGENT, index=0, samples=SOUND[:3200]))
    spool.close()
    shutil.copy(folder / "agent.spool", tmp_path / "recovered")  # as from the disk's free blocks
    shutil.rmtree(folder)
    folder.mkdir()
    shutil.copy(tmp_path / "recovered", folder / "agent.spool")
    assert list(Spool(folder, spool_records(folder)).read(Party.AGENT)) == []
