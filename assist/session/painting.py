"""How long after its words a cue stood on the screen."""

from assist.core.events import CuePainted, CueRaised
from assist.core.words import Party
from assist.session.inbox import Painted
from assist.session.stamps import StampMap


class PaintDelays:
    """Counts from the end of the words that raised a cue; used by the session thread alone."""

    def __init__(self, stamps: StampMap) -> None:
        self._stamps = stamps
        self._triggers: dict[int, tuple[tuple[Party, ...], int]] = {}

    def raised(self, cue: CueRaised) -> None:
        """Note whose words, up to when, raised a cue."""
        said = tuple(e.party for e in cue.evidence if e.party is not None)
        self._triggers[cue.cue] = (said or tuple(Party), cue.trigger_end)

    def painted(self, painted: Painted, now_ms: int) -> tuple[CuePainted, ...]:
        """A cue was painted for the first time; nothing where its words' time is not known."""
        parties, trigger_end = self._triggers.pop(painted.cue, ((), 0))
        for party in parties:
            heard_ns = self._stamps.heard_ns(party, trigger_end)
            if heard_ns is not None:
                delay_ms = max(0, (painted.painted_at_ns - heard_ns) // 1_000_000)
                return (CuePainted(at=now_ms, cue=painted.cue, delay_ms=delay_ms),)
        return ()
