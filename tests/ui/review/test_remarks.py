"""What people say of a call and do with it: comments, reviewed, handed on, coached."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidgetAction

from assist.core.review import CommentKind
from assist.review.desk import StoreReviewDesk
from tests.helpers.reviewing import open_desk
from tests.ui.review.conftest import ASKED, CALM, OTHER, OpenReview, Review

CTRL = Qt.KeyboardModifier.ControlModifier


def stored(review: Review, call: str = ASKED) -> StoreReviewDesk:
    return open_desk(review.home)


def test_a_comment_stands_at_the_moment_it_was_begun(review: Review) -> None:
    review.window.view.seek(9_000)
    review.press(Qt.Key.Key_C)
    review.qtbot.keyClicks(review.window.panel.remarks.field, "Say what you can do.")
    review.window.view.seek(15_000)  # listening on while typing
    review.press(Qt.Key.Key_Return, CTRL)
    desk = stored(review)
    (comment,) = desk.call(ASKED).comments
    desk.close()
    assert (comment.text, comment.at, comment.by) == ("Say what you can do.", 9_000, "K. Lead")
    assert review.window.panel.remarks.field.toPlainText() == ""
    (row,) = review.window.panel.remarks.rows
    row.when.click()
    assert review.window.view.playback.position_ms == 9_000


def test_after_a_comment_by_mouse_the_next_can_be_typed(review: Review) -> None:
    remarks = review.window.panel.remarks
    review.press(Qt.Key.Key_C)
    review.qtbot.keyClicks(remarks.field, "Say what you can do.")
    review.qtbot.mouseClick(remarks.button, Qt.MouseButton.LeftButton)
    review.settle()
    assert not remarks.button.isEnabled()
    assert QApplication.focusWidget() is remarks.field


def test_a_call_is_marked_reviewed_and_taken_back_by_keyboard(review: Review) -> None:
    review.press(Qt.Key.Key_R)
    assert review.window.panel.reviewed.text() == "Take back the review"
    assert "Reviewed by K. Lead" in review.window.panel.status.text()
    assert review.window.tabs[0].button is not None
    assert review.window.tabs[0].button.text() == "Flagged 1"
    assert review.listed == [ASKED, OTHER], "the list stays until it is read again"
    review.press(Qt.Key.Key_R)
    assert review.window.panel.reviewed.text() == "Mark reviewed"
    review.press(Qt.Key.Key_R)
    review.press(Qt.Key.Key_F5)
    assert review.listed == [OTHER]


def test_a_call_is_handed_to_another_lead(review: Review) -> None:
    review.window.panel.hand_asked.emit("P. Novak")
    review.settle()
    assert "Handed to P. Novak by K. Lead" in review.window.panel.status.text()
    row = review.window.calls.row(0)
    assert row is not None
    assert row.status.handed_to == "P. Novak"


def test_the_menu_for_handing_over_takes_a_new_name(review: Review) -> None:
    menu = review.window.panel.hand.menu()
    menu.aboutToShow.emit()
    (holder,) = (action for action in menu.actions() if isinstance(action, QWidgetAction))
    field = holder.defaultWidget()
    assert isinstance(field, QLineEdit)
    field.setText("  P.   Novak ")
    field.returnPressed.emit()
    review.settle()
    assert "Handed to P. Novak" in review.window.panel.status.text()


def test_coaching_is_switched_by_keyboard(review: Review) -> None:
    review.press(Qt.Key.Key_K)
    assert "For coaching, by K. Lead" in review.window.panel.status.text()
    review.press(Qt.Key.Key_K)
    assert "For coaching" not in review.window.panel.status.text()


def test_an_agent_sees_comments_on_own_calls_and_may_disagree(
    review: Review, open_review: OpenReview
) -> None:
    desk = stored(review)
    desk.comment(ASKED, "Say it sooner.", at=9_000)
    desk.close()
    home = review.home
    mine = open_review(lambda: open_desk(home, "Sarah", is_agent=True))
    assert mine.listed == [CALM, ASKED]
    mine.choose(ASKED)
    panel = mine.window.panel
    assert not panel.reviewed.isVisible()
    assert not panel.hand.isVisible()
    assert not mine.window.view.facts.missed.isVisible()
    mine.press(Qt.Key.Key_R)
    (row,) = panel.remarks.rows
    row.dispute.click()
    mine.qtbot.keyClicks(panel.remarks.field, "I had to look first.")
    mine.press(Qt.Key.Key_Return, CTRL)
    desk = stored(review)
    call = desk.call(ASKED)
    desk.close()
    assert [(each.by, each.kind) for each in call.comments] == [
        ("K. Lead", CommentKind.COMMENT),
        ("Sarah", CommentKind.DISPUTE),
    ]
    assert call.row.status.reviewed_by == ""


# --- nothing there, and what goes wrong --------------------------------------------------------
