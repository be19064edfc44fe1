"""Rules as typed in a form: from TOML data and back, with what is wrong told field by field.

Sequences are in `sequence_forms`.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from assist.core.rules import Complaint, RequiredForm, RuleForm, Severity, WordingForm
from assist.core.toml import read_toml
from assist.cues.layers_text import toml_value

FORM = "form"
"""The kind of complaint that keeps a form from being taken."""

OWN_FIELDS = (
    *("id", "title", "urgency", "priority", "enabled", "when", "stand_down", "wording"),
    "required",
)
_REQUIRED_FIELDS = ("statement", "say", "within_s", "after")
DEFAULTS = {"urgency": "hint", "priority": 50, "enabled": True, "title": ""}
_MORE_KEYS = frozenset(
    "cool_down_s max_per_call expires_s late_s heeded_s lessons mode holdout advice "
    "done_quiet_s locked".split()
)


class Unreadable(Exception):
    """A field of a form that is no TOML."""

    def __init__(self, rule: str, key: str, text: str) -> None:
        super().__init__(text)
        self.complaint = Complaint(
            severity=Severity.ERROR, kind=FORM, rule=rule, key=key, text=text
        )


def form_of(data: Mapping[str, Any]) -> RuleForm:
    return RuleForm(
        id=str(data["id"]),
        title=str(data.get("title", "")),
        urgency=str(data.get("urgency", "hint")),
        priority=int(data.get("priority", 50)),
        is_on=bool(data.get("enabled", True)),
        when=toml_value(data["when"]) if "when" in data else "",
        stand_down=toml_value(data["stand_down"]) if "stand_down" in data else "",
        wordings=wording_forms(data),
        more=more_lines(data, OWN_FIELDS),
        required=_required_form(data["required"]) if "required" in data else None,
    )


def wording_forms(data: Mapping[str, Any]) -> tuple[WordingForm, ...]:
    return tuple(
        WordingForm(
            headline=str(each.get("headline", "")), directions=_texts(each.get("directions"))
        )
        for each in data.get("wording", ())
    )


def more_lines(data: Mapping[str, Any], own: Collection[str]) -> str:
    """The keys that have no field of their own, as TOML lines."""
    return "\n".join(
        f"{key} = {toml_value(value)}" for key, value in data.items() if key not in own
    )


def _required_form(data: Mapping[str, Any]) -> RequiredForm:
    return RequiredForm(
        statement=str(data.get("statement", "")),
        patterns=_texts(data.get("say")),
        within_s=float(data.get("within_s", 20)),
        after=toml_value(data["after"]) if "after" in data else "",
        more=more_lines(data, _REQUIRED_FIELDS),
    )


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, list) else ()


def new_required(id_: str) -> RuleForm:
    """A required sentence to begin with."""
    return RuleForm(
        id=id_,
        title="Has to be said",
        urgency="nudge",
        wordings=(WordingForm(headline="Say what has to be said"),),
        more="max_per_call = 1",
        required=RequiredForm(statement="This call may be recorded for training", within_s=30),
    )


def data_of(form: RuleForm) -> dict[str, Any]:
    """The rule of a form as TOML data. Raises Unreadable."""
    data: dict[str, Any] = {
        "id": form.id,
        "title": form.title.strip(),
        "urgency": form.urgency,
        "priority": form.priority,
        "enabled": form.is_on,
    }
    data |= more_of(form.id, "more", form.more, OWN_FIELDS)
    if form.required is not None:
        data["required"] = _required_data(form.id, form.required)
    for key, text in (("when", form.when), ("stand_down", form.stand_down)):
        if text.strip() and form.required is None:
            data[key] = condition_of(form.id, key, text.strip())
    if wordings := wordings_of(form.wordings):
        data["wording"] = wordings
    return data


def _required_data(rule: str, form: RequiredForm) -> dict[str, Any]:
    data = more_of(rule, "required", form.more, _REQUIRED_FIELDS)
    patterns = [line.strip() for line in form.patterns if line.strip()]
    if form.statement.strip():
        data["statement"] = form.statement.strip()
    if patterns:
        data["say"] = patterns
    data["within_s"] = whole(form.within_s)
    if form.after.strip():
        data["after"] = condition_of(rule, "required", form.after.strip())
    return data


def whole(seconds: float) -> float:
    """A whole number as such: files say 20, not 20.0."""
    return int(seconds) if seconds == int(seconds) else seconds


def wordings_of(forms: Iterable[WordingForm]) -> list[dict[str, Any]]:
    wordings: list[dict[str, Any]] = []
    for each in forms:
        directions = [line.strip() for line in each.directions if line.strip()]
        if each.headline.strip() or directions:
            wording: dict[str, Any] = {"headline": each.headline.strip()}
            wordings.append(wording | ({"directions": directions} if directions else {}))
    return wordings


def condition_of(rule: str, key: str, text: str) -> Any:
    """A condition's TOML as data. Raises Unreadable."""
    try:
        found = read_toml(f"v = {text}\n")
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(rule, key, f"not a condition yet: {_plain(error)}.") from None
    if set(found) != {"v"} or not isinstance(found["v"], dict):
        raise Unreadable(rule, key, 'write a condition such as { said = "refund*" }.')
    return found["v"]


def more_of(rule: str, key: str, text: str, own: Collection[str]) -> dict[str, Any]:
    """Further keys as data. Raises Unreadable."""
    try:
        found = read_toml(text)
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(rule, key, f"not TOML yet: {_plain(error)}.") from None
    for name in found:
        if name in own:
            raise Unreadable(rule, key, f"'{name}' has a field of its own above.")
    return found


def _plain(error: tomllib.TOMLDecodeError) -> str:
    """What the TOML reader says, its place left out: fields are one line of the file."""
    text = re.sub(r" \(at .*\)$", "", str(error))
    return text[:1].lower() + text[1:]


def without_defaults(
    entry: Mapping[str, Any], defaults: Mapping[str, Any] = DEFAULTS
) -> dict[str, Any]:
    return {
        key: value
        for key, value in entry.items()
        if key == "title" or key not in defaults or value != defaults[key]
    }


def form_complaint(rule: str, problem: str) -> Complaint:
    """A problem told on loading, under the field it belongs to."""
    found = re.search(rf"rule '{re.escape(rule)}'(?P<place>(?:, [^:]+)?): (?P<text>.*)$", problem)
    place, text = ("", problem) if found is None else (found["place"], found["text"])
    named = re.match(r"'(\w+)'", text)
    key = "id" if named is None else named[1]
    inside = re.match(r", (when|stand_down|wording|required)", place)
    if inside is not None:
        key = inside[1]
    elif key not in OWN_FIELDS:
        is_more = key in _MORE_KEYS or "is an unknown key" in text
        key = "more" if is_more else "when"
    return Complaint(severity=Severity.ERROR, kind=FORM, rule=rule, key=key, text=text)
