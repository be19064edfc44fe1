"""Conditions as rows of a form, and back: the usual cases; the rest stays text."""

import tomllib
from collections.abc import Mapping
from typing import Any

from assist.core.rules import ConditionForm, ConditionRow
from assist.core.toml import read_toml
from assist.cues.layers_text import toml_value

_SPANS = {"within_s", "ever", "since"}
_NUMBERS = ("after_s", "before_s")
_PLAIN = ("stage", "heard", "known", "given")
_LISTED = ("said", "detected")
"""Kinds of which a list may be given."""
_KEYS = {
    "said": {"said", "by"} | _SPANS,
    "detected": {"detected", "by", "at_least", "detail"} | _SPANS,
    "signal": {"signal", "by", "at_least"},
}


def conditions(text: str) -> ConditionForm | None:
    """The rows of a condition's TOML; None where it is broken or has more than rows can say."""
    try:
        value = read_toml(f"v = {text}")["v"]
    except tomllib.TOMLDecodeError:
        return None
    if not isinstance(value, dict):
        return None
    is_any = set(value) == {"any"}
    parts = value[next(iter(value))] if is_any or set(value) == {"all"} else [value]
    if not isinstance(parts, list):
        return None
    rows = [_row(part) for part in parts]
    found = tuple(row for row in rows if row is not None)
    return ConditionForm(rows=found, is_any=is_any) if found and len(found) == len(rows) else None


def condition_text(form: ConditionForm) -> str:
    """The TOML of the rows; "" for none."""
    parts = [_value(row) for row in form.rows]
    if not parts:
        return ""
    return toml_value(parts[0] if len(parts) == 1 else {"any" if form.is_any else "all": parts})


def _row(part: Any) -> ConditionRow | None:
    if not isinstance(part, dict):
        return None
    if set(part) == {"not"}:
        inner = _row(part["not"])
        if inner is None or inner.is_negated:
            return None
        return _changed(inner, is_negated=True)
    for kind in _PLAIN:
        if set(part) == {kind} and isinstance(part[kind], str):
            return ConditionRow(kind=kind, value=part[kind])
    for kind in _NUMBERS:
        if set(part) == {kind} and isinstance(part[kind], int | float):
            return ConditionRow(kind=kind, value=f"{part[kind]:g}")
    kind = next((each for each in _KEYS if each in part), "")
    if not kind or not set(part) <= _KEYS[kind] or len(_SPANS & set(part)) > 1:
        return None
    listed, details = _texts(part[kind]), _texts(part.get("detail", []))
    if listed is None or details is None or (kind not in _LISTED and len(listed) != 1):
        return None
    return _spanned(ConditionRow(kind=kind, value="\n".join(listed), details=details), part)


def _texts(value: Any) -> tuple[str, ...] | None:
    """A text or a list of texts; None for anything else."""
    listed = value if isinstance(value, list) else [value]
    return tuple(listed) if all(isinstance(each, str) for each in listed) else None


def _spanned(row: ConditionRow, part: Mapping[str, Any]) -> ConditionRow | None:
    who, at_least = part.get("by", ""), part.get("at_least", 0)
    if not isinstance(who, str) or not isinstance(at_least, int | float):
        return None
    row = _changed(row, who=who, at_least=float(at_least))
    if "within_s" in part and isinstance(part["within_s"], int | float):
        return _changed(row, span="within", seconds=float(part["within_s"]))
    if part.get("ever") is True:
        return _changed(row, span="ever")
    if isinstance(part.get("since"), str):
        return _changed(row, span="since", since=part["since"])
    return None if _SPANS & set(part) else row


def _changed(row: ConditionRow, **values: Any) -> ConditionRow:
    fields = {name: getattr(row, name) for name in ConditionRow.__slots__}
    return ConditionRow(**{**fields, **values})


def _value(row: ConditionRow) -> dict[str, Any]:
    made: dict[str, Any]
    if row.kind in _PLAIN:
        made = {row.kind: row.value}
    elif row.kind in _NUMBERS:
        made = {row.kind: _number(row.value)}
    else:
        lines = [line.strip() for line in row.value.splitlines() if line.strip()]
        said: Any = lines[0] if len(lines) == 1 else lines
        made = {row.kind: said if row.kind in _LISTED else row.value}
        if row.who:
            made["by"] = row.who
        if row.details:
            made["detail"] = row.details[0] if len(row.details) == 1 else list(row.details)
        if row.at_least and row.kind != "said":
            made["at_least"] = _number(f"{row.at_least:g}")
        if row.kind != "signal":
            made |= _span(row)
    return {"not": made} if row.is_negated else made


def _span(row: ConditionRow) -> dict[str, Any]:
    match row.span:
        case "within":
            return {"within_s": _number(f"{row.seconds:g}")}
        case "ever":
            return {"ever": True}
        case "since":
            return {"since": row.since}
    return {}


def _number(text: str) -> int | float:
    try:
        number = float(text)
    except ValueError:
        return 0
    return int(number) if number.is_integer() else number
