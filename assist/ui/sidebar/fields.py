"""Fields to type into: they take the focus only when clicked, and tell what is to be kept."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from assist.ui.linefield import LineField
from assist.ui.theme import Size, Theme

KEEP_PAUSE_MS = 1_500
"""A pause in typing keeps the text, so that little is lost if the window should die."""


class TextField(LineField):
    """One line; Enter keeps it (`kept`), Esc leaves it (`left`)."""

    entered = Signal()
    kept = Signal(str)

    def __init__(self, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(most)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.returnPressed.connect(self._keep)

    def set_theme(self, theme: Theme) -> None:
        self.setFont(theme.font(Size.TEXT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()
        super().mousePressEvent(event)

    def _keep(self) -> None:
        self.kept.emit(" ".join(self.text().split()))
        self.left.emit()


class TextBox(QPlainTextEdit):
    """Some lines, kept by Enter, by leaving and by a pause; Shift+Enter begins a new line.

    `show_text` is what is kept already: it never replaces what is being typed.
    """

    entered = Signal()
    left = Signal()
    kept = Signal(str)

    def __init__(self, name: str, most: int, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._lines = lines
        self._kept = self._told = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(KEEP_PAUSE_MS)
        self.pause.timeout.connect(self.keep)
        self._is_shown_by_us = False
        self.textChanged.connect(self._changed)

    def set_theme(self, theme: Theme) -> None:
        self.setFont(theme.font(Size.TEXT))
        self.document().setDocumentMargin(theme.space(3))
        self.setFixedHeight(self.sizeHint().height())

    def set_lines(self, lines: int) -> None:
        """Be this many lines high."""
        if lines != self._lines:
            self._lines = lines
            self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self.font()).lineSpacing()
        around = 2 * round(self.document().documentMargin()) + 2 * self.frameWidth() + 4
        return QSize(120, line * self._lines + around)

    def text(self) -> str:
        return self.toPlainText().strip()

    def show_text(self, text: str) -> None:
        """Show what is kept, unless somebody is typing or it is in view already."""
        if text == self._told:
            return
        self._told = self._kept = text
        if not self.hasFocus():
            self._put(text)

    def keep(self) -> None:
        """Have the text kept if it is not what is kept already."""
        self.pause.stop()
        text = self.text()
        if text != self._kept:
            self._kept = text
            self.kept.emit(text)

    def forget(self) -> None:
        """Empty the field for another call; what was not kept by now belongs to none."""
        self.pause.stop()
        self._kept = self._told = ""
        self._put("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_new_line = is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape or (is_enter and not is_new_line):
            self.keep()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()

    def _put(self, text: str) -> None:
        self._is_shown_by_us = True
        self.setPlainText(text)
        self._is_shown_by_us = False

    def _changed(self) -> None:
        if self._is_shown_by_us:
            return
        if len(self.toPlainText()) > self._most:
            cursor = self.textCursor()
            at = min(cursor.position(), self._most)
            self._put(self.toPlainText()[: self._most])
            cursor.setPosition(at)
            self.setTextCursor(cursor)
        self.pause.start()
