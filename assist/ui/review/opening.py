"""Opens the review window: the one way in for the sidebar's menu and for `assist review`."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from assist.ui.review.window import ReviewWindow
from assist.ui.review.worker import OpenDesk
from assist.ui.theme import Theme


class ReviewWindows(QObject):
    """The one review window of a program: opened again it comes to the front."""

    def __init__(
        self,
        open_desk: OpenDesk,
        theme: Callable[[], Theme],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_desk = open_desk
        self._theme = theme
        self._window: ReviewWindow | None = None

    def open(self) -> ReviewWindow:
        if self._window is None:
            self._window = ReviewWindow(self._theme(), self._open_desk)
            self._window.closed.connect(self._closed)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        return self._window

    def close(self) -> None:
        if self._window is not None:
            self._window.close()

    def _closed(self) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
