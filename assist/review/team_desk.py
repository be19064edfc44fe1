"""A team's figures, causes and promises out of a store, for the review window."""

from collections.abc import Sequence
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
from assist.store.cause_quotes import CauseQuotes, Quote, read_cause_quotes
from assist.store.causes import CauseCall, read_cause_calls
from assist.store.followups import count_follow_ups
from assist.store.team_causes import EXAMPLES
from assist.store.team_counts import read_counts


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
    store: SqlCallStore, now: datetime, days: int, only: str | None = None, asked: str = ""
) -> CausesShown:
    """The causes of the last `days` beside those of as many before, rising ones first.

    Those of the calls of the agent `only`, or of all; `asked` is an agent's name as somebody types
    it. Raises StoreError.
    """
    period = timedelta(days=days)
    engine, name = store.engine, store.name
    own: tuple[str, ...] | None = None if only is None else (only,)
    calls = read_cause_calls(engine, name, since=now - 2 * period, until=now, agents=own)
    if asked:
        calls = tuple(call for call in calls if call.agent.casefold() == asked.casefold())
        own = tuple({call.agent for call in calls})
    found = count_causes(calls, now, days, rising_first=True)
    current = [call for call in calls if call.started_at >= now - period]
    quotes = read_cause_quotes(engine, name, current, since=now - period, until=now, agents=own)
    return CausesShown(
        days=days,
        calls=found.calls,
        before=found.before,
        causes=tuple(
            _shown(cause, current, quotes.get(cause.driver, CauseQuotes()))
            for cause in found.causes
        ),
    )


def _shown(cause: Cause, calls: Sequence[CauseCall], quotes: CauseQuotes) -> CauseShown:
    words = {quote.call: quote for quote in quotes.examples}
    its = [call for call in calls if cause.driver in call.drivers]
    its.sort(key=lambda call: (call.at_risk, call.id in words, call.started_at), reverse=True)
    return CauseShown(
        cause=cause,
        phrases=tuple(quote.text for quote in quotes.phrases),
        examples=tuple(_example(call, words.get(call.id)) for call in its[:EXAMPLES]),
        phrases_of=tuple(quote.call for quote in quotes.phrases),
    )


def _example(call: CauseCall, words: Quote | None) -> Example:
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
