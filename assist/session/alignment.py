"""Brings what was heard on both sides into the order in which it was said."""

from collections.abc import Callable, Iterator, Mapping

from assist.core.audio import BLOCK_MS
from assist.core.words import Party
from assist.session.listener import Heard

ALIGN_MS = 2_000
"""A side's news waits for earlier sound of the other that is still being recognized, so that turns
and talk-over are judged in the order things were said; but not for a side this far behind: late
prompts are worse than a turn misjudged."""


class Alignment:
    """Holds back a side's news while the other side's earlier sound is being recognized.

    `captured_ms` tells up to which call time a party's sound has been captured. Each side's news is
    added in order. With `is_patient` no side is ever too far behind: a played recording then comes
    in the very same order however slow the computer is.
    """

    def __init__(
        self,
        parties: Mapping[Party, int],
        captured_ms: Callable[[Party], int],
        *,
        is_patient: bool = False,
    ) -> None:
        """`parties` are the sides that are heard, with the call time each begins at."""
        self._captured_ms = captured_ms
        self._longest_ms = None if is_patient else ALIGN_MS
        self._recognized = dict(parties)
        self._open = set(parties)
        self._waiting: list[Heard] = []

    def add(self, heard: Heard) -> None:
        self._waiting.append(heard)
        self._recognized[heard.party] = heard.end_ms

    def close(self, party: Party) -> None:
        """Nothing more will come of this side: nobody waits for it."""
        self._open.discard(party)

    def take(self) -> Iterator[Heard]:
        """What need not wait any longer, the earliest sound first and the agent's before the
        customer's."""
        while self._waiting:
            heard = min(self._waiting, key=_place)
            if self._must_wait(heard):
                return
            self._waiting.remove(heard)
            yield heard

    def _must_wait(self, heard: Heard) -> bool:
        other = heard.party.other
        if other not in self._open:
            return False
        captured = min(heard.end_ms, self._captured_ms(other))
        behind = captured - self._recognized[other]
        return behind >= BLOCK_MS and (self._longest_ms is None or behind <= self._longest_ms)


def _place(heard: Heard) -> tuple[int, bool]:
    return heard.end_ms, heard.party is not Party.AGENT
