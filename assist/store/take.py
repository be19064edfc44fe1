"""Takes a call of another computer into this one's store: what `put_call` does on a server."""

import re
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from assist.store import desk_schema, schema
from assist.store.deletion_log import is_erased
from assist.store.desk_rows import merge
from assist.store.documents import Document, typed_rows
from assist.store.facts import keep_facts
from assist.store.search import number_utterances

_PARTS = (*schema.PARTS, desk_schema.call_reasons)
_MERGED = (desk_schema.comments, desk_schema.follow_ups)

STORED, KNOWN, OLD, CONFLICT, UNFIT = "stored", "known", "old", "conflict", "unfit"
ERASED = "erased"
"""A customer had the call erased: it does not come back."""

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,63}")
"""As on a server: an id names a folder on the computer that has its call."""


def take_call(connection: Connection, envelope: Document, device: str) -> str:
    """Store the call as `device` has it now; again, or an older state, changes nothing."""
    calls = schema.calls
    row = typed_rows(calls, [envelope["call"]])[0]
    call_id = str(row["id"])
    if not _ID.fullmatch(call_id):
        return UNFIT
    if is_erased(connection, call_id):
        return ERASED
    query = select(calls.c.device, calls.c.version, calls.c.digest).where(calls.c.id == call_id)
    old = connection.execute(query).first()
    if old is not None:
        if old.device != device:
            return CONFLICT
        if old.digest == envelope["digest"]:
            return KNOWN
        if old.version >= envelope["version"]:
            return OLD
    row |= {
        "saved_at": row["started_at"],
        "device": device,
        "version": envelope["version"],
        "digest": envelope["digest"],
    }
    if old is None:
        connection.execute(insert(calls).values(row))
    else:
        connection.execute(update(calls).where(calls.c.id == call_id).values(row))
    for table in _PARTS:
        connection.execute(delete(table).where(table.c.call_id == call_id))
        rows = _of_call(call_id, typed_rows(table, envelope[table.name]))
        if table is schema.utterances:
            number_utterances(connection, row["started_at"], rows)
        if rows:
            connection.execute(insert(table), rows)
    keep_facts(connection, call_id)
    marks = schema.marks
    connection.execute(delete(marks).where(marks.c.call_id == call_id, marks.c.origin == "agent"))
    if agent_marks := _of_call(call_id, typed_rows(marks, envelope["marks"])):
        connection.execute(insert(marks), agent_marks)
    for table in _MERGED:
        for each in _of_call(call_id, typed_rows(table, envelope[table.name])):
            merge(connection, table, each)
    return STORED


def _of_call(call_id: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "call_id": call_id} for row in rows]
