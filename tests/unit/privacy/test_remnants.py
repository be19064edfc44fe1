"""Digits that a misheard word cut off from a masked number go with it; other numbers stay."""

import pytest

from assist.privacy.masking import MASK, mask_tokens
from assist.privacy.remnants import find_remnants
from tests.helpers.redaction_talk import Talk


def shown(text: str) -> str:
    tokens = text.split()
    return " ".join(mask_tokens(tokens, find_remnants(tokens)))


@pytest.mark.parametrize(
    ("heard", "left"),
    [
        ("okay it is three double late •••", "okay it is •••"),
        ("••• to hang on zero seven three did you get that", "••• did you get that"),
        ("it is sixty nine ninety five of ••• or fifty seven one thanks", "it is ••• thanks"),
        ("okay it is ••• oak tree one did you get that", "okay it is ••• did you get that"),
        ("the number is ••• or zero seven zero is that okay", "the number is ••• is that okay"),
    ],
)
def test_pieces_beside_a_mask_go_with_it(heard: str, left: str) -> None:
    """As the shipped model heard cards in the long tier."""
    assert shown(heard) == left


@pytest.mark.parametrize(
    "line",
    [
        "my card is ••• and my phone number is five five five one two",
        "••• and i have two kids",
        "••• is that the one",
        "••• give me one moment",
        "my birthday is ••• and i am thirty two years old",
        "the code is ••• my order number is one two three four five",
        "••• at eleven thirty",
        "••• for that i paid two hundred dollars",
        "nothing is masked here but one two three four",
    ],
)
def test_numbers_of_another_kind_stay(line: str) -> None:
    assert shown(line) == line


@pytest.mark.parametrize("after", ["of things", "street", "times", "more"])
def test_a_number_read_out_counts_nothing_whatever_word_follows(after: str) -> None:
    """The recognizer made "of things" of two more digits, and the number was shown for it."""
    talk = Talk()
    talk.say(f"my card number is six one eight four five six four one {after}")
    talk.end()
    assert talk.transcript() == f"my card number is {MASK} {after}"
    assert not any("eight four" in getattr(event, "text", "") for event in talk.out)
