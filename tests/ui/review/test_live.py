"""The Live tab over a board by hand: what needs a lead, watching it, and a line to its agent."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assist.core.errors import AssistError, UsageError
from assist.core.live import Need
from assist.ui.review.live_page import LivePage
from assist.ui.review.live_worker import LiveReader
from assist.ui.review.window import ReviewWindow
from assist.ui.theme import make_theme
from tests.helpers.liveboard import OMAR, SARAH, WORDS, HandBoard, live_call
from tests.helpers.reviewing import NOW, open_desk
from tests.ui.review.conftest import at_once, close

LONG_MS = 30_000
SARAHS = live_call()
OMARS = live_call(OMAR, Need.HELP, agent="Omar Haddad")


@pytest.fixture
def board() -> HandBoard:
    return HandBoard(calls=(SARAHS,), words=WORDS)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, board: HandBoard) -> Iterator[LivePage]:
    made = LivePage(board.open, reader=LiveReader(board.open, retry_s=(0.0,)))
    made.set_theme(make_theme("light"))
    made.resize(1_100, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.end()
    made.reader.deleteLater()
    close(made)


def begin(page: LivePage, qtbot: QtBot) -> None:
    page.begin()
    qtbot.waitUntil(lambda: page.is_showing, timeout=LONG_MS)


def shown(page: LivePage) -> list[str]:
    return [call.agent for call in page.model.rows]


def test_a_call_that_needs_a_lead_comes_and_goes(
    page: LivePage, board: HandBoard, qtbot: QtBot
) -> None:
    counts: list[int] = []
    page.counted.connect(counts.append)
    board.calls = ()
    page.begin()
    qtbot.waitUntil(
        lambda: page.message.title.text() == "Nobody needs help right now", timeout=LONG_MS
    )
    board.change(calls=(OMARS, SARAHS))
    qtbot.waitUntil(lambda: shown(page) == ["Omar Haddad", "Sarah Lee"], timeout=LONG_MS)
    assert page.is_showing
    board.change(calls=())
    qtbot.waitUntil(lambda: not page.is_showing, timeout=LONG_MS)
    assert {0, 2} <= set(counts)
    assert counts[-1] == 0


def test_a_row_says_who_why_how_long_and_how_it_stands(page: LivePage, qtbot: QtBot) -> None:
    begin(page, qtbot)
    said = page.model.index(0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert said == (
        "Sarah Lee, Manager asked for, Customer at risk, for 3 min, Angry, getting worse"
    )


def test_only_watching_shows_more_than_the_row(
    page: LivePage, board: HandBoard, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    call = page.call
    assert (call.agent.text(), call.watch.text()) == ("Sarah Lee", "Watch")
    assert call.said.isHidden()
    assert call.prompts.isHidden()
    assert "The agent sees who watches" in call.note.text()
    assert board.watched is None
    call.watch.click()
    qtbot.waitUntil(lambda: call.is_watched, timeout=LONG_MS)
    assert board.watched == SARAH
    assert call.watch.text() == "Stop watching"
    assert "Sarah Lee sees that you are watching" in call.note.text()
    assert call.feeling.text() == "Angry, getting worse: “this is the fourth time I call”"
    assert call.prompts.text().splitlines() == [
        "✓ Name the feeling (done)",
        "– Say what you can do (not done)",
        "▸ Say what you will do (in view)",
    ]
    assert call.promises.text() == "call back about the refund · today by four"
    assert "Customer: then let me speak to your manager" in call.said.toPlainText()
    call.watch.click()
    qtbot.waitUntil(lambda: not call.is_watched, timeout=LONG_MS)
    assert board.watched is None
    assert call.said.isHidden()


def test_without_words_the_limit_is_said_and_the_rest_is_shown(
    page: LivePage, board: HandBoard, qtbot: QtBot
) -> None:
    board.takes_words = False
    begin(page, qtbot)
    page.call.watch.click()
    qtbot.waitUntil(lambda: page.call.is_watched, timeout=LONG_MS)
    assert page.call.note.text() == ("The team's limit keeps what is said on the agent's computer.")
    assert page.call.said.isHidden()
    assert "Dead end" in page.call.prompts.text()
    assert page.call.promises.text() == "A promise for 16:00"
    assert "fourth time" not in page.call.feeling.text()


def test_new_words_are_added_below(page: LivePage, board: HandBoard, qtbot: QtBot) -> None:
    begin(page, qtbot)
    page.call.watch.click()
    view = page.call.said
    qtbot.waitUntil(lambda: len(view.toPlainText().splitlines()) == 3, timeout=LONG_MS)
    first = view.document().firstBlock().revision()
    more = replace(WORDS.said[-1], at=80_000, text="hello are you there")
    board.change(words=replace(WORDS, said=(*WORDS.said, more)))
    qtbot.waitUntil(lambda: len(view.toPlainText().splitlines()) == 4, timeout=LONG_MS)
    assert view.document().firstBlock().revision() == first  # nothing above was written anew


def test_a_line_is_sent_once_and_its_way_is_shown(
    page: LivePage, board: HandBoard, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    call = page.call
    qtbot.keyClicks(call.field, "  offer the refund ")
    qtbot.keyClick(call.field, Qt.Key.Key_Return)
    qtbot.keyClick(call.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: call.field.text() == "", timeout=LONG_MS)
    assert [line.text for line in board.lines] == ["offer the refund"]
    assert call.sent.text() == "Sent: offer the refund"
    call.watch.click()
    qtbot.waitUntil(lambda: "on its way" in call.sent.text(), timeout=LONG_MS)
    board.lines[0] = replace(board.lines[0], has_arrived=True)
    board.change()
    qtbot.waitUntil(lambda: call.sent.text().endswith("arrived"), timeout=LONG_MS)


def test_what_is_wrong_with_a_line_is_said_and_it_stays_typed(
    page: LivePage, board: HandBoard, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    call = page.call
    board.send_error = AssistError("The line was not sent: too many.")
    qtbot.keyClicks(call.field, "offer the refund")
    call.send.click()
    qtbot.waitUntil(lambda: not call.trouble.isHidden(), timeout=LONG_MS)
    assert call.trouble.text() == "The line was not sent: too many."
    assert call.field.text() == "offer the refund"
    assert call.send.isEnabled()
    board.send_error = None
    call.send.click()
    qtbot.waitUntil(lambda: call.field.text() == "", timeout=LONG_MS)
    assert call.trouble.isHidden()


def test_a_watched_call_that_is_over_is_watched_no_more(
    page: LivePage, board: HandBoard, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    page.call.watch.click()
    qtbot.waitUntil(lambda: page.call.is_watched, timeout=LONG_MS)
    board.change(calls=(OMARS,))
    qtbot.waitUntil(lambda: shown(page) == ["Omar Haddad"], timeout=LONG_MS)
    qtbot.waitUntil(lambda: board.watched is None, timeout=LONG_MS)
    assert page.call.agent.text() == "Omar Haddad"
    assert not page.call.is_watched


def test_the_call_in_view_stays_when_others_come_and_go(
    page: LivePage, board: HandBoard, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    qtbot.keyClicks(page.call.field, "half a")
    board.change(calls=(OMARS, SARAHS))
    qtbot.waitUntil(lambda: len(shown(page)) == 2, timeout=LONG_MS)
    assert page.call.agent.text() == "Sarah Lee"
    assert page.call.field.text() == "half a"
    assert page.list.currentIndex().row() == 1


def test_a_board_that_is_off_is_told(page: LivePage, board: HandBoard, qtbot: QtBot) -> None:
    board.is_on = False
    page.begin()
    qtbot.waitUntil(lambda: page.message.title.text() == "The live board is off", timeout=LONG_MS)
    assert "assist team live on" in page.message.text.text()
    assert page.message.again.isHidden()


def test_a_database_that_is_away_is_said_and_found_again(
    page: LivePage, board: HandBoard, qtbot: QtBot
) -> None:
    begin(page, qtbot)
    board.change(error=AssistError("The team database cannot be reached."))
    qtbot.waitUntil(
        lambda: (
            page.message.title.text() == "The live board cannot be reached"
            and page.message.isVisible()
        ),
        timeout=LONG_MS,
    )
    assert "The team database cannot be reached." in page.message.text.text()
    assert "tried again by itself" in page.message.text.text()
    assert board.closed > 0
    board.error = None
    qtbot.waitUntil(lambda: page.is_showing, timeout=LONG_MS)


def test_where_no_database_is_set_that_is_said_and_nothing_is_tried_again(
    page: LivePage, board: HandBoard, qtbot: QtBot
) -> None:
    board.error = UsageError("Live calls are shown through a team's database, and none is set.")
    page.begin()
    qtbot.waitUntil(lambda: page.message.title.text() == "No live calls here", timeout=LONG_MS)
    assert "none is set" in page.message.text.text()
    board.error = None  # somebody sets one
    page.message.again.click()
    qtbot.waitUntil(lambda: page.is_showing, timeout=LONG_MS)


def test_the_tab_counts_the_calls_whichever_is_in_front_and_agents_have_none(
    qtbot: QtBot, qapp: QApplication, board: HandBoard, home: Path
) -> None:
    for is_agent in (False, True):
        window = ReviewWindow(
            make_theme("light"),
            lambda is_agent=is_agent: open_desk(home, is_agent=is_agent),  # type: ignore[misc]
            open_board=board.open,
            now=lambda: NOW,
            make_timer=at_once,
        )
        window.show()
        qtbot.waitExposed(window)
        button = window.live_tab.button
        assert button is not None
        qtbot.waitUntil(lambda: not window.worker.is_busy, timeout=LONG_MS)  # noqa: B023
        if is_agent:
            assert button.isHidden()
            assert window.live.reader._thread is None
        else:
            qtbot.waitUntil(lambda: button.text() == "Live 1", timeout=LONG_MS)  # noqa: B023
            assert window._tab.key == "flagged"
            qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
            assert window.live.isVisible()
            assert window.focusWidget() is window.live.list
        close(window)
        assert board.watched is None
