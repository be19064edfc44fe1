import contextlib
import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist import paths
from assist.core.commands import AskStatus, SetName
from assist.core.events import CallStarted, Event, FinalResult, OutcomeSet, PartialResult, Tick
from assist.core.notices import (
    CallSaved,
    FollowUp,
    FollowUpsDue,
    Hello,
    LevelChanged,
    Notice,
    SnapshotStarted,
    StatusReport,
    Trouble,
)
from assist.core.words import Party
from assist.engine import sockets
from assist.engine.errors import EngineError
from assist.engine.outbox import HARD_LIMIT
from assist.engine.server import COMMANDS_AT_ONCE, MAX_CLIENTS
from assist.engine.sockets import SocketAcceptor
from assist.engine.wire import MAX_LINE
from tests.helpers.engine import ENGINE_HELLO as MINE
from tests.helpers.engine import RawClient, ServedEngine
from tests.helpers.session import GENEROUS_S

STARTED = CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="demo")


@pytest.fixture
def engine(assist_home: Path) -> Iterator[ServedEngine]:
    engine = ServedEngine(paths.engine_socket())
    yield engine
    engine.server.stop()


@pytest.fixture
def warnings(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """The log of a test that expects warnings in it."""
    with caplog.at_level(logging.WARNING):
        yield caplog


def partial(text: str, at: int = 100) -> PartialResult:
    return PartialResult(at=at, party=Party.AGENT, utterance=0, start=0, text=text)


def final(text: str, at: int = 200) -> FinalResult:
    return FinalResult(at=at, party=Party.AGENT, utterance=0, start=0, end=at, text=text)


def test_the_engine_says_hello_then_the_snapshot_then_what_happens(engine: ServedEngine) -> None:
    engine.server.publish(StatusReport(state="ready", model="starter"))
    with RawClient(engine.path) as client:
        assert client.read() == MINE
        assert client.read() == SnapshotStarted(events=0)
        assert client.read() == StatusReport(state="ready", model="starter")
        engine.server.publish(STARTED)
        assert client.read() == STARTED


def test_a_late_client_is_told_the_call_so_far_without_what_was_replaced(
    engine: ServedEngine,
) -> None:
    for event in (STARTED, partial("he"), Tick(at=100), partial("hello"), Tick(at=200)):
        engine.server.publish(event)
    with RawClient(engine.path) as client:
        assert client.read() == MINE
        assert client.read() == SnapshotStarted(events=3)
        assert [client.read() for _ in range(3)] == [STARTED, partial("hello"), Tick(at=200)]
    engine.server.publish(final("hello"))
    with RawClient(engine.path) as client:
        client.read()
        assert client.read() == SnapshotStarted(events=3)
        assert [client.read() for _ in range(3)] == [STARTED, Tick(at=200), final("hello")]


def test_a_saved_call_is_no_longer_told(engine: ServedEngine) -> None:
    engine.server.publish(STARTED)
    engine.server.publish(CallSaved(call="c", journal="/j"))
    with RawClient(engine.path) as client:
        assert client.read_until(SnapshotStarted)[-1] == SnapshotStarted(events=0)


def test_an_earlier_call_saved_late_does_not_hide_the_running_one(engine: ServedEngine) -> None:
    engine.server.publish(STARTED)
    engine.server.publish(CallSaved(call="earlier", journal="/j"))
    with RawClient(engine.path) as client:
        assert client.read_until(SnapshotStarted)[-1] == SnapshotStarted(events=1)
        assert client.read() == STARTED


def test_what_is_added_to_a_saved_call_is_not_told_after_it_is_saved_again(
    engine: ServedEngine,
) -> None:
    for message in (STARTED, CallSaved(call="c", journal="/j"), OutcomeSet(at=1, outcome="x")):
        engine.server.publish(message)
    engine.server.publish(CallSaved(call="c", journal="/j"))
    with RawClient(engine.path) as client:
        assert client.read_until(SnapshotStarted)[-1] == SnapshotStarted(events=0)


def test_every_client_gets_every_event_and_only_the_asker_its_answer(engine: ServedEngine) -> None:
    with engine.client() as first, engine.client() as second:
        first.send(AskStatus())
        command, reply = engine.commands.get(timeout=GENEROUS_S)
        assert command == AskStatus()
        reply(StatusReport(state="ready"))
        engine.server.publish(STARTED)
        assert first.read() == StatusReport(state="ready")
        assert first.read() == STARTED
        assert second.read() == STARTED


def test_a_client_that_leaves_is_counted_out(engine: ServedEngine) -> None:
    first, second = engine.client(), engine.client()
    engine.wait_for_clients(2)
    first.close()
    engine.wait_for_clients(1)
    second.close()
    engine.wait_for_clients(0)


def test_only_the_user_can_reach_the_socket(engine: ServedEngine) -> None:
    assert stat.S_IMODE(engine.path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(engine.path.stat().st_mode) == 0o600


def test_another_users_process_is_turned_away(
    engine: ServedEngine, monkeypatch: pytest.MonkeyPatch, warnings: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sockets, "peer_uid", lambda connected: os.geteuid() + 1)
    with RawClient(engine.path, greets=False) as client:
        assert client.read_to_end() == []
    assert "another user" in warnings.text


def test_the_peer_is_told_by_the_kernel(engine: ServedEngine) -> None:
    with engine.client() as client:
        assert sockets.peer_uid(client.socket) == os.geteuid()


def test_a_folder_others_can_enter_is_refused(tmp_path: Path) -> None:
    open_to_all = tmp_path / "run"
    open_to_all.mkdir(mode=0o755)
    open_to_all.chmod(0o755)
    with pytest.raises(EngineError, match="chmod 700"):
        SocketAcceptor(open_to_all / "engine.sock")


def test_a_path_too_long_for_a_socket_is_one_sentence(tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 100)
    folder.mkdir(mode=0o700)
    with pytest.raises(EngineError, match="CALLASSIST_HOME"):
        SocketAcceptor(folder / "engine.sock")


HOSTILE = {
    "no JSON": b"hello\n",
    "binary": bytes(range(256)) * 4 + b"\n",
    "not an object": b"[1,2,3]\n",
    "no type": b"{}\n",
    "unknown type": b'{"type":"format_disk"}\n',
    "type is a list": b'{"type":["start_call"]}\n',
    "wrong field": b'{"type":"dismiss_cue","cue":"x"}\n',
    "an event": b'{"type":"tick","at":1}\n',
    "a notice": b'{"type":"trouble","sentence":"x"}\n',
    "a huge number": b'{"type":"dismiss_cue","cue":' + b"9" * 5000 + b"}\n",
    "deep nesting": b"[" * 30_000 + b"\n",
    "a huge line": b"x" * (MAX_LINE + 1) + b"\n",
    "a line without end": b"x" * (3 * MAX_LINE),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_line_is_answered_once_and_cut_off_and_harms_nobody(
    engine: ServedEngine, data: bytes, warnings: pytest.LogCaptureFixture
) -> None:
    with engine.client() as bystander:
        hostile = engine.client()
        with contextlib.suppress(ConnectionError):  # cut off before all of it was sent
            hostile.send_bytes(data)
        *_, last = hostile.read_to_end()
        hostile.close()
        assert isinstance(last, Trouble)
        engine.server.publish(STARTED)
        assert bystander.read() == STARTED
        bystander.send(SetName(name="Dana"))
        assert engine.commands.get(timeout=GENEROUS_S)[0] == SetName(name="Dana")
    assert "cut off" in warnings.text


@pytest.mark.parametrize("greeting", [Hello(protocol=99, version="9", pid=1), AskStatus()])
def test_a_client_of_another_version_is_told_what_to_do(
    engine: ServedEngine, greeting: Hello | AskStatus, warnings: pytest.LogCaptureFixture
) -> None:
    with RawClient(engine.path, greets=False) as client:
        client.send(greeting)
        hello, trouble = client.read_to_end()
    assert hello == MINE
    assert isinstance(trouble, Trouble)
    assert "99" in trouble.sentence or "hello" in trouble.sentence


def test_a_flood_of_commands_is_cut_off(
    engine: ServedEngine, warnings: pytest.LogCaptureFixture
) -> None:
    with engine.client() as client:
        client.send_bytes(b'{"type":"ask_status"}\n' * (4 * COMMANDS_AT_ONCE))
        *_, last = client.read_to_end()
    assert last == Trouble(sentence="Too many commands at once.")
    assert engine.commands.qsize() >= COMMANDS_AT_ONCE
    assert engine.commands.qsize() < 2 * COMMANDS_AT_ONCE


def test_a_client_that_does_not_read_is_cut_off_and_the_others_miss_nothing(
    engine: ServedEngine, warnings: pytest.LogCaptureFixture
) -> None:
    slow, quick = engine.client(), engine.client()
    text = "word " * 100
    count = HARD_LIMIT + 2000
    for number in range(count):
        engine.server.publish(final(text, at=number))
        assert quick.read() == final(text, at=number)
    assert "too far behind" in warnings.text
    received = slow.read_to_end()
    assert 0 < len(received) < count
    assert received == [final(text, at=number) for number in range(len(received))]
    # It comes back and gets a snapshot.
    slow.close()
    with RawClient(engine.path) as again:
        assert again.read_until(SnapshotStarted)[-1] == SnapshotStarted(events=count)
    quick.close()


def test_a_slow_client_loses_what_is_replaced_anyway_before_anything_else(
    engine: ServedEngine,
) -> None:
    needed = [final("needed " * 40, at=number) for number in range(1200)]
    with engine.client() as client:
        for event in needed:
            for number in range(20):
                engine.server.publish(LevelChanged(party=Party.AGENT, dbfs=-number))
            engine.server.publish(partial("so far", at=event.at))
            engine.server.publish(event)
        engine.server.publish(Trouble(sentence="done"))
        received = client.read_until(Trouble)
    assert [message for message in received if isinstance(message, FinalResult)] == needed
    assert len(received) < 22 * len(needed)


def test_more_clients_than_anyone_needs_are_turned_away(
    engine: ServedEngine, warnings: pytest.LogCaptureFixture
) -> None:
    clients = [engine.client() for _ in range(MAX_CLIENTS)]
    with RawClient(engine.path, greets=False) as one_more:
        assert one_more.read_to_end() == []
    for client in clients:
        client.close()


def test_stopping_sends_what_waits_and_lets_everyone_go(assist_home: Path) -> None:
    engine = ServedEngine(paths.engine_socket())
    client = engine.client()
    silent = RawClient(engine.path, greets=False)
    assert silent.read() == MINE
    engine.server.publish(STARTED)
    engine.server.stop()
    assert client.read_to_end() == [STARTED]
    assert silent.read_to_end() == []
    assert not engine.path.exists()
    client.close()
    silent.close()


def test_an_event_too_long_for_a_line_is_left_out_not_fatal(
    engine: ServedEngine, warnings: pytest.LogCaptureFixture
) -> None:
    with engine.client() as client:
        engine.server.publish(final("x" * MAX_LINE))
        engine.server.publish(STARTED)
        assert client.read() == STARTED
    assert "was not sent" in warnings.text


def test_messages_keep_their_order(engine: ServedEngine) -> None:
    sent: list[Event | Notice] = []
    with engine.client() as client:
        for number in range(300):
            sent += [Tick(at=number), final("a", at=number)]
        for message in sent[:400]:
            engine.server.publish(message)
        assert [client.read() for _ in range(400)] == sent[:400]


def test_who_comes_later_is_told_what_is_due(engine: ServedEngine) -> None:
    moment = "2026-11-22T16:00:00+01:00"
    due = FollowUpsDue(
        items=(
            FollowUp(
                call="c",
                promise=0,
                who="agent",
                what="call back",
                due="today by four",
                due_at=moment,
                remind_at=moment,
            ),
        )
    )
    engine.server.publish(due)
    with RawClient(engine.path) as client:
        assert client.read() == MINE
        assert client.read() == SnapshotStarted(events=0)
        assert client.read() == due
