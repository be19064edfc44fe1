"""Promises of stored calls that are still to be kept, and what the agent decided about them."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from sqlalchemy import Connection, Engine, Select, and_, case, func, select

from assist.core.notices import FollowUp
from assist.core.team import FollowUpCount
from assist.core.written import written
from assist.store import schema
from assist.store.database import explained
from assist.store.desk_rows import put_own
from assist.store.desk_schema import follow_ups
from assist.store.overdue import REMEMBERED, flag_call


def open_follow_ups(connection: Connection, now: datetime) -> tuple[FollowUp, ...]:
    """Promises with a moment, of real calls, that were not settled; the earliest first.

    `now` is aware, in the zone that postponed moments are given in.
    """
    calls, promises, settled = schema.calls.c, schema.promises.c, follow_ups.c
    wanted = select(
        promises.call_id,
        promises.promise,
        promises.who,
        promises.what,
        promises.due,
        promises.due_time,
        calls.utc_offset_minutes,
        calls.customer_name,
        calls.customer_number,
        calls.agent,
        settled.remind_at,
    )
    query = _open(wanted, now)
    found = []
    for row in connection.execute(query):
        # In the agent's time of the call, as it was said.
        zone = timezone(timedelta(minutes=row.utc_offset_minutes))
        due = row.due_time.astimezone(zone)
        remind_at = due if row.remind_at is None else row.remind_at.astimezone(now.tzinfo)
        found.append(
            (
                remind_at,
                FollowUp(
                    call=row.call_id,
                    promise=row.promise,
                    who=row.who,
                    what=written(row.what),
                    due=row.due,
                    due_at=due.isoformat(timespec="minutes"),
                    remind_at=remind_at.isoformat(timespec="seconds"),
                    customer=row.customer_name,
                    number=row.customer_number,
                    agent=row.agent,
                ),
            )
        )
    return tuple(follow_up for _, follow_up in sorted(found, key=lambda each: each[0]))


def count_follow_ups(
    engine: Engine, name: str, now: datetime, *, agent: str | None = None
) -> tuple[FollowUpCount, ...]:
    """How many promises each agent has still to keep, those with most overdue ones first.

    Raises StoreError.
    """
    calls, promises = schema.calls.c, schema.promises.c
    overdue = func.sum(case((promises.due_time <= now, 1), else_=0))
    query = _open(select(calls.agent, func.count(), overdue), now).group_by(calls.agent)
    if agent is not None:
        query = query.where(calls.agent == agent)
    with explained(name), engine.connect() as connection:
        counts = [
            FollowUpCount(agent=whose, due=both - int(over), overdue=int(over))
            for whose, both, over in connection.execute(query)
        ]
    counts.sort(key=lambda count: (-count.overdue, -count.due, count.agent.casefold()))
    return tuple(counts)


def _open(query: Select[Any], now: datetime) -> Select[Any]:
    """`query` over the promises, with their calls, that are still to be kept at `now`."""
    calls, promises, settled = schema.calls.c, schema.promises.c, follow_ups.c
    both = schema.promises.join(schema.calls, calls.id == promises.call_id).outerjoin(
        follow_ups,
        and_(settled.call_id == promises.call_id, settled.promise == promises.promise),
    )
    return query.select_from(both).where(
        calls.source == "live",
        calls.started_at >= now - 3 * REMEMBERED,
        promises.due_time >= now - REMEMBERED,
        settled.done_at.is_(None),
    )


def settle(
    connection: Connection, call_id: str, promise: int, *, remind_at: datetime | None, by: str
) -> None:
    """Keep that the promise is kept or, with a moment, that it is to be spoken of then."""
    done_at = datetime.now(UTC) if remind_at is None else None
    row = {"call_id": call_id, "promise": promise, "by": by}
    put_own(connection, follow_ups, {**row, "done_at": done_at, "remind_at": remind_at})
    flag_call(connection, call_id, datetime.now(UTC))


def reopen(connection: Connection, call_id: str, promise: int, *, by: str) -> None:
    """Keep that the promise is still to be kept, after all."""
    row = {"call_id": call_id, "promise": promise, "by": by}
    put_own(connection, follow_ups, {**row, "done_at": None, "remind_at": None})
    flag_call(connection, call_id, datetime.now(UTC))
