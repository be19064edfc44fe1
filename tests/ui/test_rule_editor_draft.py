"""The rule editor's draft: switched, undone, published; the box to try it; access."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from assist.core.words import Party
from assist.ui.theme import make_theme
from tests.helpers.ruleeditor import Editor, open_editor, problem


@pytest.fixture
def editor(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Editor]:
    with open_editor(qtbot, qapp, tmp_path) as opened:
        yield opened


# --- the draft as a whole -------------------------------------------------------------------------


def test_a_rule_is_switched_by_space_and_by_a_click_on_its_switch(editor: Editor) -> None:
    view = editor.window.list.view
    editor.qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [row.is_on for row in editor.desk.rules()] == [False, True, True]
    box = view.visualRect(view.model().index(1, 0))
    editor.qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 20, box.center().y())
    )
    assert [row.is_on for row in editor.desk.rules()] == [False, False, True]
    box = view.visualRect(view.model().index(2, 0))
    editor.qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 20, box.center().y())
    )
    assert [row.is_on for row in editor.desk.rules()] == [False, False, True]


def test_steps_are_undone_and_done_again(editor: Editor) -> None:
    window, title = editor.window, editor.window.page.title.field
    assert not window.undo.isEnabled()
    editor.type(title, "Say when")
    window.undo.click()
    editor.settle()
    assert title.text() != "Say when"
    assert window.redo.isEnabled()
    while window.redo.isEnabled():
        window.redo.click()
    editor.settle()
    assert title.text() == "Say when"


def test_a_draft_is_discarded_only_when_asked_twice(editor: Editor) -> None:
    editor.type(editor.window.page.title.field, "Say when")
    editor.window.discard.click()
    assert editor.desk.has_draft
    assert editor.window.discard.text() == "Really discard"
    editor.window.discard.click()
    editor.settle()
    assert not editor.desk.has_draft
    assert editor.window.page.title.field.text() == "Offer a time"


def test_publishing_puts_the_draft_in_force_and_history_brings_it_back(editor: Editor) -> None:
    window = editor.window
    editor.type(window.page.title.field, "Say when")
    with editor.qtbot.waitSignal(window.published, timeout=20_000) as told:
        window.publish.click()
    assert told.args == [1]
    assert 'title = "Say when"' in editor.file.read_text(encoding="utf-8")
    assert window.status.text().startswith("Published as version 1")
    assert not window.publish.isEnabled()
    editor.type(window.page.title.field, "Another")
    with editor.qtbot.waitSignal(window.published, timeout=20_000):
        window.publish.click()
    window.history.click()
    assert window.versions.list.count() == 2
    assert "Dana" in window.versions.list.item(1).text()
    assert 'title "Say when"' in window.versions.list.item(0).text()
    window.versions.list.setCurrentRow(1)
    window.versions.restore.click()
    editor.settle()
    assert window.page.title.field.text() == "Say when"
    assert editor.desk.has_draft


def test_all_rules_are_checked_at_once(editor: Editor) -> None:
    editor.window.check_all.click()
    editor.settle()
    assert editor.window.status.text() == "Nothing doubtful in any rule."
    editor.type(editor.window.page.wordings.boxes[0].headline.field, "The day of it")
    editor.window.check_all.click()
    editor.settle()
    assert "to look at, in: refund" in editor.window.status.text()
    assert problem(editor, "wording").startswith("! ")


# --- trying ---------------------------------------------------------------------------------------


def marked(editor: Editor) -> list[str]:
    selections = editor.window.test.text.extraSelections()
    return [selection.cursor.selectedText() for selection in selections]


def test_what_fires_is_marked_as_one_types(editor: Editor) -> None:
    box = editor.window.test
    editor.qtbot.keyClicks(box.text, "hello where is my refund")
    editor.settle()
    assert "my refund" in marked(editor)
    assert "Name a day  (refund, line 1)" in box.fires.text()
    assert "✓ customer says “my refund”" in box.needs.text()
    editor.type(editor.window.page.when.rows[0].text, "my parcel")
    assert "my refund" not in marked(editor)
    assert box.fires.text() == "No rule fires."
    assert "not found" in box.needs.text()


def test_the_other_one_answers_and_a_line_can_change_hands(editor: Editor) -> None:
    box = editor.window.test
    editor.qtbot.keyClicks(box.text, "my refund")
    editor.qtbot.keyClick(box.text, Qt.Key.Key_Return)
    assert box.text.toPlainText() == "my refund\nAgent: "
    assert box.buttons[Party.AGENT].isChecked()
    editor.qtbot.keyClicks(box.text, "there is nothing more i can do")
    editor.settle()
    assert box.lines() == (
        (Party.CUSTOMER, "my refund"),
        (Party.AGENT, "there is nothing more i can do"),
    )
    assert "(kept, line 2)" in box.fires.text()
    assert any(text.startswith("there is nothing") for text in marked(editor))
    box.buttons[Party.CUSTOMER].click()
    editor.settle()
    assert box.lines()[1] == (Party.CUSTOMER, "there is nothing more i can do")
    assert "kept" not in box.fires.text()


# --- access ---------------------------------------------------------------------------------------


def test_every_field_can_be_said_by_a_screen_reader(editor: Editor) -> None:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QListView)
    nameless = [
        widget
        for kind in kinds
        for widget in editor.window.findChildren(kind)
        if not widget.accessibleName() and not _is_inner(widget)
    ]
    assert nameless == []


def _is_inner(widget: QWidget) -> bool:
    """A part of a spin or combo box, which speaks for it."""
    parent = widget.parent()
    while parent is not None and not isinstance(parent, QAbstractSpinBox | QComboBox):
        parent = parent.parent()
    return parent is not None


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_form_fits_its_column(editor: Editor, choice: str, scale: float) -> None:
    window = editor.window
    window.set_theme(make_theme(choice, scale))
    window.page.when.add.click()
    QApplication.processEvents()
    page = window.page.widget()
    assert page is not None
    assert page.minimumSizeHint().width() <= window.page.viewport().width()


def test_everything_is_reached_by_tab(editor: Editor) -> None:
    window = editor.window
    window.activateWindow()
    window.list.filter.setFocus()
    seen: set[QWidget] = set()
    now = QApplication.focusWidget()
    for _ in range(80):
        if now is None or now in seen:
            break
        seen.add(now)
        editor.qtbot.keyClick(now, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
    page = window.page
    wanted: set[QWidget] = {
        window.list.view,
        page.title.field,
        page.priority,
        page.when.rows[0].text,
        page.wordings.boxes[0].headline.field,
        page.more,
        window.test.text,
        window.history,
    }
    assert wanted <= seen


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)],
)
def test_keys_do_what_buttons_do(
    editor: Editor, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    editor.window.activateWindow()
    editor.qtbot.waitUntil(editor.window.isActiveWindow)
    editor.qtbot.keyClick(editor.window, key, modifiers)
    assert editor.window.page.heading.text() == "New rule"
    editor.qtbot.keyClick(editor.window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert editor.window.test.text.hasFocus()
