"""Playbook data written as TOML, and single rules replaced in a file that people also edit."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise
from typing import Any

from assist.core.toml import read_toml
from assist.cues.errors import PlaybookError

_WIDTH = 96
_HEADER = re.compile(r"^\s*\[(\[?)\s*([A-Za-z0-9_.\-\" ]+?)\s*\]\]?\s*(?:#.*)?$")
_BARE = re.compile(r"[A-Za-z0-9_-]+")

LISTS = ("rule", "sequence", "knowledge")
"""The keys that hold lists of tables, each table with an id."""

Where = tuple[str, str]
"""What a line says: (section, key); the section of a rule is `rule:` and its id."""


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one `[[rule]]`, from the comments right above it (`start`) to its last value.

    Lines count from 0; `header` is the line of `[[rule]]`, `end` is not part of it. Blank lines and
    comments after the last value stay out: they may be the heading of what follows.
    """

    id: str
    start: int
    header: int
    end: int


def toml_value(value: Any, indent: int = 0, room: int = _WIDTH) -> str:
    """A value as TOML; lists that are too long for a line go over several."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            # A JSON string is a TOML basic string, but for DEL, which TOML wants escaped.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case Mapping():
            inner = ", ".join(
                f"{_key(key)} = {toml_value(each, indent, room - len(key) - 8)}"
                for key, each in value.items()
            )
            return f"{{ {inner} }}" if inner else "{}"
        case list() | tuple():
            plain = "[" + ", ".join(toml_value(each, 0, 10_000) for each in value) + "]"
            if len(plain) <= room - indent and not any(isinstance(each, list) for each in value):
                return plain
            pad = " " * (indent + 4)
            lines = [f"{pad}{toml_value(each, indent + 4, _WIDTH)},\n" for each in value]
            return "[\n" + "".join(lines) + " " * indent + "]"
        case date() | time():
            return value.isoformat()  # means nothing in a playbook, which its reading says
    raise TypeError(f"TOML has no {type(value).__name__}")


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def playbook_lines(data: Mapping[str, Any]) -> Iterator[tuple[str, Where]]:
    """The lines of a whole playbook, each with what it says."""
    tables = {key: value for key, value in data.items() if isinstance(value, Mapping)}
    for key, value in data.items():
        if key not in tables and not _is_tables(value):
            yield from _pair("", key, value)
    for name, table in tables.items():
        yield "", (name, "")
        yield f"[{_key(name)}]", (name, "")
        for key, value in table.items():
            yield from _pair(name, key, value)
    for kind, entries in data.items():
        if _is_tables(entries):
            for entry in entries:
                yield "", (f"{kind}:{entry.get('id', '')}", "")
                yield from rule_lines(entry, kind)


def rule_lines(rule: Mapping[str, Any], kind: str = "rule") -> Iterator[tuple[str, Where]]:
    """The lines of one rule (or other table of a list), from its `[[rule]]` on."""
    section = f"{kind}:{rule.get('id', '')}"
    lists = [key for key, value in rule.items() if _is_tables(value)]
    yield f"[[{kind}]]", (section, "id")
    for key, value in rule.items():
        if key not in lists:
            yield from _pair(section, key, value)
    for key in lists:
        for each in rule[key]:
            yield "", (section, key)
            yield f"[[{kind}.{_key(key)}]]", (section, key)
            for name, value in each.items():
                for line, _ in _pair(section, name, value):
                    yield line, (section, key)


def _lines(text: str) -> list[str]:
    """The lines as TOML counts them; `splitlines` would part at characters that end none."""
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, Mapping) for v in value)


def _pair(section: str, key: str, value: Any) -> Iterator[tuple[str, Where]]:
    for line in f"{_key(key)} = {toml_value(value, 0, _WIDTH - len(key) - 3)}".split("\n"):
        yield line, (section, key)


def playbook_text(data: Mapping[str, Any]) -> str:
    return "".join(f"{line}\n" for line, _ in playbook_lines(data))


# --- changing one rule of a file ------------------------------------------------------------------


def rule_blocks(
    text: str, kind: str = "rule", data: Mapping[str, Any] | None = None
) -> list[Block]:
    """The blocks of the rules (or other tables of a list) in the order of the file.

    `data` is the text as read, where the caller has it: reading takes longest.
    """
    lines = _lines(text)
    headers = [index for index, line in enumerate(lines) if _HEADER.match(line)]
    starts = [
        index
        for index in headers
        if not (found := _HEADER.match(lines[index])) or not found[2].startswith(f"{kind}.")
    ]
    entries = (_data(text) if data is None else data).get(kind, ())
    if not isinstance(entries, list):
        return []
    ids = [entry.get("id", "") for entry in entries if isinstance(entry, dict)]
    blocks: list[Block] = []
    for start, following in pairwise([*starts, len(lines)]):
        found = _HEADER.match(lines[start])
        if found and found[1] and found[2] == kind and len(blocks) < len(ids):
            top, end = _with_comments(lines, start), _last_value(lines, start, following)
            blocks.append(Block(str(ids[len(blocks)]), top, start, end))
    return blocks


def _last_value(lines: list[str], header: int, following: int) -> int:
    """The line after the last one that is neither blank nor a comment."""
    end = following
    while end > header + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _with_comments(lines: list[str], header: int) -> int:
    """The first of the comment lines that stand directly above a header."""
    start = header
    while start and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return start


def with_rule(text: str, rule: Mapping[str, Any], kind: str = "rule") -> str:
    """The file's text with this rule in place of the one of its id, else at its end.

    Every other line stays as it is; comments above the rule stay, those within it go. `kind` is
    "rule" or another table of a list, such as "sequence". Raises PlaybookError where the file is
    written in a way that cannot be changed safely.
    """
    new = [line for line, _ in rule_lines(rule, kind)]
    lines = _lines(text)
    block = _block_of(text, str(rule["id"]), kind)
    if block is None:
        while lines and not lines[-1].strip():
            lines.pop()
        changed = [*lines, "", *new]
    else:
        changed = [*lines[: block.header], *new, *lines[block.end :]]
    return _checked(text, "\n".join(changed) + "\n", str(rule["id"]), rule, kind)


def without_rule(text: str, rule_id: str, kind: str = "rule") -> str:
    """The file's text without the rule, its comments included. Raises PlaybookError."""
    block = _block_of(text, rule_id, kind)
    if block is None:
        return text
    lines = _lines(text)
    kept = [*lines[: block.start], *lines[block.end :]]
    return _checked(text, "\n".join(kept).rstrip("\n") + "\n", rule_id, None, kind)


def _block_of(text: str, rule_id: str, kind: str) -> Block | None:
    return next((block for block in rule_blocks(text, kind) if block.id == rule_id), None)


def _checked(old: str, new: str, rule_id: str, wanted: Mapping[str, Any] | None, kind: str) -> str:
    """`new`, once it says of everything but the one rule what `old` said."""
    hidden = PlaybookError(
        (
            f"The file writes its rules in a way that '{rule_id}' cannot be changed in alone; "
            "change it in a text editor.",
        )
    )
    before = _data(old)
    try:
        after = _data(new)
    except PlaybookError:
        raise hidden from None
    rules = {rule.get("id"): rule for rule in before.pop(kind, [])}
    now = {rule.get("id"): rule for rule in after.pop(kind, [])}
    rules.pop(rule_id, None)
    written = now.pop(rule_id, None)
    if before != after or rules != now or written != (None if wanted is None else dict(wanted)):
        raise hidden
    return new


def _data(text: str) -> dict[str, Any]:
    try:
        return read_toml(text)
    except tomllib.TOMLDecodeError as error:
        raise PlaybookError((f"The file is not valid TOML: {error}; correct it there.",)) from None
