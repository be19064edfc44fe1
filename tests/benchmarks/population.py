"""Invented calls by the hundred thousand, for measuring lists and searches: the same every time.

The words are drawn so that the few most common make up half of all that is said, as in speech; what
is said has no meaning, but the index does not mind.
"""

import hashlib
import itertools
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, insert, text

from assist.core.words import Party
from assist.store import schema
from assist.store.model import CallOverview
from assist.store.rows import call_row
from assist.store.search import first_id
from assist.store.tags import tags_of

COMMON = (
    "the i to you and a it is that my of for on in have not this can me we do was be with but what "
    "so are just if at no know like okay yes one get out your there from all up they will as going "
    "about or see now time how when need call right back then well here did because him an go "
    "would don't she still think her had really which want been them who please account thank day "
    "week number order email phone help money card today again sorry problem work good sure long"
).split()
_SYLLABLES = (
    "ba ce di fo gu la me ni po ru sha te vi wo zu kra ple sti dro fle nor tam ber gil".split()
)
_RARE = 30_000
"""Words beyond the common ones: about what a year of calls of a center has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much there is of everything."""

    calls: int
    utterances: int
    """Per call."""
    agents: int = 400
    teams: int = 40
    months: int = 12


FULL = Size(calls=100_000, utterances=10)


def vocabulary() -> tuple[list[str], list[float]]:
    """Words, and the cumulated weights to draw them with (rank to the power of -1.05)."""
    rng = random.Random(7)
    words = list(COMMON)
    known = set(words)
    while len(words) < len(COMMON) + _RARE:
        word = "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 4)))
        if word not in known:
            known.add(word)
            words.append(word)
    weights = [1 / (rank + 2) ** 1.05 for rank in range(len(words))]
    return words, list(itertools.accumulate(weights))


def agent_name(number: int) -> str:
    return f"Agent {number:03d}"


def customer_name(rng: random.Random) -> str:
    """One of 60,000 people or so."""
    first, last = rng.randrange(150), rng.randrange(400)
    return f"{_name(first, 2)} {_name(last, 3)}"


def _name(number: int, syllables: int) -> str:
    parts = []
    for _ in range(syllables):
        number, part = divmod(number * 7 + 3, len(_SYLLABLES))
        parts.append(_SYLLABLES[part])
    return "".join(parts).capitalize()


def team_of(number: int, size: Size) -> str:
    return f"team{number % size.teams:02d}"


def login_of(number: int) -> str:
    return f"agent{number:03d}"


def tag(kind: str, name: str) -> str:
    return kind + hashlib.sha256(name.lower().encode()).hexdigest()[:12]


Row = dict[str, Any]


def calls(size: Size) -> Iterator[tuple[Row, list[Row]]]:
    """Calls and their utterances as rows, the oldest first."""
    rng = random.Random(11)
    words, weights = vocabulary()
    begin = datetime(2026, 11, 1, tzinfo=UTC) - timedelta(days=30 * size.months)
    step = timedelta(days=30 * size.months) / size.calls
    for number in range(size.calls):
        started_at = begin + step * number
        agent = rng.randrange(size.agents)
        overview = _overview(rng, number, agent, started_at)
        row = call_row(overview)
        row |= {
            "saved_at": started_at,
            "severity": rng.choices((0, 1, 2, 3), (80, 10, 6, 4))[0],
            "is_reviewed": rng.random() < 0.5,
            "owner": login_of(agent),
            "team": team_of(agent, size),
        }
        first = first_id(started_at)
        said = []
        for turn in range(size.utterances):
            party = (Party.AGENT, Party.CUSTOMER)[turn % 2]
            spoken = rng.choices(words, cum_weights=weights, k=rng.randint(3, 22))
            start = turn * 9_000
            more = f"{tag('owner', row['owner'])} {tag('team', row['team'])}"
            said.append(
                {
                    "id": first + turn,
                    "call_id": overview.id,
                    "party": party.value,
                    "number": turn // 2,
                    "start_ms": start,
                    "end_ms": start + 350 * len(spoken),
                    "text": " ".join(spoken),
                    "words": [
                        [word, start + 350 * at, start + 350 * at + 300, 0.93]
                        for at, word in enumerate(spoken)
                    ],
                    "tags": f"{tags_of(party, overview)} {more}",
                }
            )
        yield row, said


def _overview(rng: random.Random, number: int, agent: int, started_at: datetime) -> CallOverview:
    from assist.core.events import Feeling

    return CallOverview(
        id=f"{started_at:%Y%m%dT%H%M%S}-{number:06x}",
        started_at=started_at,
        duration_ms=rng.randint(40_000, 1_200_000),
        source="live",
        agent=agent_name(agent),
        customer_name=customer_name(rng),
        customer_number=f"555 {rng.randrange(10**7):07d}",
        reference="",
        outcome=rng.choice(("resolved", "follow_up", "unresolved")),
        end_reason="hangup",
        problem="the order did not come",
        first_feeling=Feeling.NONE,
        last_feeling=Feeling.NONE,
        turned_around=False,
        at_risk=rng.random() < 0.05,
        agent_percent=50,
        cues_raised=0,
        cues_shown=0,
        cues_heeded=0,
        checklist=(),
        note="",
        app="",
        model="",
        playbook="",
        playbook_hash="",
        journal="",
    )


def fill(engine: Engine, size: Size) -> None:
    """Put the population into a migrated database."""
    if engine.dialect.name == "sqlite":
        _fill_sqlite(engine, size)
    else:
        _fill_postgres(engine, size)


def _batches(size: Size) -> Iterator[Sequence[tuple[Row, list[Row]]]]:
    everything = calls(size)
    while batch := list(itertools.islice(everything, 2_000)):
        yield batch


def _fill_sqlite(engine: Engine, size: Size) -> None:
    with engine.execution_options(is_writing=True).begin() as connection:
        for batch in _batches(size):
            connection.execute(insert(schema.calls), [row for row, _ in batch])
            connection.execute(insert(schema.utterances), [u for _, said in batch for u in said])


def _fill_postgres(engine: Engine, size: Size) -> None:
    with engine.begin() as connection:
        begin = datetime(2026, 11, 1, tzinfo=UTC) - timedelta(days=30 * size.months)
        days = range(30 * size.months)
        for month in sorted({f"{begin + timedelta(days=day):%Y%m}" for day in days}):
            connection.execute(text("SELECT public.make_month(:month)"), {"month": month})
        for batch in _batches(size):
            _copy(connection, "calls", [row for row, _ in batch])
            _copy(connection, "utterances", [u for _, said in batch for u in said])
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def _copy(connection: Connection, table: str, rows: list[Row]) -> None:
    names = list(rows[0])
    columns = ", ".join(f'"{name}"' for name in names)
    cursor = connection.connection.cursor()
    with cursor.copy(f"COPY public.{table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(
                [
                    json.dumps(value) if isinstance(value, list | tuple) else value
                    for value in (row[name] for name in names)
                ]
            )
