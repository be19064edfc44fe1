"""Single keys while a call runs in the terminal."""

import io
import os
import pty
import termios
from collections.abc import Iterator

import pytest
from rich.console import Console

from assist.cli.keys import no_keys, terminal_keys
from assist.cli.terminal import TerminalView
from assist.core.commands import DismissCue, MarkCue
from assist.core.events import (
    ChecklistChanged,
    ComparisonCall,
    CueExpired,
    CueMarked,
    CueShown,
    KnowledgeShown,
    SequenceChanged,
    SequenceStep,
)
from assist.core.notices import RuleShadowed
from assist.core.words import Evidence, Party
from tests.helpers.uicall import raised


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, int]]:
    """(what a person types into, what the program reads from)."""
    person, program = pty.openpty()
    monkeypatch.setattr(os, "tcgetpgrp", lambda descriptor: os.getpgrp())
    yield person, program
    os.close(person)
    os.close(program)


def test_a_key_is_there_at_once_and_without_enter(terminal: tuple[int, int]) -> None:
    person, program = terminal
    with terminal_keys(program) as pressed:
        assert pressed() == ""
        os.write(person, b"gb")
        assert pressed() == "gb"
        assert pressed() == ""


def test_the_terminal_is_as_before_afterwards_however_it_ends(terminal: tuple[int, int]) -> None:
    _, program = terminal
    before = termios.tcgetattr(program)

    def fail() -> None:
        with terminal_keys(program):
            assert termios.tcgetattr(program) != before
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert termios.tcgetattr(program) == before


def test_in_the_background_the_terminal_is_left_alone(
    terminal: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    person, program = terminal
    monkeypatch.setattr(os, "tcgetpgrp", lambda descriptor: -1)
    with terminal_keys(program) as pressed:
        os.write(person, b"g\n")
        assert pressed() == ""


def test_without_a_terminal_there_are_no_keys() -> None:
    with terminal_keys() as pressed:
        assert pressed is no_keys


@pytest.fixture
def view() -> TerminalView:
    return TerminalView(Console(record=True, force_terminal=False, width=100))


def show(view: TerminalView, cue: int) -> None:
    view.handle(raised(cue, "thank", 900, headline="Thank them", title="Thank"))
    view.handle(CueShown(at=1_000, cue=cue, rule="thank"))


def test_keys_judge_the_prompt_in_view_or_the_last_one(view: TerminalView) -> None:
    assert view.command_of("g") is None
    assert view.command_of(".") is None
    show(view, 4)
    assert view.command_of("g") == MarkCue(cue=4, is_right=True)
    assert view.command_of("b") == MarkCue(cue=4, is_right=False)
    assert view.command_of(".") == DismissCue(cue=4)
    assert view.command_of("x") is None
    view.handle(CueExpired(at=9_000, cue=4, rule="thank"))
    assert view.command_of("b") == MarkCue(cue=4, is_right=False)
    assert view.command_of(".") is None


def printed(view: TerminalView) -> str:
    return view._console.export_text()


def test_what_stands_beside_the_prompts_is_printed_as_well(view: TerminalView) -> None:
    evidence = Evidence(party=Party.CUSTOMER, text="refund", start=1, end=2, utterance=0)
    view.handle(ComparisonCall(at=0, rules=("thank",), is_whole=True))
    view.handle(
        KnowledgeShown(
            at=1, card="r", title="Refunds", points=("One", "Two"), evidence=evidence, expires_at=9
        )
    )
    show(view, 4)
    view.handle(CueMarked(at=2_000, cue=4, is_right=False))
    view.handle(RuleShadowed(rule="thank", title="Thank", right=3, wrong=30))
    text = printed(view)
    assert "Comparison call: prompts are kept back" in text
    assert "Good to know · Refunds: One; Two" in text
    assert "marked wrong: Thank" in text
    assert "'Thank' was right in 3 of 33 marks only" in text


def test_the_present_shows_steps_and_required_sentences() -> None:
    console = Console(force_terminal=True, width=100, record=True, file=io.StringIO())
    view = TerminalView(console)
    steps = (SequenceStep(title="Own it", is_done=True), SequenceStep(title="Fix"))
    view.handle(SequenceChanged(at=0, rule="amends", title="Make it right", steps=steps))
    view.handle(ChecklistChanged(at=0, item="notice", is_done=False, title="Recording notice"))
    show(view, 4)
    console.print(view._present())
    text = console.export_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "Make it right:  ✓ Own it  ○ Fix" in text
    assert "○ Recording notice" in text
    assert "g good · b wrong · . not now" in text
