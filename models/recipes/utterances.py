"""`python -m models.recipes.utterances DATA`: make the utterance classifiers in models/detectors.

DATA is the folder `../shared/data`. Everything is seeded: the same texts give the same files. What
each label's bars are (see `assist.detect.learned`) is chosen on sentences that the classifier in
question was not trained on: five parts, a part's rows judged by the classifier of the other four.
"""

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assist.core.tokens import tokenize
from assist.detect.agent import AgentDetector
from assist.detect.classifier import save_classifier
from assist.detect.customer import CustomerDetector
from assist.detect.features import WordSpace, load_space
from models.recipes import utterance_bars, utterance_material, utterance_words
from models.recipes.utterance_labels import labelled
from models.recipes.utterance_material import AGENT, CUSTOMER, FEELINGS, Example, complete
from models.recipes.utterance_training import Options, Table, Trained, train

FOLDER = Path(__file__).resolve().parents[1] / "detectors"
FOLDS = 5
PER_LINE = 6
GUESSED = {"agent": 8000, "customer": 14000}
"""Unlabelled texts whose labels the phrase tables guess; they weigh little."""

CALM = ("multidogo_customer", "natcs_customer", "nlupp_customer", "star_dialogues")
"""Sources in which a customer's turn without a telling phrase hardly ever shows a feeling."""

MOST_FEATURES = 130_000
"""The features of largest weight are kept: the files stay small, the scores the same to 0.1."""

_LONG = 45
"""Words of a long turn."""

_GUESS_WEIGHT, _CALM_WEIGHT, _EMOTION_WEIGHT, _LABELLED_WEIGHT = 0.25, 0.8, 0.1, 1.5


class PhraseGuess:
    """The labels that phrases alone find in a text."""

    def __init__(self, party: str) -> None:
        self._agent = AgentDetector() if party == "agent" else None
        self._customer = CustomerDetector() if party == "customer" else None

    def labels(self, text: str) -> tuple[set[str], int]:
        """(labels, intensity)."""
        tokens = tokenize(text)
        if self._agent is not None:
            return {each.label for each in self._agent.find(tokens, customer_name="")}, 0
        assert self._customer is not None
        found = self._customer.find(tokens)
        levels = [int(each.detail) for each in found if each.label in FEELINGS]
        return {each.label for each in found}, max(levels, default=0)


def material(party: str, data: Path, space: WordSpace, rng: random.Random) -> list[Example]:
    """Everything one side learns from; labelled rows and our own plain sentences come first."""
    own = utterance_material.own(party, PER_LINE, rng)
    read = [each for each in labelled(data, _LABELLED_WEIGHT) if each.party == party]
    composed = utterance_material.compose(own, len(own), rng)
    plain = [*read, *own, *composed]
    mishearing = utterance_material.Mishearing(space.words, rng)
    made = [*plain, *(mishearing.copy(example) for example in plain)]
    guess = PhraseGuess(party)
    texts = [each for each in utterance_words.utterances(data) if each[1] == party]
    for source, _, text in rng.sample(texts, min(len(texts), GUESSED[party])):
        text = passage(text, rng)
        names, intensity = guess.labels(text)
        labels, left_open = complete(names, intensity)
        is_calm = source in CALM and not names
        if party == "customer" and source not in CALM:
            # A complaint in which phrases find nothing is a complaint all the same.
            left_open |= frozenset(CUSTOMER) - labels
        made.append(
            Example(
                party=party,
                text=text,
                labels=labels,
                open=left_open,
                weight=_CALM_WEIGHT if is_calm else _GUESS_WEIGHT,
                group="guessed",
            )
        )
    if party == "customer":
        made += utterance_material.emotions(data, _EMOTION_WEIGHT, rng)
    return made


def passage(text: str, rng: random.Random) -> str:
    """The text, or of a long one a passage as long as a turn."""
    words = text.split()
    if len(words) <= _LONG:
        return text
    size = rng.randint(10, _LONG)
    start = rng.randrange(len(words) - size)
    return " ".join(words[start : start + size])


def held_out(table: Table, space: WordSpace, options: Options) -> NDArray[np.float32]:
    """Log odds of labelled rows and our own sentences by classifiers that never saw their kin."""
    groups = sorted({each.group for each in table.examples})
    order = random.Random(1).sample(groups, len(groups))
    fold = {group: number % FOLDS for number, group in enumerate(order)}
    never = {"guessed", "emotions"}
    folds = np.array([-1 if e.group in never else fold[e.group] for e in table.examples])
    logits = np.full(table.wanted.shape, np.nan, dtype=np.float32)
    for number in range(FOLDS):
        trained = train(table, np.flatnonzero(folds != number), options)
        for row in np.flatnonzero(folds == number):
            logits[row] = score(table, int(row), trained)
    return logits


def score(table: Table, row: int, trained: Trained) -> NDArray[np.float32]:
    """Log odds of a table's row."""
    at = np.minimum(np.searchsorted(trained.keys, table.keys[row]), len(trained.keys) - 1)
    known = at[trained.keys[at] == table.keys[row]]
    logits = trained.weights[known].sum(axis=0) + table.means[row] @ trained.dense + trained.bias
    return np.asarray(logits, dtype=np.float32)


def make(party: str, data: Path, space: WordSpace, folder: Path) -> str:
    """Train one side, write its file; returns its part of bars.toml."""
    began = time.monotonic()
    labels = AGENT if party == "agent" else CUSTOMER
    examples = material(party, data, space, random.Random(3))
    table = Table(examples, labels, space)
    options = Options(decay=1e-4, least=3, epochs=5)
    logits = held_out(table, space, options)
    bars = utterance_bars.choose(table, logits, PhraseGuess(party))
    trained = train(table, np.arange(len(table.examples)), options).pruned(MOST_FEATURES)
    save_classifier(
        folder / f"{party}.npz",
        labels=labels,
        keys=trained.keys,
        weights=trained.weights,
        dense=trained.dense,
        bias=trained.bias,
    )
    print(
        f"{party}: {len(table.examples)} examples, {len(trained.keys)} features, "
        f"{time.monotonic() - began:.0f} s"
    )
    print(utterance_bars.report(bars))
    return utterance_bars.as_toml(party, bars)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m models.recipes.utterances", description=__doc__
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--keep-words", action="store_true", help="reuse words.npz")
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    words = options.folder / "words.npz"
    if not options.keep_words or not words.exists():
        texts = (
            utterance_words.spoken(text[:2000])
            for _, _, text in utterance_words.utterances(options.data)
        )
        utterance_words.build(text for text in texts if text).save(words)
    space = load_space(words)
    bars = [make(party, options.data, space, options.folder) for party in ("agent", "customer")]
    (options.folder / "bars.toml").write_text(
        "# Log odds: found without a phrase from the first; a phrase is vetoed below the second.\n"
        + "\n".join(bars),
        encoding="utf-8",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
