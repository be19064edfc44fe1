"""Voice activity: which stretches of a side are worth recognizing, and when a voice is there.

Looks for the *presence* of a voice only, by how far six frequency bands rise above the noise that
was there before, and by whether the sound changes as speech does. Nothing else is derived.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assist.core.audio import BLOCK_MS, SAMPLE_RATE, SAMPLES_PER_MS, AudioBlock
from assist.core.events import VoiceActivity
from assist.core.words import Party

Levels = npt.NDArray[np.float64]
"""Shape (frames, bands) or (bands,): power in dB below full scale."""

FRAME_MS = 10
_HOP = FRAME_MS * SAMPLES_PER_MS
_WINDOW = 2 * _HOP
_BLOCK_FRAMES = BLOCK_MS // FRAME_MS

LEAD_MS = 300
"""Sound kept from before a voice sets in: unvoiced first consonants are too faint to be noticed."""

TRAIL_MS = 600
"""Sound fed after the last of a voice; then the utterance is closed, if the model has not ended it
itself. The models' own rule is 0.5 s of silence, told by themselves at a median of 0.76 s: closing
costs less and gives the final sooner, and the words stayed the same (400-1000 ms tried). Up to
400 ms of it may be the end of a word, too faint to be noticed in noise."""

OFFSET_MS = 300
"""A voice is over after this long without it; stops and short hesitations last less."""

_ONSET_FRAMES, _ONSET_OF = 5, 12
"""A voice sets in with this many voiced frames among the last so many: 50 ms of 120. A click with
its echo in the window is 3 frames, the shortest word is over 100 ms."""

_HISTORY = (1 << _ONSET_OF) - 1

_EDGES_HZ = (200, 400, 700, 1100, 1700, 2500, 3800)
"""Telephone band without mains hum and its strong harmonics; narrower below, as hearing is."""

_QUIETEST_DB = -84.0
"""Noise below this is counted as this (16-bit rounding is at -98 dBFS, headsets above -70)."""

_LOUDEST_DB = -30.0
"""Noise is never believed to be louder, so that a loud voice always passes."""

_FIRST_DB = -55.0
"""The same in the first moments, when the sound so far may all be voice."""
_FIRST_BLOCKS = 10

_MEMORY_BLOCKS = 20
"""The noise is the quietest of the last 2 s: even fluent speech has gaps within that."""

_MEAN_RISE_DB = 6.5
_BAND_RISE_DB = 13.0
"""A frame is voiced if the bands rise this far above the noise on average, or one band alone does.
Steady noise has a mean rise of 2-5 dB here, because the noise level is taken from quiet frames."""

_STEADY_BLOCKS = 6
_STEADY_DB = 5.0
"""Sound is steady (noise that sets in, a tone) when no band's level moved more than this in 0.6 s.
Speech moves over 6 dB in at least one band within that; white noise seldom moves 4 dB."""

_TONAL_SHARE = 0.95
"""A frame is tonal when two narrow peaks hold this share of its power. While three of four frames
are (a tone's beginning and end are not), onset waits until the sound changes, ends or proves
steady."""
_TONAL_WAIT_MS = 800
"""Longest wait; busy and dialled tones are shorter, longer ones have proved steady by then."""

_TONE_DB = 3.0
"""A tone's peak keeps its level within this; a voice's, however pure, swells and fades more. So a
short "no" over the telephone is only late, not lost."""

_KEPT = (LEAD_MS + _TONAL_WAIT_MS + 2 * _ONSET_OF * FRAME_MS + BLOCK_MS) * SAMPLES_PER_MS
_FULL_SCALE = 32768.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GateStep:
    """What to do with one block.

    `feed` is what the recognizer gets (16-bit mono, maybe empty), `feed_index` the number of its
    first sample within the side. `close` says that nothing will follow for a while: close the
    utterance after feeding. An event's `at` is when the voice set in or fell silent, which is up to
    some 0.9 s (mostly 0.1 s) before the block that told so.
    """

    feed: bytes
    feed_index: int
    close: bool
    events: tuple[VoiceActivity, ...]


class VoiceGate:
    """The gate of one side: blocks of `BLOCK_MS` in, in order; what to recognize out.

    A jump in the blocks' index is taken as it is. Costs about 0.1 ms a block.
    """

    def __init__(self, party: Party) -> None:
        self._party = party
        self._window = np.hanning(_WINDOW + 1)[:-1].astype(np.float32)
        self._scale = 2.0 / (_WINDOW * float(np.sum(self._window**2)) * _FULL_SCALE**2)
        edges = [hz * _WINDOW // SAMPLE_RATE for hz in _EDGES_HZ]
        self._first_bin, self._last_bin = edges[0], edges[-1]
        self._band_starts = [edge - edges[0] for edge in edges[:-1]]
        self._before = np.zeros(_WINDOW - _HOP, np.int16)
        self._kept = bytearray()
        self._end = 0
        self._fed_until = 0
        self._quiet: deque[Levels] = deque(maxlen=_MEMORY_BLOCKS)
        self._blocks: deque[Levels] = deque(maxlen=_STEADY_BLOCKS)
        self._seen_blocks = 0
        self._history = 0
        self._tonal_history = 0
        self._held_since_ms: int | None = None
        self._peaks: deque[float] = deque(maxlen=2 * _TONAL_WAIT_MS // FRAME_MS)
        self._voiced_until_ms = 0
        self._is_active = False
        self._is_feeding = False

    def accept(self, block: AudioBlock) -> GateStep:
        """What to do with the next block."""
        if block.index != self._end:
            self._before = np.zeros(_WINDOW - _HOP, np.int16)
            self._kept.clear()
            self._end = self._fed_until = block.index
        events = self._follow(block)
        self._kept += block.samples
        self._end += block.count
        del self._kept[: max(0, len(self._kept) - 2 * _KEPT)]
        first = self._end - len(self._kept) // 2
        if self._is_active and not self._is_feeding:
            self._is_feeding = True
            onset = next(event.at for event in events if event.is_active)
            self._fed_until = max(self._fed_until, first, (onset - LEAD_MS) * SAMPLES_PER_MS)
        if not self._is_feeding:
            return GateStep(feed=b"", feed_index=self._end, close=False, events=events)
        feed_index, self._fed_until = self._fed_until, self._end
        self._is_feeding = (
            self._is_active or self._end < (self._voiced_until_ms + TRAIL_MS) * SAMPLES_PER_MS
        )
        return GateStep(
            feed=bytes(self._kept[2 * (feed_index - first) :]),
            feed_index=feed_index,
            close=not self._is_feeding,
            events=events,
        )

    def finish(self) -> GateStep:
        """The end of the side: ends a voice that is still there."""
        events = (self._event(self._voiced_until_ms, False),) if self._is_active else ()
        step = GateStep(feed=b"", feed_index=self._end, close=self._is_feeding, events=events)
        self._is_active = self._is_feeding = False
        return step

    def _follow(self, block: AudioBlock) -> tuple[VoiceActivity, ...]:
        """Walk the block's frames."""
        samples = np.concatenate((self._before, np.frombuffer(block.samples, "<i2")))
        if len(samples) < _WINDOW:
            return ()
        power = self._power(samples)
        self._before = samples[len(power) * _HOP :]
        levels = _decibels(np.add.reduceat(power, self._band_starts, axis=1))
        rise = levels - self._noise(levels)
        voiced = (rise.mean(axis=1) >= _MEAN_RISE_DB) | (rise.max(axis=1) >= _BAND_RISE_DB)
        if self._is_steady():
            voiced[:] = False
            self._held_since_ms = None
        if not self._is_active and (voiced.any() or self._history):
            tonal, peaks = _tonality(power)
        else:
            tonal, peaks = voiced, levels[:, 0]
        start_ms = block.start_ms
        events: list[VoiceActivity] = []
        for number, (is_voiced, is_tonal, peak) in enumerate(
            zip(voiced.tolist(), tonal.tolist(), peaks.tolist(), strict=True)
        ):
            at = start_ms + number * FRAME_MS
            if self._is_active:
                self._step_active(at, is_voiced, events)
            else:
                self._step_waiting(at, is_voiced, is_tonal, peak, events)
        return tuple(events)

    def _step_active(self, at: int, is_voiced: bool, events: list[VoiceActivity]) -> None:
        """One frame that begins at `at`, while a voice is there."""
        self._history = (self._history << 1 | is_voiced) & _HISTORY
        # A lone voiced frame is noise: it does not keep a voice alive.
        if is_voiced and (self._history & 0b1111).bit_count() >= 2:
            self._voiced_until_ms = at + FRAME_MS
        elif at + FRAME_MS - self._voiced_until_ms >= OFFSET_MS:
            self._is_active = False
            self._history = self._tonal_history = 0
            events.append(self._event(self._voiced_until_ms, False))

    def _step_waiting(
        self, at: int, is_voiced: bool, is_tonal: bool, peak: float, events: list[VoiceActivity]
    ) -> None:
        """One frame that begins at `at`, while no voice is there."""
        self._history = (self._history << 1 | is_voiced) & _HISTORY
        self._tonal_history = (self._tonal_history << 1 | (is_voiced and is_tonal)) & _HISTORY
        if is_voiced:
            self._peaks.append(peak)
            self._voiced_until_ms = at + FRAME_MS
        if not self._history:
            onset, self._held_since_ms = self._held_since_ms, None
            if onset is not None and _swells(self._peaks):
                self._begin(onset, events)
            self._peaks.clear()
            return
        if self._history.bit_count() < _ONSET_FRAMES:
            return
        onset = at - (self._history.bit_length() - 1) * FRAME_MS
        if self._held_since_ms is not None:
            onset = self._held_since_ms
        is_tone = 4 * self._tonal_history.bit_count() >= 3 * self._history.bit_count()
        if is_tone and at - onset < _TONAL_WAIT_MS:
            self._held_since_ms = onset
            return
        self._begin(onset, events)

    def _begin(self, onset: int, events: list[VoiceActivity]) -> None:
        self._is_active = True
        self._held_since_ms = None
        self._peaks.clear()
        events.append(self._event(onset, True))

    def _power(self, samples: npt.NDArray[np.int16]) -> Levels:
        """Power of each frame's spectrum within the bands; shape (frames, bins)."""
        count = (len(samples) - _WINDOW) // _HOP + 1
        frames = np.lib.stride_tricks.sliding_window_view(samples, _WINDOW)[::_HOP][:count]
        spectrum = np.fft.rfft(frames * self._window, axis=1)
        inside = spectrum[:, self._first_bin : self._last_bin]
        power: Levels = (inside.real**2 + inside.imag**2) * self._scale
        return power

    def _noise(self, levels: Levels) -> Levels:
        """The noise level of each band, `levels` of the newest block included."""
        self._seen_blocks += 1
        self._blocks.append(levels.mean(axis=0))
        ordered = np.sort(levels, axis=0)
        self._quiet.append(ordered[: max(1, len(ordered) // 2)].mean(axis=0))
        if self._is_steady():
            newest = self._quiet[-1]
            self._quiet.clear()
            self._quiet.append(newest)
        loudest = _FIRST_DB if self._seen_blocks <= _FIRST_BLOCKS else _LOUDEST_DB
        noise: Levels = np.minimum(np.min(self._quiet, axis=0), loudest)
        return noise

    def _is_steady(self) -> bool:
        if len(self._blocks) < _STEADY_BLOCKS:
            return False
        return bool(np.ptp(self._blocks, axis=0).max() <= _STEADY_DB)

    def _event(self, at: int, is_active: bool) -> VoiceActivity:
        return VoiceActivity(at=at, party=self._party, is_active=is_active)


def _decibels(power: Levels) -> Levels:
    levels: Levels = 10.0 * np.log10(np.maximum(power, 10.0 ** (_QUIETEST_DB / 10.0)))
    return levels


def _tonality(power: Levels) -> tuple[npt.NDArray[np.bool_], Levels]:
    """For each frame: whether two narrow peaks hold nearly all its power; the higher one's dB."""
    total = power.sum(axis=1)
    peaks = _decibels(power.max(axis=1))
    rest = power.copy()
    bins = np.arange(power.shape[1])
    for _ in range(2):
        peak = rest.argmax(axis=1)[:, np.newaxis]
        rest[np.abs(bins - peak) <= 2] = 0.0
    is_tonal: npt.NDArray[np.bool_] = rest.sum(axis=1) <= (1.0 - _TONAL_SHARE) * total
    return is_tonal, peaks


def _swells(peaks: Sequence[float]) -> bool:
    """Whether a sound's level moves as no tone's does; its beginning and end do in any case."""
    inner = list(peaks)[2:-2]
    return not inner or max(inner) - min(inner) > _TONE_DB
