"""Why customers call, over many calls, and which calls wait for somebody."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Protocol

_EXAMPLES = 3


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A driver over the calls of a period, beside those of as long a period before it.

    `examples` are the ids of its calls, those at risk first, then the newest.
    """

    driver: str
    calls: int
    before: int
    at_risk: int
    unresolved: int
    agents: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """The causes of a period, the most frequent first; `calls` and `before` count all calls."""

    calls: int
    before: int
    causes: tuple[Cause, ...]


def count_causes(calls: Iterable[PastCallFacts], until: datetime, days: int) -> Causes:
    """The causes of the last `days` before `until`."""
    period = timedelta(days=days)
    now: list[PastCallFacts] = []
    earlier: list[PastCallFacts] = []
    for call in calls:
        if until - period <= call.started_at < until:
            now.append(call)
        elif until - 2 * period <= call.started_at < until - period:
            earlier.append(call)
    before = Counter(driver for call in earlier for driver in set(call.drivers))
    named = {driver for call in now for driver in call.drivers}
    found = [_cause(driver, now, before[driver]) for driver in named]
    found.sort(key=lambda cause: (-cause.calls, cause.driver))
    return Causes(calls=len(now), before=len(earlier), causes=tuple(found))


def _cause(driver: str, calls: Sequence[PastCallFacts], before: int) -> Cause:
    its = [call for call in calls if driver in call.drivers]
    its.sort(key=lambda call: (call.at_risk, call.started_at), reverse=True)
    agents = Counter(call.agent for call in its if call.agent)
    return Cause(
        driver=driver,
        calls=len(its),
        before=before,
        at_risk=sum(call.at_risk for call in its),
        unresolved=sum(call.outcome == "unresolved" for call in its),
        agents=tuple(agent for agent, _ in agents.most_common()),
        examples=tuple(call.id for call in its[:_EXAMPLES]),
    )


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
