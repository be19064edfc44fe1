"""Times and feelings in the words the sidebar uses."""

from datetime import datetime

import pytest

from assist.core.events import Feeling, Trend
from assist.ui.wording import clock_text, due_text, duration_text, feeling_text

TODAY = datetime.fromisoformat("2026-11-22T10:00:00+01:00")


@pytest.mark.parametrize(
    ("ms", "text"), [(0, "00:00"), (252_000, "04:12"), (3_725_000, "1:02:05"), (-5, "00:00")]
)
def test_call_time_reads_as_a_clock(ms: int, text: str) -> None:
    assert clock_text(ms) == text


def test_a_duration_reads_in_minutes_and_seconds() -> None:
    assert (duration_text(305_000), duration_text(9_000)) == ("5 min 5 s", "9 s")


@pytest.mark.parametrize(
    ("due", "text"),
    [
        ("2026-11-22T16:00:00+01:00", "today 16:00"),
        ("2026-11-23T09:30:00+01:00", "tomorrow 09:30"),
        ("2026-11-26T16:00:00+01:00", "Thu 16:00"),
        ("2026-12-08T16:00:00+01:00", "08 Dec 16:00"),
        ("2026-11-23T00:00:00+01:00", "tomorrow"),
        ("2026-11-22T16:00:00", "today 16:00"),
        ("", ""),
        ("by four", ""),
    ],
)
def test_a_due_time_reads_as_an_agent_says_it(due: str, text: str) -> None:
    assert due_text(due, TODAY) == text


def test_a_feeling_reads_with_its_trend_long_or_short() -> None:
    assert feeling_text(Feeling.FRUSTRATION, Trend.WORSE) == "Frustrated, getting worse"
    assert feeling_text(Feeling.ANGER, Trend.BETTER, is_short=True) == "Angry, better"
    assert feeling_text(Feeling.NONE, Trend.STEADY) == "Calm"
