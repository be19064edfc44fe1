"""Who looked at calls that came through a shared folder: logged at the lead's, read by the agent.

A server keeps its log itself, before it gives a word out. A folder has nobody to do that: the app
on the lead's computer writes the line and sends it with the comments. Whoever opens the lead's
database with another program leaves none.
"""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from assist.store import schema
from assist.store.database import explained, writing
from assist.store.documents import typed_rows
from assist.store.outbox import touch
from assist.store.team import Look

OPEN, SEARCH, SOUND, CAUSES = "open", "search", "sound", "causes"
_LOOK_LASTS = timedelta(hours=1)
"""Reading on in a call is no second look; as long as in a team's database."""


def log_looks(
    engine: Engine, name: str, call_ids: Iterable[str], *, who: str, what: str, now: datetime
) -> int:
    """Log looks at those of the calls that came from another computer; returns how many were new.

    Raises StoreError: what cannot be logged is not to be shown.
    """
    wanted = tuple(dict.fromkeys(call_ids))
    if engine.dialect.name != "sqlite" or not wanted:
        return 0
    with explained(name):
        with engine.connect() as connection:
            new = _unlogged(connection, wanted, who, what, now)
        if not new:
            return 0
        with writing(engine) as connection:
            new = _unlogged(connection, wanted, who, what, now)
            for call_id in new:
                row = {"call_id": call_id, "at": now, "who": who, "what": what}
                row |= {"id": secrets.token_hex(16)}
                connection.execute(insert(schema.folder_looks).values(row))
                touch(connection, call_id)  # goes to the call's own computer
    return len(new)


def _unlogged(
    connection: Connection, call_ids: Sequence[str], who: str, what: str, now: datetime
) -> list[str]:
    calls, table = schema.calls.c, schema.folder_looks.c
    theirs = select(calls.id).where(calls.id.in_(call_ids), calls.device != "")
    lately = select(table.call_id).where(
        table.call_id.in_(call_ids),
        table.who == who,
        table.what == what,
        table.at > now - _LOOK_LASTS,
    )
    known = set(connection.scalars(lately))
    return [call_id for call_id in connection.scalars(theirs) if call_id not in known]


def looks_at(connection: Connection, call_ids: Sequence[str]) -> list[dict[str, Any]]:
    """The log's lines on these calls, as they are sent."""
    table = schema.folder_looks
    rows = connection.execute(select(table).where(table.c.call_id.in_(call_ids))).mappings()
    return [{str(key): value for key, value in row.items()} for row in rows]


def take_looks(connection: Connection, rows: list[dict[str, Any]]) -> int:
    """Keep the lines that a lead's computer sent; returns how many were news."""
    table = schema.folder_looks
    new = 0
    for row in typed_rows(table, rows):
        if connection.execute(select(table.c.id).where(table.c.id == row["id"])).first() is None:
            connection.execute(insert(table).values(row))
            new += 1
    return new


def looks_of_folder(engine: Engine, name: str, limit: int = 200) -> tuple[Look, ...]:
    """Who looked at this computer's calls, the latest look first. Raises StoreError."""
    table = schema.folder_looks
    query = select(table).order_by(table.c.at.desc(), table.c.id).limit(limit)
    with explained(name), engine.connect() as connection:
        return tuple(
            Look(at=row.at, who=row.who, call_id=row.call_id, what=row.what)
            for row in connection.execute(query)
        )
