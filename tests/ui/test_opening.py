"""Windows that the sidebar's menu opens: beside it, where all of them can be seen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtWidgets import QApplication, QWidget

from assist import app
from assist.paths import resources_dir
from assist.ui.about import AboutWindow
from assist.ui.editor.window import RuleEditorWindow
from assist.ui.opening import ToolWindows
from assist.ui.review.window import ReviewWindow
from assist.ui.sidebar.menu import MenuEntry
from assist.ui.theme import DARK, LIGHT, make_theme
from assist.ui.translation import install_language
from tests.helpers.reviewing import open_desk

AREA = QRect(0, 0, 1600, 900)
LEFT_FREE, RIGHT_FREE = QRect(0, 0, 1260, 900), QRect(340, 0, 1260, 900)


class Plain(QWidget):
    """A window of a size, with the signal each of them has."""

    closed = Signal()

    def __init__(self, width: int, height: int, least: int = 100) -> None:
        super().__init__()
        self.setMinimumWidth(least)
        self.resize(width, height)


@pytest.fixture
def made(qapp: QApplication) -> Iterator[list[QWidget]]:
    windows: list[QWidget] = []
    yield windows
    for window in windows:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def opened(window: QWidget, room: QRect, made: list[QWidget]) -> QRect:
    """Where a window stands that the menu opened."""
    made.append(window)
    said: list[str] = []
    windows = ToolWindows({MenuEntry.ABOUT: lambda: window}, said.append, lambda: (AREA, room))
    windows.open(MenuEntry.ABOUT)
    assert said == []
    assert window.isVisible()
    return window.frameGeometry()


@pytest.mark.parametrize("room", [LEFT_FREE, RIGHT_FREE])
def test_a_window_wider_than_the_room_gets_the_room(room: QRect, made: list[QWidget]) -> None:
    place = opened(Plain(1400, 880), room, made)
    assert room.contains(place)
    assert place.width() > room.width() - 20


def test_a_small_window_keeps_its_size(made: list[QWidget]) -> None:
    window = Plain(600, 400)
    assert RIGHT_FREE.contains(opened(window, RIGHT_FREE, made))
    assert (window.width(), window.height()) == (600, 400)


def test_one_that_needs_more_than_the_room_stays_on_the_screen(made: list[QWidget]) -> None:
    place = opened(Plain(1400, 500, least=1400), RIGHT_FREE, made)
    assert AREA.contains(place)


@pytest.mark.parametrize("room", [QRect(0, 0, 1090, 900), QRect(510, 0, 1090, 900)])
@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_the_review_opens_beside_a_sidebar_of_half_again_the_size(
    room: QRect, language: str, made: list[QWidget], tmp_path: Path, qapp: QApplication
) -> None:
    install_language(qapp, resources_dir() / "translations", language)
    try:
        window = ReviewWindow(make_theme("light", 1.5), lambda: open_desk(tmp_path))
        assert room.contains(opened(window, room, made))
    finally:
        install_language(qapp, resources_dir() / "translations", "en")


@pytest.mark.parametrize("room", [LEFT_FREE, RIGHT_FREE])
def test_the_review_opens_beside_the_sidebar(
    room: QRect, made: list[QWidget], tmp_path: Path
) -> None:
    window = ReviewWindow(make_theme("light"), lambda: open_desk(tmp_path))
    assert room.contains(opened(window, room, made))


@pytest.mark.parametrize("name", ["review", "rules", "about"])
def test_an_open_window_follows_another_theme(
    name: str, made: list[QWidget], tmp_path: Path, qapp: QApplication
) -> None:
    makers: dict[str, Callable[[], QWidget]] = {
        "review": lambda: ReviewWindow(make_theme("light"), lambda: open_desk(tmp_path)),
        "rules": lambda: RuleEditorWindow(make_theme("light"), app.rule_desk("agent")),
        "about": lambda: AboutWindow(make_theme("light"), "1.0", "Apache License"),
    }
    window = makers[name]()
    made.append(window)
    said: list[str] = []
    windows = ToolWindows({MenuEntry.ABOUT: lambda: window}, said.append, lambda: (AREA, AREA))
    windows.open(MenuEntry.ABOUT)
    assert ground(window) == LIGHT.window
    windows.set_theme(make_theme("dark"))
    assert ground(window) == DARK.window


def ground(window: QWidget) -> str:
    """The colour of the window's own ground, from its pixels."""
    picture = window.grab().toImage()
    return picture.pixelColor(1, picture.height() - 2).name().upper()
