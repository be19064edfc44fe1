"""A playbook: the rules that say when to advise what, read from TOML and checked throughout.

docs/playbook.md explains the format to the people who write them.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from assist.core.language import ENGLISH
from assist.core.languages import LANGUAGES
from assist.core.toml import read_toml
from assist.cues.condition_tables import read_circumstances, read_named
from assist.cues.errors import PlaybookError
from assist.cues.knowledge import KnowledgeCard
from assist.cues.reading import Reader, Table
from assist.cues.required import Required
from assist.cues.rule_version import rule_versions
from assist.cues.rules import (
    MAX_DIRECTION,
    MAX_DIRECTIONS,
    MAX_HEADLINE,
    MAX_TITLE,
    PLACEHOLDERS,
    Limits,
    Rule,
    Wording,
    fill,
    read_rule,
)
from assist.cues.sequence import Sequence
from assist.cues.tables import read_knowledge, read_sequence

__all__ = [
    "MAX_DIRECTION",
    "MAX_DIRECTIONS",
    "MAX_HEADLINE",
    "MAX_TITLE",
    "PLACEHOLDERS",
    "Attention",
    "Playbook",
    "Rule",
    "Wording",
    "fill",
    "load_playbook",
    "parse_playbook",
    "read_data",
    "read_text",
]

SCHEMA = 1

BUDGET_MS = 360_000
"""The budget counts the cards of so long: six minutes, an ordinary call (features.md)."""

DEFAULT_BUDGET = 5
"""Cards in six minutes: each further reminder in one encounter is heeded less (features.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """How much of the agent's attention prompts may take; urgent ones are exempt.

    `budget` is the number of cards in any `BUDGET_MS`: the one setting for "fewer" or "more". The
    more of it is spent, the more a cue must matter. `minimum_gap` (milliseconds) spaces them.
    """

    minimum_gap: int
    budget: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """Rules in the order of the file. `text` is the whole file, `hash` names its content.

    `rules` hold those of the sequences' steps and of required sentences, too. `lessons` say in a
    few words what a lesson's id stands for. `shadowed` are the rules that their marks took out of
    sight, with the reason. `holdout` is the share of calls in which rules are kept back.
    """

    name: str
    version: str
    rules: tuple[Rule, ...]
    attention: Attention
    text: str
    hash: str
    language: str = "en"
    """The language its patterns are written in and the calls are held in."""
    sequences: tuple[Sequence, ...] = ()
    required: tuple[Required, ...] = ()
    cards: tuple[KnowledgeCard, ...] = ()
    lessons: Mapping[str, str] = field(default_factory=dict)
    shadowed: Mapping[str, str] = field(default_factory=dict)
    holdout: float = 0.0


def load_playbook(file: Path) -> Playbook:
    """Read and check a playbook file. Raises PlaybookError."""
    return parse_playbook(read_text(file), name=str(file))


def read_text(file: Path) -> str:
    """A playbook file's text, not checked yet. Raises PlaybookError."""
    try:
        return file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise PlaybookError(
            (f"The playbook {file} does not exist; check the name or reset the setting.",)
        ) from None
    except IsADirectoryError:
        raise PlaybookError((f"{file} is a folder; name a playbook file.",)) from None
    except OSError as error:
        problem = error.strerror or "read error"
        raise PlaybookError((f"The playbook {file} cannot be read ({problem}).",)) from None
    except UnicodeDecodeError:
        raise PlaybookError(
            (f"The playbook {file} is not text in UTF-8; save it in that encoding.",)
        ) from None


def read_data(text: str, *, name: str) -> dict[str, Any]:
    """The TOML of a playbook, checked for its schema only. Raises PlaybookError."""
    try:
        data = read_toml(text)
    except tomllib.TOMLDecodeError as error:
        raise PlaybookError((f"{name} is not valid TOML: {error}; correct it there.",)) from None
    schema = data.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        raise PlaybookError(
            (f"{name} is written for a newer Call Assist (schema {schema}); update the app.",)
        )
    if schema != SCHEMA:
        raise PlaybookError(
            (f"{name}: 'schema' must be {SCHEMA}; write 'schema = {SCHEMA}' first.",)
        )
    return data


def parse_playbook(text: str, *, name: str) -> Playbook:
    """Check a playbook's text; `name` stands for the file in messages. Raises PlaybookError."""
    data = read_data(text, name=name)
    reader = Reader(name, text)
    playbook = _read(reader, data, text)
    if reader.problems:
        raise PlaybookError(tuple(reader.problems))
    return playbook


def _read(reader: Reader, data: dict[str, Any], text: str) -> Playbook:
    top = Table(reader, data, place="the top of the file")
    top.integer("schema", default=SCHEMA)
    title = top.text("name", default="Playbook")
    version = top.text("version", default="")
    language = top.choice("language", tuple(LANGUAGES), default=ENGLISH.code)
    top.texts("locked")  # what layers below must not change; means nothing within one file
    reader.language = LANGUAGES[language]
    named = read_named(top.table("phrases"))
    read_circumstances(top.table("circumstances"), named)
    lessons = _texts_of(top.table("lessons"))
    holdout = top.number("holdout", high=0.5)
    budget = top.table("attention")
    attention = Attention(
        minimum_gap=budget.seconds("minimum_gap_s", default=25, high=600),
        budget=budget.integer("budget", default=DEFAULT_BUDGET, high=100),
    )
    budget.finish()
    defaults = top.table("defaults")
    limits = Limits(
        cool_down=defaults.seconds("cool_down_s", default=90, high=3600),
        max_per_call=defaults.integer("max_per_call", default=2, low=1, high=20),
        expires=defaults.seconds("expires_s", default=30, low=1, high=600),
    )
    defaults.finish()
    rules: list[Rule] = []
    required: list[Required] = []
    seen: set[str] = set()
    for table in top.tables("rule"):
        read = read_rule(table, len(rules), limits, named)
        if read is not None and _is_first(table, read.rule.id, seen):
            rules.append(read.rule)
            if read.required is not None:
                required.append(read.required)
    sequences: list[Sequence] = []
    for table in top.tables("sequence"):
        found = read_sequence(table, len(rules), limits, named)
        if found is not None and _is_first(table, found[0].id, seen):
            sequences.append(found[0])
            rules.extend(found[1])
    cards = tuple(
        card for table in top.tables("knowledge") if (card := read_knowledge(table)) is not None
    )
    shadowed = _texts_of(top.table("shadowed"))
    rules = [
        replace(rule, mode="shadow") if rule.id in shadowed and not rule.has_mode else rule
        for rule in rules
    ]
    if not reader.problems:
        versions = rule_versions(data)
        rules = [replace(rule, version=versions[rule.id]) for rule in rules]
    if not rules and not reader.problems:
        reader.add("has no rule; add at least one [[rule]]")
    top.finish()
    return Playbook(
        name=title,
        version=version,
        rules=tuple(rules),
        attention=attention,
        text=text,
        hash=hashlib.sha256(text.encode()).hexdigest()[:16],
        language=language,
        sequences=tuple(sequences),
        required=tuple(required),
        cards=cards,
        lessons=lessons,
        shadowed=shadowed,
        holdout=holdout,
    )


def _is_first(table: Table, id_: str, seen: set[str]) -> bool:
    if id_ in seen:
        table.problem("id", f"the id '{id_}' is used twice; give each rule its own")
        return False
    seen.add(id_)
    return True


def _texts_of(table: Table) -> dict[str, str]:
    """A table whose keys are the writer's own, each with a text."""
    return {key: table.text(key, default="") for key in list(table.keys)}
