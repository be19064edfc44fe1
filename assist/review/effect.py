"""What prompts change: how often agents did what a rule asks, with the prompt and without it.

The comparison is honest because chance decides per call (`cues.holdout`), because prompts kept back
pass the same limits as shown ones, and because both count from the same moment: when the rule's
conditions were met. Doing it within the rule's time counts, whether the card was in sight already
or not. Prompts in shadow are left out: they are not drawn by chance.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from assist.review.scoring import wilson

_LEAST_CUES = 10
"""On either side: below that the interval promises more than it keeps."""


class PastCue(Protocol):
    """What is read of a stored cue."""

    @property
    def rule(self) -> str: ...
    @property
    def ending(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def unseen(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """One side of the comparison: `done` of `cues`, share and 95 % interval in 0..1."""

    done: int
    cues: int
    low: float
    high: float

    @property
    def share(self) -> float:
        return self.done / self.cues if self.cues else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A rule with and without its prompts; the difference in points with its 95 % interval."""

    rule: str
    shown: Arm
    hidden: Arm
    difference: float
    low: float
    high: float

    @property
    def is_sure(self) -> bool:
        """Whether chance alone would hardly give such a difference."""
        is_enough = min(self.hidden.cues, self.shown.cues) >= _LEAST_CUES
        return is_enough and (self.low > 0 or self.high < 0)


def effects(cues: Iterable[PastCue]) -> tuple[Effect, ...]:
    """The comparison per rule over the cues of all calls, for rules with cues kept back."""
    shown: dict[str, list[int]] = {}
    hidden: dict[str, list[int]] = {}
    for cue in cues:
        arm = shown if _is_shown(cue) else hidden if _is_hidden(cue) else None
        if arm is None:
            continue
        counts = arm.setdefault(cue.rule, [0, 0])
        counts[0] += cue.ending in ("heeded", "stood_down") or cue.unseen == "done"
        counts[1] += 1
    return tuple(_effect(rule, shown.get(rule, [0, 0]), hidden[rule]) for rule in sorted(hidden))


def _is_shown(cue: PastCue) -> bool:
    """A cue that was the agent's to see, had there been time; what limits suppress is in none."""
    if cue.ending == "suppressed":
        return cue.reason in ("too_late", "budget")
    return cue.ending not in ("withdrawn", "")


def _is_hidden(cue: PastCue) -> bool:
    return cue.reason == "holdout" and cue.unseen in ("done", "not_done")


def _effect(rule: str, shown: list[int], hidden: list[int]) -> Effect:
    with_it, without = _arm(*shown), _arm(*hidden)
    difference = with_it.share - without.share
    low, high = _difference_interval(with_it, without)
    return Effect(
        rule=rule, shown=with_it, hidden=without, difference=difference, low=low, high=high
    )


def _arm(done: int, cues: int) -> Arm:
    low, high = wilson(done, cues)
    return Arm(done=done, cues=cues, low=low, high=high)


def _difference_interval(first: Arm, second: Arm) -> tuple[float, float]:
    """Newcombe's interval of a difference of shares, from the two Wilson intervals.

    Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10; right for small numbers, where
    the plain normal interval is too narrow.
    """
    if not first.cues or not second.cues:
        return -1.0, 1.0
    difference = first.share - second.share
    below = math.hypot(first.share - first.low, second.high - second.share)
    above = math.hypot(first.high - first.share, second.share - second.low)
    return difference - below, difference + above
