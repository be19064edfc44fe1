"""Conditions that can never be met, and why."""

from collections.abc import Iterator
from itertools import combinations

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
)

BY_AGENT = frozenset(
    "dead_end empathy canned_empathy apology_ownership uses_name confirms_understanding "
    "concrete_follow_up transfer way_forward searching hold barrier policy choice thanks "
    "thanks_formula closing promise open_promise".split()
)
BY_CUSTOMER = frozenset(
    "frustration anger worry disappointment exhaustion confusion gratitude_relief "
    "restrained_anger repeat_contact told_transfers giving_up leave_cancel ask_supervisor "
    "social_media_public legal gives_name problem_statement driver came_back pivot_up "
    "pivot_down".split()
)
_BY_NOBODY = frozenset({"dead_air", "name_learned"})
_FEELINGS = frozenset(
    "frustration anger worry disappointment exhaustion confusion gratitude_relief".split()
)
_STRONGEST = 3
_OPENING_MS = 60_000
"""The opening ends then at the latest."""


def impossible(condition: Condition) -> str:
    """Why the condition can never be met, as a clause; "" where it may be."""
    match condition:
        case AllOf():
            parts = tuple(_flat(condition))
            for part in parts:
                if reason := impossible(part):
                    return reason
            return next((reason for reason in _contradictions(parts) if reason), "")
        case AnyOf():
            reasons = [impossible(part) for part in condition.parts]
            return reasons[0] if all(reasons) else ""
        case Given():
            return impossible(condition.part)
        case Happened():
            return _never_happens(condition)
        case Said(window=window):
            if window.is_now and window.times > 1:
                return _COUNTS_NOW.format(window.times)
            return _empty_window(condition)
    return ""


def dead_parts(condition: Condition) -> Iterator[str]:
    """Why single alternatives can never be met, though the whole may be."""
    match condition:
        case AllOf() | AnyOf():
            for part in condition.parts:
                if isinstance(condition, AnyOf) and (reason := impossible(part)):
                    yield reason
                else:
                    yield from dead_parts(part)
        case Given():
            yield from dead_parts(condition.part)
        case Not():
            if reason := impossible(condition.part):
                yield reason
            else:
                yield from dead_parts(condition.part)


_COUNTS_NOW = "it asks for {} times right now; say within how long with 'within_s'"


def _flat(condition: AllOf) -> Iterator[Condition]:
    for part in condition.parts:
        if isinstance(part, AllOf):
            yield from _flat(part)
        else:
            yield part


def _never_happens(wanted: Happened) -> str:
    labels = set(wanted.labels)
    if wanted.by is not None and labels:
        other = BY_CUSTOMER if wanted.by is Party.AGENT else BY_AGENT
        if labels <= other:
            return f"'{wanted.labels[0]}' is never found in the {wanted.by}'s words; change 'by'"
        if labels <= _BY_NOBODY:
            return f"'{wanted.labels[0]}' belongs to neither side; remove 'by'"
    if wanted.at_least > _STRONGEST and labels and labels <= _FEELINGS:
        return "a feeling's intensity goes up to 3; lower 'at_least'"
    if labels == {"talk_ratio"} and wanted.at_least > 100:
        return "a share of talking goes up to 100 percent; lower 'at_least'"
    if wanted.window.is_now and wanted.window.times > 1:
        return _COUNTS_NOW.format(wanted.window.times)
    return _empty_window(wanted)


def _empty_window(wanted: Happened | Said) -> str:
    window = wanted.window
    if window.ago is not None and window.within is not None and window.within < window.ago[0]:
        return "'within_s' is shorter than the least of 'ago_s'; lengthen it"
    return ""


def _contradictions(parts: tuple[Condition, ...]) -> Iterator[str]:
    yield from _wrong_times(parts)
    for one, other in combinations(parts, 2):
        if isinstance(other, Not):
            one, other = other, one
        if isinstance(one, Not) and same(one.part, other):
            yield "it asks for something and for its opposite; remove one of the two"
        match one, other:
            case InStage(), InStage() if one.stage != other.stage:
                yield f"a call is not in '{one.stage}' and '{other.stage}' at once; use 'any'"
            case ((Happened() | Said()), (Happened() | Said())):
                yield _never_together(one, other)
            case Not(part=IsHeard(party=party)), (Happened(by=by) | Said(by=by)) if by is party:
                yield f"the {party} is not heard and yet has to speak; remove one of the two"
            case Not(part=IsKnown(what="problem")), Happened(labels=("problem_statement",)):
                yield "the problem is unknown and yet was stated; remove one of the two"


def _wrong_times(parts: tuple[Condition, ...]) -> Iterator[str]:
    times = [part for part in parts if isinstance(part, CallTime)]
    after = max((part.after for part in times), default=0)
    before = min((part.before for part in times), default=FOREVER_MS)
    if after >= before:
        yield "no moment is both after 'after_s' and before 'before_s'; widen one"
    if after >= _OPENING_MS and InStage("opening") in parts:
        yield "the opening is over after 60 seconds; lower 'after_s'"


def _never_together(one: Happened | Said, other: Happened | Said) -> str:
    """Two things that must both happen right now, in one and the same event."""
    if not (one.window.is_now and other.window.is_now):
        return ""
    are_apart = one.by is not None and other.by is not None and one.by is not other.by
    match one, other:
        case Said(), Said():
            is_never = are_apart
        case Happened(), Happened():
            is_never = are_apart or not set(one.labels) & set(other.labels)
        case _:
            is_never = True
    if not is_never:
        return ""
    return "two things never happen in the same instant; give the one that comes first a 'within_s'"


def same(one: Condition, other: Condition) -> bool:
    """Whether two conditions ask for the same, wherever they stand."""
    match one, other:
        case Said(), Said():
            return (one.by, one.window) == (other.by, other.window) and {
                phrase.source for phrase in one.phrases.phrases
            } == {phrase.source for phrase in other.phrases.phrases}
        case AllOf(parts=parts), AllOf(parts=others):
            return _all_same(parts, others)
        case AnyOf(parts=parts), AnyOf(parts=others):
            return _all_same(parts, others)
        case Not(part=part), Not(part=twin):
            return same(part, twin)
        case Given(part=part), Given(part=twin):
            return same(part, twin)
    return one == other


def _all_same(parts: tuple[Condition, ...], others: tuple[Condition, ...]) -> bool:
    return len(parts) == len(others) and all(map(same, parts, others))
