"""A review window over a real desk on a real store, and how to wait until it has settled."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assist.core.events import Feeling
from assist.core.interfaces import ReviewDesk
from assist.ui.review.window import ReviewWindow
from assist.ui.theme import make_theme
from tests.helpers.reviewing import NOW, A, C, fact, felt, keep, open_desk, plain_call, said

LONG_NAME = "Maria-Magdalena Konstantinopoulou-Featherstonehaugh von Hohenzollern"
CALM, ASKED, OTHER = "20261122T130000-calm", "20261122T120000-asked", "20261120T120000-other"


def at_once(parent: QObject) -> QTimer:
    """A timer for pauses in typing that do not last."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(0)
    return timer


@dataclass
class Review:
    """The window, the folder its calls are in, and what a test does with them."""

    window: ReviewWindow
    home: Path
    qtbot: QtBot
    exported: list[str] = field(default_factory=list)

    def settle(self) -> None:
        window = self.window

        def is_settled() -> bool:
            return not window.worker.is_busy and not window._search_timer.isActive()

        self.qtbot.waitUntil(is_settled, timeout=30_000)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key wherever the focus is."""
        held = Qt.KeyboardModifier.NoModifier
        for each in modifiers:
            held |= each
        focused = QApplication.focusWidget()
        self.qtbot.keyClick(focused or self.window, key, held)
        self.settle()

    def choose(self, call: str) -> None:
        number = self.window.calls.number_of(call)
        assert number is not None
        self.window.list.setCurrentIndex(self.window.calls.index(number))
        self.settle()
        assert self.shown == call

    @property
    def shown(self) -> str:
        call = self.window.view.call
        return call.row.id if call else ""

    @property
    def listed(self) -> list[str]:
        model = self.window.calls
        rows = [model.row(number) for number in range(model.rowCount())]
        return [row.id for row in rows if row is not None]


def close(window: QWidget) -> None:
    """Close and delete a window now: Qt deletes only from within a running loop."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def stored_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copied for every test: making a database anew takes most of a second."""
    folder = tmp_path_factory.mktemp("stored") / "home"
    keep(
        folder,
        plain_call(CALM, started_at="2026-11-22T13:00:00+01:00"),
        plain_call(
            ASKED,
            name="Grace Kim",
            started_at="2026-11-22T12:00:00+01:00",
            outcome="unresolved",
            extra=(
                said(C, 5, 14_500, "let me speak to your manager about my zebra"),
                fact(30, "ask_supervisor", C, 14_500),
                felt(17_500, Feeling.ANGER, -70, 3),
            ),
        ),
        plain_call(
            OTHER,
            agent="Omar",
            name=LONG_NAME,
            started_at="2026-11-20T12:00:00+01:00",
            extra=(fact(30, "dead_end", A, 17_000),),
        ),
    )
    return folder


@pytest.fixture
def home(stored_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(stored_home, tmp_path / "calls-home"))


OpenReview = Callable[..., Review]


@pytest.fixture
def open_review(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[OpenReview]:
    """Opens windows; all are closed at the end."""
    if qapp.style().objectName() != "fusion":
        qapp.setStyle("Fusion")
    opened: list[ReviewWindow] = []

    def open_window(
        desk: Callable[[], ReviewDesk], *, theme: str = "light", scale: float = 1.0
    ) -> Review:
        exported: list[str] = []

        def ask(parent: QWidget, name: str) -> str:
            file = str(tmp_path / f"{name}.txt")
            exported.append(file)
            return file

        window = ReviewWindow(
            make_theme(theme, scale),
            desk,
            now=lambda: NOW,
            make_timer=at_once,
            ask_file=ask,
        )
        opened.append(window)
        window.resize(1400, 860)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        made = Review(window=window, home=tmp_path, qtbot=qtbot, exported=exported)
        made.settle()
        return made

    yield open_window
    for window in opened:
        close(window)


@pytest.fixture
def review(open_review: OpenReview, home: Path) -> Review:
    """A lead's window."""
    made = open_review(lambda: open_desk(home))
    made.home = home
    return made
