"""Finding words that were said: FTS5 on SQLite, tsvector on PostgreSQL."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Connection, Dialect, Select, column, false, func, select, text

from assist.store import schema

_SQLITE = "SELECT rowid FROM utterance_search WHERE utterance_search MATCH :said"
_SECOND_BITS = 30
"""Of a row number; above them stands the second in which the call began."""
_LAST_SECOND = (1 << 33) - 1
"""In the year 2242; the clock of a call after it was wrong."""


def calls_with(said: str, dialect: Dialect) -> Select[Any]:
    """The ids of the calls with an utterance that has all the words, in any order and ending."""
    utterances = schema.utterances.c
    if not said.replace("\0", " ").split():
        return select(utterances.call_id).where(false())
    if dialect.name != "sqlite":
        found = text("search @@ plainto_tsquery('spoken', :said)")
        words = said.replace("\0", " ")
        return select(utterances.call_id).where(found.bindparams(said=words))
    rowids = text(_SQLITE).bindparams(said=all_of(said))
    return select(utterances.call_id).where(
        utterances.id.in_(rowids.columns(column("id", BigInteger)).scalar_subquery())
    )


def all_of(said: str) -> str:
    """FTS5's query for all the words of `said` in what was spoken.

    Quoted, so that nothing a user types is query syntax; a space between means "and".
    """
    words = ['"' + word.replace('"', '""') + '"' for word in said.replace("\0", " ").split()]
    return f"text : ({' '.join(words)})"


def first_id(moment: datetime) -> int:
    """The least row number of an utterance of a call that began then."""
    return min(max(0, int(moment.timestamp())), _LAST_SECOND) << _SECOND_BITS


def number_utterances(
    connection: Connection, started_at: datetime, rows: list[dict[str, Any]]
) -> None:
    """Give the utterances of a call row numbers that grow with the time they were said."""
    ids = schema.utterances.c.id
    first = first_id(started_at)
    query = select(func.max(ids)).where(ids >= first, ids < first + (1 << _SECOND_BITS))
    taken = connection.execute(query).scalar()
    begin = first if taken is None else taken + 1
    for number, row in enumerate(rows, begin):
        row["id"] = number
