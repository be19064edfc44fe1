"""When a moment of call time was heard, on this computer's monotonic clock."""

from bisect import bisect_left
from collections import deque

from assist.core.audio import AudioBlock
from assist.core.words import Party

_KEEP_BLOCKS = 3000
"""Five minutes a side: a cue is painted long before that or not at all."""


class StampMap:
    """Remembers each block's stamp, so that a delay can be counted from a word's end.

    Written by the sources' threads (one a side), read by the session thread: appending to a bounded
    deque and copying it are safe side by side.
    """

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self._stamps: dict[Party, deque[tuple[int, int]]] = {
            party: deque(maxlen=_KEEP_BLOCKS) for party in Party
        }

    def add(self, block: AudioBlock, stamp_ns: int) -> None:
        self._stamps[block.party].append((block.end_ms, stamp_ns))

    def heard_ns(self, party: Party, at: int) -> int | None:
        """The clock when call time `at` of a side was captured; None where it is not known."""
        stamps = list(self._stamps[party])
        place = bisect_left(stamps, (at, 0))
        if place == len(stamps):
            return None
        end_ms, stamp_ns = stamps[place]
        return stamp_ns - round((end_ms - at) * 1_000_000 / self._speed)
