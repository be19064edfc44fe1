"""Counts a team's figures in the database: by agent and week, from one short row for each call.

A team's database counts in a function of its own (`team_counts`), which gives everybody no more
than they may see; elsewhere the same statement is run as it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, text

from assist.store.database import explained

REPEAT_DAYS = 7
"""A call by the same number within a week means that the first one did not settle it."""

_WEEK_MS = REPEAT_DAYS * 24 * 3_600_000

SHARES: tuple[tuple[str, str, str], ...] = (
    ("feelings acknowledged", "acknowledged", "distress"),
    ("customer's name used", "name_used", "named"),
    ("calls with a dead end", "dead_end", "calls"),
    ("promises kept on time", "kept", "due"),
    ("mood turned up after a prompt", "turned_up", "prompted"),
    ("angry customers handed on", "handed_on", "angry"),
    ("settled in the first call", "settled", "known"),
    ("prompts heeded", "heeded", "shown"),
    ("prompts judged right", "rightly", "judged"),
)
"""Each figure's name, and what is counted for it: how many, of how many."""

_FACTS = ("acknowledged", "distress", "name_used", "named", "dead_end", "turned_up", "prompted")
_MORE = ("handed_on", "angry", "heeded", "shown")
NUMBERS = ("calls", *_FACTS, *_MORE, "settled", "known", "due", "kept", "judged", "rightly")
"""What is counted of each agent and week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentWeek:
    """What was counted of an agent's calls in the week that `begins` (a Monday, here)."""

    agent: str
    begins: date
    counts: tuple[int, ...]
    """`NUMBERS`."""


def added(counts: Iterable[AgentWeek]) -> dict[str, int]:
    """The sum of each of `NUMBERS`."""
    columns = zip(*(each.counts for each in counts), strict=True)
    sums = [sum(column) for column in columns] or [0] * len(NUMBERS)
    return dict(zip(NUMBERS, sums, strict=True))


def counts_query(*, at: str, week: str, mine: str, since: str, until: str, now: str) -> str:
    """Rows of agent, week's number and `NUMBERS` for the calls from `since` to before `until`.

    `at` is the tables' schema, `week` the number of the week that `f.started_ms` is in, `mine` what
    the caller may see of the facts `{of}`; `until` in milliseconds is the moment `now`. All of them
    are ours and never a caller's.
    """
    sums = ", ".join(f"sum({name}) AS {name}" for name in (*_FACTS, *_MORE))
    sides = {
        "facts": ("calls", *_FACTS, *_MORE, "settled", "known"),
        "pledges": ("due", "kept"),
        "judged": ("judged", "rightly"),
    }

    def listed(side: str) -> str:
        return ", ".join(name if name in sides[side] else f"0 AS {name}" for name in NUMBERS)

    totals = ", ".join(f"sum({name}) AS {name}" for name in NUMBERS)
    period = f"f.started_ms >= {since} AND f.started_ms < {until} AND {mine.format(of='f')}"
    known = f"f.customer <> '' AND f.started_ms + {_WEEK_MS} <= {until}"
    # A lead's mark of a prompt counts before the agent's: "lead" > "agent".
    return f"""
WITH facts AS (
    SELECT f.agent, {week} AS week, count(*) AS calls, {sums},
        sum(CASE WHEN {known} AND f.ended = 1 THEN 1 ELSE 0 END) AS known,
        sum(CASE WHEN {known} AND f.resolved = 1 AND NOT EXISTS (
            SELECT 1 FROM {at}call_facts AS l WHERE l.customer = f.customer
            AND l.started_ms > f.started_ms AND l.started_ms <= f.started_ms + {_WEEK_MS}
            AND {mine.format(of="l")}) THEN 1 ELSE 0 END) AS settled
    FROM {at}call_facts AS f WHERE {period} GROUP BY f.agent, {week}
), pledges AS (
    SELECT f.agent, {week} AS week, count(*) AS due,
        sum(CASE WHEN u.done_at <= p.due_time THEN 1 ELSE 0 END) AS kept
    FROM {at}call_facts AS f JOIN {at}promises AS p ON p.call_id = f.call_id
        LEFT JOIN {at}follow_ups AS u ON u.call_id = p.call_id AND u.promise = p.promise
    WHERE {period} AND p.due_time <= {now} GROUP BY f.agent, {week}
), judged AS (
    SELECT f.agent, {week} AS week, count(*) AS judged,
        sum(CASE WHEN m.is_right THEN 1 ELSE 0 END) AS rightly
    FROM {at}marks AS m JOIN {at}call_facts AS f ON f.call_id = m.call_id
    WHERE {period} AND (m.origin = 'lead' OR NOT EXISTS (SELECT 1 FROM {at}marks AS l
        WHERE l.call_id = m.call_id AND l.cue = m.cue AND l.origin = 'lead'))
    GROUP BY f.agent, {week}
)
SELECT agent, week, {totals} FROM (
    SELECT agent, week, {listed("facts")} FROM facts
    UNION ALL SELECT agent, week, {listed("pledges")} FROM pledges
    UNION ALL SELECT agent, week, {listed("judged")} FROM judged
) AS everything GROUP BY agent, week ORDER BY agent, week
"""


