"""Calls with causes, of several agents and weeks: what a team's figures are shown of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from assist.core.events import Detection, Event, WrapUp
from assist.core.words import Evidence
from tests.helpers.reviewing import NOW, C, plain_call


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
    """A call so long before `NOW`, whose customer named a cause in these words."""
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
    drivers = (driver,) if driver else ()
    return tuple(
        replace(event, drivers=drivers, at_risk=at_risk) if isinstance(event, WrapUp) else event
        for event in events
    )
