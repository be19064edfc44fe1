"""What a comparison of a database with `schema.metadata` leaves out."""


def is_ours(item: object, name: str | None, kind: str, *_: object) -> bool:
    """The text index is each database's own; the tables' metadata does not know it."""
    return not (name or "").startswith(("utterance_search", "ix_utterances_search")) and (
        kind,
        name,
    ) != ("column", "search")
