"""The real engine: its own processes, the shipped model, a short call said by synthetic voices."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assist import paths
from assist.core.codec import Message
from assist.core.commands import EndCall, StartCall, StopEngine
from assist.core.events import (
    CallEnded,
    CallStarted,
    CueRaised,
    Event,
    FinalResult,
    PartialResult,
    WrapUp,
)
from assist.core.notices import CallSaved, Hello, Notice, SnapshotStarted
from assist.engine.client import EngineClient
from assist.engine.locks import SharedLock
from assist.session.journal import Journal
from tests.helpers.app import COMMAND, run_assist
from tests.helpers.engine import RawClient, wait_for
from tests.helpers.journals import read_kept_journal
from tests.helpers.listening import listening_ports
from tests.helpers.recordings import write_call

pytestmark = pytest.mark.vosk

LIMIT_S = 180.0
SPEED = 4.0
ENGINE = [*COMMAND, "engine"]


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    return write_call(tmp_path / "call.wav")


@pytest.fixture
def engine(assist_home: Path, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A running `assist engine`; stopped and looked over at the end."""
    with (tmp_path / "engine.log").open("wb") as log:
        process = subprocess.Popen(ENGINE, stdout=log, stderr=log, start_new_session=True)
    yield process
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    process.wait(LIMIT_S)
    assert "Traceback" not in (tmp_path / "engine.log").read_text()


def connect() -> EngineClient:
    return EngineClient(paths.engine_socket(), start_timeout_s=LIMIT_S)


def play(link: EngineClient, recording: Path, speed: float = SPEED) -> Hello:
    hello = wait_for(link, Hello, timeout_s=LIMIT_S)
    link.send(StartCall(source=str(recording), speed=speed))
    return hello


def journal_of(saved: CallSaved) -> Journal:
    return read_kept_journal(Path(saved.journal))


def said(events: list[Event] | list[Event | Notice] | list[Message]) -> list[tuple[str, int, str]]:
    """What the final results say, in order of speaking."""
    finals = [event for event in events if isinstance(event, FinalResult) and event.text]
    finals.sort(key=lambda final: final.start)
    return [(final.party, final.utterance, final.text) for final in finals]


def test_a_call_is_heard_prompted_saved_and_replayable(
    engine: subprocess.Popen[bytes], recording: Path
) -> None:
    with connect() as link:
        hello = play(link, recording)
        seen: list[Event | Notice] = []
        saved = wait_for(link, CallSaved, seen=seen, timeout_s=LIMIT_S)
        assert listening_ports(engine.pid) == [], "nobody can reach it over a network"
        assert not SharedLock(paths.state_dir() / "sealing.lock").take(alone=True), "no new key"
        for pid in (engine.pid, hello.pid):
            limits = Path(f"/proc/{pid}/limits").read_text(encoding="ascii")
            (cores,) = [line for line in limits.splitlines() if line.startswith("Max core")]
            assert set(cores.split()[4:6]) <= {"0", "1"}, "nothing is left of its memory"
    assert "dead_end" in [event.rule for event in seen if isinstance(event, CueRaised)]
    assert any("nothing more i can do" in text for _, _, text in said(seen))
    journal = journal_of(saved)
    assert [event for event in seen if isinstance(event, Event)] == list(journal.events)
    assert run_assist("replay", saved.journal).returncode == 0
    assert [path.name for path in Path(saved.journal).parent.iterdir()] == ["journal.jsonl"]
    assert paths.engine_socket().parent.stat().st_mode & 0o777 == 0o700
    kept = [*paths.state_dir().rglob("*"), paths.state_dir()]
    assert not [each for each in kept if each.lstat().st_mode & 0o077], "for the user alone"
    files = [each for each in kept if each.is_file()]
    assert {"calls.db", "journal.jsonl", "callassist.log"} <= {each.name for each in files}
    assert not [each for each in files if b"nothing more" in each.read_bytes()], "none tells a word"


