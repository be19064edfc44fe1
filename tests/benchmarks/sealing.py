"""What keeping everything sealed costs, against the same work with plain files.

    python -m tests.benchmarks.sealing

Three ratios, each the median of interleaved pairs, by the processor's time (what else the computer
does at the moment counts little): a call's processor time with journal and spool sealed or plain;
storing calls and searching them with the database encrypted or not.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from assist import app
from assist.audio.spool import Spool
from assist.core.audio import BLOCK_MS, AudioBlock
from assist.core.events import FinalResult
from assist.core.numbers import number_key
from assist.core.records import PlainCodec, RecordCodec
from assist.core.words import Party
from assist.session.journal import make_header
from assist.session.journal_writer import JournalWriter
from assist.store.calls import SqlCallStore
from assist.store.database import CACHE_KIB, _begin, open_sqlite
from assist.store.sealing import SealedRecords
from tests.benchmarks import population
from tests.benchmarks.measure import run_child
from tests.benchmarks.population import Size
from tests.benchmarks.search import searches
from tests.benchmarks.sounds import write_call
from tests.helpers.finished_calls import finished_call, said, write_journal

MINUTES = 10
PAIRS = 5


class FixedKey:
    """A key that needs no file."""

    def database_key(self) -> bytes:
        return bytes(32)


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _pairs(name: str, with_it: Callable[[], object], without: Callable[[], object]) -> list[float]:
    """Seconds of processor in pairs, printed; (with, without) as medians."""
    runs = [(_cpu(with_it), _cpu(without)) for _ in range(PAIRS)]
    medians = [statistics.median(side) for side in zip(*runs, strict=True)]
    told = {"what": name, "sealed_s": round(medians[0], 4), "plain_s": round(medians[1], 4)}
    sys.stdout.write(json.dumps(told | {"ratio": round(medians[0] / medians[1], 3)}) + "\n")
    sys.stdout.flush()
    return medians


def _keep_call(codec: RecordCodec, spool_codec: RecordCodec) -> None:
    """Journal and spool of a call of `MINUTES`: what is written beside the recognizing."""
    with tempfile.TemporaryDirectory() as folder:
        header = make_header(app="1", model="m", playbook_name="p", playbook="x" * 40_000)
        writer = JournalWriter(Path(folder), header, records=codec)
        spool = Spool(Path(folder) / "spool", spool_codec)
        sound = bytes(range(256)) * 12 + bytes(128)
        for number in range(MINUTES * 60_000 // BLOCK_MS):
            for party in Party:
                spool.append(AudioBlock(party=party, index=number * 1600, samples=sound))
            # A partial or a final result for each second block, 30 words a minute and side.
            if number % 2 == 0:
                writer.append([said(Party.AGENT, number, number * 100, "let me look at that now")])
        writer.close()
        spool.close()


def call() -> None:
    """Sealing's share of a call's processor time."""
    sealed, plain = _pairs(
        f"journal and spool of {MINUTES} minutes",
        lambda: _keep_call(SealedRecords(FixedKey()), SealedRecords(FixedKey(), "spool")),
        lambda: _keep_call(PlainCodec(), PlainCodec()),
    )
    model = str(app.model_folder("starter"))
    with tempfile.TemporaryDirectory() as folder:
        sides = write_call(Path(folder))
        cpu_s = run_child("tests.benchmarks.engine_run", model, *map(str, sides), "gate")["cpu_s"]
        heard_s = Path(sides[0]).stat().st_size / 32_000
    per_call = cpu_s * MINUTES * 60 / heard_s
    ratio = (per_call + sealed - plain) / per_call
    told = {
        "what": "a call's processor time",
        "call_s": round(per_call, 2),
        "ratio": round(ratio, 4),
    }
    sys.stdout.write(json.dumps(told) + "\n")


def _plain_engine(file: Path) -> Engine:
    """As `database.open_sqlite` sets one up, but for the key."""

    def connect() -> object:
        connection = dbapi2.connect(str(file), isolation_level=None, check_same_thread=False)
        connection.create_function("number_key", 1, number_key, deterministic=True)
        for pragma in (
            *("foreign_keys = ON", "secure_delete = ON", "journal_mode = WAL"),
            f"cache_size = -{CACHE_KIB}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
    )
    event.listen(engine, "begin", _begin)
    return engine


def store() -> None:
    """Writing calls and searching them, encrypted and not."""
    size = Size(calls=1_500, utterances=10)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        engines = (
            open_sqlite(folder / "sealed.db", FixedKey()),
            _plain_engine(folder / "plain.db"),
        )
        stores = [
            SqlCallStore.on_engine(engine, name="benchmark", calls_folder=folder)
            for engine in engines
        ]
        for each in stores:
            population.fill(each.engine, size)
        journals = _journals(folder)
        _pairs("storing 20 calls of 100 utterances", *(_storing(each, journals) for each in stores))
        _pairs("60 searches in 15,000 utterances", *(_searching(each) for each in stores))
        _pairs("20 lists of calls", *(_listing(each) for each in stores))
        for each in stores:
            each.close()


def _journals(folder: Path) -> list[Path]:
    lines: list[FinalResult] = [
        said(Party.CUSTOMER, 10 + at, 20_000 + 3000 * at, "this is what was said about the router")
        for at in range(100)
    ]
    return [
        write_journal(folder / f"call-{number}", finished_call(f"call-{number}", extra=lines))
        for number in range(20)
    ]


def _storing(each: SqlCallStore, journals: Sequence[Path]) -> Callable[[], object]:
    return lambda: [each.save_call(journal) for journal in journals]


def _searching(each: SqlCallStore) -> Callable[[], object]:
    wanted = searches(60)
    asked = list(wanted)
    return lambda: [each.find_words(one) for one in asked]


def _listing(each: SqlCallStore) -> Callable[[], object]:
    return lambda: [each.list_calls() for _ in range(20)]


if __name__ == "__main__":
    store()
    call()
