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
from models.recipes.perturb import Change, coloured
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
    phone: Labels,
    segment: Labels,
    lead: int,
    speed: float,
    frames: int,
    times: NDArray[np.int64],
    tempo: float = 1.0,
) -> NDArray[np.int64]:
    """Pdf at each of `times`: 2*base for a phone's first 30 ms, 2*base+1 after; -100 outside the
    `frames`. `tempo` frames of the copy make one that is heard.
    """
    base, number = _at(phone, segment, lead, speed, times)
    _, previous = _at(phone, segment, lead, speed, times - round(SUBSAMPLING * tempo))
    pdf = 2 * base + (number == previous)
    pdf[(times >= frames) | (times < 0)] = -100
    return pdf


def _heard(frames: NDArray[np.float16], times: NDArray[np.float64]) -> NDArray[np.float32]:
    """Frames at fractional `times`; Kaldi repeats the first and last where context is missing."""
    times = np.clip(times, 0, len(frames) - 1)
    low = times.astype(np.int64)
    part = (times - low).astype(np.float32)[:, None]
    here = frames[low].astype(np.float32)
    there = frames[np.minimum(low + 1, len(frames) - 1)].astype(np.float32)
    return here + part * (there - here)


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
        change: Change = coloured,
        tempo: tuple[float, float] = (1.0, 1.0),
    ) -> None:
        self.versions, self.aligned, self.shape = versions, aligned, shape
        self.sequences = sequences  # whether batches carry phone sequences
        self.change, self.tempo = change, tempo  # a chunk's sound, and how much faster it is said
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
            tempo = float(rng.uniform(*self.tempo)) if rng.random() < 0.6 else 1.0
            moments = start + tempo * np.arange(-left, span + right, dtype=np.float64)
            x[row] = _heard(frames, moments)
            labels = self.aligned[item]
            assert labels is not None
            lead, speed = int(source.lead[item]), float(source.speed[item])
            times = np.round(start + tempo * np.arange(span)).astype(np.int64)
            y[row] = targets(*labels, lead, speed, len(frames), times[::SUBSAMPLING], tempo)
            if self.sequences:
                sides.append(mmi.right_side(*_at(*labels, lead, speed, times), CHUNK))
        x = self.change(x, rng)
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


def priors(aligned: Aligned) -> NDArray[np.float64]:
    """How often each pdf is the target over the unaltered data."""
    count = np.ones(PDFS)
    for labels in aligned:
        if labels is not None:
            times = np.arange(0, len(labels[0]), SUBSAMPLING)
            pdf = targets(*labels, 0, 1.0, len(labels[0]), times)
            count += np.bincount(pdf, minlength=PDFS)
    return count / count.sum()
