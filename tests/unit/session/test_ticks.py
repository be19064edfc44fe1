from assist.session.ticks import Ticks


def told(ticks: Ticks, now_ms: int, handled_ms: int = 0) -> list[int]:
    return [tick.at for tick in ticks.until(now_ms, lambda: handled_ms)]


def test_a_tick_comes_every_tenth_of_a_second_and_none_twice() -> None:
    ticks = Ticks(0)
    assert told(ticks, 350) == [100, 200, 300]
    assert told(ticks, 350) == []
    assert told(ticks, 400) == [400]


def test_no_tick_lies_before_what_was_handled() -> None:
    ticks = Ticks(0)
    assert told(ticks, 300, handled_ms=250) == [250, 300]


def test_an_hour_that_was_not_listened_to_passes_in_seconds() -> None:
    at = told(Ticks(4_950), 3_600_000)
    assert at[:3] == [5_000, 6_000, 7_000]
    assert len(at) < 3_800
    assert at == sorted(set(at))
    assert at[-3:] == [3_599_800, 3_599_900, 3_600_000]
