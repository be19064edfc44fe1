"""What a comparison of a database with `schema.metadata` leaves out."""

import re
from typing import Any

_OWN = re.compile(r"utterance_search|ix_utterances_search|.*_(\d{6}|other)(_|$)")


def is_ours(item: Any, name: str | None, kind: str, *_: object) -> bool:
    """The text index is each database's own, and so are PostgreSQL's partitions."""
    if kind == "foreign_key_constraint":  # PostgreSQL keeps one to each partition as well
        name = item.elements[0].target_fullname.partition(".")[0]
        kind = "table"
    return _OWN.match(name or "") is None and (kind, name) != ("column", "search")
