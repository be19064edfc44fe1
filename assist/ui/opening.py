"""The windows that the sidebar's menu opens: one of each, and what cannot be opened is said.

They open beside the sidebar, which stands above all windows and would cover what is below it.
"""

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QMargins, QObject, QRect, QSize, SignalInstance
from PySide6.QtWidgets import QStyle, QWidget

from assist.core.errors import AssistError
from assist.ui.sidebar.docking import place_in
from assist.ui.sidebar.menu import MenuEntry
from assist.ui.theme import Theme

MakeWindow = Callable[[], QWidget]
"""Makes a window with a signal `closed`. May raise AssistError."""


@runtime_checkable
class _Themed(Protocol):
    """A window that can change its colours and sizes while it is open."""

    def set_theme(self, theme: Theme) -> None: ...


_EDGE_PX = 4
"""Left free around a window for the frame that the desktop draws, besides its title bar."""


class ToolWindows(QObject):
    """Keeps them; `say` shows a sentence where one cannot be opened.

    `areas` gives the screen's area and the part of it that the sidebar leaves free.
    """

    def __init__(
        self,
        makers: Mapping[MenuEntry, MakeWindow],
        say: Callable[[str], None],
        areas: Callable[[], tuple[QRect, QRect]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._makers = makers
        self._say = say
        self._areas = areas
        self._open: dict[MenuEntry, QWidget] = {}

    def open(self, entry: MenuEntry) -> None:
        """Open the window, or bring it to the front."""
        make = self._makers.get(entry)
        if make is None:
            return
        window = self._open.get(entry)
        if window is None:
            try:
                window = make()
            except AssistError as error:
                self._say(str(error))
                return
            self._open[entry] = window
            fit_beside(window, *self._areas())
            closed: SignalInstance = window.closed  # type: ignore[attr-defined]
            closed.connect(lambda: self._forget(entry))
        is_new = not window.isVisible()
        window.show()
        if is_new:
            # Only now its parts know their fonts, and with them how much room they need.
            fit_beside(window, *self._areas())
        window.raise_()
        window.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """The open ones follow, as the sidebar does."""
        for window in self._open.values():
            if isinstance(window, _Themed):
                window.set_theme(theme)

    def close(self) -> None:
        """Close them all."""
        for window in list(self._open.values()):
            window.close()

    def _forget(self, entry: MenuEntry) -> None:
        window = self._open.pop(entry, None)
        if window is not None:
            window.deleteLater()


def fit_beside(window: QWidget, area: QRect, room: QRect) -> None:
    """Give a window that was not shown yet the size and place it has in a part of the screen.

    It keeps the size it was made with where there is room for that, and its least size anyway.
    """
    bar = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, window)
    frame = QMargins(_EDGE_PX, bar, _EDGE_PX, _EDGE_PX)
    wanted = window.size().boundedTo(room.marginsRemoved(frame).size())
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    size = wanted.expandedTo(least)
    window.resize(size)
    window.move(place_in(room, area, QSize(size.width() + 2 * _EDGE_PX, size.height() + bar)))
