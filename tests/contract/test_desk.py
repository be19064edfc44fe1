"""What people add to stored calls, on SQLite and on PostgreSQL alike."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from assist.core.events import (
    FlagWorded,
    MomentFlagged,
    PromiseDropped,
    SummaryWritten,
)
from assist.core.review import (
    CallStatus,
    CommentKind,
    DetectionMark,
    FlagReason,
    LabelMarks,
    Order,
    ReviewFilter,
    SavedFilter,
    Severity,
    Verdict,
)
from assist.store import desk_rows, desk_schema
from assist.store.calls import SqlCallStore
from assist.store.errors import StoreError
from tests.helpers.finished_calls import write_call

RISK = FlagReason(reason="at_risk", severity=Severity.NOW, at=2000, detail="i will cancel")
LOST = FlagReason(reason="sound_lost", severity=Severity.NOTE, at=18_500)


@pytest.fixture
def calls(store: SqlCallStore, tmp_path: Path) -> SqlCallStore:
    """Three calls, the newest last."""
    for day, call in enumerate(("a", "b", "c"), 20):
        started_at = f"2026-11-{day}T10:15:00+01:00"
        store.save_call(write_call(tmp_path, call, started_at=started_at, name=call.upper()))
    return store


def ids(store: SqlCallStore, wanted: ReviewFilter, limit: int = 10, offset: int = 0) -> list[str]:
    return [row.id for row in store.desk.rows(wanted, limit, offset)]


def test_the_most_severe_calls_come_first_and_of_these_the_newest(calls: SqlCallStore) -> None:
    calls.desk.put_reasons("a", (RISK, LOST), 1)
    calls.desk.put_reasons("b", (RISK,), 1)
    calls.desk.put_reasons("c", (LOST,), 1)
    assert ids(calls, ReviewFilter()) == ["b", "a", "c"]
    assert ids(calls, ReviewFilter(order=Order.NEWEST)) == ["c", "b", "a"]
    assert ids(calls, ReviewFilter(), limit=1, offset=1) == ["a"]
    row = calls.desk.rows(ReviewFilter(), 10)[1]
    assert (row.reasons, row.severity) == ((RISK, LOST), Severity.NOW)
    assert row.started_at.isoformat() == "2026-11-20T10:15:00+01:00"


def test_a_call_judged_again_has_the_new_reasons_only(calls: SqlCallStore) -> None:
    calls.desk.put_reasons("a", (RISK,), 1)
    assert calls.desk.unjudged(1) == ("c", "b")
    calls.desk.put_reasons("a", (), 2)
    assert calls.desk.reasons("a") == ()
    assert ids(calls, ReviewFilter(is_flagged=True)) == []
    assert calls.desk.unjudged(2) == ("c", "b")


class EveryCall:
    """Flags every call."""

    version = 7

    def reasons(self, call: object) -> tuple[FlagReason, ...]:
        return (RISK,)


def test_a_call_is_judged_when_it_is_stored(calls: SqlCallStore, tmp_path: Path) -> None:
    calls._judge = EveryCall()
    calls.save_call(write_call(tmp_path, "d"))
    assert calls.desk.reasons("d") == (RISK,)
    assert calls.desk.unjudged(7) == ("c", "b", "a")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ReviewFilter(is_flagged=True), {"a", "b"}),
        (ReviewFilter(is_flagged=False), {"c"}),
        (ReviewFilter(is_reviewed=True), {"a"}),
        (ReviewFilter(is_reviewed=False), {"b", "c"}),
        (ReviewFilter(reason="sound_lost"), {"b"}),
        (ReviewFilter(handed_to="Tom"), {"b"}),
        (ReviewFilter(agent="Sarah"), {"a", "b", "c"}),
        (ReviewFilter(agent="Sara"), set()),
        (ReviewFilter(outcome="follow_up", text="refunds"), {"a", "b", "c"}),
        (ReviewFilter(text="nobody said this"), set()),
        (ReviewFilter(since=datetime(2026, 11, 21, tzinfo=UTC)), {"b", "c"}),
        (ReviewFilter(until=datetime(2026, 11, 21, tzinfo=UTC)), {"a"}),
        (ReviewFilter(is_flagged=True, is_reviewed=False), {"b"}),
    ],
)
def test_the_list_holds_what_its_filter_names(
    calls: SqlCallStore, wanted: ReviewFilter, found: set[str]
) -> None:
    calls.desk.put_reasons("a", (RISK,), 1)
    calls.desk.put_reasons("b", (LOST,), 1)
    calls.desk.set_reviewed("a", is_reviewed=True, by="Lea")
    calls.desk.hand("b", "Tom", by="Lea")
    assert set(ids(calls, wanted)) == found
    assert calls.desk.count(wanted) == len(found)


def test_what_leads_did_shows_and_can_be_taken_back(calls: SqlCallStore) -> None:
    desk = calls.desk
    desk.set_reviewed("a", is_reviewed=True, by="Lea")
    desk.hand("a", "Tom", by="Lea")
    desk.coach("a", is_coached=True, by="Tom")
    status = desk.status("a")
    assert (status.reviewed_by, status.handed_to, status.handed_by) == ("Lea", "Tom", "Lea")
    assert status.coached_by == "Tom"
    assert status.reviewed_at is not None
    assert desk.rows(ReviewFilter(is_reviewed=True), 10)[0].status == status
    assert desk.leads() == ("Lea", "Tom")
    desk.set_reviewed("a", is_reviewed=False, by="Tom")
    desk.hand("a", "", by="Tom")
    desk.coach("a", is_coached=False, by="Tom")
    assert desk.status("a") == CallStatus()
    assert ids(calls, ReviewFilter(is_reviewed=True)) == []


def test_comments_are_answered_and_stay_when_the_call_is_stored_again(
    calls: SqlCallStore, tmp_path: Path
) -> None:
    first = calls.desk.add_comment("a", "name the feeling here", "Lea", at=6000)
    answer = calls.desk.add_comment(
        "a", "i did, at 0:03", "Sarah", kind=CommentKind.DISPUTE, answers=first.id
    )
    calls.save_call(tmp_path / "calls" / "a" / "journal.jsonl")
    assert calls.desk.comments("a") == (first, answer)
    assert (first.at, answer.at, answer.answers) == (6000, None, first.id)
    assert next(r for r in calls.desk.rows(ReviewFilter(), 10) if r.id == "a").comments == 2
    assert calls.desk.commented("Sarah") == ("a",)
    assert calls.desk.commented("Lea") == ()


def test_verdicts_count_per_label_and_can_be_taken_back(calls: SqlCallStore) -> None:
    desk = calls.desk
    desk.mark_detection("a", 0, "dead_end", 10_600, Verdict.RIGHT, "Lea")
    desk.mark_detection("b", 0, "dead_end", 10_600, Verdict.RIGHT, "Lea")
    desk.mark_detection("b", 0, "dead_end", 10_600, Verdict.WRONG, "Tom")
    desk.mark_detection("a", None, "empathy", 4000, Verdict.MISSED, "Lea")
    desk.mark_detection("a", None, "empathy", 9000, Verdict.MISSED, "Lea")
    desk.mark_detection("a", None, "empathy", 9000, None, "Lea")
    assert desk.label_marks() == (
        LabelMarks(label="dead_end", right=1, wrong=1, missed=0),
        LabelMarks(label="empathy", right=0, wrong=0, missed=1),
    )
    assert desk.detection_marks("a") == (
        DetectionMark(number=None, label="empathy", at=4000, verdict=Verdict.MISSED, by="Lea"),
        DetectionMark(number=0, label="dead_end", at=10_600, verdict=Verdict.RIGHT, by="Lea"),
    )


def test_a_leads_score_stands_until_it_is_taken_back(calls: SqlCallStore) -> None:
    calls.desk.put_score("a", "use_name", 2, "Lea")
    calls.desk.put_score("a", "use_name", 3, "Tom")
    calls.desk.put_score("a", "empathy", 1, "Lea")
    calls.desk.put_score("a", "empathy", None, "Lea")
    assert calls.desk.scores("a") == {"use_name": (3, "Tom")}


def test_filters_are_each_leads_own(calls: SqlCallStore) -> None:
    mine = SavedFilter(name="mine", wanted=ReviewFilter(days=7, reason="at_risk"))
    calls.desk.save_filter(SavedFilter(name="mine", wanted=ReviewFilter()), "Lea")
    calls.desk.save_filter(mine, "Lea")
    assert calls.desk.filters("Lea") == (mine,)
    assert calls.desk.filters("Tom") == ()
    calls.desk.drop_filter("mine", "Lea")
    assert calls.desk.filters("Lea") == ()


def test_where_sound_is_kept_is_remembered(calls: SqlCallStore, tmp_path: Path) -> None:
    files = (tmp_path / "agent.flac", tmp_path / "customer.flac")
    calls.desk.keep_audio("a", files)
    assert calls.desk.audio_of("a") == files
    assert calls.desk.audio_of("b") == ()


def test_adding_to_a_call_that_is_not_there_is_said(calls: SqlCallStore) -> None:
    with pytest.raises(StoreError, match="There is no call 'x'"):
        calls.desk.add_comment("x", "hello", "Lea")


def test_a_deleted_call_takes_what_was_added_with_it(calls: SqlCallStore) -> None:
    calls.desk.add_comment("a", "hello", "Lea")
    calls.desk.mark_detection("a", 0, "dead_end", 10_600, Verdict.RIGHT, "Lea")
    calls.delete_call("a")
    assert calls.desk.comments("a") == ()
    assert calls.desk.label_marks() == ()


def test_of_two_computers_writing_the_later_wins(calls: SqlCallStore) -> None:
    desk, table = calls.desk, desk_schema.scores
    desk.put_score("a", "use_name", 2, "Lea")
    ahead = datetime.now(UTC) + timedelta(days=400)
    row = {"call_id": "a", "item": "use_name", "value": 5, "by": "Tom"}
    with calls._engine.begin() as connection:
        earlier = {**row, "made_at": datetime(2020, 1, 1, tzinfo=UTC)}
        assert not desk_rows.merge(connection, table, earlier)
        assert desk_rows.merge(connection, table, {**row, "made_at": ahead})
        assert not desk_rows.merge(connection, table, {**row, "made_at": ahead})
    assert desk.scores("a") == {"use_name": (5, "Tom")}
    # Tom's clock is a year ahead: what Lea then writes, having seen it, counts all the same.
    desk.put_score("a", "use_name", 3, "Lea")
    assert desk.scores("a") == {"use_name": (3, "Lea")}


def test_promises_are_followed_up_until_they_are_kept(calls: SqlCallStore) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=1)))
    (due_a, due_b, due_c) = calls.open_follow_ups(now)
    assert (due_a.call, due_a.what, due_a.due) == ("a", "call you back", "today by four")
    assert due_a.due_at == "2026-11-22T16:00+01:00"
    assert due_a.customer == "A"
    calls.settle_follow_up("a", 0)
    calls.settle_follow_up("b", 0, remind_at=now + timedelta(hours=6))
    left = calls.open_follow_ups(now)
    assert [each.call for each in left] == ["c", "b"]
    assert left[1].remind_at == "2026-11-22T18:00:00+01:00"
    assert left[1].due_at == due_b.due_at
    calls.settle_follow_up("b", 0)
    assert calls.open_follow_ups(now) == (due_c,)
    assert calls.open_follow_ups(now + timedelta(days=31)) == ()


def test_what_the_agent_put_right_is_kept(calls: SqlCallStore, tmp_path: Path) -> None:
    extra = (
        PromiseDropped(at=19_100, promise=0),
        MomentFlagged(at=19_200, kind="help", for_lead=True),
        FlagWorded(at=19_300, note="wants a manager"),
        SummaryWritten(at=19_400, text="first"),
        SummaryWritten(at=19_500, text="Router ordered."),
    )
    calls.save_call(write_call(tmp_path, "d", extra=extra))
    call = calls.get_call("d")
    assert call.promises == ()
    assert [(f.note, f.kind) for f in call.flags] == [
        ("ask billing", ""),
        ("wants a manager", "help"),
    ]
    assert call.overview.summary == "Router ordered."
