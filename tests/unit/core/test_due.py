"""Times as agents type them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.core.due import parse_due

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
"""A Sunday."""


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("tomorrow 16:00", "11-23 16:00"),
        ("Tomorrow at 4pm", "11-23 16:00"),
        ("4pm", "11-22 16:00"),
        ("today by four", "11-22 16:00"),
        ("9", "11-23 09:00"),
        ("10:00", "11-23 10:00"),
        ("12 am", "11-23 00:00"),
        ("fri 9:30", "11-27 09:30"),
        ("sunday 9:30", "11-29 09:30"),
        ("24.11. 10:00", "11-24 10:00"),
        ("24.11.26 9 uhr", "11-24 09:00"),
        ("24 Nov", "11-24 17:00"),
        ("2026-12-01 8:15", "12-01 08:15"),
        ("in 2 hours", "11-22 12:30"),
        ("in 20 min", "11-22 10:50"),
        ("morgen um 9", "11-23 09:00"),
        ("mañana a las 10", "11-23 10:00"),
        ("3 de diciembre", "12-03 17:00"),
    ],
)
def test_a_typed_time_means_a_moment(typed: str, moment: str) -> None:
    found = parse_due(typed, NOW)
    assert found is not None
    assert f"{found:%m-%d %H:%M}" == moment
    assert found.tzinfo is UTC


def test_a_date_that_is_over_this_year_is_next_years() -> None:
    found = parse_due("3 january 9:00", NOW)
    assert found == datetime(2027, 1, 3, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["", "soon", "31.2.", "25:70", "the refund"])
def test_what_names_no_time_means_none(typed: str) -> None:
    assert parse_due(typed, NOW) is None


@given(st.text(max_size=40))
def test_whatever_is_typed_never_raises(typed: str) -> None:
    parse_due(typed, NOW)
