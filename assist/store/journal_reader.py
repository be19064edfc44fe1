"""What the store needs of a closed journal: its header's facts and the events worth keeping.

The journal's owner is `session.journal`, which the store cannot see; its lines are those of
`core.journal_lines`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from assist.core import codec
from assist.core.errors import AssistError
from assist.core.events import CallEnded, CallStarted, Event
from assist.core.journal_lines import JournalLines
from assist.core.records import PlainCodec, RecordCodec
from assist.store.errors import StoreError, UnreadableJournal

_SKIPPED = frozenset({"tick", "partial_result", "voice_activity", "turn_started", "talk_ratio"})
"""Nine tenths of a journal's lines; nothing of them is stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedJournal:
    """A call that has ended. `events` leaves out what the store does not keep.

    `is_sealed`: only who has the key can have written it.
    """

    app: str
    model: str
    playbook: str
    playbook_hash: str
    started: CallStarted
    events: tuple[Event, ...]
    is_sealed: bool = False


class _Tag(msgspec.Struct):
    type: str


def read_closed_journal(file: Path, records: RecordCodec | None = None) -> ClosedJournal:
    """Read a journal whose call has ended; an unfinished last line is left out. Raises StoreError.

    Events of a kind this version does not know are left out as well: a newer app wrote them.
    """
    lines = _lines(file)
    reader = JournalLines(records or PlainCodec())
    lines.pop()  # what stands behind the last newline is empty, or torn
    header = _header(lines[0], reader) if lines else {}
    if not header:
        raise UnreadableJournal(
            f"{file} is not a journal of Call Assist; name a call's journal.jsonl."
        )
    events: list[Event] = []
    for number, line in enumerate(lines[1:], start=1):
        try:
            event = _event(reader.record(number, line))
        except (AssistError, ValueError) as error:
            if number == len(lines) - 1:
                break
            raise UnreadableJournal(
                f"The journal {file} is damaged in line {number + 1}: {error}"
            ) from None
        if event is not None:
            events.append(event)
    if not events or not isinstance(events[0], CallStarted):
        raise UnreadableJournal(
            f"The journal {file} holds no call: it ended before its first event."
        )
    if not any(isinstance(event, CallEnded) for event in events):
        raise UnreadableJournal(f"The call of {file} has not ended yet; it is stored when it has.")
    return ClosedJournal(
        app=str(header.get("app", "")),
        model=str(header.get("model", "")),
        playbook=str(header.get("playbook_name", "")),
        playbook_hash=str(header.get("playbook_hash", "")),
        started=events[0],
        events=tuple(events),
        is_sealed=not lines[0].startswith(b"{"),
    )


def _lines(file: Path) -> list[bytes]:
    """Raises StoreError."""
    try:
        return file.read_bytes().split(b"\n")
    except OSError as error:
        raise StoreError(
            f"The journal {file} cannot be read ({error.strerror}); check the path and its rights."
        ) from None


def _header(line: bytes, reader: JournalLines) -> dict[str, Any]:
    try:
        data: Any = msgspec.json.decode(reader.record(0, line))
    except ValueError:
        return {}
    return data if isinstance(data, dict) and data.get("type") == "journal_header" else {}


def _event(record: bytes) -> Event | None:
    """The event of a record; None if the store does not keep its kind."""
    kind = msgspec.json.decode(record, type=_Tag).type
    if kind in _SKIPPED or kind not in codec.message_types():
        return None
    message = codec.from_line(record)
    return message if isinstance(message, Event) else None


def read_what_opens(file: Path, records: RecordCodec | None = None) -> tuple[Event, ...]:
    """The events of a journal that can be read, whatever is damaged or has not ended.

    For finding out whose call it is, never for storing it. Raises StoreError where there is no
    file to read.
    """
    reader = JournalLines(records or PlainCodec())
    events = []
    for number, line in enumerate(_lines(file)):
        try:
            record = reader.record(number, line)
            event = _event(record) if number else None
        except (AssistError, ValueError):
            continue
        if event is not None:
            events.append(event)
    return tuple(events)
