"""A text size that changes while the window is open changes the rows of its lists with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from assist.ui.review.live_page import LivePage
from assist.ui.review.live_worker import LiveReader
from assist.ui.review.window import ReviewWindow
from assist.ui.theme import Theme, make_theme
from tests.helpers.liveboard import WORDS, HandBoard, live_call
from tests.helpers.reviewing import keep, open_desk
from tests.helpers.teamcalls import caused
from tests.ui.review.conftest import OpenReview, close

LONG_MS = 30_000
LISTS: dict[str, tuple[str, Callable[[ReviewWindow], QListView]]] = {
    "calls": ("all", lambda window: window.list),
    "figures": ("team", lambda window: window.team.list),
    "causes": ("causes", lambda window: window.causes.list),
    "calls of a cause": ("causes", lambda window: window.causes.examples),
    "whose promises": ("followups", lambda window: window.followups.list),
    "promises": ("followups", lambda window: window.followups.view),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A call that says why, and has a promise still to be kept."""
    folder = tmp_path_factory.mktemp("one-call-home")
    keep(folder, caused("20261121T100000-new", 1, "delivery", "it never arrived"))
    return folder


def grows(rows: QListView, set_theme: Callable[[Theme], None], qtbot: QtBot) -> bool:
    """Whether rows that can be seen are higher as soon as the text is larger."""

    def height() -> int:
        return rows.visualRect(rows.model().index(0, 0)).height()

    qtbot.waitUntil(lambda: height() > 0, timeout=LONG_MS)
    before = height()
    set_theme(make_theme("light", 1.5))
    qtbot.waitUntil(lambda: height() >= round(1.4 * before), timeout=LONG_MS)
    return height() <= round(1.6 * before)


@pytest.mark.parametrize("name", LISTS)
def test_rows_grow_with_the_text(open_review: OpenReview, home: Path, name: str) -> None:
    review = open_review(lambda: open_desk(home))
    tab, find = LISTS[name]
    review.window.choose_tab(tab)
    review.settle()
    assert grows(find(review.window), review.window.set_theme, review.qtbot)


def test_rows_of_live_calls_grow_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    board = HandBoard(calls=(live_call(),), words=WORDS)
    page = LivePage(board.open, reader=LiveReader(board.open, retry_s=(0.0,)))
    page.set_theme(make_theme("light"))
    page.resize(1_100, 700)
    page.show()
    try:
        qtbot.waitExposed(page)
        page.begin()
        qtbot.waitUntil(lambda: page.is_showing, timeout=LONG_MS)
        assert grows(page.list, page.set_theme, qtbot)
    finally:
        page.end()
        page.reader.deleteLater()
        close(page)
