"""Promises as the agent puts them right: typed, not heard."""

from dataclasses import replace
from datetime import datetime, timedelta

from assist.core.due import parse_due
from assist.core.events import (
    CallStarted,
    Event,
    Output,
    PromiseDropped,
    PromiseEdited,
    PromiseMade,
)
from assist.core.tokens import tokenize
from assist.detect.languages import toolkit

_FIRST_BY_HAND = 1000
"""Numbers of promises written by hand: beyond any that a call's detectors give."""


class PromiseEdits:
    """Knows the call's promises; what was edited by hand is no longer changed by what is heard."""

    def __init__(self, language: str) -> None:
        self._tools = toolkit(language)
        self._started: datetime | None = None
        self._promises: dict[int, PromiseMade] = {}
        self._by_hand: set[int] = set()
        self._next = _FIRST_BY_HAND

    def note(self, event: Event) -> None:
        if isinstance(event, CallStarted):
            try:
                self._started = datetime.fromisoformat(event.started_at)
            except ValueError:
                self._started = None  # times typed later mean no moment then
        elif isinstance(event, PromiseMade):
            self._promises[event.promise] = event

    def keeps(self, output: Output) -> bool:
        """Whether what was heard may still say this of a promise."""
        return not (isinstance(output, PromiseMade) and output.promise in self._by_hand)

    def edit(self, edited: PromiseEdited) -> Output | None:
        """What comes of an edit; None where there is no such promise or nothing is promised."""
        before = self._promises.get(edited.promise)
        if edited.is_dropped:
            if before is None:
                return None
            del self._promises[edited.promise]
            self._by_hand.add(edited.promise)
            return PromiseDropped(at=edited.at, promise=edited.promise)
        what, due = edited.what.strip(), edited.due.strip()
        if not what or (before is None and edited.promise >= 0):
            return None
        if before is None:
            before = PromiseMade(at=edited.at, promise=self._next, who="agent", what=what)
            self._next += 1
        who = edited.who.strip() or before.who
        due_at = edited.due_at
        if not due_at:
            due_at = before.due_at if due == before.due else self._moment(due, edited.at)
        made = replace(
            before,
            at=edited.at,
            who=who,
            what=what,
            due=due,
            due_at=due_at,
            missing=() if due else ("when",),
        )
        self._promises[made.promise] = made
        self._by_hand.add(made.promise)
        return made

    def _moment(self, due: str, at: int) -> str:
        if not due or self._started is None:
            return ""
        now = self._started + timedelta(milliseconds=at)
        moment = parse_due(due, now)
        if moment is None:
            tokens = tokenize(due, language=self._tools.language)
            said = self._tools.promises.due(tokens, now)
            moment = None if said is None else said.at
        return "" if moment is None else moment.isoformat(timespec="minutes")
