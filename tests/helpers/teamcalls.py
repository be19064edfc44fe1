"""Calls with causes, of several agents and weeks: what a team's figures are shown of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from assist.core.events import Detection, Event, Feeling, WrapUp
from assist.core.words import Evidence
from assist.store.team_counts import NUMBERS, AgentWeek
from tests.helpers.reviewing import NOW, C, plain_call

NOTHING = WrapUp(
    at=3_600_000,
    duration_ms=3_600_000,
    outcome="",
    customer_name="",
    problem="",
    first_feeling=Feeling.NONE,
    last_feeling=Feeling.NONE,
    turned_around=False,
    at_risk=False,
    agent_percent=50,
    promises=(),
    cues_raised=0,
    cues_shown=0,
    cues_heeded=0,
    checklist=(),
)
"""The end of a call in which nothing happened."""


def caused(
    call: str,
    days_ago: float,
    driver: str = "",
    words: str = "",
    *,
    agent: str = "Sarah",
    outcome: str = "resolved",
    at_risk: bool = False,
    extra: Sequence[Event] = (),
) -> tuple[Event, ...]:
    """A call so long before `NOW`, whose customer named a cause (or "one,two") in these words."""
    found = Detection(
        at=9_000,
        number=40,
        label="driver",
        party=C,
        evidence=Evidence(party=C, text=words, start=7_000, end=8_500),
        detail=driver,
    )
    begun = NOW - timedelta(days=days_ago)
    events = plain_call(
        call,
        agent=agent,
        started_at=begun.isoformat(),
        outcome=outcome,
        extra=(*extra, *((found,) if words else ())),
    )
    drivers = tuple(driver.split(",")) if driver else ()
    return tuple(
        replace(event, drivers=drivers, at_risk=at_risk) if isinstance(event, WrapUp) else event
        for event in events
    )


def counted(agent: str, begins: date, calls: int = 1, **counts: int) -> AgentWeek:
    """So many calls of an agent in a week, and what else was counted in them."""
    numbers = {"calls": calls, **counts}
    assert not set(numbers) - set(NUMBERS)
    return AgentWeek(
        agent=agent, begins=begins, counts=tuple(numbers.get(name, 0) for name in NUMBERS)
    )
