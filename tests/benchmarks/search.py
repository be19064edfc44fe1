"""How long searches and lists take in 100,000 calls with 1,000,000 utterances.

python -m tests.benchmarks.search                both databases, as in docs/store.md
python -m tests.benchmarks.search sqlite 0.1     a tenth of it
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assist.core.review import Order, ReviewFilter
from assist.core.search import WordSearch
from assist.core.words import Party
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.model import CallFilter
from assist.store.team import Person, add_person, init_team
from tests.benchmarks import population
from tests.benchmarks.population import FULL, Size, agent_name
from tests.helpers import postgres

PAGE = 50


class FixedKey:
    """A key that needs no file."""

    def database_key(self) -> bytes:
        return bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Milliseconds of many runs of one kind."""

    name: str
    runs: tuple[float, ...]

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.runs, n=20, method="inclusive")[18]

    def __str__(self) -> str:
        middle, worst = statistics.median(self.runs), max(self.runs)
        return f"{self.name:44} p50 {middle:7.1f}  p95 {self.p95:7.1f}  max {worst:7.1f} ms"


def searches(count: int, seed: int = 3) -> Iterator[WordSearch]:
    """Questions of all kinds: common, rare and absent words, alone, together, near, filtered."""
    rng = random.Random(seed)
    words, weights = population.vocabulary()

    def some(at_least: int, below: int) -> str:
        return words[rng.randrange(at_least, below)]

    def drawn(number: int) -> str:
        return " ".join(rng.choices(words, cum_weights=weights, k=number))

    since = datetime(2026, 6, 1, tzinfo=UTC)
    kinds: tuple[Callable[[], WordSearch], ...] = (
        lambda: WordSearch(words=some(0, 20)),
        lambda: WordSearch(words=some(20, 200)),
        lambda: WordSearch(words=some(200, 3_000)),
        lambda: WordSearch(words=some(3_000, 30_000)),
        lambda: WordSearch(words="neversaid"),
        lambda: WordSearch(words=drawn(2)),
        lambda: WordSearch(words=drawn(3)),
        lambda: WordSearch(words=f"{some(0, 60)} {some(60, 400)}", near=3),
        lambda: WordSearch(words=f"{some(0, 20)} {some(0, 20)}", near=2),
        lambda: WordSearch(words=some(60, 500), side=rng.choice(list(Party))),
        lambda: WordSearch(words=some(0, 100), agent=agent_name(rng.randrange(400))),
        lambda: WordSearch(words=some(0, 400), outcome="unresolved", side=Party.CUSTOMER),
        lambda: WordSearch(words=some(0, 400), since=since),
        lambda: WordSearch(words=some(0, 400), until=since),
        lambda: WordSearch(words=some(0, 100), is_at_risk=True),
        lambda: WordSearch(words=some(0, 30), customer="Customer 77"),
    )
    for number in range(count):
        yield kinds[number % len(kinds)]()


def timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def measure(store: SqlCallStore, count: int = 320) -> tuple[Times, Times]:
    """The first page of many searches, and of the lists."""
    store.find_words(WordSearch(words="warm up", limit=PAGE))
    found = tuple(timed(lambda w=wanted: store.find_words(w)) for wanted in searches(count))  # type: ignore[misc]
    lists: tuple[Callable[[], object], ...] = (
        lambda: store.desk.rows(ReviewFilter(), PAGE),
        lambda: store.desk.rows(ReviewFilter(order=Order.NEWEST), PAGE),
        lambda: store.desk.rows(ReviewFilter(is_flagged=True, is_reviewed=False), PAGE),
        lambda: store.desk.count(ReviewFilter(is_flagged=True)),
        lambda: store.list_calls(CallFilter(limit=PAGE)),
    )
    opened = tuple(timed(work) for work in lists for _ in range(4))
    return Times(name="search, first page", runs=found), Times(name="list opens", runs=opened)


def open_sqlite_store(folder: Path, size: Size) -> SqlCallStore:
    store = SqlCallStore(folder / "calls.db", FixedKey())
    population.fill(store.engine, size)
    return store


def main(which: str, share: float) -> None:
    size = Size(calls=int(FULL.calls * share), utterances=FULL.utterances)
    print(f"{size.calls} calls, {size.calls * size.utterances} utterances")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir="/var/tmp")))
        if which in ("sqlite", "both"):
            begin = time.perf_counter()
            store = stack.enter_context(open_sqlite_store(folder, size))
            megabytes = (folder / "calls.db").stat().st_size / 1e6
            took = time.perf_counter() - begin
            print(f"SQLite: filled in {took:.0f} s, {megabytes:.0f} MB")
            for times in measure(store):
                print(f"  {times}")
        if which in ("postgres", "both"):
            url = stack.enter_context(postgres.postgres_server())
            engine = open_postgres(url)
            init_team(engine)
            teams = tuple(population.team_of(number, size) for number in range(size.teams))
            for login, leads in (("one", teams[:1]), ("all", teams)):
                person = Person(login=login, name=login, team="leads", leads=leads)
                add_person(engine, person, "")
            begin = time.perf_counter()
            population.fill(engine, size)
            print(f"PostgreSQL: filled in {time.perf_counter() - begin:.0f} s")
            for login in ("one", "all"):
                lead = open_postgres(url.set(username=login))
                there = SqlCallStore.on_engine(lead, name="x", calls_folder=folder / "none")
                stack.enter_context(there)
                for times in measure(there):
                    print(f"  a lead of {login}: {times}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "both", float((sys.argv[2:] or ["1"])[0]))
