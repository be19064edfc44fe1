"""`assist call`: reports reach the engine as its codec reads them, and quickly."""

import argparse
import contextlib
import queue
import shlex
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist import cli, paths
from assist.cli import call
from assist.cli.call import report_line
from assist.core import codec
from assist.core.commands import PhoneAction, ReportPhone, SetPause
from assist.core.events import PauseSet
from assist.core.notices import Hello, Trouble
from assist.softphone.url import ACTIONS
from tests.helpers.engine import ServedEngine
from tests.helpers.session import GENEROUS_S


def run(*arguments: str) -> int:
    return cli.main(["call", *arguments], open_desktop=lambda speed: 0)


@pytest.fixture
def engine() -> Iterator[ServedEngine]:
    engine = ServedEngine(paths.engine_socket())
    yield engine
    engine.server.stop()


def taken(engine: ServedEngine) -> object:
    return engine.commands.get(timeout=GENEROUS_S)[0]


@pytest.mark.parametrize(("word", "action"), list(ACTIONS.items()))
def test_every_report_reaches_the_engine(engine: ServedEngine, word: str, action: str) -> None:
    fields = ["--name", "Jürgen K.", "--number", "+49 30", "--ref", "T-1", "--id", "a:1"]
    assert run(word, *fields) == 0
    assert taken(engine) == ReportPhone(
        action=PhoneAction(action),
        line="a:1",
        name="Jürgen K.",
        number="+49 30",
        reference="T-1",
        origin="command",
    )


def test_a_phone_that_knows_no_number_may_leave_it_out(engine: ServedEngine) -> None:
    assert run("end", "--number") == 0
    assert taken(engine) == ReportPhone(action=PhoneAction.ENDED, origin="command")


def test_an_address_reaches_the_engine(engine: ServedEngine) -> None:
    assert run("url", "callassist://start?number=+4930&name=Dana+O.") == 0
    assert taken(engine) == ReportPhone(
        action=PhoneAction.STARTED, number="+4930", name="Dana O.", origin="url"
    )


def test_the_hand_written_line_is_what_the_codec_would_write() -> None:
    fields = {"name": 'x"\\é', "number": "", "reference": "", "line": "7"}
    report = codec.from_line(report_line("held", fields, "command"))
    assert report == ReportPhone(action=PhoneAction.HELD, name='x"\\é', line="7", origin="command")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("start", "--name", "a\nb"), "The name holds control characters"),
        (("start", "--number", "1" * 121), "The number has 121 characters"),
        (("url", "callassist://quit"), "The address asks for 'quit'"),
    ],
)
def test_what_cannot_be_shown_is_refused_before_anything_is_sent(
    engine: ServedEngine,
    arguments: tuple[str, ...],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(*arguments) == 2
    assert sentence in capsys.readouterr().err
    assert engine.commands.empty()


@pytest.mark.parametrize("word", ["end", "hold", "transfer"])
def test_without_an_engine_there_is_nothing_to_end(
    word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(word) == 0
    assert capsys.readouterr().out == "Call Assist is not running: nothing to do.\n"


def _answering(path: Path, *lines: bytes) -> "threading.Thread":
    """An engine of one client that says these lines and hangs up."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(str(path))
    listening.listen()

    def serve() -> None:
        with listening, listening.accept()[0] as client:
            client.sendall(lines[0])
            client.recv(4096)
            with contextlib.suppress(BrokenPipeError):  # it has heard enough
                client.sendall(b"".join(lines[1:]))

    thread = threading.Thread(target=serve)
    thread.start()
    return thread


def _hello(protocol: int) -> bytes:
    return codec.to_line(Hello(protocol=protocol, version="9", pid=1)) + b"\n"


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((_hello(2),), "The running engine is of another version"),
        ((_hello(1),), "The engine hung up; try again."),
        (
            (_hello(1), codec.to_line(Trouble(sentence="Too many commands at once.")) + b"\n"),
            "Too many commands at once.",
        ),
        ((b"what\n",), "The engine does not answer"),
    ],
)
def test_an_engine_that_does_not_take_it_is_told(
    lines: tuple[bytes, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    thread = _answering(paths.engine_socket(), *lines)
    assert run("start") == 1
    thread.join(GENEROUS_S)
    assert sentence in capsys.readouterr().err


def test_it_says_what_can_be_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        run()
    assert exit_.value.code == 2
    assert "ringing, start, end" in capsys.readouterr().err


def test_it_loads_nothing_that_takes_long() -> None:
    """The softphone waits: what costs milliseconds to import stays out (a child's own modules)."""
    import subprocess
    import sys

    probe = (
        "import sys; import assist.cli.call, assist.engine.sockets\n"
        "heavy = {'msgspec', 'numpy', 'rich', 'vosk', 'sqlalchemy', 'PySide6', 'tomllib',"
        " 'subprocess', 'assist.core.events', 'assist.core.codec', 'assist.app', 'asyncio'}\n"
        "print(*sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == ""


def _ringing(number: int) -> argparse.Namespace:
    return argparse.Namespace(what="ringing", name="", number="", ref="", id=str(number))


def test_reports_of_many_hooks_at_once_all_arrive(engine: ServedEngine) -> None:
    results: queue.SimpleQueue[int] = queue.SimpleQueue()
    threads = [
        threading.Thread(target=lambda n=n: results.put(call.run(_ringing(n)))) for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(GENEROUS_S)
    assert [results.get() for _ in threads] == [0] * 8
    told = [taken(engine) for _ in threads]
    assert {report.line for report in told if isinstance(report, ReportPhone)} == set("01234567")


@pytest.mark.parametrize("word", [*ACTIONS, "url"])
def test_help_of_every_report_gives_an_example_that_is_accepted(
    engine: ServedEngine, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(word, "--help")
    assert ended.value.code == 0
    examples = capsys.readouterr().out.split("examples:\n")[1].splitlines()
    for example in examples:
        assert cli.main(shlex.split(example)[1:], open_desktop=lambda speed: 0) == 0
        assert taken(engine)


@pytest.mark.parametrize(("arguments", "is_paused"), [((), True), (("--off",), False)])
def test_a_pause_by_command_is_said_when_the_engine_has_taken_it(
    engine: ServedEngine, arguments: tuple[str, ...], is_paused: bool
) -> None:
    statuses: queue.Queue[int] = queue.Queue()
    thread = threading.Thread(target=lambda: statuses.put(run("pause", *arguments)))
    thread.start()
    assert taken(engine) == SetPause(is_paused=is_paused)
    engine.server.publish(PauseSet(at=5, is_paused=not is_paused))  # what held before
    engine.server.publish(PauseSet(at=5, is_paused=is_paused))
    thread.join(GENEROUS_S)
    assert statuses.get(timeout=GENEROUS_S) == 0


def test_a_pause_without_a_call_is_refused(
    engine: ServedEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    statuses: queue.Queue[int] = queue.Queue()
    thread = threading.Thread(target=lambda: statuses.put(run("pause")))
    thread.start()
    _, reply = engine.commands.get(timeout=GENEROUS_S)
    reply(Trouble(sentence="No call is running; start one first."))
    thread.join(GENEROUS_S)
    assert statuses.get(timeout=GENEROUS_S) != 0
    assert "No call is running" in capsys.readouterr().err


def test_a_pause_without_an_engine_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pause") == 0
    assert "not running" in capsys.readouterr().out
