"""What team figures are counted from, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from assist.core.events import CallStarted, Event
from assist.store.calls import SqlCallStore
from assist.store.facts import Pledge, read_facts
from tests.helpers.finished_calls import finished_call, write_call, write_journal

SINCE, UNTIL = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)


def test_a_calls_facts_come_out_of_its_tables(store: SqlCallStore, tmp_path: Path) -> None:
    store.save_call(write_call(tmp_path, "one"))
    store.save_call(write_call(tmp_path, "old", started_at="2026-10-22T10:15:00+01:00"))
    (facts,) = read_facts(store.engine, store.name, since=SINCE, until=UNTIL)
    assert (facts.id, facts.agent, facts.outcome) == ("one", "Sarah", "follow_up")
    assert (facts.customer, facts.has_name) == ("5550142", True)
    assert facts.started_at == datetime(2026, 11, 22, 9, 15, tzinfo=UTC)
    assert facts.distress_ms == 3400
    assert facts.up_ms == (16_200,)
    assert facts.dead_end_ms
    assert facts.shown_ms == (10_600, 12_000)
    assert facts.heeded == 1
    assert facts.pledges == (Pledge(due_at=datetime(2026, 11, 22, 15, tzinfo=UTC), kept_at=None),)


def test_a_leads_mark_counts_before_the_agents(store: SqlCallStore, tmp_path: Path) -> None:
    store.save_call(write_call(tmp_path, "one"))
    store.mark_cue("one", 0, is_right=False, by="Lea")
    (facts,) = read_facts(store.engine, store.name, since=SINCE, until=UNTIL)
    assert (facts.marks_right, facts.marks_wrong) == (0, 1)


def test_a_promise_marked_as_kept_counts(store: SqlCallStore, tmp_path: Path) -> None:
    store.save_call(write_call(tmp_path, "one"))
    store.settle_follow_up("one", 0)
    (facts,) = read_facts(store.engine, store.name, since=SINCE, until=UNTIL)
    assert facts.pledges[0].kept_at is not None


def test_the_demo_call_is_no_work(store: SqlCallStore, tmp_path: Path) -> None:
    store.save_call(write_journal(tmp_path / "calls" / "demo", played()))
    assert read_facts(store.engine, store.name, since=SINCE, until=UNTIL) == ()


def played() -> tuple[Event, ...]:
    first, *rest = finished_call("demo")
    assert isinstance(first, CallStarted)
    return (replace(first, source="demo"), *rest)
