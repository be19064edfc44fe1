"""Words that were searched for, in what was said."""

import pytest

from assist.core.words import Party, Utterance
from assist.ui.review.found import found_words
from assist.ui.review.moments import Line


def spoken(*texts: str) -> list[Line]:
    return [
        Line(
            Utterance(
                party=Party.CUSTOMER,
                number=number,
                text=text,
                start=number * 1_000,
                end=number * 1_000 + 900,
                words=(),
            ),
            (),
        )
        for number, text in enumerate(texts)
    ]


SAID = spoken("i called about my refund", "the café is closed", "you called me twice")


@pytest.mark.parametrize(
    ("searched", "found"),
    [
        ("refund", {0: {4}}),
        ("Calling", {0: {1}, 2: {1}}),  # any ending, any case
        ("call refunds", {0: {1, 4}}),  # only where both were said
        ("cafe", {1: {1}}),
        ("closed twice", {1: {3}, 2: {3}}),  # together nowhere
        ("zebra", {}),
        (" ", {}),
        ("?", {}),
    ],
)
def test_words_are_found_as_the_search_finds_calls(
    searched: str, found: dict[int, set[int]]
) -> None:
    assert found_words(SAID, searched) == found
