"""`DialogueTracker`: who has the floor, who speaks over whom, silence, pace and talk ratio."""

from collections import deque
from dataclasses import dataclass, field

from assist.core.events import (
    CallEnded,
    CallStarted,
    DeadAir,
    FinalResult,
    Input,
    Output,
    Pace,
    PartialResult,
    PauseSet,
    SideHeard,
    TalkOver,
    TalkRatio,
    Tick,
    TurnStarted,
    VoiceActivity,
)
from assist.core.words import Party

TALK_OVER_MS = 1_500
"""Overlap from which it is reported, and again after each further such stretch. Shorter overlap is
how people take turns; advice starts at 3 s (features.md)."""

DEAD_AIR_MS = 5_000
"""Silence from which it is reported, and again after each further such stretch."""

_PACE_WINDOW_MS = 30_000
"""Pace is that of the turn, at most of its last half minute: how fast somebody spoke before the
other side had its say tells nothing about now."""

_MIN_PACE_SPEECH_MS = 10_000
_MIN_PACE_WORDS = 30
_PACE_STEP = 5
"""Words a minute by which the pace has to change to be said again."""

_PAUSE_MS = 1_000
"""Gaps between words up to this belong to the pace: people breathe. Limits such as 180 words a
minute are meant so; without any gaps ordinary speech is well above them."""


@dataclass(slots=True)
class _Side:
    """What is known of one party. `since` is when its voice set in, None while silent."""

    since: int | None = None
    has_activity: bool = False
    is_heard: bool = True
    spoken_ms: int = 0
    talk_over_reported: int = 0
    pace: int = 0
    recent: deque[tuple[int, int, int]] = field(default_factory=deque)
    """Utterances of the pace window: (end, words, milliseconds of speech)."""


