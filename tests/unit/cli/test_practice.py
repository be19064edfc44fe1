"""`assist practice` as a user runs it."""

import io
import json
from collections.abc import Iterator

import pytest
from rich.console import Console

from assist import cli, paths
from assist.cli.practice import play, print_result
from assist.core.events import CallEnded, CallStarted, Event, FinalResult, Urgency
from assist.core.practice import Deed, PracticeCall, PracticeMark, PracticeMoment, compare
from assist.core.words import Party
from tests.helpers.calls import spoken
from tests.helpers.finished_calls import write_journal

WORDS = """
1.0 agent hello how can i help
4.0 customer my internet has been down since monday this is the third time i am calling
14.0 agent there is nothing more i can do
24.0 customer so what now
40.0 end
"""


def run(*arguments: str) -> int:
    def no_desktop(speed: float | None) -> int:
        raise AssertionError("no window was asked for")

    return cli.main(["practice", *arguments], open_desktop=no_desktop)


@pytest.fixture
def stored(assist_home: object) -> str:
    """A stored call in which the agent says that nothing can be done."""
    events = tuple(spoken(WORDS, name="Dana Ortega"))
    assert isinstance(events[0], CallStarted)
    write_journal(paths.state_dir() / "calls" / events[0].call, events)
    return events[0].call


def test_marks_given_on_the_command_line_are_compared(
    stored: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("last", "--marks", "0:18way", "0:02") == 0
    out = capsys.readouterr().out
    assert "✓" in out
    assert "in time, at 0:18" in out
    assert "D1: " in out  # the lesson behind it
    assert "0:02  ○ nothing was asked for here: “hello how can I help”" in out
    assert "met in time" in out


def test_the_comparison_is_printed_for_programs(
    stored: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(stored[:6], "--json", "--marks", "18") == 0
    result = json.loads(capsys.readouterr().out)
    assert result["met"] == 1
    assert {"rule", "headline", "lessons", "verdict", "marked_at"} <= set(result["moments"][0])
    met = [each for each in result["moments"] if each["verdict"] == "met"]
    assert (met[0]["rule"], met[0]["marked_at"]) == ("dead_end", 18_000)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("last", "--marks", "soon"), "'soon' is no mark"),
        (("last", "--marks", "0:10dance"), "'0:10dance' is no mark"),
        (("last", "--marks", "9:99"), "'9:99' is no time"),
        (("last", "--marks", "0:18", "9:59"), "The call ends at 0:40; there is no 9:59 in it"),
        (("nope", "--marks", "0:10"), "There is no stored call 'nope'"),
        (("last", "--speed", "0"), "--speed must be between"),
        (("last",), "needs a terminal"),
    ],
)
def test_wrong_input_is_told_in_one_sentence(
    stored: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], sentence: str
) -> None:
    assert run(*arguments) != 0
    err = capsys.readouterr().err
    assert sentence in err
    assert "Traceback" not in err


def said(at: int, party: Party, text: str) -> FinalResult:
    return FinalResult(at=at, party=party, utterance=0, start=at - 900, end=at - 100, text=text)


EVENTS: tuple[Event, ...] = (
    CallStarted(at=0, call="one", started_at="2026-11-20T10:00:00+01:00", source="live"),
    said(2_000, Party.CUSTOMER, "i am so worried"),
    said(6_000, Party.AGENT, "nothing i can do"),
    CallEnded(at=8_000, reason="hangup"),
)
MOMENT = PracticeMoment(
    rule="acknowledge_feeling",
    title="Feeling",
    headline="Name the worry",
    directions=(),
    urgency=Urgency.HINT,
    lessons=("F1: Something hurt",),
    quote="so worried",
    since=1_100,
    until=5_000,
    is_shown=True,
    was_done=False,
)
CALL = PracticeCall(id="one", customer="Dana", events=EVENTS, moments=(MOMENT,), duration_ms=8_000)


class Player:
    """A clock that moves on whenever it is waited for, and keys pressed at given seconds."""

    def __init__(self, keys: dict[float, str]) -> None:
        self.now = 100.0
        self._keys = dict(sorted(keys.items()))
        self.out = io.StringIO()
        self.console = Console(file=self.out, width=100)

    def pressed(self) -> str:
        due = [at for at in self._keys if at <= self.now - 100.0 + 1e-6]
        return "".join(self._keys.pop(at) for at in due)

    def _pass(self, seconds: float) -> None:
        self.now += seconds

    def play(self, speed: float = 1.0) -> tuple[list[PracticeMark], int]:
        return play(
            CALL,
            self.console,
            self.pressed,
            speed=speed,
            clock_s=lambda: self.now,
            wait=self._pass,
        )


def test_keys_mark_the_moment_of_the_call_at_any_speed() -> None:
    for speed in (1.0, 2.0):
        marks, seen = Player({3.0 / speed: " ", 4.0 / speed: "1x"}).play(speed)
        assert seen == CALL.duration_ms
        assert [mark.deed for mark in marks] == [None, Deed.FEELING]
        assert abs(marks[0].at - 3_000) <= 100 * speed
        assert abs(marks[1].at - 4_000) <= 100 * speed


def test_the_words_come_as_they_were_said_and_no_prompt_with_them() -> None:
    player = Player({})
    assert player.play() == ([], CALL.duration_ms)
    out = player.out.getvalue()
    assert out.index("I am so worried") < out.index("nothing I can do")
    assert "Name the worry" not in out


def test_q_stops_early_and_keeps_the_marks() -> None:
    player = Player({1.0: " ", 3.0: "q", 4.0: " "})
    marks, seen = player.play()
    assert len(marks) == 1
    assert abs(seen - 3_000) <= 100  # what came after it is not asked for
    assert "nothing I can do" not in player.out.getvalue()


def verdict_lines(marks: list[PracticeMark]) -> Iterator[str]:
    out = io.StringIO()
    print_result(Console(file=out, width=200), CALL, compare(CALL.moments, marks))
    yield from out.getvalue().splitlines()


def test_what_was_missed_and_what_was_late_is_told_with_its_lesson() -> None:
    assert any("missed" in line for line in verdict_lines([]))
    late = list(verdict_lines([PracticeMark(at=6_000)]))
    assert any("too late, at 0:06" in line for line in late)
    assert any("F1: Something hurt" in line for line in late)
    other = list(verdict_lines([PracticeMark(at=3_000, deed=Deed.NAME)]))
    assert any("though you would use the name" in line for line in other)
