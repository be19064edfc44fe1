"""The rule editor over a real desk: what is typed, kept, tried, undone and published."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from assist.core.rules import RuleForm
from assist.cues import rules as playbook_rules
from assist.ui.editor import form, wording
from assist.ui.editor.rulelist import RuleListModel
from assist.ui.theme import make_theme
from tests.helpers.ruleeditor import Editor, open_editor, problem


@pytest.fixture
def editor(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Editor]:
    with open_editor(qtbot, qapp, tmp_path) as opened:
        yield opened


def refund(editor: Editor) -> RuleForm:
    form = editor.desk.form("refund")
    assert isinstance(form, RuleForm)
    return form


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


def test_rules_grow_with_the_text(editor: Editor) -> None:
    rows = editor.window.list.view

    def height() -> int:
        return rows.visualRect(rows.model().index(0, 0)).height()

    editor.qtbot.waitUntil(lambda: height() > 0, timeout=30_000)
    before = height()
    editor.window.set_theme(make_theme("light", 1.5))
    editor.qtbot.waitUntil(lambda: height() >= round(1.4 * before), timeout=30_000)


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
    assert refund(editor).title == "Say when"
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
    assert refund(editor).title == "XOffer a time"


def test_too_long_a_headline_is_counted_marked_and_not_kept(editor: Editor) -> None:
    box = editor.window.page.wordings.boxes[0]
    editor.type(box.headline.field, "Name the day on which the refund will arrive")
    assert box.headline.count.text() == "44/42"
    assert "2 character" in box.headline.count.toolTip()
    assert "must have 1 to 42 characters" in problem(editor, "wording")
    assert editor.window.status.text().startswith("Not kept yet")
    assert refund(editor).wordings[0].headline == "Name a day"
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
    assert refund(editor).when == when.value()
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
    kept = refund(editor).wordings
    assert [each.headline for each in kept] == ["Name a day", "Give a date"]
    assert kept[1].directions == ("And an hour",)
    wordings.boxes[0].remove.click()
    editor.settle()
    assert [each.headline for each in refund(editor).wordings] == ["Give a date"]


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
