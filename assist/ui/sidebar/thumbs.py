"""Two small buttons that judge a prompt: it was right, or it was not."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from assist.ui.theme import Theme


class ThumbButton(QPushButton):
    """A thumb up or down: an outline, filled once the prompt was marked so."""

    def __init__(self, *, is_up: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_up = is_up
        self._is_marked = False
        self._keys = ""
        self._theme: Theme | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFlat(True)
        self._name()

    @property
    def is_marked(self) -> bool:
        return self._is_marked

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setFixedSize(theme.space(24), theme.space(24))
        self.update()

    def set_keys(self, keys: str) -> None:
        """The shortcut that does the same, "" where there is none."""
        self._keys = keys
        self._name()

    def set_marked(self, is_marked: bool) -> None:
        self._is_marked = is_marked
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.space(24) if self._theme else 24
        return QSize(side, side)

    def _name(self) -> None:
        words = self.tr("A good prompt") if self._is_up else self.tr("A wrong prompt")
        self.setAccessibleName(f"{words}, {self.tr('marked')}" if self._is_marked else words)
        self.setToolTip(f"{words} ({self._keys})" if self._keys else words)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._theme.palette
        tint = palette.green if self._is_up else palette.red
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.customer), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        ink = QColor(tint.accent if self._is_marked else palette.muted)
        if self.underMouse() and not self._is_marked:
            ink = QColor(palette.text)
        side = self._theme.space(14)
        painter.translate((self.width() - side) / 2, (self.height() - side) / 2)
        if not self._is_up:
            painter.translate(0, side)
            painter.scale(1, -1)
        painter.scale(side / 14, side / 14)
        painter.setPen(QPen(ink, 1.3))
        painter.setBrush(ink if self._is_marked else Qt.BrushStyle.NoBrush)
        painter.drawPath(_thumb())
        painter.end()


def _thumb() -> QPainterPath:
    """A thumb up in a box of 14 by 14."""
    path = QPainterPath()
    path.addRect(QRectF(1, 6.5, 2.4, 6.5))
    path.moveTo(QPointF(5.2, 6.8))
    path.lineTo(QPointF(7.4, 1.4))
    path.cubicTo(QPointF(8.9, 1.2), QPointF(9.4, 2.4), QPointF(9.1, 3.6))
    path.lineTo(QPointF(8.6, 5.6))
    path.lineTo(QPointF(11.8, 5.6))
    path.cubicTo(QPointF(13.1, 5.7), QPointF(13.2, 7.0), QPointF(12.8, 7.8))
    path.lineTo(QPointF(11.4, 12.0))
    path.cubicTo(QPointF(11.1, 12.8), QPointF(10.6, 13.0), QPointF(10.0, 13.0))
    path.lineTo(QPointF(6.6, 13.0))
    path.lineTo(QPointF(5.2, 12.2))
    path.closeSubpath()
    return path
