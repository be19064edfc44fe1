"""Why customers call over many calls, and which calls wait for somebody."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from assist.core.team import Change
from assist.review.causes import Need, change_of, count_causes, waiting_calls

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Call:
    id: str
    days_ago: float
    drivers: tuple[str, ...] = ()
    at_risk: bool = False
    outcome: str = "resolved"
    agent: str = "Kim"

    @property
    def started_at(self) -> datetime:
        return NOW - timedelta(days=self.days_ago)


CALLS = (
    Call("a", 1, ("delivery", "billing")),
    Call("b", 2, ("delivery",), agent="Lee"),
    Call("c", 6, ("delivery",), at_risk=True, outcome="unresolved", agent="Lee"),
    Call("d", 8, ("delivery", "fault")),
    Call("e", 15, ("delivery",)),
    Call("f", 0.5),
)


def test_causes_are_counted_beside_as_long_a_time_before() -> None:
    found = count_causes(CALLS, NOW, days=7)
    assert (found.calls, found.before) == (4, 1)
    assert [(c.driver, c.calls, c.before) for c in found.causes] == [
        ("delivery", 3, 1),
        ("billing", 1, 0),
    ]
    delivery = found.causes[0]
    assert (delivery.at_risk, delivery.unresolved) == (1, 1)
    assert delivery.agents == ("Lee", "Kim")
    assert delivery.examples == ("c", "a", "b")  # those at risk first, then the newest


def test_a_cause_named_twice_in_a_call_counts_once_for_it() -> None:
    found = count_causes(
        [Call("a", 1, ("fault", "fault")), Call("b", 8, ("fault", "fault"))], NOW, 7
    )
    assert [(c.calls, c.before) for c in found.causes] == [(1, 1)]


def test_who_we_may_lose_comes_first_and_of_those_who_waits_longest() -> None:
    calls = (
        Call("calm", 1),
        Call("unresolved", 9, outcome="unresolved"),
        Call("risk", 1, at_risk=True, outcome="follow_up"),
        Call("both", 1, at_risk=True, outcome="unresolved"),
        Call("both-old", 2, at_risk=True, outcome="unresolved"),
        Call("promised", 3, outcome="follow_up"),
        Call("overdue", 1, outcome="follow_up"),
        Call("won", 1, at_risk=True, outcome="resolved"),
    )
    found = waiting_calls(calls, NOW, open_promises={"promised", "overdue"}, overdue={"overdue"})
    assert [(each.call.id, each.need) for each in found] == [
        ("both-old", Need.AT_RISK_UNRESOLVED),
        ("both", Need.AT_RISK_UNRESOLVED),
        ("overdue", Need.PROMISE_OVERDUE),
        ("risk", Need.AT_RISK),
        ("promised", Need.PROMISE_OPEN),
        ("unresolved", Need.UNRESOLVED),
    ]
    by_age = waiting_calls(calls, NOW, by_age=True)
    assert [each.call.id for each in by_age][:2] == ["unresolved", "both-old"]
    assert by_age[0].age == timedelta(days=9)


def test_a_cause_rises_only_where_chance_would_not_explain_it() -> None:
    assert change_of(3, 10, 1, 10) is Change.STEADY
    assert change_of(30, 100, 10, 100) is Change.RISING
    assert change_of(10, 100, 30, 100) is Change.FALLING
    # Twice as many calls of everything: nothing rises.
    assert change_of(60, 200, 30, 100) is Change.STEADY
    assert change_of(60, 200, 0, 0) is Change.UNKNOWN


def test_rising_causes_come_before_more_frequent_ones() -> None:
    new = [Call(f"n{n}", 1, ("fault",) if n < 60 else ("price",)) for n in range(100)]
    old = [Call(f"o{n}", 8, ("fault",) if n < 60 else ("other",)) for n in range(100)]
    found = count_causes(new + old, NOW, days=7, rising_first=True)
    assert [(c.driver, c.change) for c in found.causes] == [
        ("price", Change.RISING),
        ("fault", Change.STEADY),
    ]
    assert [c.driver for c in count_causes(new + old, NOW, days=7).causes] == ["fault", "price"]


def test_a_trend_counts_days_of_a_week_and_weeks_of_longer() -> None:
    found = count_causes(CALLS, NOW, days=7).causes[0]
    assert found.trend == (0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 0)
    assert count_causes(CALLS, NOW, days=28).causes[0].trend == (0, 0, 0, 0, 0, 1, 1, 3)
