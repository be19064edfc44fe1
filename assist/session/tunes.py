"""Hold music and dialled tones on a side: nobody speaks then, and what is recognized is no word."""

from collections import Counter, deque
from collections.abc import Sequence
from statistics import fmean
from typing import Protocol

from assist.audio.activity import GateStep
from assist.core.audio import BLOCK_MS, AudioBlock
from assist.core.events import Input, SideHeard, VoiceActivity
from assist.core.words import Party, Word
from assist.session.announcements import MUSIC as MUSIC_PLAYS

MUSIC = 0.82
"""From this share of steady pitch on it is music. Of 25 min of speech (three corpora, a telephone
call, all of it through a telephone band as well) the highest share was 0.52, of the demo call's
synthetic voice 0.78; of five pieces of chords and bands the lowest was 0.84 after 2.6 s."""

OVER = 0.5
"""Below this share music is over."""

DOUBT = 0.45
"""From this share on it may be music (single plucked notes reach 0.55): doubtful words are none."""

SURE_WORDS, SURE_CONFIDENCE = 3, 0.85
"""So many different words that the model is so sure of are somebody's, music or not."""

FAIR_CONFIDENCE = 0.6
"""In doubt an utterance below this is made up of notes; of real speech over a telephone one in
fifty is, and speech is in doubt for one moment in thirty."""

_KEPT_BLOCKS = 600
"""A minute: longer than any utterance that the model keeps open."""


class Pitch(Protocol):
    """What `audio.music.SteadyPitch` is: the share of a side's sound that keeps its pitch."""

    @property
    def newest(self) -> float | None: ...
    def accept(self, samples: bytes) -> float: ...


class MusicWatch:
    """Follows one party's blocks after its gate; one thread."""

    def __init__(self, party: Party, pitch: Pitch) -> None:
        self._party = party
        self._pitch = pitch
        self._blocks: deque[tuple[int, float, float | None]] = deque(maxlen=_KEPT_BLOCKS)
        """Each block's end in call time, the share up to it, and its own."""
        self._is_voice = False
        self.is_playing = False

    def accept(self, block: AudioBlock, step: GateStep) -> tuple[Input, ...]:
        """The gate's voice changes without those that are music's, and when it begins and ends."""
        share = self._pitch.accept(block.samples)
        self._blocks.append((block.end_ms, share, self._pitch.newest))
        was_voice, was_playing = self._is_voice, self.is_playing
        for event in step.events:
            self._is_voice = event.is_active
        self.is_playing = share >= (OVER if was_playing else MUSIC)
        if not self.is_playing and not was_playing:
            return step.events
        if self.is_playing == was_playing:
            return ()
        heard = SideHeard(
            at=block.end_ms, party=self._party, is_heard=not self.is_playing, reason=MUSIC_PLAYS
        )
        if self.is_playing:
            return (self._change(block, is_active=False), heard) if was_voice else (heard,)
        return (heard, self._change(block, is_active=True)) if self._is_voice else (heard,)

    def made(self, words: Sequence[Word]) -> bool:
        """Whether a closed utterance of these words was music, by its sound and that before it."""
        if not words:
            return False
        shares = [
            (share, own)
            for end_ms, share, own in self._blocks
            if words[0].start < end_ms <= words[-1].end + BLOCK_MS
        ]
        owns = [own for _, own in shares if own is not None]
        highest = max((share for share, _ in shares), default=0.0)
        if highest < DOUBT or not owns or fmean(owns) < DOUBT:
            return False
        confidence = fmean(word.confidence for word in words)
        if highest < MUSIC:
            return confidence < FAIR_CONFIDENCE or _is_one_word(words)
        is_sure = len({word.text for word in words}) >= SURE_WORDS
        return not (is_sure and confidence >= SURE_CONFIDENCE)

    def _change(self, block: AudioBlock, *, is_active: bool) -> VoiceActivity:
        return VoiceActivity(at=block.end_ms, party=self._party, is_active=is_active)


def _is_one_word(words: Sequence[Word]) -> bool:
    """One word alone, or again and again, as notes and dialled tones are taken for."""
    (_, count), *_ = Counter(word.text for word in words).most_common(1)
    return len(words) == 1 or (count >= 4 and 2 * count > len(words))
