"""`Desk`: the attention budget. One card, one next line, the rest waits, each with its reason."""

from dataclasses import dataclass, field
from enum import StrEnum

from assist.core.events import (
    CueDismissed,
    CueExpired,
    CueHeeded,
    CueHeld,
    CueRaised,
    CueShown,
    CueStoodDown,
    CueSuppressed,
    CueWithdrawn,
    HiddenCueEnded,
    Output,
    Urgency,
)
from assist.cues.playbook import BUDGET_MS, Attention
from assist.cues.rules import Rule

_SAME_ADVICE_MS = 20_000
"""Two rules that advise the same within so long are one prompt: the time in which an agent says
what the first asked for. Shorter than the minimum gap, so that it silences no new occasion."""

_DEAREST = 60
"""Priority a cue needs when the budget is all but spent: the rank of a promise without a time.
Below that, what remains is kept for what matters more."""


class Place(StrEnum):
    """Where a live cue is."""

    WAITING = "waiting"
    NEXT = "next"
    CARD = "card"


@dataclass(slots=True)
class LiveCue:
    """A cue that was raised and has not ended. `shown_at` is its first time in sight."""

    rule: Rule
    raised: CueRaised
    facts: frozenset[str]
    place: Place = Place.WAITING
    shown_at: int | None = None
    held_for: str = ""
    waits_for: str = ""
    """What it waits for at present; `held_for` is what was said of it."""
    paid_at: int | None = None
    """When it cost the budget a card."""
    doing: set[str] = field(default_factory=set)
    """Facts of an open utterance that answer it: its clock stops until the final decides."""

    @property
    def rank(self) -> tuple[bool, bool, int, int]:
        """Sorts before others: urgent ones, praise last, by priority, then the earlier one."""
        return (not self.is_urgent, self.is_praise, -self.rule.priority, self.raised.cue)

    @property
    def is_urgent(self) -> bool:
        return self.rule.urgency is Urgency.URGENT

    @property
    def is_praise(self) -> bool:
        return self.rule.urgency is Urgency.PRAISE


@dataclass(slots=True)
class _Shown:
    """What the agent has seen of one rule."""

    times: list[int] = field(default_factory=list)


