"""Other throats, microphones, rooms and lines, imitated in the log-mel domain for every chunk anew.

Sound altered once and cached is heard again in every pass; these changes are cheap enough to be
drawn afresh each time: `coloured` for a net that learns its first sounds, `perturbed` for one that
knows them. `x` is always [B, T, BANDS], log energies, changed in place or returned.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from models.recipes.features import BANDS, HIGH_HZ, LOW_HZ, mel

Floats = NDArray[np.float32]
Change = Callable[[Floats, np.random.Generator], Floats]
ZERO = -15.0  # a frame all below this is digital silence, which no room or microphone changes
_EDGES = np.linspace(mel(np.array(LOW_HZ)), mel(np.array(HIGH_HZ)), BANDS + 2)
_CENTRES = 700.0 * np.expm1(_EDGES[1:-1] / 1127.0)  # Hz
_FRAMES_PER_SECOND = 100


def coloured(x: Floats, rng: np.random.Generator) -> Floats:
    """`x` through another microphone, three in ten over a telephone."""
    rows = len(x)
    axis = np.linspace(-1, 1, BANDS, dtype=np.float32)
    level = rng.normal(0, 0.7, (rows, 1)) + rng.normal(0, 0.5, (rows, 1)) * axis
    ripple = rng.normal(0, 0.25, (rows, 1)) * np.sin(
        np.pi * rng.uniform(0.5, 4, (rows, 1)) * (axis + rng.uniform(-1, 1))
    )
    silent = x.max(2, keepdims=True) < ZERO
    x += np.where(silent, 0.0, (level + ripple)[:, None]).astype(np.float32)
    for row in range(rows):
        if rng.random() < 0.3:
            _narrow(x[row], rng)
    _masks(x, rng)
    return x


def perturbed(x: Floats, rng: np.random.Generator) -> Floats:
    """`x` as other people would have said it elsewhere."""
    silent = x.max(2, keepdims=True) < ZERO
    y = throats(x, np.where(rng.random(len(x)) < 0.75, rng.uniform(0.84, 1.2, len(x)), 1.0))
    _contrast(y, rng)
    inside = rng.random(len(y)) < 0.2
    y[inside] = _reverberant(y[inside], rng)
    _microphone(y, rng)
    for row in range(len(y)):
        if rng.random() < 0.35:
            _noise(y[row], rng)
        if rng.random() < 0.35:
            _narrow(y[row], rng)
    y = np.where(silent, x, y)
    _masks(y, rng)
    return y


def throats(x: Floats, factor: NDArray[np.float64]) -> Floats:
    """Spectra stretched along the frequency axis, a shorter vocal tract for a `factor` [B] above
    1 (vocal tract length perturbation, Jaitly and Hinton 2013).
    """
    source = mel(_CENTRES[None, :] / factor[:, None])
    place = np.clip((source - _EDGES[1]) / (_EDGES[2] - _EDGES[1]), 0, BANDS - 1)
    low = np.minimum(place.astype(np.int64), BANDS - 2)
    part = (place - low).astype(np.float32)[:, None, :]
    below = np.take_along_axis(x, low[:, None, :], 2)
    above = np.take_along_axis(x, low[:, None, :] + 1, 2)
    stretched: Floats = below + part * (above - below)
    return stretched


def _contrast(x: Floats, rng: np.random.Generator) -> None:
    """Sharper or blunter formants: synthesizers and real voices differ in that."""
    padded = np.pad(x, ((0, 0), (0, 0), (3, 3)), mode="edge")
    sums = np.cumsum(padded, 2, dtype=np.float32)
    smooth = np.empty_like(x)
    smooth[..., 0] = sums[..., 6] / 7
    smooth[..., 1:] = (sums[..., 7:] - sums[..., :-7]) / 7
    x += (x - smooth) * rng.uniform(-0.45, 0.35, (len(x), 1, 1)).astype(np.float32)


def _microphone(x: Floats, rng: np.random.Generator) -> None:
    """Random level, tilt and ripple of the spectrum."""
    rows = len(x)
    axis = np.linspace(-1, 1, BANDS, dtype=np.float32)
    curve = rng.normal(0, 0.8, (rows, 1)) + rng.normal(0, 0.7, (rows, 1)) * axis
    for most in (3.0, 8.0):
        turns = np.pi * rng.uniform(0.5, most, (rows, 1))
        curve += rng.normal(0, 0.3, (rows, 1)) * np.sin(turns * (axis + rng.uniform(-1, 1)))
    x += curve[:, None].astype(np.float32)


def _reverberant(x: Floats, rng: np.random.Generator) -> Floats:
    """In a room: every frame's energy dies away over the next ones."""
    seconds = rng.uniform(0.15, 0.6, (len(x), 1))  # until it is 60 dB lower
    decay = 10 ** (-6.0 / (seconds * _FRAMES_PER_SECOND))
    share = rng.uniform(0.05, 0.5, (len(x), 1)) * (1 - decay)
    energy = np.exp(x)
    heard = np.empty_like(x)
    tail = np.zeros_like(energy[:, 0])
    for t in range(x.shape[1]):
        heard[:, t] = energy[:, t] + tail
        tail = decay * (tail + share * energy[:, t])
    louder: Floats = np.log(heard + 1e-12)
    return louder


def _noise(x: Floats, rng: np.random.Generator) -> None:
    """Steady coloured noise under one chunk."""
    loud = np.percentile(x.mean(1), 90)
    axis = np.linspace(-1, 1, BANDS)
    level = loud - rng.uniform(1.0, 6.0) + rng.normal(0, 0.8) * axis + rng.normal(0, 0.3, BANDS)
    # The log energy of noise in one band and frame scatters less the wider the band.
    scatter = rng.normal(0, 1, x.shape) * np.linspace(0.8, 0.3, BANDS)
    np.logaddexp(x, level + scatter, out=x, casting="same_kind")


def _narrow(x: Floats, rng: np.random.Generator) -> None:
    """One chunk as over a telephone: outside the band only leakage and a noise floor."""
    # Bands 0-3 lie below 300 Hz, 29-39 above 3,400 Hz (40 mel bands from 20 to 7,600 Hz).
    low, high = int(rng.integers(2, 6)), int(rng.integers(28, 31))
    for outside in (x[:, :low], x[:, high:]):
        floor = rng.uniform(-12, 8) + rng.normal(0, 0.4, outside.shape)
        outside[:] = np.logaddexp(outside - rng.uniform(4, 14), floor)


def _masks(x: Floats, rng: np.random.Generator) -> None:
    """Bands and moments put to the mean (SpecAugment)."""
    _, frames, bands = x.shape
    mean = x.mean((1, 2))
    for row in range(len(x)):
        if rng.random() < 0.5:
            width, at = int(rng.integers(1, 8)), int(rng.integers(bands))
            x[row, :, at : at + width] = mean[row]
        if rng.random() < 0.5:
            width, at = int(rng.integers(3, 20)), int(rng.integers(frames))
            x[row, at : at + width] = mean[row]
