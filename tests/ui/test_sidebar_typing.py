"""Typing in the sidebar: the name, the note on the wrap-up card, whose focus it is."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

from assist.core.commands import (
    SetName,
    WriteNote,
)
from assist.core.events import (
    NameLearned,
    NoteWritten,
)
from assist.core.notices import CallSaved
from assist.ui.native.chords import Shortcut
from tests.helpers.uicall import drawn_call, ended_call, started
from tests.ui.conftest import Desk


def click(widget: QWidget) -> None:
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def test_the_name_is_edited_in_place_and_the_focus_goes_back(desk: Desk) -> None:
    desk.play(*drawn_call())
    window = desk.window
    click(window.header.name)
    assert window.header.is_editing
    assert not window.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    window.header.field.setText("  Dana   Ortega-Ruiz ")
    QTest.keyClick(window.header.field, Qt.Key.Key_Return)
    assert SetName(name="Dana Ortega-Ruiz") in desk.sent
    assert not window.header.is_editing
    assert window.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert desk.desktop.activated == [7]
    desk.play(NameLearned(at=252_100, name="Dana Ortega-Ruiz", origin="typed"))
    assert window.header.name.text() == "Dana Ortega-Ruiz"


def test_escape_keeps_the_old_name(desk: Desk) -> None:
    desk.play(*drawn_call())
    click(desk.window.header.name)
    QTest.keyClicks(desk.window.header.field, "Somebody")
    QTest.keyClick(desk.window.header.field, Qt.Key.Key_Escape)
    assert not any(isinstance(command, SetName) for command in desk.sent)
    assert desk.desktop.activated == [7]


def test_ten_seconds_without_a_key_give_the_focus_back(desk: Desk, qtbot: QtBot) -> None:
    desk.play(*drawn_call())
    click(desk.window.header.name)
    timer = desk.window.focus_loan.timer
    assert timer.isActive()
    assert timer.interval() == 10_000
    timer.timeout.emit()
    assert not desk.window.focus_loan.is_lent
    assert desk.desktop.activated == [7]


def test_a_key_starts_the_ten_seconds_again(desk: Desk, qtbot: QtBot) -> None:
    desk.play(*drawn_call())
    click(desk.window.header.name)
    timer = desk.window.focus_loan.timer
    timer.stop()
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_A)
    assert timer.isActive()


def test_let_me_type_lends_the_focus_and_takes_it_back(desk: Desk) -> None:
    desk.play(*drawn_call())
    desk.window.press_shortcut(Shortcut.LET_ME_TYPE)
    assert desk.window.focus_loan.is_lent
    desk.window.press_shortcut(Shortcut.LET_ME_TYPE)
    assert not desk.window.focus_loan.is_lent
    assert desk.desktop.activated == [7]


def test_a_note_is_kept_with_enter(desk: Desk) -> None:
    desk.play(*ended_call())
    note = desk.window.call.wrap_up.note
    click(note)
    assert desk.window.focus_loan.is_lent
    QTest.keyClicks(note, "call back")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert WriteNote(text="call back", call="call-1") in desk.sent
    assert not desk.window.focus_loan.is_lent


@pytest.mark.parametrize("how", ["focus", "done", "close", "pause", "escape"])
def test_a_note_is_kept_without_enter(desk: Desk, how: str) -> None:
    desk.play(*ended_call())
    wrap_up = desk.window.call.wrap_up
    click(wrap_up.note)
    QTest.keyClicks(wrap_up.note, "call back")
    ways: dict[str, Callable[[], object]] = {
        "focus": wrap_up.note.clearFocus,
        "done": lambda: click(wrap_up.next),
        "close": desk.window.close,
        "pause": wrap_up.note.pause.timeout.emit,
        "escape": lambda: QTest.keyClick(wrap_up.note, Qt.Key.Key_Escape),
    }
    ways[how]()
    assert notes(desk) == ["call back"]


def test_typing_a_note_waits_for_a_pause(desk: Desk) -> None:
    desk.play(*ended_call())
    wrap_up = desk.window.call.wrap_up
    click(wrap_up.note)
    assert not wrap_up.note.pause.isActive()
    QTest.keyClicks(wrap_up.note, "call")
    assert wrap_up.note.pause.isActive()
    assert notes(desk) == []


def test_a_note_that_did_not_change_is_not_sent_again(desk: Desk) -> None:
    desk.play(*ended_call(), NoteWritten(at=305_000, text="call back"))
    note = desk.window.call.wrap_up.note
    click(note)
    note.clearFocus()
    click(desk.window.call.wrap_up.next)
    assert notes(desk) == []


def test_a_note_stays_in_view_until_the_engine_has_it(desk: Desk) -> None:
    desk.play(*ended_call())
    note = desk.window.call.wrap_up.note
    click(note)
    QTest.keyClicks(note, "call back")
    QTest.keyClick(note, Qt.Key.Key_Return)
    desk.play(CallSaved(call="call-1", journal="/calls/call-1.jsonl"))
    assert note.text() == "call back"


@pytest.mark.parametrize("how", ["event", "snapshot"])
def test_a_note_goes_to_its_own_call_when_another_takes_the_cards_place(
    desk: Desk, how: str
) -> None:
    desk.play(*ended_call())
    note = desk.window.call.wrap_up.note
    click(note)
    QTest.keyClicks(note, "call back")
    pause = desk.window.call.wrap_up.note.pause
    another = replace(started(), call="call-2")
    if how == "event":
        desk.play(another)
    else:
        desk.window.handle_snapshot((another,))
    assert not pause.isActive()
    desk.window.focus_loan.give_back()
    assert [command for command in desk.sent if isinstance(command, WriteNote)] == [
        WriteNote(text="call back", call="call-1")
    ]
    assert note.text() == ""


def notes(desk: Desk) -> list[str]:
    return [command.text for command in desk.sent if isinstance(command, WriteNote)]
