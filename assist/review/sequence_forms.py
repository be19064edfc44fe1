"""Guided sequences as typed in a form: from TOML data and back."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assist.core.rules import Complaint, SequenceForm, Severity, StepForm, WordingForm
from assist.cues.layers_text import toml_value
from assist.review.rule_forms import (
    FORM,
    condition_of,
    more_lines,
    more_of,
    whole,
    wording_forms,
    wordings_of,
)

FIELDS = ("id", "title", "enabled", "when", "patience_s", "lasts_s", "step")
DEFAULTS = {"enabled": True, "patience_s": 25, "lasts_s": 300}
_STEP_FIELDS = ("id", "step", "title", "done", "wording")


def sequence_form(data: Mapping[str, Any]) -> SequenceForm:
    return SequenceForm(
        id=str(data["id"]),
        title=str(data.get("title", "")),
        is_on=bool(data.get("enabled", True)),
        when=toml_value(data["when"]) if "when" in data else "",
        patience_s=float(data.get("patience_s", DEFAULTS["patience_s"])),
        lasts_s=float(data.get("lasts_s", DEFAULTS["lasts_s"])),
        steps=tuple(
            StepForm(
                id=str(each.get("id", "")),
                step=str(each.get("step", "")),
                title=str(each.get("title", "")),
                done=toml_value(each["done"]) if "done" in each else "",
                wordings=wording_forms(each),
                more=more_lines(each, _STEP_FIELDS),
            )
            for each in data.get("step", ())
        ),
        more=more_lines(data, FIELDS),
    )


def sequence_data(form: SequenceForm) -> dict[str, Any]:
    """The sequence of a form as TOML data. Raises Unreadable."""
    data: dict[str, Any] = {
        "id": form.id,
        "title": form.title.strip(),
        "enabled": form.is_on,
        "patience_s": whole(form.patience_s),
        "lasts_s": whole(form.lasts_s),
    }
    data |= more_of(form.id, "more", form.more, FIELDS)
    if form.when.strip():
        data["when"] = condition_of(form.id, "when", form.when.strip())
    data["step"] = [_step_data(form.id, each) for each in form.steps]
    return data


def _step_data(sequence: str, form: StepForm) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": form.id.strip(),
        "step": form.step.strip(),
        "title": form.title.strip(),
    }
    data |= more_of(sequence, "step", form.more, _STEP_FIELDS)
    if form.done.strip():
        data["done"] = condition_of(sequence, "step", form.done.strip())
    if wordings := wordings_of(form.wordings):
        data["wording"] = wordings
    return data


def new_sequence(id_: str) -> SequenceForm:
    """A sequence to begin with: two steps, which is the least."""
    steps = tuple(
        StepForm(
            id=f"step_{number}",
            step=f"Step {number}",
            title=f"Step {number}",
            done=f'{{ said = "words of step {number}", by = "agent" }}',
            wordings=(WordingForm(headline=f"Say what step {number} is"),),
        )
        for number in (1, 2)
    )
    when = '{ said = "words to listen for", by = "customer" }'
    return SequenceForm(id=id_, title="New sequence", when=when, steps=steps)


def sequence_complaint(sequence: str, problem: str) -> Complaint:
    """A problem told on loading, under the field it belongs to."""
    name = re.escape(sequence)
    found = re.search(
        rf"(?P<kind>sequence|step) '{name}(?P<rest>[^']*)'[^:]*: (?P<text>.*)$", problem
    )
    if found is None:
        return Complaint(severity=Severity.ERROR, kind=FORM, rule=sequence, key="id", text=problem)
    text = found["text"]
    if found["kind"] == "step":
        return Complaint(
            severity=Severity.ERROR,
            kind=FORM,
            rule=sequence,
            key="step",
            text=f"{found['rest'].lstrip('.')}: {text}",
        )
    named = re.match(r"'(\w+)'", text)
    key = named[1] if named is not None and named[1] in FIELDS else "more"
    place = re.search(rf"'{name}', (when|step)", problem)
    key = place[1] if place is not None else key
    return Complaint(severity=Severity.ERROR, kind=FORM, rule=sequence, key=key, text=text)


def step_complaint(sequence: str, complaint: Complaint) -> Complaint:
    """What a check of all rules says of a step, at the sequence's field for its steps."""
    name = complaint.rule.partition(".")[2]
    return replace(complaint, rule=sequence, key="step", text=f"{name}: {complaint.text}")
