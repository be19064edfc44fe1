"""A team's figures: what goes well and what goes wrong, by agent and by week.

Each figure is a share with its 95 % interval (Wilson's), and says of how many it is the share.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from assist.core.team import Figure, Group, TeamFigures
from assist.review.scoring import wilson
from assist.store.team_counts import SHARES, AgentWeek, added

FIGURES = tuple(name for name, _, _ in SHARES)
_FEWER_IS_BETTER = frozenset({"calls with a dead end", "angry customers handed on"})


def count_figures(counts: Sequence[AgentWeek], *, since: datetime, now: datetime) -> TeamFigures:
    """The figures of what was counted from `since` to `now`, agents by name."""
    by_agent: defaultdict[str, list[AgentWeek]] = defaultdict(list)
    by_week: defaultdict[date, list[AgentWeek]] = defaultdict(list)
    for each in counts:
        by_agent[each.agent].append(each)
        by_week[each.begins].append(each)
    agents = [
        _group(name or "no name", by_agent[name]) for name in sorted(by_agent, key=str.casefold)
    ]
    weeks = [
        _group(f"week of {monday.isoformat()}", by_week[monday], begins=monday)
        for monday in sorted(by_week)
    ]
    return TeamFigures(
        since=since.date(),
        until=now.date(),
        team=_group("all calls", counts),
        agents=tuple(agents),
        weeks=tuple(weeks),
        is_ranked=False,
    )


def _group(name: str, counts: Iterable[AgentWeek], begins: date | None = None) -> Group:
    count = added(counts)
    figures = []
    for figure, what, of_what in SHARES:
        done, cases = count[what], count[of_what]
        low, high = wilson(done, cases) if cases else (0.0, 1.0)
        figures.append(
            Figure(
                name=figure,
                done=done,
                cases=cases,
                low=low,
                high=high,
                is_good=figure not in _FEWER_IS_BETTER,
            )
        )
    return Group(name=name, calls=count["calls"], figures=tuple(figures), begins=begins)
