"""Everything in the lead's window by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from assist.review.desk import StoreReviewDesk
from assist.ui.review.keys import KEYS, key_text
from tests.helpers.reviewing import open_desk
from tests.ui.review.conftest import ASKED, OTHER, Review

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def stored(review: Review, call: str = ASKED) -> StoreReviewDesk:
    return open_desk(review.home)


def test_letters_typed_into_a_field_are_text_and_no_commands(review: Review) -> None:
    review.press(Qt.Key.Key_C)
    field = review.window.panel.remarks.field
    assert QApplication.focusWidget() is field
    review.qtbot.keyClicks(field, "Kind Remark 12")
    assert field.toPlainText() == "Kind Remark 12"
    desk = stored(review)
    assert desk.call(ASKED).row.status.reviewed_by == ""
    assert desk.call(ASKED).marks == ()
    desk.close()


def test_moments_speed_and_silence_are_keys_away(review: Review) -> None:
    view = review.window.view
    view.seek(0)
    review.press(Qt.Key.Key_N)
    first = view.playback.position_ms
    review.press(Qt.Key.Key_N)
    assert 0 < first < view.playback.position_ms
    review.press(Qt.Key.Key_N, SHIFT)
    assert view.playback.position_ms <= first
    review.press(Qt.Key.Key_BracketRight)
    assert view.playback.speed == 1.25
    review.press(Qt.Key.Key_BracketLeft)
    review.press(Qt.Key.Key_BracketLeft)
    assert view.playback.speed == 0.75
    assert view.speed.text() == "0.75×"
    review.press(Qt.Key.Key_S)
    assert view.playback.skips_silence
    assert view.skip.isChecked()


def test_space_plays_and_on_a_button_presses_it(review: Review) -> None:
    view = review.window.view
    review.window.list.setFocus()
    review.press(Qt.Key.Key_Space)
    assert view.playback.is_playing
    assert view.play.text() == "Pause"
    review.press(Qt.Key.Key_Space)
    assert not view.playback.is_playing
    review.window.panel.coach.setFocus()
    review.press(Qt.Key.Key_Space)
    assert not view.playback.is_playing
    assert "For coaching" in review.window.panel.status.text()


def test_another_call_is_a_key_away(review: Review) -> None:
    review.press(Qt.Key.Key_Down, CTRL)
    assert review.shown == OTHER
    review.press(Qt.Key.Key_Up, CTRL)
    assert review.shown == ASKED


def test_every_key_does_something_and_says_what(review: Review) -> None:
    assert set(review.window.keys.by_action) == {key.action for key in KEYS}
    assert len({key.chord for key in KEYS}) == len(KEYS)
    assert all(key_text(key.action) for key in KEYS)
    review.press(Qt.Key.Key_F1)
    (page,) = (each for each in QApplication.topLevelWidgets() if each.windowTitle() == "Keys")
    page.close()


def test_tab_goes_through_every_control_and_comes_back(review: Review) -> None:
    """From the list through chips, axis, buttons, transcript, scorecard to the list again."""
    window = review.window
    window.list.setFocus()
    seen: list[QWidget] = []
    for _ in range(120):
        review.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        if focused is window.list:
            break
    wanted = [
        window.search,
        window.filters.to_review,
        window.view.plot,
        window.view.play,
        window.view.speed,
        window.view.transcript,
        window.panel.scores.values[0],
        window.panel.remarks.field,
        window.panel.reviewed,
        window.panel.export,
    ]
    assert seen[-1] is window.list
    assert not [widget for widget in wanted if widget not in seen]
    for widget in seen:
        spoken = widget.accessibleName() or getattr(widget, "text", lambda: "")()
        assert spoken, f"{widget} has no name a screen reader could say"
