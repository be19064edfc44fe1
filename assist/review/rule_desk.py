"""The rules of one layer as an editor works on them: forms, a draft with undo, publishing."""

import contextlib
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assist.core.errors import AssistError
from assist.core.rules import (
    AnyForm,
    Complaint,
    ConditionForm,
    RuleForm,
    RuleRow,
    Tried,
    VersionRow,
    WordingForm,
)
from assist.core.words import Party
from assist.cues.errors import PlaybookError
from assist.cues.layers import Effective, Layer, join_layers
from assist.cues.layers_text import with_rule, without_rule
from assist.cues.lint import Hearing, lint
from assist.cues.lint_logic import BY_AGENT, BY_CUSTOMER
from assist.cues.playbook import read_text
from assist.cues.reading import GROUPS, LABELS
from assist.cues.versions import changes, read_history, save_version
from assist.review import rule_conditions
from assist.review.rule_forms import (
    DEFAULTS,
    OWN_FIELDS,
    Unreadable,
    data_of,
    form_complaint,
    form_of,
    new_required,
    without_defaults,
)
from assist.review.rule_trial import run_trial
from assist.review.sequence_forms import DEFAULTS as SEQUENCE_DEFAULTS
from assist.review.sequence_forms import FIELDS as SEQUENCE_FIELDS
from assist.review.sequence_forms import (
    new_sequence,
    sequence_complaint,
    sequence_data,
    sequence_form,
    step_complaint,
)

EMPTY = "schema = 1\n"
KINDS = ("rule", "sequence")
"""What can be edited, by its table in the playbook."""
_UNDO_STEPS = 200


class RuleDeskError(AssistError):
    """Something about the rules that the editor's user has to change first."""


@dataclass(slots=True)
class _Steps:
    """Texts to go back to and forward to."""

    back: list[str] = field(default_factory=list)
    forward: list[str] = field(default_factory=list)


