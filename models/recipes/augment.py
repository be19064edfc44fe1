"""Rooms, noise, speed, level and telephone lines for training speech."""

from dataclasses import dataclass

import numpy as np
import soxr
from numpy.typing import NDArray

from models.recipes.features import RATE, SHIFT

Signal = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Altered:
    """A changed copy of an utterance: frame t of it is frame (t - lead) * speed of the original."""

    samples: Signal
    lead: int  # frames of silence put before
    speed: float


def _convolve(x: Signal, response: Signal) -> Signal:
    size = 1 << int(np.ceil(np.log2(len(x) + len(response))))
    return np.fft.irfft(np.fft.rfft(x, size) * np.fft.rfft(response, size), size)[: len(x)].astype(
        np.float32
    )


def room(x: Signal, rng: np.random.Generator) -> Signal:
    """`x` heard across a small room: an exponentially decaying noise tail after the direct
    sound.
    """
    length = int(rng.uniform(0.06, 0.4) * RATE)
    tail = rng.normal(0, 1, length) * np.exp(-6.9 * np.arange(length) / length)
    tail *= rng.uniform(0.05, 0.5) / np.sqrt((tail**2).sum())
    tail[0] = 1.0
    return _convolve(x, tail.astype(np.float32))


def noise(length: int, rng: np.random.Generator, babble: list[Signal]) -> Signal:
    """Noise of unit power: white to brown, steady or in waves, hum, or other people's voices."""
    kind = rng.random()
    if kind < 0.3 and babble:
        made: NDArray[np.floating] = np.zeros(length, np.float32)
        for _ in range(int(rng.integers(2, 6))):
            voice = babble[int(rng.integers(len(babble)))]
            made += np.resize(np.roll(voice, int(rng.integers(len(voice)))), length) * rng.uniform(
                0.4, 1.0
            )
    else:
        size = length + length % 2
        bins = np.fft.rfft(rng.normal(0, 1, size))
        slope = np.maximum(np.arange(len(bins)), 8.0) ** -rng.uniform(0.0, 1.0)
        made = np.fft.irfft(bins * slope, size)[:length]
        if kind > 0.85:
            made = made / (made.std() + 1e-9)
            hum = 50.0 if rng.random() < 0.5 else 60.0
            made += sum(
                np.sin(2 * np.pi * hum * k * np.arange(length) / RATE) / k for k in (1, 2, 3, 5)
            )
        elif kind > 0.7:
            made = made * (
                0.3
                + np.abs(np.sin(np.arange(length) / RATE * rng.uniform(1, 6) + rng.uniform(0, 6)))
            )
    return (made / (np.sqrt(np.mean(made**2)) + 1e-9)).astype(np.float32)


def telephone(x: Signal, rng: np.random.Generator) -> Signal:
    """`x` through a telephone line: band-pass, 8 kHz, G.711 (mu-law or A-law), back to 16 kHz."""
    narrow = soxr.resample(x, RATE, RATE // 2)
    hertz = np.fft.rfftfreq(len(narrow), 2.0 / RATE)
    low, high = rng.uniform(150, 350), rng.uniform(3300, 3800)
    gate = 1 / (1 + (low / np.maximum(hertz, 1.0)) ** 8) / (1 + (hertz / high) ** 24)
    narrow = np.fft.irfft(np.fft.rfft(narrow) * gate, len(narrow))
    if rng.random() < 0.85:
        narrow = _companded(np.clip(narrow / 32768, -1, 1), rng.random() < 0.7) * 32768
    wide = soxr.resample(
        narrow.astype(np.float32), RATE // 2, RATE, quality="HQ" if rng.random() < 0.5 else "LQ"
    )
    return wide.astype(np.float32)


def _companded(x: NDArray[np.float64], american: bool) -> NDArray[np.float64]:
    """The rounding of 8-bit mu-law (American) or A-law, on -1..1."""
    size = np.abs(x)
    if american:
        level = np.round(np.log1p(255 * size) / np.log(256) * 127) / 127
        return np.sign(x) * (256**level - 1) / 255
    knee = 1 + np.log(87.6)
    level = np.where(size < 1 / 87.6, 87.6 * size, 1 + np.log(np.maximum(87.6 * size, 1e-9))) / knee
    level = np.round(level * 127) / 127 * knee
    return np.sign(x) * np.where(level < 1, level, np.exp(level - 1)) / 87.6


def alter(
    x: NDArray[np.int16], rng: np.random.Generator, babble: list[Signal], kind: str
) -> Altered:
    """A copy of `x` as `kind`: "clean" (level and room only), "noisy" or "telephone".

    Silence is put around it, half the time digital zeros, which live channels send when nobody
    speaks.
    """
    speed = float(rng.uniform(0.88, 1.14)) if rng.random() < 0.75 else 1.0
    sound = x.astype(np.float32)
    if speed != 1.0:
        sound = soxr.resample(sound, RATE, RATE / speed, quality="LQ").astype(np.float32)
    lead = int(rng.integers(0, 60))
    silence = np.zeros(lead * SHIFT, np.float32)
    sound = np.concatenate([silence, sound, np.zeros(int(rng.integers(0, 60)) * SHIFT, np.float32)])
    if rng.random() < (0.25 if kind == "clean" else 0.45):
        sound = room(sound, rng)
    power = np.sqrt(np.mean(sound**2)) + 1.0
    target = 32768 * 10 ** (-rng.uniform(14, 40) / 20)
    sound *= target / power
    if kind != "clean" or rng.random() < 0.4:
        ratio = rng.uniform(28, 50) if kind == "clean" else rng.uniform(7, 35)
        sound = sound + noise(len(sound), rng, babble) * (target * 10 ** (-ratio / 20))
    if kind == "telephone":
        sound = telephone(sound, rng)
    sound = np.clip(sound, -32768, 32767)
    if kind != "telephone" or rng.random() < 0.5:
        sound = np.round(sound)
    return Altered(sound.astype(np.float32), lead, speed)
