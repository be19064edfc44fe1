"""What every call store promises, on SQLite and on PostgreSQL alike."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assist.core.events import AudioLost, Feeling, FinalResult, NoteWritten
from assist.core.words import Party
from assist.store.calls import SqlCallStore
from assist.store.errors import StoreError
from assist.store.model import CallFilter, CallOverview
from tests.helpers.finished_calls import finished_call, said, write_call, write_journal

OpenStore = Callable[[], SqlCallStore]


def ids(calls: tuple[CallOverview, ...]) -> list[str]:
    return [call.id for call in calls]


def test_a_saved_call_comes_back_whole(store: SqlCallStore, tmp_path: Path) -> None:
    journal = write_call(tmp_path, "one")
    assert store.save_call(journal) == "one"
    call = store.get_call("one")
    overview = call.overview
    assert overview.started_at.isoformat() == "2026-11-22T10:15:00+01:00"
    assert (overview.customer_name, overview.customer_number) == ("David Miller", "555 0142")
    assert (overview.duration_ms, overview.outcome) == (20_000, "follow_up")
    assert (overview.end_reason, overview.note) == ("hangup", "router ordered")
    assert overview.first_feeling is Feeling.FRUSTRATION
    assert (overview.turned_around, overview.at_risk) == (True, False)
    assert (overview.cues_raised, overview.cues_shown, overview.cues_heeded) == (3, 2, 1)
    assert (overview.model, overview.playbook) == ("starter", "default")
    assert overview.checklist == ("use_name",)
    assert overview.journal == str(journal)
    events = finished_call("one")
    finals = sorted((e for e in events if isinstance(e, FinalResult)), key=lambda e: e.start)
    assert [u.text for u in call.utterances] == [e.text for e in finals]
    assert [u.words for u in call.utterances] == [e.words for e in finals]
    assert [(d.detection.label, d.is_withdrawn) for d in call.detections] == [
        ("dead_end", False),
        ("threat", True),
    ]
    assert call.detections[0].detection.is_final
    assert [(c.rule, c.shown_at, c.ending, c.ended_at, c.reason) for c in call.cues] == [
        ("dead_end", 10_600, "heeded", 15_500, ""),
        ("use_name", None, "suppressed", 11_000, "cool_down"),
        ("thank", 12_000, "dismissed", 13_000, ""),
    ]
    assert call.cues[0].delay_ms == 140
    assert call.cues[0].evidence[0].text == "nothing more i can do"
    (promise,) = call.promises
    assert (promise.due, promise.missing) == ("today by four", ())
    assert [f.level for f in call.feelings] == [-40, 40]
    assert [p.is_up for p in call.pivots] == [True]
    assert [(f.note, f.for_lead) for f in call.flags] == [("ask billing", True)]
    assert [(x.party, x.duration_ms) for x in call.losses] == [(Party.AGENT, 300)]


def test_saving_again_changes_nothing(store: SqlCallStore, tmp_path: Path) -> None:
    journal = write_call(tmp_path, "one")
    store.save_call(journal)
    before = store.get_call("one")
    store.save_call(journal)
    assert store.get_call("one") == before
    assert ids(store.list_calls(CallFilter(text="refunds"))) == ["one"]


def test_saving_a_journal_that_grew_brings_the_call_up_to_date(
    store: SqlCallStore, tmp_path: Path
) -> None:
    store.save_call(write_call(tmp_path, "one"))
    events = (*finished_call("one"), NoteWritten(at=20_000, text="router sent, he called again"))
    store.save_call(write_journal(tmp_path / "calls" / "one", events))
    assert store.get_call("one").overview.note == "router sent, he called again"


def test_calls_are_there_when_the_database_is_opened_again(
    open_store: OpenStore, tmp_path: Path
) -> None:
    with open_store() as store:
        store.save_call(write_call(tmp_path, "one"))
    with open_store() as store:
        assert ids(store.list_calls()) == ["one"]


def test_calls_are_listed_newest_first(store: SqlCallStore, tmp_path: Path) -> None:
    # By the moment, not by the clock on the wall: 09:30 in New York is after 10:15 in Berlin.
    for call, started_at in {
        "berlin": "2026-11-22T10:15:00+01:00",
        "new-york": "2026-11-22T09:30:00-05:00",
        "day-before": "2026-11-21T23:00:00+01:00",
    }.items():
        store.save_call(write_call(tmp_path, call, started_at=started_at))
    assert ids(store.list_calls()) == ["new-york", "berlin", "day-before"]
    assert ids(store.list_calls(CallFilter(limit=1, offset=1))) == ["berlin"]


@pytest.fixture
def three_calls(store: SqlCallStore, tmp_path: Path) -> SqlCallStore:
    extra = [said(Party.CUSTOMER, 7, 19_000, "i want a refund for the broken router")]
    store.save_call(write_call(tmp_path, "a", name="Ann 50% Lee", outcome="resolved"))
    store.save_call(write_call(tmp_path, "b", number="555 0999", extra=extra))
    store.save_call(write_call(tmp_path, "c", at_risk=True, started_at="2026-11-25T08:00:00+00:00"))
    return store


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (CallFilter(), {"a", "b", "c"}),
        (CallFilter(text="router broken"), {"b"}),
        (CallFilter(text="Routers"), {"b"}),
        (CallFilter(text="refund"), {"a", "b", "c"}),
        (CallFilter(text="refund router down"), set()),
        (CallFilter(text='"broken" OR NEAR( router*'), set()),
        (CallFilter(text="it's"), set()),
        (CallFilter(text="   "), {"a", "b", "c"}),
        (CallFilter(customer="ann"), {"a"}),
        (CallFilter(customer="50%"), {"a"}),
        (CallFilter(customer="%"), {"a"}),
        (CallFilter(customer="0999"), {"b"}),
        (CallFilter(outcome="resolved"), {"a"}),
        (CallFilter(is_at_risk=True), {"c"}),
        (CallFilter(is_at_risk=False), {"a", "b"}),
        (CallFilter(since=datetime(2026, 11, 25, 8, tzinfo=UTC)), {"c"}),
        (CallFilter(until=datetime(2026, 11, 25, 8, tzinfo=UTC)), {"a", "b"}),
        (CallFilter(text="refund", outcome="resolved"), {"a"}),
    ],
)
def test_filters_find_the_calls_they_name(
    three_calls: SqlCallStore, wanted: CallFilter, found: set[str]
) -> None:
    assert set(ids(three_calls.list_calls(wanted))) == found


def test_a_call_is_found_by_the_beginning_of_its_id(store: SqlCallStore, tmp_path: Path) -> None:
    for call in ("2026-a", "2026-ab", "2027-c"):
        store.save_call(write_call(tmp_path, call))
    assert store.find_call("2027") == "2027-c"
    assert store.find_call("2026-a") == "2026-a"
    with pytest.raises(StoreError, match="Several calls begin with '2026'"):
        store.find_call("2026")
    for unknown in ("x", "", "%", "_"):
        with pytest.raises(StoreError, match="There is no call"):
            store.find_call(unknown)


def test_a_deleted_call_is_gone_everywhere(store: SqlCallStore, tmp_path: Path) -> None:
    store.save_call(write_call(tmp_path, "one"))
    store.save_call(write_call(tmp_path, "two"))
    store.delete_call("one")
    assert ids(store.list_calls()) == ["two"]
    assert ids(store.list_calls(CallFilter(text="refunds"))) == ["two"]
    assert sorted(each.name for each in (tmp_path / "calls").iterdir()) == ["two"]
    assert store.catch_up() == ()
    with pytest.raises(StoreError, match="There is no call 'one'"):
        store.get_call("one")
    with pytest.raises(StoreError, match="There is no call 'one'"):
        store.delete_call("one")


def test_a_deletion_that_was_cut_off_is_finished(store: SqlCallStore, tmp_path: Path) -> None:
    for call in ("rows-gone", "rows-there"):
        journal = write_call(tmp_path, call)
        if call == "rows-there":
            store.save_call(journal)
        journal.parent.rename(tmp_path / "calls" / f".deleting-{call}")
    assert store.catch_up() == ()
    assert [each.name for each in (tmp_path / "calls").iterdir()] == ["rows-there"]
    assert ids(store.list_calls()) == ["rows-there"]


def test_deleting_leaves_a_journal_that_lies_elsewhere(store: SqlCallStore, tmp_path: Path) -> None:
    journal = write_journal(tmp_path / "my recordings", finished_call("one"))
    store.save_call(journal)
    store.delete_call("one")
    assert journal.exists()


def test_calls_that_could_not_be_stored_are_stored_later(
    store: SqlCallStore, tmp_path: Path
) -> None:
    write_call(tmp_path, "one")
    store.save_call(write_call(tmp_path, "two"))
    write_journal(tmp_path / "calls" / "still-open", finished_call("still-open")[:9])
    write_journal(tmp_path / "calls" / "broken", ())
    assert store.catch_up() == ("one",)
    assert store.catch_up() == ()
    assert set(ids(store.list_calls())) == {"one", "two"}


@pytest.mark.parametrize("started_at", ["", "yesterday", "0001-01-01T00:00:00+14:00"])
def test_a_call_that_cannot_be_kept_does_not_keep_the_others_out(
    store: SqlCallStore, tmp_path: Path, started_at: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="assist.store")
    write_call(tmp_path, "bad-time", started_at=started_at)
    loss = AudioLost(at=5, party=Party.AGENT, duration_ms=2**63, reason="x")
    write_call(tmp_path, "bad-number", extra=(loss,))
    write_call(tmp_path, "sound")
    assert store.catch_up() == ("sound",)
    said_of = [record.getMessage() for record in caplog.records]
    assert [text.split(" is not stored: ")[0] for text in said_of] == [
        "Call bad-number",
        "Call bad-time",
    ]
    assert {record.levelname for record in caplog.records} == {"INFO"}


def test_an_odd_call_is_stored_as_it_is(store: SqlCallStore, tmp_path: Path) -> None:
    """Other scripts, quotes, zero characters, times no call reaches."""
    name = "Zoë O'Brien-Łukasz \U0001f600"
    extra = (
        said(Party.AGENT, 8, 0, 'quote " and \\ and ; DROP TABLE calls'),
        said(Party.AGENT, 9, 2**40, "sehr spät ناقص 你好"),
        NoteWritten(at=1, text="zero\0character"),
    )
    store.save_call(write_call(tmp_path, "odd", name=name, extra=extra))
    call = store.get_call("odd")
    assert call.overview.customer_name == name
    assert call.overview.note == "zerocharacter"
    assert call.utterances[0].text == 'quote " and \\ and ; DROP TABLE calls'
    assert call.utterances[-1].start == 2**40


def test_exports_hold_what_was_said(store: SqlCallStore, tmp_path: Path) -> None:
    store.save_call(write_call(tmp_path, "one"))
    data = json.loads(store.export_call("one", "json"))
    assert data["overview"]["customer_name"] == "David Miller"
    assert data["utterances"][0]["words"][0] == {
        "text": "hi",
        "start": 1000,
        "end": 1250,
        "confidence": 0.9,
    }
    text = store.export_call("one", "txt")
    assert "0:09 Agent     there is nothing more I can do about refunds\n" in text
    assert "agent: call you back (today by four)" in text
    assert store.export_call("one", "srt").split("\n\n")[0] == (
        "1\n00:00:01,000 --> 00:00:03,400\nCustomer: hi my internet has been down since monday"
    )
    with pytest.raises(StoreError, match="choose json, txt, srt"):
        store.export_call("one", "pdf")


def test_a_failed_save_leaves_the_call_as_it_was(store: SqlCallStore, tmp_path: Path) -> None:
    store.save_call(write_call(tmp_path, "one"))
    before = store.get_call("one")
    # No database has a column for such a time; the rows before it are undone as well.
    extra = (said(Party.AGENT, 9, 100, "new words"), NoteWritten(at=2, text="new note"))
    loss = AudioLost(at=5, party=Party.AGENT, duration_ms=2**63, reason="x")
    journal = write_journal(tmp_path / "calls" / "one", finished_call("one", extra=(*extra, loss)))
    with pytest.raises(StoreError, match=r"^[^\n]+$"):
        store.save_call(journal)
    assert store.get_call("one") == before
    assert store.list_calls(CallFilter(text="new words")) == ()


def test_many_calls_are_listed_quickly_enough_to_page(store: SqlCallStore, tmp_path: Path) -> None:
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(30):
        store.save_call(
            write_call(
                tmp_path,
                f"call-{number:02d}",
                started_at=(begin + timedelta(hours=number)).isoformat(),
            )
        )
    pages = [ids(store.list_calls(CallFilter(limit=10, offset=10 * page))) for page in range(4)]
    assert [len(page) for page in pages] == [10, 10, 10, 0]
    assert len({call for page in pages for call in page}) == 30


def test_the_migrations_make_the_tables_the_code_knows(store: SqlCallStore) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from assist.store.schema import metadata
    from tests.helpers.tables import is_ours

    with store._engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": is_ours, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []
