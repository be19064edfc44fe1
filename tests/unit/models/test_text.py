"""What is written becomes what is said."""

import random

import pytest

from models.recipes.phrases import Phrases
from models.recipes.text import cardinal, ordinal, sentences, year


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("I paid $20.50 on Monday.", ["i paid twenty dollars and fifty cents on monday"]),
        ("Come at 4:30pm, OK?", ["come at four thirty p m okay"]),
        ("I am here", ["i am here"]),
        ("Good bye, see the web site", ["goodbye see the website"]),
        ("Call 4155551234! It's the 22nd.", [
            "call four one five five five five one two three four", "it's the twenty second",
        ]),
        ("Dont worry, you'll get 5% back", ["don't worry you'll get five percent back"]),
        ("Ünïcode stays out", []),
    ],
)  # fmt: skip
def test_numbers_contractions_and_sentence_ends_are_spelled_out(
    written: str, spoken: list[str]
) -> None:
    assert list(sentences(written)) == spoken


def test_numbers_are_said_as_americans_do() -> None:
    assert cardinal(1_205) == "one thousand two hundred five"
    assert ordinal(30) == "thirtieth"
    assert year(1905) == "nineteen oh five"


def test_patterns_expand_choices_and_slots() -> None:
    phrases = Phrases(["mary"], ["smith"], random.Random(1))
    made = {phrases.expand("{i'll|i will} call {you {back|}|<first>}") for _ in range(100)}
    assert "i'll call mary" in made
    assert "i will call you back" in made
    assert not any(character in line for line in made for character in "{|}<>")


def test_unbalanced_patterns_are_refused() -> None:
    with pytest.raises(ValueError, match="brace"):
        Phrases(["mary"], ["smith"], random.Random(1)).expand("{i will|i'll call")
