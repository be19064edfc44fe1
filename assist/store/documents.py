"""A stored call as the document that leaves the computer: no more in it than the team shares."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, DateTime, Table, TypeDecorator, select

from assist.store import desk_schema, schema
from assist.store.rows import AFTERWARDS

Document = dict[str, Any]

SHARES = ("nothing", "totals", "transcripts", "audio")
"""What may leave a workstation, from least to most."""
NOTHING, TOTALS, TRANSCRIPTS, AUDIO = SHARES

_PARTS = (*schema.PARTS, desk_schema.call_reasons)
_OWN_DESK = (desk_schema.comments, desk_schema.follow_ups)
"""What an agent adds to calls; the rest of the desk is the leads'."""

_SENT_AFTERWARDS = ("severity", "judged_by")

_WORDS_OF_CALLS = (
    "customer_name",
    "customer_number",
    "reference",
    "problem",
    "note",
    "summary",
)
_NO_EVIDENCE = {"party": None, "text": "", "start": 0, "end": 0, "utterance": None, "confidence": 1}
_WORDLESS: dict[str, dict[str, Any]] = {
    "detections": {"evidence": _NO_EVIDENCE, "detail": ""},
    "cues": {"evidence": [], "headline": "", "directions": []},
    "promises": {"evidence": None, "what": "", "who": "", "due": ""},
    "feelings": {"evidence": None},
    "pivots": {"evidence": None},
    "flags": {"note": ""},
    "call_reasons": {"detail": ""},
}
"""With totals alone: what takes the place of anything somebody said or typed."""


def least(*shares: str) -> str:
    """The narrowest of several limits."""
    return min(shares, key=SHARES.index)


def document_of(connection: Connection, call_id: str, shares: str, agent: str) -> Document | None:
    """The call as the team may have it; None if it is gone. `shares` is not "nothing".

    `agent` is whose workstation this is: comments by others came from the team.
    """
    row = (
        connection.execute(select(schema.calls).where(schema.calls.c.id == call_id))
        .mappings()
        .first()
    )
    if row is None:
        return None
    left_out = {*AFTERWARDS, "saved_at"} - set(_SENT_AFTERWARDS)
    call = {str(name): value for name, value in row.items() if name not in left_out}
    call["journal"] = ""  # a path on this computer
    document: Document = {"call": call}
    for table in _PARTS:
        document[table.name] = _rows(connection, table, call_id)
    document["marks"] = [
        each for each in _rows(connection, schema.marks, call_id) if each["origin"] == "agent"
    ]
    for table in _OWN_DESK:
        document[table.name] = [
            each for each in _rows(connection, table, call_id) if each["by"] in ("", agent)
        ]
    if shares == TOTALS:
        _leave_words_out(document)
    ready: Document = msgspec.json.decode(msgspec.json.encode(document))
    return ready


def digest_of(document: Document) -> str:
    """The same for the same content, whenever and wherever it is made."""
    content = msgspec.json.encode(document, order="deterministic")
    return hashlib.sha256(content).hexdigest()


def _leave_words_out(document: Document) -> None:
    document["call"].update(dict.fromkeys(_WORDS_OF_CALLS, ""), done=[])
    document["utterances"] = []
    document["comments"] = []
    for name, blanks in _WORDLESS.items():
        document[name] = [{**row, **blanks} for row in document[name]]


def _rows(connection: Connection, table: Table, call_id: str) -> list[dict[str, Any]]:
    query = select(table).where(table.c.call_id == call_id).order_by(*table.primary_key)
    return [
        {str(name): value for name, value in row.items() if name != "call_id"}
        for row in connection.execute(query).mappings()
    ]


def typed_rows(table: Table, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows that came as JSON, with moments as moments and no columns that are not the table's."""
    moments = {column.name for column in table.c if _is_moment(column.type)}
    return [
        {
            name: datetime.fromisoformat(value) if name in moments and value else value
            for name, value in row.items()
            if name in table.c
        }
        for row in rows
    ]


def _is_moment(kind: Any) -> bool:
    if isinstance(kind, TypeDecorator):
        kind = kind.impl
    return isinstance(kind, DateTime)