class Desk:
    """Decides which of the live cues are in sight, and keeps count of what was shown.

    Every cue given to `take` gets exactly one ending: suppressed, withdrawn, stood down, heeded,
    dismissed or expired. One that is kept back on purpose (`hidden_as`) passes the same limits as
    if it were shown, is suppressed, and is then followed until its time is over, so that what the
    agent did without it can be compared.
    """

    def __init__(self, attention: Attention) -> None:
        self._gap = attention.minimum_gap
        self._budget = attention.budget
        self._live: dict[int, LiveCue] = {}
        self._hidden: dict[int, LiveCue] = {}
        self._shown: dict[str, _Shown] = {}
        self._advised: dict[str, tuple[str, int]] = {}
        """By advice: the rule that gave it last, and when."""
        self._cards: list[int] = []
        self._card_at: int | None = None
        self._has_praised = False

    @property
    def live(self) -> tuple[LiveCue, ...]:
        """Live cues in the order they were raised."""
        return tuple(self._live.values())

    @property
    def has_urgent(self) -> bool:
        """Whether something urgent is in sight."""
        return any(cue.is_urgent for cue in self._live.values())

    @property
    def followed(self) -> tuple[LiveCue, ...]:
        """Live cues and those kept back whose time is not over."""
        return (*self._live.values(), *self._hidden.values())

    def has(self, rule: Rule) -> bool:
        """Whether a cue of this rule is live or followed unseen."""
        return any(cue.rule.id == rule.id for cue in self.followed)

    def shown_count(self, rule: Rule) -> int:
        """How often the agent has seen this rule, what waits counted in."""
        seen = len(self._shown[rule.id].times) if rule.id in self._shown else 0
        return seen + sum(
            cue.rule.id == rule.id and cue.shown_at is None for cue in self._live.values()
        )

    def take(
        self, cue: LiveCue, *, hidden_as: str = "", is_done: bool = False
    ) -> tuple[Output, ...]:
        """Accept a cue just raised, or suppress it at once.

        `is_done`: the agent has just done what it asks. `hidden_as` is "shadow" or "holdout".
        """
        rule, now = cue.rule, cue.raised.at
        reason = self._objection(cue, is_done=is_done)
        if reason:
            return (_suppressed(cue, now, reason),)
        if hidden_as:
            # As if it were shown now, or its rule would be raised more often unseen than seen.
            self._shown.setdefault(rule.id, _Shown()).times.append(now)
            cue.shown_at = now
            if rule.stand_down is not None:
                self._hidden[cue.raised.cue] = cue
            return (_suppressed(cue, now, hidden_as),)
        made = tuple(
            self._drop(other, now, "duplicate")
            for other in self.live
            if other.rule.advice == cue.rule.advice
        )
        self._live[cue.raised.cue] = cue
        return made

    def _objection(self, cue: LiveCue, *, is_done: bool) -> str:
        rule, now = cue.rule, cue.raised.at
        if self.has(rule):
            return "duplicate"
        times = self._shown[rule.id].times if rule.id in self._shown else []
        if len(times) >= rule.max_per_call:
            return "max_per_call"
        if times and now - times[-1] < rule.cool_down:
            return "cool_down"
        if is_done:
            return "done"
        if cue.is_praise and (self._has_praised or any(other.is_praise for other in self.live)):
            return "praise_once"
        return "duplicate" if self._is_advised(cue, now) else ""

    def _is_advised(self, cue: LiveCue, now: int) -> bool:
        """Whether another rule says the same: in sight, in front of it, or a moment ago."""
        by, advised = self._advised.get(cue.rule.advice, (cue.rule.id, 0))
        if by != cue.rule.id and now - advised < _SAME_ADVICE_MS:
            return True  # how soon a rule may repeat itself, its cool-down says
        return any(
            other.shown_at is not None or other.rank < cue.rank
            for other in self._live.values()
            if other.rule.advice == cue.rule.advice
        )

    def _drop(self, cue: LiveCue, now: int, reason: str) -> Output:
        """End a cue that was never seen."""
        self._remove(cue)
        return _suppressed(cue, now, reason)

    def expire(self, now: int) -> tuple[Output, ...]:
        """End what has run out: in sight it expires, unseen it came too late."""
        made: list[Output] = []
        for cue in self.live:
            if cue.doing:
                continue
            if cue.shown_at is None:
                deadline = min(cue.raised.at + cue.rule.late, cue.raised.expires_at)
                if now >= deadline:
                    reason = "budget" if cue.waits_for == "budget" else "too_late"
                    made.append(self._drop(cue, now, reason))
            elif now >= cue.raised.expires_at:
                made.append(CueExpired(at=now, cue=cue.raised.cue, rule=cue.rule.id))
                self._remove(cue)
        made.extend(
            self._end_hidden(cue, now, "not_done")
            for cue in tuple(self._hidden.values())
            if now >= cue.raised.at + cue.rule.heeded and not cue.doing
        )
        return tuple(made)

    def _end_hidden(self, cue: LiveCue, now: int, outcome: str) -> Output:
        self._remove(cue)
        return HiddenCueEnded(at=now, cue=cue.raised.cue, rule=cue.rule.id, outcome=outcome)

    def withdraw(self, cue: LiveCue, now: int) -> Output:
        """The final took back what the cue rested on; it counts as never shown."""
        if cue.shown_at is not None:
            self._shown[cue.rule.id].times.remove(cue.shown_at)
            if cue.paid_at is not None:
                self._cards.remove(cue.paid_at)
            if self._advised.get(cue.rule.advice) == (cue.rule.id, cue.shown_at):
                del self._advised[cue.rule.advice]
            self._has_praised = self._has_praised and not cue.is_praise
        if cue.raised.cue in self._hidden:
            return self._end_hidden(cue, now, "withdrawn")
        self._remove(cue)
        return CueWithdrawn(at=now, cue=cue.raised.cue, rule=cue.rule.id)

    def done(self, cue: LiveCue, now: int, *, since: int) -> Output:
        """The agent did what the cue advises; its words were first heard at `since`."""
        if cue.raised.cue in self._hidden:
            is_in_time = since - cue.raised.at <= cue.rule.heeded
            return self._end_hidden(cue, now, "done" if is_in_time else "not_done")
        self._remove(cue)
        number, rule = cue.raised.cue, cue.rule.id
        if cue.shown_at is None:
            return CueStoodDown(at=now, cue=number, rule=rule)
        if since - cue.shown_at <= cue.rule.heeded:
            return CueHeeded(at=now, cue=number, rule=rule)
        return CueExpired(at=now, cue=number, rule=rule)

    def dismiss(self, number: int, now: int) -> tuple[Output, ...]:
        cue = self._live.get(number)
        if cue is None:
            return ()
        self._remove(cue)
        return (CueDismissed(at=now, cue=number, rule=cue.rule.id),)

    def close(self, now: int) -> tuple[Output, ...]:
        """The call is over: everything left expires."""
        made: list[Output] = [
            CueExpired(at=now, cue=cue.raised.cue, rule=cue.rule.id) for cue in self.live
        ]
        self._live.clear()
        made.extend(self._end_hidden(cue, now, "not_done") for cue in tuple(self._hidden.values()))
        return tuple(made)

    def arrange(self, now: int, *, agent_speaks: bool) -> tuple[Output, ...]:
        """Fill card and next line as the budget allows; say what is held, and why."""
        if not self._live:
            return ()
        made: list[Output] = []
        ranked = sorted(
            (cue for cue in self._live.values() if not cue.doing or cue.shown_at is not None),
            key=lambda cue: cue.rank,
        )
        if not ranked:
            return ()
        card = next((cue for cue in ranked if cue.place is Place.CARD), None)
        is_between = False
        if card is None or (ranked[0].is_urgent and not card.is_urgent):
            best = ranked[0]
            reason = self._hold_reason(best, now, agent_speaks=agent_speaks)
            if not reason:
                if card is not None:
                    card.place = Place.WAITING
                self._show(best, Place.CARD, now, made)
                self._card_at = now
                card = best
            else:
                _hold(best, reason, now, made)
                is_between = reason == "minimum_gap"
        # Between two cards the next line is where what comes next can be read already.
        has_place = card is not None or is_between
        self._fill_next(ranked, card, now, made, has_place=has_place, agent_speaks=agent_speaks)
        return tuple(made)

    def _fill_next(
        self,
        ranked: list[LiveCue],
        card: LiveCue | None,
        now: int,
        made: list[Output],
        *,
        has_place: bool,
        agent_speaks: bool,
    ) -> None:
        waiting = []
        for cue in ranked:
            if cue is card:
                continue
            if cue.shown_at is not None or cue.is_urgent or self._can_pay(cue, now):
                waiting.append(cue)
            else:
                _hold(cue, "budget", now, made)
        current = next((cue for cue in waiting if cue.place is Place.NEXT), None)
        best = next((cue for cue in waiting if not cue.is_praise), None)
        if best is None:
            return
        may_move = best.is_urgent or best.shown_at is not None or not agent_speaks
        if current is not best and has_place and may_move:
            if current is not None:
                current.place = Place.WAITING
            self._show(best, Place.NEXT, now, made)
            current = best
        for cue in waiting:
            if cue is not current:
                _hold(cue, "card_taken", now, made)

    def _hold_reason(self, cue: LiveCue, now: int, *, agent_speaks: bool) -> str:
        if cue.is_urgent:
            return ""
        if agent_speaks:
            return "agent_speaking"
        if self._card_at is not None and now - self._card_at < self._gap:
            return "minimum_gap"
        return "" if self._can_pay(cue, now) else "budget"

    def _can_pay(self, cue: LiveCue, now: int) -> bool:
        """Whether the budget has a card left for a cue of this priority.

        The more is spent, the more a cue must matter.
        """
        if cue.paid_at is not None or cue.is_praise:
            return True
        spent = sum(now - at < BUDGET_MS for at in self._cards)
        if spent >= self._budget:
            return False
        return cue.rule.priority * self._budget >= _DEAREST * spent

    def _show(self, cue: LiveCue, place: Place, now: int, made: list[Output]) -> None:
        cue.place = place
        cue.held_for = cue.waits_for = ""
        if cue.shown_at is None:
            cue.shown_at = now
            self._shown.setdefault(cue.rule.id, _Shown()).times.append(now)
            self._advised[cue.rule.advice] = (cue.rule.id, now)
            self._has_praised = self._has_praised or cue.is_praise
        if place is Place.CARD and cue.paid_at is None and not cue.is_praise:
            cue.paid_at = now
            self._cards.append(now)
        made.append(CueShown(at=now, cue=cue.raised.cue, rule=cue.rule.id, place=place.value))

    def _remove(self, cue: LiveCue) -> None:
        self._live.pop(cue.raised.cue, None)
        self._hidden.pop(cue.raised.cue, None)


def _hold(cue: LiveCue, reason: str, now: int, made: list[Output]) -> None:
    """Say once why a cue waits; what is in sight on the next line already is not held."""
    if cue.place is Place.NEXT:
        return
    cue.waits_for = reason
    if cue.held_for:
        return
    cue.held_for = reason
    made.append(CueHeld(at=now, cue=cue.raised.cue, rule=cue.rule.id, reason=reason))


def _suppressed(cue: LiveCue, now: int, reason: str) -> CueSuppressed:
    return CueSuppressed(at=now, cue=cue.raised.cue, rule=cue.rule.id, reason=reason)
