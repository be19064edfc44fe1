"""The desk over a real store: what leads may do, what agents may, and what stays."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assist.core.review import CommentKind, ReviewFilter, SavedFilter, Verdict
from assist.review import flags
from assist.review.desk import StoreReviewDesk
from assist.review.errors import ReviewError
from tests.helpers.reviewing import A, C, fact, keep, open_desk, open_store, plain_call

CALM, ASKED, OTHER = "20261122T130000-calm", "20261122T120000-asked", "20261120T120000-other"


@pytest.fixture(scope="module")
def stored_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copied for every test: making a database anew takes most of a second."""
    folder = tmp_path_factory.mktemp("stored") / "home"
    keep(
        folder,
        plain_call(CALM, started_at="2026-11-22T13:00:00+01:00"),
        plain_call(
            ASKED,
            started_at="2026-11-22T12:00:00+01:00",
            extra=(fact(30, "ask_supervisor", C, 15_000),),
        ),
        plain_call(
            OTHER,
            agent="Omar",
            started_at="2026-11-20T12:00:00+01:00",
            extra=(fact(30, "dead_end", A, 17_000),),
        ),
    )
    return folder


@pytest.fixture
def home(stored_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(stored_home, tmp_path / "home"))


@pytest.fixture
def desk(home: Path) -> Iterator[StoreReviewDesk]:
    opened = open_desk(home)
    yield opened
    opened.close()


@pytest.fixture
def sarah(home: Path) -> Iterator[StoreReviewDesk]:
    opened = open_desk(home, "Sarah", is_agent=True)
    yield opened
    opened.close()


def ids(desk: StoreReviewDesk, wanted: ReviewFilter) -> list[str]:
    rows = desk.rows(wanted, 50, 0)
    assert desk.count(wanted) == len(rows)
    return [row.id for row in rows]


def test_flagged_calls_are_listed_with_their_reasons(desk: StoreReviewDesk) -> None:
    rows = desk.rows(ReviewFilter(is_flagged=True), 50, 0)
    assert [row.id for row in rows] == [ASKED, OTHER]
    assert [reason.reason for reason in rows[0].reasons] == ["manager_asked"]


def test_days_count_back_from_today_by_midnight(desk: StoreReviewDesk) -> None:
    assert set(ids(desk, ReviewFilter(days=1))) == {CALM, ASKED}
    assert set(ids(desk, ReviewFilter(days=2))) == {CALM, ASKED}
    assert set(ids(desk, ReviewFilter(days=3))) == {CALM, ASKED, OTHER}


def test_what_a_lead_did_is_there_for_the_next_one(home: Path, desk: StoreReviewDesk) -> None:
    desk.set_reviewed(ASKED, is_reviewed=True)
    desk.hand(ASKED, "P. Novak")
    desk.coach(ASKED, is_coached=True)
    desk.comment(ASKED, "Say it sooner.", at=15_000)
    desk.correct_score(ASKED, "resolved", 1)
    desk.mark_detection(ASKED, 30, "ask_supervisor", 15_000, Verdict.WRONG)
    desk.close()
    again = open_desk(home, "P. Novak")
    call = again.call(ASKED)
    assert call.row.status.reviewed_by == "K. Lead"
    assert call.row.status.handed_to == "P. Novak"
    assert call.row.status.coached_by == "K. Lead"
    assert [(each.by, each.text, each.at) for each in call.comments] == [
        ("K. Lead", "Say it sooner.", 15_000)
    ]
    scores = {score.item: score for score in call.scores}
    assert (scores["resolved"].value, scores["resolved"].lead) == (0, 1)
    assert [(mark.number, mark.verdict) for mark in call.marks] == [(30, Verdict.WRONG)]
    assert ids(again, ReviewFilter(is_flagged=True, is_reviewed=False)) == [OTHER]
    again.close()


def test_marks_feed_precision_and_recall_per_label(desk: StoreReviewDesk) -> None:
    desk.mark_detection(ASKED, 30, "ask_supervisor", 15_000, Verdict.RIGHT)
    desk.mark_detection(OTHER, 30, "dead_end", 17_000, Verdict.WRONG)
    desk.mark_detection(CALM, None, "dead_end", 9_000, Verdict.MISSED)
    counted = {each.label: (each.right, each.wrong, each.missed) for each in desk.label_marks()}
    assert counted == {"ask_supervisor": (1, 0, 0), "dead_end": (0, 1, 1)}
    desk.mark_detection(OTHER, 30, "dead_end", 17_000, None)
    counted = {each.label: (each.right, each.wrong, each.missed) for each in desk.label_marks()}
    assert counted["dead_end"] == (0, 0, 1)


