"""What is known before hello: by number or reference, on SQLite and on PostgreSQL alike."""

from dataclasses import replace
from pathlib import Path

import pytest

from assist.core.events import CallStarted, Event, Feeling
from assist.core.notices import KnownCustomer, OpenPromise
from assist.store.calls import SqlCallStore
from tests.helpers.finished_calls import finished_call, write_journal

CALL_BACK = OpenPromise(
    what="call you back", due="today by four", due_at="2026-11-22T16:00:00+01:00"
)


def save(
    store: SqlCallStore,
    folder: Path,
    call: str,
    *,
    day: int = 22,
    number: str = "+49 30 12345678",
    reference: str = "",
    outcome: str = "follow_up",
    source: str = "live",
    at_risk: bool = False,
) -> None:
    events: tuple[Event, ...] = finished_call(
        call,
        started_at=f"2026-11-{day:02d}T10:15:00+01:00",
        number=number,
        outcome=outcome,
        at_risk=at_risk,
    )
    first = events[0]
    assert isinstance(first, CallStarted)
    first = replace(first, reference=reference, source=source)
    store.save_call(write_journal(folder / "calls" / call, (first, *events[1:])))


def test_of_a_stranger_nothing_is_known(store: SqlCallStore, tmp_path: Path) -> None:
    save(store, tmp_path, "one")
    assert store.known_customer("+49 30 87654321") is None
    assert store.known_customer("") is None
    assert store.known_customer("anonymous", "") is None
    assert store.known_customer("", "T-1") is None


def test_the_last_call_and_what_is_open_since(store: SqlCallStore, tmp_path: Path) -> None:
    save(store, tmp_path, "old", day=18, at_risk=True)
    save(store, tmp_path, "new", day=20, outcome="unresolved")
    assert store.known_customer("030 12345678") == KnownCustomer(
        calls=2,
        last_call="new",
        last_at="2026-11-20T10:15:00+01:00",
        last_outcome="unresolved",
        last_feeling=Feeling.GRATITUDE_RELIEF,
        was_at_risk=False,
        promises=(CALL_BACK, CALL_BACK),
    )


@pytest.mark.parametrize(
    ("outcomes", "promises"),
    [
        (("resolved",), 0),
        (("follow_up", "resolved"), 0),
        (("resolved", "follow_up"), 1),
        (("follow_up", "resolved", "unresolved", "follow_up"), 2),
    ],
)
def test_what_was_promised_before_a_resolved_call_is_done(
    store: SqlCallStore, tmp_path: Path, outcomes: tuple[str, ...], promises: int
) -> None:
    for number, outcome in enumerate(outcomes):
        save(store, tmp_path, f"call{number}", day=1 + number, outcome=outcome)
    known = store.known_customer("+493012345678")
    assert known is not None
    assert len(known.promises) == promises


@pytest.mark.parametrize(
    "number",
    ["+493012345678", "0049 30 / 12345678", "(030) 123-456-78", "sip:+493012345678@pbx:5060"],
)
def test_a_number_is_known_however_it_is_written(
    store: SqlCallStore, tmp_path: Path, number: str
) -> None:
    save(store, tmp_path, "one", number="+49 (30) 123.456-78")
    assert store.known_customer(number) is not None


def test_an_address_is_known_too_and_its_signs_are_no_pattern(
    store: SqlCallStore, tmp_path: Path
) -> None:
    save(store, tmp_path, "one", number="sip:j_ane@example.org")
    assert store.known_customer("J_ane@Example.org") is not None
    assert store.known_customer("jxane@example.org") is None
    assert store.known_customer("%@example.org") is None


def test_a_reference_finds_calls_of_other_numbers(store: SqlCallStore, tmp_path: Path) -> None:
    save(store, tmp_path, "one", reference="T-1001 ")
    save(store, tmp_path, "two", number="0351 999999999", reference="T-1002")
    known = store.known_customer("", "t-1001")
    assert known is not None
    assert (known.calls, known.last_call) == (1, "one")
    both = store.known_customer("+4935199 9999999", "T-1001")
    assert both is not None
    assert both.calls == 2


def test_demos_and_recordings_are_no_calls_of_the_customer(
    store: SqlCallStore, tmp_path: Path
) -> None:
    save(store, tmp_path, "one", source="demo")
    assert store.known_customer("+493012345678") is None
