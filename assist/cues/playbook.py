"""A playbook: the rules that say when to advise what, read from TOML and checked throughout.

docs/playbook.md explains the format to the people who write them.
"""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assist.core.events import Urgency
from assist.core.language import ENGLISH
from assist.core.languages import LANGUAGES
from assist.cues.conditions import Condition
from assist.cues.errors import PlaybookError
from assist.cues.reading import Reader, Table, read_condition, read_named

SCHEMA = 1

MAX_HEADLINE = 42
MAX_TITLE = 32
MAX_DIRECTION = 60
MAX_DIRECTIONS = 2
_LONGEST_FEELING = "disappointment"

PLACEHOLDERS = ("{name}", "{feeling}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way to put a cue: a headline that begins with a verb, and at most two hints."""

    headline: str
    directions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as checked; times in milliseconds. `number` is its place in the playbook."""

    id: str
    number: int
    title: str
    urgency: Urgency
    priority: int
    when: Condition
    stand_down: Condition | None
    wordings: tuple[Wording, ...]
    cool_down: int
    max_per_call: int
    expires: int
    late: int
    heeded: int
    lessons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """The budget: at most one card in `minimum_gap` milliseconds, urgent ones exempt."""

    minimum_gap: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """Rules in the order of the file. `text` is the whole file, `hash` names its content."""

    name: str
    version: str
    rules: tuple[Rule, ...]
    attention: Attention
    text: str
    hash: str
    language: str = "en"
    """The language its patterns are written in and the calls are held in."""


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
        data = tomllib.loads(text)
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
    budget = top.table("attention")
    attention = Attention(minimum_gap=budget.seconds("minimum_gap_s", default=25, high=600))
    budget.finish()
    defaults = top.table("defaults")
    limits = _Limits(
        cool_down=defaults.seconds("cool_down_s", default=90, high=3600),
        max_per_call=defaults.integer("max_per_call", default=2, low=1, high=20),
        expires=defaults.seconds("expires_s", default=30, low=1, high=600),
    )
    defaults.finish()
    rules: list[Rule] = []
    seen: set[str] = set()
    for table in top.tables("rule"):
        rule = _read_rule(table, len(rules), limits, named)
        if rule is not None and rule.id in seen:
            table.problem("id", f"the id '{rule.id}' is used twice; give each rule its own")
        elif rule is not None:
            seen.add(rule.id)
            rules.append(rule)
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
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Limits:
    cool_down: int
    max_per_call: int
    expires: int


def _read_rule(table: Table, number: int, limits: _Limits, named: dict[str, str]) -> Rule | None:
    id_ = table.text("id", default="")
    if not id_:
        table.problem("id", "is missing; give the rule an id such as 'use_name'")
        return None
    table.rename(f"rule '{id_}'")
    is_enabled = table.boolean("enabled", default=True)
    expires = table.seconds("expires_s", default=limits.expires // 1000, low=1, high=600)
    heeded = table.seconds("heeded_s", default=expires // 1000, low=1, high=600)
    if heeded > expires:
        table.problem("heeded_s", "must not be longer than expires_s; the cue is gone by then")
    when = read_condition(table, "when", f"{id_}/when", named)
    stand_down = read_condition(table, "stand_down", f"{id_}/stand_down", named, is_needed=False)
    max_per_call = table.integer("max_per_call", default=limits.max_per_call, low=1, high=20)
    wordings = tuple(
        wording for part in table.tables("wording") if (wording := _read_wording(part)) is not None
    )
    if len({wording.headline for wording in wordings}) < max_per_call and table.is_sound:
        table.problem(
            "wording",
            f"needs {max_per_call} different headlines, as many as max_per_call; add some",
        )
    title = table.text("title", default="")
    if not 0 < len(title) <= MAX_TITLE:
        table.problem("title", f"must have 1 to {MAX_TITLE} characters; it has {len(title)}")
    urgency = table.choice("urgency", tuple(Urgency), default=Urgency.HINT)
    rule_values = {
        "priority": table.integer("priority", default=50, low=0, high=100),
        "cool_down": table.seconds("cool_down_s", default=limits.cool_down // 1000, high=3600),
        "late": table.seconds("late_s", default=expires // 1000, low=1, high=600),
    }
    lessons = table.texts("lessons")
    table.flag_or_texts("locked")
    table.finish()
    if when is None or not is_enabled:
        return None
    return Rule(
        id=id_,
        number=number,
        title=title,
        urgency=Urgency(urgency),
        when=when,
        stand_down=stand_down,
        wordings=wordings,
        max_per_call=max_per_call,
        expires=expires,
        heeded=heeded,
        lessons=lessons,
        **rule_values,
    )


def _read_wording(table: Table) -> Wording | None:
    headline = table.text("headline", default="")
    directions = table.texts("directions")
    table.finish()
    length = len(_filled(table, "headline", headline))
    if not 0 < length <= MAX_HEADLINE:
        table.problem(
            "headline", f'must have 1 to {MAX_HEADLINE} characters; "{headline}" has {length}'
        )
    if len(directions) > MAX_DIRECTIONS:
        table.problem("directions", f"holds {len(directions)}; keep the best {MAX_DIRECTIONS}")
    for direction in directions:
        if not 0 < len(_filled(table, "directions", direction)) <= MAX_DIRECTION:
            table.problem(
                "directions", f'must have 1 to {MAX_DIRECTION} characters each; see "{direction}"'
            )
    return Wording(headline=headline, directions=directions)


def _filled(table: Table, key: str, text: str) -> str:
    """The text with its placeholders at their longest. A name is cut to fit when it is shown."""
    for found in re.findall(r"\{[^{}]*\}?|\}", text):
        if found not in PLACEHOLDERS:
            known = " and ".join(PLACEHOLDERS)
            table.problem(key, f'uses an unknown placeholder in "{text}"; known are {known}')
            return ""
    return fill(text, name="", feeling=_LONGEST_FEELING)


def fill(text: str, *, name: str, feeling: str) -> str:
    """A wording's text with its placeholders filled."""
    return text.replace("{name}", name).replace("{feeling}", feeling)
