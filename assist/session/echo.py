"""Words heard on both sides are kept once: on the side where they are louder and earlier.

The customer's voice leaks from the headset into the agent's microphone, or the agent's comes back
down the line. Such a copy trails its original by up to a few hundred milliseconds and is fainter
than both the original and the side's own speech. Saying something again (a recap, "okay" to an
"okay") is none of this: it comes later, or at the speaker's usual level, and stays.

Levels say only which side a sound came from; nothing about a speaker is read from them.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from assist.core.audio import BLOCK_MS
from assist.core.events import FinalResult, Input, PartialResult, Tick
from assist.core.words import Party

EARLIEST_LAG_MS, LATEST_LAG_MS = -80, 400
"""A copy's start after its original's: sound cards and the room delay by 10-300 ms, word times
differ by up to 80 ms between two decodings. A repeated word starts later (a short word and the
reaction to it last 400 ms)."""

EARLIEST_GUESS_MS, LATEST_GUESS_MS = -400, 800
"""The same for words of partials, whose times are only known to about 300 ms."""

FAINTER_DB = 6.0
"""A copy is at least this much below its original and below its side's own speech."""

FAINTER_UNKNOWN_DB = 12.0
"""Asked of the first words of a side, whose usual level is not known yet."""

FAINTER_RUN_DB = 3.0
RUN_WORDS = 3
"""So many words in a row with the same lag are no coincidence; then little difference is enough."""

SAME_LAG_MS = 120
COPIED_SHARE = 0.5
"""When this share of an utterance (or of its faint words) is found on the other side, the rest of
its faint words are the same sound, misheard."""

DROWNED_DB, DROWNED_OWN_DB = 20.0, 15.0
"""So far below the other side and below its own speech nobody speaks; such words are never kept."""

HOLD_MS = 300
"""A partial's newest words wait this long when the side is faint beside the other: the copy may
be decoded a step (210 ms) before its original. While the other side speaks they wait for the final
result: a faint copy is often misheard."""

SETTLED_MS = 2_000
"""A partial's words older than this are not judged again before the final result."""

_PARTIAL_LAG_MS = 150
_WORD_MS = 250
_KEEP_MS = 45_000
_KNOWN_AFTER_WORDS = 5
_TYPICAL_STEP = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    """A word and when it was said; `is_exact` false for words of partials."""

    text: str
    start: int
    end: int
    is_exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verdict:
    """How a word compares: `lag` after its original (None: not found there), `fainter_db` than the
    other side, `below_own_db` than this side's usual speech (None: not known)."""

    lag: int | None
    fainter_db: float
    below_own_db: float | None


_ALONE = _Verdict(lag=None, fainter_db=0.0, below_own_db=None)
"""The verdict on a word spoken while the other side said nothing."""


