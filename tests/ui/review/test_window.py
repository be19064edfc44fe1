"""The lead's window over a real desk: found, heard, judged and handed on, by keyboard too."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget, QWidgetAction

from assist.core.errors import AssistError
from assist.core.interfaces import ReviewDesk
from assist.core.review import CommentKind, ReviewFilter, Verdict
from assist.review.desk import StoreReviewDesk
from assist.ui.review.keys import KEYS, key_text
from assist.ui.review.scores import NEVER
from tests.helpers.reviewing import open_desk
from tests.ui.review.conftest import ASKED, CALM, LONG_NAME, OTHER, OpenReview, Review

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NAME = int(Qt.ItemDataRole.AccessibleTextRole)


def stored(review: Review, call: str = ASKED) -> StoreReviewDesk:
    return open_desk(review.home)


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


def line_of(review: Review, label: str) -> int:
    shown = review.window.view.transcript.lines.lines
    return next(
        number for number, line in enumerate(shown) if label in {f.label for f in line.facts}
    )


def test_what_was_found_is_judged_with_its_words_beside(review: Review) -> None:
    transcript = review.window.view.transcript
    transcript.setCurrentIndex(transcript.lines.index(line_of(review, "ask_supervisor")))
    (row,) = review.window.view.facts.rows
    assert row.name.text() == "asks for a manager"
    assert "words of ask_supervisor" in row.words.text()
    review.press(Qt.Key.Key_2)
    assert review.window.view.facts.rows[0].wrong.isChecked()
    desk = stored(review)
    assert [(m.number, m.verdict, m.by) for m in desk.call(ASKED).marks] == [
        (30, Verdict.WRONG, "K. Lead")
    ]
    desk.close()
    review.press(Qt.Key.Key_1)
    assert review.window.view.facts.rows[0].right.isChecked()
    assert not review.window.view.facts.rows[0].wrong.isChecked()
    review.window.view.facts.rows[0].right.click()
    review.settle()
    assert review.window.view.call is not None
    assert review.window.view.call.marks == (), "a second click takes it back"


def test_what_was_missed_is_named_from_a_menu(review: Review) -> None:
    view = review.window.view
    view.transcript.setCurrentIndex(view.transcript.lines.index(0))
    menu = view.facts.missed.menu()
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert "dead end" in texts
    menu.actions()[texts.index("dead end")].trigger()
    review.settle()
    assert "missed: dead end" in view.facts.title.text()
    desk = stored(review)
    counted = {each.label: each.missed for each in desk.label_marks()}
    desk.close()
    assert counted == {"dead_end": 1}


def test_a_prompt_is_judged_beside_the_words_it_rests_on(review: Review) -> None:
    view = review.window.view
    view.transcript.setCurrentIndex(view.transcript.lines.index(line_of(review, "dead_end")))
    (prompt,) = view.facts.cues
    assert "Say what you can do" in prompt.words.text()
    assert "prompt heeded, shown after 0.1 s" in prompt.words.text()
    prompt.wrong.click()
    review.settle()
    assert view.call is not None
    assert [cue.is_right for cue in view.call.cues if cue.cue == 0] == [False]


def test_the_scorecard_keeps_both_values(review: Review) -> None:
    table = review.window.panel.scores
    value = next(each for each in table.values if each.score.item == "name_used")
    value.click()
    assert value.field is not None
    value.field.setValue(4)
    review.qtbot.keyClick(value.field, Qt.Key.Key_Return)
    review.settle()
    value = next(each for each in table.values if each.score.item == "name_used")
    assert (value.text(), value.score.value, value.score.lead) == ("4×", 0, 4)
    assert "The app says 0×; corrected by K. Lead" in value.toolTip()
    assert value.hasFocus(), "the next line is one Tab away"


def test_a_yes_or_no_is_corrected_from_a_menu_and_taken_back(review: Review) -> None:
    def resolved() -> str:
        table = review.window.panel.scores
        value = next(each for each in table.values if each.score.item == "resolved")
        menu = value.menu_of_answers()
        wanted = "As the app says" if value.score.lead is not None else "Yes"
        next(action for action in menu.actions() if action.text() == wanted).trigger()
        review.settle()
        return next(each.text() for each in table.values if each.score.item == "resolved")

    assert resolved() == "yes"
    assert resolved() == "no"


def test_never_is_a_value_too(review: Review) -> None:
    review.window.panel.scores.corrected.emit("acknowledged", NEVER)
    review.settle()
    table = review.window.panel.scores
    assert next(v.text() for v in table.values if v.score.item == "acknowledged") == "never"


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


def test_a_call_is_exported_to_the_file_asked_for(review: Review) -> None:
    review.press(Qt.Key.Key_S, CTRL)
    (file,) = review.exported
    assert "zebra" in Path(file).read_text(encoding="utf-8")


def test_a_long_name_is_cut_and_a_missing_one_is_said(review: Review) -> None:
    review.choose(OTHER)
    assert LONG_NAME in review.window.view.title.text()
    assert review.window.list.horizontalScrollBar().maximum() == 0


# --- the agent's own window --------------------------------------------------------------------


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
