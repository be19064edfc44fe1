import pytest

from assist.core.wordforms import expand, inflections


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("transfer", {"transfer", "transfers", "transferred", "transferring"}),
        ("apologize", {"apologize", "apologizes", "apologized", "apologizing"}),
        ("worry", {"worry", "worries", "worried", "worrying"}),
        ("send", {"send", "sends", "sent", "sending"}),
        ("pay", {"pay", "pays", "paid", "paying"}),
        ("fix", {"fix", "fixes", "fixed", "fixing"}),
        ("call", {"call", "calls", "called", "calling"}),
    ],
)
def test_a_word_has_its_usual_forms(word: str, forms: set[str]) -> None:
    assert forms <= set(inflections(word))


def test_both_spellings_of_a_doubled_consonant_count() -> None:
    assert {"canceled", "cancelled", "canceling", "cancelling"} <= set(inflections("cancel"))


@pytest.mark.parametrize(
    ("word", "spelled_out"),
    [
        ("can't", ("can", "not")),
        ("cannot", ("can", "not")),
        ("won't", ("will", "not")),
        ("i'm", ("i", "am")),
        ("they've", ("they", "have")),
        ("there's", ("there", "is")),
        ("customer's", ("customer",)),
        ("o'clock", ("o'clock",)),
        ("gonna", ("going", "to")),
        ("plain", ("plain",)),
    ],
)
def test_contractions_are_spelled_out(word: str, spelled_out: tuple[str, ...]) -> None:
    assert expand(word) == spelled_out
