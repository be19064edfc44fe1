"""The conditions a rule is made of, and whether they are met."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from assist.core.phrases import PhraseSet
from assist.core.words import Party
from assist.cues.facts import Fact, FactLog
from assist.cues.statement import NearStatement

Stage = Literal["opening", "middle", "closing"]

FOREVER_MS = 1 << 40

UNHEARD_MS = 15_000
"""So long after a side is heard again its silence counts as such: about a turn of talk."""

RATES = frozenset({"pace", "talk_ratio"})
"""Signals that say how things stand, again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When facts count, in milliseconds. Without any of these only what happens right now does."""

    within: int | None = None
    """At most this long ago."""
    ago: tuple[int, int] | None = None
    """The newest one at least and at most this long ago."""
    since: tuple[str, ...] = ()
    """After the newest fact of one of these labels."""
    times: int = 1
    """At least so many of them."""

    @property
    def is_now(self) -> bool:
        return self.within is None and self.ago is None and not self.since


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Something was said, detected or measured; `labels` any of, `details` any of if given."""

    labels: tuple[str, ...]
    by: Party | None = None
    details: frozenset[str] = frozenset()
    at_least: float = 0.0
    window: Window = field(default_factory=Window)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A phrase was said; matches become facts labelled `label`, which the engine looks for."""

    label: str
    phrases: PhraseSet
    by: Party | None = None
    window: Window = field(default_factory=Window)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A sentence was said, nearly in its words; otherwise as `Said`."""

    label: str
    statement: NearStatement
    by: Party | None = None
    window: Window = field(default_factory=Window)


@dataclass(frozen=True, slots=True)
class InStage:
    stage: Stage


@dataclass(frozen=True, slots=True)
class CallTime:
    """The call has lasted at least `after` and less than `before` milliseconds."""

    after: int
    before: int


@dataclass(frozen=True, slots=True)
class IsHeard:
    party: Party


@dataclass(frozen=True, slots=True)
class IsKnown:
    """The customer's name, or the problem, is known."""

    what: Literal["name", "problem"]


@dataclass(frozen=True, slots=True)
class SpokenSince:
    """`by` has said at least `words` words since the newest fact of these labels."""

    words: int
    by: Party
    since: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Condition"


@dataclass(frozen=True, slots=True)
class Given:
    """Circumstances: they have to hold, but are no occasion; `name` is the playbook's for them.

    What makes them true neither raises a cue once more nor is quoted on its card.
    """

    name: str
    part: "Condition"


Condition = (
    Happened
    | Said
    | Stated
    | InStage
    | CallTime
    | IsHeard
    | IsKnown
    | SpokenSince
    | AllOf
    | AnyOf
    | Not
    | Given
)


@dataclass(slots=True, kw_only=True)
class Situation:
    """Everything conditions may ask about, at one moment. `fresh` are the facts it brought."""

    log: FactLog
    now: int
    fresh: tuple[Fact, ...]
    stage: Stage
    heard: frozenset[Party]
    words: dict[Party, int]
    is_name_known: bool
    is_problem_known: bool
    heard_since: dict[Party, int] = field(default_factory=dict)
    """When sides that had not been heard were heard again; the others are not in it."""


def met(condition: Condition, situation: Situation) -> tuple[Fact, ...] | None:
    """The facts the condition rests on (maybe none) if it is met, else None."""
    match condition:
        case AllOf():
            facts: tuple[Fact, ...] = ()
            for part in condition.parts:
                found = met(part, situation)
                if found is None:
                    return None
                facts += found
            return facts
        case AnyOf():
            for part in condition.parts:
                found = met(part, situation)
                if found is not None:
                    return found
            return None
        case Not():
            if met(condition.part, situation) is not None or _is_unknown(condition.part, situation):
                return None
            return ()
        case Given():
            return None if met(condition.part, situation) is None else ()
        case Happened():
            return _happened(condition, situation)
        case Said() | Stated():
            wanted = Happened(labels=(condition.label,), by=condition.by, window=condition.window)
            return _happened(wanted, situation)
        case SpokenSince():
            since = situation.log.latest(condition.since)
            if since is None:
                return None
            said = situation.words[condition.by] - since.words[condition.by]
            return () if said >= condition.words else None
    return () if _state(condition, situation) else None


def _is_unknown(part: Condition, situation: Situation) -> bool:
    """Whether somebody may have said it unheard: that nothing was heard of it tells nothing then.

    So it is while the side cannot be heard, and for a moment after: what was just said is missing.
    """
    if len(situation.heard) == len(Party) and not situation.heard_since:
        return False  # as in nearly every call, hundreds of times a second
    return any(
        leaf.by is not None
        and (leaf.by not in situation.heard or _is_just_back(leaf.by, situation))
        for leaf in leaves(part)
        if isinstance(leaf, Happened | Said | Stated)
    )


def _is_just_back(party: Party, situation: Situation) -> bool:
    since = situation.heard_since.get(party)
    return since is not None and situation.now - since < UNHEARD_MS


def _state(condition: InStage | CallTime | IsHeard | IsKnown, situation: Situation) -> bool:
    match condition:
        case InStage():
            return condition.stage == situation.stage
        case CallTime():
            return condition.after <= situation.now < condition.before
        case IsHeard():
            return condition.party in situation.heard
        case IsKnown():
            is_name = condition.what == "name"
            return situation.is_name_known if is_name else situation.is_problem_known


def _happened(condition: Happened, situation: Situation) -> tuple[Fact, ...] | None:
    window, now = condition.window, situation.now
    if window.is_now:
        facts = [
            fact
            for fact in situation.fresh
            if fact.label in condition.labels
            and fact.is_by(condition.by)
            and not _goes_on(condition, fact, situation.log)
        ]
    else:
        start = 0 if window.within is None else now - window.within
        if window.since:
            since = situation.log.latest(window.since)
            if since is None:
                return None
            start = max(start, since.at + 1)
        facts = situation.log.within(condition.labels, condition.by, start, now)
    facts = [fact for fact in facts if _fits(condition, fact)]
    if len(facts) < window.times or not facts:
        return None
    newest = facts[-1]
    if window.ago is not None and not window.ago[0] <= now - newest.at <= window.ago[1]:
        return None
    return tuple(facts[-window.times :])


def _goes_on(condition: Happened, fact: Fact, log: FactLog) -> bool:
    """Whether a rate was already past the limit before: only crossing it is news."""
    if fact.label not in RATES:
        return False
    before = log.before(fact)
    return before is not None and _fits(condition, before)


def _fits(condition: Happened, fact: Fact) -> bool:
    if condition.at_least and fact.value < condition.at_least:
        return False
    return not condition.details or not condition.details.isdisjoint(fact.detail.split(","))


def leaves(condition: Condition) -> Iterator[Condition]:
    """Every part of a condition that is not itself made of parts."""
    match condition:
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from leaves(part)
        case Not() | Given():
            yield from leaves(condition.part)
        case _:
            yield condition


def depends_on_time(condition: Condition) -> bool:
    """Whether the condition may become true by time passing alone."""
    for leaf in leaves(condition):
        match leaf:
            case CallTime() | SpokenSince():
                return True
            case Happened(window=window) | Said(window=window) | Stated(window=window):
                if not window.is_now:
                    return True
    return False
