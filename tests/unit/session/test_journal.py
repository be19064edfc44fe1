import errno
import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assist.core.events import (
    CallEnded,
    CallStarted,
    Event,
    Feeling,
    FinalResult,
    PartialResult,
    Tick,
    TurnStarted,
    WrapUp,
)
from assist.core.words import Party, Word
from assist.session.errors import JournalError
from assist.session.journal import FILE_NAME, JournalHeader, make_header, new_call_id, read_journal
from assist.session.journal_writer import JournalThread, JournalWriter

EVENTS: tuple[Event, ...] = (
    CallStarted(at=0, call="c1", started_at="2026-11-22T10:00:00+01:00", source="demo"),
    PartialResult(at=900, party=Party.CUSTOMER, utterance=0, start=300, text="naïve “quote”\n"),
    TurnStarted(at=900, party=Party.CUSTOMER),
    FinalResult(
        at=1500,
        party=Party.CUSTOMER,
        utterance=0,
        start=300,
        end=900,
        text="hello",
        words=(Word(text="hello", start=300, end=900, confidence=0.93),),
    ),
    Tick(at=1600),
)
WRAP_UP = WrapUp(
    at=1700,
    duration_ms=1700,
    outcome="",
    customer_name="",
    problem="",
    first_feeling=Feeling.NONE,
    last_feeling=Feeling.NONE,
    turned_around=False,
    at_risk=False,
    agent_percent=0,
    promises=(),
    cues_raised=0,
    cues_shown=0,
    cues_heeded=0,
    checklist=(),
)


class MirrorCodec:
    """Changes every record and ties it to its place, as an encrypting codec would."""

    def encode(self, number: int, record: bytes) -> bytes:
        return bytes([number % 256]) + record[::-1]

    def decode(self, number: int, stored: bytes) -> bytes:
        if not stored or stored[0] != number % 256:
            raise ValueError("a record stands in another's place")
        return stored[:0:-1]


@pytest.fixture
def header() -> JournalHeader:
    return make_header(
        app="0.1", model="starter", playbook_name="default", playbook='[x]\na = "ü"\n'
    )


def written(folder: Path, header: JournalHeader, events: tuple[Event, ...] = EVENTS) -> Path:
    writer = JournalWriter(folder, header)
    writer.append(events)
    writer.close()
    return writer.path


def test_what_is_written_is_read_back(tmp_path: Path, header: JournalHeader) -> None:
    journal = read_journal(written(tmp_path / "call", header))
    assert journal.header == header
    assert journal.events == EVENTS
    assert journal.repaired == ""
    assert [type(event).__name__ for event in journal.outputs] == ["TurnStarted"]
    assert len(journal.inputs) == 4
    assert journal.started.call == "c1"
    assert journal.reached_ms == 1600


def test_a_journal_is_closed_once_it_holds_the_wrap_up(
    tmp_path: Path, header: JournalHeader
) -> None:
    assert not read_journal(written(tmp_path, header)).is_closed
    end = (*EVENTS, CallEnded(at=1700, reason="hangup"))
    ended = read_journal(written(tmp_path, header, end))
    assert ended.has_ended
    assert not ended.is_closed
    closed = read_journal(written(tmp_path, header, (*end, WRAP_UP)))
    assert closed.is_closed


def test_only_its_owner_may_read_a_journal(tmp_path: Path, header: JournalHeader) -> None:
    path = written(tmp_path / "call", header)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_every_record_is_in_the_file_as_soon_as_it_is_appended(
    tmp_path: Path, header: JournalHeader
) -> None:
    events = tuple(event for event in EVENTS if not isinstance(event, Tick))
    writer = JournalWriter(tmp_path, header)
    for count in range(1, len(events) + 1):
        writer.append(events[count - 1 : count])
        assert read_journal(writer.path).events == events[:count]
    writer.close()


def test_a_tick_of_which_nothing_came_waits_for_the_next_event_or_sync(
    tmp_path: Path, header: JournalHeader
) -> None:
    writer = JournalWriter(tmp_path, header)
    writer.append((Tick(at=100),))
    assert read_journal(writer.path).events == ()
    assert not writer.is_complete
    writer.append(EVENTS[:1])
    assert read_journal(writer.path).events == (Tick(at=100), EVENTS[0])
    writer.append((Tick(at=200),))
    assert writer.sync_due_s is not None
    writer.sync()
    assert read_journal(writer.path).reached_ms == 200
    assert writer.sync_due_s is None
    ticks = tuple(Tick(at=at) for at in range(300, 1300, 100))
    for tick in ticks:
        writer.append((tick,))
    assert read_journal(writer.path).reached_ms == 1200
    writer.append((Tick(at=1300),))
    writer.close()
    assert read_journal(writer.path).reached_ms == 1300


def test_what_a_tick_caused_is_in_the_file_at_once(tmp_path: Path, header: JournalHeader) -> None:
    writer = JournalWriter(tmp_path, header)
    writer.append((Tick(at=900), EVENTS[2]))
    assert read_journal(writer.path).events == (Tick(at=900), EVENTS[2])
    writer.close()


