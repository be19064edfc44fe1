"""Language model and letter-to-sound rules."""

import random

import pytest

from models.recipes.g2p import Guesser
from models.recipes.ngram import BOS, EOS, Counts, Model, estimate, prune

VOCABULARY = 30


@pytest.fixture
def model() -> Model:
    rng = random.Random(4)
    counts = Counts(3)
    for _ in range(400):
        counts.add([2 + min(int(rng.expovariate(0.3)), 25) for _ in range(rng.randint(1, 8))], 0.5)
    return estimate(counts, VOCABULARY)


def _sums(model: Model) -> list[float]:
    words = range(EOS, VOCABULARY)
    return [sum(model.probability(context, word) for word in words) for context in model.listed]


def test_every_context_sums_to_one(model: Model) -> None:
    assert _sums(model) == pytest.approx([1.0] * len(model.listed), abs=1e-6)


def test_a_pruned_model_still_sums_to_one_and_keeps_its_size(model: Model) -> None:
    before = model.size()
    prune(model, 0.0, keep=60)
    assert model.size() <= 60 + VOCABULARY < before
    assert _sums(model) == pytest.approx([1.0] * len(model.listed), abs=1e-6)


def test_pruning_hurts_little_what_it_may_drop(model: Model) -> None:
    rng = random.Random(9)
    text = [[2 + min(int(rng.expovariate(0.3)), 25) for _ in range(6)] for _ in range(50)]
    full = model.perplexity(text)
    prune(model, 0.0, keep=model.size() // 3)
    assert model.perplexity(text) < 1.3 * full


def test_unseen_words_have_a_probability(model: Model) -> None:
    assert model.probability((BOS,), VOCABULARY - 1) > 0


def test_letters_are_learned_from_their_neighbours() -> None:
    sounds = {"b": "B", "d": "D", "p": "P", "t": "T", "n": "N", "m": "M"}
    words = [(a + "a" + b, (sounds[a], "AE", sounds[b])) for a in sounds for b in sounds]
    words += [(a + "a" + b + "e", (sounds[a], "EY", sounds[b])) for a in sounds for b in sounds]
    kept = {"tap", "tape", "man", "mane"}
    guess = Guesser([(word, phones) for word, phones in words if word not in kept])
    assert guess("tap") == ("T", "AE", "P")
    assert guess("mane") == ("M", "EY", "N")
