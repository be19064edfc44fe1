"""Honest confidence: of words said to be 90 % sure, nine of ten are right.

Vosk's own confidence compares a word only with what else was looked at, and little is looked at in
so short a time: it is nearly always high. A model may bring `confidence.json`, the weights of a
logistic regression that the recipe fitted on speech with known words; then what is shown and used
is the chance that the word is right, told from Vosk's number, those of the words around it, and
whether the word took as long as its letters need. Models without the file stay as they are.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from assist.core.words import Word
from assist.speech.errors import SpeechError

FILE = "confidence.json"

FEATURES = (
    "own", "own_squared", "utterance", "worst_neighbour", "hurried", "drawn_out", "letters",
    "utterance_words",
)  # fmt: skip
"""What is looked at, in the order of the weights; see `features`."""

_LOWEST, _HIGHEST = 0.02, 0.999
_LETTER_MS, _WORD_MS = 55.0, 60.0
"""A word of n letters takes about 60 + 55 n ms: of 1,525 synthesized ones half those of 1 letter
took less than 120 ms, of 4 than 261, of 8 than 510."""

_EDGE = 0.95
"""What stands beside the first and the last word."""


class _Weights(msgspec.Struct):
    bias: float
    weights: dict[str, float]


class Calibrator:
    """Turns Vosk's confidences into chances of being right."""

    def __init__(self, bias: float, weights: Sequence[float]) -> None:
        self._bias, self._weights = bias, tuple(weights)

    def __call__(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """The words of one utterance with honest confidence, in thousandths."""
        return tuple(
            replace(word, confidence=round(self._chance(row), 3))
            for word, row in zip(words, features(words), strict=True)
        )

    def _chance(self, row: Sequence[float]) -> float:
        total = self._bias + sum(
            weight * value for weight, value in zip(self._weights, row, strict=True)
        )
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def features(words: Sequence[Word]) -> list[tuple[float, ...]]:
    """A row of `FEATURES` for each word of an utterance, all about -2 to 7."""
    own = [_logit(word.confidence) for word in words]
    everywhere = sum(own) / max(1, len(own))
    edge = _logit(_EDGE)
    rows: list[tuple[float, ...]] = []
    for place, word in enumerate(words):
        before = own[place - 1] if place else edge
        after = own[place + 1] if place + 1 < len(own) else edge
        expected = _WORD_MS + _LETTER_MS * len(word.text)
        pace = math.log(max(30, word.end - word.start) / expected)
        rows.append(
            (
                own[place],
                own[place] ** 2 / 7,
                everywhere,
                min(before, after),
                max(0.0, -pace),
                max(0.0, pace),
                min(len(word.text), 10) / 5,
                math.log(len(words)),
            )
        )
    return rows


def _logit(confidence: float) -> float:
    bounded = min(_HIGHEST, max(_LOWEST, confidence))
    return math.log(bounded / (1 - bounded))


def load_calibrator(folder: Path) -> Calibrator | None:
    """The calibrator of the model in `folder`; None where it has none.

    Raises SpeechError if it is damaged.
    """
    file = folder / FILE
    try:
        read = msgspec.json.decode(file.read_bytes(), type=_Weights)
        weights = [read.weights[name] for name in FEATURES]
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, KeyError) as error:
        raise SpeechError(
            f"{file} cannot be used ({error}); install the model again or remove the file."
        ) from None
    return Calibrator(read.bias, weights)
