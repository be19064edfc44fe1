"""What a team's figures are counted from: one short row for each call, made when it is stored.

The row is made by the same statement in both databases: a workstation runs it when a call is
stored, a team's database in `put_call`, from the rows that came and not from what the sender
counted. What changes after a call (promises kept, prompts judged) is no fact of it and is read when
figures are asked for. docs/review.md says of each figure what counts.
"""

from sqlalchemy import Connection, delete, text

from assist.core.events import DISTRESS
from assist.store import schema

AFTER_CUE_MS = 60_000
"""An upward pivot within a minute of a prompt counts as after it."""

PLAYED = "demo"
"""The source of the demo call, which is nobody's work."""

COLUMNS = tuple(column.name for column in schema.call_facts.c)

_SAID = (
    "SELECT 1 FROM {at}detections AS d WHERE d.call_id = c.id AND d.party = 'agent' "
    # Not through the index of all labels, which SQLite takes for as good as that of the call.
    "AND NOT d.is_withdrawn AND d.label || '' = "
)
_ANGRY_AT = (
    # Where two feelings fall on one moment the customer is taken for angry.
    "EXISTS (SELECT 1 FROM {at}feelings AS f WHERE f.call_id = c.id AND f.feeling = 'anger' "
    "AND f.at_ms <= %s AND NOT EXISTS (SELECT 1 FROM {at}feelings AS g WHERE g.call_id = c.id "
    "AND g.at_ms > f.at_ms AND g.at_ms <= %s AND g.feeling NOT IN ('anger', 'none')))"
)
_DISTRESS = (
    "(SELECT min(f.at_ms) FROM {at}feelings AS f WHERE f.call_id = c.id AND f.feeling IN ({moods}))"
)
_ANGRY = "EXISTS (SELECT 1 FROM {at}feelings AS f WHERE f.call_id = c.id AND f.feeling = 'anger')"
_TURNED = (
    "EXISTS (SELECT 1 FROM {at}cues AS q JOIN {at}pivots AS p ON p.call_id = q.call_id "
    "AND p.at_ms BETWEEN q.shown_at_ms AND q.shown_at_ms + {after} "
    "WHERE q.call_id = c.id AND p.is_up)"
)
_SHOWN = "FROM {at}cues AS q WHERE q.call_id = c.id AND q.shown_at_ms IS NOT NULL"


def facts_query(*, call: str, at: str = "", started_ms: str) -> str:
    """The statement that makes a call's row; `call` chooses it, `at` is the tables' schema.

    Both, and the expression of the call's moment, are ours and never a caller's.
    """
    moods = ", ".join(f"'{feeling.value}'" for feeling in sorted(DISTRESS))
    said = _SAID.format(at=at)
    distress = _DISTRESS.format(at=at, moods=moods)
    angry_at = _ANGRY_AT.format(at=at)
    shown = _SHOWN.format(at=at)
    flags = {
        "distress": f"{distress} IS NOT NULL",
        # In the same breath counts: agents answer while the customer's sentence is being closed.
        "acknowledged": f"EXISTS ({said}'empathy' AND d.at_ms >= {distress})",
        "named": "c.customer_name <> ''",
        "name_used": f"c.customer_name <> '' AND EXISTS ({said}'uses_name')",
        "dead_end": f"EXISTS ({said}'dead_end')",
        "prompted": f"{distress} IS NOT NULL AND EXISTS (SELECT 1 {shown})",
        "turned_up": f"{distress} IS NOT NULL AND {_TURNED.format(at=at, after=AFTER_CUE_MS)}",
        "angry": _ANGRY.format(at=at),
        "handed_on": (
            f"EXISTS ({said}'transfer' AND {angry_at % ('d.at_ms', 'd.at_ms')}) "
            f"OR (c.end_reason = 'transfer' AND {angry_at % (('c.duration_ms',) * 2)})"
        ),
        "ended": "c.outcome <> ''",
        "resolved": "c.outcome = 'resolved'",
    }
    counts = {
        "shown": f"(SELECT count(*) {shown})",
        "heeded": f"(SELECT count(*) {shown} AND q.ending = 'heeded')",
    }
    values = {
        "call_id": "c.id",
        "started_ms": started_ms,
        "agent": "c.agent",
        "owner": "c.owner",
        "team": "c.team",
        "customer": f"{at}number_key(c.customer_number)",
        **{name: f"CASE WHEN {condition} THEN 1 ELSE 0 END" for name, condition in flags.items()},
        **counts,
    }
    listed = ", ".join(f"{values[name]} AS {name}" for name in COLUMNS)
    return (
        f"INSERT INTO {at}call_facts ({', '.join(COLUMNS)}) SELECT {listed} "  # noqa: S608
        f"FROM {at}calls AS c WHERE {call} AND c.source <> '{PLAYED}'"
    )


STARTED_SQLITE = "CAST(round((julianday(c.started_at) - 2440587.5) * 86400000.0) AS INTEGER)"
STARTED_POSTGRES = "CAST(round(extract(epoch FROM c.started_at) * 1000) AS bigint)"


def keep_facts(connection: Connection, call_id: str) -> None:
    """Make a stored call's row anew. Its other rows must be there."""
    is_sqlite = connection.dialect.name == "sqlite"
    table = schema.call_facts
    connection.execute(delete(table).where(table.c.call_id == call_id))
    started_ms = STARTED_SQLITE if is_sqlite else STARTED_POSTGRES
    query = facts_query(call="c.id = :call", started_ms=started_ms)
    connection.execute(text(query), {"call": call_id})
