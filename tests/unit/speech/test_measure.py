"""Word errors, their interval, and whether confidence is honest."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.speech.measure import Alignment, align, calibration, error_rate, normalized


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Don\'t — I said: "Wait!"', "don't i said wait"),
        ("It’s five o’clock, y'all", "it's five o'clock y'all"),
        ("the students' rooms, 'cause", "the students rooms cause"),
        ("a check-in e-mail", "a check in e mail"),
        ("press 1, then 0", "press one then zero"),
        ("room 12 in 2026", "room 12 in 2026"),
        ("[noise] yes <unk> [laughter]", "yes"),
        ("Größe naïve", "größe naïve"),
        ("nai\u0308ve", "naïve"),
        ("हिन्दी में", "हिन्दी में"),
        ("snake_case", "snake case"),
        ("' — …", ""),
    ],
)
def test_what_sounds_the_same_is_compared_as_the_same(text: str, words: str) -> None:
    assert " ".join(normalized(text)) == words


def test_digits_stay_where_the_model_is_not_english() -> None:
    assert normalized("drücken Sie 1", spell_digits=False) == ("drücken", "sie", "1")


def aligned(said: str, heard: str) -> Alignment:
    return align(said.split(), heard.split())


@pytest.mark.parametrize(
    ("said", "heard", "hits", "substitutions", "deletions", "insertions"),
    [
        ("call me back", "call me back", 3, 0, 0, 0),
        ("call me back", "tall me back", 2, 1, 0, 0),
        ("call me back", "call back", 2, 0, 1, 0),
        ("call me back", "call me right back", 3, 0, 0, 1),
        ("call me back", "", 0, 0, 3, 0),
        ("", "the", 0, 0, 0, 1),
        ("no", "now that is more", 0, 1, 0, 3),
        # Two exchanged words are as many errors as one left out and one added.
        ("please call", "call us", 1, 0, 1, 1),
    ],
)
def test_each_error_has_its_kind(
    said: str, heard: str, hits: int, substitutions: int, deletions: int, insertions: int
) -> None:
    made = aligned(said, heard)
    assert (made.hits, made.substitutions, made.deletions, made.insertions) == (
        hits,
        substitutions,
        deletions,
        insertions,
    )


def test_each_word_heard_is_told_right_or_wrong() -> None:
    made = aligned("i will call you back today", "i will fall you uh back")
    assert made.is_correct == (True, True, False, True, False, True)


WORDS = st.lists(st.sampled_from("abc"), max_size=6)


def fewest_edits(said: tuple[str, ...], heard: tuple[str, ...]) -> int:
    """By definition: the best of every way to keep words of both in order."""
    best = len(said) + len(heard)
    for size in range(min(len(said), len(heard)) + 1):
        for mine in itertools.combinations(range(len(said)), size):
            for theirs in itertools.combinations(range(len(heard)), size):
                wrong = sum(said[a] != heard[b] for a, b in zip(mine, theirs, strict=True))
                best = min(best, wrong + len(said) + len(heard) - 2 * size)
    return best


@given(WORDS, WORDS)
def test_no_other_way_has_fewer_errors(said: list[str], heard: list[str]) -> None:
    made = align(said, heard)
    assert made.errors == fewest_edits(tuple(said), tuple(heard))
    assert made.words == len(said)
    assert made.hits == sum(made.is_correct)
    assert len(made.is_correct) == len(heard) == made.hits + made.substitutions + made.insertions


def test_a_rate_is_errors_per_word_said_over_all_utterances() -> None:
    rate = error_rate([aligned("a b c d", "a b c d"), aligned("a", "b c")])
    assert (rate.utterances, rate.words) == (2, 5)
    assert (rate.substitutions, rate.deletions, rate.insertions) == (1, 0, 1)
    assert rate.rate == pytest.approx(2 / 5)


def test_the_interval_comes_from_drawing_utterances_and_is_the_same_each_time() -> None:
    # Half of 100 equal utterances are all wrong: the share drawn is binomial, ± 1.96 * 0.05.
    made = [aligned("a b", "a b")] * 50 + [aligned("a b", "x y")] * 50
    rate = error_rate(made)
    assert rate.rate == pytest.approx(0.5)
    assert rate.low == pytest.approx(0.402, abs=0.02)
    assert rate.high == pytest.approx(0.598, abs=0.02)
    assert error_rate(made) == rate


def test_more_utterances_make_a_narrower_interval() -> None:
    few = [aligned("a b", "a b"), aligned("a b", "a x")] * 10
    wide, narrow = error_rate(few), error_rate(few * 16)
    assert (narrow.high - narrow.low) == pytest.approx((wide.high - wide.low) / 4, rel=0.25)


def test_one_utterance_has_no_interval() -> None:
    rate = error_rate([aligned("a b c d", "a b c x")])
    assert rate.low == rate.high == rate.rate == 0.25


def test_nothing_said_has_no_rate() -> None:
    with pytest.raises(ValueError, match="no word"):
        error_rate([aligned("", "a")])
    with pytest.raises(ValueError, match="no word"):
        error_rate([])


def test_honest_confidence_is_off_by_nothing() -> None:
    made = calibration([(0.75, True)] * 3 + [(0.75, False)] + [(1.0, True)] * 5)
    assert made.expected_error == pytest.approx(0.0)
    assert [(one.low, one.words, one.correct) for one in made.bins if one.words] == [
        (0.7, 4, 0.75),
        (0.9, 5, 1.0),
    ]


def test_the_error_is_weighted_by_words() -> None:
    made = calibration([(0.95, False)] * 3 + [(0.25, True)])
    assert made.expected_error == pytest.approx((3 * 0.95 + 0.75) / 4)


@pytest.mark.parametrize("tenth", range(10))
def test_a_lower_edge_belongs_to_the_bin_above_it(tenth: int) -> None:
    made = calibration([(tenth / 10, True)])
    assert [one.words for one in made.bins].index(1) == tenth


def test_no_words_are_a_table_of_empty_bins() -> None:
    made = calibration([])
    assert len(made.bins) == 10
    assert {one.words for one in made.bins} == {0}
    assert made.expected_error == 0.0
