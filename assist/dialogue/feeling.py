"""`FeelingCurve`: how the call feels to the customer over time, from words alone (up = better)."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from assist.core.events import (
    CallStarted,
    Detection,
    Event,
    Feeling,
    FeelingChanged,
    FinalResult,
    HistoryKnown,
    Output,
    PauseSet,
    PivotMarked,
    Tick,
    Trend,
)
from assist.core.words import Evidence, Party

_FEELING_STEP = {1: 12.0, 2: 22.0, 3: 34.0}
"""Points one showing of distress takes, by its intensity."""

_GRATITUDE_STEP = {1: 14.0, 2: 26.0, 3: 36.0}
_CONFUSION_STEP = 6.0
_CUSTOMER_STEPS = {
    "leave_cancel": -14.0,
    "ask_supervisor": -12.0,
    "social_media_public": -14.0,
    "legal": -16.0,
    "giving_up": -16.0,
}
_AGENT_STEPS = {
    "empathy": 9.0,
    "apology_ownership": 6.0,
    "confirms_understanding": 4.0,
    "concrete_follow_up": 9.0,
    "thanks": 3.0,
    "dead_end": -10.0,
    "policy": -4.0,
}
"""What the agent says moves the curve only a little: the customer's answer shows what it did."""

REPEAT_BASELINE = -20.0
"""Where a call starts that is not the first one about its problem (lesson F5)."""

_EARLIER_DISTRESS = -12.0
_EARLIER_TROUBLE = -8.0
_EARLIER_THANKS = 5.0
_LOWEST_BASELINE = -30.0
"""What the latest call leaves behind: how it felt, and whether it ended unresolved or at risk.
About half of what the customer saying so would do; people soften what they remember."""

_FORGETS_DAYS = 45
"""Days in which half of that fades: two months on, a bad call is a story more than a mood."""

_HALF_LIFE_MS = 90_000
"""Time in which half of the distance to the baseline fades while nothing is said."""

_FEELING_FADES_MS = 60_000
"""After this long without a sign of it, no feeling is named any more."""

_VISIBLE = 4
"""Points by which the level has to move to be drawn again."""

_TREND_MS = 20_000
_TREND_STEP = 6.0
_PIVOT_STEP = 15.0
"""Points the curve has to come back from a turn before it counts as a pivot."""

_FADE_EVERY_MS = 1_000


@dataclass(frozen=True, slots=True)
class _Point:
    at: int
    level: float


