"""Rows of the desk's tables: how they are written, merged and read for many calls at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, and_, delete, func, insert, select, update

from assist.core.review import CallStatus, Comment, CommentKind, FlagReason, Severity
from assist.store import desk_schema, schema
from assist.store.held import HELD
from assist.store.overdue import POSITION, weigh

Values = dict[str, Any]

REVIEWED, HANDED, COACHED = "reviewed", "handed", "coached"
"""What `reviews.what` may be."""

_MOMENT = timedelta(microseconds=1)
"""The least that two moments in the databases differ by."""


def put_own(connection: Connection, table: Table, row: Values) -> datetime:
    """Write a row of `desk_schema.SHARED` here and now; returns its moment.

    The moment is later than that of the row it replaces, which may come from a computer whose clock
    is ahead.
    """
    same = _same(table, row)
    before = connection.execute(select(table.c.made_at).where(same)).scalar()
    now = datetime.now(UTC)
    made_at = now if before is None else max(now, before + _MOMENT)
    connection.execute(delete(table).where(same))
    connection.execute(insert(table).values({**row, "made_at": made_at}))
    return made_at


def merge(connection: Connection, table: Table, row: Values) -> bool:
    """Take over a row written elsewhere unless the one here is as new; tells whether it was."""
    same = _same(table, row)
    before = connection.execute(select(table.c.made_at).where(same)).scalar()
    if before is not None and (row["made_at"] is None or before >= row["made_at"]):
        return False
    connection.execute(delete(table).where(same))
    connection.execute(insert(table).values(row))
    if table is desk_schema.reviews:
        _repeat_in_calls(connection, row)
    return True


def _same(table: Table, row: Values) -> Any:
    return and_(*(column == row[column.name] for column in table.primary_key))


def _repeat_in_calls(connection: Connection, row: Values) -> None:
    """What lists filter by stands in `calls` too."""
    known: Values = {}
    if row["what"] == REVIEWED:
        known = {"is_reviewed": row["value"] != ""}
    elif row["what"] == HANDED:
        known = {"handed_to": row["value"]}
    if known:
        table = schema.calls
        connection.execute(update(table).where(table.c.id == row["call_id"]).values(known))


def put_reasons(
    connection: Connection, call_id: str, reasons: Sequence[FlagReason], version: int
) -> None:
    table, calls = desk_schema.call_reasons, schema.calls
    # What time alone made a reason is no rule's to take back.
    judged = table.c.call_id == call_id, table.c.position < POSITION
    connection.execute(delete(table).where(*judged))
    for position, each in enumerate(reasons):
        connection.execute(
            insert(table).values(
                call_id=call_id,
                position=position,
                reason=each.reason,
                severity=int(each.severity),
                at_ms=each.at,
                detail=each.detail.replace("\0", ""),
            )
        )
    connection.execute(update(calls).where(calls.c.id == call_id).values(judged_by=version))
    weigh(connection, call_id)


def reasons_of(
    connection: Connection, call_ids: Iterable[str]
) -> dict[str, tuple[FlagReason, ...]]:
    """The reasons of the calls that have any, the most severe first."""
    table = desk_schema.call_reasons
    query = (
        select(table)
        .where(table.c.call_id.in_(list(call_ids)))
        .order_by(table.c.call_id, table.c.severity.desc(), table.c.position)
    )
    found: dict[str, tuple[FlagReason, ...]] = {}
    for row in connection.execute(query):
        reason = FlagReason(
            reason=row.reason, severity=Severity(row.severity), at=row.at_ms, detail=row.detail
        )
        found[row.call_id] = (*found.get(row.call_id, ()), reason)
    return found


def statuses(connection: Connection, call_ids: Iterable[str]) -> dict[str, CallStatus]:
    """What was done with the calls with which anything was done."""
    table = desk_schema.reviews
    query = select(table).where(table.c.call_id.in_(list(call_ids)))
    found: dict[str, dict[str, RowMapping]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["call_id"], {})[row["what"]] = row
    return {call_id: _status(rows) for call_id, rows in found.items()}


def _status(rows: Mapping[str, RowMapping]) -> CallStatus:
    done = {what: row for what, row in rows.items() if row["value"]}
    reviewed, handed, coached, held = (done.get(what) for what in (REVIEWED, HANDED, COACHED, HELD))
    return CallStatus(
        reviewed_by=reviewed["value"] if reviewed else "",
        reviewed_at=reviewed["made_at"] if reviewed else None,
        handed_to=handed["value"] if handed else "",
        handed_by=handed["by"] if handed else "",
        coached_by=coached["value"] if coached else "",
        coached_at=coached["made_at"] if coached else None,
        held_for=held["value"] if held else "",
        held_by=held["by"] if held else "",
    )


def comment_counts(connection: Connection, call_ids: Iterable[str]) -> dict[str, int]:
    table = desk_schema.comments
    query = (
        select(table.c.call_id, func.count())
        .where(table.c.call_id.in_(list(call_ids)))
        .group_by(table.c.call_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def comment_of(row: Mapping[str, Any]) -> Comment:
    """A row of `comments`."""
    return Comment(
        id=row["id"],
        at=row["at_ms"],
        text=row["text"],
        by=row["by"],
        written_at=row["made_at"],
        kind=CommentKind(row["kind"]),
        answers=row["answers"],
    )
