"""The rule editor over a real desk: what is typed, kept, tried, undone and published."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from assist.core.words import Party
from assist.cues import rules as playbook_rules
from assist.cues.layers import Layer
from assist.cues.lint import Hearing
from assist.review.rule_desk import LayeredRuleDesk
from assist.ui.editor import form, wording
from assist.ui.editor.rulelist import RuleListModel
from assist.ui.editor.window import RuleEditorWindow
from assist.ui.theme import make_theme

BASE = """\
schema = 1

[[rule]]
id = "refund"
title = "Offer a time"
max_per_call = 1
when = { said = "my refund", by = "customer" }
stand_down = { detected = "promise", by = "agent" }

[[rule.wording]]
headline = "Name a day"

[[rule]]
id = "rich"
title = "Rich"
max_per_call = 1
when = { any = [{ all = [{ detected = "hold", by = "agent" }] }] }
stand_down = { detected = ["way_forward", "choice"], by = "agent" }

[[rule.wording]]
headline = "Open another way"

[[rule]]
id = "kept"
title = "Locked"
locked = true
max_per_call = 1
when = { detected = "dead_end", by = "agent" }
stand_down = { detected = "way_forward", by = "agent" }

[[rule.wording]]
headline = "Say what you can do"
"""


def at_once(parent: QObject) -> QTimer:
    """A timer for pauses in typing that do not last."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(0)
    return timer


@dataclass
class Editor:
    """A window over a desk, and how to wait until it has settled."""

    window: RuleEditorWindow
    desk: LayeredRuleDesk
    file: Path
    qtbot: QtBot

    def settle(self) -> None:
        window = self.window

        def is_settled() -> bool:
            timers = (window._check_timer, window._try_timer)
            return not window.worker.is_busy and not any(timer.isActive() for timer in timers)

        self.qtbot.waitUntil(is_settled, timeout=20_000)

    def type(self, field: QLineEdit, text: str) -> None:
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.settle()


@pytest.fixture
def editor(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Editor]:
    if qapp.style().objectName() != "fusion":
        qapp.setStyle("Fusion")
    file = tmp_path / "agent.toml"
    desk = LayeredRuleDesk(
        [Layer(name="base", file="base.toml", text=BASE)],
        "agent",
        file,
        hearing=lambda language: Hearing(
            model="all", knows=lambda word: "zz" not in word, sound_key=lambda word: word
        ),
        who="Dana",
        now=lambda: "2026-11-22T10:00:00+01:00",
    )
    window = RuleEditorWindow(make_theme("light"), desk, make_timer=at_once)
    window.show()
    qtbot.waitExposed(window)
    made = Editor(window=window, desk=desk, file=file, qtbot=qtbot)
    made.settle()
    yield made
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def problem(editor: Editor, field: str) -> str:
    shown = editor.window.page.problems[field]
    return shown.text() if shown.isVisibleTo(editor.window) else ""


# --- choosing -------------------------------------------------------------------------------------


def test_the_first_rule_is_shown_and_any_can_be_chosen(editor: Editor) -> None:
    page = editor.window.page
    assert page.heading.text() == "Offer a time"
    editor.window.list.choose("kept")
    assert page.heading.text() == "Locked"
    assert "which has locked it" in page.origin.text()
    assert not page.title.isEnabled()
    editor.window.list.choose("refund")
    assert page.title.isEnabled()


def test_a_filter_finds_rules_and_is_cleared_when_it_hides_the_wanted_one(editor: Editor) -> None:
    rules = editor.window.list
    editor.qtbot.keyClicks(rules.filter, "rich")
    assert rules.view.model().rowCount() == 1
    rules.choose("kept")
    assert rules.filter.text() == ""
    assert editor.window.page.heading.text() == "Locked"


def test_the_list_model_keeps_its_promises(editor: Editor, qtmodeltester: ModelTester) -> None:
    model = RuleListModel()
    model.set_rows(editor.desk.rules())
    qtmodeltester.check(model)
    model.set_rows(editor.desk.rules()[:1])
    assert model.rowCount() == 1


# --- typing ---------------------------------------------------------------------------------------


def test_what_is_typed_goes_into_the_draft_and_not_into_calls(editor: Editor) -> None:
    page = editor.window.page
    editor.type(page.title.field, "Say when")
    assert editor.desk.form("refund").title == "Say when"
    assert editor.window.status.text().startswith("Draft kept")
    assert page.heading.text() == "Say when"
    assert page.title.count.text() == "8/32"
    assert not editor.file.exists()


def test_the_cursor_stays_where_somebody_types(editor: Editor) -> None:
    field = editor.window.page.title.field
    field.setCursorPosition(0)
    editor.qtbot.keyClicks(field, "X")
    editor.settle()
    assert field.cursorPosition() == 1
    assert editor.desk.form("refund").title == "XOffer a time"


