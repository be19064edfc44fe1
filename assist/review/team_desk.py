"""A team's figures, causes and promises out of a store, for the review window."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from assist.core.team import (
    Cause,
    CauseShown,
    CausesShown,
    Example,
    FollowUpCount,
    TeamFigures,
)
from assist.review.causes import count_causes
from assist.review.team_figures import count_figures
from assist.store.calls import SqlCallStore
from assist.store.causes import (
    CauseCall,
    CauseWords,
    read_cause_calls,
    read_cause_words,
)
from assist.store.followups import count_follow_ups
from assist.store.team_counts import read_counts

_PHRASES, _EXAMPLES = 8, 12


def team_figures(
    store: SqlCallStore, now: datetime, days: int, only: str | None = None, asked: str = ""
) -> TeamFigures:
    """The figures of the last `days`: those of the agent `only`, or of all.

    `asked` is an agent's name as somebody types it.
    """
    since = now - timedelta(days=days)
    counts = [
        each
        for each in read_counts(store.engine, store.name, since=since, now=now)
        if only in {None, each.agent} and asked.casefold() in {"", each.agent.casefold()}
    ]
    return count_figures(counts, since=since, now=now)


def follow_ups(
    store: SqlCallStore, now: datetime, agent: str | None = None
) -> tuple[FollowUpCount, ...]:
    """Promises still to be kept, by agent."""
    return count_follow_ups(store.engine, store.name, now, agent=agent)


def causes_shown(
    store: SqlCallStore, now: datetime, days: int, agent: str | None = None
) -> CausesShown:
    """The causes of the last `days` beside those of as many before, rising ones first."""
    period = timedelta(days=days)
    engine, name = store.engine, store.name
    calls = read_cause_calls(engine, name, since=now - 2 * period, until=now, agent=agent)
    words = read_cause_words(engine, name, since=now - period, until=now, agent=agent)
    found = count_causes(calls, now, days, rising_first=True)
    current = [call for call in calls if call.started_at >= now - period]
    return CausesShown(
        days=days,
        calls=found.calls,
        before=found.before,
        causes=tuple(_shown(cause, current, words) for cause in found.causes),
    )


def _shown(cause: Cause, calls: Sequence[CauseCall], words: Iterable[CauseWords]) -> CauseShown:
    of_cause = [each for each in words if cause.driver in each.drivers]
    # Words with several causes are quoted by the first; which one that is is not kept.
    of_cause.sort(key=lambda each: len(each.drivers))
    first_words: dict[str, CauseWords] = {}
    for each in of_cause:
        first_words.setdefault(each.call, each)
    its = [call for call in calls if cause.driver in call.drivers]
    its.sort(key=lambda call: (call.at_risk, call.id in first_words, call.started_at), reverse=True)
    alone = [each for each in of_cause if len(each.drivers) == 1] or of_cause
    return CauseShown(
        cause=cause,
        phrases=_most_heard(alone),
        examples=tuple(_example(call, first_words.get(call.id)) for call in its[:_EXAMPLES]),
    )


def _most_heard(words: Iterable[CauseWords]) -> tuple[str, ...]:
    """Phrases by how many calls they were said in; the shorter of two as frequent first."""
    calls = Counter(text for _, text in {(each.call, each.text.casefold()) for each in words})
    order = sorted(calls, key=lambda text: (-calls[text], len(text), text))
    return tuple(order[:_PHRASES])


def _example(call: CauseCall, words: CauseWords | None) -> Example:
    return Example(
        call=call.id,
        started_at=call.started_at,
        agent=call.agent,
        customer=call.customer,
        outcome=call.outcome,
        at_risk=call.at_risk,
        words=words.text if words else "",
        at=words.at if words else None,
    )
