"""What a team's calls come to: its figures by agent and week, and why customers call."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

LEAST_CALLS = 30
"""Calls from which on agents are put in order by a figure: with fewer, chance would rank them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`done` of `cases`, with the 95 % interval of the share in 0..1. No cases: nothing is said."""

    name: str
    done: int
    cases: int
    low: float
    high: float
    is_good: bool
    """Whether more is better."""

    @property
    def share(self) -> float:
        return self.done / self.cases if self.cases else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The figures of some calls: all of them, an agent's, or those of the week that `begins`."""

    name: str
    calls: int
    figures: tuple[Figure, ...]
    begins: date | None = None

    def figure(self, name: str) -> Figure:
        """The figure of that name; KeyError where there is none."""
        for figure in self.figures:
            if figure.name == name:
                return figure
        raise KeyError(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFigures:
    """A period's figures; `weeks` oldest first, `agents` by name unless all have enough calls."""

    since: date
    until: date
    team: Group
    agents: tuple[Group, ...]
    weeks: tuple[Group, ...]
    is_ranked: bool


def picture_of(figure: Figure) -> str:
    """What a page calls the picture of a figure's bar."""
    return f"{figure.name.replace(' ', '-').replace(chr(39), '')}.png"


def may_rank(agents: Sequence[Group]) -> bool:
    """Whether every agent has calls enough to be put in order by a figure."""
    return all(group.calls >= LEAST_CALLS for group in agents)


def ranked(agents: Sequence[Group], by: str) -> tuple[Group, ...]:
    """The agents in the order of a figure, the best first; those without a case of it last."""

    def place(group: Group) -> tuple[bool, float]:
        figure = group.figure(by)
        return not figure.cases, -figure.share if figure.is_good else figure.share

    return tuple(sorted(agents, key=place))


def put_in_order(figures: TeamFigures, by: str) -> TeamFigures:
    """The same with its agents in the order of a figure, where each has calls enough for that."""
    if not may_rank(figures.agents):
        return figures
    return replace(figures, agents=ranked(figures.agents, by), is_ranked=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpCount:
    """An agent's promises still to be kept: those due later and those overdue."""

    agent: str
    due: int
    overdue: int


class Change(StrEnum):
    """How a cause's share of the calls differs from that of the period before.

    `STEADY` is also said where the difference may be chance; `UNKNOWN` without calls before.
    """

    RISING = "rising"
    FALLING = "falling"
    STEADY = "steady"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A call of a cause, with the customer's words for it ("": not kept) and when they fell."""

    call: str
    started_at: datetime
    agent: str
    customer: str
    outcome: str
    at_risk: bool
    words: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A driver over the calls of a period, beside those of as long a period before it.

    `examples` are the ids of its calls, those at risk first, then the newest. `trend` counts its
    calls in equal steps over both periods, the oldest first.
    """

    driver: str
    calls: int
    before: int
    at_risk: int
    unresolved: int
    agents: tuple[str, ...]
    examples: tuple[str, ...]
    change: Change = Change.UNKNOWN
    trend: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """The causes of a period; `calls` and `before` count all calls."""

    calls: int
    before: int
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseShown:
    """A cause with what a lead looks into: the words heard most often, and calls to open.

    `phrases_of` are the calls that the phrases are quoted from, one for each.
    """

    cause: Cause
    phrases: tuple[str, ...]
    examples: tuple[Example, ...]
    phrases_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CausesShown:
    """The causes of the last `days`, those that rise first."""

    days: int
    calls: int
    before: int
    causes: tuple[CauseShown, ...]

    @property
    def quoted(self) -> tuple[str, ...]:
        """The calls whose words are here, each once."""
        calls = (
            call
            for shown in self.causes
            for call in (*shown.phrases_of, *(each.call for each in shown.examples if each.words))
        )
        return tuple(dict.fromkeys(calls))
