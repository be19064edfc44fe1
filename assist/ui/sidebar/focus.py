"""Lends the keyboard focus to one field of the sidebar, and gives it back."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from assist.ui.native.desktop import NativeDesktop

IDLE_MS = 10_000
"""Without a key for so long the focus goes back to the window that had it."""


class FocusLoan(QObject):
    """While a loan runs, the window takes the focus; `ended` when it went back.

    The window never accepts the focus otherwise, so a loan drops that flag for its length. Esc and
    `IDLE_MS` without a key end it; Enter is the borrower's own business.
    """

    ended = Signal()

    def __init__(self, window: QWidget, desktop: NativeDesktop) -> None:
        super().__init__(window)
        self._window = window
        self._desktop = desktop
        self._lender: int | None = None
        self._is_lent = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(IDLE_MS)
        self.timer.timeout.connect(self.give_back)

    @property
    def is_lent(self) -> bool:
        return self._is_lent

    def borrow(self, field: QWidget) -> None:
        """Let `field` take the focus."""
        handle = self._window.windowHandle()
        if not self._is_lent:
            own = int(self._window.winId())
            lender = self._desktop.active_window()
            self._lender = lender if lender != own else None
            self._is_lent = True
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)
            self._window.installEventFilter(self)
            handle.installEventFilter(self)  # every key passes it, whichever widget it is for
        handle.requestActivate()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.timer.start()

    def give_back(self) -> None:
        """Return the focus to the window that had it."""
        if not self._is_lent:
            return
        self._is_lent = False
        self.timer.stop()
        field = self._window.focusWidget()
        if field is not None:
            field.clearFocus()
        self._window.removeEventFilter(self)
        self._window.windowHandle().removeEventFilter(self)
        self._window.windowHandle().setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, True)
        if self._lender is not None:
            self._desktop.activate(self._lender)
        self._lender = None
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_lent:
            if event.type() is QEvent.Type.KeyPress:
                self.timer.start()
            elif event.type() is QEvent.Type.WindowDeactivate:
                # The user went elsewhere on their own: there is nothing to give back to.
                self._lender = None
                self.give_back()
        return super().eventFilter(watched, event)
