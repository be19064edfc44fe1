"""Words heard on both sides are kept once: on the side where they are louder and earlier.

The customer's voice leaks from the headset into the agent's microphone, or the agent's comes back
down the line. Such a copy trails its original by up to a few hundred milliseconds and is fainter
than both the original and the side's own speech. Saying something again (a recap, "okay" to an
"okay") is none of this: it comes later, or at the speaker's usual level, and stays.

Levels say only which side a sound came from; nothing about a speaker is read from them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from assist.core.events import CallEnded, FinalResult, Input, PartialResult, Tick
from assist.core.interfaces import RecognizerResult
from assist.core.words import Party
from assist.session.echo_side import LATEST_GUESS_MS, LATEST_LAG_MS, Heard, Side

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
"""So far below the other side's words and below its own speech nobody speaks: never kept."""

HOLD_MS = 300
"""A partial's newest words wait this long when the side is faint beside the other: the copy may
be decoded a step (210 ms) before its original. While the other side speaks they wait for the final
result: a faint copy is often misheard."""

WAIT_MS = 1_500
"""A final with faint words waits so long for the other side's, whose word times are exact."""

SETTLED_MS = 2_000
"""A partial's words older than this are not judged again before the final result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verdict:
    """How a word compares.

    `lag` after its original (None: not found there), `fainter_db` than the other side,
    `below_own_db` than this side's usual speech (None: not known), and whether the other side
    `spoke` meanwhile.
    """

    lag: int | None
    fainter_db: float
    below_own_db: float | None
    spoke: bool = False


_ALONE = _Verdict(lag=None, fainter_db=0.0, below_own_db=None)
"""The verdict on a word spoken while the other side said nothing."""


class EchoFilter:
    """A stage of the call: results in, results out; `hear` keeps it told of both sides' levels."""

    def __init__(self) -> None:
        self._sides = {party: Side() for party in Party}

    def hear(self, party: Party, at: int, dbfs: float) -> None:
        """The level of the block that ended at `at` (peak or average, the same for both sides)."""
        self._sides[party].hear(at, dbfs)

    def handle(self, event: Input) -> tuple[Input, ...]:
        """Results without the words that are the other side's; other inputs pass.

        A `Tick` or `CallEnded` lets go of what was held, which then precedes it.
        """
        if isinstance(event, PartialResult):
            return (*self._waited(event.party, event.at), *self._partial(event))
        if isinstance(event, FinalResult):
            return self._finals(event)
        if isinstance(event, Tick):
            return (*self._released(event.at), event)
        if isinstance(event, CallEnded):
            return (*(late for party in Party for late in self._waited(party, event.at)), event)
        return (event,)

    # --- partial results --------------------------------------------------------------------------

    def _partial(self, result: PartialResult) -> tuple[PartialResult, ...]:
        side = self._sides[result.party]
        side.see(result)
        return self._shown(side, result)

    def _released(self, at: int) -> tuple[RecognizerResult, ...]:
        released: list[RecognizerResult] = []
        for party, side in self._sides.items():
            if side.waiting is not None and at >= side.waiting.at + WAIT_MS:
                released += self._waited(party, at)
            if side.held is not None and at >= side.held.at + HOLD_MS:
                released += self._shown(side, replace(side.held, at=at))
        return tuple(released)

    def _shown(self, side: Side, result: PartialResult) -> tuple[PartialResult, ...]:
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

    @staticmethod
    def _is_doubtful(result: PartialResult, word: Heard, verdict: _Verdict) -> bool:
        """Whether a partial's word may be the other side's, misheard or not yet heard there."""
        own = verdict.below_own_db
        if verdict.fainter_db < FAINTER_DB or (own is not None and own < FAINTER_DB):
            return False
        return verdict.spoke or word.end > result.at - HOLD_MS

    # --- final results ----------------------------------------------------------------------------

    def _finals(self, result: FinalResult) -> tuple[FinalResult, ...]:
        """The final unless it waits, and the other side's that waited for it."""
        side, there = self._sides[result.party], self._sides[result.party.other]
        late = self._waited(result.party, result.at)
        words = _heard(result)
        if there.open and there.waiting is None:
            verdicts = self._verdicts(result.party, words)
            if any(verdict.spoke and verdict.fainter_db >= FAINTER_RUN_DB for verdict in verdicts):
                side.waiting = result
                return late
        final = self._final(result, words)
        return (*late, *final, *self._waited(result.party.other, result.at))

    def _waited(self, party: Party, at: int) -> tuple[FinalResult, ...]:
        """The party's waiting final, judged by what is known now."""
        side = self._sides[party]
        result, side.waiting = side.waiting, None
        if result is None:
            return ()
        return self._final(replace(result, at=at), _heard(result))

    def _final(self, result: FinalResult, words: list[Heard]) -> tuple[FinalResult, ...]:
        side = self._sides[result.party]
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
        self, party: Party, words: Sequence[Heard], verdicts: Sequence[_Verdict], copies: int
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

    def _verdicts(self, party: Party, words: Sequence[Heard]) -> list[_Verdict]:
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
            if original is not None and original.is_exact:
                other = there.level(original.start, original.end)
            else:
                other = there.level(word.start - LATEST_LAG_MS, word.end)
            verdicts.append(
                _Verdict(
                    lag=None if original is None else word.start - original.start,
                    fainter_db=0.0 if level is None or other is None else other - level,
                    below_own_db=here.below_own(level),
                    spoke=not is_alone and there.spoke(word.start - LATEST_LAG_MS, word.end),
                )
            )
        return verdicts


def _heard(result: FinalResult) -> list[Heard]:
    return [
        Heard(text=word.text, start=word.start, end=word.end, is_exact=True)
        for word in result.words
    ]


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
    return (
        verdict.spoke
        and verdict.fainter_db >= DROWNED_DB
        and below is not None
        and below >= DROWNED_OWN_DB
    )


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
