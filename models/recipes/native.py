"""Synthesized and accented speech drawn towards how native speakers sound: new frames that are
likely under CMU's Gaussians and still near the frames they came from.

No native speech may be used here, but the CMU model holds its statistics. Trajectories drawn from
it alone are smooth noise that costs more than it gives, so a sentence keeps its timing, its fine
structure and part of its envelope: its cepstra c become the mean of a draw from

    log p(c') = sum over frames of log N(W c'; the senone's Gaussians) + nearness * log N(c'; c),

W giving values, slopes and curvatures, Gaussians picked in turn with c' (Gibbs). Silence stays.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.recipes import cmu
from models.recipes.alignment import Labels
from models.recipes.dataset import Features
from models.recipes.features import BANDS, HIGH_HZ, LOW_HZ, mel

Floats = NDArray[np.float32]
# CMU's front end: 25 mel bands, 13 cepstra, "liftered" by 22; 1s_c_d_dd slopes and curvatures.
_LOW, _HIGH, _THEIRS, _LIFTER = 130.0, 6800.0, 25, 22
_WINDOWS = (
    ((0, 1.0),),
    ((2, 1.0), (-2, -1.0)),
    ((3, 1.0), (-1, -1.0), (1, -1.0), (-3, 1.0)),
)
_REACH = 6  # frames two of which share a term
_EDGE = 3
_ROUNDS = 2
_HELD = 1e3  # precision that keeps a frame of silence as it is


def _centres(low: float, high: float, bands: int) -> NDArray[np.float64]:
    edges = np.linspace(mel(np.array(low)), mel(np.array(high)), bands + 2)
    return np.asarray(edges[1:-1], np.float64)


def _bridge() -> tuple[Floats, Floats]:
    """Matrices from our log-mels to CMU's cepstra [BANDS, 13], and for differences back."""
    ours = _centres(LOW_HZ, HIGH_HZ, BANDS)
    theirs = _centres(_LOW, _HIGH, _THEIRS)
    into = np.stack([np.interp(theirs, ours, row) for row in np.eye(BANDS)])  # [BANDS, 25]
    back = np.stack([np.interp(ours, theirs, row) for row in np.eye(_THEIRS)])  # [25, BANDS]
    order = np.arange(cmu.CEPSTRA)
    basis = np.cos(np.pi / _THEIRS * (np.arange(_THEIRS)[:, None] + 0.5) * order)
    basis *= np.sqrt(np.where(order == 0, 1, 2) / _THEIRS)
    lift = 1 + _LIFTER / 2 * np.sin(np.pi * order / _LIFTER)
    # The basis is orthonormal: its transpose leads back.
    return (into @ basis * lift).astype(np.float32), ((basis / lift).T @ back).astype(np.float32)


