"""What plays, what is shown of it, and a list that is longer than anybody reads."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from assist.core.interfaces import ReviewDesk
from assist.core.review import CallRow, ReviewCall, ReviewFilter, Span, Waveform
from assist.core.words import Party, Utterance, Word
from assist.review import view as review_view
from assist.review.desk import StoreReviewDesk
from assist.ui.review.calls import PAGE, CallListModel
from assist.ui.review.callview import CallView
from assist.ui.review.moments import last_moment, moments, next_moment
from assist.ui.review.playback import Playback, SilentPlayer
from assist.ui.review.rows import ROW_ROLE
from assist.ui.review.transcript import time_of_word
from assist.ui.review.transcript_paint import place_of, word_places
from assist.ui.review.worker import DeskWorker
from assist.ui.theme import make_theme
from tests.helpers.audio import ManualClock
from tests.helpers.player import NotingPlayer
from tests.helpers.reviewing import NOW, A, C, fact, said, stored

# --- a cursor without sound ----------------------------------------------------------------------


def test_without_sound_the_cursor_walks_with_the_clock() -> None:
    clock = ManualClock()
    player = SilentPlayer(10_000, clock)
    player.play()
    clock.advance(1_500)
    assert player.position_ms == 1_500
    player.set_speed(2.0)
    clock.advance(1_000)
    assert player.position_ms == 3_500
    player.pause()
    clock.advance(5_000)
    assert (player.position_ms, player.is_playing) == (3_500, False)


def test_without_sound_silence_is_skipped_too() -> None:
    clock = ManualClock()
    player = SilentPlayer(10_000, clock)
    player.skip([Span(start=1_000, end=8_000)])
    player.play()
    clock.advance(1_200)
    assert player.position_ms == 8_000


def test_without_sound_it_stops_at_the_end_and_begins_anew() -> None:
    clock = ManualClock()
    player = SilentPlayer(1_000, clock)
    player.play()
    clock.advance(5_000)
    assert (player.position_ms, player.is_playing) == (1_000, False)
    player.play()
    assert player.position_ms == 0


# --- the window's one player ---------------------------------------------------------------------


@pytest.fixture
def playback(qapp: QApplication) -> Playback:
    return Playback()


def test_what_plays_is_told_as_it_moves(playback: Playback) -> None:
    player = NotingPlayer()
    moved: list[int] = []
    playback.moved.connect(moved.append)
    playback.open(player, 60_000, ())
    playback.toggle()
    assert player.is_playing
    assert playback.timer.isActive()
    player.position_ms = 1_234
    playback.step()
    assert moved[-1] == 1_234
    player.is_playing = False  # its end
    playback.step()
    assert not playback.timer.isActive()
    playback.close()
    assert player.is_closed


def test_skipping_silence_leaves_a_breath_at_both_ends(playback: Playback) -> None:
    player = NotingPlayer()
    playback.open(player, 60_000, [Span(start=1_000, end=9_000), Span(start=20_000, end=20_500)])
    playback.set_skips(is_on=True)
    assert player.skipped == (Span(start=1_300, end=8_700),)
    playback.set_skips(is_on=False)
    assert not player.skipped


def test_speed_and_skipping_hold_for_the_next_call(playback: Playback) -> None:
    playback.set_speed(1.5)
    playback.set_skips(is_on=True)
    player = NotingPlayer()
    playback.open(player, 60_000, [Span(start=1_000, end=9_000)])
    assert player.speed == 1.5
    assert len(player.skipped) == 1


def test_a_player_in_trouble_is_said_once(playback: Playback) -> None:
    said_of: list[str] = []
    playback.troubled.connect(said_of.append)
    player = NotingPlayer()
    playback.open(player, 60_000, ())
    playback.play_from(5_000)
    assert (player.position_ms, player.is_playing) == (5_000, True)
    player.trouble, player.is_playing = "The sound output is gone.", False
    playback.step()
    playback.step()
    assert said_of == ["The sound output is gone."]


# --- one call ------------------------------------------------------------------------------------


def one_call(*, has_audio: bool = False) -> ReviewCall:
    call = stored(
        said(C, 0, 1_000, "my line is dead"),
        said(A, 0, 4_000, "there is nothing more i can do"),
        fact(0, "dead_end", A, 4_600),
        said(C, 1, 20_000, "let me speak to your manager"),
        fact(1, "ask_supervisor", C, 20_000),
    )
    return review_view.view(call, review_view.row_of(call), has_audio=has_audio)


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> CallView:
    made = CallView(lambda: NOW)
    made.set_theme(make_theme("light"))
    made.resize(900, 700)
    made.show()
    qtbot.addWidget(made)
    qtbot.waitExposed(made)
    made.show_call(one_call())
    return made


def word_point(view: CallView, row: int, word: int) -> QPoint:
    """The middle of a word on the screen, found by asking what is under each place."""
    transcript = view.transcript
    box = transcript.visualRect(transcript.lines.index(row))
    line = transcript.lines.lines[row]
    for y in range(box.top(), box.bottom(), 4):
        for x in range(box.left(), box.right(), 3):
            if transcript._delegate.word_at(box, line, QPoint(x, y)) == word:
                return QPoint(x + 3, y)
    raise LookupError(word)


def test_a_click_on_a_word_plays_it(shown: CallView, qtbot: QtBot) -> None:
    player = NotingPlayer()
    shown.take_player(player)
    place = word_point(shown, 1, 3)
    qtbot.mouseClick(shown.transcript.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert player.is_playing
    assert player.position_ms == 4_000 + 3 * 300
    qtbot.mouseClick(
        shown.transcript.viewport(), Qt.MouseButton.LeftButton, pos=word_point(shown, 0, 2)
    )
    assert player.position_ms == 1_600


def test_words_are_a_key_away_and_space_or_enter_plays_them(shown: CallView, qtbot: QtBot) -> None:
    transcript = shown.transcript
    transcript.setFocus()
    shown.seek(4_000)
    for expected in (4_300, 4_600, 4_900):
        qtbot.keyClick(transcript, Qt.Key.Key_Right)
        assert shown.playback.position_ms == expected
    for expected in (4_600, 4_300, 4_000, 1_900):
        qtbot.keyClick(transcript, Qt.Key.Key_Left)
        assert shown.playback.position_ms == expected
    assert transcript.currentIndex().row() == 0, "the line goes with the word"
    player = NotingPlayer()
    shown.take_player(player)
    qtbot.keyClick(transcript, Qt.Key.Key_Return)
    assert player.is_playing
    assert player.position_ms == 1_000


def test_the_line_being_said_is_chosen_while_it_plays(shown: CallView) -> None:
    player = NotingPlayer()
    shown.take_player(player)
    shown.playback.toggle()
    for at, row in ((1_100, 0), (4_200, 1), (21_000, 2)):
        player.position_ms = at
        shown.playback.step()
        assert shown.transcript.currentIndex().row() == row
    assert shown.clock.text() == "00:21 / 01:00"


def test_no_sound_is_said_and_sound_is_not(shown: CallView) -> None:
    assert not shown.silent.isHidden()
    assert "No sound was kept" in shown.silent.text()
    shown.show_call(one_call(has_audio=True))
    assert shown.silent.isHidden()
    shown.show_no_sound("The file is damaged.")
    assert shown.silent.text() == "The file is damaged."
    assert not shown.silent.isHidden()


def test_a_player_that_comes_late_goes_on_where_the_cursor_is(shown: CallView) -> None:
    shown.seek(9_000)
    shown.playback.toggle()
    player = NotingPlayer()
    shown.take_player(player)
    assert player.is_playing
    assert 9_000 <= player.position_ms < 60_000


def test_the_axis_seeks_by_mouse_and_by_keys(shown: CallView, qtbot: QtBot) -> None:
    plot = shown.plot
    at = QPoint(round(plot.x_of(30_000)), 60)
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert shown.playback.position_ms == pytest.approx(30_000, abs=200)
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert shown.playback.position_ms == pytest.approx(25_000, abs=200)
    qtbot.keyClick(plot, Qt.Key.Key_End)
    assert shown.playback.position_ms == 60_000
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert shown.playback.position_ms == 0


def test_the_axis_says_what_stands_where(shown: CallView) -> None:
    plot = shown.plot
    assert "Asked for manager" in plot.tip_at(plot.x_of(20_000))
    assert "Silence" in plot.tip_at(plot.x_of(12_000))
    assert plot.tip_at(plot.x_of(1_500)) == "00:01"


def inked(shown: CallView, at_ms: int) -> int:
    """How many pixels of the agent's wave stand above each other around a moment."""
    picture = shown.plot.grab().toImage()
    ink = make_theme("light").palette.agent.lower()
    first = round(shown.plot.x_of(at_ms) * picture.devicePixelRatio())
    return max(
        sum(picture.pixelColor(x, y).name() == ink for y in range(picture.height()))
        for x in range(first, first + 8)
    )


