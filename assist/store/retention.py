"""Taking out of a stored call what was said in it, while counts, outcome and prompts stay."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, exists, null, select, update

from assist.store import desk_schema, schema
from assist.store.errors import StoreError


def old(
    connection: Connection, until: datetime, limit: int, *, has_words: bool, has_sound: bool
) -> tuple[str, ...]:
    """Calls begun before `until`, of which words or sound are kept where that is asked for."""
    calls = schema.calls
    query = select(calls.c.id).where(calls.c.started_at < until)
    if has_words:
        query = query.where(exists().where(schema.utterances.c.call_id == calls.c.id))
    if has_sound:
        query = query.where(exists().where(desk_schema.kept_audio.c.call_id == calls.c.id))
    return tuple(connection.execute(query.order_by(calls.c.started_at).limit(limit)).scalars())


def forget_words(connection: Connection, call_id: str) -> None:
    """Remove utterances, what was found in them, and every quotation of them.

    Summary and note are the agent's own writing, promises what was agreed on: they stay.
    """
    for table in (schema.utterances, schema.detections):
        connection.execute(delete(table).where(table.c.call_id == call_id))
    cues = schema.cues
    connection.execute(update(cues).where(cues.c.call_id == call_id).values(evidence=[]))
    for table in (schema.feelings, schema.pivots, schema.promises):
        connection.execute(update(table).where(table.c.call_id == call_id).values(evidence=null()))
    calls = schema.calls
    connection.execute(update(calls).where(calls.c.id == call_id).values(problem=""))


def remove_file(file: Path) -> None:
    """Delete a file of a call. Raises StoreError if it is still there then."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            f"{file} cannot be deleted ({error.strerror}); remove it yourself."
        ) from None
