"""Language model and letter-to-sound rules."""

import math
import random
from pathlib import Path

import pytest

from assist.speech.pronounce import Pronouncer
from models.recipes import g2p, language, names
from models.recipes.ngram import BOS, EOS, Context, Counts, Model, estimate, prune

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


def test_letters_are_learned_from_their_neighbours(tmp_path: Path) -> None:
    sounds = {"b": "B", "d": "D", "p": "P", "t": "T", "n": "N", "m": "M"}
    words = [(a + "a" + b, (sounds[a], "AE", sounds[b])) for a in sounds for b in sounds]
    words += [(a + "a" + b + "e", (sounds[a], "EY", sounds[b])) for a in sounds for b in sounds]
    kept = {"tap", "tape", "man", "mane"}
    taught = [(word, phones) for word, phones in words if word not in kept]
    file = tmp_path / "letters.npz"
    g2p.write(file, *g2p.learn(g2p.aligned(taught), order=5, keep=10_000))
    pronounce = Pronouncer(file)
    assert pronounce("tap") == (("T", "AE", "P"),)
    assert pronounce("mane") == (("M", "EY", "N"),)


def test_pronunciations_are_as_likely_in_the_file_as_in_the_model(tmp_path: Path) -> None:
    taught = [("ab", ("AE", "B")), ("ab", ("EY", "B")), ("ba", ("B", "AE")), ("aab", ("AE", "B"))]
    pieces, model = g2p.learn(g2p.aligned(taught * 20), order=3, keep=4)
    file = tmp_path / "letters.npz"
    g2p.write(file, pieces, model)
    pronounce = Pronouncer(file)
    number = {piece: index for index, piece in enumerate(pieces, 2)}
    spelled = [number["a", ("AE",)], number["b", ("B",)], EOS]
    context: Context = (BOS,)
    for piece in spelled:
        said = pronounce._price(pronounce._context(context[-2:]), piece)
        assert said == pytest.approx(-math.log(model.probability(context, piece)), abs=0.1)
        context = (*context, piece)


def test_held_out_words_take_their_inflections_with_them() -> None:
    for word in ("cat", "router", "jones"):
        assert g2p.is_held_out(word) == g2p.is_held_out(word + "s") == g2p.is_held_out(word + "'s")


def test_a_dictionary_judges_the_guesses() -> None:
    class Guesses:
        def __call__(self, word: str, most: int = 1) -> tuple[tuple[str, ...], ...]:
            return (("K", "AE", "T"), ("K", "EY", "T"))[:most]

    held = g2p.judge(
        Guesses(), [("cat", [("K", "AE", "T")]), ("kate", [("K", "EY", "T")]), ("x", [("EH",)])]
    )
    assert held.word_errors == pytest.approx(2 / 3)
    assert held.of_two == pytest.approx(1 / 3)
    assert held.phone_errors == pytest.approx((0 + 1 + 3) / (3 + 3 + 1))


PEOPLE = names.Census(
    first={"maria": 1.0, "will": 0.5, "max": 0.1, "john": 3.0}, last={"smith": 1.0, "will": 0.1}
)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("hi maria smith here", "hi <first> <last> here"),
        ("my name is will", "my name is <first>"),
        ("i will call maria", "i will call <first>"),
        ("what is the max top up", "what is the max top up"),
        ("mister smith called", "mister <last> called"),
        ("a smith is a craftsman", "a smith is a craftsman"),
        ("in san maria they say", "in san maria they say"),
        ("maria's phone", "maria's phone"),
    ],
)
def test_names_are_marked_where_they_are_names(text: str, marked: str) -> None:
    marker = names.Marker(
        PEOPLE, ["maria", "max", "john"], ["the the"], ["the max"] * 9 + ["john"] * 9
    )
    assert marker(text) == marked


def test_costs_of_a_class_are_those_of_a_distribution() -> None:
    costs = names.costs(PEOPLE.first)
    assert sum(math.exp(-cost) for cost in costs.values()) == pytest.approx(1)
    assert costs["john"] < costs["maria"] < costs["max"]


def test_after_a_name_what_stood_before_it_is_forgotten() -> None:
    sources = {"own": ["hi <first> speaking", "this is <first> here"] * 3}
    model, number = language.build(sources, ["hi", "speaking", "this", "is", "here"], 3, 1000)
    name = number[names.FIRST]
    assert (name,) in model.listed
    assert [one for one in model.listed if len(one) > 1 and one[-1] == name] == []
    assert model.probability((number["is"], name), number["here"]) == pytest.approx(
        model.probability((number["hi"], name), number["here"])
    )
