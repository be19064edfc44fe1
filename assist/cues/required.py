"""Sentences that have to be said: items of the checklist, and what makes them due."""

from dataclasses import dataclass

from assist.core.events import ChecklistChanged, Output
from assist.cues.conditions import Condition, Situation, met


@dataclass(frozen=True, slots=True, kw_only=True)
class Required:
    """A required sentence as checked; `rule` reminds of it, `said` is met when it is heard.

    `trigger` is what it is owed after; None means from the beginning of the call.
    """

    rule: str
    title: str
    said: Condition
    trigger: Condition | None


class RequiredWatch:
    """Puts required sentences on the checklist when they are owed, and ticks them when heard."""

    def __init__(self, required: tuple[Required, ...]) -> None:
        self._waiting = {each.rule: each for each in required}
        self._owed: dict[str, Required] = {}

    def begin(self, at: int) -> tuple[Output, ...]:
        """What is owed from the beginning."""
        return tuple(
            self._owe(each, at) for each in tuple(self._waiting.values()) if each.trigger is None
        )

    def learn(self, situation: Situation) -> tuple[Output, ...]:
        """`situation.fresh` holds what is final only, so that a tick is never taken back."""
        made: list[Output] = []
        for each in tuple(self._waiting.values()):
            if each.trigger is not None and met(each.trigger, situation) is not None:
                made.append(self._owe(each, situation.now))
        for each in tuple(self._owed.values()):
            if met(each.said, situation) is not None:
                del self._owed[each.rule]
                made.append(_item(each, situation.now, is_done=True))
        return tuple(made)

    def _owe(self, each: Required, at: int) -> Output:
        del self._waiting[each.rule]
        self._owed[each.rule] = each
        return _item(each, at, is_done=False)


def _item(each: Required, at: int, *, is_done: bool) -> Output:
    return ChecklistChanged(
        at=at, item=each.rule, is_done=is_done, count=int(is_done), title=each.title
    )