def test_too_long_a_headline_is_counted_marked_and_not_kept(editor: Editor) -> None:
    box = editor.window.page.wordings.boxes[0]
    editor.type(box.headline.field, "Name the day on which the refund will arrive")
    assert box.headline.count.text() == "44/42"
    assert "2 character" in box.headline.count.toolTip()
    assert "must have 1 to 42 characters" in problem(editor, "wording")
    assert editor.window.status.text().startswith("Not kept yet")
    assert editor.desk.form("refund").wordings[0].headline == "Name a day"
    editor.window.list.choose("rich")
    editor.settle()
    editor.window.list.choose("refund")
    assert box.headline.field.text().startswith("Name the day on which")
    editor.window.publish.setEnabled(True)
    editor.window.publish.click()
    assert editor.window.status.text() == "First correct or undo: refund."
    assert not editor.file.exists()


def test_the_window_counts_as_the_playbook_does() -> None:
    assert wording.MAX_HEADLINE == playbook_rules.MAX_HEADLINE
    assert wording.MAX_DIRECTION == playbook_rules.MAX_DIRECTION
    assert wording.DIRECTIONS == playbook_rules.MAX_DIRECTIONS
    assert form.MAX_TITLE == playbook_rules.MAX_TITLE
    assert wording.shown_length("Say {name}'s {feeling}") == len("Say 's disappointment")


def test_a_doubt_is_said_at_its_field_and_keeps_nothing_back(editor: Editor) -> None:
    row = editor.window.page.when.rows[0]
    editor.type(row.text, "my zzfridge")
    assert problem(editor, "when").startswith("✕ ")
    assert "can never be heard" in problem(editor, "when")
    assert editor.desk.has_draft
    editor.window.publish.click()
    editor.settle()
    assert editor.window.status.text().startswith("Not published: rule 'refund' does not work")
    assert not editor.file.exists()


# --- conditions -----------------------------------------------------------------------------------


def test_rows_write_the_condition(editor: Editor) -> None:
    when = editor.window.page.when
    editor.type(when.rows[0].text, "refund* | (money|cash) back")
    assert when.value() == '{ said = ["refund*", "(money|cash) back"], by = "customer" }'
    when.add.click()
    second = when.rows[1]
    second.kind.setCurrentIndex(second.kind.findData("detected"))
    second.kind.activated.emit(0)
    second.found.show_labels(())
    for label in ("anger", "worry"):
        second.found._actions[label].trigger()
    second.span.setCurrentIndex(second.span.findData("within"))
    second.span.activated.emit(0)
    second.seconds.setValue(90)
    second.negated.click()
    editor.settle()
    assert "not = { detected = [" in when.value()
    assert second.row().value == "anger\nworry"
    assert second.row().seconds == 90
    assert problem(editor, "when") == ""
    assert editor.desk.form("refund").when == when.value()
    when.join.setCurrentIndex(1)
    when.join.activated.emit(1)
    assert when.value().startswith("{ any = [")
    second.remove.click()
    assert when.value() == '{ said = ["refund*", "(money|cash) back"], by = "customer" }'


def test_text_writes_the_rows(editor: Editor) -> None:
    when = editor.window.page.when
    when.show_text.click()
    when.text.setPlainText('{ all = [{ stage = "closing" }, { known = "name" }] }')
    assert [row.row().value for row in when.rows] == ["closing", "name"]
    when.text.setPlainText('{ all = [{ stage = "closing" }')
    editor.settle()
    assert "not a condition yet" in problem(editor, "when").lower()
    assert when.note.isVisibleTo(editor.window)


def test_a_condition_richer_than_rows_is_text(editor: Editor) -> None:
    editor.window.list.choose("rich")
    when = editor.window.page.when
    assert when.rows == []
    assert when.text.isVisibleTo(editor.window)
    assert not when.add.isVisibleTo(editor.window)


# --- wordings, new rules --------------------------------------------------------------------------


def test_wordings_are_added_and_removed(editor: Editor) -> None:
    wordings = editor.window.page.wordings
    wordings.add.click()
    editor.type(wordings.boxes[1].headline.field, "Give a date")
    editor.type(wordings.boxes[1].directions[0].field, "And an hour")
    kept = editor.desk.form("refund").wordings
    assert [each.headline for each in kept] == ["Name a day", "Give a date"]
    assert kept[1].directions == ("And an hour",)
    wordings.boxes[0].remove.click()
    editor.settle()
    assert [each.headline for each in editor.desk.form("refund").wordings] == ["Give a date"]


def test_a_new_rule_is_kept_once_it_is_changed(editor: Editor) -> None:
    editor.window.list.new.click()
    editor.settle()
    assert not editor.desk.has_draft
    assert not editor.window.page.id.isReadOnly()
    editor.type(editor.window.page.id, "mine")
    editor.type(editor.window.page.title.field, "Mine")
    assert [row.id for row in editor.desk.rules()][-1] == "mine"
    assert editor.window.page.id.isReadOnly()
    editor.window.page.reset.click()
    assert "mine" not in [row.id for row in editor.desk.rules()]
    assert editor.window.page.heading.text() == "Offer a time"


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
