"""A center's workstations sending calls to one PostgreSQL on this computer, at growing rates.

    python -m tests.benchmarks.center [WORKSTATIONS] [SECONDS]

Every workstation is a login of its own and a connection per sending, as real ones are. Calls come
at random moments, ten an hour and agent; the rate then grows until the database falls behind.
"""

import json
import multiprocessing
import os
import queue
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from sqlalchemy import text
from sqlalchemy.engine import URL

from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.documents import document_of
from assist.store.team import Person, add_person, init_team
from tests.benchmarks import population
from tests.benchmarks.measure import percentile
from tests.benchmarks.search import FixedKey
from tests.helpers import postgres
from tests.helpers.finished_calls import write_call

CALLS_AN_HOUR = 10
UTTERANCES = 70
"""Of a call of six minutes, as the shipped dialogues have them."""
_SENDERS = 24
_PROCESSES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one rate gave; `lag` from the end of a call to its commit, seconds."""

    asked: float
    done: int
    seconds: float
    lag: tuple[float, ...]

    def __str__(self) -> str:
        return (
            f"{self.asked:8.0f} calls/min asked  {60 * self.done / self.seconds:8.0f} stored  "
            f"lag p50 {percentile(self.lag, 50):6.2f} s  p95 {percentile(self.lag, 95):6.2f} s"
        )


def sample() -> dict[str, Any]:
    """A call of usual size as a workstation sends it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with SqlCallStore(home / "calls.db", FixedKey()) as store:
            store.save_call(write_call(home, "sample"))
            with store.engine.connect() as connection:
                document = document_of(connection, "sample", "transcripts", "")
    assert document is not None
    first = document["utterances"][0]
    rng = random.Random(1)
    words, weights = population.vocabulary()
    document["utterances"] = []
    for number in range(UTTERANCES):
        spoken = rng.choices(words, cum_weights=weights, k=rng.randint(3, 22))
        timed = [[word, 300 * at, 300 * at + 250, 0.9] for at, word in enumerate(spoken)]
        said = {"number": number, "text": " ".join(spoken), "words": timed}
        document["utterances"].append({**first, **said, "start_ms": 5_000 * number})
    for name, key, count in (("detections", "number", 40), ("cues", "cue", 12)):
        document[name] = [{**document[name][0], key: number} for number in range(count)]
    feeling = document["feelings"][0]
    document["feelings"] = [{**feeling, "position": number} for number in range(50)]
    return document


def login(number: int) -> str:
    return f"ws{number:05d}"


def make_people(url: URL, count: int) -> None:
    engine = open_postgres(url)
    init_team(engine)
    for number in range(count):
        person = Person(login=login(number), name=f"Agent {number}", team=f"team{number // 15}")
        add_person(engine, person, "")
    engine.dispose()


def patiently(
    connection: "psycopg.Connection[Any]", statement: LiteralString, *values: str
) -> None:
    """As `assist.store.sync` does it."""
    for _ in range(4):
        try:
            connection.execute(statement, values)
        except psycopg.errors.DeadlockDetected:
            continue
        else:
            return
    connection.execute(statement, values)


def send_all(
    url: str, jobs: "multiprocessing.Queue[Any]", results: "multiprocessing.Queue[Any]"
) -> None:
    """One process: threads that each take the next call that is due and send it."""
    document = sample()

    def work() -> None:
        while (job := jobs.get()) is not None:
            due, who, call = job
            time.sleep(max(0.0, due - time.time()))
            document_now = {**document, "call": {**document["call"], "id": call}}
            envelope = {**document_now, "device": who, "version": 1, "digest": call}
            body = json.dumps(envelope)
            with psycopg.connect(url, user=who, autocommit=True) as connection:
                patiently(connection, "SELECT public.changes_since('')")
                patiently(connection, "SELECT public.put_call(%s::jsonb)", body)
            results.put(time.time() - due)

    results.put(None)  # ready
    threads = [threading.Thread(target=work) for _ in range(_SENDERS // _PROCESSES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def arrivals(
    rate: float, seconds: float, people: int, step: int
) -> Iterator[tuple[float, str, str]]:
    """When which workstation's call ends; `rate` a minute."""
    rng = random.Random(step)
    begin, at, number = time.time() + 1, 0.0, 0
    day = datetime.now(UTC) - timedelta(hours=1)
    while (at := at + rng.expovariate(rate / 60)) < seconds:
        number += 1
        call = f"{day:%Y%m%dT%H%M%S}-{step:02x}{number:08x}"
        yield begin + at, login(rng.randrange(people)), call


def run_step(url: URL, rate: float, seconds: float, people: int, step: int) -> Step:
    context = multiprocessing.get_context("spawn")
    jobs, results = context.Queue(), context.Queue()
    address = f"host={url.query['host']} dbname={url.database}"
    workers = [
        context.Process(target=send_all, args=(address, jobs, results)) for _ in range(_PROCESSES)
    ]
    for worker in workers:
        worker.start()
    for _ in workers:
        results.get(timeout=120)
    count = 0
    begin = time.time() + 1
    for job in arrivals(rate, seconds, people, step):
        jobs.put(job)
        count += 1
    for _ in range(_SENDERS):
        jobs.put(None)
    lags: list[float] = []
    give_up = time.time() + 5 * seconds + 120
    while len(lags) < count and time.time() < give_up:
        try:
            lags.append(results.get(timeout=5))
        except queue.Empty:
            continue
    took = time.time() - begin
    for worker in workers:
        worker.join(30)
    return Step(asked=rate, done=len(lags), seconds=took, lag=tuple(lags))


def main(people: int, seconds: float) -> None:
    with postgres.postgres_server() as url:
        begin = time.perf_counter()
        make_people(url, people)
        print(
            f"{people} workstations, {os.cpu_count()} cores; logins made in "
            f"{time.perf_counter() - begin:.0f} s"
        )
        usual = people * CALLS_AN_HOUR / 60
        for number, factor in enumerate((1, 2, 4, 8, 16, 32)):
            step = run_step(url, usual * factor, seconds, people, number)
            print(f"  x{factor:<3}{step}", flush=True)
            if percentile(step.lag, 95) > 5:
                break
        engine = open_postgres(url)
        with engine.connect() as connection:
            calls = connection.scalar(text("SELECT count(*) FROM calls"))
            rows = connection.scalar(text("SELECT count(*) FROM utterances"))
            size = connection.scalar(text("SELECT pg_database_size(current_database())"))
            doubled = connection.scalar(
                text(
                    "SELECT count(*) FROM (SELECT call_id, party, number FROM utterances "
                    "GROUP BY 1, 2, 3 HAVING count(*) > 1) AS twice"
                )
            )
        engine.dispose()
        print(
            f"  {calls} calls, {rows} utterances ({doubled} twice), {size / 1e6:.0f} MB, "
            f"{size / max(1, calls) / 1e3:.0f} kB a call"
        )


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["1000"])[0]), float((sys.argv[2:] or ["30"])[0]))
