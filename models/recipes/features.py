"""Log-mel features equal to those Kaldi computes inside Vosk (`conf/fbank.conf`, no dither, edges
snipped).
"""

import numpy as np
from numpy.typing import NDArray

RATE = 16000
WINDOW, SHIFT, FFT = 400, 160, 512  # samples: 25 ms frames every 10 ms
BANDS = 40
LOW_HZ, HIGH_HZ = 20.0, 7600.0
FLOOR = 1.1920929e-07  # FLT_EPSILON: what Kaldi writes for digital silence
CONF = f"""--sample-frequency={RATE}
--num-mel-bins={BANDS}
--low-freq={LOW_HZ:g}
--high-freq={HIGH_HZ - RATE / 2:g}
--dither=0
--allow-upsample=true
"""


def mel(hertz: NDArray[np.floating]) -> NDArray[np.floating]:
    """Kaldi's mel scale."""
    return 1127.0 * np.log1p(hertz / 700.0)


def _filters() -> NDArray[np.float32]:
    """Triangles in mel, [FFT/2+1, BANDS]; Kaldi leaves the Nyquist bin out."""
    bins = mel(np.arange(FFT // 2) * (RATE / FFT))
    low, high = mel(np.array([LOW_HZ, HIGH_HZ]))
    edges = np.linspace(low, high, BANDS + 2)
    left, centre, right = edges[:-2], edges[1:-1], edges[2:]
    up = (bins[:, None] - left) / (centre - left)
    down = (right - bins[:, None]) / (right - centre)
    table = np.zeros((FFT // 2 + 1, BANDS), np.float32)
    table[:-1] = np.maximum(0.0, np.minimum(up, down))
    return table


_FILTERS = _filters()
_POVEY = ((0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / (WINDOW - 1))) ** 0.85).astype(
    np.float32
)


def fbank(samples: NDArray[np.floating] | NDArray[np.integer]) -> NDArray[np.float32]:
    """Log-mel energies [frames, BANDS] of 16 kHz `samples` in 16-bit scale; no frame for less than
    25 ms.
    """
    x = np.asarray(samples, np.float32)
    if len(x) < WINDOW:
        return np.zeros((0, BANDS), np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(x, WINDOW)[::SHIFT]
    frames = frames - frames.mean(1, keepdims=True)
    emphasised = np.empty_like(frames)
    emphasised[:, 1:] = frames[:, 1:] - np.float32(0.97) * frames[:, :-1]
    emphasised[:, 0] = np.float32(0.03) * frames[:, 0]
    spectrum = np.fft.rfft(emphasised * _POVEY, FFT)
    power = spectrum.real**2 + spectrum.imag**2
    return np.log(np.maximum(power.astype(np.float32) @ _FILTERS, np.float32(FLOOR)))
