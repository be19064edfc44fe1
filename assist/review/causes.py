"""Why customers call, over many calls, and which calls wait for somebody."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Protocol

from assist.core.team import Cause, Causes, Change
from assist.review.scoring import wilson

_EXAMPLES = 3
_DAILY_UP_TO = 7


class PastCallFacts(Protocol):
    """What is asked of a stored call; `store.model.CallOverview` has it."""

    @property
    def id(self) -> str: ...
    @property
    def started_at(self) -> datetime: ...
    @property
    def agent(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def at_risk(self) -> bool: ...
    @property
    def drivers(self) -> tuple[str, ...]: ...


def count_causes(
    calls: Iterable[PastCallFacts], until: datetime, days: int, *, rising_first: bool = False
) -> Causes:
    """The causes of the last `days` before `until`, the most frequent first.

    With `rising_first` those come before that whose share of the calls has grown for certain.
    """
    period = timedelta(days=days)
    now: list[PastCallFacts] = []
    earlier: list[PastCallFacts] = []
    for call in calls:
        if until - period <= call.started_at < until:
            now.append(call)
        elif until - 2 * period <= call.started_at < until - period:
            earlier.append(call)
    named = {driver for call in now for driver in call.drivers}
    found = [_cause(driver, now, earlier, until, days) for driver in named]
    found.sort(
        key=lambda cause: (
            not (rising_first and cause.change is Change.RISING),
            -cause.calls,
            cause.driver,
        )
    )
    return Causes(calls=len(now), before=len(earlier), causes=tuple(found))


def _cause(
    driver: str,
    calls: Sequence[PastCallFacts],
    earlier: Sequence[PastCallFacts],
    until: datetime,
    days: int,
) -> Cause:
    its = [call for call in calls if driver in call.drivers]
    its.sort(key=lambda call: (call.at_risk, call.started_at), reverse=True)
    old = [call for call in earlier if driver in call.drivers]
    agents = Counter(call.agent for call in its if call.agent)
    return Cause(
        driver=driver,
        calls=len(its),
        before=len(old),
        at_risk=sum(call.at_risk for call in its),
        unresolved=sum(call.outcome == "unresolved" for call in its),
        agents=tuple(agent for agent, _ in agents.most_common()),
        examples=tuple(call.id for call in its[:_EXAMPLES]),
        change=change_of(len(its), len(calls), len(old), len(earlier)),
        trend=_trend([call.started_at for call in (*old, *its)], until, days),
    )


def change_of(calls: int, of: int, before: int, of_before: int) -> Change:
    """Whether a share has grown or shrunk by more than chance would explain.

    By Newcombe's 95 % interval of a difference of shares, which is made of both Wilson intervals
    and holds for few calls too (Statistics in Medicine 17, 1998, method 10).
    """
    if not of or not of_before:
        return Change.UNKNOWN
    now, then = calls / of, before / of_before
    (low, high), (low_then, high_then) = wilson(calls, of), wilson(before, of_before)
    if now - then > math.hypot(now - low, high_then - then):
        return Change.RISING
    if then - now > math.hypot(high - now, then - low_then):
        return Change.FALLING
    return Change.STEADY


def _trend(moments: Sequence[datetime], until: datetime, days: int) -> tuple[int, ...]:
    """Calls by day where the period is a week or less, by week otherwise."""
    step = timedelta(days=1 if days <= _DAILY_UP_TO else 7)
    steps = max(2, round(2 * days / step.days))
    counts = [0] * steps
    for moment in moments:
        age = (until - moment) // step  # a call at the very end of a step belongs to the next
        counts[steps - 1 - min(age, steps - 1)] += 1
    return tuple(counts)


class Need(IntEnum):
    """Why a call waits for somebody, the strongest reason of it."""

    UNRESOLVED = 1
    PROMISE_OPEN = 2
    AT_RISK = 3
    PROMISE_OVERDUE = 4
    AT_RISK_UNRESOLVED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A call that waits for somebody, and since when."""

    call: PastCallFacts
    need: Need
    age: timedelta


def waiting_calls(
    calls: Iterable[PastCallFacts],
    now: datetime,
    *,
    open_promises: Collection[str] = (),
    overdue: Collection[str] = (),
    by_age: bool = False,
) -> tuple[Waiting, ...]:
    """Calls to see to, those whose customers we may lose first, or those that wait longest.

    `open_promises` and `overdue` are ids of calls with a promise still to be kept.
    """
    found = [
        Waiting(call=call, need=need, age=now - call.started_at)
        for call in calls
        if (need := _need(call, open_promises, overdue)) is not None
    ]
    if by_age:
        found.sort(key=lambda each: each.age, reverse=True)
    else:
        found.sort(key=lambda each: (each.need, each.age), reverse=True)
    return tuple(found)


def _need(
    call: PastCallFacts, open_promises: Collection[str], overdue: Collection[str]
) -> Need | None:
    if call.at_risk and call.outcome == "unresolved":
        return Need.AT_RISK_UNRESOLVED
    if call.id in overdue:
        return Need.PROMISE_OVERDUE
    if call.at_risk and call.outcome != "resolved":
        return Need.AT_RISK
    if call.id in open_promises:
        return Need.PROMISE_OPEN
    return Need.UNRESOLVED if call.outcome == "unresolved" else None
