"""What the sidebar knows beside the card: marks, a guided sequence, knowledge, comparison calls.

Plain Python, no Qt; a part of `callstate.CallState`.
"""

from dataclasses import dataclass, field

from assist.core.events import (
    ComparisonCall,
    CueMarked,
    CueShown,
    Event,
    KnowledgeShown,
    SequenceChanged,
)

MARKABLE_MS = 30_000
"""How long after it was shown a prompt that has left can still be marked by key: the hand comes to
it at the end of the sentence."""

_DONE_SHOWN_MS = 8_000
"""How long a finished sequence stays, to be seen finished."""


@dataclass(slots=True, kw_only=True)
class Guidance:
    """Folded from the call's events by `handle`."""

    comparison: ComparisonCall | None = None
    sequence: SequenceChanged | None = None
    knowledge: KnowledgeShown | None = None
    marks: dict[int, bool] = field(default_factory=dict)
    last_card: int | None = None
    _last_at: int = 0

    def handle(self, event: Event) -> bool:
        """Take in an event; whether it changed anything to be seen here."""
        match event:
            case ComparisonCall():
                self.comparison = event
            case SequenceChanged():
                self.sequence = event
            case KnowledgeShown():
                self.knowledge = event
            case CueMarked():
                self.marks[event.cue] = event.is_right
            case CueShown(place="card"):
                self.last_card, self._last_at = event.cue, event.at
                return False
            case _:
                return False
        return True

    def markable(self, card: int | None, now: int) -> int | None:
        """The cue a key would mark: the one in view, else the last that was, for a while."""
        if card is not None:
            return card
        is_fresh = now - self._last_at <= MARKABLE_MS
        return self.last_card if is_fresh else None

    def sequence_at(self, now: int) -> SequenceChanged | None:
        """The sequence while it is followed, and for a moment when it is finished."""
        found = self.sequence
        if found is None or (found.is_over and now - found.at > _DONE_SHOWN_MS):
            return None
        is_whole = all(step.is_done for step in found.steps)
        return None if found.is_over and not is_whole else found

    def knowledge_at(self, now: int) -> KnowledgeShown | None:
        """The knowledge card until its time is over."""
        found = self.knowledge
        return found if found is not None and now < found.expires_at else None

    def noted(self, card: int | None) -> bool | None:
        """How the last prompt was marked once it has left; None if it was not."""
        if card is not None or self.last_card is None:
            return None
        return self.marks.get(self.last_card)
