"""An utterance as numbers: hashed word and word-class n-grams and the mean of its word vectors.

The recipe in `models/recipes/utterances.py` trains on exactly these numbers, so a change here needs
the classifiers trained again.
"""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MIXERS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
_UNKNOWN = 0
"""Class of words without a vector (class numbers begin at 1)."""

VERSION = 1
"""Of the features; a model trained on others is refused."""


class WordSpace:
    """Word classes and vectors: `classes` one number per word, `vectors` words by dimensions."""

    def __init__(
        self, words: list[str], classes: NDArray[np.int64], vectors: NDArray[np.float32]
    ) -> None:
        self.words = words
        self.classes = classes
        self.vectors = vectors
        self._row = {word: row for row, word in enumerate(words)}

    def rows(self, texts: tuple[str, ...]) -> list[int]:
        """The row of each word, -1 for an unknown one."""
        row = self._row
        return [row.get(text, -1) for text in texts]

    def save(self, file: Path) -> None:
        """Vectors are kept as bytes: a 127th of the largest value is fine enough for a mean."""
        scale = float(np.abs(self.vectors).max()) / 127
        np.savez_compressed(
            file,
            version=np.array(VERSION),
            words=np.frombuffer("\n".join(self.words).encode(), dtype=np.uint8),
            classes=self.classes.astype(np.uint16),
            vectors=np.round(self.vectors / scale).astype(np.int8),
            scale=np.array(scale, dtype=np.float32),
        )


def load_space(file: Path) -> WordSpace:
    """The word space saved in `file`; raises OSError or ValueError where it is not ours."""
    with np.load(file, allow_pickle=False) as data:
        check_version(data)
        words = bytes(data["words"]).decode().split("\n")
        vectors = data["vectors"].astype(np.float32) * data["scale"]
        return WordSpace(words, data["classes"].astype(np.int64), vectors)


def check_version(data: Any) -> None:
    """Refuse arrays that were made for other features; raises ValueError."""
    if int(data["version"]) != VERSION:
        raise ValueError("was trained for other features")


@dataclass(frozen=True, slots=True)
class Features:
    """`keys`: hashes, one per n-gram; `starts`, `ends`: the tokens each covers; `mean`: vector."""

    keys: NDArray[np.uint32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    mean: NDArray[np.float32]


@lru_cache(maxsize=20_000)
def _word_hash(word: str) -> int:
    return zlib.crc32(word.encode()) + 1


def extract(texts: tuple[str, ...], space: WordSpace) -> Features:
    """The features of an utterance's tokens; `texts` must not be empty."""
    count = len(texts)
    words = np.empty(count + 2, dtype=np.uint64)
    words[0], words[-1] = 1, 2
    words[1:-1] = [_word_hash(text) for text in texts]
    rows = np.array(space.rows(texts), dtype=np.int64)
    known = rows[rows >= 0]
    classes = np.empty(count + 2, dtype=np.uint64)
    classes[0], classes[-1] = 1, 2
    classes[1:-1] = np.where(rows >= 0, space.classes[rows] + 3, _UNKNOWN)
    grams = (
        (words[1:-1],),
        (words[:-1], words[1:]),
        (words[:-2], words[1:-1], words[2:]),
        (words[:-2], words[2:]),
        (classes[:-2], classes[1:-1], classes[2:]),
        (classes[:-1], words[1:]),
        (words[:-1], classes[1:]),
        (classes[:-3], classes[1:-2], classes[2:-1], classes[3:]),
        (words[:-2], classes[1:-1], words[2:]),
    )
    # First and last token of a gram of each kind; the two marks count as tokens -1 and `count`.
    shapes = ((0, 1), (-1, 2), (-1, 3), (-1, 3), (-1, 3), (-1, 2), (-1, 2), (-1, 4), (-1, 3))
    keys, starts, ends = [], [], []
    for kind, (parts, (first, length)) in enumerate(zip(grams, shapes, strict=True)):
        size = len(parts[-1])
        key = np.full(size, kind + 1, dtype=np.uint64)
        for part, mixer in zip(parts, _MIXERS, strict=False):
            key = (key ^ part[:size]) * np.uint64(mixer)
            key ^= key >> np.uint64(29)
        keys.append((key >> np.uint64(16)).astype(np.uint32))
        start = np.arange(first, first + size)
        starts.append(np.maximum(start, 0))
        ends.append(np.minimum(start + length, count))
    if len(known):
        mean = space.vectors[known].sum(axis=0) / np.float32(np.sqrt(len(known)))
    else:
        mean = np.zeros(space.vectors.shape[1], dtype=np.float32)
    return Features(np.concatenate(keys), np.concatenate(starts), np.concatenate(ends), mean)
