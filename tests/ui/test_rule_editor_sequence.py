"""Sequences and required sentences in the rule editor."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assist.ui.editor.sequence import SequenceFormPage
from assist.ui.theme import make_theme
from tests.helpers.ruleeditor import BASE, Editor, open_editor, problem

SEQUENCE = """
[[sequence]]
id = "amends"
title = "Make it right"
patience_s = 30
when = { said = "your fault", by = "customer" }

[[sequence.step]]
id = "own"
step = "Own it"
title = "Own it"
done = { said = "our fault", by = "agent" }
max_per_call = 1
[[sequence.step.wording]]
headline = "Take it on"

[[sequence.step]]
id = "fix"
step = "Fix it"
title = "Fix it"
done = { said = "fixed", by = "agent" }
max_per_call = 1
[[sequence.step.wording]]
headline = "Say what is done now"

[[rule]]
id = "notice"
title = "Notice"
urgency = "nudge"
max_per_call = 1
[rule.required]
statement = "This call may be recorded for training purposes"
within_s = 30
[[rule.wording]]
headline = "Say that it may be recorded"
"""


@pytest.fixture
def editor(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Editor]:
    with open_editor(qtbot, qapp, tmp_path, base=BASE + SEQUENCE) as opened:
        yield opened


def page(editor: Editor) -> SequenceFormPage:
    shown = editor.window.forms.page
    assert isinstance(shown, SequenceFormPage)
    return shown


def draft(editor: Editor) -> dict[str, Any]:
    """The one sequence or rule that the layer's draft changes."""
    text = editor.file.with_name("agent.toml.draft").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    entries: list[dict[str, Any]] = [*data.get("sequence", []), *data.get("rule", [])]
    (entry,) = entries
    return entry


def told(editor: Editor, field: str) -> str:
    shown = page(editor).problems[field]
    return shown.text() if shown.isVisibleTo(editor.window) else ""


def test_a_sequence_is_in_the_list_and_opens_with_its_steps(editor: Editor) -> None:
    editor.window.list.choose("amends")
    editor.settle()
    assert page(editor).title.field.text() == "Make it right"
    assert page(editor).patience.value() == 30
    assert page(editor).when.value() == '{ said = "your fault", by = "customer" }'
    steps = [(step.id, step.step, step.done) for step in page(editor).form().steps]
    assert steps == [
        ("own", "Own it", '{ said = "our fault", by = "agent" }'),
        ("fix", "Fix it", '{ said = "fixed", by = "agent" }'),
    ]
    assert not editor.desk.has_draft  # looking changes nothing


def test_a_changed_step_goes_into_the_layer_and_back(editor: Editor) -> None:
    editor.window.list.choose("amends")
    editor.settle()
    box = page(editor).steps.boxes[0]
    editor.type(box.wordings.boxes[0].headline.field, "Own up, without a but")
    entry = draft(editor)
    assert entry["id"] == "amends"
    assert entry["step"][0]["wording"] == [{"headline": "Own up, without a but"}]
    assert "when" not in entry  # what was not changed stays with the layer above
    rules = {rule.id: rule for rule in editor.desk.effective.playbook.rules}
    assert rules["amends.own"].wordings[0].headline == "Own up, without a but"
    page(editor).reset.click()
    editor.settle()
    assert not editor.desk.has_draft
    assert page(editor).form().steps[0].wordings[0].headline == "Take it on"


def test_steps_are_added_moved_and_removed(editor: Editor) -> None:
    editor.window.list.choose("amends")
    editor.settle()
    steps = page(editor).steps
    assert [box.remove.isEnabled() for box in steps.boxes] == [False, False]  # two at least
    steps.add.click()
    editor.settle()
    ids = [rule.id for rule in editor.desk.effective.playbook.rules if rule.part_of == "amends"]
    assert ids == ["amends.own", "amends.fix", "amends.step_1"]
    steps.boxes[2].up.click()
    editor.settle()
    steps.boxes[0].remove.click()
    editor.settle()
    ids = [rule.id for rule in editor.desk.effective.playbook.rules if rule.part_of == "amends"]
    assert ids == ["amends.step_1", "amends.fix"]
    assert [box.heading.text() for box in steps.boxes] == ["Step 1", "Step 2"]
    for _ in range(4):
        steps.add.click()
        editor.settle()
    assert not steps.add.isEnabled()  # six at most


