"""What is doubtful in a playbook that loads: said rule by rule, with what to do.

Loading refuses what is wrong in form. These checks find what is right in form and still does
nothing, or too much.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from assist.core.events import Urgency
from assist.core.languages import LANGUAGES
from assist.core.rules import Complaint, Severity
from assist.core.tokens import tokenize
from assist.cues.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Given,
    Happened,
    Not,
    Said,
    Stated,
    leaves,
)
from assist.cues.layers import Effective
from assist.cues.lint_logic import dead_parts, impossible, same
from assist.cues.lint_phrases import phrase_complaints, shadowed, unheard
from assist.cues.lint_words import begins_with_verb
from assist.cues.playbook import Playbook
from assist.cues.rules import MAX_HEADLINE, Rule

_LONG_NAME = 11
"""Letters of a first name that headlines should leave room for; few first names have more."""

_OF_PATTERNS = frozenset({"unheard", "too_short", "sound_alike"})
_SIGNALS = frozenset({"talk_over", "dead_air", "pace", "talk_ratio", "agent_turn", "customer_turn"})
_FIRST_PERSON = re.compile(
    r"^[\"'“«]|^(?:i|i'm|i've|i'll|we|we're|we'll|my|our|soy|yo|le|nosotros)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """What the checks know of how words are heard.

    `knows` says whether the speech model `model` can ever recognize a word; `sound_key` gives words
    that sound alike the same key.
    """

    model: str
    knows: Callable[[str], bool]
    sound_key: Callable[[str], str]


def lint(effective: Effective, hearing: Hearing | None = None) -> tuple[Complaint, ...]:
    """Everything doubtful, in the order of the rules. Without `hearing`, nothing about sound."""
    playbook, found = effective.playbook, list[Complaint]()
    named = _named(effective.data)
    for rule in playbook.rules:
        found += _logic(rule)
        found += _phrases(rule, playbook, named, hearing)
        if hearing is not None:
            found += _statements(rule, playbook, hearing)
        found += _advice(rule, playbook.language)
    found += _between(playbook, named)
    rules = {rule.id: rule for rule in playbook.rules}
    found.sort(key=lambda complaint: rules[complaint.rule].number)
    return tuple(_placed(each, rules[each.rule], effective) for each in _once(found))


def _once(complaints: Iterable[Complaint]) -> Iterator[Complaint]:
    """The same words in several rules come from a named pattern: told once, with all rules."""
    alike: dict[tuple[str, str], list[Complaint]] = {}
    for complaint in complaints:
        about = complaint.text if complaint.kind in _OF_PATTERNS else complaint.rule
        alike.setdefault((about, complaint.text), []).append(complaint)
    for first, *others in alike.values():
        rules = dict.fromkeys(other.rule for other in others if other.rule != first.rule)
        also = ", ".join(f"'{rule}'" for rule in rules)
        yield replace(first, text=f"{first.text} (also in {also})") if also else first


def _named(data: Mapping[str, Any]) -> dict[str, str]:
    """The named patterns as the reader joins them."""
    return {
        name: value if isinstance(value, str) else "|".join(value)
        for name, value in data.get("phrases", {}).items()
    }


def _placed(complaint: Complaint, rule: Rule, effective: Effective) -> Complaint:
    origin = effective.origin(complaint.rule, complaint.key)
    origin = origin or effective.origin(complaint.rule, "id")
    origin = origin or effective.origins.get((f"sequence:{rule.part_of}", "id"))
    if origin is None:
        return complaint
    return replace(complaint, file=origin.file, line=origin.line or 0)


def _about(
    rule: Rule, kind: str, key: str, text: str, severity: Severity = Severity.WARNING
) -> Complaint:
    return Complaint(severity=severity, kind=kind, rule=rule.id, key=key, text=text)


# --- one rule -------------------------------------------------------------------------------------


def _conditions(rule: Rule) -> Iterator[tuple[str, Condition]]:
    yield "when", rule.when
    if rule.stand_down is not None:
        yield "stand_down", rule.stand_down


def _logic(rule: Rule) -> Iterator[Complaint]:
    for key, condition in _conditions(rule):
        if reason := impossible(condition):
            is_trigger = key == "when"
            text = "never fires" if is_trigger else "'stand_down' is never met"
            severity = Severity.ERROR if is_trigger else Severity.WARNING
            yield _about(rule, "never_fires", key, f"{text}: {reason}.", severity)
        else:
            for reason in dict.fromkeys(dead_parts(condition)):
                text = f"a part of '{key}' is never met: {reason}."
                yield _about(rule, "never_fires", key, text)
    if rule.stand_down is None and rule.urgency is not Urgency.PRAISE and not _is_measured(rule):
        yield _about(
            rule,
            "no_stand_down",
            "id",
            "has no 'stand_down': the card stays after the agent has done it; say what shows that.",
        )
    if rule.stand_down is not None and same(rule.when, rule.stand_down):
        yield _about(
            rule,
            "no_stand_down",
            "stand_down",
            "'stand_down' asks for what raises the cue; say what the agent does instead.",
        )


def _is_measured(rule: Rule) -> bool:
    """Whether it rests on timing alone: such a cue is over with its short time."""
    facts = [leaf for leaf in leaves(rule.when) if isinstance(leaf, Happened | Said)]
    return bool(facts) and all(
        isinstance(leaf, Happened) and set(leaf.labels) <= _SIGNALS for leaf in facts
    )


def _phrases(
    rule: Rule, playbook: Playbook, named: Mapping[str, str], hearing: Hearing | None
) -> Iterator[Complaint]:
    language = LANGUAGES[playbook.language]
    for key, condition in _conditions(rule):
        occasions = list(_occasions(condition))
        for said in (leaf for leaf in leaves(condition) if isinstance(leaf, Said)):
            patterns = [phrase.source for phrase in said.phrases.phrases]
            sound_key = None if hearing is None else hearing.sound_key
            # What only has to hold, or must not, may be as common as it likes.
            for source in patterns if said in occasions else ():
                for kind, text in phrase_complaints(source, named, language, sound_key):
                    yield _about(rule, kind, key, text)
            for one, other in shadowed(patterns, patterns, named, language):
                yield _about(
                    rule,
                    "shadowed",
                    key,
                    f'"{other}" finds nothing that "{one}" does not; remove one of the two.',
                )
            if hearing is not None:
                for phrase in said.phrases.phrases:
                    words, is_lost = unheard(phrase, language, hearing.knows)
                    if words:
                        yield _unheard(rule, key, phrase.source, words, hearing, is_lost=is_lost)


def _statements(rule: Rule, playbook: Playbook, hearing: Hearing) -> Iterator[Complaint]:
    """Sentences to be said of which the model cannot hear enough words."""
    language = LANGUAGES[playbook.language]
    for key, condition in _conditions(rule):
        for stated in (leaf for leaf in leaves(condition) if isinstance(leaf, Stated)):
            words = tokenize(stated.statement.text, language=language).texts
            telling = [word for word in words if word not in language.common]
            lost = tuple(dict.fromkeys(word for word in telling if not hearing.knows(word)))
            if lost:
                heard = 1 - sum(word in lost for word in telling) / len(telling)
                is_lost = heard < stated.statement.near
                text = stated.statement.text
                yield _unheard(rule, key, text, lost, hearing, is_lost=is_lost)


def _occasions(condition: Condition) -> Iterator[Condition]:
    """The parts that raise a cue: neither those that must not be nor mere circumstances."""
    match condition:
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from _occasions(part)
        case Not() | Given():
            return
        case _:
            yield condition


def _unheard(
    rule: Rule, key: str, source: str, words: tuple[str, ...], hearing: Hearing, *, is_lost: bool
) -> Complaint:
    listed = ", ".join(f'"{word}"' for word in words)
    what = f'"{source}" can never be heard: ' if is_lost else ""
    belong = "is no word" if len(words) == 1 else "are no words"
    return _about(
        rule,
        "unheard",
        key,
        f"{what}{listed} {belong} of the speech model '{hearing.model}'; use words it knows, or "
        "add them with 'assist models words add'.",
        Severity.ERROR if is_lost else Severity.WARNING,
    )


def _advice(rule: Rule, language: str) -> Iterator[Complaint]:
    for wording in rule.wordings:
        headline = wording.headline
        if not begins_with_verb(headline, language):
            yield _about(
                rule,
                "wording",
                "wording",
                f'"{headline}" does not begin with a verb; say what to do first.',
            )
        room = MAX_HEADLINE - len(headline.replace("{name}", ""))
        if "{name}" in headline and room < _LONG_NAME:
            yield _about(
                rule,
                "wording",
                "wording",
                f'"{headline}" is cut where the name has more than {room} letters; shorten it.',
            )
        for direction in wording.directions:
            if _FIRST_PERSON.match(direction):
                yield _about(
                    rule,
                    "wording",
                    "wording",
                    f'"{direction}" reads like a line to recite; say where to go instead.',
                )


# --- several rules --------------------------------------------------------------------------------


def _between(playbook: Playbook, named: Mapping[str, str]) -> Iterator[Complaint]:
    headlines: dict[str, Rule] = {}
    for number, rule in enumerate(playbook.rules):
        for wording in rule.wordings:
            other = headlines.setdefault(wording.headline, rule)
            if other is not rule:
                yield _about(
                    rule,
                    "wording",
                    "wording",
                    f"\"{wording.headline}\" is also the headline of '{other.id}'; word it anew.",
                )
        for other in playbook.rules[:number]:
            if same(rule.when, other.when):
                yield _about(
                    rule,
                    "shadowed",
                    "when",
                    f"fires exactly when '{other.id}' does; join the two rules.",
                )
                continue
            one, two = _plain(rule), _plain(other)
            if one is None or two is None or (one.by and two.by and one.by is not two.by):
                continue
            yield from _overlap(rule, one, other, two, named, playbook.language)


def _plain(rule: Rule) -> Said | None:
    """The phrases a rule fires on at once, if that is all it asks for."""
    return rule.when if isinstance(rule.when, Said) and rule.when.window.is_now else None


def _overlap(
    rule: Rule, one: Said, other: Rule, two: Said, named: Mapping[str, str], code: str
) -> Iterator[Complaint]:
    language = LANGUAGES[code]
    mine = [phrase.source for phrase in one.phrases.phrases]
    theirs = [phrase.source for phrase in two.phrases.phrases]
    for winner, loser, a, b in ((rule, other, mine, theirs), (other, rule, theirs, mine)):
        for wide, narrow in shadowed(a, b, named, language):
            first = winner if winner.priority >= loser.priority else loser
            yield _about(
                rule,
                "shadowed",
                "when",
                f"\"{narrow}\" of '{loser.id}' also fires '{winner.id}' (\"{wide}\"), and "
                f"'{first.id}' takes the card; make one phrase narrower or join the rules.",
            )
            return
