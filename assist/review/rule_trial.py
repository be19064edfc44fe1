"""Typed lines run as a call: what the detectors find in them, and which rules fire."""

import re
from collections.abc import Iterator, Sequence

from assist.core.events import (
    CueRaised,
    CueSuppressed,
    CueWithdrawn,
    Detection,
    DetectionWithdrawn,
    Event,
)
from assist.core.languages import LANGUAGES
from assist.core.rules import Mark, Need, Tried, TriedCue
from assist.core.tokens import tokenize
from assist.core.words import Party
from assist.cues.conditions import AllOf, AnyOf, Condition, Given, Happened, Said
from assist.cues.playbook import Playbook
from assist.cues.rules import Rule
from assist.review.hearing import HeardCall, dialogue_inputs
from assist.review.labelled import Dialogue, Turn
from assist.session.call import CallSession

_SAID_ALREADY = frozenset({"duplicate", "cool_down", "max_per_call"})
_TIMED = frozenset({"talk_over", "dead_air", "pace", "talk_ratio"})
"""Typed lines have no timing of their own; what rests on it alone is left out."""


def run_trial(
    playbook: Playbook, lines: Sequence[tuple[Party, str]], rule_id: str, problem: str = ""
) -> Tried:
    """What these lines give rise to; `needs` are about the rule `rule_id`."""
    turns = tuple(Turn(party=party, text=text) for party, text in lines)
    if not any(turn.text.split() for turn in turns):
        return Tried(problem=problem)
    call = dialogue_inputs(Dialogue(id="trial", set="own", turns=turns))
    session = CallSession(playbook)
    made = [output for event in call.inputs for output in session.handle(event)]
    rule = next((rule for rule in playbook.rules if rule.id == rule_id), None)
    said = list(_said(rule, lines, playbook.language)) if rule is not None else []
    detections = _detections(made)
    return Tried(
        marks=(*_marks(detections, lines, call), *(mark for _, mark in said)),
        cues=tuple(_cues(made, playbook, call)),
        needs=() if rule is None else _once(_needs(rule, detections, {label for label, _ in said})),
        problem=problem,
    )


def _detections(made: Sequence[Event]) -> list[Detection]:
    taken = {event.number for event in made if isinstance(event, DetectionWithdrawn)}
    return [
        event
        for event in made
        if isinstance(event, Detection) and event.is_final and event.number not in taken
    ]


def _marks(
    detections: Sequence[Detection], lines: Sequence[tuple[Party, str]], call: HeardCall
) -> Iterator[Mark]:
    for detection in detections:
        words = detection.evidence
        line = call.turn_of.get((detection.party, words.utterance or 0))
        if line is None:
            continue
        pattern = r"\s+".join(map(re.escape, words.text.split()))
        found = re.search(pattern, lines[line][1]) if pattern else None
        if found is not None:
            label = detection.label + (f" {detection.detail}" if detection.detail else "")
            yield Mark(line=line, start=found.start(), end=found.end(), label=label)


def _cues(made: Sequence[Event], playbook: Playbook, call: HeardCall) -> Iterator[TriedCue]:
    withdrawn = {
        event.cue
        for event in made
        if isinstance(event, CueWithdrawn)
        or (isinstance(event, CueSuppressed) and event.reason in _SAID_ALREADY)
    }
    timed = {rule.id for rule in playbook.rules if _is_timed(rule)}
    for event in made:
        if not isinstance(event, CueRaised) or event.cue in withdrawn or event.rule in timed:
            continue
        places = [
            call.turn_of[each.party, each.utterance]
            for each in event.evidence
            if each.party is not None
            and each.utterance is not None
            and (each.party, each.utterance) in call.turn_of
        ]
        begun = [line for start, line in call.turn_starts if start <= event.at]
        yield TriedCue(
            rule=event.rule, headline=event.headline, line=max(places or begun, default=0)
        )


def _is_timed(rule: Rule) -> bool:
    happened = [leaf for leaf in _wanted(rule.when) if isinstance(leaf, Happened | Said)]
    return bool(happened) and all(
        isinstance(leaf, Happened) and set(leaf.labels) <= _TIMED for leaf in happened
    )


def _wanted(condition: Condition) -> Iterator[Condition]:
    """The parts that must be met; not those that must not."""
    match condition:
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from _wanted(part)
        case Given():
            yield from _wanted(condition.part)
        case Happened() | Said():
            yield condition


def _said(
    rule: Rule, lines: Sequence[tuple[Party, str]], language: str
) -> Iterator[tuple[str, Mark]]:
    """Where the rule's own phrases are found, each with the label of its condition."""
    for leaf in _wanted(rule.when):
        if not isinstance(leaf, Said):
            continue
        for number, (party, text) in enumerate(lines):
            if leaf.by is not None and leaf.by is not party:
                continue
            tokens = tokenize(text, language=LANGUAGES[language])
            match = leaf.phrases.find(tokens)
            if match is not None:
                words = list(re.finditer(r"\S+", text))
                first, last = tokens.sources[match.start], tokens.sources[match.end - 1]
                start, end = words[first].start(), words[last].end()
                yield leaf.label, Mark(line=number, start=start, end=end, label="your words")


def _needs(rule: Rule, detections: Sequence[Detection], said: set[str]) -> Iterator[Need]:
    for leaf in _wanted(rule.when):
        match leaf:
            case Said():
                words = ", ".join(f"“{phrase.source}”" for phrase in leaf.phrases.phrases[:2])
                more = " …" if len(leaf.phrases.phrases) > 2 else ""
                who = "" if leaf.by is None else f"{leaf.by} says "
                yield Need(text=f"{who}{words}{more}", is_met=leaf.label in said)
            case Happened() if set(leaf.labels) & _TIMED:
                yield Need(text=f"timing: {leaf.labels[0].replace('_', ' ')}", is_met=False)
            case Happened():
                is_met = any(
                    detection.label in leaf.labels
                    and leaf.by in (None, detection.party)
                    and _strength(detection) >= leaf.at_least
                    for detection in detections
                )
                names = ", ".join(label.replace("_", " ") for label in leaf.labels[:3])
                more = " …" if len(leaf.labels) > 3 else ""
                who = "" if leaf.by is None else f"{leaf.by}: "
                yield Need(text=f"{who}{names}{more}", is_met=is_met)


def _once(needs: Iterator[Need]) -> tuple[Need, ...]:
    """Each need once; a condition may name the same thing in several of its parts."""
    met: dict[str, bool] = {}
    for need in needs:
        met[need.text] = met.get(need.text, False) or need.is_met
    return tuple(Need(text=text, is_met=is_met) for text, is_met in met.items())


def _strength(detection: Detection) -> float:
    return float(detection.detail) if detection.detail.isdigit() else 0.0
