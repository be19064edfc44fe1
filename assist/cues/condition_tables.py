"""Reading conditions, phrases and sentences from a playbook's tables."""

from collections.abc import Mapping
from typing import cast, get_args

from assist.core.phrases import PatternError, Phrase, PhraseSet, compile_phrase
from assist.core.words import Party
from assist.cues.conditions import (
    FOREVER_MS,
    AllOf,
    AnyOf,
    CallTime,
    Condition,
    Given,
    Happened,
    InStage,
    IsHeard,
    IsKnown,
    Not,
    Said,
    SpokenSince,
    Stage,
    Stated,
)
from assist.cues.reading import SIGNALS, Table
from assist.cues.statement import MIN_WORDS, NearStatement

_MAX_DEPTH = 8

DEFAULT_NEAR = 0.65
"""Enough for a sentence in somebody's own order and half of the words a recognizer gets wrong, too
much for another sentence on the same matter."""


def read_named(table: Table) -> dict[str, str]:
    """The `[phrases]` table: named patterns, each a text or a list of alternatives."""
    named = {key: "|".join(table.texts(key)) for key in list(table.keys)}
    for key in list(named):
        try:
            compile_phrase(named[key], named, table.language)
        except PatternError as error:
            table.problem(key, f"is no pattern: {error}")
            del named[key]
    return named


_KINDS = (
    "said stated detected signal all any not given stage after_s before_s heard known spoken_words"
).split()


def read_condition(
    table: Table, key: str, path: str, named: Mapping[str, str], *, is_needed: bool = True
) -> Condition | None:
    """The condition at `key`; None where it is absent or broken (then a problem is noted)."""
    if not table.has(key):
        if is_needed:
            table.problem(key, "is missing; say when the rule applies")
        return None
    return _condition(table.table(key), path, named, 0)


def read_circumstances(table: Table, named: Mapping[str, str]) -> None:
    """The `[circumstances]` table: conditions by the name that `given` asks for them by.

    One may ask for those before it.
    """
    for name in list(table.keys):
        part = read_condition(table, name, f"circumstances/{name}", named)
        if part is not None:
            table.circumstances[name] = part


def _given(table: Table) -> Condition | None:
    name = table.text("given", default="")
    part = table.circumstances.get(name)
    if part is None:
        known = ", ".join(table.circumstances) or "none"
        table.problem("given", f"names '{name}'; [circumstances] has {known}")
        return None
    return Given(name, part)


def _condition(table: Table, path: str, named: Mapping[str, str], depth: int) -> Condition | None:
    kinds = [kind for kind in _KINDS if table.has(kind)]
    if depth > _MAX_DEPTH:
        table.problem("when", f"is nested more than {_MAX_DEPTH} deep; make it simpler")
        return None
    if not kinds:
        table.problem("when", f"says nothing; use one of {', '.join(_KINDS)}")
        table.finish()
        return None
    if len(kinds) > 1 and set(kinds) != {"after_s", "before_s"}:
        table.problem(kinds[1], f"stands beside '{kinds[0]}'; join the two with 'all' or 'any'")
        return None
    found = _one_kind(table, kinds[0], path, named, depth)
    table.finish()
    return found


def _one_kind(
    table: Table, kind: str, path: str, named: Mapping[str, str], depth: int
) -> Condition | None:
    match kind:
        case "all" | "any":
            return _several(table, kind, path, named, depth)
        case "not":
            part = _condition(table.table("not"), f"{path}/not", named, depth + 1)
            return None if part is None else Not(part)
        case "given":
            return _given(table)
        case "said":
            phrases = read_phrases(table, "said", named)
            return Said(
                label=f"said:{path}",
                phrases=PhraseSet(phrases),
                by=table.party(),
                window=table.window(),
            )
        case "stated":
            if (statement := read_statement(table, "stated")) is None:
                return None
            return Stated(
                label=f"stated:{path}",
                statement=statement,
                by=table.party(),
                window=table.window(),
            )
        case "detected":
            return Happened(
                labels=table.labels("detected"),
                by=table.party(),
                details=frozenset(table.texts("detail")),
                at_least=table.number("at_least"),
                window=table.window(),
            )
        case "signal":
            signal = table.choice("signal", SIGNALS, default=SIGNALS[0])
            return Happened(
                labels=(signal,),
                by=table.party(),
                at_least=table.number("at_least"),
                window=table.window(),
            )
        case "stage":
            stage = table.choice("stage", get_args(Stage), default="middle")
            return InStage(cast(Stage, stage))
        case "heard":
            return IsHeard(Party(table.choice("heard", tuple(Party), default=Party.AGENT)))
        case "known":
            known = table.choice("known", ("name", "problem"), default="name")
            return IsKnown("name" if known == "name" else "problem")
        case "spoken_words":
            since = table.labels("since")
            if not since:
                table.problem("since", "is missing; say since when the words count")
            return SpokenSince(
                table.integer("spoken_words", default=1, low=1, high=1000),
                table.party() or Party.AGENT,
                since,
            )
    after = table.seconds("after_s", default=0)
    before = table.seconds("before_s", default=0) if table.has("before_s") else FOREVER_MS
    if after >= before:
        table.problem("before_s", "must be more than after_s")
    return CallTime(after, before)


def read_statement(table: Table, key: str) -> NearStatement | None:
    """A sentence to be said nearly so: `near` is the share of its telling words."""
    near = table.number("near", low=0.5, high=1) if table.has("near") else DEFAULT_NEAR
    statement = NearStatement(table.text(key, default=""), near, table.language)
    if len(statement.stems) < MIN_WORDS:
        table.problem(key, f"needs at least {MIN_WORDS} words beside little ones; use 'said'")
        return None
    return statement


def _several(
    table: Table, kind: str, path: str, named: Mapping[str, str], depth: int
) -> Condition | None:
    tables = table.tables(kind)
    if not tables and table.is_sound:
        table.problem(kind, "is empty; list at least one condition")
    parts = [
        _condition(part, f"{path}/{kind}{index}", named, depth + 1)
        for index, part in enumerate(tables)
    ]
    sound = tuple(part for part in parts if part is not None)
    if len(sound) < len(parts) or not sound:
        return None
    return AllOf(sound) if kind == "all" else AnyOf(sound)


def read_phrases(table: Table, key: str, named: Mapping[str, str]) -> list[Phrase]:
    """The patterns at `key`, compiled; a problem is noted for each that is none."""
    phrases = []
    patterns = table.texts(key)
    if not patterns and table.is_sound:
        table.problem(key, "is empty; write the words to listen for")
    for pattern in patterns:
        try:
            phrases.append(compile_phrase(pattern, named, table.language))
        except PatternError as error:
            table.problem(key, f"holds a bad pattern: {error}")
    return phrases
