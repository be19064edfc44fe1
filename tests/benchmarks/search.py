"""How long searches and lists take in 100,000 calls with 1,000,000 utterances.

python -m tests.benchmarks.search                both databases, as in docs/store.md
python -m tests.benchmarks.search sqlite 0.1     a tenth of it
"""

import functools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

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
    """Milliseconds of many runs of one kind: by the clock, and of these on a processor.

    The first depends on what else the computer does; the second is what an idle one takes, as
    everything read is in memory by then.
    """

    name: str
    runs: tuple[float, ...]
    cpu: tuple[float, ...]

    @property
    def cpu_p95(self) -> float:
        return _p95(self.cpu)

    def __str__(self) -> str:
        return (
            f"{self.name:34} processor: p50 {statistics.median(self.cpu):6.1f}  "
            f"p95 {self.cpu_p95:6.1f}  max {max(self.cpu):6.1f}   clock: "
            f"p50 {statistics.median(self.runs):6.1f}  p95 {_p95(self.runs):6.1f} ms"
        )


def _p95(runs: tuple[float, ...]) -> float:
    return statistics.quantiles(runs, n=20, method="inclusive")[18]


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
        lambda: WordSearch(words=some(0, 30), customer=population.customer_name(rng)),
        lambda: WordSearch(words=some(0, 30), customer=population.customer_name(rng)[:5]),
        lambda: WordSearch(words=some(0, 30), customer=f"{rng.randrange(10_000):04d}"),
    )
    for number in range(count):
        yield kinds[number % len(kinds)]()


def processor_clock(store: SqlCallStore) -> Callable[[], float]:
    """Seconds on a processor of this process, and of the server's for it."""
    if store.engine.dialect.name == "sqlite":
        return time.process_time
    with store.engine.connect() as connection:
        server = Path(f"/proc/{connection.scalar(text('SELECT pg_backend_pid()'))}/schedstat")
    return lambda: time.process_time() + int(server.read_text().split()[0]) / 1e9


def timed(name: str, clock: Callable[[], float], jobs: Iterable[Callable[[], object]]) -> Times:
    runs, cpu = [], []
    for job in jobs:
        begin, begun = time.perf_counter(), clock()
        job()
        runs.append((time.perf_counter() - begin) * 1000)
        cpu.append((clock() - begun) * 1000)
    return Times(name=name, runs=tuple(runs), cpu=tuple(cpu))


def measure(store: SqlCallStore, count: int = 360) -> tuple[Times, Times]:
    """The first page of many searches, and of the lists."""
    clock = processor_clock(store)
    for wanted in searches(20, seed=5):
        store.find_words(wanted)
    finding = (functools.partial(store.find_words, wanted) for wanted in searches(count))
    found = timed("search, first page", clock, finding)
    lists: tuple[Callable[[], object], ...] = (
        lambda: store.desk.rows(ReviewFilter(), PAGE),
        lambda: store.desk.rows(ReviewFilter(order=Order.NEWEST), PAGE),
        lambda: store.desk.rows(ReviewFilter(is_flagged=True, is_reviewed=False), PAGE),
        lambda: store.desk.count(ReviewFilter(is_flagged=True)),
        lambda: store.list_calls(CallFilter(limit=PAGE)),
    )
    return found, timed("list opens", clock, (work for work in lists for _ in range(4)))


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
