"""The trained classifiers beside the phrase tables, and from which score on they count.

Phrases stay the law where wording must be exact and editable; the classifiers find what is said in
open wording, and veto a phrase in a sentence that speaks clearly against it. They score utterances
in log odds; the bars of each label stand in `models/detectors/bars.toml`, chosen by the recipe on
labelled training sentences.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assist import paths
from assist.core.errors import AssistError
from assist.core.phrases import Match
from assist.core.tokens import Tokens
from assist.detect.classifier import Classifier, Scores, load_classifier
from assist.detect.features import load_space

_SURE = 2.5
"""Log odds above its bar at which a label is all but certain: odds of twelve to one or better."""

_LIKELY = -0.5
"""Log odds of distress from which it is named even where no one kind of it stands out."""

_LEAST_WORDS = 4
"""Words an utterance has at least for the classifier to find something by itself: what two or three
words mean hangs on what was said before, and phrases know the plain cases."""


class DetectError(AssistError):
    """The shipped classifiers cannot be read."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Log odds from which a label is found without a phrase, and below which a phrase is vetoed."""

    add: float
    keep: float


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a classifier says about one utterance."""

    scores: Scores
    bars: dict[str, Bar]

    @property
    def is_short(self) -> bool:
        """Whether there are too few words for the classifier to add anything to the phrases."""
        return self.scores.count < _LEAST_WORDS

    def adds(self, label: str) -> bool:
        """Whether the label is found by the classifier alone."""
        return not self.is_short and self.scores.logits[label] >= self.bars[label].add

    def keeps(self, label: str) -> bool:
        """Whether a phrase found for the label may stand."""
        bar = self.bars.get(label)
        return bar is None or self.scores.logits[label] >= bar.keep

    def is_likely(self, label: str) -> bool:
        """Whether the label is found at odds not far below even, however low its bar."""
        return self.adds(label) and self.scores.logits[label] >= _LIKELY

    def is_sure(self, label: str) -> bool:
        """Whether the label is well above its bar: sure enough to say how strong it is."""
        return self.scores.logits[label] >= self.bars[label].add + _SURE

    def above_bar(self, label: str) -> float:
        """How far the label is above the bar from which it is found, in log odds."""
        return self.scores.logits[label] - self.bars[label].add

    def span(self, label: str) -> Match:
        """The words that speak most for the label."""
        return self.scores.span(label)


class Learned:
    """One side's classifier with its bars."""

    def __init__(self, classifier: Classifier, bars: dict[str, Bar]) -> None:
        self._classifier = classifier
        self._bars = bars

    def is_word(self, word: str) -> bool:
        """Whether this is a word of the texts learned from, as most names are not."""
        return self._classifier.knows(word)

    def opinion(self, tokens: Tokens) -> Opinion:
        """What the classifier says about an utterance of at least one token."""
        return Opinion(self._classifier.score(tokens.texts), self._bars)


@dataclass(frozen=True, slots=True)
class LearnedDetectors:
    """The classifiers of both sides."""

    agent: Learned
    customer: Learned


@cache
def learned_detectors() -> LearnedDetectors:
    """The shipped classifiers, read once per process."""
    return read_learned(paths.models_dir() / "detectors")


def read_learned(folder: Path) -> LearnedDetectors:
    """The classifiers in `folder`; raises DetectError where one is missing or broken."""
    try:
        space = load_space(folder / "words.npz")
        bars = tomllib.loads((folder / "bars.toml").read_text(encoding="utf-8"))
        sides = {
            side: Learned(
                load_classifier(folder / f"{side}.npz", space),
                {label: Bar(float(add), float(keep)) for label, (add, keep) in bars[side].items()},
            )
            for side in ("agent", "customer")
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DetectError(
            f"The detectors in {folder} cannot be read ({error}); install the app again."
        ) from error
    return LearnedDetectors(**sides)
