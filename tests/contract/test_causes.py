"""Causes, the words behind them and promises to keep, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assist.core.events import CallStarted
from assist.core.team import FollowUpCount
from assist.store.calls import SqlCallStore
from assist.store.cause_quotes import read_cause_quotes
from assist.store.causes import (
    CauseCall,
    CauseWords,
    read_cause_calls,
    read_cause_words,
)
from assist.store.followups import count_follow_ups
from tests.helpers.finished_calls import write_journal
from tests.helpers.reviewing import NOW
from tests.helpers.teamcalls import caused

SINCE, UNTIL = NOW - timedelta(days=7), NOW


def fill(store: SqlCallStore, tmp_path: Path) -> None:
    """A call of each of two agents, and one before the period."""
    for call, days, agent in (("sarah", 1, "Sarah"), ("omar", 2, "Omar"), ("old", 9, "Omar")):
        events = caused(call, days, "delivery", "it never arrived", agent=agent, at_risk=days == 2)
        store.save_call(write_journal(tmp_path / call, events))


def test_the_calls_of_a_period_come_with_their_causes(store: SqlCallStore, tmp_path: Path) -> None:
    fill(store, tmp_path)
    calls = read_cause_calls(store.engine, store.name, since=SINCE, until=UNTIL)
    by_id = {call.id: call for call in calls}
    assert set(by_id) == {"sarah", "omar"}
    assert by_id["omar"] == CauseCall(
        id="omar",
        started_at=NOW - timedelta(days=2),
        agent="Omar",
        customer="David Miller",
        outcome="resolved",
        at_risk=True,
        drivers=("delivery",),
    )
    own = read_cause_calls(store.engine, store.name, since=SINCE, until=UNTIL, agents=("Sarah",))
    assert [call.id for call in own] == ["sarah"]
    assert read_cause_calls(store.engine, store.name, since=SINCE, until=UNTIL, agents=()) == ()


def test_the_words_behind_a_cause_are_those_of_its_calls(
    store: SqlCallStore, tmp_path: Path
) -> None:
    fill(store, tmp_path)
    words = read_cause_words(store.engine, store.name, since=SINCE, until=UNTIL, agents=("Omar",))
    assert words == (
        CauseWords(call="omar", at=7_000, drivers=("delivery",), text="it never arrived"),
    )
    store.forget_words("omar")
    assert not read_cause_words(
        store.engine, store.name, since=SINCE, until=UNTIL, agents=("Omar",)
    )


def test_promises_to_keep_are_counted_by_agent(store: SqlCallStore, tmp_path: Path) -> None:
    fill(store, tmp_path)
    due = datetime(2026, 11, 22, 15, tzinfo=UTC)
    store.settle_follow_up("old", 0)
    before = count_follow_ups(store.engine, store.name, due - timedelta(minutes=1))
    assert before == (
        FollowUpCount(agent="Omar", due=1, overdue=0),
        FollowUpCount(agent="Sarah", due=1, overdue=0),
    )
    after = count_follow_ups(store.engine, store.name, due, agent="Sarah")
    assert after == (FollowUpCount(agent="Sarah", due=0, overdue=1),)


def test_a_phrase_is_quoted_by_how_many_calls_it_was_said_in(
    store: SqlCallStore, tmp_path: Path
) -> None:
    said = ("never arrived", "Still waiting", "still waiting", "lost it")
    for number, words in enumerate(said):
        events = caused(f"c{number}", 1 + number, "delivery", words, at_risk=words == "lost it")
        store.save_call(write_journal(tmp_path / str(number), events))
    calls = read_cause_calls(store.engine, store.name, since=SINCE, until=UNTIL)
    quotes = read_cause_quotes(store.engine, store.name, calls, since=SINCE, until=UNTIL)
    found = quotes.pop("delivery")
    assert not quotes
    phrases = [(quote.text, quote.call) for quote in found.phrases]
    assert phrases == [("still waiting", "c1"), ("lost it", "c3"), ("never arrived", "c0")]
    examples = [(quote.call, quote.text, quote.at) for quote in found.examples]
    assert examples == [
        ("c3", "lost it", 7_000),
        ("c0", "never arrived", 7_000),
        ("c1", "Still waiting", 7_000),
        ("c2", "still waiting", 7_000),
    ]


def test_a_recording_that_was_played_has_no_cause(store: SqlCallStore, tmp_path: Path) -> None:
    events = caused("played", 1, "delivery", "it never arrived")
    demo = (
        replace(event, source="demo") if isinstance(event, CallStarted) else event
        for event in events
    )
    store.save_call(write_journal(tmp_path / "played", demo))
    assert read_cause_calls(store.engine, store.name, since=SINCE, until=UNTIL) == ()
    assert read_cause_words(store.engine, store.name, since=SINCE, until=UNTIL) == ()