def test_an_agent_sees_the_own_calls_only(sarah: StoreReviewDesk) -> None:
    assert set(ids(sarah, ReviewFilter())) == {CALM, ASKED}
    assert set(ids(sarah, ReviewFilter(agent="Omar"))) == {CALM, ASKED}
    assert sarah.agents() == ("Sarah",)
    with pytest.raises(ReviewError, match="not a call of yours"):
        sarah.call(OTHER)
    with pytest.raises(ReviewError, match="not a call of yours"):
        sarah.comment(OTHER, "hello")


def test_an_agent_answers_and_disputes_but_judges_nothing(
    desk: StoreReviewDesk, sarah: StoreReviewDesk
) -> None:
    desk.comment(ASKED, "Say it sooner.", at=15_000)
    (remark,) = sarah.call(ASKED).comments
    sarah.comment(ASKED, "I had to look first.", kind=CommentKind.DISPUTE, answers=remark.id)
    kinds = [(each.by, each.kind, each.answers) for each in desk.call(ASKED).comments]
    assert kinds[1] == ("Sarah", CommentKind.DISPUTE, remark.id)
    judgements: list[Callable[[], None]] = [
        lambda: sarah.set_reviewed(ASKED, is_reviewed=True),
        lambda: sarah.hand(ASKED, "x"),
        lambda: sarah.coach(ASKED, is_coached=True),
        lambda: sarah.correct_score(ASKED, "resolved", 1),
        lambda: sarah.mark_detection(ASKED, 30, "ask_supervisor", 1, Verdict.WRONG),
        lambda: sarah.mark_cue(ASKED, 0, is_right=False),
    ]
    for judging in judgements:
        with pytest.raises(ReviewError, match="Only a lead"):
            judging()


def test_an_empty_comment_is_refused(desk: StoreReviewDesk) -> None:
    with pytest.raises(ReviewError, match="empty"):
        desk.comment(ASKED, "  \n")


def test_saved_filters_are_one_s_own(home: Path, desk: StoreReviewDesk) -> None:
    saved = SavedFilter(name="Mine this week", wanted=ReviewFilter(days=7, agent="Omar"))
    desk.save_filter(saved)
    assert desk.filters() == (saved,)
    other = open_desk(home, "P. Novak")
    assert other.filters() == ()
    other.close()
    desk.drop_filter("Mine this week")
    assert desk.filters() == ()


def test_calls_judged_by_older_rules_are_judged_anew(home: Path, desk: StoreReviewDesk) -> None:
    with open_store(home) as store:
        store.desk.put_reasons(ASKED, (), flags.RULES_VERSION - 1)
    assert ids(desk, ReviewFilter(is_flagged=True)) == [OTHER]
    assert desk.catch_up()
    assert not desk.catch_up()
    assert ids(desk, ReviewFilter(is_flagged=True)) == [ASKED, OTHER]


def test_a_call_without_kept_sound_says_so(home: Path, desk: StoreReviewDesk) -> None:
    assert not desk.call(CALM).has_audio
    assert desk.player(CALM) is None
    assert desk.waveform(CALM) is None
    with open_store(home) as store:
        store.desk.keep_audio(CALM, [home / "gone.wav"])
    assert not desk.call(CALM).has_audio, "a file that is gone is no sound"


@pytest.mark.parametrize("name", ["call.txt", "call.srt", "call.json", "call.html"])
def test_a_call_is_exported_by_the_file_s_name(
    desk: StoreReviewDesk, tmp_path: Path, name: str
) -> None:
    desk.export(CALM, tmp_path / name)
    assert "nothing more i can do" in (tmp_path / name).read_text("utf-8").lower()


def test_an_export_nowhere_is_said(desk: StoreReviewDesk, tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="choose such a name"):
        desk.export(CALM, tmp_path / "call.docx")
    with pytest.raises(ReviewError, match="choose another place"):
        desk.export(CALM, tmp_path / "no" / "call.txt")
