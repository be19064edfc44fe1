"""A required sentence counts when it is said nearly so, and only then."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assist.core.tokens import tokenize
from assist.cues.statement import NearStatement

NOTICE = NearStatement("This call may be recorded for training and quality purposes", 0.65)


@pytest.mark.parametrize(
    "said",
    [
        "this call may be recorded for training and quality purposes",
        "just so you know this call may be recorded for quality and training purposes okay",
        "um before we start this call is being recorded for training and quality",
        "this call will be um recorded uh for training and quality purposes",
        "calls may be recorded for training purposes and quality",
        # As a recognizer may hear it: one word in five is another.
        "this call may be recording for training and quantity purposes",
    ],
)
def test_near_enough_is_said(said: str) -> None:
    assert NOTICE.find(tokenize(said)) is not None


@pytest.mark.parametrize(
    "said",
    [
        "",
        "thank you for calling how can i help",
        "is this call recorded",
        "we may train you on quality",
        "the purposes of quality and training recorded call this",
        "i recorded a training for my own purposes",
    ],
)
def test_something_else_is_not(said: str) -> None:
    assert NOTICE.find(tokenize(said)) is None


def test_words_far_apart_are_no_sentence() -> None:
    said = " ".join(f"{word} " + "so " * 12 for word in NOTICE.text.split())
    assert NOTICE.find(tokenize(said)) is None


def test_an_early_word_of_it_does_not_hide_the_sentence_itself() -> None:
    said = "about your last call " + "well " * 40 + NOTICE.text
    match = NOTICE.find(tokenize(said))
    assert match is not None
    assert match.start >= 40


def test_the_match_says_where_it_was_said() -> None:
    tokens = tokenize(
        "good morning this call may be recorded for training and quality purposes bye"
    )
    match = NOTICE.find(tokens)
    assert match is not None
    assert tokens.texts[match.start] == "call"
    assert tokens.texts[match.end - 1] == "purposes"


words = st.lists(st.sampled_from([*NOTICE.text.lower().split(), "well", "so", "yes"]), max_size=60)
TELLING = ["call", "may", "recorded", "training", "quality", "purposes"]


def in_order(said: list[str], wanted: list[str]) -> int:
    """How many of the wanted words can be picked in their order, by trying all."""
    if not said or not wanted:
        return 0
    skipped = in_order(said, wanted[1:])
    if wanted[0] in said:
        after = said[said.index(wanted[0]) + 1 :]
        return max(skipped, 1 + in_order(after, wanted[1:]))
    return skipped


@settings(max_examples=150, deadline=None)
@given(words)
def test_it_is_found_exactly_where_enough_of_its_words_stand_in_order(said: list[str]) -> None:
    tokens = tokenize(" ".join(said))
    match = NOTICE.find(tokens)
    if match is None:
        # Beyond thirty words its words are too far apart.
        assert in_order(list(tokens.texts), TELLING) < 4 or len(said) > 30
    else:
        inside = list(tokens.texts[match.start : match.end])
        assert in_order(inside, TELLING) >= 4
        assert inside[0] in TELLING
        assert inside[-1] in TELLING
