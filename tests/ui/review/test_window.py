"""The lead's window over a real desk: lists, filters, search, export, and what goes wrong."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assist.core.errors import AssistError
from assist.core.interfaces import ReviewDesk
from assist.core.review import ReviewFilter
from assist.review.desk import StoreReviewDesk
from tests.helpers.reviewing import open_desk
from tests.ui.review.conftest import ASKED, CALM, LONG_NAME, OTHER, OpenReview, Review

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = int(Qt.ItemDataRole.AccessibleTextRole)


def test_it_opens_with_the_flagged_calls_and_the_first_of_them(review: Review) -> None:
    assert review.listed == [ASKED, OTHER]
    assert review.shown == ASKED
    assert review.window.tabs[0].button is not None
    assert review.window.tabs[0].button.text() == "Flagged 2"
    said = review.window.calls.index(0).data(NAME)
    assert said.startswith("Grace Kim, Asked for manager, Angry at the end")
    assert "Sarah" in said
    assert "today 12:00" in said


def test_all_calls_are_in_the_next_tab_the_newest_first(review: Review) -> None:
    review.press(Qt.Key.Key_2, CTRL)
    assert review.listed == [CALM, ASKED, OTHER]
    review.press(Qt.Key.Key_1, CTRL)
    assert review.listed == [ASKED, OTHER]


def test_a_search_finds_what_was_said_in_calls(review: Review) -> None:
    review.press(Qt.Key.Key_2, CTRL)
    review.press(Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is review.window.search
    review.qtbot.keyClicks(review.window.search, "zebra")
    review.settle()
    assert review.listed == [ASKED]
    transcript = review.window.view.transcript
    (number,) = transcript.found
    line = transcript.lines.lines[number].utterance
    assert [line.text.split()[place] for place in transcript.found[number]] == ["zebra"]
    assert transcript.currentIndex().row() == number, "the first of them is gone to"
    assert line.start <= review.window.view.playback.position_ms <= line.end
    review.qtbot.keyClicks(review.window.search, " unicorn")
    review.settle()
    assert review.listed == []
    assert review.window.view.empty.title.text() == "Nobody said that"
    assert "All calls" not in review.window.view.empty.text.text(), "that is the list in front"
    review.press(Qt.Key.Key_1, CTRL)
    assert "All calls" in review.window.view.empty.text.text()
    assert review.shown == ""
    assert not review.window.panel.scores.isVisible()


def test_filters_narrow_the_list_and_say_what_they_do(review: Review) -> None:
    review.press(Qt.Key.Key_2, CTRL)
    filters = review.window.filters
    filters._change(agent="Omar")
    review.settle()
    assert review.listed == [OTHER]
    assert filters.agent.text() == "Omar"
    filters._change(days=1)
    review.settle()
    assert review.listed == []
    assert review.window.view.empty.title.text() == "No call passes this filter"
    filters._change(agent="", days=0, reason="dead_end_standing")
    review.settle()
    assert review.listed == [OTHER]
    filters._change(reason="", outcome="unresolved")
    review.settle()
    assert review.listed == [ASKED]


def test_a_filter_is_saved_used_and_forgotten(review: Review) -> None:
    review.press(Qt.Key.Key_2, CTRL)
    filters = review.window.filters
    filters._change(agent="Omar")
    review.settle()
    filters._save("Omar's calls", filters.saved.menu())
    review.settle()
    assert filters.saved.text() == "Omar's calls"
    filters._change(agent="")
    review.settle()
    assert len(review.listed) == 3
    menu = filters.saved.menu()
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    review.settle()
    assert review.listed == [OTHER]
    filters.drop_asked.emit("Omar's calls")
    review.settle()
    assert filters.saved.text() == "Saved"


def test_a_call_is_exported_to_the_file_asked_for(review: Review) -> None:
    review.press(Qt.Key.Key_S, CTRL)
    (file,) = review.exported
    assert "zebra" in Path(file).read_text(encoding="utf-8")


def test_a_long_name_is_cut_and_a_missing_one_is_said(review: Review) -> None:
    review.choose(OTHER)
    assert LONG_NAME in review.window.view.title.text()
    assert review.window.list.horizontalScrollBar().maximum() == 0


# --- the agent's own window --------------------------------------------------------------------


def test_an_empty_store_says_what_to_do(open_review: OpenReview, tmp_path: Path) -> None:
    review = open_review(lambda: open_desk(tmp_path / "empty"))
    assert review.window.view.empty.title.text() == "Nothing waits for you"
    review.press(Qt.Key.Key_2, CTRL)
    assert review.window.view.empty.title.text() == "No calls yet"
    assert "assist review import" in review.window.view.empty.text.text()
    review.press(Qt.Key.Key_Space)
    review.press(Qt.Key.Key_N)
    review.press(Qt.Key.Key_R)


def test_a_store_that_cannot_be_opened_is_said_in_the_window(open_review: OpenReview) -> None:
    class Locked(AssistError):
        pass

    def fail() -> ReviewDesk:
        raise Locked("The calls database cannot be opened; the key is gone.")

    review = open_review(fail)
    assert review.window.view.empty.title.text() == "The calls cannot be read"
    assert "the key is gone" in review.window.view.empty.text.text()


class Forgetful(StoreReviewDesk):
    """A desk whose database is full."""

    def set_reviewed(self, call_id: str, *, is_reviewed: bool) -> None:
        raise AssistError("The calls database cannot be written; free some space.")


def test_a_failed_change_is_said_and_the_call_stays(
    open_review: OpenReview, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> StoreReviewDesk:
        desk = open_desk(home)
        desk.__class__ = Forgetful
        return desk

    review = open_review(full)
    review.press(Qt.Key.Key_R)
    assert not review.window.trouble.isHidden()
    assert "free some space" in review.window.trouble.text()
    assert review.window.panel.reviewed.text() == "Mark reviewed"
    assert review.shown == ASKED
    review.press(Qt.Key.Key_K)
    assert review.window.trouble.isHidden()


class Slow(StoreReviewDesk):
    """A desk that waits for a test before it answers about a call."""

    gate = threading.Event()
    asked = threading.Event()

    def rows(self, wanted: ReviewFilter, limit: int, offset: int):  # type: ignore[no-untyped-def]  # noqa: ANN201
        Slow.asked.set()
        assert Slow.gate.wait(60)
        return super().rows(wanted, limit, offset)


def test_the_window_stays_alive_while_the_database_thinks(
    open_review: OpenReview, review: Review
) -> None:
    """What is on screen can be worked on; the answer comes when it comes."""

    def slow() -> StoreReviewDesk:
        desk = open_desk(review.home)
        desk.__class__ = Slow
        return desk

    Slow.gate.set()
    window = open_review(slow)
    Slow.gate.clear()
    Slow.asked.clear()
    try:
        window.window.choose_tab("all")
        review.qtbot.waitUntil(Slow.asked.is_set, timeout=30_000)
        window.window.view.seek(9_000)
        assert window.window.view.playback.position_ms == 9_000
        assert window.window.worker.is_busy
    finally:
        Slow.gate.set()
    window.settle()
    assert window.listed == [CALM, ASKED, OTHER]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_paints_in_both_themes_and_larger(
    open_review: OpenReview, home: Path, theme: str, scale: float
) -> None:
    review = open_review(lambda: open_desk(home), theme=theme, scale=scale)
    picture = review.window.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 7)
    }
    palette = review.window.theme.palette
    for wanted in (palette.window, palette.field, palette.agent, palette.customer):
        assert wanted.lower() in colours
