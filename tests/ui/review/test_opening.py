"""The review window as a program of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from assist.settings import Settings
from assist.ui import main
from assist.ui.review.window import ReviewWindow
from assist.ui.theme import make_theme
from tests.helpers.reviewing import open_desk
from tests.ui.review.conftest import close


@pytest.fixture(autouse=True)
def as_the_app_is_made(qapp: QApplication) -> Iterator[None]:
    """The app ends when told to; Qt's own end, told a second time, would break later loops."""
    before = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(before)


@pytest.mark.parametrize("is_agent", [False, True])
def test_it_ends_with_its_window_and_follows_the_settings(
    qapp: QApplication, home: Path, is_agent: bool
) -> None:
    shown: list[ReviewWindow] = []

    def look(window: ReviewWindow) -> None:
        shown.append(window)
        window.settled.connect(lambda: QTimer.singleShot(0, window.close))

    status = main.run_review(
        open_desk=lambda: open_desk(home, "Sarah", is_agent=is_agent),
        chosen=Settings(theme="dark", text_percent=125),
        on_shown=look,
    )
    assert status == 0
    assert shown[0].theme.is_dark
    assert shown[0].theme.scale == 1.25
    assert shown[0].windowTitle() == ("My calls" if is_agent else "Call review")


def test_the_sidebar_s_menu_opens_it(qapp: QApplication, assist_home: Path) -> None:
    window = main._make_review(make_theme("light"))
    assert isinstance(window, ReviewWindow)
    close(window)
