"""What the echo filter knows of one side: its levels, its latest words, what was shown of them."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assist.core.audio import BLOCK_MS
from assist.core.events import FinalResult, PartialResult

EARLIEST_LAG_MS, LATEST_LAG_MS = -80, 400
"""A copy's start after its original's: sound cards and the room delay by 10-300 ms, word times
differ by up to 80 ms between two decodings. A repeated word starts later (a short word and the
reaction to it last 400 ms)."""

EARLIEST_GUESS_MS, LATEST_GUESS_MS = -400, 800
"""The same for words of partials, whose times are only known to about 300 ms."""

_PARTIAL_LAG_MS = 150
_WORD_MS = 250
_KEEP_MS = 45_000
_KNOWN_AFTER_WORDS = 5
_TYPICAL_STEP = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A word and when it was said; `is_exact` false for words of partials."""

    text: str
    start: int
    end: int
    is_exact: bool


class Side:
    """One side's memory, of the last minute or so."""

    def __init__(self) -> None:
        self._level_at: list[int] = []
        self._powers: list[float] = []
        self._final: list[Heard] = []
        self._typical_db = 0.0
        self._typical_words = 0
        self.last_end = -LATEST_GUESS_MS
        """Where this side's latest word ends."""
        self.open: list[Heard] = []
        self.settled_words = 0
        """How many of `open` keep their verdict; `settled_drops` are those of them left out."""
        self.settled_drops: set[int] = set()
        self.shown = ""
        self.held: PartialResult | None = None
        """The latest partial, if words of it are not shown yet."""
        self.waiting: FinalResult | None = None
        """A final that waits for the other side's."""

    def hear(self, at: int, dbfs: float) -> None:
        self._level_at.append(at)
        self._powers.append(10 ** (dbfs / 10))
        if self._level_at[0] < at - 2 * _KEEP_MS:
            count = bisect_left(self._level_at, at - _KEEP_MS)
            del self._level_at[:count]
            del self._powers[:count]

    def level(self, start: int, end: int) -> float | None:
        """Level between two times, dBFS, averaged as power; None where nothing was heard.

        A block's length is taken in on either side: word times are not exact, and the loudest part
        of a word counts most in an average of power.
        """
        first = bisect_left(self._level_at, start)
        last = bisect_right(self._level_at, end + BLOCK_MS)
        if first == last:
            return None
        return 10 * math.log10(sum(self._powers[first:last]) / (last - first))

    def below_own(self, level: float | None) -> float | None:
        """How far `level` is below this side's own speech; None until that is known."""
        if level is None or self._typical_words < _KNOWN_AFTER_WORDS:
            return None
        return self._typical_db - level

    def find(self, word: Heard) -> Heard | None:
        """The word on this side that `word` of the other side may be a copy of."""
        for own in (*reversed(self.open), *reversed(self._final)):
            if own.end < word.start - 2 * LATEST_GUESS_MS:
                break
            if own.text != word.text:
                continue
            if own.is_exact and word.is_exact:
                if EARLIEST_LAG_MS <= word.start - own.start <= LATEST_LAG_MS:
                    return own
            elif EARLIEST_GUESS_MS <= word.end - own.end <= LATEST_GUESS_MS:
                return own
        return None

    def spoke(self, start: int, end: int) -> bool:
        """Whether this side said anything between two times."""
        for word in (*reversed(self.open), *reversed(self._final)):
            if word.end <= start:
                return False
            if word.start < end:
                return True
        return False

    def said(self, start: int, end: int) -> list[str]:
        """The words between two times, in order."""
        return [
            word.text
            for word in (*self._final, *self.open)
            if word.end > start and word.start < end
        ]

    def see(self, result: PartialResult) -> None:
        """Take over a partial's words, with times guessed from when each place was filled."""
        texts = result.text.split()
        seen = self.open
        same = 0
        while same < min(len(texts), len(seen)) and texts[same] == seen[same].text:
            same += 1
        self.settle_at_most(same)
        self.open = seen[:same] + [
            replace(seen[number], text=texts[number])
            if number < len(seen)
            else _guessed(
                texts[number], result.at - _PARTIAL_LAG_MS - (len(texts) - 1 - number) * _WORD_MS
            )
            for number in range(same, len(texts))
        ]
        if self.open:
            self.last_end = max(self.last_end, self.open[-1].end)

    def settle(self, dropped: set[int], before: int, at_most: int) -> None:
        """Keep the verdicts on words that ended before a time, of the first `at_most`."""
        count = self.settled_words
        while count < at_most and self.open[count].end < before:
            count += 1
        self.settled_words = count
        self.settled_drops = {number for number in dropped if number < self.settled_words}

    def settle_at_most(self, count: int) -> None:
        """The words from `count` on changed: judge them again."""
        if count < self.settled_words:
            self.settled_words = count
            self.settled_drops = {number for number in self.settled_drops if number < count}

    def close(self, words: Sequence[Heard], dropped: set[int]) -> None:
        """The utterance ended with `words`; the dropped ones are not this side's."""
        own = [word for number, word in enumerate(words) if number not in dropped]
        for word in own:
            level = self.level(word.start, word.end)
            if level is None:
                continue
            self._typical_words += 1
            step = max(_TYPICAL_STEP, 1 / self._typical_words)
            self._typical_db += step * (level - self._typical_db)
        self._final += own
        if self._final:
            self.last_end = max(self.last_end, self._final[-1].end)
            oldest = self._final[-1].end - _KEEP_MS
            self._final = [word for word in self._final if word.end >= oldest]
        self.open = []
        self.settle_at_most(0)
        self.shown = ""
        self.held = None


def _guessed(text: str, end: int) -> Heard:
    return Heard(text=text, start=max(0, end - _WORD_MS), end=max(0, end), is_exact=False)
