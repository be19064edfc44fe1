"""Finding utterances by their words, a page at a time."""

import itertools
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, text

from assist.core.search import Hit, WordSearch
from assist.core.words import Party
from assist.store.search import first_id
from assist.store.tags import RISK, agent_tag, customer_tags, outcome_tag, side_tag

_SELECT = """
SELECT s.rowid AS place, u.call_id, u.party, u.number, u.start_ms, u.end_ms, u.text,
       c.started_at, c.utc_offset_minutes, c.agent, c.customer_name, c.outcome
FROM utterance_search AS s CROSS JOIN utterances AS u ON u.id = s.rowid
CROSS JOIN calls AS c ON c.id = u.call_id
WHERE utterance_search MATCH :asked
"""
# CROSS JOIN keeps the order: the index gives the newest first and is asked for no more than shown.


def find_words(connection: Connection, wanted: WordSearch) -> tuple[Hit, ...] | None:
    """The next utterances that fit, of the newest calls first.

    None: looks at them were logged, and they can be read in the next transaction.
    """
    words = wanted.words.replace("\0", " ").split()
    if not words:
        return ()
    if connection.dialect.name == "sqlite":
        return _in_sqlite(connection, wanted, words)
    return _in_postgres(connection, wanted, words)


def _in_sqlite(connection: Connection, wanted: WordSearch, words: list[str]) -> tuple[Hit, ...]:
    tags = []
    if wanted.side is not None:
        tags.append(side_tag(wanted.side))
    if wanted.agent:
        tags.append(agent_tag(wanted.agent))
    if wanted.outcome:
        tags.append(outcome_tag(wanted.outcome))
    if wanted.is_at_risk:
        tags.append(RISK)
    looked_for = [_quoted(tag) for tag in tags]
    looked_for += [f"{_quoted(tag)} *" for tag in customer_tags(wanted.customer)]
    asked = f"text : ({_said(words, wanted.near)})"
    if looked_for:
        asked += f" AND tags : ({' AND '.join(looked_for)})"
    values: dict[str, Any] = {"asked": asked, "limit": wanted.limit}
    conditions = ""
    if wanted.customer:
        conditions += " AND (instr(lower(c.customer_name || ' ' || c.customer_number), :customer))"
        values["customer"] = wanted.customer.lower()
    if wanted.is_at_risk is not None:
        conditions += " AND c.at_risk = :at_risk"
        values["at_risk"] = wanted.is_at_risk
    if wanted.since is not None:
        conditions += " AND s.rowid >= :since"
        values["since"] = first_id(wanted.since)
    if wanted.until is not None:
        conditions += " AND s.rowid < :until"
        values["until"] = first_id(wanted.until)
    if wanted.after:
        conditions += " AND s.rowid < :after"
        values["after"] = wanted.after[0]
    statement = text(f"{_SELECT}{conditions} ORDER BY s.rowid DESC LIMIT :limit")
    found = connection.execute(statement, values).mappings()
    return tuple(_hit(row, datetime.fromisoformat(row["started_at"])) for row in found)


def _said(words: list[str], near: int | None) -> str:
    """Quoted, so that nothing a user types is query syntax; a space between means "and"."""
    quoted = [_quoted(word) for word in words]
    if near is None or len(words) == 1:
        return " ".join(quoted)
    # FTS5 counts the words between, people count from one to the next.
    between = max(0, near - 1)
    return " AND ".join(f"NEAR({a} {b}, {between})" for a, b in itertools.pairwise(quoted))


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _in_postgres(
    connection: Connection, wanted: WordSearch, words: list[str]
) -> tuple[Hit, ...] | None:
    asked = {
        "words": words,
        "side": wanted.side.value if wanted.side else "",
        "near": wanted.near,
        "agent": wanted.agent,
        "customer": wanted.customer,
        "customer_tags": customer_tags(wanted.customer),
        "outcome": wanted.outcome,
        "is_at_risk": wanted.is_at_risk,
        "since": wanted.since,
        "until": wanted.until,
        "limit": wanted.limit,
        "after": list(wanted.after) or None,
        "asks_again": True,
    }
    query = text("SELECT public.find_words(CAST(:asked AS jsonb))")
    body = msgspec.json.encode(asked).decode()
    rows: list[dict[str, Any]] = connection.execute(query, {"asked": body}).scalar_one()
    if rows and rows[-1].get("is_logged"):
        return None
    hits = []
    for row in rows:
        place = tuple(row[name] for name in ("call_id", "start_ms", "party", "number", "part"))
        started_at = datetime.fromisoformat(row["started_at"])
        hits.append(_hit({**row, "place": place}, started_at))
    return tuple(hits)


def _hit(row: "RowMapping | dict[str, Any]", started_at: datetime) -> Hit:
    zone = timezone(timedelta(minutes=row["utc_offset_minutes"]))
    if started_at.tzinfo is None:  # SQLite keeps UTC and says nothing of it
        started_at = started_at.replace(tzinfo=UTC)
    place = row["place"] if isinstance(row["place"], tuple) else (row["place"],)
    return Hit(
        call_id=row["call_id"],
        started_at=started_at.astimezone(zone),
        agent=row["agent"],
        customer_name=row["customer_name"],
        outcome=row["outcome"],
        party=Party(row["party"]),
        number=row["number"],
        start=row["start_ms"],
        end=row["end_ms"],
        text=row["text"],
        place=place,
    )
