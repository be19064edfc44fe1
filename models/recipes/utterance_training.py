"""Logistic regression on an utterance's features, all labels at once; AdaGrad in plain numpy."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assist.detect.classifier import Classifier
from assist.detect.features import WordSpace, extract
from models.recipes.utterance_material import Example
from models.recipes.utterance_words import spoken

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Options:
    """How to train. `least`: examples a feature must occur in; `decay`: of the weights (L2)."""

    epochs: int = 6
    rate: float = 0.15
    dense_rate: float = 0.03
    decay: float = 2e-6
    batch: int = 256
    least: int = 2
    seed: int = 5


@dataclass(frozen=True, slots=True)
class Trained:
    """What `Classifier` is made of."""

    labels: tuple[str, ...]
    keys: NDArray[np.uint32]
    weights: Matrix
    dense: Matrix
    bias: Matrix

    def pruned(self, most: int) -> "Trained":
        """The same with the `most` features of largest weight."""
        if len(self.keys) <= most:
            return self
        largest = np.abs(self.weights).max(axis=1)
        kept = np.sort(np.argpartition(-largest, most)[:most])
        return Trained(self.labels, self.keys[kept], self.weights[kept], self.dense, self.bias)

    def classifier(self, space: WordSpace) -> Classifier:
        return Classifier(
            labels=self.labels,
            keys=self.keys,
            weights=self.weights,
            dense=self.dense,
            bias=self.bias,
            space=space,
        )


class Table:
    """The features of many examples: computed once, trained on often."""

    def __init__(
        self, examples: Sequence[Example], labels: tuple[str, ...], space: WordSpace
    ) -> None:
        self.labels = labels
        self.examples = []
        keys, means = [], []
        for example in examples:
            texts = spoken(example.text)
            if texts:
                features = extract(texts, space)
                self.examples.append(example)
                keys.append(np.unique(features.keys))
                means.append(features.mean)
        self.keys = keys
        self.means = np.array(means, dtype=np.float32)
        self.wanted = np.array(
            [[label in example.labels for label in labels] for example in self.examples],
            dtype=np.float32,
        )
        self.weight = np.array(
            [
                [0.0 if label in example.open else example.weight for label in labels]
                for example in self.examples
            ],
            dtype=np.float32,
        )


def train(
    table: Table,
    rows: NDArray[np.int64],
    options: Options,
    boost: NDArray[np.float32] | None = None,
) -> Trained:
    """Train on the table's `rows`; `boost` multiplies the weight of a label's positives."""
    rng = np.random.default_rng(options.seed)
    every, counts = np.unique(np.concatenate([table.keys[row] for row in rows]), return_counts=True)
    keys = every[counts >= options.least]
    size, width = len(keys), len(table.labels)
    columns = {}
    for row in rows:
        at = np.searchsorted(keys, table.keys[row])
        at = np.minimum(at, size - 1)
        columns[int(row)] = at[keys[at] == table.keys[row]]
    weights = np.zeros((size, width), dtype=np.float32)
    dense = np.zeros((table.means.shape[1], width), dtype=np.float32)
    positive = (table.wanted[rows] * table.weight[rows]).sum(axis=0) + 1
    total = table.weight[rows].sum(axis=0) + 2
    bias = np.log(positive / (total - positive)).astype(np.float32)
    seen = np.full((size, width), 0.1, dtype=np.float32)
    seen_dense, seen_bias = np.full_like(dense, 1.0), np.full_like(bias, 1.0)
    for epoch in range(options.epochs):
        rate = options.rate / (1 + epoch * 0.5)
        order = rng.permutation(rows)
        for begin in range(0, len(order), options.batch):
            batch = order[begin : begin + options.batch]
            parts = [columns[int(row)] for row in batch]
            lengths = np.array([len(part) for part in parts])
            flat = np.concatenate(parts)
            owner = np.repeat(np.arange(len(batch)), lengths)
            unique, place = np.unique(flat, return_inverse=True)
            logits = table.means[batch] @ dense + bias
            gathered = weights[flat]
            sums = np.zeros((len(batch), width), dtype=np.float32)
            np.add.at(sums, owner, gathered)
            logits += sums
            slope = 1 / (1 + np.exp(-np.clip(logits, -30, 30))) - table.wanted[batch]
            weight = table.weight[batch]
            if boost is not None:
                weight = weight * (1 + (boost - 1) * table.wanted[batch])
            slope = (slope * weight).astype(np.float32)
            gradient = np.zeros((len(unique), width), dtype=np.float32)
            np.add.at(gradient, place, slope[owner])
            gradient += options.decay * len(rows) * weights[unique] / options.batch
            seen[unique] += gradient**2
            weights[unique] -= rate * gradient / np.sqrt(seen[unique])
            step = table.means[batch].T @ slope
            seen_dense += step**2
            dense -= options.dense_rate * step / np.sqrt(seen_dense)
            step = slope.sum(axis=0)
            seen_bias += step**2
            bias -= rate * step / np.sqrt(seen_bias)
    return Trained(table.labels, keys, weights, dense, bias)
