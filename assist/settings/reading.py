"""Reading the settings file and laying the administrator's policy over it."""

import dataclasses
import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from assist.core.toml import read_toml
from assist.settings.errors import SettingsError
from assist.settings.fields import FIELDS, SHORTCUTS, Value
from assist.settings.places import line_of, read_text
from assist.settings.policy import Policy, read_policy
from assist.settings.values import VERSION, Settings

_LIKE = 0.75
"""From this likeness on an unknown key is taken for a mistyped known one: "modle" and "model" have
0.8, words that only share some letters stay below."""

_TELLING = 4
"""Letters of a word that makes two keys alike: "audio" does, "by" and "not" do not."""


class Origin(StrEnum):
    """Where a setting's value comes from."""

    DEFAULT = "default"
    FILE = "file"
    SUGGESTED = "suggested"
    """The administrator's, which the user may change."""
    LOCKED = "locked"
    """The administrator's, which the user may not change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The settings in force, where each comes from, and sentences about what is not right."""

    settings: Settings
    origins: Mapping[str, Origin]
    policy: Policy
    notes: tuple[str, ...] = ()


def load_settings(file: Path, policy: Path | None = None) -> Settings:
    """The settings in force; a missing file gives the defaults. Raises SettingsError."""
    return load(file, policy).settings


def load(file: Path, policy: Path | None = None) -> Loaded:
    """Read the settings and the policy over them. Raises SettingsError for the user's own file.

    A policy that cannot be used raises nothing: it is told in the notes, and what protects the
    customers is then in force (`policy.STRICT`).
    """
    own, notes = _own_values(file)
    rules = read_policy(policy)
    values: dict[str, Value] = {**rules.suggested, **own, **rules.locked}
    origins = dict.fromkeys(FIELDS, Origin.DEFAULT)
    origins |= dict.fromkeys(rules.suggested, Origin.SUGGESTED)
    origins |= dict.fromkeys(own, Origin.FILE)
    origins |= dict.fromkeys(rules.locked, Origin.LOCKED)
    if rules.problem:
        notes = (rules.problem, *notes)
    return Loaded(
        settings=Settings(**values),  # type: ignore[arg-type]  # checked field by field above
        origins=origins,
        policy=rules,
        notes=notes,
    )


def checked(file: Path, text: str) -> tuple[dict[str, Value], tuple[str, ...]]:
    """(the settings that the file's text sets, sentences about what is kept but ignored).

    Raises SettingsError with file, line and key.
    """
    data = parsed(file, text)
    version = data.get("version", VERSION)
    is_newer = type(version) is int and version > VERSION
    values: dict[str, Value] = {}
    notes = []
    for key, value in data.items():
        field = FIELDS.get(key)
        where = place(file, text, key)
        if field is None:
            near = "" if is_newer else meant(key)
            if near:
                raise SettingsError(f"{where}: unknown key '{key}'; did you mean '{near}'?")
            notes.append(f"{where}: '{key}' is no setting of this version; it is left alone.")
        elif problem := field.problem(value):
            raise SettingsError(f"{where}: '{key}' {problem}.")
        else:
            values[key] = tuple(value) if isinstance(value, list) else value
    _check_shortcuts(file, text, values)
    return values, tuple(notes)


def parsed(file: Path, text: str) -> dict[str, Any]:
    """The file's TOML. Raises SettingsError with line and, where one stands there, key."""
    try:
        return read_toml(text)
    except tomllib.TOMLDecodeError as error:
        reason = re.sub(r" \(at .*\)$", "", str(error))
        found = re.search(r"\(at line (\d+),", str(error))
        lines = text.splitlines()
        number = int(found[1]) if found else len(lines)
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        key = re.match(r"\s*([A-Za-z0-9_-]+)\s*=", line)
        behind = f" at '{key[1]}'" if key else ""
        raise SettingsError(
            f"{file}, line {number}: this is not valid TOML{behind} ({reason}); correct that line."
        ) from None


def place(file: Path, text: str, key: str, table: str = "") -> str:
    """The file and the line of a key, as sentences begin with it."""
    line = line_of(text, key, table)
    return f"{file}, line {line}" if line else str(file)


def meant(key: str) -> str:
    """The setting that was probably meant by an unknown key; "" if it is like none."""
    plain = key.casefold().replace("-", "_")
    near = difflib.get_close_matches(plain, FIELDS, n=1, cutoff=_LIKE)
    if near:
        return near[0]
    words = {word for word in plain.split("_") if len(word) >= _TELLING}
    shared = [(len(words & set(known.split("_"))), known) for known in FIELDS]
    most, known = max(shared, key=lambda each: each[0])
    return known if most else ""


def _own_values(file: Path) -> tuple[dict[str, Value], tuple[str, ...]]:
    text = read_text(file)
    return ({}, ()) if text is None else checked(file, text)


def _check_shortcuts(file: Path, text: str, values: Mapping[str, Value]) -> None:
    if not any(key in values for key in SHORTCUTS):
        return
    chosen = dataclasses.asdict(Settings()) | dict(values)
    taken: dict[str, str] = {}
    for key in sorted(SHORTCUTS, key=lambda each: each in values):
        chord = str(chosen[key])
        if chord and chord in taken:
            where = place(file, text, key)
            raise SettingsError(f"{where}: '{key}' is {chord} already, as '{taken[chord]}' is.")
        taken[chord] = key
