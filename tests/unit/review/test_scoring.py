"""Shares and their intervals."""

import math

import pytest

from assist.review.scoring import intensity_score, macro_score, rate_interval, score, wilson


def test_precision_recall_and_f1_are_the_usual_shares() -> None:
    made = score(hits=8, false=2, missed=4)
    assert made.precision == pytest.approx(0.8)
    assert made.recall == pytest.approx(8 / 12)
    assert made.f1 == pytest.approx(2 * 8 / (10 + 12))
    assert made.support == 12


def test_wilsons_interval_is_that_of_the_textbook() -> None:
    # 8 of 10: 0.4902 to 0.9433
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)


def test_a_full_score_on_few_rows_is_no_certainty() -> None:
    made = score(hits=4, false=0, missed=0)
    assert made.precision == made.recall == made.f1 == 1.0
    assert made.precision_low == pytest.approx(0.5101, abs=1e-4)
    assert 0.6 < made.f1_low < 0.7
    assert made.f1_high == pytest.approx(1.0)


def test_nothing_found_and_nothing_there_scores_nothing_over_the_whole_range() -> None:
    made = score(hits=0, false=0, missed=0)
    assert (made.precision, made.recall, made.f1, made.support) == (0.0, 0.0, 0.0, 0)
    assert (made.precision_low, made.precision_high) == (0.0, 1.0)


def test_the_interval_of_f1_holds_it_and_narrows_with_more_rows() -> None:
    few, many = score(hits=8, false=2, missed=2), score(hits=800, false=200, missed=200)
    for made in (few, many):
        assert made.f1_low < made.f1 < made.f1_high
    assert many.f1_high - many.f1_low < (few.f1_high - few.f1_low) / 5


def test_a_macro_score_weighs_every_class_alike() -> None:
    pairs = [("none", "none")] * 90 + [("anger", "anger")] * 5 + [("worry", "none")] * 5
    made = macro_score(pairs)
    none_f1 = 2 * 90 / (90 + 95)
    assert made.f1 == pytest.approx((none_f1 + 1 + 0) / 3)
    assert made.recall == pytest.approx(2 / 3)
    assert made.support == 100
    assert made.f1_low < made.f1 <= made.f1_high


def test_a_class_that_no_row_bears_costs_precision_of_others_only() -> None:
    made = macro_score([("none", "none"), ("none", "fear"), ("anger", "anger")])
    assert made.recall == pytest.approx((0.5 + 1) / 2)
    assert made.precision == 1.0


def test_a_macro_score_is_the_same_each_time() -> None:
    pairs = [("none", "none"), ("anger", "none"), ("anger", "anger"), ("none", "anger")] * 5
    assert macro_score(pairs) == macro_score(pairs)


def test_no_rows_give_no_macro_score() -> None:
    assert macro_score([]).support == 0


def test_the_interval_of_a_rate_is_poissons() -> None:
    # Exact limits for 10 events: 4.80 and 18.39; Byar's are within a hundredth.
    low, high = rate_interval(10, 2.0)
    assert low == pytest.approx(4.795 / 2, abs=0.01)
    assert high == pytest.approx(18.39 / 2, abs=0.01)


def test_no_event_seen_leaves_room_for_some() -> None:
    low, high = rate_interval(0, 1.0)
    assert low == 0.0
    assert 3.0 < high < 4.0
    assert rate_interval(0, 0.0) == (0.0, math.inf)


def test_strengths_are_compared_by_how_far_they_are_off() -> None:
    right = intensity_score([(0, 0), (1, 1), (2, 2), (3, 3)])
    assert right is not None
    assert (right.exact, right.within_one, right.bias, right.kappa) == (1.0, 1.0, 0.0, 1.0)
    near = intensity_score([(0, 1), (1, 2), (2, 3), (3, 3)])
    far = intensity_score([(0, 3), (1, 1), (2, 2), (3, 3)])
    assert near is not None
    assert far is not None
    assert (near.exact, near.within_one, near.bias) == (0.25, 1.0, 0.75)
    assert (far.exact, far.within_one) == (0.75, 0.75)
    assert far.kappa < near.kappa
    assert near.exact_low < 0.25 < near.exact_high
    assert intensity_score([]) is None
