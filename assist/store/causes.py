"""What causes are counted from: read in bulk, without whole calls."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Select, select

from assist.core.words import Party
from assist.store import schema
from assist.store.database import explained
from assist.store.facts import PLAYED
from assist.store.rows import started_at_of
from assist.store.team_causes import LABELS


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseCall:
    """A call, as far as its causes are counted."""

    id: str
    started_at: datetime
    agent: str
    customer: str
    outcome: str
    at_risk: bool
    drivers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseWords:
    """The customer's words in which causes were found; the first of them is quoted."""

    call: str
    at: int
    drivers: tuple[str, ...]
    text: str


def read_cause_calls(
    engine: Engine,
    name: str,
    *,
    since: datetime,
    until: datetime,
    agents: Collection[str] | None = None,
) -> tuple[CauseCall, ...]:
    """The calls begun from `since` to `until` that the login may see, of some agents or of all.

    Recordings that were played are nobody's calls. Raises StoreError.
    """
    calls = schema.calls
    query = _within(
        select(
            calls.c.id,
            calls.c.started_at,
            calls.c.utc_offset_minutes,
            calls.c.agent,
            calls.c.customer_name,
            calls.c.customer_number,
            calls.c.outcome,
            calls.c.at_risk,
            calls.c.drivers,
        ),
        since,
        until,
        agents,
    )
    with explained(name), engine.connect() as connection:
        return tuple(
            CauseCall(
                id=row["id"],
                started_at=started_at_of(row),
                agent=row["agent"],
                customer=row["customer_name"] or row["customer_number"],
                outcome=row["outcome"],
                at_risk=row["at_risk"],
                drivers=tuple(row["drivers"]),
            )
            for row in connection.execute(query).mappings()
        )


def read_cause_words(
    engine: Engine,
    name: str,
    *,
    since: datetime,
    until: datetime,
    agents: Collection[str] | None = None,
) -> tuple[CauseWords, ...]:
    """What customers said in which a cause was found and not taken back, call by call."""
    found, calls = schema.detections, schema.calls
    query = (
        _within(
            select(
                found.c.call_id, found.c.label, found.c.detail, found.c.evidence, found.c.at_ms
            ).join(calls, calls.c.id == found.c.call_id),
            since,
            until,
            agents,
        )
        .where(
            found.c.label.in_(LABELS),
            found.c.party == Party.CUSTOMER.value,
            found.c.is_withdrawn.is_(False),
        )
        .order_by(found.c.call_id, found.c.at_ms)
    )
    words = []
    with explained(name), engine.connect() as connection:
        for row in connection.execute(query).mappings():
            is_driver = row["label"] == "driver"
            drivers = tuple(row["detail"].split(",")) if is_driver else (row["label"],)
            text = str((row["evidence"] or {}).get("text", "")).strip()
            at = int((row["evidence"] or {}).get("start", row["at_ms"]))
            if text:
                words.append(CauseWords(call=row["call_id"], at=at, drivers=drivers, text=text))
    return tuple(words)


def _within(
    query: Select[Any], since: datetime, until: datetime, agents: Collection[str] | None
) -> Select[Any]:
    calls = schema.calls.c
    query = query.where(calls.started_at >= since, calls.started_at < until)
    query = query.where(calls.source != PLAYED)
    return query if agents is None else query.where(calls.agent.in_(agents))
