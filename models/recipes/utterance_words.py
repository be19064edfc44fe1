"""Word vectors and classes from the texts in `../shared/data/texts`: PPMI, SVD, k-means.

Only texts that may be used commercially; dialogues for measuring are not read.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assist.core.tokens import tokenize
from assist.detect.features import WordSpace

WORDS, DIMENSIONS, CLASSES = 7000, 48, 240
_WINDOW = 3
_SHIFT = 0.0
_LEAST = 4

Matrix = NDArray[np.float32]


def records(file: Path) -> Iterator[dict[str, object]]:
    """The JSON lines of a text file of the data folder."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def utterances(data: Path) -> Iterator[tuple[str, str, str]]:
    """(source, party, text) of every utterance in `data`/texts."""
    for file in sorted((data / "texts").glob("*.jsonl.gz")):
        source = file.name.removesuffix(".jsonl.gz")
        for record in records(file):
            turns = record.get("turns")
            if isinstance(turns, list):
                for turn in turns:
                    yield source, str(turn["party"]), str(turn["text"])
            else:
                yield source, str(record.get("party", "")), str(record["text"])


def build(texts: Iterable[tuple[str, ...]], seed: int = 7) -> WordSpace:
    """Vectors of the most frequent words (by positive pointwise mutual information) and classes."""
    sentences = list(texts)
    counts = Counter(word for sentence in sentences for word in sentence)
    words = [word for word, count in counts.most_common(WORDS) if count >= _LEAST]
    index = {word: row for row, word in enumerate(words)}
    size = len(words)
    # Left and right neighbours apart: classes then follow a word's place in a sentence, too.
    contexts = 2000
    table = np.zeros((size, 2 * contexts), dtype=np.float32)
    for sentence in sentences:
        rows = [index.get(word, -1) for word in sentence]
        for at, row in enumerate(rows):
            if row < 0:
                continue
            for distance in range(1, _WINDOW + 1):
                weight = 1.0 / distance
                if at >= distance and 0 <= rows[at - distance] < contexts:
                    table[row, rows[at - distance]] += weight
                after = at + distance
                if after < len(rows) and 0 <= rows[after] < contexts:
                    table[row, contexts + rows[after]] += weight
    vectors = _factors(_ppmi(table), seed)
    return WordSpace(words, _classes(vectors, counts, words, seed), vectors)


def _ppmi(table: Matrix) -> Matrix:
    total = float(table.sum())
    rows = table.sum(axis=1, keepdims=True)
    columns = table.sum(axis=0, keepdims=True) ** 0.75
    columns *= total / columns.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.log(table * total / (rows * columns))
    return np.maximum(np.nan_to_num(information, neginf=0.0, posinf=0.0) - _SHIFT, 0.0)


def _factors(table: Matrix, seed: int) -> Matrix:
    """The leading factors by randomized SVD, each word's vector of length one."""
    rng = np.random.default_rng(seed)
    probe = rng.standard_normal((table.shape[1], DIMENSIONS + 16)).astype(np.float32)
    basis, _ = np.linalg.qr(table @ probe)
    for _ in range(4):
        basis, _ = np.linalg.qr(table @ (table.T @ basis))
    left, values, _ = np.linalg.svd(basis.T @ table, full_matrices=False)
    vectors = (basis @ left)[:, :DIMENSIONS] * np.sqrt(values[:DIMENSIONS])
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return vectors.astype(np.float32)


def _classes(
    vectors: Matrix, counts: Counter[str], words: list[str], seed: int
) -> NDArray[np.int64]:
    """Classes 1.. by spherical k-means; a frequent word weighs more (log of its count)."""
    rng = np.random.default_rng(seed)
    weight = np.log([counts[word] + 1.0 for word in words]).astype(np.float32)[:, None]
    centres = vectors[rng.choice(len(words), CLASSES, replace=False)]
    nearest = np.zeros(len(words), dtype=np.int64)
    for _ in range(25):
        nearest = np.argmax(vectors @ centres.T, axis=1)
        for number in range(CLASSES):
            members = nearest == number
            if members.any():
                centre = (vectors[members] * weight[members]).sum(axis=0)
                centres[number] = centre / max(float(np.linalg.norm(centre)), 1e-6)
    return nearest + 1


def spoken(text: str) -> tuple[str, ...]:
    """The tokens of a text as the detectors see them."""
    return tokenize(text).texts
