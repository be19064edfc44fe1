import logging
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assist.engine import supervisor
from assist.engine.errors import EngineError
from assist.engine.locks import EngineLock
from assist.engine.supervisor import CRASHED, Supervisor, Worker, new_process


def python(code: str, *arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", code, *map(str, arguments)]


def supervised(command: list[str]) -> Supervisor:
    return Supervisor(lambda was_killed: new_process(command))


DIES_ONCE = """
import os, pathlib, signal, sys
mark = pathlib.Path(sys.argv[1])
if not mark.exists():
    mark.write_text("x")
    {death}
"""


@pytest.mark.parametrize(
    "death",
    ["os.kill(os.getpid(), signal.SIGKILL)", "os.abort()", f"raise SystemExit({CRASHED})"],
)
def test_a_worker_that_dies_is_started_again(
    tmp_path: Path, death: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert supervised(python(DIES_ONCE.format(death=death), tmp_path / "mark")).run() == 0
    assert "started again" in caplog.text


@pytest.mark.parametrize("status", [0, 1, 2])
def test_a_worker_that_ends_by_itself_is_not_started_again(status: int) -> None:
    assert supervised(python(f"raise SystemExit({status})")).run() == status


def test_a_worker_that_always_dies_is_given_up_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(supervisor, "_BACK_OFF_S", (0.0, 0.0))
    with caplog.at_level(logging.WARNING), pytest.raises(EngineError, match="another speech model"):
        supervised(python("import os; os.kill(os.getpid(), 9)")).run()
    assert caplog.text.count("started again") == 3


DIES_SO_OFTEN = """
import os, pathlib, sys
count = pathlib.Path(sys.argv[1])
number = int(count.read_text()) if count.exists() else 0
count.write_text(str(number + 1))
if number < 9:
    {death}
"""


@pytest.mark.usefixtures("warnings")
def test_a_worker_that_was_killed_from_outside_is_started_again_however_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "_LIVED_S", 0.0)
    told = []

    def start(was_killed: bool) -> Worker:
        told.append(was_killed)
        return new_process(python(killed, tmp_path / "count"))

    killed = DIES_SO_OFTEN.format(death="os.kill(os.getpid(), 9)")
    assert Supervisor(start).run() == 0
    assert told == [False, *[True] * 9]


@pytest.mark.usefixtures("warnings")
@pytest.mark.parametrize(
    ("death", "lived_s"), [("os.kill(os.getpid(), 9)", 1_000.0), ("os.abort()", 0.0)]
)
def test_one_that_dies_at_once_or_of_itself_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, death: str, lived_s: float
) -> None:
    monkeypatch.setattr(supervisor, "_LIVED_S", lived_s)
    monkeypatch.setattr(supervisor, "_BACK_OFF_S", (0.0, 0.0))
    with pytest.raises(EngineError, match="another speech model"):
        supervised(python(DIES_SO_OFTEN.format(death=death), tmp_path / "count")).run()


@pytest.mark.usefixtures("warnings")
def test_one_that_the_system_kills_for_want_of_memory_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = tmp_path / "vmstat"
    counts.write_text("pgfault 5\noom_kill 7\n", encoding="ascii")
    monkeypatch.setattr(supervisor, "_KERNEL_COUNTS", counts)
    monkeypatch.setattr(supervisor, "_LIVED_S", 0.0)
    monkeypatch.setattr(supervisor, "_BACK_OFF_S", (0.0, 0.0))
    killed = f"""
import os, pathlib
counts = pathlib.Path({str(counts)!r})
before = int(counts.read_text().split()[-1])
counts.write_text(f"pgfault 5\\noom_kill {{before + 1}}\\n")
os.kill(os.getpid(), 9)
"""
    with pytest.raises(EngineError, match="another speech model"):
        supervised(python(killed)).run()


def test_a_worker_that_cannot_be_started_is_one_sentence() -> None:
    with pytest.raises(EngineError, match="cannot be started"):
        supervised(["/nowhere/worker"]).run()


WAITS_FOR_THE_SIGNAL = """
import pathlib, signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit(5))
pathlib.Path(sys.argv[1]).write_text("ready")
signal.pause()
"""


def test_stopping_asks_the_worker_to_end(tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    watched = supervised(python(WAITS_FOR_THE_SIGNAL, ready))

    def stop() -> None:
        pause = threading.Event()
        while not ready.exists():
            pause.wait(0.01)
        watched.stop()

    thread = threading.Thread(target=stop)
    thread.start()
    assert watched.run() == 5
    thread.join()


def test_the_signal_handlers_are_put_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    supervised(python("pass")).run()
    assert signal.getsignal(signal.SIGTERM) is before


def test_only_one_engine_has_the_lock(tmp_path: Path) -> None:
    first, second = EngineLock(tmp_path / "lock"), EngineLock(tmp_path / "lock")
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_a_lock_can_be_asked_for_without_being_taken(tmp_path: Path) -> None:
    lock, other = EngineLock(tmp_path / "lock"), EngineLock(tmp_path / "lock")
    assert not other.is_held(), "there is no file yet"
    assert lock.take()
    assert other.is_held()
    lock.release()
    assert not other.is_held()
    assert lock.take(), "who asked did not keep it"
    lock.release()


def test_a_worker_that_outlives_its_supervisor_keeps_the_lock(tmp_path: Path) -> None:
    lock = EngineLock(tmp_path / "lock")
    assert lock.take()
    worker = subprocess.Popen(
        python("import sys; sys.stdin.read()"),
        stdin=subprocess.PIPE,
        pass_fds=[lock.descriptor],
    )
    lock.release()
    other = EngineLock(tmp_path / "lock")
    assert not other.take()
    worker.communicate()
    assert other.take()
    other.release()
