"""The six items that tick themselves when heard."""

from assist.core.events import ChecklistChanged, Detection, Event, Output, PromiseMade
from assist.core.words import Party

ITEMS = (
    "name_used",
    "problem_confirmed",
    "feeling_named",
    "took_ownership",
    "time_promised",
    "thanked",
)
"""The items in the order they are shown."""

_ITEM_OF = {
    "uses_name": "name_used",
    "confirms_understanding": "problem_confirmed",
    "empathy": "feeling_named",
    "apology_ownership": "took_ownership",
    "thanks": "thanked",
}
"""Detections that tick an item. Scripts do not: `canned_empathy`, `thanks_formula`, and an apology
that is one ("sorry for any inconvenience")."""


class Checklist:
    """Counts what the agent did; only finals count, so that a tick is never taken back."""

    def __init__(self) -> None:
        self._counts = dict.fromkeys(ITEMS, 0)

    def handle(self, event: Event) -> tuple[Output, ...]:
        """The item this event ticks, if any. Only the name is counted further."""
        match event:
            case Detection(party=Party.AGENT, is_final=True, detail="formula"):
                return ()
            case Detection(party=Party.AGENT, is_final=True) if event.label in _ITEM_OF:
                return self._tick(event.at, _ITEM_OF[event.label])
            case PromiseMade() if "when" not in event.missing:
                return self._tick(event.at, "time_promised")
        return ()

    def _tick(self, at: int, item: str) -> tuple[Output, ...]:
        self._counts[item] += 1
        if self._counts[item] > 1 and item != "name_used":
            return ()
        return (ChecklistChanged(at=at, item=item, is_done=True, count=self._counts[item]),)
