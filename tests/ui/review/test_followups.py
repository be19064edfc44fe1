"""Follow-ups: what is due and overdue, by agent; kept, taken back and opened by keyboard."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from assist.core.events import CallStarted, Event, PromiseMade
from assist.core.notices import FollowUp
from assist.review.desk import StoreReviewDesk
from assist.store.errors import StoreError
from assist.ui.review.followups_page import FollowUpsPage
from tests.helpers.pixels import texts, unreadable
from tests.helpers.reviewing import keep, open_desk, plain_call
from tests.ui.review.conftest import LONG_NAME, OpenReview, Review

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = int(Qt.ItemDataRole.AccessibleTextRole)
LATE, SOON, OMARS = "20261120T100000-late", "20261122T110000-soon", "20261121T100000-omar"


def promised(call: str, due: str, *, agent: str = "Sarah", name: str = "Ann") -> tuple[Event, ...]:
    """A call with one promise."""
    events = plain_call(call, agent=agent, name=name)
    kept = [event for event in events if not isinstance(event, PromiseMade)]
    started = kept[0]
    assert isinstance(started, CallStarted)
    promise = PromiseMade(
        at=16_000, promise=0, who="agent", what="call you back", due="then", due_at=due
    )
    return (*kept[:-3], promise, *kept[-3:])


@pytest.fixture(scope="module")
def promises_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Now is 22 November, 15:00."""
    folder = tmp_path_factory.mktemp("promises")
    keep(
        folder,
        promised(SOON, "2026-11-22T16:00:00+01:00"),
        promised(LATE, "2026-11-20T15:00:00+01:00", name=LONG_NAME),
        promised(OMARS, "2026-11-22T13:00:00+01:00", agent="Omar"),
    )
    return folder


@pytest.fixture
def home(promises_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(promises_home, tmp_path / "promises-home"))


@pytest.fixture
def shown(open_review: OpenReview, home: Path) -> Review:
    """A lead's window on the Follow-ups tab."""
    review = open_review(lambda: open_desk(home))
    review.press(Qt.Key.Key_6, CTRL)
    return review


def page(review: Review) -> FollowUpsPage:
    return review.window.followups


def said(review: Review) -> list[str]:
    model = page(review).pledges
    return [str(model.index(row).data(NAME)) for row in range(model.rowCount())]


def listed(review: Review) -> list[str]:
    return [row.promise.call for row in page(review).pledges.rows]


def test_promises_stand_by_when_they_are_due_and_say_how_late_they_are(shown: Review) -> None:
    assert page(shown).is_showing
    assert page(shown).heading.text().startswith("3 ")
    assert page(shown).about.text() == "2 overdue"
    assert said(shown) == [
        f"{LONG_NAME}, call you back, overdue 2 days, Sarah · 20 Nov 15:00 · 555 0142",
        "Ann, call you back, overdue 2 hours, Omar · today 13:00 · 555 0142",
        "Ann, call you back, due today 16:00, Sarah · today 16:00 · 555 0142",
    ]
    assert QApplication.focusWidget() is page(shown).view


def test_an_agent_chosen_shows_only_theirs_and_a_chip_what_is_overdue(shown: Review) -> None:
    whose = page(shown).model
    rows = [str(whose.index(row).data(NAME)) for row in range(whose.rowCount())]
    assert rows == ["Everybody: 2 overdue, 1 due", "Omar: 1 overdue", "Sarah: 1 overdue, 1 due"]
    page(shown).list.setFocus()
    shown.press(Qt.Key.Key_End)
    assert listed(shown) == [LATE, SOON]
    page(shown).overdue_only.click()
    assert listed(shown) == [LATE]
    shown.press(Qt.Key.Key_Home)
    assert listed(shown) == [LATE, OMARS]


