"""What became of each cue of a call, folded from the call's events."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from assist.core.events import (
    CueDismissed,
    CueExpired,
    CueHeeded,
    CueRaised,
    CueShown,
    CueStoodDown,
    CueSuppressed,
    CueWithdrawn,
    Event,
)

_ENDINGS: dict[type[Event], str] = {
    CueSuppressed: "suppressed",
    CueWithdrawn: "withdrawn",
    CueStoodDown: "stood_down",
    CueHeeded: "heeded",
    CueDismissed: "dismissed",
    CueExpired: "expired",
}


@dataclass(slots=True, kw_only=True)
class CueLife:
    """A cue so far. Times are call time; None: not yet, or never.

    `ending` is "suppressed" (then `reason` says why), "withdrawn", "stood_down", "heeded",
    "dismissed", "expired", or "" while the cue stands.
    """

    raised: CueRaised
    shown_at: int | None = None
    ended_at: int | None = None
    ending: str = ""
    reason: str = ""

    @property
    def quote(self) -> str:
        """The words it rests on, each once."""
        return " / ".join(dict.fromkeys(each.text for each in self.raised.evidence))


@dataclass(slots=True)
class CueLives:
    """The cues of one call in the order in which they were raised; other events are passed over."""

    by_number: dict[int, CueLife] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        match event:
            case CueRaised():
                self.by_number[event.cue] = CueLife(raised=event)
            case CueShown():
                life = self.by_number[event.cue]
                life.shown_at = event.at if life.shown_at is None else life.shown_at
            case (
                CueSuppressed()
                | CueWithdrawn()
                | CueStoodDown()
                | CueHeeded()
                | CueDismissed()
                | CueExpired()
            ):
                life = self.by_number[event.cue]
                life.ending, life.ended_at = _ENDINGS[type(event)], event.at
                life.reason = event.reason if isinstance(event, CueSuppressed) else ""


def cue_lives(events: Iterable[Event]) -> list[CueLife]:
    """Every cue that these events tell of."""
    lives = CueLives()
    for event in events:
        lives.take(event)
    return list(lives.by_number.values())
