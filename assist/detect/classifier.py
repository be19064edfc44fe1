"""Linear classifiers over an utterance's features; trained by our own recipe, plain numpy."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assist.core.phrases import Match
from assist.detect.features import VERSION, Features, WordSpace, check_version, extract

_MAX_SPAN = 12
"""Tokens a quotation of the telling words may have."""

_SPAN_COST = 0.15
"""What a token must add to a label's score to be worth quoting; keeps quotations short."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Log odds by label, and what they rest on."""

    logits: dict[str, float]
    features: Features
    weights: NDArray[np.float32]
    labels: tuple[str, ...]
    count: int

    def span(self, label: str) -> Match:
        """The run of tokens that speaks most for a label, `_MAX_SPAN` at most."""
        share = np.zeros(self.count)
        column = self.weights[:, self.labels.index(label)]
        lengths = np.maximum(self.features.ends - self.features.starts, 1)
        for start, end, each in zip(
            self.features.starts, self.features.ends, column / lengths, strict=True
        ):
            share[start:end] += each
        share -= _SPAN_COST
        best, chosen = -np.inf, (0, 1)
        for start in range(self.count):
            sums = np.cumsum(share[start : start + _MAX_SPAN])
            end = int(np.argmax(sums))
            if sums[end] > best:
                best, chosen = float(sums[end]), (start, start + end + 1)
        return Match(*chosen)


class Classifier:
    """Scores an utterance for `labels`.

    `keys` are the hashes of the known features, sorted; `weights` features by labels; `dense` the
    weights of the mean vector; `bias` one per label.
    """

    def __init__(
        self,
        *,
        labels: tuple[str, ...],
        keys: NDArray[np.uint32],
        weights: NDArray[np.float32],
        dense: NDArray[np.float32],
        bias: NDArray[np.float32],
        space: WordSpace,
    ) -> None:
        self.labels = labels
        self._keys = keys
        self._weights = weights
        self._dense = dense
        self._bias = bias
        self._space = space

    def knows(self, word: str) -> bool:
        """Whether the word has a vector."""
        return self._space.rows((word,))[0] >= 0

    def score(self, texts: tuple[str, ...]) -> Scores:
        """Log odds of every label for an utterance's tokens (at least one)."""
        features = extract(texts, self._space)
        at = np.searchsorted(self._keys, features.keys)
        at = np.minimum(at, len(self._keys) - 1)
        known = self._keys[at] == features.keys
        # An n-gram counts once however often it is said, but each place of it may be quoted.
        first = np.zeros(len(known), dtype=bool)
        first[np.unique(features.keys, return_index=True)[1]] = True
        weights = self._weights[at] * known[:, None]
        logits = weights[first].sum(axis=0) + features.mean @ self._dense + self._bias
        return Scores(
            dict(zip(self.labels, logits.tolist(), strict=True)),
            features,
            weights,
            self.labels,
            len(texts),
        )


def save_classifier(
    file: Path,
    *,
    labels: tuple[str, ...],
    keys: NDArray[np.uint32],
    weights: NDArray[np.float32],
    dense: NDArray[np.float32],
    bias: NDArray[np.float32],
) -> None:
    """Write a classifier; weights are kept as bytes, scaled per label."""
    scale = np.maximum(np.abs(weights).max(axis=0), 1e-6) / 127
    np.savez_compressed(
        file,
        version=np.array(VERSION),
        labels=np.array(labels),
        keys=keys,
        weights=np.round(weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        dense=dense.astype(np.float32),
        bias=bias.astype(np.float32),
    )


def load_classifier(file: Path, space: WordSpace) -> Classifier:
    """The classifier saved in `file`; raises OSError or ValueError where it is not ours."""
    with np.load(file, allow_pickle=False) as data:
        check_version(data)
        return Classifier(
            labels=tuple(str(label) for label in data["labels"]),
            keys=data["keys"],
            weights=data["weights"].astype(np.float32) * data["scale"],
            dense=data["dense"],
            bias=data["bias"],
            space=space,
        )
