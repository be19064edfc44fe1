import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist import paths
from assist.core import codec
from assist.core.commands import AskStatus, DismissCue, SetName
from assist.core.events import CallStarted, Tick
from assist.core.notices import PROTOCOL_VERSION, Hello, SnapshotStarted, Trouble
from assist.engine.client import EngineClient
from assist.engine.errors import EngineError, EngineGone
from assist.engine.locks import engine_lock
from assist.engine.sockets import SocketAcceptor
from tests.helpers.engine import ENGINE_HELLO, ServedEngine, wait_for
from tests.helpers.session import GENEROUS_S

STARTED = CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="demo")


@pytest.fixture
def socket(assist_home: Path) -> Path:
    return paths.engine_socket()


@pytest.fixture
def engine(socket: Path) -> Iterator[ServedEngine]:
    engine = ServedEngine(socket)
    yield engine
    engine.server.stop()


def test_a_client_gets_hello_snapshot_and_events_and_its_commands_arrive(
    engine: ServedEngine,
) -> None:
    engine.server.publish(STARTED)
    with EngineClient(engine.path) as link:
        assert link.receive(GENEROUS_S) == ENGINE_HELLO
        assert link.receive(GENEROUS_S) == SnapshotStarted(events=1)
        assert link.receive(GENEROUS_S) == STARTED
        link.send(SetName(name="Dana"))
        assert engine.commands.get(timeout=GENEROUS_S)[0] == SetName(name="Dana")
        assert link.receive(0) is None


def test_a_line_that_is_cut_is_made_again_with_a_new_snapshot(socket: Path) -> None:
    first = ServedEngine(socket)
    with EngineClient(socket) as link:
        wait_for(link, SnapshotStarted)
        first.server.stop()
        link.send(DismissCue(cue=3))
        second = ServedEngine(socket)
        second.server.publish(STARTED)
        wait_for(link, SnapshotStarted)
        wait_for(link, CallStarted)
        assert second.commands.get(timeout=GENEROUS_S)[0] == DismissCue(cue=3)
    second.server.stop()


def test_without_reconnecting_a_cut_line_is_said_and_stays_said(socket: Path) -> None:
    engine = ServedEngine(socket)
    with EngineClient(socket, reconnects=False) as link:
        wait_for(link, SnapshotStarted)
        engine.server.stop()
        for _ in range(2):
            with pytest.raises(EngineGone):
                wait_for(link, Tick)
        with pytest.raises(EngineGone):
            link.send(AskStatus())


def test_an_engine_that_stays_away_is_given_up(socket: Path) -> None:
    engine = ServedEngine(socket)
    with EngineClient(socket, reconnect_timeout_s=0.2) as link:
        wait_for(link, SnapshotStarted)
        engine.server.stop()
        with pytest.raises(EngineGone, match="does not answer"):
            wait_for(link, Tick)


def test_no_engine_and_no_way_to_start_one_is_an_error_at_once(socket: Path) -> None:
    with pytest.raises(EngineGone, match="does not answer"):
        EngineClient(socket, start_timeout_s=0)


def test_an_engine_that_fails_to_start_is_an_error_not_a_wait(socket: Path) -> None:
    begun = time.monotonic()
    with pytest.raises(EngineError, match="status 3"):
        EngineClient(
            socket, start_command=[sys.executable, "-c", "raise SystemExit(3)"], start_timeout_s=60
        )
    assert time.monotonic() - begun < 50


def test_an_engine_that_is_not_there_to_be_started_is_one_sentence(socket: Path) -> None:
    with pytest.raises(EngineError, match="cannot be started"):
        EngineClient(socket, start_command=["/nowhere/engine"])


SERVES = """
import sys, threading
from pathlib import Path
from tests.helpers.engine import ServedEngine
engine = ServedEngine(Path(sys.argv[1]))
engine.wait_for_clients(1)
engine.wait_for_clients(0)
engine.server.stop()
"""


def test_an_engine_is_started_where_none_runs_and_outlives_the_client(socket: Path) -> None:
    with EngineClient(socket, start_command=[sys.executable, "-c", SERVES, str(socket)]) as link:
        wait_for(link, SnapshotStarted)
        child = link._engine
        assert child is not None
        assert os.getsid(child.pid) == child.pid, "the engine is in a session of its own"
    assert child.pid
    # The client disowned it; the test sees it end by itself.
    os.waitpid(child.pid, 0)


SERVES_LOCKED = """
import sys
from pathlib import Path
from assist.engine.locks import engine_lock
from tests.helpers.engine import ServedEngine
socket = Path(sys.argv[1])
if engine_lock(socket).take():
    engine = ServedEngine(socket)
    engine.wait_for_clients(1)
    engine.wait_for_clients(0)
    engine.server.stop()
"""


def killed(link: EngineClient) -> int:
    """Kill the engine that a client started; its process number."""
    engine = link._engine
    assert engine is not None
    os.kill(engine.pid, signal.SIGKILL)
    return engine.pid


def test_an_engine_that_died_with_its_supervisor_is_replaced_at_once(
    socket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-c", SERVES_LOCKED, str(socket)]
    with EngineClient(socket, start_command=command) as link:
        wait_for(link, SnapshotStarted)
        monkeypatch.setattr("assist.engine.client._RESTART_AFTER_S", 1_000.0)
        dead = killed(link)
        wait_for(link, SnapshotStarted)
        child = link._engine
        assert child is not None
        assert child.pid != dead
    os.waitpid(child.pid, 0)


def test_an_engine_whose_supervisor_lives_is_left_to_it(
    socket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = ServedEngine(socket)
    lock = engine_lock(socket)
    assert lock.take()
    monkeypatch.setattr("assist.engine.client._RESTART_AFTER_S", 1_000.0)
    with EngineClient(socket, start_command=["/nowhere/engine"], reconnect_timeout_s=0.3) as link:
        wait_for(link, SnapshotStarted)
        engine.server.stop()
        with pytest.raises(EngineGone, match="does not answer"):
            wait_for(link, Tick)
    lock.release()


def test_an_engine_of_another_version_is_refused_with_what_to_do(socket: Path) -> None:
    acceptor = SocketAcceptor(socket)

    def serve() -> None:
        connection = acceptor.accept()
        assert connection is not None
        newer = Hello(protocol=PROTOCOL_VERSION + 1, version="99", pid=1)
        connection.send(codec.to_line(newer) + b"\n")
        connection.receive()
        connection.close()

    thread = threading.Thread(target=serve)
    thread.start()
    with EngineClient(socket) as link, pytest.raises(EngineGone, match="another version"):
        wait_for(link, Trouble)
    thread.join()
    acceptor.close()


def test_closing_twice_is_harmless(engine: ServedEngine) -> None:
    link = EngineClient(engine.path)
    link.close()
    link.close()
    engine.wait_for_clients(0)