def test_what_is_wrong_with_a_step_is_said_and_not_kept(editor: Editor) -> None:
    editor.window.list.choose("amends")
    editor.settle()
    box = page(editor).steps.boxes[1]
    editor.type(box.step.field, "Much too long for a strip")
    assert told(editor, "step").startswith("✕ Fix: ")
    assert "1 to 14 characters" in told(editor, "step")
    assert not editor.desk.has_draft
    editor.type(box.step.field, "Mend it")
    assert told(editor, "step") == ""
    assert editor.desk.has_draft


def test_a_doubt_about_a_step_stands_at_the_steps(editor: Editor) -> None:
    editor.window.list.choose("amends")
    editor.settle()
    box = page(editor).steps.boxes[0]
    editor.type(box.wordings.boxes[0].headline.field, "The verb comes last here")
    assert "own: " in told(editor, "step").lower()
    assert editor.desk.has_draft


def test_a_sequence_is_switched_off_from_the_list(editor: Editor) -> None:
    editor.window.list.model.switch_asked.emit("amends", False)
    editor.settle()
    assert draft(editor) == {"id": "amends", "enabled": False}
    assert editor.desk.effective.playbook.sequences == ()


def test_a_new_sequence_is_kept_once_it_is_changed_and_can_be_tried(editor: Editor) -> None:
    editor.window.list.new_sequence.click()
    editor.settle()
    assert not editor.desk.has_draft
    editor.type(page(editor).title.field, "Say goodbye well")
    entry = draft(editor)
    assert (entry["id"], entry["title"]) == ("sequence_1", "Say goodbye well")
    assert [row.kind for row in editor.desk.rules() if row.id == "sequence_1"] == ["sequence"]


def test_a_required_sentence_has_fields_instead_of_conditions(editor: Editor) -> None:
    editor.window.list.choose("notice")
    editor.settle()
    form = editor.window.page
    assert form.required.isVisibleTo(editor.window)
    assert not form.when.isVisibleTo(editor.window)
    assert form.required.statement.text() == "This call may be recorded for training purposes"
    assert form.required.within.value() == 30
    editor.type(form.required.statement, "We record this call for training purposes")
    assert draft(editor)["required"] == {
        "statement": "We record this call for training purposes",
        "within_s": 30,
    }
    form.required.within.setValue(45)
    editor.settle()
    assert "must be 1 to" not in problem(editor, "required")
    editor.window.list.choose("refund")
    editor.settle()
    assert form.when.isVisibleTo(editor.window)
    assert not form.required.isVisibleTo(editor.window)


def test_too_short_a_sentence_is_said_at_its_field(editor: Editor) -> None:
    editor.window.list.new_required.click()
    editor.settle()
    form = editor.window.page
    editor.type(form.required.statement, "hello")
    assert "at least" in problem(editor, "required") + problem(editor, "id")
    editor.type(form.required.statement, "your deposit is protected by law")
    assert problem(editor, "required") == ""
    assert draft(editor)["id"] == "required_1"
    (required,) = [
        each for each in editor.desk.effective.playbook.required if each.rule == "required_1"
    ]
    assert required.title == "Has to be said"


def test_every_field_can_be_said_by_a_screen_reader(editor: Editor) -> None:
    editor.window.list.choose("amends")
    editor.settle()
    fields = [
        widget
        for widget in page(editor).findChildren(QWidget)
        if widget.focusPolicy().value & 1 and widget.isVisibleTo(editor.window)
    ]
    assert len(fields) > 15
    named = [widget.accessibleName() or getattr(widget, "text", str)() for widget in fields]
    inner = [
        widget
        for widget, name in zip(fields, named, strict=True)
        if not name and not widget.objectName().startswith("qt_")
    ]
    assert inner == []


@pytest.mark.parametrize(("choice", "scale"), [("light", 1.0), ("dark", 1.5)])
def test_the_form_of_a_sequence_fits_its_column(editor: Editor, choice: str, scale: float) -> None:
    editor.window.set_theme(make_theme(choice, scale))
    editor.window.list.choose("amends")
    editor.settle()
    holder = page(editor).widget()
    assert holder is not None
    assert holder.minimumSizeHint().width() <= page(editor).viewport().width()