class EchoFilter:
    """A stage of the call: results in, results out; `hear` keeps it told of both sides' levels."""

    def __init__(self) -> None:
        self._sides = {party: _Side() for party in Party}

    def hear(self, party: Party, at: int, dbfs: float) -> None:
        """The level of the block that ended at `at` (peak or average, the same for both sides)."""
        self._sides[party].hear(at, dbfs)

    def handle(self, event: Input) -> tuple[Input, ...]:
        """Results without the words that are the other side's; other inputs pass.

        A `Tick` lets go of held words, so it may be preceded by a `PartialResult`.
        """
        if isinstance(event, PartialResult):
            return self._partial(event)
        if isinstance(event, FinalResult):
            return self._final(event)
        if isinstance(event, Tick):
            return (*self._released(event.at), event)
        return (event,)

    # --- partial results --------------------------------------------------------------------------

    def _partial(self, result: PartialResult) -> tuple[PartialResult, ...]:
        side = self._sides[result.party]
        side.see(result)
        return self._shown(side, result)

    def _released(self, at: int) -> tuple[PartialResult, ...]:
        released: list[PartialResult] = []
        for side in self._sides.values():
            if side.held is not None and at >= side.held.at + HOLD_MS:
                released += self._shown(side, replace(side.held, at=at))
        return tuple(released)

    def _shown(self, side: "_Side", result: PartialResult) -> tuple[PartialResult, ...]:
        """The partial without echo, if that changes what was shown of the utterance."""
        first = side.settled_words
        verdicts = self._verdicts(result.party, side.open[first:])
        dropped = {first + number for number in _echoes(verdicts)} | side.settled_drops
        shown = next(
            (
                first + number
                for number, verdict in enumerate(verdicts)
                if first + number not in dropped
                and self._is_doubtful(result, side.open[first + number], verdict)
            ),
            len(side.open),
        )
        side.held = result if shown < len(side.open) else None
        side.settle(dropped, result.at - SETTLED_MS, shown)
        text = " ".join(
            word.text for number, word in enumerate(side.open[:shown]) if number not in dropped
        )
        if text == side.shown:
            return ()
        side.shown = text
        return (result if text == result.text else replace(result, text=text),)

    def _is_doubtful(self, result: PartialResult, word: _Heard, verdict: _Verdict) -> bool:
        """Whether a partial's word may be the other side's, misheard or not yet heard there."""
        own = verdict.below_own_db
        if verdict.fainter_db < FAINTER_DB or (own is not None and own < FAINTER_DB):
            return False
        there = self._sides[result.party.other]
        return word.end > result.at - HOLD_MS or there.spoke(
            word.start + EARLIEST_GUESS_MS, word.end
        )

    # --- final results ----------------------------------------------------------------------------

    def _final(self, result: FinalResult) -> tuple[FinalResult, ...]:
        side = self._sides[result.party]
        words = [
            _Heard(text=word.text, start=word.start, end=word.end, is_exact=True)
            for word in result.words
        ]
        verdicts = self._verdicts(result.party, words)
        dropped = _echoes(verdicts)
        dropped |= self._misheard(result.party, words, verdicts, len(dropped))
        kept = tuple(word for number, word in enumerate(result.words) if number not in dropped)
        was_shown = bool(side.shown)
        side.close(words, dropped)
        if dropped:
            result = replace(
                result,
                start=kept[0].start if kept else result.start,
                end=kept[-1].end if kept else result.end,
                text=" ".join(word.text for word in kept),
                words=kept,
            )
        if not result.text and not was_shown:
            return ()
        return (result,)

    def _misheard(
        self, party: Party, words: Sequence[_Heard], verdicts: Sequence[_Verdict], copies: int
    ) -> set[int]:
        """The words that are the other side's sound, recognized as something else."""
        if copies and copies >= COPIED_SHARE * len(words):
            return {n for n, verdict in enumerate(verdicts) if verdict.fainter_db >= FAINTER_DB}
        faint = [number for number, verdict in enumerate(verdicts) if _is_faint(verdict)]
        if not faint:
            return set()
        found = sum(verdicts[number].lag is not None for number in faint)
        if found >= COPIED_SHARE * len(faint):
            return set(faint)
        start, end = words[faint[0]].start, words[faint[-1]].end
        there = self._sides[party.other].said(start - LATEST_LAG_MS, end)
        here = " ".join(words[number].text for number in faint)
        alike = SequenceMatcher(None, here, " ".join(there), autojunk=False).ratio()
        # Two words' letters are alike too easily; longer stretches are not.
        return set(faint) if len(faint) >= RUN_WORDS and alike >= COPIED_SHARE else set()

    # --- comparing --------------------------------------------------------------------------------

    def _verdicts(self, party: Party, words: Sequence[_Heard]) -> list[_Verdict]:
        here, there = self._sides[party], self._sides[party.other]
        if not words:
            return []
        # Turn by turn is the rule: then only the newest words need a look, at the levels.
        is_alone = there.last_end < words[0].start - LATEST_GUESS_MS
        newest = words[-1].end - HOLD_MS
        verdicts: list[_Verdict] = []
        for word in words:
            if is_alone and word.end <= newest:
                verdicts.append(_ALONE)
                continue
            original = None if is_alone else there.find(word)
            level = here.level(word.start, word.end)
            if original is None:
                other = there.level(word.start - LATEST_LAG_MS, word.end)
            else:
                other = there.level(original.start, original.end)
            verdicts.append(
                _Verdict(
                    lag=None if original is None else word.start - original.start,
                    fainter_db=0.0 if level is None or other is None else other - level,
                    below_own_db=here.below_own(level),
                )
            )
        return verdicts


def _echoes(verdicts: Sequence[_Verdict]) -> set[int]:
    """The words that are copies of the other side's."""
    copies = {
        number
        for run in _runs(verdicts)
        for number in run
        if _is_faint(verdicts[number])
        or (len(run) >= RUN_WORDS and verdicts[number].fainter_db >= FAINTER_RUN_DB)
    }
    return copies | {number for number, verdict in enumerate(verdicts) if _is_drowned(verdict)}


def _is_faint(verdict: _Verdict) -> bool:
    if verdict.below_own_db is None:
        return verdict.fainter_db >= FAINTER_UNKNOWN_DB
    return min(verdict.fainter_db, verdict.below_own_db) >= FAINTER_DB


def _is_drowned(verdict: _Verdict) -> bool:
    """Too faint for own speech, whatever was recognized in it."""
    below = verdict.below_own_db
    return verdict.fainter_db >= DROWNED_DB and below is not None and below >= DROWNED_OWN_DB


def _runs(verdicts: Sequence[_Verdict]) -> list[list[int]]:
    """Words found on the other side at about the same lag, at most one word apart."""
    runs: list[list[int]] = []
    lag_before = 0
    for number, verdict in enumerate(verdicts):
        if verdict.lag is None:
            continue
        is_near = bool(runs) and number - runs[-1][-1] <= 2
        if is_near and abs(verdict.lag - lag_before) <= SAME_LAG_MS:
            runs[-1].append(number)
        else:
            runs.append([number])
        lag_before = verdict.lag
    return runs


class _Side:
    """What is known of one side: its levels, its latest words, what was shown of the open ones."""

    def __init__(self) -> None:
        self._level_at: list[int] = []
        self._powers: list[float] = []
        self._final: list[_Heard] = []
        self._typical_db = 0.0
        self._typical_words = 0
        self.last_end = -LATEST_GUESS_MS
        """Where this side's latest word ends."""
        self.open: list[_Heard] = []
        self.settled_words = 0
        """How many of `open` keep their verdict; `settled_drops` are those of them left out."""
        self.settled_drops: set[int] = set()
        self.shown = ""
        self.held: PartialResult | None = None

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

    def find(self, word: _Heard) -> _Heard | None:
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
        words = self.open or self._final
        return any(word.end > start and word.start < end for word in reversed(words))

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

    def close(self, words: Sequence[_Heard], dropped: set[int]) -> None:
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


def _guessed(text: str, end: int) -> _Heard:
    return _Heard(text=text, start=max(0, end - _WORD_MS), end=max(0, end), is_exact=False)