def test_a_key_marks_a_promise_as_kept_and_takes_it_back(shown: Review, home: Path) -> None:
    shown.press(Qt.Key.Key_Down)
    shown.press(Qt.Key.Key_D)
    assert "kept" in said(shown)[1]
    assert page(shown).done.text() == "Not kept after all"
    assert page(shown).view.currentIndex().row() == 1, "the place is kept"
    assert open_calls(home) == [LATE, SOON]
    shown.press(Qt.Key.Key_D)
    assert "overdue" in said(shown)[1]
    assert open_calls(home) == [LATE, OMARS, SOON]
    page(shown).done.click()
    shown.settle()
    shown.press(Qt.Key.Key_F5)
    assert listed(shown) == [LATE, SOON]


def open_calls(home: Path) -> list[str]:
    desk = open_desk(home)
    try:
        return [each.call for each in desk.promises()]
    finally:
        desk.close()


def test_enter_opens_the_call_of_a_promise(shown: Review) -> None:
    shown.press(Qt.Key.Key_Down)
    shown.press(Qt.Key.Key_Return)
    assert shown.window.pages.currentWidget() is shown.window.splitter
    assert shown.shown == OMARS


def test_a_call_with_an_overdue_promise_is_flagged_until_it_is_kept(shown: Review) -> None:
    shown.press(Qt.Key.Key_1, CTRL)
    assert set(shown.listed) == {LATE, OMARS}
    row = shown.window.calls.row(0)
    assert row is not None
    assert [reason.reason for reason in row.reasons] == ["promise_overdue"]
    shown.press(Qt.Key.Key_6, CTRL)
    shown.press(Qt.Key.Key_D)
    shown.press(Qt.Key.Key_1, CTRL)
    assert shown.listed == [OMARS]


def test_an_agent_sees_and_keeps_the_own_promises_alone(
    open_review: OpenReview, home: Path
) -> None:
    review = open_review(lambda: open_desk(home, "Omar", is_agent=True))
    review.press(Qt.Key.Key_6, CTRL)
    assert listed(review) == [OMARS]
    review.press(Qt.Key.Key_D)
    assert open_calls(home) == [LATE, SOON]


def test_an_agent_marks_no_promise_of_somebody_else(home: Path) -> None:
    desk = open_desk(home, "Omar", is_agent=True)
    with pytest.raises(Exception, match="not a call of yours"):
        desk.keep_promise(SOON, 0, is_kept=True)
    desk.close()
    assert open_calls(home) == [LATE, OMARS, SOON]


def test_nothing_to_keep_is_said(open_review: OpenReview, tmp_path: Path) -> None:
    keep(tmp_path / "empty")
    review = open_review(lambda: open_desk(tmp_path / "empty"))
    review.press(Qt.Key.Key_6, CTRL)
    assert not page(review).is_showing
    assert page(review).message.title.text() == "No promise waits to be kept"
    assert not page(review).message.again.isVisible()
    assert not page(review).overdue_only.isEnabled()


class Unreadable(StoreReviewDesk):
    """A desk whose promises cannot be read."""

    def promises(self) -> tuple[FollowUp, ...]:
        raise StoreError("The calls database is busy; try again.")


def test_promises_that_cannot_be_read_are_said(open_review: OpenReview, home: Path) -> None:
    def unreadable_desk() -> StoreReviewDesk:
        desk = open_desk(home)
        desk.__class__ = Unreadable
        return desk

    review = open_review(unreadable_desk)
    review.press(Qt.Key.Key_6, CTRL)
    assert page(review).message.title.text() == "The promises cannot be read"
    assert page(review).message.text.text() == "The calls database is busy; try again."
    assert page(review).message.again.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_text_of_the_page_can_be_read(
    open_review: OpenReview, home: Path, theme: str, scale: float
) -> None:
    review = open_review(lambda: open_desk(home), theme=theme, scale=scale)
    review.press(Qt.Key.Key_6, CTRL)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert len(texts(review.window)) > 5
    assert not unreadable(review.window, 4.5)


def test_tab_reaches_every_part_of_the_page(shown: Review) -> None:
    begun, seen = QApplication.focusWidget(), []
    for _ in range(60):
        shown.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is begun:
            break
    window = shown.window
    wanted = (window.followups.list, window.followups.view, window.followups.done)
    assert [each for each in wanted if each not in seen] == []
    assert seen[-1] is begun
