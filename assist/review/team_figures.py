"""A team's figures: what goes well and what goes wrong, by agent and by week.

Each figure is a share with its 95 % interval (Wilson's), and says of how many it is the share. With
fewer than `LEAST_CALLS` calls agents are listed by name, never ranked: chance would rank them.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from assist.core.team import Figure, Group, TeamFigures, may_rank, ranked
from assist.review.scoring import wilson
from assist.store.facts import CallFacts

AFTER_CUE_MS = 60_000
"""An upward pivot within a minute of a prompt counts as after it."""

REPEAT_DAYS = 7
"""A call by the same number within a week means that the first one did not settle it."""


@dataclass(frozen=True, slots=True)
class _Count:
    """How one figure is counted: cases and how many of them, for one call."""

    name: str
    of: Callable[[CallFacts, "_Later"], tuple[int, int]]
    is_good: bool = True


class _Later:
    """Which customers called again, and until when that can be known."""

    def __init__(self, calls: Sequence[CallFacts], now: datetime) -> None:
        self._now = now
        self._times: dict[str, list[datetime]] = {}
        for call in calls:
            if call.customer:
                self._times.setdefault(call.customer, []).append(call.started_at)
        for times in self._times.values():
            times.sort()

    @property
    def now(self) -> datetime:
        return self._now

    def is_known(self, call: CallFacts) -> bool:
        """Whether a week has passed since a call whose customer's number is known."""
        return bool(call.customer) and call.started_at + _WEEK <= self._now

    def called_again(self, call: CallFacts) -> bool:
        times = self._times[call.customer]
        after = bisect_right(times, call.started_at)
        return after < len(times) and times[after] <= call.started_at + _WEEK


_WEEK = timedelta(days=REPEAT_DAYS)


def _acknowledged(call: CallFacts, _later: _Later) -> tuple[int, int]:
    if call.distress_ms is None:
        return 0, 0
    # In the same breath counts: agents answer while the customer's sentence is being closed.
    return int(any(at >= call.distress_ms for at in call.empathy_ms)), 1


def _name_used(call: CallFacts, _later: _Later) -> tuple[int, int]:
    return (int(bool(call.name_ms)), 1) if call.has_name else (0, 0)


def _dead_end(call: CallFacts, _later: _Later) -> tuple[int, int]:
    return int(bool(call.dead_end_ms)), 1


def _kept(call: CallFacts, later: _Later) -> tuple[int, int]:
    due = [pledge for pledge in call.pledges if pledge.due_at <= later.now]
    return sum(p.kept_at is not None and p.kept_at <= p.due_at for p in due), len(due)


def _up_after_cue(call: CallFacts, _later: _Later) -> tuple[int, int]:
    if call.distress_ms is None or not call.shown_ms:
        return 0, 0
    is_after = any(
        shown <= up <= shown + AFTER_CUE_MS for shown in call.shown_ms for up in call.up_ms
    )
    return int(is_after), 1


def _angry_transfer(call: CallFacts, _later: _Later) -> tuple[int, int]:
    if not call.anger_ms:
        return 0, 0
    moods = [*((at, True) for at in call.anger_ms), *((at, False) for at in call.calm_ms)]
    for at in call.transfer_ms:
        before = [mood for mood in moods if mood[0] <= at]
        if before and max(before)[1]:
            return 1, 1
    return 0, 1


def _settled(call: CallFacts, later: _Later) -> tuple[int, int]:
    if not later.is_known(call) or not call.outcome:
        return 0, 0
    return int(call.outcome == "resolved" and not later.called_again(call)), 1


def _heeded(call: CallFacts, _later: _Later) -> tuple[int, int]:
    return call.heeded, len(call.shown_ms)


def _right(call: CallFacts, _later: _Later) -> tuple[int, int]:
    return call.marks_right, call.marks_right + call.marks_wrong


_COUNTS = (
    _Count("feelings acknowledged", _acknowledged),
    _Count("customer's name used", _name_used),
    _Count("calls with a dead end", _dead_end, is_good=False),
    _Count("promises kept on time", _kept),
    _Count("mood turned up after a prompt", _up_after_cue),
    _Count("angry customers handed on", _angry_transfer, is_good=False),
    _Count("settled in the first call", _settled),
    _Count("prompts heeded", _heeded),
    _Count("prompts judged right", _right),
)
FIGURES = tuple(count.name for count in _COUNTS)


def count_figures(
    calls: Sequence[CallFacts], *, since: datetime, now: datetime, rank_by: str = ""
) -> TeamFigures:
    """The figures of the calls from `since` to `now`.

    `rank_by` names a figure to order agents by, the best first; they stay in the order of their
    names where one of them has fewer than `LEAST_CALLS` calls.
    """
    later = _Later(calls, now)
    by_agent: defaultdict[str, list[CallFacts]] = defaultdict(list)
    by_week: defaultdict[date, list[CallFacts]] = defaultdict(list)
    for call in calls:
        by_agent[call.agent].append(call)
        by_week[_monday(call.started_at)].append(call)
    agents = [
        _group(name or "no name", by_agent[name], later)
        for name in sorted(by_agent, key=str.casefold)
    ]
    is_ranked = bool(rank_by) and may_rank(agents)
    weeks = [
        _group(f"week of {monday.isoformat()}", by_week[monday], later, begins=monday)
        for monday in sorted(by_week)
    ]
    return TeamFigures(
        since=since.date(),
        until=now.date(),
        team=_group("all calls", calls, later),
        agents=ranked(agents, rank_by) if is_ranked else tuple(agents),
        weeks=tuple(weeks),
        is_ranked=is_ranked,
    )


def _group(
    name: str, calls: Iterable[CallFacts], later: _Later, begins: date | None = None
) -> Group:
    own = list(calls)
    figures = []
    for count in _COUNTS:
        pairs = [count.of(call, later) for call in own]
        done, cases = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
        low, high = wilson(done, cases) if cases else (0.0, 1.0)
        figures.append(
            Figure(
                name=count.name, done=done, cases=cases, low=low, high=high, is_good=count.is_good
            )
        )
    return Group(name=name, calls=len(own), figures=tuple(figures), begins=begins)


def _monday(moment: datetime) -> date:
    day = moment.astimezone().date()
    return day - timedelta(days=day.weekday())
