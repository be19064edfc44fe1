"""One side's way from sound to words in call time: voice gate, recognizer, time map."""

from bisect import bisect_right
from dataclasses import replace

from assist.audio.activity import GateStep, VoiceGate
from assist.core.audio import SAMPLES_PER_MS, AudioBlock
from assist.core.events import FinalResult, Input, PartialResult
from assist.core.interfaces import Recognizer, RecognizerResult
from assist.core.words import Party, Word
from assist.session.tunes import MusicWatch, Pitch

FILLERS = frozenset(
    {"a", "ah", "and", "eh", "er", "erm", "hm", "hmm", "huh", "i", "mhm", "mm", "oh", "the"}
    | {"to", "uh", "uhm", "um", "[noise]", "[laughter]", "<unk>", "[unk]"}
)
"""What English models report for breath, clicks and line noise when nothing was said."""

SURE_FILLER = 0.7
"""From this confidence on a lone filler is believed ("uh" is sometimes really said)."""

_MAX_GHOST_WORDS = 2

_MODEL_STEP = 30 * SAMPLES_PER_MS
"""Vosk models judge one moment every 30 ms (three frames), counted from the first fed sample."""


class ChannelRecognizer:
    """Turns one party's blocks into `VoiceActivity`, `PartialResult` and `FinalResult`.

    Times are call time. Everything happens in the calling thread, which must be the one that made
    `recognizer`. `gate` None feeds everything. `music` looks out for hold music and dialled tones:
    nobody speaks while they play, and words count only where they are surely some. A resumed call
    counts on from `first_index` (added to each block's sample index) and `first_utterance`.
    """

    def __init__(
        self,
        party: Party,
        recognizer: Recognizer,
        *,
        gate: VoiceGate | None,
        music: Pitch | None = None,
        first_index: int = 0,
        first_utterance: int = 0,
    ) -> None:
        self._party = party
        self._recognizer = recognizer
        self._gate = gate
        self._music = None if music is None else MusicWatch(party, music)
        self._first_index = first_index
        self._first_utterance = first_utterance
        self._times = _TimeMap()
        self._shown = ""
        """Text of the open utterance as last emitted."""
        self._is_open = False
        """Whether the recognizer holds words that it has not closed yet."""
        self._end_ms = first_index // SAMPLES_PER_MS

    @property
    def fed_samples(self) -> int:
        """Samples given to the recognizer so far: what recognition costs."""
        return self._times.fed

    def accept(self, block: AudioBlock) -> tuple[Input, ...]:
        """The block's voice changes first, then its results."""
        if self._first_index:
            block = replace(block, index=block.index + self._first_index)
        self._end_ms = block.end_ms
        if self._gate is None:
            return self._feed(block.samples, block.index)
        step: GateStep = self._gate.accept(block)
        outputs: tuple[Input, ...] = step.events
        if self._music is not None:
            outputs = self._music.accept(block, step)
        if step.feed:
            outputs += self._feed(step.feed, step.feed_index)
        if step.close and self._is_open:
            # Only with words open: closing throws away what the model has adapted to, and the
            # recognizer's own endpoint usually came first.
            outputs += self._placed(self._recognizer.close_utterance())
            self._times.restart()
        return outputs

    def finish(self) -> tuple[Input, ...]:
        """No more sound will come: the last utterance."""
        events: tuple[Input, ...] = () if self._gate is None else self._gate.finish().events
        if self._music is not None and self._music.is_playing:
            events = ()
        return events + self._placed(self._recognizer.close_utterance())

    def _feed(self, samples: bytes, index: int) -> tuple[Input, ...]:
        skipped = self._times.misfit(index)
        if 2 * skipped < len(samples):
            samples, index = samples[2 * skipped :], index + skipped
        self._times.feed(index, len(samples) // 2)
        return self._placed(self._recognizer.accept(samples))

    def _placed(self, results: tuple[RecognizerResult, ...]) -> tuple[Input, ...]:
        """Results in call time, without ghost words."""
        outputs: list[Input] = []
        for result in results:
            if isinstance(result, PartialResult):
                outputs += self._placed_partial(result)
            else:
                outputs += self._placed_final(result)
        return tuple(outputs)

    def _placed_partial(self, result: PartialResult) -> tuple[PartialResult, ...]:
        self._is_open = bool(result.text)
        if self._music is not None and self._music.is_playing:
            return ()
        # A filler alone waits for company; a shown text is always kept up to date.
        if result.text == self._shown or (not self._shown and _is_filler(result.text)):
            return ()
        self._shown = result.text
        return (
            replace(
                result,
                at=self._end_ms,
                utterance=self._first_utterance + result.utterance,
                start=min(self._times.start_ms(result.start), self._end_ms),
            ),
        )

    def _placed_final(self, result: FinalResult) -> tuple[FinalResult, ...]:
        was_shown = bool(self._shown)
        self._shown = ""
        self._is_open = False
        words = tuple(
            replace(
                word,
                start=self._times.start_ms(word.start),
                end=self._times.end_ms(word.end),
            )
            for word in result.words
        )
        text = result.text
        is_music = self._music is not None and self._music.made(words)
        if is_music or _is_ghost(text, words):
            text, words = "", ()
        start = words[0].start if words else self._times.start_ms(result.start)
        end = words[-1].end if words else self._end_ms
        self._times.forget_before(result.at)
        if not text and not was_shown:
            return ()
        return (
            FinalResult(
                at=self._end_ms,
                party=self._party,
                utterance=self._first_utterance + result.utterance,
                start=min(start, self._end_ms),
                end=min(max(start, end), self._end_ms),
                text=text,
                words=words,
            ),
        )


def _is_filler(text: str) -> bool:
    parts = text.split()
    return 0 < len(parts) <= _MAX_GHOST_WORDS and all(part in FILLERS for part in parts)


def _is_ghost(text: str, words: tuple[Word, ...]) -> bool:
    """A filler or two alone, of which the model itself is not sure."""
    return _is_filler(text) and all(word.confidence < SURE_FILLER for word in words)


class _TimeMap:
    """From the recognizer's time (what it was fed, without gaps) back to call time.

    Each segment is a stretch fed without a gap: (first fed sample, its index in the call).
    """

    def __init__(self) -> None:
        self._fed_at: list[int] = []
        self._call_at: list[int] = []
        self.fed = 0
        self._restarted_at = 0
        self._next_index = -1

    def misfit(self, index: int) -> int:
        """How many samples to leave out at a seam so that the model looks at the very same moments
        as it would without the gap: otherwise words that sound alike come out differently."""
        is_seam = index != self._next_index or self.fed == self._restarted_at
        return (self.fed - self._restarted_at - index) % _MODEL_STEP if is_seam else 0

    def restart(self) -> None:
        """The model begins anew with the next sample: so do its steps."""
        self._restarted_at = self.fed

    def feed(self, index: int, count: int) -> None:
        """`count` samples are fed, the first being number `index` of the call."""
        if index != self._next_index:
            self._fed_at.append(self.fed)
            self._call_at.append(index)
        self.fed += count
        self._next_index = index + count

    def start_ms(self, recognizer_ms: int) -> int:
        """A beginning: at a seam it belongs to the later segment."""
        sample = recognizer_ms * SAMPLES_PER_MS
        return self._call_ms(sample, bisect_right(self._fed_at, sample) - 1)

    def end_ms(self, recognizer_ms: int) -> int:
        """An end: at a seam it belongs to the earlier segment."""
        sample = recognizer_ms * SAMPLES_PER_MS
        return self._call_ms(sample, bisect_right(self._fed_at, sample - 1) - 1)

    def forget_before(self, recognizer_ms: int) -> None:
        """Drop segments that no later word can lie in (kept: the one before, for late words)."""
        at = bisect_right(self._fed_at, recognizer_ms * SAMPLES_PER_MS) - 2
        if at > 0:
            del self._fed_at[:at]
            del self._call_at[:at]

    def _call_ms(self, sample: int, segment: int) -> int:
        if not self._fed_at:
            return 0
        segment = max(0, segment)
        return (self._call_at[segment] + sample - self._fed_at[segment]) // SAMPLES_PER_MS
