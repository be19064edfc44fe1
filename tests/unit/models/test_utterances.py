"""The classifiers' recipe: its material is whole, and a small one learns what it is shown."""

import csv
import random
from pathlib import Path

import numpy as np
import pytest

from assist.detect.features import WordSpace
from models.recipes import utterance_bars, utterance_material
from models.recipes.utterance_labels import LABELS, labelled
from models.recipes.utterance_material import AGENT, CUSTOMER, Example, Mishearing, Patterns
from models.recipes.utterance_training import Options, Table, train
from models.recipes.utterance_words import spoken

DATA = Path(__file__).parents[4] / "shared" / "data"
KNOWN = {*AGENT, *CUSTOMER, "way_forward"}


@pytest.mark.parametrize("party", ["agent", "customer"])
def test_our_own_sentences_carry_labels_that_exist(party: str) -> None:
    examples = utterance_material.own(party, 1, random.Random(1))
    assert len(examples) > 400
    for example in examples:
        assert example.labels <= KNOWN, example.group
        assert not set("(){}|") & set(example.text), example.text


def test_a_pattern_is_said_in_each_of_its_ways() -> None:
    patterns = Patterns({"day": ["monday", "friday"]}, random.Random(2))
    said = {patterns.expand("(call|ring (me|us)) on {day}") for _ in range(200)}
    assert said == {
        f"{verb} on {day}"
        for verb in ("call", "ring me", "ring us")
        for day in ("monday", "friday")
    }


def test_the_shipped_labels_hold_no_text() -> None:
    with LABELS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 1000
    assert set(rows[0]) == {
        "file",
        "ref",
        "party",
        "feelings",
        "intensity",
        "unsure_feelings",
        "threats",
        "unsure_threats",
        "agent_labels",
        "unsure_agent_labels",
    }
    for row in rows:
        assert row["file"].startswith("texts/")
        assert not any(" " in cell.strip() for cell in row.values())


@pytest.mark.data
@pytest.mark.skipif(not DATA.exists(), reason="needs ../shared/data")
def test_every_label_finds_its_text() -> None:
    examples = list(labelled(DATA, 1.0))
    assert len(examples) > 1000
    assert all(example.text.strip() for example in examples)
    assert all(example.labels <= {*KNOWN, "uses_name"} for example in examples)


def test_a_way_forward_ends_a_composed_dead_end() -> None:
    parts = [
        Example(party="agent", text="we cannot do that", labels=frozenset({"dead_end"}), group="a"),
        Example(party="agent", text="i will call", labels=frozenset({"concrete_follow_up"})),
        Example(party="agent", text="good morning"),
    ]
    made = utterance_material.compose(parts * 3, 60, random.Random(4))
    both = [each for each in made if "cannot" in each.text and "call" in each.text]
    assert both
    assert all("dead_end" not in each.labels for each in both)


def test_misheard_words_sound_alike() -> None:
    mishearing = Mishearing(["their", "there", "they're", "flight"], random.Random(5))
    heard = {mishearing.mishear("There, flight!", 1.0) for _ in range(50)}
    words = {word for text in heard if text[0].islower() for word in text.split()}
    assert "their" in words
    assert words <= {"their", "there", "they're", "flight"}


def _space(words: set[str]) -> WordSpace:
    vectors = np.random.default_rng(1).normal(size=(len(words), 4)).astype(np.float32)
    return WordSpace(sorted(words), np.arange(len(words)) + 1, vectors)


def _toy() -> tuple[Table, WordSpace]:
    refusals = ["we cannot do that", "that is not possible", "no refund for that", "we cannot help"]
    offers = ["we can do that", "that is possible", "a refund is on its way", "we can help"]
    space = _space({word for text in refusals + offers for word in spoken(text)})
    examples = [
        Example(party="agent", text=text, labels=frozenset({"dead_end"}), group=f"own-agent-{n}")
        for n, text in enumerate(refusals * 5)
    ]
    examples += [
        Example(party="agent", text=text, group=f"own-agent-{n}")
        for n, text in enumerate(offers * 5, 100)
    ]
    return Table(examples, ("dead_end",), space), space


def test_training_tells_apart_what_it_was_shown() -> None:
    table, space = _toy()
    trained = train(table, np.arange(len(table.examples)), Options(epochs=20))
    classifier = trained.classifier(space)
    assert classifier.score(("we", "can", "not", "do", "that")).logits["dead_end"] > 0
    assert classifier.score(("we", "can", "do", "that")).logits["dead_end"] < 0


def test_the_same_seed_trains_the_same_weights() -> None:
    table, _ = _toy()
    rows = np.arange(len(table.examples))
    one, other = train(table, rows, Options()), train(table, rows, Options())
    assert np.array_equal(one.weights, other.weights)


def test_labels_left_open_teach_nothing() -> None:
    space = _space({"yes", "no", "maybe"})
    open_rows = [
        Example(party="agent", text="yes no maybe", open=frozenset({"dead_end"}), group=str(n))
        for n in range(8)
    ]
    table = Table(open_rows, ("dead_end",), space)
    trained = train(table, np.arange(8), Options())
    assert not trained.weights.any()


def test_a_bar_lies_between_what_it_parts_and_vetoes_no_act_of_the_agent() -> None:
    table, _ = _toy()

    class Nothing:
        def labels(self, text: str) -> tuple[set[str], int]:
            return set(), 0

    logits = np.where(table.wanted > 0, 4.0, -4.0).astype(np.float32)
    (chosen,) = utterance_bars.choose(table, logits, Nothing())
    assert chosen.keep == -utterance_bars.NEVER
    assert -4.0 < chosen.add <= 4.0
