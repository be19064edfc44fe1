"""Calibrated confidence: monotone, bounded, and only where a model brings its weights."""

import json
import math
from pathlib import Path

import pytest

from assist import paths
from assist.core.words import Word
from assist.speech.confidence import FEATURES, FILE, Calibrator, features, load_calibrator
from assist.speech.errors import SpeechError
from models.recipes import confidence as recipe

SHIPPED = paths.models_dir() / "starter"


def word(text: str, confidence: float, *, start: int = 0, ms: int = 0) -> Word:
    return Word(
        text=text, start=start, end=start + (ms or 60 + 55 * len(text)), confidence=confidence
    )


def own_only(weight: float = 1.0, bias: float = 0.0) -> Calibrator:
    return Calibrator(bias, [weight if name == "own" else 0.0 for name in FEATURES])


def test_no_weights_but_its_own_give_the_same_confidence_back() -> None:
    words = tuple(word("refund", number / 10) for number in range(1, 10))
    assert [one.confidence for one in own_only()(words)] == pytest.approx(
        [one.confidence for one in words], abs=1e-3
    )


def test_words_and_times_stay_as_they_are() -> None:
    words = (word("hello", 1.0), word("there", 0.0, start=400))
    made = own_only(3.0, -1.0)(words)
    assert [(one.text, one.start, one.end) for one in made] == [
        (one.text, one.start, one.end) for one in words
    ]
    assert all(0 <= one.confidence <= 1 for one in made)


def test_no_words_are_no_words() -> None:
    assert own_only()(()) == ()


def test_features_have_their_names_and_stay_in_bounds() -> None:
    odd = [word("a", 0.0, ms=1), word("x" * 300, 1.0, ms=90_000), word("'", 2.0, ms=-5)]
    for row in features(odd):
        assert len(row) == len(FEATURES)
        assert all(math.isfinite(value) and abs(value) < 12 for value in row)


def test_a_hurried_word_and_a_drawn_out_one_are_told_apart() -> None:
    hurried, drawn = (
        dict(zip(FEATURES, features([word("refund", 0.9, ms=ms)])[0], strict=True))
        for ms in (100, 1500)
    )
    assert hurried["hurried"] > 0 == hurried["drawn_out"]
    assert drawn["drawn_out"] > 0 == drawn["hurried"]


def test_a_model_without_weights_is_not_calibrated(tmp_path: Path) -> None:
    assert load_calibrator(tmp_path) is None


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[]", '{"bias": "x", "weights": {}}', '{"bias": 0, "weights": {"own": 1}}'],
)
def test_damaged_weights_are_told(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    with pytest.raises(SpeechError, match=r"confidence\.json cannot be used"):
        load_calibrator(tmp_path)


def _heard(kind: str, confidence: float, right: int, wrong: int) -> list[recipe.Heard]:
    one = (word("refund", confidence),)
    return [recipe.Heard(kind=kind, words=one, is_right=(True,))] * right + [
        recipe.Heard(kind=kind, words=one, is_right=(False,))
    ] * wrong


def test_what_is_fitted_is_honest_about_what_it_was_fitted_on(tmp_path: Path) -> None:
    heard = [
        *_heard("one", 0.99, 700, 300),
        *_heard("one", 0.6, 400, 600),
        *_heard("one", 0.3, 100, 900),
    ]
    recipe.write(tmp_path, *recipe.fit(heard))
    calibrate = load_calibrator(tmp_path)
    assert calibrate is not None
    before, after = recipe.reliability(heard, None), recipe.reliability(heard, calibrate)
    assert before.expected_error > 0.2
    assert after.expected_error < 0.05
    low, high = recipe.interval(heard, calibrate, draws=50)
    assert low <= after.expected_error + 0.02
    assert high < 0.1


def test_each_kind_of_speech_counts_alike() -> None:
    many, few = _heard("many", 0.9, 9000, 1000), _heard("few", 0.9, 10, 90)
    bias, weights = recipe.fit([*many, *few])
    made = Calibrator(bias, weights.tolist())((word("refund", 0.9),))
    assert made[0].confidence == pytest.approx(0.5, abs=0.02)


@pytest.mark.skipif(not (SHIPPED / FILE).exists(), reason="this starter is not calibrated")
def test_the_shipped_weights_never_turn_confidence_around() -> None:
    calibrate = load_calibrator(SHIPPED)
    assert calibrate is not None
    for neighbour in (0.3, 0.7, 1.0):
        chances = [
            calibrate((word("my", neighbour), word("refund", own / 50, start=300)))[1].confidence
            for own in range(5, 51)
        ]
        assert chances == sorted(chances)
        assert chances[-1] - chances[0] > 0.2


def test_weights_are_written_as_they_are_read(tmp_path: Path) -> None:
    recipe.write(tmp_path, *recipe.fit(_heard("one", 0.8, 50, 50)))
    assert set(json.loads((tmp_path / FILE).read_text())["weights"]) == set(FEATURES)
