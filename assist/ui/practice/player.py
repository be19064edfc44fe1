"""Plays a call to practise with and keeps the marks. Plain Python: time is given to it."""

from collections.abc import Iterable

from assist.core.events import Event
from assist.core.practice import Deed, PracticeCall, PracticeMark

SPEEDS = (1.0, 1.5, 2.0, 0.75)


class PracticePlayer:
    """Where a played call is. `now` is call time in milliseconds."""

    def __init__(self, call: PracticeCall) -> None:
        self.call = call
        self.now = 0
        self.is_paused = False
        self.speed = SPEEDS[0]
        self.marks: list[PracticeMark] = []
        self._waiting = iter(call.events)
        self._following = next(self._waiting, None)

    @property
    def is_over(self) -> bool:
        return self._following is None

    def advance(self, elapsed_ms: float) -> Iterable[Event]:
        """The events that `elapsed_ms` of the viewer's time bring."""
        if self.is_paused or self.is_over:
            return ()
        self.now = min(self.now + round(elapsed_ms * self.speed), self.call.duration_ms)
        due = []
        while self._following is not None and self._following.at <= self.now:
            due.append(self._following)
            self._following = next(self._waiting, None)
        return due

    def mark(self, deed: Deed | None = None) -> PracticeMark:
        """Somebody would act now."""
        made = PracticeMark(at=self.now, deed=deed)
        self.marks.append(made)
        return made

    def take_back(self) -> PracticeMark | None:
        """Forget the latest mark; None where there is none."""
        return self.marks.pop() if self.marks else None

    def next_speed(self) -> float:
        """Change to the next of the speeds, round and round."""
        self.speed = SPEEDS[(SPEEDS.index(self.speed) + 1) % len(SPEEDS)]
        return self.speed
