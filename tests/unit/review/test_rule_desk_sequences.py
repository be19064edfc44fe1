"""Sequences and required sentences of a layer, as an editor works on them."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from assist.core.rules import RuleForm, SequenceForm
from assist.cues.layers import Layer
from assist.review.rule_desk import LayeredRuleDesk

BASE = """
schema = 1
[[rule]]
id = "refund"
title = "Offer a time"
max_per_call = 1
when = { said = "my refund", by = "customer" }
stand_down = { detected = "promise", by = "agent" }
[[rule.wording]]
headline = "Name a day"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "agent.toml"


def desk(file: Path, base: str = BASE) -> LayeredRuleDesk:
    return LayeredRuleDesk(
        [Layer(name="base", file="base.toml", text=base)],
        "agent",
        file,
        hearing=lambda language: None,
        who="Dana",
        now=lambda: "2026-11-22T10:00:00+01:00",
    )


SEQUENCE = """
[[sequence]]
id = "amends"
title = "Make it right"
when = { said = "your fault", by = "customer" }
[[sequence.step]]
id = "own"
step = "Own it"
title = "Own it"
done = { said = "our fault", by = "agent" }
[[sequence.step.wording]]
headline = "Take it on"
[[sequence.step]]
id = "fix"
step = "Fix it"
title = "Fix it"
done = { detected = "promise", by = "agent" }
[[sequence.step.wording]]
headline = "Say what is done now"
"""


def amends(rules: LayeredRuleDesk) -> SequenceForm:
    form = rules.form("amends")
    assert isinstance(form, SequenceForm)
    return form


def test_a_sequence_is_read_changed_and_taken_back(file: Path) -> None:
    rules = desk(file, BASE + SEQUENCE)
    row = next(row for row in rules.rules() if row.id == "amends")
    assert (row.kind, row.urgency, row.layer, row.is_changed) == ("sequence", "", "base", False)
    form = amends(rules)
    assert not rules.put(form)  # as it is it changes nothing
    assert rules.put(replace(form, patience_s=40))
    assert tomllib.loads(file.with_name(f"{file.name}.draft").read_text("utf-8"))["sequence"] == [
        {"id": "amends", "patience_s": 40}
    ]
    assert amends(rules).patience_s == 40
    rules.reset("amends")
    assert amends(rules).patience_s == 25
    assert not rules.has_draft


def test_what_is_wrong_with_a_sequence_is_told_by_its_field(file: Path) -> None:
    rules = desk(file, BASE + SEQUENCE)
    form = amends(rules)
    for changed, key in (
        (replace(form, when="{ said = "), "when"),
        (replace(form, title="x" * 40), "title"),
        (replace(form, steps=form.steps[:1]), "step"),
        (replace(form, steps=(form.steps[0], replace(form.steps[1], done=""))), "step"),
        (replace(form, more="nonsense = 1"), "more"),
        (replace(form, more="patience_s = 1"), "more"),
    ):
        (complaint, *_) = rules.check(changed)
        assert (complaint.kind, complaint.rule, complaint.key) == ("form", "amends", key)
    assert rules.check(form) == ()


def test_a_required_sentence_comes_back_as_it_was_put(file: Path) -> None:
    rules = desk(file)
    form = rules.new_form("required")
    assert isinstance(form, RuleForm)
    assert form.required is not None
    after = '{ said = "upgrade", by = "agent" }'
    wanted = replace(
        form,
        required=replace(
            form.required, statement="", patterns=("call ...3 recorded",), within_s=45, after=after
        ),
    )
    assert rules.check(wanted) == ()
    assert rules.put(wanted)
    assert rules.form(form.id) == wanted
    (required,) = rules.effective.playbook.required
    assert required.trigger is not None
