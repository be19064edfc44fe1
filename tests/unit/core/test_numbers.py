"""Numbers are the same however a phone writes them, and only then."""

import pytest

from assist.core.numbers import is_same_number, number_of


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("sip:+15550123@127.0.0.1:5080", "+15550123"),
        ("sips:030%20@x;user=phone", "030%20@x"),
        ("SIP:0301234567@pbx.example;user=phone", "0301234567"),
        ("tel:+49-30-1234567;ext=2", "+49-30-1234567"),
        ("sip:jane@example.org", "jane@example.org"),
        (" 555 0142 ", "555 0142"),
        ("", ""),
    ],
)
def test_an_address_gives_its_number(address: str, number: str) -> None:
    assert number_of(address) == number


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+49 30 12345678", "030/123456-78"),
        ("0049 (0)30 12345678".replace("(0)", ""), "+493012345678"),
        ("+1 (555) 010-0123", "5550100123"),
        ("sip:+15550100123@pbx", "555.010.0123"),
        ("555 0142", "5550142"),
        ("sip:Jane@Example.org", "jane@example.org"),
    ],
)
def test_ways_to_write_one_number_are_the_same(one: str, other: str) -> None:
    assert is_same_number(one, other)
    assert is_same_number(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+49 30 1234567", "1234567"),  # somebody else in every town
        ("5550142", "5550143"),
        ("", ""),
        ("anonymous", "anonymous"),
        ("anonymous", "Anonymous"),
        ("unknown", ""),
        ("+", "-"),
        ("jane@example.org", "jane@example.com"),
    ],
)
def test_others_are_not(one: str, other: str) -> None:
    assert not is_same_number(one, other)