_INTO, _BACK = _bridge()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How far one utterance is drawn, and by whom. `nearness` weighs the utterance against one
    stream of the Gaussians; `spread` scales the draw; `taste` is how unevenly a speaker uses the
    Gaussians of a phone (standard deviation of log weights).
    """

    nearness: float
    spread: float
    taste: float


def manner(rng: np.random.Generator) -> Manner:
    """A manner at random."""
    return Manner(
        nearness=float(np.exp(rng.uniform(np.log(0.2), np.log(3.0)))),
        spread=float(rng.uniform(0.3, 0.9)),
        taste=float(rng.uniform(0.5, 2.0)),
    )


class Speakers:
    """Draws sentences towards the native speakers in the Gaussians."""

    def __init__(self, gaussians: cmu.Gaussians) -> None:
        self._g = gaussians
        precision = 1 / gaussians.variance  # [phone, stream, k, 13]
        constant = 0.5 * (np.log(precision) - gaussians.mean**2 * precision).sum(-1)
        self._precision = precision
        self._terms = np.concatenate([gaussians.mean * precision, -0.5 * precision], -1)
        self._constant = constant.astype(np.float32)
        share = np.exp(gaussians.weight[:, 0])[..., None]  # [senone, k, 1]
        total = share.sum(1)
        self._centre = (share * gaussians.mean[gaussians.phone, 0]).sum(1) / total  # [senone, 13]
        self._usual = (share * precision[gaussians.phone, 0]).sum(1) / total

    def redrawn(
        self, frames: Floats, labels: tuple[Labels, Labels], rng: np.random.Generator, how: Manner
    ) -> Floats:
        """Log-mels [T, BANDS] as another, native speaker could have said them."""
        spoken, senones = self._states(*labels, len(frames))
        if spoken.sum() < 20:
            return frames
        cepstra = frames @ _INTO
        # Another microphone: the mean over what is spoken becomes what these senones have.
        cepstra -= (cepstra - self._centre[senones])[spoken].mean(0)
        nearness = np.where(spoken[:, None], how.nearness * self._usual[senones], _HELD)
        weight = (
            self._g.weight
            + rng.normal(0, how.taste, (len(self._g.mean), 3, 128)).astype(np.float32)[
                self._g.phone
            ]
        )
        made = cepstra
        for turn in range(_ROUNDS):
            chosen = self._pick(made, senones, weight, rng)
            spread = how.spread if turn == _ROUNDS - 1 else 1.0
            made = self._solved(cepstra, nearness, spoken, senones, chosen, spread, rng)
        return frames + ((made - cepstra) @ _BACK).astype(np.float32)

    def _states(
        self, base: Labels, segment: Labels, frames: int
    ) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
        """Whether each frame is speech, and its senone: a phone's frames are split in three."""
        starts = np.flatnonzero(np.diff(segment, prepend=segment[0] - 1))
        ends = np.append(starts[1:], len(segment))
        phones = base[starts].tolist()
        senones = np.zeros(frames, np.int64)
        around = [0, *phones, 0]
        for number, (phone, start, end) in enumerate(zip(phones, starts, ends, strict=True)):
            three = self._g.senones(phone, around[number], around[number + 2])
            part = np.minimum(np.arange(end - start) * 3 // max(1, end - start), 2)
            senones[start:end] = three[part]
        return base[:frames] != 0, senones

    def _pick(
        self, made: Floats, senones: NDArray[np.int64], weight: Floats, rng: np.random.Generator
    ) -> NDArray[np.int64]:
        """A Gaussian per frame and stream [T, 3], drawn by how well it explains the cepstra."""
        chosen = np.empty((len(made), cmu.STREAMS), np.int64)
        streams = _streams(made)
        phones = self._g.phone[senones]
        for phone in np.unique(phones):
            rows = np.flatnonzero(phones == phone)
            for stream in range(cmu.STREAMS):
                x = streams[rows, stream]
                score = np.concatenate([x, x * x], 1) @ self._terms[phone, stream].T
                score += self._constant[phone, stream] + weight[senones[rows], stream]
                noise = rng.random(score.shape, dtype=np.float32)
                score -= np.log(-np.log(noise + 1e-12) + 1e-12)
                chosen[rows, stream] = score.argmax(1)
        return chosen

    def _solved(
        self,
        cepstra: Floats,
        nearness: Floats,
        spoken: NDArray[np.bool_],
        senones: NDArray[np.int64],
        chosen: NDArray[np.int64],
        spread: float,
        rng: np.random.Generator,
    ) -> Floats:
        """The trajectory [T, 13] most likely given the Gaussians, their means jittered."""
        count = len(cepstra)
        phones = self._g.phone[senones][:, None]
        stream = np.arange(cmu.STREAMS)[None]
        precision = self._precision[phones, stream, chosen] * spoken[:, None, None]
        mean = self._g.mean[phones, stream, chosen]
        scatter = rng.normal(0, spread, mean.shape) / np.sqrt(np.maximum(precision, 1e-9))
        mean = mean + scatter.astype(np.float32)
        band = np.zeros((_REACH + 1, count + _REACH, cmu.CEPSTRA))
        right = np.zeros((count, cmu.CEPSTRA))
        band[0, :count] = nearness
        right += nearness * cepstra
        inner = slice(_EDGE, count - _EDGE)
        for kind, window in enumerate(_WINDOWS):
            p = precision[inner, kind]
            for offset, factor in window:
                at = slice(_EDGE + offset, count - _EDGE + offset)
                right[at] += factor * p * mean[inner, kind]
                for other, second in window:
                    if other >= offset:
                        band[other - offset, at] += factor * second * p
        return _banded(band, right).astype(np.float32)


def _streams(cepstra: Floats) -> Floats:
    """Values, slopes and curvatures [T, 3, 13]."""
    count = len(cepstra)
    padded = np.pad(cepstra, ((_EDGE, _EDGE), (0, 0)), mode="edge")
    parts = [
        sum(factor * padded[_EDGE + offset : _EDGE + offset + count] for offset, factor in window)
        for window in _WINDOWS
    ]
    return np.stack(parts, 1).astype(np.float32)


def _banded(band: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Solve symmetric positive systems side by side: `band` [k, t, D] is the entry (t, t + k),
    `right` [T, D].
    """
    count = len(right)
    x = np.concatenate([right, np.zeros((_REACH, right.shape[1]))])
    lower = np.zeros_like(band)
    for t in range(count):
        row = band[1:, t] / band[0, t]
        lower[1:, t] = row
        x[t + 1 : t + 1 + _REACH] -= row * x[t]
        for k in range(1, _REACH + 1):
            band[: _REACH + 1 - k, t + k] -= row[k - 1] * band[k:, t]
    x[:count] /= band[0, :count]
    for t in range(count - 1, -1, -1):
        x[t] -= (lower[1:, t] * x[t + 1 : t + 1 + _REACH]).sum(0)
    return x[:count]


def write(
    speakers: Speakers,
    source: Path,
    aligned: Sequence[tuple[Labels, Labels] | None],
    target: Path,
    seed: int,
) -> None:
    """Features of every utterance in `source`, drawn in a manner of its own, as `target`; those
    without alignment stay as they are.
    """
    frames = Features(source)
    partial = target.with_suffix(".part")
    with partial.open("wb") as out:
        for number, labels in enumerate(aligned):
            rng = np.random.default_rng([seed, number])
            made = frames[number]
            if labels is not None and len(labels[0]) == len(made) > 2 * _EDGE:
                drawn = speakers.redrawn(made.astype(np.float32), labels, rng, manner(rng))
                made = drawn.astype(np.float16)
            out.write(np.ascontiguousarray(made).tobytes())
    shutil.copyfile(source.with_suffix(".index.npz"), target.with_suffix(".index.npz"))
    partial.rename(target.with_suffix(".f16"))
