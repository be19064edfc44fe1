"""The windows that the sidebar's menu opens: one of each, and what cannot be opened is said."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from assist.core.errors import AssistError
from assist.ui.sidebar.menu import MenuEntry

MakeWindow = Callable[[], QWidget]
"""Makes a window with a signal `closed`. May raise AssistError."""


class ToolWindows(QObject):
    """Keeps them; `say` shows a sentence where one cannot be opened."""

    def __init__(
        self,
        makers: Mapping[MenuEntry, MakeWindow],
        say: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._makers = makers
        self._say = say
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
            closed: SignalInstance = window.closed  # type: ignore[attr-defined]
            closed.connect(lambda: self._forget(entry))
        window.show()
        window.raise_()
        window.activateWindow()

    def close(self) -> None:
        """Close them all."""
        for window in list(self._open.values()):
            window.close()

    def _forget(self, entry: MenuEntry) -> None:
        window = self._open.pop(entry, None)
        if window is not None:
            window.deleteLater()
