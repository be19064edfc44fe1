"""What the store makes of journals, whole and broken."""

from pathlib import Path

import msgspec
import pytest

from assist.core.events import (
    CallEnded,
    CallStarted,
    CueRaised,
    PartialResult,
    Tick,
    WrapUp,
)
from assist.core.records import RecordCodec
from assist.session.journal import JournalHeader
from assist.session.journal_writer import JournalWriter
from assist.store.errors import StoreError
from assist.store.gather import gather
from assist.store.journal_reader import read_closed_journal
from tests.helpers.finished_calls import HEADER, finished_call, write_journal


class Reversed:
    """A record codec that changes the bytes."""

    def encode(self, number: int, record: bytes) -> bytes:
        return record[::-1] + bytes([number % 256])

    def decode(self, number: int, stored: bytes) -> bytes:
        if stored[-1] != number % 256:
            raise ValueError("a record of another place")
        return stored[-2::-1]


def test_only_what_is_stored_is_read(tmp_path: Path) -> None:
    journal = read_closed_journal(write_journal(tmp_path, finished_call("one")))
    assert journal.started.call == "one"
    assert (journal.app, journal.model, journal.playbook_hash) == ("0.1.0", "starter", "abc123")
    assert not any(isinstance(event, (Tick, PartialResult)) for event in journal.events)
    assert sum(isinstance(event, CueRaised) for event in journal.events) == 3


@pytest.mark.parametrize("records", [None, Reversed()])
def test_the_session_s_own_journals_are_read(tmp_path: Path, records: RecordCodec | None) -> None:
    header = JournalHeader(
        app="0.1.0", model="m", playbook_name="p", playbook_hash="h", playbook="text"
    )
    writer = JournalWriter(tmp_path, header, records=records)
    writer.append(finished_call("one"))
    writer.close()
    journal = read_closed_journal(writer.path, records)
    assert journal.started.call == "one"
    assert (journal.model, journal.playbook) == ("m", "p")
    assert isinstance(journal.events[-1], WrapUp)


@pytest.mark.parametrize("tail", [b"", b'{"type":"ti', b'{"type":"cue_heeded"}', b"\0\0\0"])
def test_a_torn_last_line_is_left_out(tmp_path: Path, tail: bytes) -> None:
    whole = read_closed_journal(write_journal(tmp_path / "a", finished_call()))
    torn = read_closed_journal(write_journal(tmp_path / "b", finished_call(), tail=tail))
    assert torn == whole


def test_a_last_line_of_zeros_is_left_out(tmp_path: Path) -> None:
    whole = read_closed_journal(write_journal(tmp_path / "a", finished_call()))
    torn = read_closed_journal(
        write_journal(tmp_path / "b", finished_call(), tail=b"\0" * 40 + b"\n")
    )
    assert torn == whole


def test_events_of_a_newer_app_are_left_out(tmp_path: Path) -> None:
    file = write_journal(tmp_path, finished_call())
    lines = file.read_bytes().splitlines(keepends=True)
    lines.insert(5, b'{"type":"mood_ring_changed","at":1,"color":"blue"}\n')
    file.write_bytes(b"".join(lines).replace(b'"end_reason"', b'"end_reason_2"'))
    assert read_closed_journal(file).events[-1] == finished_call()[-1]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is not a journal"),
        (b"\n\n", "is not a journal"),
        (b"hello world\n", "is not a journal"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "is not a journal"),
        (b'{"type":"tick","at":1}\n', "is not a journal"),
        (b"[1, 2]\n", "is not a journal"),
        (msgspec.json.encode(HEADER) + b"\n", "holds no call"),
        (msgspec.json.encode(HEADER) + b'\n{"type":"tick","at":1}\n', "holds no call"),
    ],
)
def test_what_is_no_journal_of_a_call_is_said(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "journal.jsonl"
    file.write_bytes(content)
    with pytest.raises(StoreError, match=sentence):
        read_closed_journal(file)


def test_a_missing_journal_or_a_folder_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "no.jsonl", tmp_path):
        with pytest.raises(StoreError, match="cannot be read"):
            read_closed_journal(path)


def test_damage_in_the_middle_names_the_line(tmp_path: Path) -> None:
    file = write_journal(tmp_path, finished_call())
    lines = file.read_bytes().splitlines(keepends=True)
    lines[6] = lines[6][:20] + b"\n"
    file.write_bytes(b"".join(lines))
    with pytest.raises(StoreError, match="damaged in line 7"):
        read_closed_journal(file)


def test_a_call_that_goes_on_is_not_stored(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="has not ended yet"):
        read_closed_journal(write_journal(tmp_path, finished_call()[:10]))


def test_a_call_without_wrap_up_keeps_what_is_known(tmp_path: Path) -> None:
    events = [event for event in finished_call() if not isinstance(event, WrapUp)]
    overview = gather(read_closed_journal(write_journal(tmp_path, events)), "j").overview
    assert (overview.duration_ms, overview.outcome) == (20_000, "follow_up")
    assert overview.customer_name == "David Miller"
    assert overview.cues_shown == 2


def test_a_start_time_that_is_none_is_said(tmp_path: Path) -> None:
    events = (
        CallStarted(at=0, call="x", started_at="yesterday", source="live"),
        CallEnded(at=5, reason="hangup"),
    )
    with pytest.raises(StoreError, match="'yesterday' is not a date"):
        gather(read_closed_journal(write_journal(tmp_path, events)), "j")
