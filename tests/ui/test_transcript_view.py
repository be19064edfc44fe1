"""The transcript's list: long calls stay cheap, settled text stays where it is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assist.core.events import PartialResult
from assist.core.words import Party
from assist.ui.itemmodels.transcript import TranscriptModel
from assist.ui.lines import TranscriptLines
from assist.ui.sidebar.transcript import TranscriptSection
from assist.ui.sidebar.transcript_view import TranscriptView
from assist.ui.theme import make_theme
from tests.helpers.uicall import spoken

LONG_CALL = 2_000
"""Utterances of a talkative hour."""


@pytest.fixture
def model() -> TranscriptModel:
    return TranscriptModel()


@pytest.fixture
def view(qtbot: QtBot, model: TranscriptModel) -> TranscriptView:
    view = TranscriptView(model)
    view.set_theme(make_theme("light"))
    qtbot.addWidget(view)
    view.resize(320, 240)
    view.show()
    qtbot.waitExposed(view)
    return view


def say(model: TranscriptModel, lines: TranscriptLines, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        party = Party.AGENT if number % 2 else Party.CUSTOMER
        final = spoken(party, number, number * 1800, "this is one of very many things said")
        model.apply(lines.final(final))


def partial(text: str, utterance: int) -> PartialResult:
    return PartialResult(at=0, party=Party.CUSTOMER, utterance=utterance, start=0, text=text)


def tops(view: TranscriptView, model: TranscriptModel, rows: range) -> list[int]:
    offset = view.verticalOffset()
    return [view.visualRect(model.index(row)).top() + offset for row in rows]


def test_the_2000th_utterance_is_measured_alone(
    view: TranscriptView, model: TranscriptModel
) -> None:
    lines = TranscriptLines()
    say(model, lines, LONG_CALL - 1)
    before = view.rows_measured
    say(model, lines, 1, first=LONG_CALL - 1)
    assert view.rows_measured - before == 1
    for text in ("my", "my refund", "my refund never"):
        model.apply(lines.partial(partial(text, LONG_CALL)))
    assert view.rows_measured - before == 4
    assert model.rowCount() == LONG_CALL + 1


def test_a_whole_call_measures_each_row_once(view: TranscriptView, model: TranscriptModel) -> None:
    before = view.rows_measured
    say(model, TranscriptLines(), 300)
    assert view.rows_measured - before == 300


def test_settled_rows_keep_their_place_while_text_below_grows(
    view: TranscriptView, model: TranscriptModel
) -> None:
    lines = TranscriptLines()
    say(model, lines, 40)
    settled = range(40)
    before = tops(view, model, settled)
    words = ""
    for _ in range(30):
        words += " word"
        model.apply(lines.partial(partial(words.strip(), 99)))
        assert tops(view, model, settled) == before


def test_it_follows_the_end_until_the_reader_scrolls_up(
    view: TranscriptView, model: TranscriptModel, qtbot: QtBot
) -> None:
    lines = TranscriptLines()
    say(model, lines, 40)
    assert view.is_at_end
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 100)
    there = view.verticalScrollBar().value()
    say(model, lines, 5, first=40)
    assert view.verticalScrollBar().value() == there
    QTest.keyClick(view, Qt.Key.Key_End)
    say(model, lines, 5, first=45)
    assert view.is_at_end


def test_few_lines_stand_at_the_bottom(view: TranscriptView, model: TranscriptModel) -> None:
    say(model, TranscriptLines(), 2)
    last = view.visualRect(model.index(1))
    assert last.bottom() + 1 == view.viewport().height()
    assert view.indexAt(QPoint(20, last.center().y())).row() == 1
    assert not view.indexAt(QPoint(20, 5)).isValid()


def test_a_narrower_window_breaks_lines_again_and_stays_at_the_end(
    view: TranscriptView, model: TranscriptModel
) -> None:
    say(model, TranscriptLines(), 30)
    tall = view.visualRect(model.index(0)).height()
    view.resize(160, 240)
    assert view.visualRect(model.index(0)).height() > tall
    assert view.is_at_end


def test_rows_are_painted_in_the_partys_colour(
    view: TranscriptView, model: TranscriptModel, qtbot: QtBot
) -> None:
    say(model, TranscriptLines(), 2)
    shot = view.viewport().grab().toImage()
    ratio = shot.devicePixelRatio()
    theme = make_theme("light")
    for row, colour in ((0, theme.palette.customer), (1, theme.palette.agent)):
        rect = view.visualRect(model.index(row))
        at = QPoint(round(0.5 * ratio), round((rect.top() + 10) * ratio))
        assert shot.pixelColor(at).name().upper() == colour


def test_folding_hides_the_lines_and_says_so(qtbot: QtBot, model: TranscriptModel) -> None:
    section = TranscriptSection(model)
    section.set_theme(make_theme("dark"))
    qtbot.addWidget(section)
    section.show()
    with qtbot.waitSignal(section.folded):
        QTest.mouseClick(section.fold, Qt.MouseButton.LeftButton)
    assert section.view.isHidden()
    assert section.fold.accessibleName() == "Show the transcript"
