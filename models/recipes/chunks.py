"""Batches of chunks cut at random from the cached features, coloured anew each time."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from models.recipes import mmi
from models.recipes.alignment import Labels
from models.recipes.dataset import Features
from models.recipes.features import BANDS
from models.recipes.net import SUBSAMPLING, Shape
from models.recipes.phones import PDFS

CHUNK = 60  # output frames (30 ms) per chunk
Aligned = list[tuple[Labels, Labels] | None]


@dataclass(frozen=True, slots=True)
class Batch:
    """Input frames [B, T, BANDS] and target pdfs [B, CHUNK], -100 where there is nothing to
    learn.
    """

    frames: Tensor
    targets: Tensor
    phones: Tensor | None = None  # [B, K] and
    allowed: Tensor | None = None  # [CHUNK, B, K], see mmi.loss; where asked for


def _at(
    phone: Labels, segment: Labels, lead: int, speed: float, times: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Base phone and segment number at `times` (frames) of an altered copy; silence past its
    ends.
    """
    last = len(phone) - 1
    original = np.floor((times - lead) * speed).astype(np.int64)
    inside = np.clip(original, 0, last)
    base, number = phone[inside].astype(np.int64), segment[inside].astype(np.int64)
    before, after = original < 0, original > last
    # Silence past an end is a segment of its own unless the utterance already ends in silence
    # there.
    number[before & (base != 0)] = -1
    number[after & (base != 0)] = 32767
    base[before | after] = 0
    return base, number


