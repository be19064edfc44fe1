"""Rules as forms over a layer: drafts, undo, publishing; nothing above is ever written to."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assist.core.errors import AssistError
from assist.core.rules import (
    ConditionForm,
    ConditionRow,
    RuleForm,
    Severity,
    WordingForm,
)
from assist.core.words import Party
from assist.cues.layers import Layer
from assist.cues.lint import Hearing
from assist.review.rule_conditions import condition_text, conditions
from assist.review.rule_desk import LayeredRuleDesk

BASE = """\
schema = 1
name = "Shipped"

# why it is here
[[rule]]
id = "refund"
title = "Offer a time"
priority = 60
max_per_call = 1
when = { said = "my refund", by = "customer" }
stand_down = { detected = "promise", by = "agent" }

[[rule.wording]]
headline = "Name a day"
directions = ["And an hour"]

[[rule]]
id = "kept"
title = "Locked"
locked = true
max_per_call = 1
when = { detected = "dead_end", by = "agent" }
stand_down = { detected = "way_forward", by = "agent" }

[[rule.wording]]
headline = "Open another way"
"""
EVERY_WORD = Hearing(model="all", knows=lambda word: "x" not in word, sound_key=lambda word: word)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "playbooks" / "agent.toml"


def form_of(rules: LayeredRuleDesk, rule: str) -> RuleForm:
    """A rule's form; a sequence's would be another kind."""
    form = rules.form(rule)
    assert isinstance(form, RuleForm)
    return form


def desk(file: Path, base: str = BASE) -> LayeredRuleDesk:
    return LayeredRuleDesk(
        [Layer(name="base", file="base.toml", text=base)],
        "agent",
        file,
        hearing=lambda language: EVERY_WORD,
        who="Dana",
        now=lambda: "2026-11-22T10:00:00+01:00",
    )


def written(file: Path) -> Sequence[dict[str, object]]:
    found: Sequence[dict[str, object]] = tomllib.loads(file.read_text("utf-8")).get("rule", [])
    return found


def test_rules_come_as_rows_and_forms(file: Path) -> None:
    rules = desk(file).rules()
    assert [(row.id, row.layer, row.is_on, row.is_changed) for row in rules] == [
        ("refund", "base", True, False),
        ("kept", "base", True, False),
    ]
    assert [row.is_locked for row in rules] == [False, True]
    assert desk(file).form("refund") == RuleForm(
        id="refund",
        title="Offer a time",
        priority=60,
        when='{ said = "my refund", by = "customer" }',
        stand_down='{ detected = "promise", by = "agent" }',
        wordings=(WordingForm(headline="Name a day", directions=("And an hour",)),),
        more="max_per_call = 1",
    )
    with pytest.raises(AssistError, match="no rule 'gone'"):
        desk(file).form("gone")


def test_only_what_differs_goes_into_the_layer(file: Path) -> None:
    rules = desk(file)
    form = form_of(rules, "refund")
    assert rules.put(form) is False
    assert rules.put(replace(form, priority=70)) is True
    assert not file.exists()
    assert rules.publish("") == 1
    assert written(file) == [{"id": "refund", "priority": 70}]
    assert rules.put(form) is True
    rules.publish("")
    assert written(file) == []


def test_a_rule_of_ones_own_is_added_and_can_be_taken_back(file: Path) -> None:
    rules = desk(file)
    form = rules.new_form()
    assert isinstance(form, RuleForm)
    assert [each for each in rules.check(form) if each.kind == "form"] == []
    rules.put(replace(form, id="mine", title="Mine"))
    assert [(row.id, row.layer) for row in rules.rules()][-1] == ("mine", "agent")
    assert form_of(rules, "mine").title == "Mine"
    rules.reset("mine")
    assert [row.id for row in rules.rules()] == ["refund", "kept"]
    assert rules.new_form().id == "rule_1"


def test_a_rule_is_switched_off_and_on(file: Path) -> None:
    rules = desk(file)
    rules.switch("refund", is_on=False)
    assert [row.is_on for row in rules.rules()] == [False, True]
    assert not form_of(rules, "refund").is_on
    rules.publish("off")
    assert written(file) == [{"id": "refund", "enabled": False}]
    rules.switch("refund", is_on=True)
    assert rules.has_draft


def test_every_step_can_be_undone_and_done_again(file: Path) -> None:
    rules = desk(file)
    form = form_of(rules, "refund")
    rules.put(replace(form, priority=70))
    rules.put(replace(form, priority=80))
    assert (rules.can_undo, rules.can_redo) == (True, False)
    rules.undo()
    assert form_of(rules, "refund").priority == 70
    rules.undo()
    assert form_of(rules, "refund").priority == 60
    assert not rules.has_draft
    rules.redo()
    rules.redo()
    assert form_of(rules, "refund").priority == 80
    rules.undo()
    rules.put(replace(form, priority=75))
    assert not rules.can_redo
    rules.discard()
    assert not rules.has_draft
    rules.undo()
    assert form_of(rules, "refund").priority == 75


def test_a_draft_outlives_the_window_and_calls_do_not_see_it(file: Path) -> None:
    rules = desk(file)
    rules.put(replace(form_of(rules, "refund"), priority=70))
    assert not file.exists()
    again = desk(file)
    assert again.has_draft
    assert form_of(again, "refund").priority == 70
    again.publish("")
    assert not desk(file).has_draft


def test_a_draft_that_no_longer_fits_is_set_aside_and_said(file: Path) -> None:
    file.parent.mkdir(parents=True)
    draft = file.with_name("agent.toml.draft")
    draft.write_text('schema = 1\n[[rule]]\nid = "refund"\npriority = 700\n', encoding="utf-8")
    again = desk(file)
    assert not again.has_draft
    assert form_of(again, "refund").priority == 60
    assert "set aside as" in again.notes[0]
    assert "between 0 and 100" in again.notes[0]
    assert not draft.exists()
    assert file.with_name("agent.toml.draft.unusable").exists()


def test_publishing_keeps_a_version_and_any_can_come_back(file: Path) -> None:
    rules = desk(file)
    assert rules.history() == ()
    form = form_of(rules, "refund")
    rules.put(replace(form, priority=70))
    rules.publish("more often on the card")
    rules.put(replace(form, priority=80))
    assert rules.publish("") == 2
    newest, oldest = rules.history()
    assert (newest.number, newest.who, newest.what) == (2, "Dana", "refund: priority 70 → 80")
    assert oldest.what == "more often on the card"
    assert newest.changes == ("refund: priority 70 → 80",)
    rules.restore(1)
    assert form_of(rules, "refund").priority == 70
    assert rules.has_draft
    with pytest.raises(AssistError, match="no version 9"):
        rules.restore(9)


@pytest.mark.parametrize(
    ("changes", "key", "text"),
    [
        ({"when": '{ said = "x'}, "when", "not a condition yet"),
        ({"when": '"my refund"'}, "when", "write a condition"),
        ({"when": ""}, "when", "cannot be removed"),
        ({"when": '{ said = "(my" }'}, "when", "bad pattern"),
        ({"when": '{ all = [{ stage = "later" }] }'}, "when", "must be one of"),
        ({"stand_down": '{ detected = "promis" }'}, "stand_down", "did you mean 'promise'"),
        ({"priority": 101}, "priority", "between 0 and 100"),
        ({"title": ""}, "title", "1 to 32 characters"),
        ({"id": "two words"}, "id", "letters, digits"),
        ({"more": "cool_down_s = "}, "more", "not TOML yet"),
        ({"more": "max_per_call = 1\ntitle = 'x'"}, "more", "field of its own"),
        ({"more": "max_per_call = 1\ncool_down = 5"}, "more", "did you mean 'cool_down_s'"),
        ({"more": ""}, "more", "cannot be removed"),
        ({"wordings": (WordingForm(headline="x" * 43),)}, "wording", "1 to 42 characters"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    file: Path, changes: dict[str, object], key: str, text: str
) -> None:
    rules = desk(file)
    form = replace(form_of(rules, "refund"), **changes)  # type: ignore[arg-type]
    complaints = rules.check(form)
    assert [(each.kind, each.severity) for each in complaints][:1] == [("form", Severity.ERROR)]
    assert text in complaints[0].text
    assert complaints[0].key == key
    with pytest.raises(AssistError):
        rules.put(form)
    assert not rules.has_draft


def test_what_is_doubtful_is_told_and_kept(file: Path) -> None:
    rules = desk(file)
    form = replace(form_of(rules, "refund"), when='{ said = "my taxi", by = "customer" }')
    (complaint,) = rules.check(form)
    assert (complaint.kind, complaint.key) == ("unheard", "when")
    assert rules.put(form)
    assert [each.kind for each in rules.check_all()] == ["unheard"]


def test_a_change_the_layer_above_locked_meanwhile_is_said(file: Path) -> None:
    rules = desk(file)
    rules.put(replace(form_of(rules, "refund"), priority=70))
    rules.publish("")
    locked = desk(file, BASE.replace('title = "Offer', 'locked = ["priority"]\ntitle = "Offer'))
    assert len(locked.notes) == 1
    assert "'priority' is locked by the base layer" in locked.notes[0]
    assert form_of(locked, "refund").priority == 60


def test_lines_are_tried_with_the_rule_as_typed(file: Path) -> None:
    rules = desk(file)
    lines = [
        (Party.CUSTOMER, "Where is my Refund, please?"),
        (Party.AGENT, "there is nothing more I can do"),
    ]
    tried = rules.try_lines(lines, form_of(rules, "refund"))
    assert [(cue.rule, cue.line) for cue in tried.cues] == [("refund", 0), ("kept", 1)]
    own = [mark for mark in tried.marks if mark.label == "your words"]
    assert [lines[mark.line][1][mark.start : mark.end] for mark in own] == ["my Refund,"]
    ends = [mark for mark in tried.marks if mark.label.startswith("dead_end")]
    assert [mark.line for mark in ends] == [1]
    assert [(need.text, need.is_met) for need in tried.needs] == [
        ("customer says “my refund”", True)
    ]
    typed = replace(form_of(rules, "refund"), when='{ said = "my parcel", by = "customer" }')
    tried = rules.try_lines(lines, typed)
    assert [cue.rule for cue in tried.cues] == ["kept"]
    assert not tried.needs[0].is_met


def test_a_rule_that_is_not_right_yet_cannot_be_tried_the_others_can(file: Path) -> None:
    rules = desk(file)
    broken = replace(form_of(rules, "refund"), when="{")
    tried = rules.try_lines([(Party.CUSTOMER, "my refund")], broken)
    assert tried.problem
    assert [cue.rule for cue in tried.cues] == ["refund"]
    assert rules.try_lines([], None).cues == ()


# --- conditions as rows ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            '{ said = "my refund", by = "customer" }',
            (ConditionRow(kind="said", value="my refund", who="customer"),),
        ),
        (
            '{ said = ["a b", "c d"] }',
            (ConditionRow(kind="said", value="a b\nc d"),),
        ),
        (
            '{ all = [{ detected = "anger", by = "customer", at_least = 2, within_s = 60 }, '
            '{ not = { detected = "empathy", by = "agent", since = "anger" } }, '
            '{ stage = "closing" }, { after_s = 40 }] }',
            (
                ConditionRow(
                    kind="detected",
                    value="anger",
                    who="customer",
                    at_least=2,
                    span="within",
                    seconds=60,
                ),
                ConditionRow(
                    kind="detected",
                    value="empathy",
                    who="agent",
                    span="since",
                    since="anger",
                    is_negated=True,
                ),
                ConditionRow(kind="stage", value="closing"),
                ConditionRow(kind="after_s", value="40"),
            ),
        ),
        (
            '{ signal = "dead_air", at_least = 10 }',
            (ConditionRow(kind="signal", value="dead_air", at_least=10),),
        ),
        (
            '{ all = [{ detected = ["anger", "worry"], detail = ["x", ""] }, { given = "late" }] }',
            (
                ConditionRow(kind="detected", value="anger\nworry", details=("x", "")),
                ConditionRow(kind="given", value="late"),
            ),
        ),
        (
            '{ said = "hello", ever = true }',
            (ConditionRow(kind="said", value="hello", span="ever"),),
        ),
    ],
)
def test_usual_conditions_are_rows_and_come_back(text: str, rows: tuple[ConditionRow, ...]) -> None:
    form = conditions(text)
    assert form is not None
    assert form.rows == rows
    assert tomllib.loads(f"v = {condition_text(form)}") == tomllib.loads(f"v = {text}")


def test_any_is_kept() -> None:
    form = conditions('{ any = [{ stage = "opening" }, { known = "name" }] }')
    assert form is not None
    assert form.is_any
    assert condition_text(form).startswith("{ any = [")
    assert condition_text(ConditionForm(rows=())) == ""


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '"x"',
        '{ all = [{ any = [{ stage = "opening" }] }] }',
        '{ detected = ["anger", 3] }',
        '{ signal = ["pace", "talk_over"] }',
        '{ detected = "anger", ago_s = [1, 2] }',
        '{ said = "x", within_s = 3, ever = true }',
        '{ not = { not = { stage = "opening" } } }',
        '{ spoken_words = 3, by = "agent", since = "anger" }',
        "{ all = 3 }",
    ],
)
def test_richer_conditions_stay_text(text: str) -> None:
    assert conditions(text) is None
