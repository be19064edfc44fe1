"""How long a team's figures take over half a year of 100,000 calls, in both databases.

python -m tests.benchmarks.team               as in docs/review.md
python -m tests.benchmarks.team sqlite 0.1    a tenth of it
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, Table, insert, text

from assist.review import team_desk
from assist.store import schema
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.facts import STARTED_POSTGRES, STARTED_SQLITE, facts_query
from assist.store.team import Person, add_person, init_team
from tests.benchmarks import population
from tests.benchmarks.population import Row, Size
from tests.benchmarks.search import FixedKey
from tests.helpers import postgres

NOW = datetime(2026, 11, 1, tzinfo=UTC)
"""When the population's last call ends."""
HALF_A_YEAR = Size(calls=100_000, utterances=0, months=6)
_EVIDENCE = {"party": "customer", "text": "it never came", "start": 0, "end": 1, "confidence": 1}


def fill(engine: Engine, size: Size) -> None:
    """Calls with a feeling, two detections, two prompts, and a promise and a mark for some."""
    rng = random.Random(5)
    rows: dict[Table, list[Row]] = {}
    with engine.execution_options(is_writing=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            for month in range(13):
                day = NOW - timedelta(days=30 * month)
                query = text("SELECT public.make_month(:month)")
                connection.execute(query, {"month": f"{day:%Y%m}"})
        for number, (call, _) in enumerate(population.calls(size)):
            for table, row in _details(rng, call):
                rows.setdefault(table, []).append(row)
            if number % 2_000 == 1_999 or number == size.calls - 1:
                for table, batch in rows.items():
                    connection.execute(insert(table), batch)
                rows = {}
        is_sqlite = engine.dialect.name == "sqlite"
        started_ms = STARTED_SQLITE if is_sqlite else STARTED_POSTGRES
        connection.execute(text(facts_query(call="1 = 1", started_ms=started_ms)))
    if not is_sqlite:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _details(rng: random.Random, call: Row) -> Iterator[tuple[Table, Row]]:
    key, begun = {"call_id": call["id"]}, call["started_at"]
    driver = rng.choice(("delivery", "billing", "refund", "handover", ""))
    yield schema.calls, call | {"drivers": [driver] if driver else []}
    feeling = rng.choice(("frustration", "anger", "none", "gratitude_relief"))
    yield (
        schema.feelings,
        key
        | {"position": 0, "at_ms": 9_000, "feeling": feeling, "intensity": 2, "level": -40}
        | {"trend": "steady", "evidence": None},
    )
    found = (("driver", "customer", driver), (rng.choice(("empathy", "uses_name")), "agent", ""))
    for number, (label, party, detail) in enumerate(found):
        yield (
            schema.detections,
            key
            | {"number": number, "at_ms": 9_000, "label": label, "party": party, "detail": detail}
            | {"evidence": _EVIDENCE, "is_final": True, "is_withdrawn": False},
        )
    for cue in range(2):
        yield schema.cues, key | _cue(cue, rng.choice(("heeded", "expired")))
    if rng.random() < 0.5:
        due = begun + timedelta(hours=rng.randint(1, 90))
        yield (
            schema.promises,
            key
            | {"promise": 0, "at_ms": 9_000, "who": "agent", "what": "call back", "due": "then"}
            | {"due_at": due.isoformat(), "missing": [], "evidence": None, "due_time": due},
        )
    if rng.random() < 0.3:
        yield (
            schema.marks,
            key
            | {"cue": 0, "origin": "agent", "rule": "x", "is_right": rng.random() < 0.8}
            | {"at_ms": 0, "by": "", "made_at": begun},
        )


def _cue(cue: int, ending: str) -> Row:
    return {
        "cue": cue,
        "rule": "x",
        "at_ms": 9_500,
        "title": "",
        "headline": "",
        "directions": [],
        "urgency": "nudge",
        "priority": 5,
        "evidence": [],
        "trigger_end_ms": 9_400,
        "shown_at_ms": 9_600,
        "ending": ending,
        "ended_at_ms": 12_000,
        "reason": "",
        "delay_ms": 100,
    }


def pages(store: SqlCallStore) -> tuple[tuple[str, Callable[[], object]], ...]:
    """What the tabs ask for."""
    return (
        ("team, half a year", lambda: team_desk.team_figures(store, NOW, 182)),
        ("follow-ups by agent", lambda: team_desk.follow_ups(store, NOW)),
        ("causes, 4 weeks", lambda: team_desk.causes_shown(store, NOW, 28)),
        ("causes, half a year", lambda: team_desk.causes_shown(store, NOW, 182)),
    )


def best_of(work: Callable[[], object], times: int = 3) -> float:
    """Seconds by the clock, undisturbed as far as may be."""
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    return min(took)


def main(which: str, share: float) -> None:
    size = Size(calls=int(HALF_A_YEAR.calls * share), utterances=0, months=HALF_A_YEAR.months)
    print(f"{size.calls} calls")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir="/var/tmp")))
        stores: list[tuple[str, SqlCallStore]] = []
        if which in ("sqlite", "both"):
            store = stack.enter_context(SqlCallStore(folder / "calls.db", FixedKey()))
            fill(store.engine, size)
            stores.append(("SQLite", store))
        if which in ("postgres", "both"):
            stores += _on_postgres(stack, folder, size)
        for name, store in stores:
            for page, work in pages(store):
                print(f"{name:24} {page:24} {best_of(work):6.2f} s")


def _on_postgres(stack: ExitStack, folder: Path, size: Size) -> Sequence[tuple[str, SqlCallStore]]:
    url = stack.enter_context(postgres.postgres_server())
    engine = open_postgres(url)
    init_team(engine)
    teams = tuple(population.team_of(number, size) for number in range(size.teams))
    for login, leads in (("one", teams[:1]), ("all", teams)):
        add_person(engine, Person(login=login, name=login, team="leads", leads=leads), "")
    fill(engine, size)
    engine.dispose()
    found = []
    for login in ("one", "all"):
        lead = open_postgres(url.set(username=login))
        store = SqlCallStore.on_engine(lead, name="x", calls_folder=folder / "none")
        found.append((f"PostgreSQL, lead of {login}", stack.enter_context(store)))
    return found


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "both", float((sys.argv[2:] or ["1"])[0]))