def targets(
    phone: Labels, segment: Labels, lead: int, speed: float, frames: int, times: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Pdf at each of `times`: 2*base for a phone's first 30 ms, 2*base+1 after; -100 outside the
    `frames`.
    """
    base, number = _at(phone, segment, lead, speed, times)
    _, previous = _at(phone, segment, lead, speed, times - SUBSAMPLING)
    pdf = 2 * base + (number == previous)
    pdf[(times >= frames) | (times < 0)] = -100
    return pdf


class Chunks:
    """Random chunks of aligned utterances; one epoch covers the data once, a version of each
    utterance at random.
    """

    def __init__(
        self,
        versions: list[Features],
        aligned: Aligned,
        weights: NDArray[np.float32],
        shape: Shape,
        sequences: bool = False,
    ) -> None:
        self.versions, self.aligned, self.shape = versions, aligned, shape
        self.sequences = sequences  # whether batches carry phone sequences
        self.usable = [i for i, labels in enumerate(aligned) if labels is not None]
        self.weights = weights  # how often an epoch visits each utterance

    def epoch(self, seed: int, size: int = 64) -> Iterator[Batch]:
        """Batches of `size` chunks in random order."""
        rng = np.random.default_rng(seed)
        jobs: list[tuple[int, int, int]] = []
        for item in self.usable:
            visits = self.weights[item]
            for _ in range(int(visits) + (rng.random() < visits % 1)):
                version = int(rng.integers(len(self.versions)))
                frames = self.versions[version].frames(item)
                span = CHUNK * SUBSAMPLING
                begin = -int(rng.integers(0, span // 3))
                jobs += [
                    (item, version, start)
                    for start in range(begin, max(1, frames - span // 4), span)
                ]
        order = rng.permutation(len(jobs))
        for at in range(0, len(order) - size // 2, size):
            yield self._batch([jobs[k] for k in order[at : at + size]], rng)

    def _batch(self, jobs: list[tuple[int, int, int]], rng: np.random.Generator) -> Batch:
        left, right = self.shape.left, self.shape.right
        span = CHUNK * SUBSAMPLING
        x = np.empty((len(jobs), left + span + right, BANDS), np.float32)
        y = np.empty((len(jobs), CHUNK), np.int64)
        sides: list[tuple[list[int], NDArray[np.bool_]]] = []
        for row, (item, version, start) in enumerate(jobs):
            source = self.versions[version]
            frames = source[item]
            # Kaldi repeats the first and last frame where context is missing.
            x[row] = frames[
                np.clip(np.arange(start - left, start + span + right), 0, len(frames) - 1)
            ]
            labels = self.aligned[item]
            assert labels is not None
            times = start + SUBSAMPLING * np.arange(CHUNK)
            lead, speed = int(source.lead[item]), float(source.speed[item])
            y[row] = targets(*labels, lead, speed, len(frames), times)
            if self.sequences:
                sides.append(
                    mmi.right_side(
                        *_at(*labels, lead, speed, np.arange(start, start + span)), CHUNK
                    )
                )
        _color(x, rng)
        if not self.sequences:
            return Batch(torch.from_numpy(x), torch.from_numpy(y))
        width = max(len(phones) for phones, _ in sides)
        phones = np.zeros((len(jobs), width), np.int64)
        allowed = np.zeros((CHUNK, len(jobs), width), np.float32)
        for row, (own, when) in enumerate(sides):
            phones[row, : len(own)] = own
            allowed[:, row, : len(own)] = when
        return Batch(
            torch.from_numpy(x),
            torch.from_numpy(y),
            torch.from_numpy(phones),
            torch.from_numpy(allowed),
        )

    def steps(self, size: int = 64) -> int:
        """About how many batches an epoch has."""
        frames = sum(self.versions[0].frames(i) * float(self.weights[i]) for i in self.usable)
        return math.ceil(1.15 * frames / (CHUNK * SUBSAMPLING * size))


def _color(x: NDArray[np.float32], rng: np.random.Generator) -> None:
    """Random level, tilt and ripple of the spectrum (another microphone), and masked bands and
    moments, in place.
    """
    rows, frames, bands = x.shape
    axis = np.linspace(-1, 1, bands, dtype=np.float32)
    level = rng.normal(0, 0.7, (rows, 1)) + rng.normal(0, 0.5, (rows, 1)) * axis
    ripple = rng.normal(0, 0.25, (rows, 1)) * np.sin(
        np.pi * rng.uniform(0.5, 4, (rows, 1)) * (axis + rng.uniform(-1, 1))
    )
    digital_zero = x.max(2, keepdims=True) < -15.0  # stays what it is on any microphone
    x += np.where(digital_zero, 0.0, (level + ripple)[:, None]).astype(np.float32)
    mean = x.mean((1, 2))
    for row in range(rows):
        if rng.random() < 0.3:
            _narrow(x[row], rng)
        if rng.random() < 0.5:
            width, at = int(rng.integers(1, 8)), int(rng.integers(bands))
            x[row, :, at : at + width] = mean[row]
        if rng.random() < 0.5:
            width, at = int(rng.integers(3, 20)), int(rng.integers(frames))
            x[row, at : at + width] = mean[row]


def _narrow(x: NDArray[np.float32], rng: np.random.Generator) -> None:
    """Make one chunk sound as over a telephone, in place: outside the band only leakage and a noise
    floor.
    """
    # Bands 0-3 lie below 300 Hz, 29-39 above 3,400 Hz (40 mel bands from 20 to 7,600 Hz).
    low, high = int(rng.integers(2, 6)), int(rng.integers(28, 31))
    for outside in (x[:, :low], x[:, high:]):
        floor = rng.uniform(-12, 8) + rng.normal(0, 0.4, outside.shape)
        outside[:] = np.logaddexp(outside - rng.uniform(4, 14), floor)


def priors(aligned: Aligned) -> NDArray[np.float64]:
    """How often each pdf is the target over the unaltered data."""
    count = np.ones(PDFS)
    for labels in aligned:
        if labels is not None:
            times = np.arange(0, len(labels[0]), SUBSAMPLING)
            pdf = targets(*labels, 0, 1.0, len(labels[0]), times)
            count += np.bincount(pdf, minlength=PDFS)
    return count / count.sum()
