"""What leads wrote to the agent while the call ran, kept with it as remarks at their moments.

In a team's database the same remarks are made from the lines themselves (`team_live`), not from
what a workstation says of them; both bear the line's number, so that they are one.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from assist.core.events import LeadWrote
from assist.core.review import CommentKind
from assist.store import desk_schema

_ID = "line-"


def put_lines(
    connection: Connection, call_id: str, started_at: datetime, lines: Sequence[LeadWrote]
) -> None:
    """Keep the lines of a call that are not there yet."""
    table = desk_schema.comments
    known = set(connection.scalars(select(table.c.id).where(table.c.call_id == call_id)))
    for line in lines:
        if (name := f"{_ID}{line.line}") not in known:
            known.add(name)
            connection.execute(insert(table).values(_row(call_id, name, started_at, line)))


def _row(call_id: str, name: str, started_at: datetime, line: LeadWrote) -> dict[str, Any]:
    return {
        "call_id": call_id,
        "id": name,
        "at_ms": line.at,
        "text": line.text.replace("\0", ""),
        "kind": CommentKind.LINE.value,
        "answers": "",
        "by": line.by.replace("\0", ""),
        "made_at": started_at + timedelta(milliseconds=line.at),
    }


def lines_of(connection: Connection, call_id: str) -> tuple[LeadWrote, ...]:
    """The lines of a call in the order they were sent."""
    table: Table = desk_schema.comments
    query = select(table.c.id, table.c.at_ms, table.c.by, table.c.text).where(
        table.c.call_id == call_id, table.c.kind == CommentKind.LINE.value
    )
    found = [
        LeadWrote(at=row.at_ms or 0, line=int(row.id.removeprefix(_ID)), by=row.by, text=row.text)
        for row in connection.execute(query)
        if row.id.removeprefix(_ID).isdigit()
    ]
    return tuple(sorted(found, key=lambda each: each.line))
