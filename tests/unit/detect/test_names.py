import pytest

from assist.core.tokens import tokenize
from assist.detect.names import edit_distance, find_name_given, sound_key, sounds_like


@pytest.mark.parametrize(
    ("text", "was_asked", "name"),
    [
        ("hi my name is dana ortega", False, "Dana Ortega"),
        ("my name's john can you help me", False, "John"),
        ("my name is paul leary i need my statement", False, "Paul Leary"),
        ("hello this is susan", False, "Susan"),
        ("it's joe bloggs", True, "Joe Bloggs"),
        ("sarah brown", True, "Sarah Brown"),
        ("my name is xanthe", False, "Xanthe"),
        ("robert speaking", True, "Robert"),
        ("My name is Mark and I need flight 107.", False, "Mark"),
    ],
)
def test_a_name_is_heard(text: str, was_asked: bool, name: str) -> None:
    found = find_name_given(tokenize(text), was_asked=was_asked)
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize(
    ("text", "was_asked"),
    [
        ("what do i have to do to change my name", False),
        ("my name has not changed", False),
        ("my name is on the contract", False),
        ("my name is spelled wrong", False),
        ("pet's name is poppy", False),
        ("this is ridiculous", False),
        ("i am frustrated", True),
        ("yes that is right", True),
        ("it is broken", True),
        ("i am calling about my bill", True),
        ("my name is literally on the account", False),
    ],
)
def test_other_words_give_no_name(text: str, was_asked: bool) -> None:
    assert find_name_given(tokenize(text), was_asked=was_asked) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("kathryn", "catherine"), ("stephen", "steven"), ("geoff", "jeff"), ("philip", "filip")],
)
def test_words_that_sound_alike_share_a_key(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


@pytest.mark.parametrize(
    ("heard", "name", "alike"),
    [
        ("dayna", "dana", True),
        ("sara", "sarah", True),
        ("done", "dana", False),
        ("sir", "sarah", False),
        ("thank", "frank", False),
        ("miller", "millar", True),
        ("more", "moore", False),
    ],
)
def test_sounding_alike_needs_a_close_spelling(heard: str, name: str, alike: bool) -> None:
    assert sounds_like(heard, name) is alike


def test_edit_distance_counts_letters() -> None:
    assert edit_distance("kitten", "sitting") == 3
    assert edit_distance("", "abc") == 3
