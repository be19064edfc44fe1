"""The prompt card: comes at once, tells that it was painted, leaves by itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assist.core.events import Urgency
from assist.core.words import Evidence, Party
from assist.ui.callstate import Cue
from assist.ui.sidebar.card import PromptCard
from assist.ui.theme import Theme, make_theme
from tests.helpers.uicall import evidence, raised, spoken

SAID = spoken(Party.AGENT, 3, 238_000, "there’s nothing more I can do")


def cue(number: int = 1, urgency: Urgency = Urgency.URGENT, **fields: object) -> Cue:
    made = raised(
        number,
        "dead_end",
        240_000,
        title="Replace the dead end",
        headline="Say what you can do, and when",
        urgency=urgency,
        because=(evidence(SAID, "nothing more I can do"),),
        directions=("One thing you can start now", "A time they will hear from you"),
    )
    return Cue(raised=replace(made, **fields), shown_at=240_000)  # type: ignore[arg-type]


def make_card(qtbot: QtBot, theme: Theme) -> PromptCard:
    card = PromptCard(clock_ns=lambda: 123)
    card.set_theme(theme)
    qtbot.addWidget(card)
    card.resize(312, 200)
    return card


@pytest.fixture
def card(qtbot: QtBot) -> PromptCard:
    return make_card(qtbot, make_theme("light"))


def test_a_new_cue_is_reported_once_after_it_was_painted(card: PromptCard, qtbot: QtBot) -> None:
    reports: list[tuple[int, int]] = []
    card.cue_painted.connect(lambda number, at: reports.append((number, at)))
    with qtbot.waitSignal(card.cue_painted) as painted:
        card.show_cue(cue(7))
        assert reports == []  # nothing is claimed before it is on the screen
    assert painted.args == [7, 123]
    card.show_cue(cue(7, is_provisional=True))
    card.repaint()
    with qtbot.waitSignal(card.cue_painted):
        card.show_cue(cue(8))
    assert reports == [(7, 123), (8, 123)]


def test_it_says_what_to_do_what_triggered_it_and_two_directions(
    card: PromptCard, qtbot: QtBot
) -> None:
    card.show_cue(cue())
    assert card.headline.text() == "Say what you can do, and when"
    assert card.quote.text() == "“nothing more I can do”"
    assert [d.text.text() for d in card.directions if not d.isHidden()] == [
        "One thing you can start now",
        "A time they will hear from you",
    ]


def test_a_measured_timing_is_not_put_in_quotes(card: PromptCard, qtbot: QtBot) -> None:
    timing = Evidence(party=None, text="silence for 8 s", start=0, end=8000)
    card.show_cue(cue(evidence=(timing,), directions=()))
    assert card.quote.text() == "silence for 8 s"
    assert all(direction.isHidden() for direction in card.directions)


def test_a_longest_headline_takes_at_most_two_lines_at_every_size(qtbot: QtBot) -> None:
    longest = "Acknowledge Wolfeschlegelsteinhausens wait"
    assert len(longest) == 42
    card = make_card(qtbot, make_theme("light"))
    card.show_cue(cue(headline=longest))
    assert len(card.headline.lines(286)) == 2
    assert "".join(card.headline.lines(286)).replace(" ", "") == longest.replace(" ", "")


def test_the_card_grows_with_a_second_line(card: PromptCard, qtbot: QtBot) -> None:
    card.show_cue(cue(headline="Thank them"))
    one = card.heightForWidth(312)
    card.show_cue(cue(2, headline="Say in your own words what they asked for"))
    assert card.heightForWidth(312) > one


def test_the_bar_runs_down_to_the_expiry(card: PromptCard, qtbot: QtBot) -> None:
    card.show_cue(cue())
    assert card.bar.fraction == 1.0
    card.show_time(250_000)
    assert card.bar.fraction == pytest.approx(0.5)
    card.show_time(999_000)
    assert card.bar.fraction == 0.0


def test_it_leaves_in_one_short_motion(card: PromptCard, qtbot: QtBot) -> None:
    card.show_cue(cue())
    card.show()
    qtbot.waitExposed(card)
    card.show_cue(None)
    assert card.is_leaving
    assert card.cue is None
    qtbot.waitUntil(card.isHidden)


def test_without_motion_it_leaves_at_once(qtbot: QtBot) -> None:
    still = replace(make_theme("light"), motion_ms=0)
    card = make_card(qtbot, still)
    card.show_cue(cue())
    card.show()
    card.show_cue(None)
    assert card.isHidden()


def test_a_new_cue_cuts_the_leaving_short(card: PromptCard, qtbot: QtBot) -> None:
    card.show_cue(cue(1))
    card.show()
    card.show_cue(None)
    card.show_cue(cue(2))
    assert not card.is_leaving
    assert not card.isHidden()
    assert card.cue is not None
    assert card.cue.number == 2


def test_a_click_turns_it_to_its_reasons_and_back(card: PromptCard, qtbot: QtBot) -> None:
    card.show_cue(replace(cue(), delay_ms=430))
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.title.geometry().center())
    assert not card.why.isHidden()
    assert card.quote.isHidden()
    rule, words, sure, delay, lesson = card.why.texts()
    assert rule == "dead_end (urgent)"
    assert words == "“nothing more I can do” You, 03:58"
    assert sure == "96 %"
    assert delay == "0.4 s after the last word"
    assert (lesson, card.why.values[4].isHidden()) == ("", True)
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert card.why.isHidden()
    assert not card.quote.isHidden()


def test_its_reasons_name_the_lesson_it_rests_on(card: PromptCard) -> None:
    card.show_cue(cue(lessons=("D1: A no without a way forward costs the customer", "E1")))
    card.turn(to_why=True)
    assert card.why.texts()[4] == "D1: A no without a way forward costs the customer; E1"
    assert not card.why.values[4].isHidden()


@pytest.mark.parametrize("is_right", [True, False])
def test_a_thumb_marks_the_cue_and_shows_it_once_it_is_known(
    card: PromptCard, qtbot: QtBot, is_right: bool
) -> None:
    card.show_cue(cue(5))
    thumb, other = (card.right, card.wrong) if is_right else (card.wrong, card.right)
    with qtbot.waitSignal(card.marked) as marked:
        QTest.mouseClick(thumb, Qt.MouseButton.LeftButton)
    assert marked.args == [5, is_right]
    assert not thumb.is_marked
    card.show_mark(is_right)
    assert (thumb.is_marked, other.is_marked) == (True, False)
    assert thumb.accessibleName().endswith("marked")
    card.show_mark(None)
    assert not thumb.is_marked


def test_not_now_is_told_with_the_cues_number(card: PromptCard, qtbot: QtBot) -> None:
    card.show_cue(cue(5))
    with qtbot.waitSignal(card.dismissed) as dismissed:
        QTest.mouseClick(card.not_now, Qt.MouseButton.LeftButton)
    assert dismissed.args == [5]


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("urgency", list(Urgency))
def test_its_ground_has_the_colour_of_its_urgency(
    qtbot: QtBot, choice: str, urgency: Urgency
) -> None:
    theme = make_theme(choice)
    card = make_card(qtbot, theme)
    card.show_cue(cue(urgency=urgency))
    pixel = card.grab().toImage().pixelColor(card.width() // 2, 3)
    assert pixel.name().upper() == theme.palette.tint(urgency).ground
