"""Beside talking: notes, flags with a word, a lead asked for help."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assist.core.commands import FlagMoment, WordFlag, WriteNote
from assist.core.events import MomentFlagged, NoteWritten, Tick
from assist.core.notices import StatusReport
from assist.ui.native.chords import Shortcut
from tests.helpers.uicall import drawn_call, ended_call, started
from tests.ui.conftest import Desk

FLAG = MomentFlagged(at=252_000)
HELP = MomentFlagged(at=252_000, for_lead=True, kind="help")


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_a_note_is_typed_during_the_call_and_stands_on_the_wrap_up_card(desk: Desk) -> None:
    desk.play(*drawn_call())
    box = desk.window.call.desk
    click(box.note_button)
    assert desk.window.focus_loan.is_lent
    QTest.keyClicks(box.note, "refund")
    QTest.keyClick(box.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(box.note, "approved")
    QTest.keyClick(box.note, Qt.Key.Key_Return)
    assert desk.sent[-1] == WriteNote(text="refund\napproved", call="call-1")
    assert not desk.window.focus_loan.is_lent
    assert box.note.isHidden()
    desk.play(NoteWritten(at=253_000, text="refund\napproved"), *ended_call()[-1:])
    assert desk.window.call.wrap_up.note.text() == "refund\napproved"


def test_what_is_being_typed_when_the_call_ends_is_kept_with_it(desk: Desk) -> None:
    desk.play(*drawn_call())
    click(desk.window.call.desk.note_button)
    QTest.keyClicks(desk.window.call.desk.note, "half a")
    desk.play(replace(started(), call="call-2"))
    assert desk.sent[-1] == WriteNote(text="half a", call="call-1")
    assert desk.window.call.desk.note.text() == ""


def test_a_flag_is_set_at_once_and_asks_for_a_word_that_may_be_given(desk: Desk) -> None:
    desk.play(*drawn_call())
    box = desk.window.call.desk
    desk.window.press_shortcut(Shortcut.FLAG)
    assert desk.sent == [FlagMoment()]
    assert box.word.isHidden()  # the engine's answer is what counts
    desk.play(FLAG)
    assert box.word.isVisible()
    assert box.flagged.text() == "⚑ 04:12"
    assert not desk.window.focus_loan.is_lent
    click(box.word)
    QTest.keyClicks(box.word, "refund rules")
    QTest.keyClick(box.word, Qt.Key.Key_Return)
    assert desk.sent[-1] == WordFlag(note="refund rules", call="call-1")
    assert box.word.isHidden()
    assert not desk.window.focus_loan.is_lent


@pytest.mark.parametrize("how", ["time", "escape"])
def test_a_flag_without_a_word_stays_a_flag(desk: Desk, how: str) -> None:
    desk.play(*drawn_call(), FLAG)
    box = desk.window.call.desk
    if how == "time":
        assert box.word_timer.interval() == 10_000
        box.word_timer.timeout.emit()
    else:
        click(box.word)
        QTest.keyClicks(box.word, "nev")
        QTest.keyClick(box.word, Qt.Key.Key_Escape)
    assert box.word.isHidden()
    assert not desk.window.focus_loan.is_lent
    assert not any(isinstance(command, WordFlag) for command in desk.sent)


def test_flags_of_a_call_that_is_shown_again_ask_for_nothing(desk: Desk) -> None:
    events = [*drawn_call(), FLAG, HELP]
    desk.window.handle_snapshot(
        tuple(event for event in events if hasattr(event, "at"))  # type: ignore[misc]
    )
    assert desk.window.call.desk.word.isHidden()
    assert desk.window.call.desk.asked.isHidden()
    assert desk.window.call.desk.help_button.text() == "✓ Lead asked"


@pytest.mark.parametrize(
    ("has_team", "said"),
    [(True, "Asking your leads …"), (False, "No team is set up: kept with the call for later.")],
)
def test_help_is_asked_once_and_it_is_said_where_it_went(
    desk: Desk, has_team: bool, said: str
) -> None:
    desk.play(StatusReport(state="ready", model="starter", has_team=has_team), *drawn_call())
    box = desk.window.call.desk
    click(box.help_button)
    assert desk.sent == [FlagMoment(for_lead=True, kind="help")]
    desk.play(HELP)
    assert box.asked.text() == said
    assert box.asked.isVisible()
    desk.window.press_shortcut(Shortcut.HELP)
    assert len(desk.sent) == 1
    box.asked_timer.timeout.emit()
    assert box.asked.isHidden()
    desk.play(Tick(at=260_000), *ended_call()[-1:])
    words = desk.window.call.wrap_up.lead.text()
    assert words.startswith("✓ A lead" if has_team else "✓ Marked")


@pytest.mark.parametrize("height", [420, 500, 768])
def test_what_is_being_typed_never_covers_a_prompt(desk: Desk, qtbot: QtBot, height: int) -> None:
    desk.play(*drawn_call())
    desk.window.resize(340, height)
    desk.window.call.desk.open_note()
    call = desk.window.call

    def laid_out() -> None:
        assert call.desk.isVisible()
        assert call.prompts.geometry().bottom() < call.desk.geometry().top()
        assert call.desk.geometry().bottom() < call.height()

    qtbot.waitUntil(laid_out, timeout=20_000)
