from datetime import datetime

import pytest

from assist.core.tokens import tokenize
from assist.detect.times import find_due

NOW = datetime.fromisoformat("2026-11-20T10:00:00+01:00")
"""A Friday morning."""


def due(text: str, now: datetime = NOW) -> tuple[str, str] | None:
    tokens = tokenize(text)
    found = find_due(tokens, 0, len(tokens), now)
    if found is None:
        return None
    return found.text, "" if found.at is None else found.at.strftime("%a %d %H:%M")


@pytest.mark.parametrize(
    ("text", "said", "at"),
    [
        ("i'll call you by four o'clock", "by four o'clock", "Fri 20 16:00"),
        ("today by four", "today by four", "Fri 20 16:00"),
        ("in twenty minutes", "in twenty minutes", "Fri 20 10:20"),
        ("within twenty four hours", "within twenty four hours", "Sat 21 10:00"),
        ("in an hour", "in an hour", "Fri 20 11:00"),
        ("in a couple of hours", "in a couple of hours", "Fri 20 12:00"),
        ("in half an hour", "in half an hour", "Fri 20 10:30"),
        ("tomorrow by noon", "tomorrow by noon", "Sat 21 12:00"),
        ("by tomorrow noon", "by tomorrow noon", "Sat 21 12:00"),
        ("tomorrow morning", "tomorrow morning", "Sat 21 12:00"),
        ("by the end of the day", "by the end of the day", "Fri 20 17:00"),
        ("by the end of the week", "by the end of the week", "Fri 20 17:00"),
        ("on monday", "on monday", "Mon 23 17:00"),
        ("by friday", "by friday", "Fri 27 17:00"),
        ("next tuesday morning", "next tuesday morning", "Tue 24 12:00"),
        ("within two business days", "within two business days", "Tue 24 17:00"),
        ("this afternoon", "this afternoon", "Fri 20 17:00"),
        ("tonight", "tonight", "Fri 20 22:00"),
        ("at five thirty", "at five thirty", "Fri 20 17:30"),
        ("at half past three", "at half past three", "Fri 20 15:30"),
        ("by quarter to six", "by quarter to six", "Fri 20 17:45"),
        ("at 7 pm", "at 7 pm", "Fri 20 19:00"),
        ("by nine", "by nine", "Sat 21 09:00"),
        ("monday at nine", "monday at nine", "Mon 23 09:00"),
        ("in three weeks", "in three weeks", "Fri 11 10:00"),
        ("your ride is 8 minutes away", "8 minutes away", "Fri 20 10:08"),
        ("he is twenty five minutes out", "twenty five minutes out", "Fri 20 10:25"),
    ],
)
def test_a_time_means_the_moment_people_understand(text: str, said: str, at: str) -> None:
    assert due(text) == (said, at)


@pytest.mark.parametrize("text", ["soon", "shortly", "as soon as possible", "at some point"])
def test_a_vague_time_has_no_moment(text: str) -> None:
    assert due(f"we will call you {text}") == (text, "")


@pytest.mark.parametrize(
    "text", ["i will call you", "at three times the price", "you have two options", ""]
)
def test_no_time_is_none(text: str) -> None:
    assert due(text) is None


def test_today_after_closing_time_is_before_midnight() -> None:
    evening = NOW.replace(hour=18)
    assert due("i will call you today", evening) == ("today", "Sat 21 00:00")


def test_by_noon_said_in_the_afternoon_is_tomorrow() -> None:
    assert due("by noon", NOW.replace(hour=14)) == ("by noon", "Sat 21 12:00")


def test_without_a_clock_the_words_are_kept() -> None:
    tokens = tokenize("tomorrow by noon")
    found = find_due(tokens, 0, len(tokens), None)
    assert found is not None
    assert (found.text, found.at) == ("tomorrow by noon", None)
