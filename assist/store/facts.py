"""What a team's figures are counted from: a few facts of each call, read in bulk."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Select, select

from assist.core.events import DISTRESS, Feeling
from assist.core.numbers import number_key
from assist.core.words import Party
from assist.store import desk_schema, schema
from assist.store.database import explained

_PLAYED = "demo"
_LABELS = ("empathy", "uses_name", "dead_end", "transfer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """A promise with a due moment, and when it was marked as kept (None: not)."""

    due_at: datetime
    kept_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    """One call, as far as team figures ask. Times within the call are milliseconds.

    `customer` is the number without its prefixes, "" where it is not known. `heeded` counts shown
    prompts that were done; `helped_by` shown prompts with an upward pivot soon after.
    """

    id: str
    agent: str
    started_at: datetime
    outcome: str
    customer: str
    has_name: bool
    shown_ms: tuple[int, ...]
    heeded: int
    marks_right: int
    marks_wrong: int
    distress_ms: int | None
    anger_ms: tuple[int, ...]
    calm_ms: tuple[int, ...]
    empathy_ms: tuple[int, ...]
    name_ms: tuple[int, ...]
    dead_end_ms: tuple[int, ...]
    transfer_ms: tuple[int, ...]
    up_ms: tuple[int, ...]
    pledges: tuple[Pledge, ...]


def read_facts(
    engine: Engine, name: str, *, since: datetime, until: datetime
) -> tuple[CallFacts, ...]:
    """The calls begun from `since` to `until` that the login may see, oldest first; no demo."""
    with explained(name), engine.connect() as connection:
        reader = _Reader(connection, since, until)
        calls = schema.calls
        query = (
            select(
                calls.c.id,
                calls.c.agent,
                calls.c.started_at,
                calls.c.outcome,
                calls.c.customer_number,
                calls.c.customer_name,
                calls.c.cues_heeded,
            )
            .where(
                calls.c.started_at >= since,
                calls.c.started_at < until,
                calls.c.source != _PLAYED,  # the demo call is nobody's work
            )
            .order_by(calls.c.started_at)
        )
        found = [dict(row) for row in connection.execute(query).mappings()]
        return tuple(reader.facts(found))


class _Reader:
    """Reads each table once for all the calls of a period."""

    def __init__(self, connection: Connection, since: datetime, until: datetime) -> None:
        self._connection = connection
        self._since = since
        self._until = until

    def facts(self, calls: list[dict[str, Any]]) -> Iterator[CallFacts]:
        said = self._moments(
            schema.detections,
            schema.detections.c.label.in_(_LABELS),
            schema.detections.c.is_withdrawn.is_(False),
        )
        feelings = self._moments(schema.feelings)
        ups = self._moments(schema.pivots, schema.pivots.c.is_up.is_(True))
        cues = self._moments(schema.cues, schema.cues.c.shown_at_ms.is_not(None))
        marks = self._moments(schema.marks)
        pledges = self._pledges()
        for call in calls:
            key = call["id"]
            labelled = {
                label: tuple(row["at_ms"] for row in said[key] if _is_said(row, label))
                for label in _LABELS
            }
            moods = [(row["at_ms"], Feeling(row["feeling"])) for row in feelings[key]]
            rights = _latest_marks(marks[key])
            yield CallFacts(
                id=key,
                agent=call["agent"],
                started_at=call["started_at"],
                outcome=call["outcome"],
                customer=number_key(call["customer_number"]),
                has_name=bool(call["customer_name"]),
                shown_ms=tuple(row["shown_at_ms"] for row in cues[key]),
                heeded=call["cues_heeded"],
                marks_right=sum(rights),
                marks_wrong=len(rights) - sum(rights),
                distress_ms=next((at for at, mood in moods if mood in DISTRESS), None),
                anger_ms=tuple(at for at, mood in moods if mood is Feeling.ANGER),
                calm_ms=tuple(at for at, mood in moods if mood is not Feeling.ANGER),
                empathy_ms=labelled["empathy"],
                name_ms=labelled["uses_name"],
                dead_end_ms=labelled["dead_end"],
                transfer_ms=labelled["transfer"],
                up_ms=tuple(row["at_ms"] for row in ups[key]),
                pledges=tuple(pledges[key]),
            )

    def _moments(self, table: Any, *conditions: Any) -> Mapping[str, list[RowMapping]]:
        query = self._of_period(select(table), table).where(*conditions).order_by(table.c.at_ms)
        rows: defaultdict[str, list[RowMapping]] = defaultdict(list)
        for row in self._connection.execute(query).mappings():
            rows[row["call_id"]].append(row)
        return rows

    def _pledges(self) -> Mapping[str, list[Pledge]]:
        promises, later = schema.promises, desk_schema.follow_ups
        joined = promises.outerjoin(
            later,
            (later.c.call_id == promises.c.call_id) & (later.c.promise == promises.c.promise),
        )
        query = self._of_period(
            select(promises.c.call_id, promises.c.due_time, later.c.done_at).select_from(joined),
            promises,
        ).where(promises.c.due_time.is_not(None))
        rows: defaultdict[str, list[Pledge]] = defaultdict(list)
        for row in self._connection.execute(query).mappings():
            rows[row["call_id"]].append(Pledge(due_at=row["due_time"], kept_at=row["done_at"]))
        return rows

    def _of_period(self, query: Select[Any], table: Any) -> Select[Any]:
        calls = schema.calls
        within = select(calls.c.id).where(
            calls.c.started_at >= self._since, calls.c.started_at < self._until
        )
        return query.where(table.c.call_id.in_(within))


def _is_said(row: RowMapping, label: str) -> bool:
    return bool(row["label"] == label and row["party"] == Party.AGENT.value)


def _latest_marks(rows: list[RowMapping]) -> list[bool]:
    """One judgement for each cue: the lead's where both gave one."""
    chosen: dict[int, bool] = {}
    for row in sorted(rows, key=lambda row: row["origin"] == "lead"):
        chosen[row["cue"]] = bool(row["is_right"])
    return list(chosen.values())
