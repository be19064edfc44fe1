"""A rule of the playbook: what it is, and how it is read from its table."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from assist.core.events import Urgency
from assist.core.phrases import PhraseSet
from assist.core.words import Party
from assist.cues.condition_tables import read_condition, read_phrases, read_statement
from assist.cues.conditions import (
    FOREVER_MS,
    AllOf,
    CallTime,
    Condition,
    Happened,
    IsHeard,
    Not,
    Said,
    Stated,
    Window,
)
from assist.cues.reading import Table
from assist.cues.required import Required

MAX_HEADLINE = 42
MAX_TITLE = 32
MAX_DIRECTION = 60
MAX_DIRECTIONS = 2
_LONGEST_FEELING = "disappointment"

PLACEHOLDERS = ("{name}", "{feeling}")

_REMINDED_MS = 60_000
"""How long after its time a required sentence that a moment called for is still reminded of."""

Mode = Literal["live", "shadow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way to put a cue: a headline that begins with a verb, and at most two hints."""

    headline: str
    directions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as checked; times in milliseconds. `number` is its place in the playbook.

    `advice` names what it advises: rules of the same advice are one prompt. A rule in shadow is
    computed and never shown; `has_mode` says that the file itself decided so or otherwise.
    `holdout` is the rule's own share of calls, None where it follows the playbook's. `part_of` is
    the sequence whose step it prompts. `version` names its state: another one once it was changed.
    """

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
    advice: str = ""
    done_quiet: int = 0
    mode: Mode = "live"
    has_mode: bool = False
    holdout: float | None = None
    part_of: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What `[defaults]` says for rules that do not; times in milliseconds."""

    cool_down: int
    max_per_call: int
    expires: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRead:
    """A rule as read, and the required sentence it reminds of, if it does."""

    rule: Rule
    required: Required | None = None


def read_rule(table: Table, number: int, limits: Limits, named: dict[str, str]) -> RuleRead | None:
    """The rule of a `[[rule]]` table; None if it is broken (a problem is noted) or switched off."""
    id_ = table.text("id", default="")
    if not id_:
        table.problem("id", "is missing; give the rule an id such as 'use_name'")
        return None
    table.rename(f"rule '{id_}'")
    is_enabled = table.boolean("enabled", default=True)
    required = None
    when: Condition | None
    stand_down: Condition | None
    if table.has("required"):
        for key in ("when", "stand_down"):
            if table.has(key):
                table.problem(key, "cannot stand beside 'required', which says both")
        title = table.text("title", default="")
        when, stand_down, required = _read_required(table.table("required"), id_, title, named)
    else:
        when = read_condition(table, "when", f"{id_}/when", named)
        stand_down = read_condition(
            table, "stand_down", f"{id_}/stand_down", named, is_needed=False
        )
    rule = read_body(table, id_=id_, number=number, limits=limits, when=when, stand_down=stand_down)
    lessons = table.texts("lessons")
    table.flag_or_texts("locked")
    table.finish()
    if rule is None or not is_enabled:
        return None
    if required is not None and rule.holdout is None:
        rule = replace(rule, holdout=0.0)  # what must be said is never left to chance
    return RuleRead(rule=replace(rule, lessons=lessons), required=required)


def read_body(
    table: Table,
    *,
    id_: str,
    number: int,
    limits: Limits,
    when: Condition | None,
    stand_down: Condition | None,
    part_of: str = "",
) -> Rule | None:
    """The keys that rules and steps share; the caller finishes the table."""
    expires = table.seconds("expires_s", default=limits.expires // 1000, low=1, high=600)
    heeded = table.seconds("heeded_s", default=expires // 1000, low=1, high=600)
    if heeded > expires:
        table.problem("heeded_s", "must not be longer than expires_s; the cue is gone by then")
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
    priority = table.integer("priority", default=50, low=0, high=100)
    cool_down = table.seconds("cool_down_s", default=limits.cool_down // 1000, high=3600)
    late = table.seconds("late_s", default=expires // 1000, low=1, high=600)
    done_quiet = table.seconds("done_quiet_s", default=0)
    advice = table.text("advice", default="")
    mode = table.choice("mode", ("live", "shadow"), default="live")
    holdout = table.number("holdout", high=0.5) if table.has("holdout") else None
    if when is None:
        return None
    return Rule(
        id=id_,
        number=number,
        title=title,
        urgency=Urgency(urgency),
        priority=priority,
        when=when,
        stand_down=stand_down,
        wordings=wordings,
        cool_down=cool_down,
        max_per_call=max_per_call,
        expires=expires,
        late=late,
        heeded=heeded,
        advice=advice or _advice(id_, stand_down),
        done_quiet=done_quiet,
        mode="shadow" if mode == "shadow" else "live",
        has_mode=table.has("mode"),
        holdout=holdout,
        part_of=part_of,
    )


def _advice(id_: str, stand_down: Condition | None) -> str:
    """Rules that the very same deed satisfies advise the same, unless they say otherwise."""
    match stand_down:
        case Happened(window=window) if window.is_now:
            details = ",".join(sorted(stand_down.details))
            return f"do {' or '.join(sorted(stand_down.labels))} {details}".rstrip()
    return id_


def _read_required(
    table: Table, id_: str, title: str, named: dict[str, str]
) -> tuple[Condition | None, Condition | None, Required | None]:
    """(when to remind, what shows that it was said, the checklist's item)."""
    label = f"required:{id_}"
    within = table.seconds("within_s", default=20, low=1, high=3600)
    said = _sentence(table, label, named)
    trigger = read_condition(table, "after", f"{id_}/after", named, is_needed=False)
    has_trigger = table.has("after")
    table.finish()
    if said is None or (has_trigger and trigger is None):
        return None, None, None
    heard = IsHeard(Party.AGENT)
    required = Required(rule=id_, title=title, said=said, trigger=trigger)
    if trigger is None:
        missing = Not(replace(said, window=Window(within=FOREVER_MS)))
        return AllOf((heard, CallTime(within, FOREVER_MS), missing)), said, required
    if not isinstance(trigger, Happened | Said | Stated) or not trigger.window.is_now:
        table.problem("after", "must be one 'said', 'stated' or 'detected' without a window")
        return None, None, None
    labels = trigger.labels if isinstance(trigger, Happened) else (trigger.label,)
    owed = replace(trigger, window=Window(ago=(within, within + _REMINDED_MS)))
    missing = Not(replace(said, window=Window(since=labels)))
    return AllOf((heard, owed, missing)), said, required


def _sentence(table: Table, label: str, named: dict[str, str]) -> Said | Stated | None:
    """The sentence itself: patterns (`say`) or a text to be said nearly so (`statement`)."""
    if table.has("say") == table.has("statement"):
        table.problem("say", "or 'statement' must say what is required, one of the two")
        return None
    if table.has("say"):
        phrases = read_phrases(table, "say", named)
        return Said(label=label, phrases=PhraseSet(phrases), by=Party.AGENT) if phrases else None
    if (statement := read_statement(table, "statement")) is None:
        return None
    return Stated(label=label, statement=statement, by=Party.AGENT)


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
