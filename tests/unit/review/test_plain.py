"""Typed text takes the form in which a recognizer would print it."""

import pytest

from assist.review.plain import as_recognized


@pytest.mark.parametrize(
    ("typed", "recognized"),
    [
        ("I can't, sorry!", "i can't sorry"),
        ("__cust__ Hi Ann. We’ll call you. ^JT", "hi ann we'll call you"),
        ("@airline why is #MyFlight late??", "why is my flight late"),
        ("See https://example.org/a?b=1 please 1/2", "see please"),
        ("Bags &amp; coats - 'all' of them", "bags and coats all of them"),
        ("It is [unintelligible] $75, *TJW", "it is $75"),
        ("…!?", ""),
    ],
)
def test_what_nobody_says_is_left_out(typed: str, recognized: str) -> None:
    assert as_recognized(typed) == recognized
