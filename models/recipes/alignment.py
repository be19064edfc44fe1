"""Which phone is spoken in which frame: Viterbi over a sentence's pronunciations, and a flat start
for it.

The flat start needs no other model: one diagonal Gaussian mixture per phone state, first from a
uniform split of each sentence, then re-estimated a few times (the classic monophone recipe).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.recipes.lexicon import Lexicon
from models.recipes.phones import BASE_INDEX, BASES

Floats = NDArray[np.float32]
Labels = NDArray[np.int16]
_UNREACHED = np.float32(-1e30)


@dataclass(frozen=True, slots=True)
class Chain:
    """The states a sentence may pass through; `states` minimum frames per phone, optional silence
    between words.

    `label` is [S] base * states + state; `before` is [S, K] the states each may come from (S =
    none); `segment` numbers the phone instances so that repeated phones stay apart.
    """

    label: NDArray[np.int64]
    before: NDArray[np.int64]
    segment: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]


def chain(sentence: str, lexicon: Lexicon, states: int, variants: int = 3) -> Chain:
    """The chain of a spoken sentence."""
    label: list[int] = []
    sources: list[list[int]] = []
    segment: list[int] = []
    start = -1

    def extend(phones: tuple[str, ...], entries: list[int]) -> list[int]:
        for name in phones:
            number = segment[-1] + 1 if segment else 0
            for state in range(states):
                label.append(BASE_INDEX[name] * states + state)
                segment.append(number)
                sources.append([len(label) - 1, *entries])
                entries = [len(label) - 1]
        return entries

    reached = [start, *extend(("SIL",), [start])]
    for word in sentence.split():
        ends = [end for phones in lexicon[word][:variants] for end in extend(phones, reached)]
        reached = [*ends, *extend(("SIL",), ends)]
    count = len(label)
    width = max(map(len, sources))
    before = np.full((count, width), count, np.int64)
    first = []
    for index, origin in enumerate(sources):
        if start in origin:
            first.append(index)
        kept = [state for state in origin if state != start]
        before[index, : len(kept)] = kept
    return Chain(np.array(label), before, np.array(segment), np.array(first), np.array(reached))


def viterbi(path: Chain, scores: Floats) -> tuple[NDArray[np.int64], float] | None:
    """Best state per frame for per-label log `scores` [T, labels], and the mean score; None if too
    short.
    """
    emitted = scores[:, path.label]
    frames, count = emitted.shape
    best = np.full(count + 1, _UNREACHED, np.float32)
    best[path.first] = emitted[0, path.first]
    came = np.empty((frames, count), np.int16)
    rows = np.arange(count)
    for t in range(1, frames):
        options = best[path.before]
        pick = options.argmax(1)
        came[t] = path.before[rows, pick]
        best[:count] = options[rows, pick] + emitted[t]
    end = path.last[best[path.last].argmax()]
    total = float(best[end])
    if total < -1e29:
        return None
    states = np.empty(frames, np.int64)
    states[-1] = end
    for t in range(frames - 1, 0, -1):
        states[t - 1] = came[t, states[t]]
    return states, total / frames


def frame_labels(path: Chain, states: NDArray[np.int64], per_phone: int) -> tuple[Labels, Labels]:
    """Base phone and segment number of each frame."""
    return (path.label[states] // per_phone).astype(np.int16), path.segment[states].astype(np.int16)


class Gaussians:
    """Diagonal Gaussian mixtures, one per phone state, for the flat start only."""

    STATES = 3

    def __init__(self, dimension: int, mixtures: int = 1) -> None:
        self.labels = len(BASES) * self.STATES
        self.mean = np.zeros((self.labels, mixtures, dimension), np.float32)
        self.variance = np.ones((self.labels, mixtures, dimension), np.float32)
        self.weight = np.full((self.labels, mixtures), 1.0 / mixtures, np.float32)

    def components(self, x: Floats) -> Floats:
        """Weighted log densities [T, labels, mixtures] of `x` [T, D]."""
        inverse = 1.0 / self.variance
        constant = np.log(self.weight + 1e-10) - 0.5 * (
            np.log(2 * np.pi * self.variance) + self.mean**2 * inverse
        ).sum(-1)
        flat = (self.labels * self.weight.shape[1], -1)
        scores = (x**2) @ (-0.5 * inverse).reshape(flat).T + x @ (self.mean * inverse).reshape(
            flat
        ).T
        return (scores + constant.ravel()).reshape(len(x), self.labels, -1).astype(np.float32)

    def log_densities(self, x: Floats) -> Floats:
        """Log density [T, labels]."""
        parts = self.components(x)
        top = parts.max(-1)
        return top + np.log(np.exp(parts - top[..., None]).sum(-1))

    def fit(self, x: Floats, labels: NDArray[np.int64], rounds: int = 2) -> None:
        """Estimate every state's mixture from frames `x` [T, D] labelled by a state path."""
        floor = 0.02 * x.var(0) + 1e-3
        for label in range(self.labels):
            own = x[labels == label]
            if len(own) < 20:
                continue
            mixtures = self.weight.shape[1]
            mean, spread = own.mean(0), own.std(0)
            if not self.mean[label].any():
                offsets = (
                    np.linspace(-0.6, 0.6, mixtures)[:, None] if mixtures > 1 else np.zeros((1, 1))
                )
                self.mean[label] = mean + offsets * spread
                self.variance[label] = own.var(0) + floor
            for _ in range(rounds if mixtures > 1 else 1):
                share = self._responsibilities(own, label)
                mass = share.sum(0) + 1e-6
                self.mean[label] = (share.T @ own) / mass[:, None]
                self.variance[label] = (
                    (share.T @ own**2) / mass[:, None] - self.mean[label] ** 2 + floor
                )
                self.weight[label] = mass / mass.sum()

    def _responsibilities(self, x: Floats, label: int) -> Floats:
        inverse = 1.0 / self.variance[label]
        scores = -0.5 * (((x[:, None] - self.mean[label]) ** 2) * inverse - np.log(inverse)).sum(-1)
        scores += np.log(self.weight[label] + 1e-10)
        share = np.exp(scores - scores.max(1, keepdims=True))
        return share / share.sum(1, keepdims=True)


