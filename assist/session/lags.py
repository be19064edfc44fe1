"""Watches how far recognition is behind the sound, and tells it when that is news."""

from collections.abc import Mapping

from assist.core.events import LagChanged
from assist.core.words import Party

_ON_MS = 1_000
_OFF_MS = 500
_STEP_MS = 1_000
"""Falling behind is said from a second on, again with each further second, and when it is over."""


class LagWatch:
    """Turns each side's lag into `LagChanged`, once per news. Pure.

    `told` is what was said last before the engine was restarted.
    """

    def __init__(self, told: Mapping[Party, int]) -> None:
        self._told = dict.fromkeys(Party, 0) | dict(told)

    def lag(self, party: Party, at: int, lag_ms: int) -> tuple[LagChanged, ...]:
        """The side's words came `lag_ms` behind its sound."""
        told = self._told[party]
        is_news = lag_ms >= _ON_MS and abs(lag_ms - told) >= _STEP_MS
        is_over = told > 0 and lag_ms < _OFF_MS
        if not (is_news or is_over):
            return ()
        self._told[party] = 0 if is_over else lag_ms
        return (LagChanged(at=at, party=party, lag_ms=self._told[party]),)