@pytest.mark.parametrize(
    "death", [signal.SIGKILL, pytest.param(signal.SIGABRT, marks=pytest.mark.slow)]
)
def test_a_worker_killed_in_mid_call_is_restarted_and_loses_and_doubles_nothing(
    engine: subprocess.Popen[bytes], recording: Path, death: signal.Signals
) -> None:
    with connect() as link:
        play(link, recording)
        undisturbed = said(list(journal_of(wait_for(link, CallSaved, timeout_s=LIMIT_S)).events))
        link.send(StartCall(source=str(recording), speed=SPEED))
        before: list[Event | Notice] = []
        with RawClient(paths.engine_socket()) as raw:
            hello = raw.read()
        assert isinstance(hello, Hello)
        wait_for(
            link,
            PartialResult,
            lambda partial: partial.utterance == 1 and len(partial.text.split()) >= 4,
            seen=before,
            timeout_s=LIMIT_S,
        )
        os.kill(hello.pid, death)
        again = wait_for(link, Hello, timeout_s=LIMIT_S)
        assert again.pid != hello.pid
        wait_for(link, SnapshotStarted, timeout_s=LIMIT_S)
        after: list[Event | Notice] = []
        saved = wait_for(link, CallSaved, seen=after, timeout_s=LIMIT_S)
    journal = journal_of(saved)
    assert said(list(journal.events)) == undisturbed
    started = [event for event in journal.events if isinstance(event, CallStarted)]
    assert len(started) == 1
    assert started[0] in before
    raised = [event.rule for event in journal.events if isinstance(event, CueRaised)]
    assert raised.count("dead_end") == 1
    assert isinstance(journal.events[-1], WrapUp)
    assert journal.repaired == ""
    replayed = run_assist("replay", saved.journal)
    assert replayed.returncode == 0, replayed.stderr


def test_a_window_that_dies_does_not_end_the_call(
    engine: subprocess.Popen[bytes], recording: Path
) -> None:
    first = connect()
    play(first, recording)
    started = wait_for(first, CallStarted, timeout_s=LIMIT_S)
    wait_for(first, FinalResult, timeout_s=LIMIT_S)
    first.close()
    with RawClient(paths.engine_socket()) as second:
        second.read_until(SnapshotStarted)
        assert second.read() == started
        seen = second.read_until(CallSaved)
    ended = [message for message in seen if isinstance(message, CallEnded)]
    assert [event.reason for event in ended] == ["end_of_file"]


@pytest.mark.parametrize(
    "number", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.slow)]
)
def test_a_signal_ends_the_call_in_order_and_saves_it(
    engine: subprocess.Popen[bytes], recording: Path, number: signal.Signals
) -> None:
    with connect() as link:
        play(link, recording)
        wait_for(link, PartialResult, timeout_s=LIMIT_S)
        os.killpg(engine.pid, number)  # as the terminal sends Ctrl-C: to both processes
        saved = wait_for(link, CallSaved, timeout_s=LIMIT_S)
        assert engine.wait(LIMIT_S) == 0
    assert journal_of(saved).is_closed
    assert said(list(journal_of(saved).events))
    assert not paths.engine_socket().exists()


def test_ending_recognizes_what_was_captured(
    engine: subprocess.Popen[bytes], recording: Path
) -> None:
    with connect() as link:
        play(link, recording)
        wait_for(
            link,
            PartialResult,
            lambda partial: len(partial.text.split()) >= 4,
            timeout_s=LIMIT_S,
        )
        link.send(EndCall())
        saved = wait_for(link, CallSaved, timeout_s=LIMIT_S)
        assert len(said(list(journal_of(saved).events))) == 1
        link.send(StopEngine())
        assert engine.wait(LIMIT_S) == 0


def test_a_second_engine_says_so_and_leaves(engine: subprocess.Popen[bytes]) -> None:
    with connect() as link:
        wait_for(link, Hello, timeout_s=LIMIT_S)
        second = run_assist("engine")
        assert second.returncode == 0
        assert "running already" in second.stdout
        assert engine.poll() is None


def test_hostile_lines_do_not_disturb_a_call(
    engine: subprocess.Popen[bytes], recording: Path, tmp_path: Path
) -> None:
    with connect() as link:
        play(link, recording)
        wait_for(link, PartialResult, timeout_s=LIMIT_S)
        attacks: list[Callable[[RawClient], None]] = [
            lambda client: client.send_bytes(b"\x00\xff" * 40_000 + b"\n"),
            lambda client: client.send_bytes(b'{"type":"format_disk"}\n'),
            lambda client: client.send_bytes(b"[" * 60_000 + b"\n"),
            lambda client: client.send(Hello(protocol=99, version="9", pid=0)),
        ]
        for attack in attacks:
            with RawClient(paths.engine_socket(), greets=False) as hostile:
                attack(hostile)
                hostile.read_to_end()
        saved = wait_for(link, CallSaved, timeout_s=LIMIT_S)
    assert "nothing more i can do" in str(said(list(journal_of(saved).events)))
