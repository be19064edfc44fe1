"""A call's journal: every input and output in the order handled, one JSON line each.

The first line is the header; it holds the playbook's full text, so that a journal can be replayed
on its own. Each line is one record of a `RecordCodec` (`core.journal_lines`). Writing is in
`journal_writer`.
"""

import hashlib
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from assist.core import codec
from assist.core.errors import AssistError
from assist.core.events import (
    CallEnded,
    CallStarted,
    CommandTaken,
    CuePainted,
    Event,
    Input,
    Output,
    WrapUp,
)
from assist.core.journal_lines import BOUND_FORMAT, JournalLines
from assist.core.records import PlainCodec, RecordCodec
from assist.session.errors import JournalError

FILE_NAME = "journal.jsonl"
FORMAT = BOUND_FORMAT
"""Raised when an older app could no longer read a journal."""

_HEADER_TYPE = "journal_header"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalHeader:
    """What a replay must have in common with the call.

    `clock_origin_ns` is the monotonic clock at call time 0 and `speed` that of a played call: with
    them a restarted engine finds where in the call it is. Both are 0 and 1 for recordings.
    """

    app: str
    model: str
    playbook_name: str
    playbook_hash: str
    playbook: str
    format: int = 1
    clock_origin_ns: int = 0
    speed: float = 1.0
    boot: str = ""
    """The run of the computer whose monotonic clock that is; "" where it is not known."""
    binding: str = ""
    """What the other lines are sealed to; "" where they are not (`core.journal_lines`)."""

    def bound(self) -> "JournalHeader":
        """The header of a new journal that is sealed."""
        return replace(self, format=BOUND_FORMAT, binding=secrets.token_hex(16))


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """A journal as read. `repaired` is one sentence if a torn last line was left out, else ""."""

    header: JournalHeader
    events: tuple[Event, ...]
    repaired: str = ""
    length: int = field(default=0, compare=False)
    """Bytes of the file that could be read."""

    @property
    def inputs(self) -> tuple[Input, ...]:
        return tuple(event for event in self.events if isinstance(event, Input))

    @property
    def outputs(self) -> tuple[Output, ...]:
        return tuple(event for event in self.events if isinstance(event, Output))

    @property
    def started(self) -> CallStarted:
        """The call's first event. Raises JournalError where the call never began."""
        if self.events and isinstance(self.events[0], CallStarted):
            return self.events[0]
        raise JournalError("The journal holds no call: it ended before its first event.")

    @property
    def is_closed(self) -> bool:
        """Whether the call came to its wrap-up."""
        return any(isinstance(event, WrapUp) for event in reversed(self.events))

    @property
    def has_ended(self) -> bool:
        return any(isinstance(event, CallEnded) for event in reversed(self.events))

    @property
    def tokens(self) -> set[str]:
        """Of the commands that have counted."""
        return {event.token for event in self.events if isinstance(event, CommandTaken)}

    @property
    def reached_ms(self) -> int:
        """The latest call time of any event."""
        return max((e.at for e in self.events if not isinstance(e, CuePainted)), default=0)


def make_header(
    *,
    app: str,
    model: str,
    playbook_name: str,
    playbook: str,
    clock_origin_ns: int = 0,
    speed: float = 1.0,
    boot: str = "",
) -> JournalHeader:
    """A header for a new journal; `playbook` is the playbook's full text."""
    return JournalHeader(
        app=app,
        model=model,
        playbook_name=playbook_name,
        playbook_hash=hashlib.sha256(playbook.encode()).hexdigest()[:16],
        playbook=playbook,
        clock_origin_ns=clock_origin_ns,
        speed=speed,
        boot=boot,
    )


def new_call_id(now: datetime) -> str:
    """A name for a call and its folder: sorts by time, unique on this computer."""
    return f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(5)}"


def header_record(header: JournalHeader) -> bytes:
    """The journal's first record."""
    return msgspec.json.encode({"type": _HEADER_TYPE, **msgspec.to_builtins(header)})


def read_journal(path: Path, records: RecordCodec | None = None) -> Journal:
    """Read a journal; an unfinished last line is left out and said. Raises JournalError."""
    reader = JournalLines(records or PlainCodec())
    try:
        content = path.read_bytes()
    except IsADirectoryError:
        raise JournalError(f"{path} is a folder; name the journal file inside it.") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise JournalError(f"The journal {path} cannot be read: {reason}.") from None
    lines = content.split(b"\n")
    tail = lines.pop()
    if not lines:
        raise JournalError(f"{path} is not a journal: it holds no complete line.")
    header = _header(path, lines[0], reader)
    events: list[Event] = []
    torn = bool(tail)
    length = len(content) - len(tail)
    for number, line in enumerate(lines[1:], start=2):
        try:
            events.append(_event(reader.record(number - 1, line)))
        except (AssistError, ValueError) as error:
            # The last line may be whole in length but hold zeros: a power cut does that.
            if number == len(lines):
                torn = True
                length -= len(line) + 1
                break
            raise JournalError(f"{path}, line {number}: {error}") from None
    repaired = "The journal's last line was unfinished and was left out." if torn else ""
    return Journal(header=header, events=tuple(events), repaired=repaired, length=length)


def _header(path: Path, line: bytes, reader: JournalLines) -> JournalHeader:
    try:
        data: Any = msgspec.json.decode(reader.record(0, line))
        if data["type"] != _HEADER_TYPE:
            raise KeyError("type")
        header = msgspec.convert(data, type=JournalHeader)
    except (ValueError, KeyError, TypeError):  # msgspec's errors are ValueErrors
        raise JournalError(f"{path} is not a journal of Call Assist.") from None
    if header.format > FORMAT:
        raise JournalError(f"{path} was written by a newer Call Assist; update this one.")
    return header


def _event(record: bytes) -> Event:
    message = codec.from_line(record)
    if not isinstance(message, Event):
        raise JournalError("this is no event; the file was changed by something else.")
    return message
