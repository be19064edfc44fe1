"""Promises of stored calls that are still to be kept, and what the agent decided about them."""

from datetime import UTC, datetime, timedelta, timezone

from sqlalchemy import Connection, and_, select

from assist.core.notices import FollowUp
from assist.core.written import written
from assist.store import schema
from assist.store.desk_rows import put_own
from assist.store.desk_schema import follow_ups

_REMEMBERED = timedelta(days=30)
"""Nobody is reminded of what was due longer ago: by then it is kept or was forgotten."""


def open_follow_ups(connection: Connection, now: datetime) -> tuple[FollowUp, ...]:
    """Promises with a moment, of real calls, that were not settled; the earliest first.

    `now` is aware, in the zone that postponed moments are given in.
    """
    calls, promises, settled = schema.calls.c, schema.promises.c, follow_ups.c
    query = (
        select(
            promises.call_id,
            promises.promise,
            promises.who,
            promises.what,
            promises.due,
            promises.due_time,
            calls.utc_offset_minutes,
            calls.customer_name,
            calls.customer_number,
            settled.remind_at,
        )
        .join(schema.calls, calls.id == promises.call_id)
        .outerjoin(
            follow_ups,
            and_(settled.call_id == promises.call_id, settled.promise == promises.promise),
        )
        .where(
            calls.source == "live",
            calls.started_at >= now - 3 * _REMEMBERED,
            promises.due_time >= now - _REMEMBERED,
            settled.done_at.is_(None),
        )
    )
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
                ),
            )
        )
    return tuple(follow_up for _, follow_up in sorted(found, key=lambda each: each[0]))


def settle(
    connection: Connection, call_id: str, promise: int, *, remind_at: datetime | None, by: str
) -> None:
    """Keep that the promise is kept or, with a moment, that it is to be spoken of then."""
    done_at = datetime.now(UTC) if remind_at is None else None
    row = {"call_id": call_id, "promise": promise, "by": by}
    put_own(connection, follow_ups, {**row, "done_at": done_at, "remind_at": remind_at})
