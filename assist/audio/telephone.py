"""What a telephone line leaves of a voice: 300-3,400 Hz, 8 kHz, G.711 mu-law."""

import numpy as np
import numpy.typing as npt
import soxr

from assist.core.audio import SAMPLE_RATE

Pcm = npt.NDArray[np.int16]
"""Shape (samples,): mono at `SAMPLE_RATE`."""

_LINE_RATE = 8_000
_LOW_HZ, _HIGH_HZ = 300.0, 3_400.0
"""The band of ITU-T G.712; half the amplitude is left at its edges."""

_TRANSITION_HZ = 400.0
_STOP_DB = 120.0
"""The filter's slopes are those of SoX's `sinc 300-3400` at 16 kHz, the usual simulation."""

_PEAK = 10 ** (-3 / 20)
"""Lines are used well: the loudest sample is set to -3 dBFS."""

_BIAS, _CLIP = 132, 32_635
"""G.711: added before the logarithm is taken; the largest magnitude that has a code."""


def telephone_band(samples: Pcm) -> Pcm:
    """The sound as it comes out of a telephone line, again at `SAMPLE_RATE` and as long."""
    if not len(samples) or not samples.any():
        return samples.copy()
    taps = _band_pass()
    sound = np.convolve(samples / 32768.0, taps)[len(taps) // 2 :][: len(samples)]
    sound *= _PEAK / max(float(np.abs(sound).max()), 1e-9)
    line = mu_law(_pcm(soxr.resample(sound, SAMPLE_RATE, _LINE_RATE)))
    wide = _pcm(soxr.resample(line / 32768.0, _LINE_RATE, SAMPLE_RATE))
    made: Pcm = np.pad(wide, (0, max(0, len(samples) - len(wide))))[: len(samples)]
    return made


def mu_law(samples: Pcm) -> Pcm:
    """Each sample as it is after G.711 mu-law coding and decoding (8 bits, logarithmic steps)."""
    magnitude = np.minimum(np.abs(samples.astype(np.int32)), _CLIP) + _BIAS
    # 8 segments, each twice as wide as the one before, of 16 steps; a code stands for its middle.
    segment = np.floor(np.log2(magnitude)).astype(np.int32) - 7
    step = 3 + segment
    decoded = ((magnitude >> step) << step) + (1 << (step - 1)) - _BIAS
    signed: Pcm = (np.sign(samples) * decoded).astype(np.int16)
    return signed


def _band_pass() -> npt.NDArray[np.float64]:
    """A linear-phase band pass: windowed sinc, with Kaiser's formulas for length and window."""
    width = 2 * np.pi * _TRANSITION_HZ / SAMPLE_RATE
    half = int(np.ceil((_STOP_DB - 7.95) / (2.285 * width) / 2))
    at = np.arange(-half, half + 1)
    high, low = (2 * edge / SAMPLE_RATE for edge in (_HIGH_HZ, _LOW_HZ))
    ideal = high * np.sinc(high * at) - low * np.sinc(low * at)
    taps: npt.NDArray[np.float64] = ideal * np.kaiser(len(at), 0.1102 * (_STOP_DB - 8.7))
    return taps


def _pcm(sound: npt.NDArray[np.float64]) -> Pcm:
    samples: Pcm = np.clip(np.rint(sound * 32768.0), -32768, 32767).astype(np.int16)
    return samples
