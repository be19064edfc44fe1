"""Spoken test sounds, and how well they are found again in what was captured."""

import numpy as np
import numpy.typing as npt

from tests.helpers.speech import speak

Samples = npt.NDArray[np.int16]
"""Mono at 16 kHz."""


def spoken(text: str, voice: str) -> Samples:
    return speak(text, voice)


def voiced(sound: Samples) -> Samples:
    """A sound without the silence around it."""
    loud = np.flatnonzero(np.abs(sound) > 300)
    return sound[loud[0] : loud[-1]]


def matches(captured: Samples, said: Samples) -> tuple[float, int]:
    """How alike the best matching stretch is (correlation, 0..1) and where it begins (samples)."""
    captured_f, said_f = captured.astype(np.float64), said.astype(np.float64)
    size = 1 << (len(captured_f) + len(said_f)).bit_length()
    product = np.fft.rfft(captured_f, size) * np.conj(np.fft.rfft(said_f, size))
    scores = np.fft.irfft(product, size)[: max(1, len(captured_f) - len(said_f) + 1)]
    at = int(np.argmax(scores))
    stretch = captured_f[at : at + len(said_f)]
    scale = np.linalg.norm(stretch) * np.linalg.norm(said_f)
    return (float(scores[at] / scale) if scale else 0.0), at


def likeness(captured: Samples, said: Samples) -> float:
    """The median likeness of the pieces of what was said.

    In pieces, because on a busy computer the player itself leaves a gap now and then.
    """
    size = 16_000
    starts = range(0, len(said) - size, size // 2)
    return float(np.median([matches(captured, said[at : at + size])[0] for at in starts]))
