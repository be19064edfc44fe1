"""A computer that sleeps in mid-call."""

from assist.core.notices import Trouble
from assist.session.sleeping import SleepWatch
from tests.helpers.livecall import Live


class Clocks:
    def __init__(self) -> None:
        self.awake = self.slept = 0

    def watch(self) -> SleepWatch:
        return SleepWatch(lambda: self.awake, lambda: self.awake + self.slept)


def test_sleep_is_told_once_with_its_length() -> None:
    clocks = Clocks()
    watch = clocks.watch()
    clocks.awake += 5_000_000_000
    assert watch.sentence() == ""
    clocks.slept += 754_000_000_000
    assert watch.sentence().startswith("The computer slept for 12:34 (minutes:seconds);")
    assert watch.sentence() == ""


def test_clocks_read_one_after_the_other_are_no_sleep() -> None:
    clocks = Clocks()
    watch = clocks.watch()
    for _ in range(100):
        clocks.slept += 1_000_000
        assert watch.sentence() == ""


def test_the_systems_own_clocks_tell_no_sleep_where_there_was_none() -> None:
    watch = SleepWatch()
    assert [watch.sentence() for _ in range(1000)] == [""] * 1000


def test_a_call_says_it_and_goes_on() -> None:
    clocks = Clocks()
    live = Live(sleep=clocks.watch()).start()
    live.source.send_both(5)
    clocks.slept += 60_000_000_000
    live.source.send_both(5)
    told = live.published.wait_for(Trouble, lambda each: "slept for 1:00" in each.sentence)
    assert not told.is_fatal
    live.end()