def test_the_axis_draws_the_sound_where_it_is_loud(shown: CallView) -> None:
    """The agent's wave stands where the agent is loud, and is a thin line elsewhere."""
    loud = bytes(255 if 40 <= step < 60 else 0 for step in range(1_200))
    shown.take_waveform(Waveform(step_ms=50, agent=loud, customer=bytes(1_200)))
    assert inked(shown, 2_400) >= 12
    assert inked(shown, 30_000) <= 4


def test_words_between_pauses_fill_the_wave_as_well(shown: CallView) -> None:
    """In a long call every bar holds pauses too; one that is half as loud is still smaller."""
    spoken = bytes(0 if step % 8 else 255 if step < 600 else 100 for step in range(1_200))
    shown.take_waveform(Waveform(step_ms=50, agent=spoken, customer=bytes(1_200)))
    assert inked(shown, 10_000) >= 12
    assert 4 < inked(shown, 50_000) < inked(shown, 10_000)


def test_moments_are_stops_in_order() -> None:
    call = one_call()
    stops = moments(call)
    assert stops == (4_600, 20_000)
    first = next_moment(call, 0)
    assert first == 4_200
    assert next_moment(call, first) == 19_600
    assert next_moment(call, 30_000) is None
    assert last_moment(call, 30_000) == 19_600
    assert last_moment(call, 5_000) is None


