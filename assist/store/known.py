"""What the store knows of a customer before hello, by number or reference."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from assist.core.notices import KnownCustomer, OpenPromise
from assist.core.numbers import LEAST_DIGITS, is_same_number, number_key
from assist.store import desk_schema, rows, schema
from assist.store.model import CallOverview

_LATEST = 200
"""More calls of one customer than anybody has; and of numbers with the same last digits."""

_RECENT = timedelta(days=90)
"""How long a cause of a call still counts as known."""

_SEPARATORS = " -()./\u00a0"
"""What people put between the digits of a number."""


def known_customer(connection: Connection, number: str, reference: str) -> KnownCustomer | None:
    """What earlier calls tell; None where there are none."""
    calls = _calls_of(connection, number, reference)
    if not calls:
        return None
    latest = calls[0]
    return KnownCustomer(
        calls=len(calls),
        last_call=latest.id,
        last_at=latest.started_at.isoformat(timespec="seconds"),
        last_outcome=latest.outcome,
        last_feeling=latest.last_feeling,
        was_at_risk=latest.at_risk,
        promises=_open_promises(connection, calls),
        drivers=_recent_drivers(calls),
    )


def _calls_of(connection: Connection, number: str, reference: str) -> list[CallOverview]:
    """The customer's calls, newest first."""
    columns, wanted = schema.calls.c, may_be_of(number, reference)
    if wanted is None:
        return []
    query = (
        select(schema.calls)
        .where(wanted, columns.source == "live")
        .order_by(columns.started_at.desc(), columns.id)
        .limit(_LATEST)
    )
    found = (rows.overview_of(row) for row in connection.execute(query).mappings())
    return [
        call
        for call in found
        if is_same_number(call.customer_number, number)
        or (reference.strip() and call.reference.strip().lower() == reference.strip().lower())
    ]


def may_be_of(number: str, reference: str) -> ColumnElement[bool] | None:
    """What the database can tell of it; the rest is told apart by `is_same_number`."""
    columns = schema.calls.c
    may_be = []
    if key := number_key(number):
        column = func.lower(columns.customer_number)
        if key.isdigit():
            key = key[-LEAST_DIGITS:]
            for sign in _SEPARATORS:
                column = func.replace(column, sign, "")
        may_be.append(column.contains(key, autoescape=True))
    if reference.strip():
        may_be.append(func.lower(func.trim(columns.reference)) == reference.strip().lower())
    return or_(*may_be) if may_be else None


def _recent_drivers(calls: Sequence[CallOverview]) -> tuple[str, ...]:
    """The causes of the calls of the last months, once for each call that named it."""
    since = datetime.now(UTC) - _RECENT
    return tuple(driver for call in calls if call.started_at >= since for driver in call.drivers)


def _open_promises(
    connection: Connection, calls: Sequence[CallOverview]
) -> tuple[OpenPromise, ...]:
    """Those made since the last call that was resolved and not kept since, the oldest first."""
    since: list[str] = []
    for call in calls:
        if call.outcome == "resolved":
            break
        since.append(call.id)
    promises = schema.promises.c
    settled = desk_schema.follow_ups.c
    query = (
        select(promises.call_id, promises.what, promises.due, promises.due_at)
        .outerjoin(
            desk_schema.follow_ups,
            and_(settled.call_id == promises.call_id, settled.promise == promises.promise),
        )
        .where(promises.call_id.in_(since), settled.done_at.is_(None))
    )
    found = connection.execute(query.order_by(promises.promise)).all()
    return tuple(
        OpenPromise(what=row.what, due=row.due, due_at=row.due_at)
        for call in reversed(since)
        for row in found
        if row.call_id == call
    )