def cepstra(logmel: Floats) -> Floats:
    """13 cepstra with deltas, mean and variance normalised over the sentence, for the Gaussians:
    [T, 26].
    """
    bands = logmel.shape[1]
    basis = np.cos(np.pi / bands * (np.arange(bands)[:, None] + 0.5) * np.arange(13))
    static = logmel @ basis / bands
    static = (static - static.mean(0)) / (static.std(0) + 1e-3)
    padded = np.pad(static, ((2, 2), (0, 0)), mode="edge")
    delta = (padded[3:-1] - padded[1:-3]) + 2 * (padded[4:] - padded[:-4])
    return np.concatenate([static, delta / (delta.std(0) + 1e-3)], 1).astype(np.float32)


def uniform_path(path: Chain, logmel: Floats) -> NDArray[np.int64]:
    """A first guess: silence where it is quiet at the ends, the rest split evenly over the first
    variants.
    """
    loud = logmel.mean(1)
    speech = np.flatnonzero(loud > loud.min() + 0.35 * (loud.max() - loud.min()))
    begin, end = (int(speech[0]), int(speech[-1]) + 1) if len(speech) else (0, len(loud))
    inner = _straight(path)
    states = np.empty(len(loud), np.int64)
    states[:begin], states[end:] = path.first[0], int(path.last[-1])
    states[begin:end] = np.array(inner)[np.arange(end - begin) * len(inner) // max(1, end - begin)]
    return states


def _straight(path: Chain) -> list[int]:
    """States of the first pronunciations without inner silence, found backwards from the end."""
    order: list[int] = []
    state = int(path.last[0])
    while True:
        order.append(state)
        previous = [
            s
            for s in path.before[state]
            if s != state and s < len(path.label) and path.label[s] // 3 != 0
        ]
        if not previous:
            return order[::-1]
        state = int(previous[0])