class DialogueTracker:
    """Turns voice activity and results into turns, overlap, silence, pace and talk ratio.

    Where a driver gives no `VoiceActivity` (typed calls), results stand in for it. Paused time and
    time in which a side cannot be heard never counts as silence.
    """

    def __init__(self) -> None:
        self._sides = {party: _Side() for party in Party}
        self._floor: Party | None = None
        self._now = 0
        self._silent_since: int | None = None
        self._dead_air_reported = 0
        self._is_paused = False
        self._ratio = -1

    def handle(self, event: Input) -> tuple[Output, ...]:
        """What this input changes in the dialogue."""
        self._now = max(self._now, event.at)
        match event:
            case CallStarted():
                for party, side in self._sides.items():
                    side.is_heard = party in event.heard
            case VoiceActivity():
                self._sides[event.party].has_activity = True
                return self._voice(event.party, event.at, is_active=event.is_active)
            case PartialResult() if not self._sides[event.party].has_activity:
                if event.text:
                    return self._voice(event.party, event.start, is_active=True)
            case FinalResult():
                return self._final(event)
            case Tick():
                return self._tick()
            case SideHeard():
                self._sides[event.party].is_heard = event.is_heard
                self._sides[event.party].since = None
                self._restart_silence()
            case PauseSet():
                self._is_paused = event.is_deaf
                for side in self._sides.values():
                    side.talk_over_reported = 0
                    side.since = None if side.since is None else self._now
                self._restart_silence()
            case CallEnded():
                self._silent_since = None
                for side in self._sides.values():
                    side.since = None
        return ()

    def _voice(self, party: Party, at: int, *, is_active: bool) -> tuple[Output, ...]:
        """A party's voice set in or fell silent at `at`, which may lie a little in the past."""
        side, other = self._sides[party], self._sides[party.other]
        if is_active == (side.since is not None):
            return ()
        if is_active:
            side.since, side.talk_over_reported = at, 0
            self._silent_since = None
            return self._take_floor(party) if other.since is None else ()
        side.since = None
        other.talk_over_reported = 0
        if other.since is not None:
            # Who speaks on after an overlap has the floor now.
            return self._take_floor(party.other)
        self._silent_since, self._dead_air_reported = at, 0
        return ()

    def _take_floor(self, party: Party) -> tuple[Output, ...]:
        if party is self._floor or self._is_paused:
            return ()
        self._floor = party
        self._sides[party].recent.clear()
        return (TurnStarted(at=self._now, party=party),)

    def _restart_silence(self) -> None:
        """Silence counts from now on, if somebody has spoken yet and nobody speaks."""
        anybody = any(side.since is not None for side in self._sides.values())
        began = self._floor is not None and not anybody
        self._silent_since, self._dead_air_reported = (self._now if began else None), 0

    def _tick(self) -> tuple[Output, ...]:
        if self._is_paused or not all(side.is_heard for side in self._sides.values()):
            return ()
        return (*self._talk_over(), *self._dead_air())

    def _talk_over(self) -> tuple[Output, ...]:
        agent, customer = self._sides[Party.AGENT], self._sides[Party.CUSTOMER]
        if agent.since is None or customer.since is None:
            return ()
        # Who set in later speaks over the other.
        party = Party.AGENT if agent.since >= customer.since else Party.CUSTOMER
        side = self._sides[party]
        start = max(agent.since, customer.since)
        duration = self._now - start
        if duration < side.talk_over_reported + TALK_OVER_MS:
            return ()
        side.talk_over_reported = duration
        return (TalkOver(at=self._now, party=party, start=start, duration_ms=duration),)

    def _dead_air(self) -> tuple[Output, ...]:
        if self._silent_since is None:
            return ()
        duration = self._now - self._silent_since
        if duration < self._dead_air_reported + DEAD_AIR_MS:
            return ()
        self._dead_air_reported = duration // DEAD_AIR_MS * DEAD_AIR_MS
        return (DeadAir(at=self._now, start=self._silent_since, duration_ms=duration),)

    def _final(self, event: FinalResult) -> tuple[Output, ...]:
        side = self._sides[event.party]
        made: list[Output] = []
        if not side.has_activity and event.text:
            made.extend(self._voice(event.party, event.start, is_active=True))
            made.extend(self._voice(event.party, event.end, is_active=False))
        count, speech_ms = _measure(event)
        if self._is_paused or not count:
            return tuple(made)
        side.spoken_ms += speech_ms
        side.recent.append((event.end, count, speech_ms))
        made.extend(self._pace(event.party, side))
        total = sum(each.spoken_ms for each in self._sides.values())
        ratio = round(100 * self._sides[Party.AGENT].spoken_ms / total) if total else 0
        if ratio != self._ratio:
            self._ratio = ratio
            made.append(TalkRatio(at=self._now, agent_percent=ratio))
        return tuple(made)

    def _pace(self, party: Party, side: _Side) -> tuple[Output, ...]:
        newest = side.recent[-1][0]
        while side.recent[0][0] < newest - _PACE_WINDOW_MS:
            side.recent.popleft()
        words = sum(count for _, count, _ in side.recent)
        speech_ms = sum(length for _, _, length in side.recent)
        if words < _MIN_PACE_WORDS or speech_ms < _MIN_PACE_SPEECH_MS:
            return ()
        pace = round(words * 60_000 / speech_ms)
        if abs(pace - side.pace) < _PACE_STEP:
            return ()
        side.pace = pace
        return (Pace(at=self._now, party=party, words_per_minute=pace),)


def _measure(event: FinalResult) -> tuple[int, int]:
    """Words and milliseconds of speech of an utterance, pauses within it left out."""
    if not event.words:
        return len(event.text.split()), max(0, event.end - event.start)
    speech_ms = event.words[-1].end - event.words[0].start
    for before, after in zip(event.words, event.words[1:], strict=False):
        gap = after.start - before.end
        if gap > _PAUSE_MS:
            speech_ms -= gap
    return len(event.words), max(1, speech_ms)
