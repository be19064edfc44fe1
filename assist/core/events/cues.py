"""Outputs of the cue engine: the life of each cue."""

from dataclasses import dataclass
from enum import StrEnum

from assist.core.events.base import Output
from assist.core.words import Evidence


class Urgency(StrEnum):
    """How a cue is shown: `praise` is green, `hint` and `nudge` warm, `urgent` red and at once."""

    PRAISE = "praise"
    HINT = "hint"
    NUDGE = "nudge"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueEvent(Output):
    """Base of a cue's life; `cue` numbers the cue within the call, `rule` is the playbook's id."""

    cue: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRaised(CueEvent):
    """A rule's conditions are met, whatever the attention budget says.

    `headline` has at most 42 characters; `directions` at most two lines; `expires_at` is call
    time. `trigger_end` is when the last trigger word ended in the sound (the delay counts from it).
    `lessons` say in a few words each what the rule rests on. `version` names the rule as it was
    then: another one once its conditions, wording or limits have changed.
    """

    title: str
    headline: str
    directions: tuple[str, ...]
    urgency: Urgency
    priority: int
    evidence: tuple[Evidence, ...]
    trigger_end: int
    expires_at: int
    is_provisional: bool = False
    lessons: tuple[str, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueShown(CueEvent):
    """The cue is on the card, or on the next line (`place` is "card" or "next")."""

    place: str = "card"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueHeld(CueEvent):
    """The cue waits; `reason` says for what.

    "agent_speaking", "minimum_gap", "card_taken", "budget".
    """

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueSuppressed(CueEvent):
    """The cue will not be shown; `reason` says why.

    "cool_down", "max_per_call", "duplicate", "done" (just done by the agent), "praise_once",
    "too_late", "budget", "shadow" and "holdout" (computed, kept from the agent on purpose).
    """

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenCueEnded(CueEvent):
    """What became of a cue kept back as "shadow" or "holdout", once its time was over.

    `outcome` is "done" (the agent did it without being asked), "not_done", or "withdrawn" (the
    final result took its trigger back). Its ending was the `CueSuppressed` before.
    """

    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWithdrawn(CueEvent):
    """The final result did not confirm what the cue rested on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueStoodDown(CueEvent):
    """The agent did it unprompted, before the cue was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueHeeded(CueEvent):
    """The agent did it after the cue was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueDismissed(CueEvent):
    """The agent said "not now"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueExpired(CueEvent):
    """Its time ran out."""


CUE_ENDINGS = (
    CueSuppressed,
    CueWithdrawn,
    CueStoodDown,
    CueHeeded,
    CueDismissed,
    CueExpired,
)
