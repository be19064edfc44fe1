"""How well a model hears: word errors with an interval, and whether its confidence is honest.

Pure arithmetic on words; who decodes is `session.measuring`.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

DRAWS = 1000
"""Resampled sets behind an interval; with more, its ends move by less than a tenth of its width."""

BINS = 10
"""Bins of confidence, each a tenth wide."""

_SEED = 0

_DIGITS = dict(
    zip("0123456789", "zero one two three four five six seven eight nine".split(), strict=True)
)
_MARKS = re.compile(r"\[[^\]]*\]|<[^>]*>")
"""What models and transcripts write for noise and unknown words: "[noise]", "<unk>"."""

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


def normalized(text: str, *, spell_digits: bool = True) -> tuple[str, ...]:
    """The words that are compared, of a reference as of what was recognized.

    Lower case; marks in square or angle brackets left out; punctuation left out but for an
    apostrophe within a word; hyphens part words. `spell_digits` turns a digit that stands alone
    into its English word, since models print words ("press 1" is "press one"). Nothing else is made
    equal: longer numbers, abbreviations and spellings count as they are written.
    """
    plain = unicodedata.normalize("NFC", _MARKS.sub(" ", text.translate(_APOSTROPHES)).lower())
    kept = "".join(sign if sign == "'" or _is_in_words(sign) else " " for sign in plain)
    words = tuple(word.strip("'") for word in kept.split() if word.strip("'"))
    return tuple(_DIGITS.get(word, word) for word in words) if spell_digits else words


def _is_in_words(sign: str) -> bool:
    """Letters, digits, and the marks that some scripts write their vowels with."""
    return unicodedata.category(sign)[0] in "LMN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What became of the words said; `is_correct` tells it of each word heard, in order."""

    hits: int
    substitutions: int
    deletions: int
    insertions: int
    is_correct: tuple[bool, ...]

    @property
    def words(self) -> int:
        """Number of words said."""
        return self.hits + self.substitutions + self.deletions

    @property
    def errors(self) -> int:
        return self.substitutions + self.deletions + self.insertions


_SAME, _LEFT_OUT, _ADDED = range(3)


def align(said: Sequence[str], heard: Sequence[str]) -> Alignment:
    """Lay what was heard beside what was said, with the fewest errors.

    Of the ways with equally few errors the one with the most words right is taken, so that a word
    heard one place too late is right, and its neighbours are what was left out and added.
    """
    # An error weighs more than all words right together: errors come first, then words right.
    error = min(len(said), len(heard)) + 1
    costs = [column * error for column in range(len(heard) + 1)]
    steps = [bytearray([_ADDED]) * (len(heard) + 1)]
    for number, word in enumerate(said, start=1):
        above_left, costs[0] = costs[0], number * error
        row = bytearray([_LEFT_OUT]) * (len(heard) + 1)
        for column, other in enumerate(heard, start=1):
            best, step = above_left + (-1 if word == other else error), _SAME
            if costs[column] + error < best:
                best, step = costs[column] + error, _LEFT_OUT
            if costs[column - 1] + error < best:
                best, step = costs[column - 1] + error, _ADDED
            above_left, costs[column], row[column] = costs[column], best, step
        steps.append(row)
    return _walked_back(said, heard, steps)


def _walked_back(said: Sequence[str], heard: Sequence[str], steps: list[bytearray]) -> Alignment:
    number, column = len(said), len(heard)
    left_out = added = hits = 0
    is_correct = [False] * len(heard)
    while number or column:
        step = steps[number][column]
        if step == _SAME:
            number, column = number - 1, column - 1
            is_correct[column] = said[number] == heard[column]
            hits += is_correct[column]
        elif step == _LEFT_OUT:
            number, left_out = number - 1, left_out + 1
        else:
            column, added = column - 1, added + 1
    return Alignment(
        hits=hits,
        substitutions=len(said) - left_out - hits,
        deletions=left_out,
        insertions=added,
        is_correct=tuple(is_correct),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRate:
    """A set's word error rate: errors per word said, 1.0 is as many errors as words.

    `low` and `high` hold 95 % of the rates of resampled sets; both are `rate` for one utterance.
    """

    utterances: int
    words: int
    substitutions: int
    deletions: int
    insertions: int
    rate: float
    low: float
    high: float


def error_rate(alignments: Sequence[Alignment], *, draws: int = DRAWS) -> ErrorRate:
    """The rate over all utterances; the interval by drawing whole utterances, the same each time.

    Raises ValueError when no word was said.
    """
    counts = np.array([(one.errors, one.words) for one in alignments], np.int64).reshape(-1, 2)
    errors, words = (int(total) for total in counts.sum(axis=0))
    if not words:
        raise ValueError("no word was said")
    rng = np.random.default_rng(_SEED)
    rates = []
    for _ in range(draws):  # one by one: a matrix of all draws grows with the set
        drawn = counts[rng.integers(0, len(counts), len(counts))].sum(axis=0)
        rates.append(drawn[0] / max(drawn[1], 1))
    low, high = np.percentile(rates, (2.5, 97.5))
    return ErrorRate(
        utterances=len(alignments),
        words=words,
        substitutions=sum(one.substitutions for one in alignments),
        deletions=sum(one.deletions for one in alignments),
        insertions=sum(one.insertions for one in alignments),
        rate=errors / words,
        low=float(low),
        high=float(high),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceBin:
    """Words whose confidence lies in `low`..`high` (a lower edge belongs to the bin above it).

    `confidence` is their mean, `correct` the share of them that was right; both 0 without words.
    """

    low: float
    high: float
    words: int
    confidence: float
    correct: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A reliability table. `expected_error` is the mean distance between a bin's confidence and
    its share of right words, weighted by words (the "expected calibration error"); 0 is honest.
    """

    bins: tuple[ConfidenceBin, ...]
    expected_error: float


def calibration(heard: Iterable[tuple[float, bool]]) -> Calibration:
    """Of each word heard: its confidence in 0..1, and whether it was right.

    Words that nobody said count as wrong: a cue that rests on one is wrong all the same.
    """
    members: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, is_correct in heard:
        # In thousandths, as the recognizer gives them: 0.3 * 10 must not fall below 3.
        members[min(BINS - 1, round(confidence * 1000) * BINS // 1000)].append(
            (confidence, is_correct)
        )
    bins = tuple(
        ConfidenceBin(
            low=number / BINS,
            high=(number + 1) / BINS,
            words=len(words),
            confidence=sum(confidence for confidence, _ in words) / max(len(words), 1),
            correct=sum(is_correct for _, is_correct in words) / max(len(words), 1),
        )
        for number, words in enumerate(members)
    )
    total = sum(one.words for one in bins)
    distance = sum(one.words * abs(one.confidence - one.correct) for one in bins)
    return Calibration(bins=bins, expected_error=distance / max(total, 1))
