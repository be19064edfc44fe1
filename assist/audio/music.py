"""How much of a side's sound of late keeps its pitch: hold music and tones do, speech glides.

Only for what is no voice: nothing about a speaker is derived from it, and no feeling or cue sees
it.
"""

from collections import deque

import numpy as np
import numpy.typing as npt

from assist.core.audio import SAMPLE_RATE, SAMPLES_PER_MS

_HOP = 20 * SAMPLES_PER_MS
_WINDOW = 1024
"""64 ms: harmonics of a low voice (80 Hz apart) stand 5 bins from each other."""

_FIRST_BIN, _LAST_BIN = 150 * _WINDOW // SAMPLE_RATE, 3500 * _WINDOW // SAMPLE_RATE

_WITHIN_DB = 20.0
"""A peak counts within this of its frame's highest."""

_HELD_FRAMES = 10
"""A pitch held this long (200 ms, to 16 Hz) is a note. Vowels last as long, but glide."""

_TONES, _TONES_SHARE = 2, 0.9
"""Two narrow peaks that hold this share of a frame's power are a tone, however short."""

_MEMORY_FRAMES = 150
"""Looked at are the last 3 s."""

_FAINT_DB = 15.0
"""Frames this far below the loud ones (the 90th percentile) are pauses."""

_SILENT_DB = -60.0

_Spectrum = npt.NDArray[np.float64]


class SteadyPitch:
    """Follows one side's sound; blocks in order, of any length."""

    def __init__(self) -> None:
        self._shape = np.hanning(_WINDOW)
        self._scale = 4.0 / (float(self._shape.sum()) * 32768.0) ** 2
        self._before = np.zeros(0, np.int16)
        self._held = np.zeros(_LAST_BIN - _FIRST_BIN, np.int32)
        """For how many frames a peak has stood at each bin or beside it."""
        self._frames: deque[tuple[float, float]] = deque(maxlen=_MEMORY_FRAMES)
        """Each frame's power in dB and the share of it that keeps its pitch."""
        self.newest: float | None = None
        """The same share within the newest sound alone; None where that was a pause."""

    def accept(self, samples: bytes) -> float:
        """The share (0..1) of the last 3 s that keeps its pitch, pauses and glides counted out."""
        sound = np.concatenate((self._before, np.frombuffer(samples, "<i2")))
        count = max(0, (len(sound) - _WINDOW) // _HOP + 1)
        if count:
            frames = np.lib.stride_tricks.sliding_window_view(sound, _WINDOW)[::_HOP][:count]
            spectrum = np.fft.rfft(frames * self._shape, axis=1)[:, _FIRST_BIN:_LAST_BIN]
            for power in (spectrum.real**2 + spectrum.imag**2) * self._scale + 1e-12:
                self._follow(power)
        self._before = sound[count * _HOP :]
        return self._share(count)

    def _follow(self, power: _Spectrum) -> None:
        peaks = np.zeros(len(power), np.bool_)
        peaks[1:-1] = (power[1:-1] > power[:-2]) & (power[1:-1] >= power[2:])
        peaks &= power > power.max() * 10 ** (-_WITHIN_DB / 10)
        longest = self._held.copy()
        np.maximum(longest[1:], self._held[:-1], out=longest[1:])
        np.maximum(longest[:-1], self._held[1:], out=longest[:-1])
        self._held = np.where(peaks, longest + 1, 0).astype(np.int32)
        total = float(power.sum())
        share = float(power[_widened(self._held >= _HELD_FRAMES)].sum()) / total
        if _tone_share(power) >= _TONES_SHARE * total:
            share = 1.0
        self._frames.append((10 * float(np.log10(total)), share))

    def _share(self, new: int) -> float:
        if not self._frames:
            return 0.0
        told = np.array(self._frames)
        is_loud = told[:, 0] > max(float(np.percentile(told[:, 0], 90)) - _FAINT_DB, _SILENT_DB)
        newest = told[-new:, 1][is_loud[-new:]] if new else told[:0, 1]
        self.newest = float(newest.mean()) if len(newest) else None
        return float(told[is_loud, 1].sum()) / _MEMORY_FRAMES


def _widened(bins: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """A peak's power lies in its bin and the two beside it."""
    wide = bins.copy()
    wide[1:] |= bins[:-1]
    wide[:-1] |= bins[1:]
    return wide


def _tone_share(power: _Spectrum) -> float:
    """The power of the two highest narrow peaks."""
    rest, held = power.copy(), 0.0
    for _ in range(_TONES):
        peak = int(rest.argmax())
        near = slice(max(0, peak - 3), peak + 4)
        held += float(rest[near].sum())
        rest[near] = 0.0
    return held
