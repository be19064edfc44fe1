"""A lead's line to the agent: who it is from and what it says, quiet, until it is put away."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assist.core.events import LeadWrote
from assist.ui.leadwords import line_text
from assist.ui.sidebar.pieces import ThemedLabel, WrappedLabel
from assist.ui.theme import Size, Theme

_MOST_LINES = 5
"""As many as 140 characters take in the narrowest sidebar."""
_SHORT_LINES = 2
_SHORT_PX = 500
"""Below this height of the window, at 100 %, prompt and footer need the room."""


class LeadLine(QWidget):
    """Emits `dismissed` with the line's number. Its text is shown as it is: no links, no markup."""

    dismissed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.line: LeadWrote | None = None
        self.by = ThemedLabel(Size.SMALL, is_bold=True, parent=self)
        self.text = WrappedLabel(_MOST_LINES, Size.TEXT, parent=self)
        self.button = QPushButton("✕", self)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setAccessibleName(self.tr("Put the line away"))
        self._words = QVBoxLayout()
        self._words.addWidget(self.by)
        self._words.addWidget(self.text)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.button.clicked.connect(self._dismiss)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.by.set_theme(theme)
        self.by.set_colour(theme.palette.agent)
        self.text.set_theme(theme)
        self.text.set_colour(theme.palette.prompt)
        self._row.setContentsMargins(
            theme.space(14), theme.space(8), theme.space(10), theme.space(9)
        )
        self._row.setSpacing(theme.space(8))
        self._words.setSpacing(theme.space(2))

    def set_keys(self, keys: str) -> None:
        """The shortcut that puts it away while no prompt stands, "" without one."""
        words = self.button.accessibleName()
        self.button.setToolTip(f"{words} ({keys})" if keys else words)

    def show_line(self, line: LeadWrote | None) -> None:
        self.line = line
        if line is not None:
            self.by.setText(self.tr("From {lead}").format(lead=line.by))
            self.setAccessibleName(line_text(line))
            self._fit()
        self.setVisible(line is not None)
        self.updateGeometry()

    def _fit(self) -> None:
        """In a low window the name stands before the words, and what is left of them is the tip."""
        if self.line is None or self._theme is None:
            return
        is_short = self.window().height() < self._theme.space(_SHORT_PX)
        self.by.setVisible(not is_short)
        self.text.set_most_lines(_SHORT_LINES if is_short else _MOST_LINES)
        text = f"{self.line.by}: {self.line.text}" if is_short else self.line.text
        if text != self.text.text():
            self.text.setText(text)
        self.text.setToolTip(self.line.text if is_short else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _dismiss(self) -> None:
        if self.line is not None:
            self.dismissed.emit(self.line.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        colours, edge = self._theme.palette, self._theme.space(3)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.field))
        painter.fillRect(0, 0, edge, self.height(), QColor(colours.agent))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))
        painter.end()
