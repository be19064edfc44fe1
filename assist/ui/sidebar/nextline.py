"""The prompt after the one in view, as one quiet line."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assist.ui.callstate import Cue
from assist.ui.sidebar.pieces import Ink, ThemedLabel
from assist.ui.theme import Size, Theme


class NextLine(QWidget):
    """The prompt after this one, as one quiet line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._cue: Cue | None = None
        self.label = ThemedLabel(Size.SMALL, Ink.WARM, is_bold=True, parent=self)
        self.label.setText(self.tr("Next"))
        self.text = ThemedLabel(Size.TEXT, is_bold=True, parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.label)
        self._row.addWidget(self.text, 1)
        self.hide()

    @property
    def cue(self) -> Cue | None:
        return self._cue

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.label.set_theme(theme)
        self.text.set_theme(theme)
        self._row.setContentsMargins(
            theme.space(12), theme.space(9), theme.space(12), theme.space(9)
        )
        self._row.setSpacing(theme.space(8))
        self._colour()

    def show_cue(self, cue: Cue | None) -> None:
        self._cue = cue
        self.setVisible(cue is not None)
        if cue is not None:
            self.text.setText(cue.raised.headline)
            self.setAccessibleName(self.tr("Next: {text}").format(text=cue.raised.headline))
            self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None or self._cue is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.palette.tint(self._cue.raised.urgency).ground))
        painter.drawRoundedRect(QRectF(self.rect()), 8 * self._theme.scale, 8 * self._theme.scale)
        painter.end()

    def _colour(self) -> None:
        if self._theme is not None and self._cue is not None:
            self.label.set_colour(self._theme.palette.tint(self._cue.raised.urgency).title)
            self.text.set_colour(self._theme.palette.prompt)