@pytest.mark.parametrize("cut", [1, 2, 7])
def test_a_torn_last_line_is_left_out_and_said(
    tmp_path: Path, header: JournalHeader, cut: int
) -> None:
    path = written(tmp_path, header)
    os.truncate(path, path.stat().st_size - cut)
    journal = read_journal(path)
    assert journal.events == EVENTS[:-1]
    assert "left out" in journal.repaired


def test_zeros_a_power_cut_left_are_a_torn_line(tmp_path: Path, header: JournalHeader) -> None:
    path = written(tmp_path, header)
    with path.open("ab") as file:
        file.write(b"\0" * 40 + b"\n")
    journal = read_journal(path)
    assert journal.events == EVENTS
    assert journal.repaired


def test_a_resumed_journal_goes_on_behind_its_last_whole_line(
    tmp_path: Path, header: JournalHeader
) -> None:
    path = written(tmp_path, header)
    os.truncate(path, path.stat().st_size - 3)
    torn = read_journal(path)
    writer = JournalWriter(tmp_path, torn.header, resumed=torn)
    writer.append([Tick(at=1800)])
    writer.close()
    journal = read_journal(path)
    assert journal.events == (*EVENTS[:-1], Tick(at=1800))
    assert journal.repaired == ""


def test_a_broken_line_in_the_middle_is_an_error_with_its_number(
    tmp_path: Path, header: JournalHeader
) -> None:
    path = written(tmp_path, header)
    lines = path.read_bytes().split(b"\n")
    lines[2] = lines[2][:10]
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(JournalError, match="line 3"):
        read_journal(path)


@pytest.mark.parametrize(
    "content", [b"", b"hello\n", b'{"type":"tick","at":1}\n', b"\xff\xfe\n\x00", b"[]\n"]
)
def test_another_file_is_no_journal(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(JournalError, match="not a journal"):
        read_journal(path)


def test_a_folder_or_a_missing_file_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="is a folder"):
        read_journal(tmp_path)
    with pytest.raises(JournalError, match="cannot be read"):
        read_journal(tmp_path / "none")


def test_a_newer_format_asks_for_an_update(tmp_path: Path, header: JournalHeader) -> None:
    path = written(tmp_path, header)
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":3', 1))
    with pytest.raises(JournalError, match="update"):
        read_journal(path)


def test_a_codec_that_changes_the_bytes_leaves_no_text_in_the_file(
    tmp_path: Path, header: JournalHeader
) -> None:
    writer = JournalWriter(tmp_path, header, records=MirrorCodec())
    writer.append(EVENTS)
    writer.close()
    assert b"hello" not in writer.path.read_bytes()
    assert read_journal(writer.path, MirrorCodec()).events == EVENTS
    lines = writer.path.read_bytes().splitlines(keepends=True)
    lines[1], lines[2] = lines[2], lines[1]
    writer.path.write_bytes(b"".join(lines))
    with pytest.raises(JournalError, match="line 2"):
        read_journal(writer.path, MirrorCodec())


class SmallDisk:
    """`os.write` onto a disk that is full until `free` is called."""

    def __init__(self, room: int) -> None:
        self.room = room
        self._write = os.write

    def __call__(self, fd: int, data: bytes) -> int:
        if self.room <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        part = data[: self.room]
        self.room -= len(part)
        return self._write(fd, part)


def test_a_full_disk_is_said_once_and_costs_no_record(
    tmp_path: Path,
    header: JournalHeader,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    now = 0.0
    said: list[str] = []
    disk = SmallDisk(room=1000)
    writer = JournalWriter(tmp_path, header, on_trouble=said.append, clock=lambda: now)
    monkeypatch.setattr(os, "write", disk)
    events = tuple(Tick(at=100 * number) for number in range(100))
    with caplog.at_level("WARNING"):
        for event in events:
            now += 0.1
            writer.append([event])
    assert len(said) == 1
    assert "free some disk space" in said[0]
    assert not writer.is_complete
    # Whole lines only, although the disk took half of one.
    assert read_journal(writer.path).repaired == ""
    disk.room = 1 << 30
    now += 5.0
    writer.append([])
    assert writer.is_complete
    writer.close()
    assert read_journal(writer.path).events == events


def test_the_disk_is_synced_within_200_ms_of_a_record(
    tmp_path: Path, header: JournalHeader, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = threading.Event()
    real = os.fsync

    def fsync(fd: int) -> None:
        real(fd)
        synced.set()

    monkeypatch.setattr(os, "fsync", fsync)
    journal = JournalThread(JournalWriter(tmp_path, header))
    journal.append(EVENTS)
    assert synced.wait(10)
    assert read_journal(journal.path).events == EVENTS
    journal.close()
    journal.close()


def test_closing_writes_what_is_queued(tmp_path: Path, header: JournalHeader) -> None:
    journal = JournalThread(JournalWriter(tmp_path, header))
    events = tuple(Tick(at=number) for number in range(2000))
    for event in events:
        journal.append([event])
    journal.close()
    assert journal.is_complete
    assert read_journal(tmp_path / FILE_NAME).events == events


def test_call_ids_sort_by_time_and_do_not_meet() -> None:
    second = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    early = {new_call_id(second) for _ in range(50)}
    assert len(early) == 50
    assert max(early) < new_call_id(second + timedelta(seconds=1))