def read_counts(
    engine: Engine, name: str, *, since: datetime, now: datetime
) -> tuple[AgentWeek, ...]:
    """The calls begun from `since` to `now` that the login may see, by agent and week.

    Raises StoreError.
    """
    mondays = _mondays(since, now)
    with explained(name), engine.connect() as connection:
        if has_function(connection):
            rows = _asked(connection, since, now, mondays)
        else:
            rows = _counted(connection, since, now, mondays)
    days = [monday.date() for monday in mondays]
    return tuple(_agent_week(row, days) for row in rows)


def has_function(connection: Connection) -> bool:
    """Whether this is a team's database, which counts by itself."""
    if connection.dialect.name != "postgresql":
        return False
    query = text("SELECT to_regprocedure('public.team_counts(jsonb)') IS NOT NULL")
    return bool(connection.scalar(query))


def _asked(
    connection: Connection, since: datetime, now: datetime, mondays: Sequence[datetime]
) -> Sequence[Sequence[Any]]:
    asked = {
        "since": _ms(since),
        "until": _ms(now),
        "weeks": [_ms(monday) for monday in mondays],
    }
    query = text("SELECT public.team_counts(CAST(:asked AS jsonb))")
    found = connection.execute(query, {"asked": msgspec.json.encode(asked).decode()}).scalar_one()
    answer: list[list[Any]] = found
    return answer


def _counted(
    connection: Connection, since: datetime, now: datetime, mondays: Sequence[datetime]
) -> Sequence[Sequence[Any]]:
    week = _week_of([_ms(monday) for monday in mondays], 0)
    query = counts_query(at="", week=week, mine="1 = 1", since=":since", until=":until", now=":now")
    moment = now if connection.dialect.name == "postgresql" else _as_kept(now)
    values = {"since": _ms(since), "until": _ms(now), "now": moment}
    return connection.execute(text(query), values).all()


def _week_of(mondays: Sequence[int], first: int) -> str:
    """The number of the week of a moment, found by halves."""
    if len(mondays) == 1:
        return str(first)
    half = len(mondays) // 2
    before, after = _week_of(mondays[:half], first), _week_of(mondays[half:], first + half)
    return f"CASE WHEN f.started_ms < {mondays[half]} THEN {before} ELSE {after} END"


def _as_kept(moment: datetime) -> str:
    """As SQLite keeps it (`schema.UtcTime`), to compare with as text."""
    return f"{datetime.fromtimestamp(moment.timestamp(), tz=UTC):%Y-%m-%d %H:%M:%S.%f}"


def _mondays(since: datetime, now: datetime) -> list[datetime]:
    """The first moment of each week from that of `since` to that of `now`, by this clock."""
    day = since.astimezone().date()
    day -= timedelta(days=day.weekday())
    found: list[datetime] = []
    while not found or datetime(day.year, day.month, day.day).astimezone() <= now:
        found.append(datetime(day.year, day.month, day.day).astimezone())
        day += timedelta(days=7)
    return found


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _agent_week(row: Sequence[Any], mondays: Sequence[date]) -> AgentWeek:
    return AgentWeek(agent=row[0], begins=mondays[row[1]], counts=tuple(map(int, row[2:])))