class LayeredRuleDesk:
    """`core.interfaces.RuleDesk` over the layers above, the layer's own file and its draft.

    The draft is kept beside the file from change to change, so that closing the window loses
    nothing. `hearing` is asked once, when the first check wants it. `now` gives ISO 8601.
    """

    def __init__(
        self,
        above: Sequence[Layer],
        layer: str,
        file: Path,
        *,
        hearing: Callable[[str], Hearing | None],
        who: str,
        now: Callable[[], str],
    ) -> None:
        self.layer = layer
        self._above = tuple(above)
        self._path = file
        self._hearing = hearing
        self._who = who
        self._now = now
        self._heard: dict[str, Hearing | None] = {}
        self._upper = join_layers(self._above)
        self._steps = _Steps()
        self._saved = read_text(file) if file.exists() else EMPTY
        self._text, self._set_aside = self._saved, ""
        self._effective = self._joined(self._saved)
        if self._draft_file.exists():
            self._take_up_draft()

    def _take_up_draft(self) -> None:
        """Go on with the draft; one that no longer fits the layers above is put aside."""
        try:
            text = read_text(self._draft_file)
            self._text, self._effective = text, self._joined(text)
        except PlaybookError as error:
            aside = self._draft_file.with_name(f"{self._draft_file.name}.unusable")
            with contextlib.suppress(OSError):
                self._draft_file.replace(aside)
            self._text = self._saved
            self._set_aside = f"An earlier draft is set aside as {aside}: {error.problems[0]}"

    @property
    def _draft_file(self) -> Path:
        return self._path.with_name(f"{self._path.name}.draft")

    @property
    def file(self) -> str:
        return str(self._path)

    @property
    def has_draft(self) -> bool:
        return self._text != self._saved

    @property
    def can_undo(self) -> bool:
        return bool(self._steps.back)

    @property
    def can_redo(self) -> bool:
        return bool(self._steps.forward)

    @property
    def notes(self) -> tuple[str, ...]:
        aside = (self._set_aside,) if self._set_aside else ()
        return (*aside, *self._effective.notes)

    @property
    def effective(self) -> Effective:
        """The draft joined with the layers above."""
        return self._effective

    # --- looking ---------------------------------------------------------------------------------

    def rules(self) -> tuple[RuleRow, ...]:
        """Every rule and every sequence that can be edited, in the order of the playbook."""
        own = tomllib.loads(self._text)
        return tuple(
            self._row(kind, entry, {str(each.get("id")) for each in _entries(own, kind)})
            for kind in KINDS
            for entry in _entries(self._effective.data, kind)
        )

    def _row(self, kind: str, entry: Mapping[str, Any], own: set[str]) -> RuleRow:
        id_ = str(entry["id"])
        origin = self._effective.origins.get((f"{kind}:{id_}", "id"))
        is_above = any(each["id"] == id_ for each in _entries(self._upper.data, kind))
        return RuleRow(
            id=id_,
            title=str(entry.get("title", "")),
            urgency=str(entry.get("urgency", "hint")) if kind == "rule" else "",
            is_on=bool(entry.get("enabled", True)),
            layer="" if origin is None else origin.layer,
            is_changed=id_ in own,
            is_locked=is_above and self._is_locked(kind, id_),
            kind=kind,
        )

    def _is_locked(self, kind: str, id_: str) -> bool:
        return any(
            entry.get("id") == id_ and entry.get("locked") is True
            for layer in self._above
            for entry in _entries(tomllib.loads(layer.text), kind)
        )

    def form(self, rule: str) -> AnyForm:
        kind, data = _find(self._effective, rule)
        if data is None:
            raise RuleDeskError(f"There is no rule '{rule}' any more.")
        return form_of(data) if kind == "rule" else sequence_form(data)

    def new_form(self, kind: str = "rule") -> AnyForm:
        taken = {str(each["id"]) for k in KINDS for each in _entries(self._effective.data, k)}
        id_ = next(
            f"{kind}_{number}"
            for number in range(1, len(taken) + 2)
            if f"{kind}_{number}" not in taken
        )
        if kind == "sequence":
            return new_sequence(id_)
        if kind == "required":
            return new_required(id_)
        return RuleForm(
            id=id_,
            title="New rule",
            when='{ said = "words to listen for", by = "customer" }',
            stand_down='{ detected = "promise", by = "agent" }',
            wordings=(WordingForm(headline="Say what to do"),),
            more="max_per_call = 1",
        )

    # --- checking --------------------------------------------------------------------------------

    def check(self, form: AnyForm) -> tuple[Complaint, ...]:
        place = form_complaint if isinstance(form, RuleForm) else sequence_complaint
        try:
            effective = self._joined(self._text_with(form))
        except PlaybookError as error:
            return tuple(place(form.id, problem) for problem in error.problems)
        except Unreadable as error:
            return (error.complaint,)
        found = lint(effective, self._ears(effective.playbook.language))
        return tuple(
            each if each.rule == form.id else step_complaint(form.id, each)
            for each in found
            if each.rule.partition(".")[0] == form.id
        )

    def check_all(self) -> tuple[Complaint, ...]:
        return lint(self._effective, self._ears(self._effective.playbook.language))

    def _ears(self, language: str) -> Hearing | None:
        if language not in self._heard:
            self._heard[language] = None
            with contextlib.suppress(AssistError):  # without a model the rest is checked
                self._heard[language] = self._hearing(language)
        return self._heard[language]

    # --- changing --------------------------------------------------------------------------------

    def put(self, form: AnyForm) -> bool:
        try:
            return self._step(self._text_with(form))
        except Unreadable as error:
            raise RuleDeskError(error.complaint.text) from None

    def switch(self, rule: str, *, is_on: bool) -> None:
        kind, data = _find(self._effective, rule)
        if data is not None and bool(data.get("enabled", True)) is not is_on:
            self._step(self._with_data(kind, rule, {**data, "enabled": is_on}))

    def reset(self, rule: str) -> None:
        kind, _ = _find(self._effective, rule)
        self._step(without_rule(self._text, rule, kind))

    def _step(self, text: str) -> bool:
        """Take a new draft, if it can be read; the one before can be gone back to."""
        effective = self._joined(text)
        if text == self._text:
            return False
        self._steps.back = [*self._steps.back[-_UNDO_STEPS:], self._text]
        self._steps.forward = []
        self._take(text, effective)
        return True

    def _take(self, text: str, effective: Effective) -> None:
        self._text, self._effective = text, effective
        try:
            if text == self._saved:
                self._draft_file.unlink(missing_ok=True)
            else:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._draft_file.write_text(text, encoding="utf-8")
        except OSError as error:
            raise RuleDeskError(
                f"The draft {self._draft_file} cannot be written ({error.strerror}); check its "
                "permissions."
            ) from None

    def undo(self) -> None:
        if self._steps.back:
            text = self._steps.back.pop()
            self._steps.forward.append(self._text)
            self._take(text, self._joined(text))

    def redo(self) -> None:
        if self._steps.forward:
            text = self._steps.forward.pop()
            self._steps.back.append(self._text)
            self._take(text, self._joined(text))

    def discard(self) -> None:
        self._step(self._saved)

    def publish(self, what: str) -> int:
        before = read_text(self._path) if self._path.exists() else EMPTY
        told = what or "; ".join(changes(before, self._text)[:3]) or "edited"
        made = save_version(self._path, self._text, who=self._who, what=told, at=self._now())
        self._saved = self._text
        self._take(self._text, self._effective)
        return made.number

    def history(self) -> tuple[VersionRow, ...]:
        rows, before = [], EMPTY
        for version in read_history(self._path):
            rows.append(
                VersionRow(
                    number=version.number,
                    at=version.at,
                    who=version.who,
                    what=version.what,
                    changes=changes(before, version.text),
                )
            )
            before = version.text
        return tuple(reversed(rows))

    def restore(self, number: int) -> None:
        for version in read_history(self._path):
            if version.number == number:
                self._step(version.text)
                return
        raise RuleDeskError(f"There is no version {number}.")

    # --- trying ----------------------------------------------------------------------------------

    def try_lines(self, lines: Sequence[tuple[Party, str]], form: AnyForm | None) -> Tried:
        effective, problem = self._effective, ""
        if form is not None:
            try:
                effective = self._joined(self._text_with(form))
            except (PlaybookError, Unreadable):
                problem = "The rule cannot be tried until its marked fields are right."
        try:
            return run_trial(effective.playbook, lines, "" if form is None else form.id, problem)
        except AssistError as error:
            return Tried(problem=str(error))

    def labels(self, who: str) -> tuple[str, ...]:
        known = {*GROUPS, *LABELS}
        sides = {"agent": BY_AGENT & known, "customer": (BY_CUSTOMER | set(GROUPS)) & known}
        return tuple(sorted(sides.get(who, known - sides["agent"] - sides["customer"])))

    def circumstances(self) -> tuple[str, ...]:
        return tuple(self._effective.data.get("circumstances", ()))

    def conditions(self, text: str) -> ConditionForm | None:
        return rule_conditions.conditions(text)

    def condition_text(self, form: ConditionForm) -> str:
        return rule_conditions.condition_text(form)

    # --- the layer's text ------------------------------------------------------------------------

    def _joined(self, text: str) -> Effective:
        own = Layer(name=self.layer, file=str(self._path), text=text)
        return join_layers([*self._above, own])

    def _text_with(self, form: AnyForm) -> str:
        if not re.fullmatch(r"[A-Za-z0-9_-]+", form.id):
            raise Unreadable(form.id, "id", "use letters, digits and '_' for the id.")
        if isinstance(form, RuleForm):
            return self._with_data("rule", form.id, data_of(form))
        return self._with_data("sequence", form.id, sequence_data(form))

    def _with_data(self, kind: str, id_: str, wanted: Mapping[str, Any]) -> str:
        """The layer's text with just what differs from the layers above."""
        defaults = DEFAULTS if kind == "rule" else SEQUENCE_DEFAULTS
        fields = OWN_FIELDS if kind == "rule" else SEQUENCE_FIELDS
        upper = next((each for each in _entries(self._upper.data, kind) if each["id"] == id_), None)
        if upper is None:
            return with_rule(self._text, without_defaults(wanted, defaults), kind)
        own = {"id": id_} | {
            key: value
            for key, value in wanted.items()
            if key != "id" and value != upper.get(key, defaults.get(key))
        }
        lost = [key for key in upper if key not in wanted and key not in defaults]
        if lost:
            where = lost[0] if lost[0] in fields else "more"
            raise Unreadable(
                id_,
                where,
                f"'{lost[0]}' comes from a layer above; change it, it cannot be removed.",
            )
        if len(own) > 1:
            return with_rule(self._text, own, kind)
        return without_rule(self._text, id_, kind)


def _entries(data: Mapping[str, Any], kind: str) -> list[dict[str, Any]]:
    entries = data.get(kind, [])
    return [each for each in entries if isinstance(each, dict)] if isinstance(entries, list) else []


def _find(effective: Effective, id_: str) -> tuple[str, dict[str, Any] | None]:
    """(kind, data) of a rule or sequence; ("rule", None) where there is none of that id."""
    for kind in KINDS:
        for each in _entries(effective.data, kind):
            if each["id"] == id_:
                return kind, each
    return "rule", None