def test_words_are_found_in_the_text_also_where_it_was_masked() -> None:
    words = (Word(text="my", start=0, end=200), Word(text="card", start=200, end=400))
    plain = Utterance(party=Party.AGENT, number=0, start=0, end=400, text="my card", words=words)
    assert word_places(plain) == [(0, 2), (3, 7)]
    assert time_of_word(plain, 1) == 200
    masked = Utterance(
        party=Party.AGENT, number=0, start=0, end=900, text="my card is •••", words=words
    )
    assert time_of_word(masked, 2) == 450
    assert place_of(masked, fact(0, "dead_end", A, 5_000)) is None


# --- a long list ---------------------------------------------------------------------------------

MANY = 100_000


class ManyCalls(StoreReviewDesk):
    """Rows made as they are asked for; notes which pages were."""

    def __init__(self) -> None:
        self.pages: list[int] = []

    def rows(self, wanted: ReviewFilter, limit: int, offset: int) -> tuple[CallRow, ...]:
        self.pages.append(offset // PAGE)
        return tuple(
            CallRow(
                id=f"c{number}",
                started_at=NOW - timedelta(minutes=number),
                duration_ms=60_000,
                agent="Sarah",
                customer_name=f"Customer {number}",
            )
            for number in range(offset, min(offset + limit, MANY))
        )

    def close(self) -> None:
        """Nothing is open."""


def test_a_list_of_100_000_calls_reads_what_is_looked_at(qtbot: QtBot, qapp: QApplication) -> None:
    desk = ManyCalls()

    def opened() -> ReviewDesk:
        return desk

    worker = DeskWorker(opened)
    model = CallListModel(worker, lambda: NOW)
    model.show(ReviewFilter(), MANY, desk.rows(ReviewFilter(), PAGE, 0))
    assert model.rowCount() == MANY
    assert model.index(3).data().startswith("Customer 3\n")
    assert model.index(70_000).data() == "…"
    assert model.index(70_000).data(ROW_ROLE) is None
    qtbot.waitUntil(lambda: model.index(70_000).data() != "…", timeout=30_000)
    assert model.index(70_000).data().startswith("Customer 70000\n")
    assert desk.pages == [0, 70_000 // PAGE], "each page once, none in between"
    worker.stop()


def test_old_pages_are_let_go(qtbot: QtBot, qapp: QApplication) -> None:
    desk = ManyCalls()
    worker = DeskWorker(lambda: desk)
    model = CallListModel(worker, lambda: NOW)
    model.show(ReviewFilter(), MANY, desk.rows(ReviewFilter(), PAGE, 0))
    for page in range(1, 130):
        model.row(page * PAGE)
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=30_000)
    assert len(model._pages) <= 60
    worker.stop()


def test_the_list_is_a_sound_qt_model(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    desk = ManyCalls()
    worker = DeskWorker(lambda: desk)
    model = CallListModel(worker, lambda: NOW)
    model.show(ReviewFilter(), 40, desk.rows(ReviewFilter(), 40, 0))
    qtmodeltester.check(model)
    worker.stop()
