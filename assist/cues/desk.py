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
    Output,
    Urgency,
)
from assist.cues.playbook import Attention, Rule


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
    doing: set[str] = field(default_factory=set)
    """Facts of an open utterance that answer it: its clock stops until the final decides."""

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Sorts before others: urgent ones, then by priority, then the earlier one."""
        return (self.rule.urgency is not Urgency.URGENT, -self.rule.priority, self.raised.cue)

    @property
    def is_urgent(self) -> bool:
        return self.rule.urgency is Urgency.URGENT


@dataclass(slots=True)
class _Shown:
    """What the agent has seen of one rule."""

    times: list[int] = field(default_factory=list)


class Desk:
    """Decides which of the live cues are in sight, and keeps count of what was shown.

    Every cue given to `take` gets exactly one ending: suppressed, withdrawn, stood down, heeded,
    dismissed or expired.
    """

    def __init__(self, attention: Attention) -> None:
        self._gap = attention.minimum_gap
        self._live: dict[int, LiveCue] = {}
        self._shown: dict[str, _Shown] = {}
        self._card_at: int | None = None

    @property
    def live(self) -> tuple[LiveCue, ...]:
        """Live cues in the order they were raised."""
        return tuple(self._live.values())

    def has(self, rule: Rule) -> bool:
        """Whether a cue of this rule is live."""
        return any(cue.rule.id == rule.id for cue in self._live.values())

    def shown_count(self, rule: Rule) -> int:
        """How often the agent has seen this rule, what waits counted in."""
        seen = len(self._shown[rule.id].times) if rule.id in self._shown else 0
        return seen + sum(
            cue.rule.id == rule.id and cue.shown_at is None for cue in self._live.values()
        )

    def take(self, cue: LiveCue) -> tuple[Output, ...]:
        """Accept a cue just raised, or suppress it at once."""
        reason = self._objection(cue)
        if reason:
            return (_suppressed(cue, cue.raised.at, reason),)
        self._live[cue.raised.cue] = cue
        return ()

    def _objection(self, cue: LiveCue) -> str:
        rule, now = cue.rule, cue.raised.at
        if self.has(rule):
            return "duplicate"
        times = self._shown[rule.id].times if rule.id in self._shown else []
        if len(times) >= rule.max_per_call:
            return "max_per_call"
        if times and now - times[-1] < rule.cool_down:
            return "cool_down"
        return ""

    def expire(self, now: int) -> tuple[Output, ...]:
        """End what has run out: in sight it expires, unseen it came too late."""
        made: list[Output] = []
        for cue in self.live:
            if cue.doing:
                continue
            if cue.shown_at is None:
                deadline = min(cue.raised.at + cue.rule.late, cue.raised.expires_at)
                if now >= deadline:
                    made.append(_suppressed(cue, now, "too_late"))
                    self._remove(cue)
            elif now >= cue.raised.expires_at:
                made.append(CueExpired(at=now, cue=cue.raised.cue, rule=cue.rule.id))
                self._remove(cue)
        return tuple(made)

    def withdraw(self, cue: LiveCue, now: int) -> Output:
        """The final took back what the cue rested on; it counts as never shown."""
        self._remove(cue)
        if cue.shown_at is not None:
            self._shown[cue.rule.id].times.remove(cue.shown_at)
        return CueWithdrawn(at=now, cue=cue.raised.cue, rule=cue.rule.id)

    def done(self, cue: LiveCue, now: int, *, since: int) -> Output:
        """The agent did what the cue advises; its words were first heard at `since`."""
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
        made = tuple(CueExpired(at=now, cue=cue.raised.cue, rule=cue.rule.id) for cue in self.live)
        self._live.clear()
        return made

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
        self._fill_next(ranked, card, now, made, agent_speaks=agent_speaks)
        return tuple(made)

    def _fill_next(
        self,
        ranked: list[LiveCue],
        card: LiveCue | None,
        now: int,
        made: list[Output],
        *,
        agent_speaks: bool,
    ) -> None:
        waiting = [cue for cue in ranked if cue is not card]
        current = next((cue for cue in waiting if cue.place is Place.NEXT), None)
        best = waiting[0] if waiting else None
        if best is None:
            return
        may_move = best.is_urgent or best.shown_at is not None or not agent_speaks
        if current is not best and card is not None and may_move:
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
        return ""

    def _show(self, cue: LiveCue, place: Place, now: int, made: list[Output]) -> None:
        cue.place = place
        cue.held_for = ""
        if cue.shown_at is None:
            cue.shown_at = now
            self._shown.setdefault(cue.rule.id, _Shown()).times.append(now)
        made.append(CueShown(at=now, cue=cue.raised.cue, rule=cue.rule.id, place=place.value))

    def _remove(self, cue: LiveCue) -> None:
        del self._live[cue.raised.cue]


def _hold(cue: LiveCue, reason: str, now: int, made: list[Output]) -> None:
    """Say once why a cue waits; what is in sight on the next line already is not held."""
    if cue.place is Place.NEXT or cue.held_for:
        return
    cue.held_for = reason
    made.append(CueHeld(at=now, cue=cue.raised.cue, rule=cue.rule.id, reason=reason))


def _suppressed(cue: LiveCue, now: int, reason: str) -> CueSuppressed:
    return CueSuppressed(at=now, cue=cue.raised.cue, rule=cue.rule.id, reason=reason)
