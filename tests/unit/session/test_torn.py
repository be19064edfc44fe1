"""What a power cut leaves of a journal, cut at every byte; what is promised to be on the disk."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist.core.events import CallStarted, Event, FinalResult, NoteWritten, Tick
from assist.core.records import PlainCodec, RecordCodec
from assist.core.words import Party
from assist.session.errors import JournalError
from assist.session.journal import (
    FILE_NAME,
    JournalHeader,
    make_header,
    read_journal,
)
from assist.session.journal_writer import SYNC_INTERVAL_S, JournalWriter
from assist.store.sealing import SealedRecords
from tests.helpers.session import PLAYBOOK

EVENTS: tuple[Event, ...] = (
    CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="live"),
    FinalResult(at=900, party=Party.AGENT, utterance=0, start=100, end=800, text="hello"),
    Tick(at=1000),
    NoteWritten(at=1010, text="ünïcödé\n"),
)


class Key:
    def database_key(self) -> bytes:
        return bytes(range(32))


CODECS: dict[str, RecordCodec] = {"plain": PlainCodec(), "sealed": SealedRecords(Key())}


@pytest.fixture(params=sorted(CODECS))
def records(request: pytest.FixtureRequest) -> RecordCodec:
    return CODECS[request.param]


@pytest.fixture
def header() -> JournalHeader:
    return make_header(app="1", model="m", playbook_name="p", playbook=PLAYBOOK)


@pytest.fixture
def content(tmp_path: Path, header: JournalHeader, records: RecordCodec) -> bytes:
    writer = JournalWriter(tmp_path, header, records=records)
    for event in EVENTS:
        writer.append([event])
    writer.close()
    return writer.path.read_bytes()


def cuts(content: bytes) -> Iterator[tuple[int, int]]:
    """Every length a cut may leave behind the header, and how many events that holds whole."""
    lines = content.splitlines(keepends=True)
    end = len(lines[0])
    for number, line in enumerate(lines[1:]):
        for length in range(end, end + len(line)):
            yield length, number
        end += len(line)
    yield end, len(lines) - 1


def test_cut_at_any_byte_what_is_whole_is_read_and_the_rest_is_said(
    tmp_path: Path, content: bytes, records: RecordCodec
) -> None:
    file = tmp_path / FILE_NAME
    for length, whole in cuts(content):
        file.write_bytes(content[:length])
        journal = read_journal(file, records)
        assert journal.events == EVENTS[:whole], length
        is_torn = length > 0 and not content[:length].endswith(b"\n")
        assert bool(journal.repaired) == is_torn, length
        if is_torn:
            assert journal.repaired == ("The journal's last line was unfinished and was left out.")


def test_cut_at_any_byte_it_is_gone_on_with_and_whole_again(
    tmp_path: Path, content: bytes, header: JournalHeader, records: RecordCodec
) -> None:
    file = tmp_path / FILE_NAME
    for length, whole in cuts(content):
        file.write_bytes(content[:length])
        journal = read_journal(file, records)
        writer = JournalWriter(tmp_path, header, records=records, resumed=journal)
        for event in EVENTS[whole:]:
            writer.append([event])
        writer.close()
        again = read_journal(file, records)
        assert (again.events, again.repaired) == (EVENTS, ""), length


def test_a_last_line_of_zeros_is_a_torn_one(
    tmp_path: Path, content: bytes, records: RecordCodec
) -> None:
    """Some file systems keep a file's length and lose its last block."""
    file = tmp_path / FILE_NAME
    last = content.splitlines(keepends=True)[-1]
    for count in range(1, len(last) + 1):
        file.write_bytes(content[: len(content) - count] + bytes(count))
        journal = read_journal(file, records)
        assert journal.events == EVENTS[:-1]
        assert journal.repaired


def test_damage_before_the_last_line_is_never_passed_over(
    tmp_path: Path, content: bytes, records: RecordCodec
) -> None:
    file = tmp_path / FILE_NAME
    lines = content.splitlines(keepends=True)
    for number in range(1, len(lines) - 1):
        broken = [*lines[:number], b"#" + lines[number][1:], *lines[number + 1 :]]
        file.write_bytes(b"".join(broken))
        with pytest.raises(JournalError, match=f"line {number + 1}:"):
            read_journal(file, records)


def test_what_was_written_is_on_the_disk_after_each_sync_and_at_the_end(
    tmp_path: Path, header: JournalHeader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order of write and fsync, as the operating system is asked for them."""
    asked: list[tuple[str, int]] = []
    write, fsync = os.write, os.fsync

    def note_write(fd: int, data: bytes) -> int:
        count = write(fd, data)
        asked.append(("write", os.fstat(fd).st_size))
        return count

    def note_fsync(fd: int) -> None:
        fsync(fd)
        asked.append(("fsync", os.fstat(fd).st_size))

    monkeypatch.setattr(os, "write", note_write)
    monkeypatch.setattr(os, "fsync", note_fsync)
    now = 0.0
    writer = JournalWriter(tmp_path, header, clock=lambda: now)
    for event in EVENTS:
        writer.append([event])
        now += SYNC_INTERVAL_S / 2
        if writer.sync_due_s == 0.0:
            writer.sync()
            assert asked[-1] == ("fsync", writer.path.stat().st_size)
    assert [kind for kind, _ in asked].count("fsync") >= 2
    writer.append([NoteWritten(at=2000, text="last")])
    writer.close()
    assert asked[-1] == ("fsync", (tmp_path / FILE_NAME).stat().st_size)
