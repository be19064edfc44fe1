"""Journals, spools and sound that only this computer's key opens."""

import os
from pathlib import Path

import pytest

from assist.core.records import frame, read_frames
from assist.session.journal import make_header, read_journal
from assist.session.journal_writer import JournalWriter
from assist.store.errors import StoreError
from assist.store.keys import FileKeySource
from assist.store.sealing import SealedRecords, SpoolKey
from tests.helpers.finished_calls import write_call

SECRET = b"the customer said maple lantern"


def sealed(folder: Path, purpose: str = "journal") -> SealedRecords:
    return SealedRecords(FileKeySource(folder / "key"), purpose)


def test_what_is_sealed_comes_back_and_cannot_be_read(tmp_path: Path) -> None:
    stored = sealed(tmp_path).encode(3, SECRET)
    assert b"maple" not in stored
    assert sealed(tmp_path).decode(3, stored) == SECRET
    assert stored != sealed(tmp_path).encode(3, SECRET)


@pytest.mark.parametrize("harm", ["moved", "changed", "cut", "other use", "other key"])
def test_what_was_tampered_with_is_refused(tmp_path: Path, harm: str) -> None:
    stored, number, opener = sealed(tmp_path).encode(3, SECRET), 3, sealed(tmp_path)
    match harm:
        case "moved":
            number = 4
        case "changed":
            stored = stored[:-1] + bytes([stored[-1] ^ 1])
        case "cut":
            stored = stored[:5]
        case "other use":
            opener = sealed(tmp_path, "sound")
        case "other key":
            opener = sealed(tmp_path / "elsewhere")
    with pytest.raises(ValueError, match="another key"):
        opener.decode(number, stored)


def test_a_sealed_journal_reads_like_a_plain_one(tmp_path: Path) -> None:
    plain = read_journal(write_call(tmp_path, "one"))
    header = make_header(app="1", model="m", playbook_name="p", playbook="text")
    (tmp_path / "sealed").mkdir()
    writer = JournalWriter(tmp_path / "sealed", header, records=sealed(tmp_path))
    writer.append(plain.events)
    writer.close()
    again = read_journal(writer.path, sealed(tmp_path))
    assert again.events == plain.events
    assert not any(word in writer.path.read_bytes() for word in (b"utterance", b"customer", b"{"))


def test_a_plain_journal_needs_no_key(tmp_path: Path) -> None:
    journal = write_call(tmp_path, "one")
    assert read_journal(journal, sealed(tmp_path)).events
    assert not (tmp_path / "key").exists()


def test_a_spools_key_goes_with_its_folder(tmp_path: Path) -> None:
    spool, keys = tmp_path / "spool", FileKeySource(tmp_path / "key")
    first = SealedRecords(SpoolKey(spool, keys), "spool")
    (tmp_path / "sound").write_bytes(frame(first, 0, SECRET))
    again = SealedRecords(SpoolKey(spool, keys), "spool")
    with (tmp_path / "sound").open("rb") as file:
        assert [record for _end, record in read_frames(again, file)] == [SECRET]
    assert SpoolKey(spool, keys).database_key() != keys.database_key()
    (spool / "spool.key").unlink()
    other = SealedRecords(SpoolKey(spool, keys), "spool")
    with (tmp_path / "sound").open("rb") as file:
        assert list(read_frames(other, file)) == []


def test_a_damaged_spool_key_is_said(tmp_path: Path) -> None:
    keys = FileKeySource(tmp_path / "key")
    SpoolKey(tmp_path / "spool", keys).database_key()
    (tmp_path / "spool" / "spool.key").write_bytes(os.urandom(60))
    with pytest.raises(StoreError, match="cannot be recovered"):
        SpoolKey(tmp_path / "spool", keys).database_key()
