"""What a playbook file said before: every saved version with who, when and what, kept beside it."""

import contextlib
import hashlib
import json
import os
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

from assist.core.toml import read_toml
from assist.cues.errors import PlaybookError
from assist.cues.layers_text import LISTS, toml_value
from assist.cues.playbook import read_text

BY_HAND = "changed in another program"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One state of a file. `number` counts from 1; `at` is ISO 8601 with offset, or "" where nobody
    knows when; `who` is "" for what another program saved."""

    number: int
    at: str
    who: str
    what: str
    text: str

    @property
    def hash(self) -> str:
        return _hash(self.text)


def history_file(file: Path) -> Path:
    """Where the versions of a playbook file are kept."""
    return file.with_name(f"{file.name}.history.jsonl")


def read_history(file: Path) -> tuple[Version, ...]:
    """The file's versions, oldest first. Raises PlaybookError.

    What the file says now comes last, even where another program wrote it.
    """
    versions = list(_recorded(file))
    if file.exists():
        text = read_text(file)
        if not versions or versions[-1].text != text:
            versions.append(
                Version(
                    number=versions[-1].number + 1 if versions else 1,
                    at="",
                    who="",
                    what=BY_HAND,
                    text=text,
                )
            )
    return tuple(versions)


def _recorded(file: Path) -> Iterator[Version]:
    try:
        lines = history_file(file).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, UnicodeDecodeError) as error:
        raise PlaybookError(
            (f"The history {history_file(file)} cannot be read ({error}); move it away.",)
        ) from None
    for number, line in enumerate(lines, start=1):
        with contextlib.suppress(ValueError, KeyError, TypeError):  # a line that was torn off
            entry = json.loads(line)
            yield Version(
                number=number,
                at=str(entry["at"]),
                who=str(entry["who"]),
                what=str(entry["what"]),
                text=str(entry["text"]),
            )


def save_version(file: Path, text: str, *, who: str, what: str, at: str) -> Version:
    """Write the file whole and keep its version; the same text again changes nothing.

    What another program had written is kept as a version first. Raises PlaybookError.
    """
    known = read_history(file)
    if known and known[-1].text == text and known[-1].what != BY_HAND:
        return known[-1]
    number = known[-1].number + 1 if known else 1
    made = Version(number=number, at=at, who=who, what=what, text=text)
    recorded = len(list(_recorded(file)))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with history_file(file).open("ab+") as history:
            history.seek(max(0, history.tell() - 1))
            if history.read() not in (b"", b"\n"):
                history.write(b"\n")  # a power cut tore the last line off
            for version in (*known[recorded:], made):
                entry = {"at": version.at, "who": version.who, "what": version.what}
                line = json.dumps({**entry, "text": version.text}, ensure_ascii=False)
                history.write(line.encode() + b"\n")
            history.flush()
            os.fsync(history.fileno())
        new = file.with_name(f".{file.name}.new")
        new.write_bytes(text.encode("utf-8"))
        if file.exists():
            shutil.copymode(file, new)
        new.replace(file)
    except OSError as error:
        raise PlaybookError(
            (f"{file} cannot be written ({error.strerror}); check its permissions.",)
        ) from None
    return made


def find_version(file: Path, number: int) -> Version:
    """The version of that number. Raises PlaybookError."""
    versions = read_history(file)
    found = next((version for version in versions if version.number == number), None)
    if found is None:
        known = f"1 to {versions[-1].number}" if versions else "none yet"
        raise PlaybookError((f"{file} has no version {number}; there are {known}.",))
    return found


def changes(old: str, new: str) -> tuple[str, ...]:
    """What changed between two texts, a short line each, in words of rules and keys."""
    before, after = _values(old), _values(new)
    lines = []
    for section in dict.fromkeys([*before, *after]):
        subject = section.partition(":")[2] or section
        if section not in before:
            lines.append(f"{subject}: added")
        elif section not in after:
            lines.append(f"{subject}: removed")
        else:
            one, other = before[section], after[section]
            for key in dict.fromkeys([*one, *other]):
                if one.get(key) != other.get(key):
                    name = f"{subject}: {key}" if subject else key
                    lines.append(f"{name} {_short(one, key)} → {_short(other, key)}")
    return tuple(lines)


def text_diff(old: Version, new: Version) -> str:
    """The lines that differ, as `diff -u` shows them."""
    return "".join(
        unified_diff(
            old.text.splitlines(keepends=True),
            new.text.splitlines(keepends=True),
            fromfile=f"version {old.number}",
            tofile=f"version {new.number}",
        )
    )


def _values(text: str) -> dict[str, dict[str, Any]]:
    try:
        data = read_toml(text)
    except tomllib.TOMLDecodeError:
        return {"": {"the file": text}}
    found: dict[str, dict[str, Any]] = {"": {}}
    for key, value in data.items():
        if isinstance(value, Mapping):
            found[key] = dict(value)
        elif key in LISTS and isinstance(value, list):
            for entry in value:
                if isinstance(entry, dict):
                    found[f"{key}:{entry.get('id', '')}"] = entry
        else:
            found[""][key] = value
    return found


_SHORT = 40


def _short(values: Mapping[str, Any], key: str) -> str:
    if key not in values:
        return "(not set)"
    text = toml_value(values[key], 0, 10_000)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
