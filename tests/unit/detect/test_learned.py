"""The classifiers beside the phrases: what they add, what they rest on, and what they cost."""

import time
from pathlib import Path

import numpy as np
import pytest

from assist import paths
from assist.core.events import DISTRESS
from assist.core.tokens import tokenize
from assist.detect.agent import AgentDetector, agent_detector
from assist.detect.classifier import load_classifier, save_classifier
from assist.detect.customer import CustomerDetector, customer_detector
from assist.detect.features import WordSpace, extract, load_space
from assist.detect.learned import DetectError, learned_detectors, read_learned

FOLDER = paths.models_dir() / "detectors"


def space() -> WordSpace:
    words = ["i", "am", "not", "happy", "with", "this"]
    vectors = np.eye(6, 4, dtype=np.float32)
    return WordSpace(words, np.arange(1, 7), vectors)


def test_an_utterance_has_the_same_features_whenever_it_is_said() -> None:
    texts = ("i", "am", "not", "happy", "at", "all")
    one, other = extract(texts, space()), extract(texts, space())
    assert np.array_equal(one.keys, other.keys)
    assert np.array_equal(one.mean, other.mean)
    assert one.starts.min() >= 0
    assert one.ends.max() <= len(texts)


def test_words_in_another_order_have_other_features() -> None:
    one = extract(("not", "happy"), space())
    other = extract(("happy", "not"), space())
    assert set(one.keys.tolist()) != set(other.keys.tolist())


def test_a_saved_classifier_scores_as_before(tmp_path: Path) -> None:
    """Weights are kept as bytes, so scores may differ by the rounding of each."""
    features = extract(("not", "happy", "with", "this"), space())
    keys = np.unique(features.keys)
    weights = np.random.default_rng(1).normal(size=(len(keys), 2)).astype(np.float32)
    dense = np.ones((4, 2), dtype=np.float32)
    bias = np.array([0.5, -1.0], dtype=np.float32)
    save_classifier(
        tmp_path / "x.npz",
        labels=("one", "two"),
        keys=keys,
        weights=weights,
        dense=dense,
        bias=bias,
    )
    loaded = load_classifier(tmp_path / "x.npz", space())
    expected = weights.sum(axis=0) + features.mean @ dense + bias
    scores = loaded.score(("not", "happy", "with", "this"))
    assert scores.logits["one"] == pytest.approx(expected[0], abs=0.3)
    assert scores.logits["two"] == pytest.approx(expected[1], abs=0.3)


def test_a_word_space_reads_back_as_saved(tmp_path: Path) -> None:
    space().save(tmp_path / "words.npz")
    loaded = load_space(tmp_path / "words.npz")
    assert loaded.words == space().words
    assert np.allclose(loaded.vectors, space().vectors, atol=0.01)


def test_missing_detectors_are_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DetectError, match=r"cannot be read .*; install the app again\.$"):
        read_learned(tmp_path)


def test_detectors_made_for_other_features_are_refused(tmp_path: Path) -> None:
    for name in ("words.npz", "agent.npz", "customer.npz"):
        np.savez_compressed(tmp_path / name, version=np.array(0))
    (tmp_path / "bars.toml").write_text("[agent]\n[customer]\n")
    with pytest.raises(DetectError, match="other features"):
        read_learned(tmp_path)


# None of these holds a phrase of the tables; what they mean stands in how they are worded.
@pytest.mark.parametrize(
    "text",
    [
        "three agents gave me three different answers and my suitcase is still somewhere in denver",
        "you changed our seats without asking and split up the kids from us on a ten hour flight",
    ],
)
def test_a_grievance_without_a_word_for_the_feeling_is_distress(text: str) -> None:
    found = {finding.label for finding in customer_detector().find(tokenize(text))}
    assert found & {str(feeling) for feeling in DISTRESS}


def test_what_the_classifier_adds_is_quoted_from_the_utterance() -> None:
    text = "hello there you changed our seats without asking and split up the kids from us"
    tokens = tokenize(text)
    by_phrase = {finding.label for finding in CustomerDetector().find(tokens)}
    added = [each for each in customer_detector().find(tokens) if each.label not in by_phrase]
    assert added
    for finding in added:
        assert 0 <= finding.start < finding.end <= len(tokens)
        assert finding.end - finding.start <= 20


@pytest.mark.parametrize(
    "text",
    [
        "we changed our seats last week",
        "i ordered it on tuesday for my daughter's birthday",
        "can you tell me which gate my flight leaves from",
        "yes that is my address and the phone number is right",
    ],
)
def test_plain_talk_shows_no_feeling(text: str) -> None:
    found = {finding.label for finding in customer_detector().find(tokenize(text))}
    assert not found & {str(feeling) for feeling in DISTRESS}


def test_open_utterances_are_judged_by_phrases_alone() -> None:
    """The cue engine hears ten partials a second; the classifier is asked once, at the final."""
    text = "they sat on my claim for weeks and every letter i send disappears into a black hole"
    tokens = tokenize(text, is_open=True)
    open_labels = [each.label for each in customer_detector().find(tokens, is_open=True)]
    assert open_labels == [each.label for each in CustomerDetector().find(tokens, is_open=True)]
    agent_tokens = tokenize("i'm sorry that simply isn't going to happen", is_open=True)
    assert agent_detector().find(
        agent_tokens, customer_name="", is_open=True
    ) == AgentDetector().find(agent_tokens, customer_name="", is_open=True)


def test_a_word_or_two_is_left_to_the_phrases() -> None:
    for text in ("right", "okay so", "all of it", "not again please"):
        tokens = tokenize(text)
        learned = {each.label for each in customer_detector().find(tokens)}
        if len(tokens) < 4:
            assert learned == {each.label for each in CustomerDetector().find(tokens)}


def test_the_detectors_are_small_and_read_fast() -> None:
    """A few megabytes and 200 ms are the budget; 0.5 s allows for a busy machine."""
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 5_000_000
    best = 1.0
    for _ in range(3):
        began = time.perf_counter()
        read_learned(FOLDER)
        best = min(best, time.perf_counter() - began)
    assert best < 0.5


def test_an_utterance_costs_little() -> None:
    """2 ms on one core is the budget; the best of several runs keeps a busy machine out of it."""
    learned = learned_detectors().customer
    tokens = tokenize(
        " ".join(["i have been waiting for my bag since monday and nobody calls"] * 3)
    )
    best = 1.0
    for _ in range(20):
        began = time.perf_counter()
        learned.opinion(tokens)
        best = min(best, time.perf_counter() - began)
    assert best < 0.002
