"""Late words are told once, again when they get later, and when they are in time again."""

from assist.core.words import Party
from assist.session.lags import LagWatch

CUSTOMER = Party.CUSTOMER


def told(watch: LagWatch, *lags: int) -> list[int]:
    return [event.lag_ms for lag in lags for event in watch.lag(CUSTOMER, 100, lag)]


def test_a_second_is_news_and_each_further_second() -> None:
    assert told(LagWatch({}), 0, 900, 1_000, 1_200, 1_900, 2_100, 2_500) == [1_000, 2_100]


def test_in_time_again_is_told_once_and_not_for_a_little_less() -> None:
    assert told(LagWatch({}), 1_500, 800, 600, 400, 100, 700) == [1_500, 0]


def test_what_was_told_before_a_restart_is_taken_back() -> None:
    watch = LagWatch({CUSTOMER: 2_400})
    assert told(watch, 300) == [0]
    assert watch.lag(Party.AGENT, 100, 300) == ()
