"""What is kept of calls and for how long: kinds of data, limits by outcome, taking things out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum, auto
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    cast,
    delete,
    exists,
    null,
    or_,
    select,
    true,
    update,
)

from assist.core.review import Severity
from assist.store import desk_schema, schema
from assist.store.errors import NotRemovedError
from assist.store.held import is_held
from assist.store.names import GIVES_NAME, forget_names
from assist.store.sound_schema import sounds
from assist.store.sounds import forget_sounds


class Kind(StrEnum):
    """What may be kept of a call for a time of its own."""

    CALLS = auto()
    """The whole call: what is left is a line in the log of deletions."""
    WORDS = auto()
    """What was said: utterances, quotations, the text index, the journal."""
    SOUND = auto()
    FINDINGS = auto()
    """What was made of the words: detections, feelings, turning points, reasons to look."""
    NAMES = auto()
    """Who the customer was: name, number, reference, also in prompts and in the index."""
    NOTES = auto()
    """What people wrote: summary, note, comments, flags, what was promised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Days a kind is kept; 0: for ever. Of several classes that a call is of the longest counts.

    A class is an outcome, a reason to look at a call, a cause, `at_risk`, or `complaint` (there is
    a reason to look at the call soon). A class that no call is of changes nothing.
    """

    days: int = 0
    by_class: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_for_ever(self) -> bool:
        return not self.days and not any(self.by_class.values())


def due(
    connection: Connection, kind: Kind, limit: Limit, now: datetime, count: int
) -> tuple[str, ...]:
    """The oldest calls of which this kind is kept longer than it may be; none on legal hold."""
    if limit.is_for_ever:
        return ()
    calls = schema.calls.c
    matches = {name: _is_of(name) for name in limit.by_class}
    wanted = [
        or_(~matches[name], _is_older(now, days)) if days else ~matches[name]
        for name, days in limit.by_class.items()
    ]
    # Without a limit of its own class a call has the general one.
    general = _is_older(now, limit.days) if limit.days else ~true()
    wanted.append(or_(general, *matches.values()))
    query = select(calls.id).where(*wanted, ~is_held(calls.id), _HAS[kind]())
    return tuple(connection.execute(query.order_by(calls.started_at).limit(count)).scalars())


def _is_older(now: datetime, days: int) -> ColumnElement[bool]:
    return schema.calls.c.started_at < now - timedelta(days=days)


def _is_of(name: str) -> ColumnElement[bool]:
    """Whether a call is of the class."""
    calls, reasons = schema.calls.c, desk_schema.call_reasons.c
    if name == "at_risk":
        return calls.at_risk.is_(True)
    if name == "complaint":
        return calls.severity >= int(Severity.SOON)
    given = exists().where(reasons.call_id == calls.id, reasons.reason == name)
    named = cast(calls.drivers, String).contains(f'"{name}"', autoescape=True)
    return or_(calls.outcome == name, given, named)


def _any_of(*tables: Any) -> ColumnElement[bool]:
    return or_(*(exists().where(table.c.call_id == schema.calls.c.id) for table in tables))


def _has_notes() -> ColumnElement[bool]:
    calls, promises, flags = schema.calls.c, schema.promises.c, schema.flags.c
    return or_(
        calls.note != "",
        calls.summary != "",
        _any_of(desk_schema.comments),
        exists().where(promises.call_id == calls.id, promises.what != ""),
        exists().where(flags.call_id == calls.id, flags.note != ""),
    )


def _has_names() -> ColumnElement[bool]:
    calls, found = schema.calls.c, schema.detections.c
    heard = exists().where(
        found.call_id == calls.id, found.label.in_(GIVES_NAME), found.detail != ""
    )
    return or_(calls.customer_name != "", calls.customer_number != "", calls.reference != "", heard)


def _has_findings() -> ColumnElement[bool]:
    return or_(_any_of(*_FINDINGS), schema.calls.c.first_feeling != "none")


_FINDINGS = (schema.detections, schema.feelings, schema.pivots, desk_schema.call_reasons)
_HAS: Mapping[Kind, Any] = {
    Kind.CALLS: true,
    Kind.WORDS: lambda: _any_of(schema.utterances),
    Kind.SOUND: lambda: _any_of(desk_schema.kept_audio, sounds),
    Kind.FINDINGS: _has_findings,
    Kind.NAMES: _has_names,
    Kind.NOTES: _has_notes,
}


def forget(connection: Connection, call_id: str, kind: Kind) -> None:
    """Take one kind out of a call's rows; counts, outcome and prompts stay."""
    _FORGET[kind](connection, call_id)


def _forget_words(connection: Connection, call_id: str) -> None:
    """Remove utterances, what was found in them, and every quotation of them.

    Summary and note are the agent's own writing, promises what was agreed on: they stay.
    """
    for table in (schema.utterances, schema.detections):
        connection.execute(delete(table).where(table.c.call_id == call_id))
    cues = schema.cues
    connection.execute(update(cues).where(cues.c.call_id == call_id).values(evidence=[]))
    for table in (schema.feelings, schema.pivots, schema.promises):
        connection.execute(update(table).where(table.c.call_id == call_id).values(evidence=null()))
    _set(connection, call_id, problem="")


def _forget_findings(connection: Connection, call_id: str) -> None:
    for table in (*_FINDINGS, desk_schema.detection_marks):
        connection.execute(delete(table).where(table.c.call_id == call_id))
    _set(connection, call_id, first_feeling="none", last_feeling="none", turned_around=False)


def _forget_notes(connection: Connection, call_id: str) -> None:
    comments, flags, promises = desk_schema.comments, schema.flags, schema.promises
    connection.execute(delete(comments).where(comments.c.call_id == call_id))
    connection.execute(update(flags).where(flags.c.call_id == call_id).values(note=""))
    blank = {"what": "", "who": "", "due": "", "evidence": null()}
    connection.execute(update(promises).where(promises.c.call_id == call_id).values(blank))
    _set(connection, call_id, note="", summary="", done=[])


def _forget_sound(connection: Connection, call_id: str) -> None:
    audio = desk_schema.kept_audio
    connection.execute(delete(audio).where(audio.c.call_id == call_id))
    forget_sounds(connection, call_id)  # of another computer's call


def _forget_call(connection: Connection, call_id: str) -> None:
    connection.execute(delete(schema.calls).where(schema.calls.c.id == call_id))


def _set(connection: Connection, call_id: str, **values: Any) -> None:
    calls = schema.calls
    connection.execute(update(calls).where(calls.c.id == call_id).values(values))


_FORGET: Mapping[Kind, Any] = {
    Kind.CALLS: _forget_call,
    Kind.WORDS: _forget_words,
    Kind.SOUND: _forget_sound,
    Kind.FINDINGS: _forget_findings,
    Kind.NAMES: forget_names,
    Kind.NOTES: _forget_notes,
}


def remove_file(file: Path) -> None:
    """Delete a file of a call. Raises NotRemovedError if it is still there then."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise NotRemovedError(
            f"{file} cannot be deleted ({error.strerror}); remove it yourself."
        ) from None
