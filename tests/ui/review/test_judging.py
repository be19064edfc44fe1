"""What was found in a call is judged, and its scorecard corrected, by mouse and by keyboard."""

from PySide6.QtCore import Qt

from assist.core.review import Verdict
from assist.review.desk import StoreReviewDesk
from assist.ui.review.scores import NEVER
from tests.helpers.reviewing import open_desk
from tests.ui.review.conftest import ASKED, Review


def stored(review: Review, call: str = ASKED) -> StoreReviewDesk:
    return open_desk(review.home)


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
