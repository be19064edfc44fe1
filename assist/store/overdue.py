"""Flags calls whose promise is past due and was not kept, and takes the flag back once it was.

Time alone makes a promise overdue, so no journal tells it: whoever lists calls asks for this first.
A team's database does the same in a function (`team_reports`), for the calls of led teams.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    and_,
    delete,
    exists,
    func,
    insert,
    select,
    text,
    update,
)

from assist.core.review import Severity
from assist.store import schema
from assist.store.database import explained, writing
from assist.store.desk_schema import call_reasons, follow_ups

REASON = "promise_overdue"
POSITION = 1_000
"""Of its row in `call_reasons`: behind all that the rules of a call find."""

REMEMBERED = timedelta(days=30)
"""A promise that was due longer ago flags no call anew: nobody is reminded of it either."""


_PROMISED = schema.promises.outerjoin(
    follow_ups,
    and_(
        follow_ups.c.call_id == schema.promises.c.call_id,
        follow_ups.c.promise == schema.promises.c.promise,
    ),
)
"""Promises, with what became of them."""


def flag_overdue(engine: Engine, name: str, now: datetime) -> bool:
    """Bring the flags up to date; tells whether any changed. Raises StoreError."""
    with explained(name):
        with engine.connect() as connection:
            if _has_function(connection):
                return _flag_there(engine)
            broken, kept = _broken(connection, now), _kept(connection, now)
        if not broken and not kept:
            return False
        with writing(engine) as connection:
            # Once more, now that nobody else writes.
            _flag(connection, now)
    return True


def flag_call(connection: Connection, call_id: str, now: datetime) -> None:
    """Bring one call's flag up to date, in the transaction that changed it."""
    if _has_function(connection):
        connection.execute(text("SELECT public.flag_overdue(:call)"), {"call": call_id})
    else:
        _flag(connection, now, call_id)


def _flag_there(engine: Engine) -> bool:
    with writing(engine) as connection:
        return bool(connection.scalar(text("SELECT public.flag_overdue(NULL)")))


def _flag(connection: Connection, now: datetime, call_id: str | None = None) -> None:
    broken, kept = _broken(connection, now, call_id), _kept(connection, now, call_id)
    if broken:
        connection.execute(
            insert(call_reasons),
            [
                {
                    "call_id": each.call_id,
                    "position": POSITION,
                    "reason": REASON,
                    "severity": int(Severity.SOON),
                    "at_ms": each.at_ms,
                    "detail": each.what,
                }
                for each in broken
            ],
        )
    for each in kept:
        ours = and_(call_reasons.c.call_id == each, call_reasons.c.reason == REASON)
        connection.execute(delete(call_reasons).where(ours))
    for each in {*kept, *(row.call_id for row in broken)}:
        weigh(connection, each)


def weigh(connection: Connection, call_id: str) -> None:
    """Have a call's severity be that of its worst reason."""
    table, calls = call_reasons, schema.calls
    worst = select(func.coalesce(func.max(table.c.severity), 0)).where(table.c.call_id == call_id)
    query = update(calls).where(calls.c.id == call_id).values(severity=worst.scalar_subquery())
    connection.execute(query)


def _broken(connection: Connection, now: datetime, call_id: str | None = None) -> list[Row[Any]]:
    """The first overdue promise of each call that is not flagged for it."""
    promises, calls, flagged = schema.promises, schema.calls, call_reasons
    query = (
        select(
            promises.c.call_id,
            func.min(promises.c.at_ms).label("at_ms"),
            func.min(promises.c.what).label("what"),
        )
        .select_from(_PROMISED.join(calls, calls.c.id == promises.c.call_id))
        .where(
            promises.c.due_time <= now,
            promises.c.due_time >= now - REMEMBERED,
            follow_ups.c.done_at.is_(None),
            calls.c.source == "live",
            ~exists().where(flagged.c.call_id == promises.c.call_id, flagged.c.reason == REASON),
        )
        .group_by(promises.c.call_id)
    )
    if call_id is not None:
        query = query.where(promises.c.call_id == call_id)
    return list(connection.execute(query))


def _kept(connection: Connection, now: datetime, call_id: str | None = None) -> list[str]:
    """The flagged calls that have no overdue promise any more."""
    promises, flagged = schema.promises, call_reasons
    still = (
        select(promises.c.call_id)
        .select_from(_PROMISED)
        .where(
            promises.c.call_id == flagged.c.call_id,
            promises.c.due_time <= now,
            follow_ups.c.done_at.is_(None),
        )
    )
    query = select(flagged.c.call_id).where(flagged.c.reason == REASON, ~still.exists())
    if call_id is not None:
        query = query.where(flagged.c.call_id == call_id)
    return list(connection.scalars(query))


def _has_function(connection: Connection) -> bool:
    if connection.dialect.name != "postgresql":
        return False
    query = text("SELECT to_regprocedure('public.flag_overdue(text)') IS NOT NULL")
    return bool(connection.scalar(query))
