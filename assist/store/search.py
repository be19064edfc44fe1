"""Finding words that were said: FTS5 on SQLite, tsvector on PostgreSQL."""

from sqlalchemy import BigInteger, Dialect, Select, column, select, text

from assist.store import schema

_SQLITE = "SELECT rowid FROM utterance_search WHERE utterance_search MATCH :said"
_POSTGRES = "SELECT id FROM utterances WHERE search @@ plainto_tsquery('spoken', :said)"


def calls_with(said: str, dialect: Dialect) -> Select[tuple[str]]:
    """The ids of the calls with an utterance that has all the words, in any order and ending."""
    if dialect.name == "sqlite":
        # Quoted, so that nothing a user types is query syntax; a space between means "and".
        words = ['"' + word.replace('"', '""') + '"' for word in said.replace("\0", " ").split()]
        found = text(_SQLITE).bindparams(said=" ".join(words))
    else:
        found = text(_POSTGRES).bindparams(said=said.replace("\0", " "))
    return select(schema.utterances.c.call_id).where(
        schema.utterances.c.id.in_(found.columns(column("id", BigInteger)).scalar_subquery())
    )
