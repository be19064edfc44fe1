"""The lead's list of calls: filtered, in order, one page at a time."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect, Select, distinct, func, select

from assist.core.review import CallRow, CallStatus, Order, ReviewFilter
from assist.store import desk_schema, schema
from assist.store.desk_rows import comment_counts, reasons_of, statuses
from assist.store.rows import started_at_of
from assist.store.search import calls_with

_SHOWN = (
    "id",
    "started_at",
    "utc_offset_minutes",
    "duration_ms",
    "agent",
    "customer_name",
    "customer_number",
    "outcome",
    "end_reason",
    "problem",
)


def rows(
    connection: Connection, wanted: ReviewFilter, limit: int, offset: int
) -> tuple[CallRow, ...]:
    """The calls of a page, in the filter's order."""
    calls = schema.calls
    # The page's ids first, from an index alone: what is skipped need not be read.
    ids = _filtered(select(calls.c.id), wanted, connection.dialect)
    page = list(connection.scalars(ids.order_by(*_order(wanted)).limit(limit).offset(offset)))
    if not page:
        return ()
    query = select(*(calls.c[name] for name in _SHOWN)).where(calls.c.id.in_(page))
    found = {row["id"]: row for row in connection.execute(query).mappings()}
    reasons, done = reasons_of(connection, page), statuses(connection, page)
    said = comment_counts(connection, page)
    return tuple(
        _row(found[call_id], reasons.get(call_id, ()), done.get(call_id), said.get(call_id, 0))
        for call_id in page
        if call_id in found  # deleted meanwhile
    )


def count(connection: Connection, wanted: ReviewFilter) -> int:
    """How many calls pass the filter."""
    query = _filtered(select(func.count()).select_from(schema.calls), wanted, connection.dialect)
    return int(connection.execute(query).scalar_one())


def agents(connection: Connection) -> tuple[str, ...]:
    """Everybody who had a call, by name."""
    names = connection.scalars(select(distinct(schema.calls.c.agent)))
    return tuple(sorted(name for name in names if name))


def _order(wanted: ReviewFilter) -> tuple[ColumnElement[Any], ...]:
    calls = schema.calls.c
    newest = (calls.started_at.desc(), calls.id)
    return newest if wanted.order is Order.NEWEST else (calls.severity.desc(), *newest)


def _filtered(query: Select[Any], wanted: ReviewFilter, dialect: Dialect) -> Select[Any]:
    calls, reasons = schema.calls.c, desk_schema.call_reasons.c
    if wanted.is_flagged is not None:
        query = query.where(calls.severity > 0 if wanted.is_flagged else calls.severity == 0)
    if wanted.is_reviewed is not None:
        query = query.where(calls.is_reviewed.is_(wanted.is_reviewed))
    if wanted.days:
        query = query.where(calls.started_at >= datetime.now(UTC) - timedelta(days=wanted.days))
    if wanted.since is not None:
        query = query.where(calls.started_at >= wanted.since)
    if wanted.until is not None:
        query = query.where(calls.started_at < wanted.until)
    if wanted.agent:
        query = query.where(calls.agent == wanted.agent)
    if wanted.outcome:
        query = query.where(calls.outcome == wanted.outcome)
    if wanted.handed_to:
        query = query.where(calls.handed_to == wanted.handed_to)
    if wanted.reason:
        having = select(reasons.call_id).where(reasons.reason == wanted.reason)
        query = query.where(calls.id.in_(having))
    if wanted.text.strip():
        query = query.where(calls.id.in_(calls_with(wanted.text, dialect)))
    return query


def _row(found: Any, reasons: Any, status: CallStatus | None, comments: int) -> CallRow:
    return CallRow(
        id=found["id"],
        started_at=started_at_of(found),
        duration_ms=found["duration_ms"],
        agent=found["agent"],
        customer_name=found["customer_name"],
        customer_number=found["customer_number"],
        outcome=found["outcome"],
        end_reason=found["end_reason"],
        problem=found["problem"],
        reasons=reasons,
        status=status or CallStatus(),
        comments=comments,
    )
