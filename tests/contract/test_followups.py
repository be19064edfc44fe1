"""What every store promises of follow-ups: spoken of at their time, and no longer once settled."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from assist.core.events import PromiseDropped, PromiseMade
from assist.store.calls import SqlCallStore
from tests.helpers.finished_calls import finished_call, write_journal

DUE = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
"""When the promise of `finished_call` is due: 16:00 an hour east of Greenwich."""


def save(store: SqlCallStore, home: Path, call: str, *extra: object) -> Path:
    events = finished_call(call, extra=extra)  # type: ignore[arg-type]
    journal = write_journal(home / "calls" / call, events)
    store.save_call(journal)
    return journal


def test_an_open_promise_comes_with_customer_and_moment(
    store: SqlCallStore, tmp_path: Path
) -> None:
    save(store, tmp_path, "20261122T1")
    (found,) = store.open_follow_ups(DUE)
    assert (found.call, found.promise, found.what) == ("20261122T1", 0, "call you back")
    assert (found.customer, found.number) == ("David Miller", "555 0142")
    assert datetime.fromisoformat(found.due_at) == DUE
    assert datetime.fromisoformat(found.remind_at) == DUE


def test_one_put_off_comes_at_the_later_moment_also_after_the_call_is_stored_again(
    store: SqlCallStore, tmp_path: Path
) -> None:
    journal = save(store, tmp_path, "20261122T1")
    later = DUE + timedelta(minutes=15)
    store.settle_follow_up("20261122T1", 0, remind_at=later, by="Sarah")
    store.save_call(journal)
    (found,) = store.open_follow_ups(DUE)
    assert datetime.fromisoformat(found.remind_at) == later
    assert datetime.fromisoformat(found.due_at) == DUE


def test_a_settled_or_dropped_promise_is_spoken_of_no_more(
    store: SqlCallStore, tmp_path: Path
) -> None:
    save(store, tmp_path, "20261122T1")
    store.settle_follow_up("20261122T1", 0, by="Sarah")
    save(store, tmp_path, "20261122T2", PromiseDropped(at=17_500, promise=0))
    assert store.open_follow_ups(DUE) == ()


def test_what_is_due_without_a_moment_or_long_ago_is_no_reminder(
    store: SqlCallStore, tmp_path: Path
) -> None:
    vague = PromiseMade(at=17_500, promise=1, who="agent", what="look into it", due="soon")
    save(store, tmp_path, "20261122T1", vague)
    assert [found.promise for found in store.open_follow_ups(DUE)] == [0]
    assert store.open_follow_ups(DUE + timedelta(days=365)) == ()


def test_a_promise_that_was_kept_is_no_longer_open_before_hello(
    store: SqlCallStore, tmp_path: Path
) -> None:
    save(store, tmp_path, "20261122T1")
    known = store.known_customer("555 0142")
    assert known is not None
    assert [promise.what for promise in known.promises] == ["call you back"]
    store.settle_follow_up("20261122T1", 0, by="Sarah")
    known = store.known_customer("555 0142")
    assert known is not None
    assert known.promises == ()
