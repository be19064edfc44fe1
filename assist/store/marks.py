"""What people thought of prompts: who judged which one, and the numbers per rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, case, delete, func, insert, select

from assist.store import schema
from assist.store.model import CueMark

AGENT = "agent"
"""Marks made in the call: the journal has them, and storing it again replaces them."""
LEAD = "lead"
"""Marks made afterwards: only the database has them. For a cue with both, this one counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleMarks:
    """How often the cues of a rule, as it was under `version`, were judged right and wrong."""

    rule: str
    right: int
    wrong: int
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueOutcome:
    """What became of one cue of any call; the fields are those of `StoredCue`."""

    rule: str
    ending: str
    reason: str
    unseen: str


def outcomes(connection: Connection) -> tuple[CueOutcome, ...]:
    """What became of every cue stored."""
    cues = schema.cues.c
    query = select(cues.rule, cues.ending, cues.reason, cues.unseen)
    return tuple(
        CueOutcome(rule=rule, ending=ending, reason=reason, unseen=unseen)
        for rule, ending, reason, unseen in connection.execute(query)
    )


def replace_agent_marks(connection: Connection, call_id: str, marks: Sequence[CueMark]) -> None:
    """Keep the marks the call's journal has, and no others of their origin."""
    table = schema.marks
    connection.execute(delete(table).where(table.c.call_id == call_id, table.c.origin == AGENT))
    if marks:
        connection.execute(insert(table), [_row(call_id, mark) for mark in marks])


def put_mark(connection: Connection, call_id: str, mark: CueMark) -> None:
    """Keep a mark; a second one of the same origin replaces the first."""
    table = schema.marks
    connection.execute(
        delete(table).where(
            table.c.call_id == call_id, table.c.cue == mark.cue, table.c.origin == mark.origin
        )
    )
    connection.execute(insert(table), [_row(call_id, mark)])


def marks_of(connection: Connection, call_id: str) -> tuple[CueMark, ...]:
    """The marks of a call by cue, the agent's before the lead's."""
    table = schema.marks
    query = select(table).where(table.c.call_id == call_id).order_by(table.c.cue, table.c.origin)
    return tuple(
        CueMark(
            cue=row.cue,
            rule=row.rule,
            is_right=row.is_right,
            at=row.at_ms,
            origin=row.origin,
            by=row.by,
            version=row.version,
        )
        for row in connection.execute(query)
    )


def counts(connection: Connection) -> tuple[RuleMarks, ...]:
    """The numbers per rule and version over all calls; of two marks of a cue the lead's counts."""
    table = schema.marks
    # The lead's is the greatest: "lead" > "agent".
    last = (
        select(table.c.call_id, table.c.cue, func.max(table.c.origin).label("origin"))
        .group_by(table.c.call_id, table.c.cue)
        .subquery()
    )
    query = (
        select(
            table.c.rule,
            table.c.version,
            func.sum(case((table.c.is_right, 1), else_=0)),
            func.sum(case((table.c.is_right, 0), else_=1)),
        )
        .join(
            last,
            (table.c.call_id == last.c.call_id)
            & (table.c.cue == last.c.cue)
            & (table.c.origin == last.c.origin),
        )
        .group_by(table.c.rule, table.c.version)
        .order_by(table.c.rule, table.c.version)
    )
    return tuple(
        RuleMarks(rule=rule, version=version, right=int(right), wrong=int(wrong))
        for rule, version, right, wrong in connection.execute(query)
    )


def _row(call_id: str, mark: CueMark) -> dict[str, object]:
    return {
        "call_id": call_id,
        "cue": mark.cue,
        "origin": mark.origin,
        "rule": mark.rule,
        "is_right": mark.is_right,
        "at_ms": mark.at,
        "by": mark.by,
        "version": mark.version,
        "made_at": datetime.now(UTC),
    }
