"""A call in the terminal: settled lines read well at any width, and whole in a file."""

import io
from collections.abc import Iterable

import pytest
from rich.console import Console

from assist.cli.terminal import TerminalView
from assist.core.events import (
    CueRaised,
    CueShown,
    Event,
    Feeling,
    FinalResult,
    LeadsWatching,
    LeadWrote,
    Urgency,
    WrapUp,
)
from assist.core.words import Party
from assist.core.written import OUTCOME_WORDS

LONG = "i have been calling you about this broken modem for three weeks now and nothing happens"


def shown(events: Iterable[Event], *, width: int = 50, on_terminal: bool = True) -> list[str]:
    console = Console(
        file=io.StringIO(), width=width, force_terminal=on_terminal, color_system=None
    )
    view = TerminalView(console, is_live=False)
    for event in events:
        view.handle(event)
    assert isinstance(console.file, io.StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def said(text: str) -> FinalResult:
    return FinalResult(
        at=9000, party=Party.CUSTOMER, utterance=0, start=1000, end=8000, text=text, words=()
    )


def wrap_up(
    *,
    outcome: str = "",
    feelings: tuple[Feeling, Feeling] = (Feeling.NONE, Feeling.NONE),
) -> WrapUp:
    return WrapUp(
        at=90_000,
        duration_ms=90_000,
        outcome=outcome,
        customer_name="Dana",
        problem="",
        first_feeling=feelings[0],
        last_feeling=feelings[1],
        turned_around=False,
        at_risk=False,
        agent_percent=50,
        promises=(),
        cues_raised=0,
        cues_shown=0,
        cues_heeded=0,
        checklist=(),
    )


def test_a_long_utterance_hangs_under_its_words() -> None:
    first, *rest = shown([said(LONG)])
    begin = first.index("I have")
    assert len(rest) >= 2
    for line in rest:
        assert line[:begin].strip() == ""
        assert line[begin] != " "


def test_a_file_gets_every_utterance_in_one_piece() -> None:
    (line,) = shown([said(LONG)], on_terminal=False)
    assert line.endswith("nothing happens")


def test_a_prompt_on_the_next_line_is_printed_too() -> None:
    raised = CueRaised(
        at=1000,
        cue=1,
        rule="dead_end",
        title="Dead end",
        headline="Say what you can do",
        directions=(),
        urgency=Urgency.NUDGE,
        priority=5,
        evidence=(),
        trigger_end=900,
        expires_at=20_000,
    )
    waiting = CueShown(at=1000, cue=1, rule="dead_end", place="next")
    assert shown([raised, waiting]) == [" 0:01  Next: Say what you can do"]


@pytest.mark.parametrize("on_terminal", [True, False])
def test_the_wrap_up_says_nothing_empty_and_nothing_twice(on_terminal: bool) -> None:
    text = "\n".join(shown([wrap_up()], on_terminal=on_terminal))
    assert "Wrap-up" in text
    assert "Outcome" not in text
    assert text.count("Calm") == 1
    changed = wrap_up(outcome="resolved", feelings=(Feeling.ANGER, Feeling.GRATITUDE_RELIEF))
    text = "\n".join(shown([changed], on_terminal=on_terminal))
    assert "Angry → Relieved" in text
    assert OUTCOME_WORDS["resolved"] in text


@pytest.mark.parametrize("width", [44, 60, 80])
def test_a_mark_of_the_checklist_stays_with_its_words(width: int) -> None:
    console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system=None)
    with TerminalView(console) as view:
        view.handle(said("hello"))
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue().replace("\N{NO-BREAK SPACE}", " ")
    for words in ("Name used", "Problem confirmed", "Time promised", "Thanked"):
        assert f"○ {words}" in text


def test_an_agent_at_a_terminal_sees_who_watches_and_what_they_write() -> None:
    lines = shown(
        [
            LeadsWatching(at=61_000, names=("Lea Kim", "Max")),
            LeadWrote(at=62_000, line=1, by="Lea Kim", text="[red]offer the refund"),
            LeadsWatching(at=63_000),
        ]
    )
    assert lines == [
        " 1:01  Watching this call: Lea Kim, Max",
        " 1:02  From Lea Kim: [red]offer the refund",
        " 1:03  Watching this call: nobody",
    ]
