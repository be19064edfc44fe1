"""Playbooks in layers: what a company says, its teams refine and an agent adjusts.

Each layer is a playbook file that may hold only what it changes. A rule of an id that a layer above
has changes just the keys it gives; `enabled = false` switches a rule off; a new id adds a rule.
What an upper layer has `locked` stays as it is there. docs/playbook.md explains it to people.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assist.cues.errors import PlaybookError
from assist.cues.layers_text import LISTS, playbook_lines, rule_blocks
from assist.cues.playbook import Playbook, parse_playbook, read_data, read_text

BASE = "base"
"""The layer that is a whole playbook: the shipped one, or the one named in the settings."""

_DEFAULTS = ("cool_down_s", "max_per_call", "expires_s")
_BUILT_IN = {"cool_down_s": 90, "max_per_call": 2, "expires_s": 30}
"""What holds where no layer's [defaults] says it; a locked rule keeps it."""

_NOT_VALUES = ("id", "locked")
_CHANGES = frozenset(
    "id locked enabled title urgency priority cool_down_s max_per_call expires_s late_s heeded_s "
    "lessons mode holdout stand_down wording advice patience_s lasts_s".split()
)
"""Keys that change a rule but do not make one."""
_MERGED = "the playbook in layers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One file: `name` is "base", "company", "team" or "agent", `file` what messages call it."""

    name: str
    file: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a value comes from; `line` counts from 1, None where it could not be found."""

    layer: str
    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}, line {self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effective:
    """What holds: the playbook of all layers together.

    `data` is its TOML as a dictionary, `text` the same as one file. `origins` tells for (section,
    key) where the value comes from; a rule's section is `rule:` and its id. `notes` are sentences
    about changes that do not count: a lock above, or a rule that is no longer there.
    """

    playbook: Playbook
    data: Mapping[str, Any]
    text: str
    origins: Mapping[tuple[str, str], Origin]
    notes: tuple[str, ...] = ()

    def origin(self, rule: str, key: str) -> Origin | None:
        """Where a rule's value comes from; None where it is a default."""
        return self.origins.get((f"rule:{rule}", key))


