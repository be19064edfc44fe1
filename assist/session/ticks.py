"""The ticks of a call: time passing, told as events."""

from collections.abc import Callable, Iterator

from assist.core.events import Tick

TICK_MS = 100

_AWAY_MS, _AWAY_STEP_MS = 10_000, 1_000
"""What lies further back than this was not listened to at all (the call was put away, the computer
asleep): nobody saw what would have changed each tenth of a second."""


class Ticks:
    """Which ticks are due. `start_ms` is the call time from which on they are told. Pure."""

    def __init__(self, start_ms: int) -> None:
        self._next_ms = (start_ms // TICK_MS + 1) * TICK_MS

    def until(self, now_ms: int, handled_ms: Callable[[], int]) -> Iterator[Tick]:
        """The ticks up to `now_ms`, none before `handled_ms`, the latest call time handled."""
        while self._next_ms <= now_ms:
            # Never twice the same: a side's news may have moved call time past this tick.
            at = max(self._next_ms, handled_ms())
            yield Tick(at=at)
            step = TICK_MS if now_ms - at < _AWAY_MS else _AWAY_STEP_MS
            self._next_ms = (at // step + 1) * step
