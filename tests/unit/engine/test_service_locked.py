"""A database that another program keeps locked, from one call's end beyond the next one's."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from assist import app
from assist.core.commands import EndCall, FlagMoment
from assist.core.errors import AssistError
from assist.core.events import CueRaised
from assist.core.notices import CallSaved, StatusReport, Trouble
from assist.core.words import Party
from assist.engine.keeping import MOST_PAUSE_S, Keeping
from assist.session.journal import read_journal
from assist.session.replay import replay
from assist.store.calls import SqlCallStore
from tests.helpers.servicebench import DEAD_END, Bench, MemoryStore, says
from tests.helpers.session import GENEROUS_S, make_session

SCRIPT = {Party.AGENT: says(Party.AGENT, DEAD_END, at=900)}
BUSY_MS = 20


class Key:
    def database_key(self) -> bytes:
        return bytes(32)


class RealStore(MemoryStore):
    """The database itself, for the engine's side of it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._file = folder / "calls.db"

    def open(self, *, busy_ms: int = BUSY_MS) -> SqlCallStore:
        return SqlCallStore(self._file, Key(), busy_ms=busy_ms)

    def save_call(self, journal: Path) -> str:
        with self.open() as store:
            return store.save_call(journal)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[dbapi2.Connection]:
    """Another program that writes, and does not come to an end of it before this block does."""
    connection = dbapi2.connect(str(folder / "calls.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("ROLLBACK")
    finally:
        connection.close()


def test_calls_end_and_begin_while_the_database_is_locked_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    store = RealStore(tmp_path)
    store.open().close()  # makes the tables
    bench = Bench(tmp_path, SCRIPT, retry_s=0.01)
    bench.store = store
    with locked(tmp_path):
        bench.begin().send_both(20)
        bench.published.wait_for(CueRaised)
        bench.send(EndCall())
        told = bench.published.wait_for(Trouble)
        assert "is in use by another program; close that and try again" in told.sentence
        assert f"until it can be, it is kept in {tmp_path / 'calls' / told.call}." in told.sentence
        first = told.call
        bench.send(FlagMoment(note="from the wrap-up card"))
        bench.published.wait_for(Trouble, lambda each: not each.is_fatal)

        source = bench.begin()
        bench.published.wait_for(
            StatusReport, lambda now: now.state == "listening" and now.call != first
        )
        source.send_both(20)
        bench.published.wait_for(CueRaised, lambda cue: len(bench.published.of(CueRaised)) == 2)
        bench.send(EndCall())
        second = bench.published.wait_for(Trouble, lambda each: each.call not in ("", first)).call
        assert not bench.published.of(CallSaved)
    bench.published.wait_for(CallSaved, lambda saved: saved.call == first)
    bench.published.wait_for(CallSaved, lambda saved: saved.call == second)
    bench.stop()
    with store.open(busy_ms=5_000) as kept:
        assert {call.id for call in kept.list_calls()} == {first, second}
        for call in (first, second):
            journal = read_journal(tmp_path / "calls" / call / "journal.jsonl")
            assert replay(journal, make_session()).is_equal
            assert len(kept.get_call(call).cues) == 1
        assert [flag.note for flag in kept.get_call(first).flags] == ["from the wrap-up card"]


def test_a_lock_is_told_once_a_call_however_often_it_is_tried(tmp_path: Path) -> None:
    store = RealStore(tmp_path)
    store.open().close()
    attempts: list[Path] = []
    is_often = threading.Event()

    class Counted(RealStore):
        def save_call(self, journal: Path) -> str:
            attempts.append(journal)
            if len(attempts) == 4:
                is_often.set()
            return super().save_call(journal)

    bench = Bench(tmp_path, retry_s=0.01)
    bench.store = Counted(tmp_path)
    with locked(tmp_path):
        bench.begin().send_both(5)
        bench.send(EndCall())
        assert is_often.wait(GENEROUS_S)
    bench.published.wait_for(CallSaved)
    bench.stop()
    assert len(bench.published.of(Trouble)) == 1


def test_pauses_grow_while_a_store_takes_nothing_and_a_deleted_call_is_forgotten(
    tmp_path: Path,
) -> None:
    bench = Bench(tmp_path)
    bench.begin().send_both(5)
    bench.stop()
    call = bench.service._last
    assert call is not None
    keeping = Keeping(bench.parts, bench.published, on_saved=lambda: None, retry_s=3)
    bench.store.error = AssistError("It is damaged.")
    assert keeping.again_s is None
    with pytest.raises(AssistError):
        keeping.save(call)
    pauses: list[float | None] = []
    for _ in range(7):
        pauses.append(keeping.again_s)
        keeping.save_again()
    assert pauses == [3, 6, 12, 24, 48, MOST_PAUSE_S, MOST_PAUSE_S]
    call.folder.journal.unlink()
    keeping.save_again()
    assert keeping.again_s is None


def test_the_engine_waits_for_another_program_for_two_seconds_at_most(assist_home: Path) -> None:
    """A call that begins meanwhile is not heard until then."""
    store = app.engine_parts().open_store()
    assert isinstance(store, SqlCallStore)
    with store, store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 2_000