class FeelingCurve:
    """Follows final detections (`handle` takes every event of the call, others are ignored).

    The level is -100 (worst) to 100 (best), 0 where nothing is known. A `FeelingChanged` comes only
    when something visible changed; a `PivotMarked` when the curve has turned, with what the agent
    had said just before the turn. No sound enters it, only words.
    """

    def __init__(self) -> None:
        self._now = 0
        self._level = 0.0
        self._baseline = 0.0
        self._started_at = ""
        self._feeling = Feeling.NONE
        self._intensity = 0
        self._shown_at: int = 0
        self._faded_at = 0
        self._points: list[_Point] = [_Point(0, 0.0)]
        self._told: tuple[Feeling, int, int, Trend] = (Feeling.NONE, 0, 0, Trend.STEADY)
        self._is_repeat = False
        self._felt_in: int | None = None
        """The customer's utterance whose primary feeling is counted already."""
        self._agent_said: list[Evidence] = []
        self._turn = _Point(0, 0.0)
        """The highest or lowest point since the last pivot."""
        self._heading = 0
        self._is_paused = False

    def handle(self, event: Event) -> tuple[Output, ...]:
        """The curve's new point, if this event moved it visibly, and a pivot if it turned."""
        self._now = max(self._now, event.at)
        match event:
            case Tick():
                return self._tick()
            case CallStarted():
                self._started_at = event.started_at
            case HistoryKnown():
                return self._begin_from(event)
            case PauseSet():
                self._is_paused = event.is_deaf
            case FinalResult(party=Party.AGENT) if event.text:
                self._agent_said = [*self._agent_said[-7:], _spoken(event)]
            case Detection(is_final=True):
                return self._detection(event)
        return ()

    def _tick(self) -> tuple[Output, ...]:
        elapsed = self._now - self._faded_at
        if elapsed < _FADE_EVERY_MS:
            return ()
        self._faded_at = self._now
        if self._is_paused:
            return ()
        self._level += (self._baseline - self._level) * (1 - 0.5 ** (elapsed / _HALF_LIFE_MS))
        if self._feeling is not Feeling.NONE and self._now - self._shown_at > _FEELING_FADES_MS:
            self._feeling, self._intensity = Feeling.NONE, 0
        return self._tell(None)

    def _detection(self, event: Detection) -> tuple[Output, ...]:
        if event.party is Party.AGENT:
            step = _AGENT_STEPS.get(event.label, 0.0)
        elif event.label in set(Feeling):
            step = self._feel(event)
        elif event.label == "repeat_contact":
            step = self._repeat()
        else:
            step = _CUSTOMER_STEPS.get(event.label, 0.0)
        if not step:
            return ()
        self._level = min(100.0, max(-100.0, self._level + step))
        self._points = [*self._points[-63:], _Point(self._now, self._level)]
        # Built before the point is told: a pivot lies before the words that revealed it.
        pivot = self._pivot()
        return (*self._tell(event.evidence), *pivot)

    def _feel(self, event: Detection) -> float:
        """The step of a feeling; of several in one utterance only the first, primary one counts."""
        feeling, intensity = Feeling(event.label), int(event.detail or 1)
        utterance = event.evidence.utterance
        if utterance is not None and utterance == self._felt_in:
            return 0.0
        self._felt_in = utterance
        self._feeling, self._intensity, self._shown_at = feeling, intensity, self._now
        if feeling is Feeling.GRATITUDE_RELIEF:
            return _GRATITUDE_STEP[intensity]
        return -_CONFUSION_STEP if feeling is Feeling.CONFUSION else -_FEELING_STEP[intensity]

    def _repeat(self) -> float:
        if self._is_repeat:
            return 0.0
        self._is_repeat = True
        before = self._baseline
        self._baseline = max(_LOWEST_BASELINE, min(before, 0.0) + REPEAT_BASELINE)
        return (self._baseline - before) / 2

    def _begin_from(self, history: HistoryKnown) -> tuple[Output, ...]:
        """Earlier calls set where this one starts: baseline, and level as far as nothing was said.

        Lesson F5: what is experienced now must first overcome the negative.
        """
        shift = earlier_mood(history, self._started_at)
        if not shift:
            return ()
        self._baseline = max(_LOWEST_BASELINE, self._baseline + shift)
        self._level = max(-100.0, self._level + shift)
        self._points = [*self._points[-63:], _Point(self._now, self._level)]
        if self._heading == 0:
            self._turn = _Point(self._now, self._level)  # where it starts is no turn
        return self._tell(None)

    def _trend(self) -> Trend:
        """Where the level has gone within the last seconds."""
        earlier = self._points[0].level
        for point, following in pairwise(self._points):
            if following.at > self._now - _TREND_MS:
                earlier = point.level
                break
        else:
            earlier = self._points[-1].level
        difference = self._level - earlier
        if abs(difference) < _TREND_STEP:
            return Trend.STEADY
        return Trend.BETTER if difference > 0 else Trend.WORSE

    def _tell(self, evidence: Evidence | None) -> tuple[Output, ...]:
        told = (self._feeling, self._intensity, round(self._level), self._trend())
        before = self._told
        is_same_mood = (told[0], told[1], told[3]) == (before[0], before[1], before[3])
        if is_same_mood and abs(told[2] - before[2]) < _VISIBLE:
            return ()
        self._told = told
        return (
            FeelingChanged(
                at=self._now,
                feeling=told[0],
                intensity=told[1],
                level=told[2],
                trend=told[3],
                evidence=evidence,
            ),
        )

    def _pivot(self) -> tuple[Output, ...]:
        """Whether the curve has turned: back by a clear step from its last highest or lowest."""
        level, turn = self._level, self._turn
        if self._heading >= 0 and level <= turn.level - _PIVOT_STEP:
            return self._turned(heading=-1)
        if self._heading <= 0 and level >= turn.level + _PIVOT_STEP:
            return self._turned(heading=1)
        if (level - turn.level) * self._heading > 0:
            self._turn = _Point(self._now, level)
        return ()

    def _turned(self, *, heading: int) -> tuple[Output, ...]:
        before = [said for said in self._agent_said if said.start >= self._turn.at - _TREND_MS]
        was_heading, self._heading = self._heading, heading
        self._turn = _Point(self._now, self._level)
        if was_heading == 0 and len(self._agent_said) < 2:
            # The first fall of a call, before the agent said more than hello, is how it began.
            return ()
        said = before[-1] if before else None
        return (PivotMarked(at=self._now, is_up=heading > 0, evidence=said),)


def earlier_mood(history: HistoryKnown, started_at: str) -> float:
    """Points by which earlier calls move the beginning of a call that started then (ISO 8601)."""
    if not history.calls:
        return 0.0
    feeling = history.last_feeling or Feeling.NONE
    mood = _EARLIER_DISTRESS if feeling.is_distress else 0.0
    if history.last_outcome == "unresolved" or history.was_at_risk:
        mood += _EARLIER_TROUBLE
    if not mood and feeling is Feeling.GRATITUDE_RELIEF:
        mood = _EARLIER_THANKS
    faded: float = 0.5 ** (_days_between(history.last_at, started_at) / _FORGETS_DAYS)
    return mood * faded


def _days_between(earlier: str, later: str) -> float:
    """Days from one wall clock to the other, 0 where one is unknown or they are out of order."""
    try:
        passed = datetime.fromisoformat(later) - datetime.fromisoformat(earlier)
    except (ValueError, TypeError):  # TypeError: only one of them has an offset
        return 0.0
    return max(0.0, passed.total_seconds() / 86_400)


def _spoken(event: FinalResult) -> Evidence:
    return Evidence(
        party=event.party,
        text=event.text,
        start=event.start,
        end=event.end,
        utterance=event.utterance,
    )