@dataclass(slots=True)
class _Merge:
    """The layers so far. `locks`: (section, key) → the layer's name; key "*" is all of it."""

    data: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, dict[str, dict[str, Any]]] = field(
        default_factory=lambda: {kind: {} for kind in LISTS}
    )
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    locks: dict[tuple[str, str], str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def lock_on(self, section: str, key: str) -> str | None:
        """The layer that locks this value, or None."""
        return self.locks.get((section, "*")) or self.locks.get((section, key))


def load_layers(files: Sequence[tuple[str, Path]]) -> Effective:
    """Read the files, named by layer from the top (base) down, and join them. PlaybookError."""
    return join_layers(
        [Layer(name=name, file=str(file), text=read_text(file)) for name, file in files]
    )


def join_layers(layers: Sequence[Layer]) -> Effective:
    """What all layers say together, checked. Raises PlaybookError, with file and line."""
    merge = _Merge()
    for layer in layers:
        _add(merge, layer, is_base=layer is layers[0])
    lists = {kind: list(entries.values()) for kind, entries in merge.lists.items() if entries}
    data = {**merge.data, **lists}
    if len(layers) == 1:
        # A playbook that stands alone stays what its author wrote, comments and all.
        text, name, lines = layers[0].text, layers[0].file, []
    else:
        written = list(playbook_lines(data))
        text, name = "".join(f"{line}\n" for line, _ in written), _MERGED
        lines = [where for _, where in written]
    try:
        playbook = parse_playbook(text, name=name)
    except PlaybookError as error:
        raise PlaybookError(
            tuple(_placed(problem, lines, merge.origins) for problem in error.problems)
        ) from None
    return Effective(
        playbook=playbook,
        data=data,
        text=text,
        origins=merge.origins,
        notes=tuple(merge.notes),
    )


def _placed(
    problem: str, lines: Sequence[tuple[str, str]], origins: Mapping[tuple[str, str], Origin]
) -> str:
    """A problem of the joined text, told with the file and line it comes from."""
    found = re.match(rf"{re.escape(_MERGED)}, line (\d+): ", problem)
    if found is None:
        return problem
    section, key = lines[int(found[1]) - 1]
    origin = origins.get((section, key)) or origins.get((section, "id"))
    return problem if origin is None else f"{origin}: {problem[found.end() :]}"


def _add(merge: _Merge, layer: Layer, *, is_base: bool) -> None:
    data = read_data(layer.text, name=layer.file)
    lines = _Lines(layer, data)
    lists = {kind: data.pop(kind, []) for kind in LISTS}
    asked = _locked(layer, data.pop("locked", []), "the top of the file")
    for key, value in data.items():
        if isinstance(value, dict):
            own = merge.data.setdefault(key, {})
            if not isinstance(own, dict):
                raise PlaybookError((f"{layer.file}: '{key}' must not be a table.",))
            for name, each in value.items():
                _set(merge, layer, (key, name), own, each, lines.table_line(key, name))
        else:
            _set(merge, layer, ("", key), merge.data, value, lines.table_line("", key))
    for kind, entries in lists.items():
        _add_list(merge, layer, kind, entries, lines, is_base=is_base)
    for name in asked:
        table, _, key = name.partition(".")
        known = merge.data.get(table)
        section = (table, key or "*") if isinstance(known, dict) else ("", table)
        merge.locks.setdefault(section, layer.name)


def _add_list(
    merge: _Merge, layer: Layer, kind: str, entries: Any, lines: "_Lines", *, is_base: bool
) -> None:
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise PlaybookError((f"{layer.file}: '{kind}' must be written as [[{kind}]] tables.",))
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        place = f"{layer.file}, line {lines.header(kind, number)}"
        id_ = entry.get("id")
        if not isinstance(id_, str) or not id_:
            raise PlaybookError((f"{place}: a {kind} has no id; write the id first.",))
        if id_ in seen:
            raise PlaybookError(
                (f"{place}: the id '{id_}' is used twice; give each {kind} its own.",)
            )
        seen.add(id_)
        if id_ not in merge.lists[kind] and not is_base and set(entry) <= _CHANGES:
            merge.notes.append(
                f"{place}: {kind} '{id_}' changes a {kind} that no layer above has; remove it here."
            )
            continue
        _add_entry(merge, layer, f"{kind}:{id_}", entry, lines, lines.header(kind, number))


def _add_entry(
    merge: _Merge,
    layer: Layer,
    section: str,
    entry: dict[str, Any],
    lines: "_Lines",
    header: int,
) -> None:
    kind, _, id_ = section.partition(":")
    own = merge.lists[kind].get(id_)
    if own is None:
        own = merge.lists[kind][id_] = {"id": id_}
        merge.origins[section, "id"] = Origin(layer=layer.name, file=layer.file, line=header)
    for key, value in entry.items():
        if key not in _NOT_VALUES:
            _set(merge, layer, (section, key), own, value, lines.rule_line(section, key))
    keys = entry.get("locked", [])
    locked = ("*",) if keys is True else _locked(layer, keys or [], f"{kind} '{id_}'")
    for key in locked:
        merge.locks.setdefault((section, key), layer.name)
        if kind == "rule":
            _settle(merge, layer, own, key)
    if locked:
        for table, name in _names_in(own, merge.data):
            merge.locks.setdefault((table, name), layer.name)


def _locked(layer: Layer, value: Any, place: str) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    if value is False:
        return ()
    raise PlaybookError(
        (f"{layer.file}: {place}: 'locked' must be a list of keys (in a rule also true).",)
    )


def _set(
    merge: _Merge,
    layer: Layer,
    where: tuple[str, str],
    target: dict[str, Any],
    value: Any,
    line: int | None,
) -> None:
    section, key = where
    lock = merge.lock_on(section, key)
    origin = Origin(layer=layer.name, file=layer.file, line=line)
    if lock is not None and target.get(key) != value:
        kind, colon, id_ = section.partition(":")
        subject = f"{kind} '{id_}': " if colon else ""
        merge.notes.append(
            f"{origin}: {subject}'{key}' is locked by the {lock} layer and stays as it is there; "
            "remove it here."
        )
        return
    if lock is not None or (section, key) == ("", "schema"):
        target.setdefault(key, value)
        return
    target[key] = value
    merge.origins[section, key] = origin


def _settle(merge: _Merge, layer: Layer, rule: dict[str, Any], key: str) -> None:
    """Write into a locked rule what it takes from [defaults]: layers below may change those."""
    defaults = merge.data.get("defaults", {})
    for name in _DEFAULTS:
        if key in ("*", name) and name not in rule:
            rule[name] = defaults.get(name, _BUILT_IN[name])
            source = merge.origins.get(("defaults", name))
            merge.origins[f"rule:{rule['id']}", name] = source or Origin(
                layer=layer.name, file=layer.file
            )


def _names_in(value: Any, data: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    """(table, name) of the patterns and circumstances a rule uses, those within others too."""
    found: set[tuple[str, str]] = set()
    waiting = list(_uses(value))
    while waiting:
        table, name = waiting.pop()
        named = data.get(table, {})
        if name in named and (table, name) not in found:
            found.add((table, name))
            waiting.extend(_uses(named[name]))
    return frozenset(found)


def _uses(value: Any) -> Iterator[tuple[str, str]]:
    """The names a value asks for itself."""
    for text in _strings(value):
        yield from (("phrases", name) for name in re.findall(r"\{([^{}]+)\}", text))
    for table in _tables(value):
        if isinstance(table.get("given"), str):
            yield "circumstances", table["given"]


def _tables(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        yield value
    for each in value.values() if isinstance(value, Mapping) else _listed(value):
        yield from _tables(each)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


class _Lines:
    """Finds the line (from 1) of a layer's file that sets a value."""

    def __init__(self, layer: Layer, data: Mapping[str, Any]) -> None:
        self._lines = layer.text.split("\n")
        self._blocks = {kind: rule_blocks(layer.text, kind, data) for kind in LISTS}

    def header(self, kind: str, number: int) -> int:
        """The line of the `number`-th (from 0) table of a list; 1 where it cannot be found."""
        blocks = self._blocks[kind]
        return blocks[number].header + 1 if number < len(blocks) else 1

    def rule_line(self, section: str, key: str) -> int | None:
        kind, _, id_ = section.partition(":")
        block = next((each for each in self._blocks[kind] if each.id == id_), None)
        if block is None:
            return None
        return self._find(key, block.header, block.end) or block.header + 1

    def table_line(self, table: str, key: str) -> int | None:
        start = 0
        if table:
            pattern = re.compile(rf"\s*\[\s*{re.escape(table)}\s*\]")
            heads = (index for index, line in enumerate(self._lines) if pattern.match(line))
            start = next(heads, 0)
        return self._find(key, start, len(self._lines))

    def _find(self, key: str, start: int, end: int) -> int | None:
        pattern = re.compile(
            rf'^\s*(?:\[\[\w+\.)?"?{re.escape(key)}"?\s*(?:=|\.|\]\])|\b{re.escape(key)}\s*='
        )
        for index in range(start, min(end, len(self._lines))):
            if pattern.search(self._lines[index].split("#", 1)[0]):
                return index + 1
        return None
