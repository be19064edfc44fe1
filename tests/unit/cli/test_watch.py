"""Following a call from the terminal: only our own call's end is its end, and it always ends."""

import json
import os
import signal
from collections.abc import Callable, Sequence

import pytest
from rich.console import Console

from assist.cli.watch import CallFailed, print_events, watch_call
from assist.core.commands import Command, EndCall, StartCall
from assist.core.events import CallStarted, Event, Tick
from assist.core.notices import (
    CallForgotten,
    CallSaved,
    Notice,
    SnapshotStarted,
    StatusReport,
    Trouble,
)

_Step = Event | Notice | None | Callable[[], None]


class PlayedLink:
    """An `EngineLink` that says what the test tells it to; a function among it is called."""

    def __init__(self, steps: Sequence[_Step]) -> None:
        self.sent: list[Command] = []
        self._steps = list(steps)

    def send(self, command: Command) -> None:
        self.sent.append(command)

    def receive(self, timeout_s: float) -> Event | Notice | None:
        step = self._steps.pop(0) if self._steps else None
        if step is None or isinstance(step, Event | Notice):
            return step
        step()
        return None

    def close(self) -> None:
        pass


def started(call: str) -> CallStarted:
    return CallStarted(at=0, call=call, started_at="2026-11-22T10:00:00+01:00", source="live")


def saved(call: str) -> CallSaved:
    return CallSaved(call=call, journal=f"/calls/{call}/journal.jsonl")


def listening(call: str) -> StatusReport:
    return StatusReport(state="listening", call=call)


LOADING = StatusReport(state="loading")
OWN = (SnapshotStarted(events=0), started("own"), listening("own"), Tick(at=1000))


def shown(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [json.loads(line)["type"] for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("swapped", [False, True], ids=["event first", "status first"])
def test_a_crashed_call_closed_first_neither_ends_nor_shows(
    swapped: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    begin: list[_Step] = [started("own"), listening("own")]
    link = PlayedLink(
        [
            SnapshotStarted(events=0),
            LOADING,
            started("lost"),
            Tick(at=5000),
            saved("lost"),
            StatusReport(state="ready"),
            *(reversed(begin) if swapped else begin),
            Tick(at=1000),
            saved("own"),
        ]
    )
    assert print_events(link, StartCall()) == 0
    assert shown(capsys) == ["call_started", "tick"]
    assert link.sent == [StartCall()]


def test_a_call_of_the_snapshot_is_not_ours(capsys: pytest.CaptureFixture[str]) -> None:
    link = PlayedLink(
        [
            SnapshotStarted(events=2),
            started("other"),
            Tick(at=5000),
            StatusReport(state="ending", call="other"),
            saved("other"),
            *OWN,
            saved("own"),
        ]
    )
    assert print_events(link, StartCall()) == 0
    assert shown(capsys) == ["call_started", "tick"]


def test_a_refused_start_leaves_the_running_call_alone() -> None:
    refused = Trouble(sentence="A call is running already.", is_fatal=True)
    link = PlayedLink([SnapshotStarted(events=1), started("other"), listening("other"), refused])
    with pytest.raises(CallFailed, match="running already"):
        print_events(link, StartCall())
    assert EndCall() not in link.sent


def test_the_end_of_another_call_is_no_refusal_of_ours(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lost = Trouble(sentence="The disk is full.", is_fatal=True, call="other")
    link = PlayedLink([SnapshotStarted(events=0), lost, *OWN[1:], lost, saved("own")])
    assert print_events(link, StartCall()) == 0
    assert shown(capsys) == ["call_started", "tick"]
    assert EndCall() not in link.sent


@pytest.mark.parametrize("place", [1, 2, 3])
def test_what_ends_our_call_is_told_however_early(place: int) -> None:
    broken = Trouble(sentence="The model is broken.", is_fatal=True, call="own")
    link = PlayedLink([*OWN[:place], broken, *OWN[place:]])
    with pytest.raises(CallFailed, match="model is broken"):
        print_events(link, StartCall())


def test_silence_ends_the_call() -> None:
    link = PlayedLink(OWN)
    with pytest.raises(CallFailed, match="does not answer"):
        print_events(link, StartCall())
    assert link.sent[-1] == EndCall()


def test_an_end_that_cannot_be_saved_is_what_the_last_sentence_says() -> None:
    full = "The end of the call is not on disk yet; free some disk space."
    link = PlayedLink([*OWN, Trouble(sentence=full, is_fatal=False)])
    with pytest.raises(CallFailed, match="free some disk space"):
        print_events(link, StartCall())


def test_a_trouble_that_the_call_outlived_is_not_why_the_engine_is_silent() -> None:
    link = PlayedLink([*OWN, Trouble(sentence="A word was lost.", is_fatal=False), Tick(at=1100)])
    with pytest.raises(CallFailed, match="does not answer"):
        print_events(link, StartCall())


def test_loading_a_large_model_may_take_minutes() -> None:
    five_minutes: list[_Step] = [None] * 600
    link = PlayedLink([LOADING, *five_minutes, *OWN, saved("own")])
    assert print_events(link, StartCall()) == 0


def test_a_reader_that_goes_away_ends_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    link = PlayedLink([*OWN, saved("own")])
    with os.fdopen(writing, "w", closefd=False) as gone:
        monkeypatch.setattr("sys.stdout", gone)
        with pytest.raises(BrokenPipeError):
            print_events(link, StartCall())
        monkeypatch.undo()
        os.dup2(os.open(os.devnull, os.O_WRONLY), writing)
    assert link.sent == [StartCall(), EndCall()]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_call_and_waits_for_the_wrap_up(number: signal.Signals) -> None:
    if (before := signal.getsignal(number)) is signal.SIG_IGN:  # as under nohup: then it stays so
        pytest.skip("this process was started with the signal ignored")
    link = PlayedLink([*OWN, lambda: signal.raise_signal(number), Tick(at=2000), saved("own")])
    assert print_events(link, StartCall()) == 128 + number
    assert link.sent == [StartCall(), EndCall()]
    assert signal.getsignal(number) is before


def test_a_second_signal_does_not_wait() -> None:
    def press() -> None:
        signal.raise_signal(signal.SIGINT)

    link = PlayedLink([*OWN, press, press])
    with pytest.raises(KeyboardInterrupt):
        print_events(link, StartCall())
    assert link.sent[-1] == EndCall()


def test_a_private_call_is_over_when_the_engine_has_forgotten_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    link = PlayedLink([*OWN, CallForgotten(call="other"), CallForgotten(call="own"), Tick(at=9000)])
    assert print_events(link, StartCall()) == 0
    assert shown(capsys) == ["call_started", "tick"]
    assert link.sent == [StartCall()]


def test_a_call_that_could_not_be_kept_is_not_called_private_mode(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for is_chosen, told in ((True, "Private mode"), (False, "As was said when it began")):
        link = PlayedLink([*OWN, CallForgotten(call="own", is_chosen=is_chosen)])
        assert watch_call(link, StartCall(), Console(width=200)) == 0
        assert f"{told}: nothing of this call was kept." in capsys.readouterr().out
