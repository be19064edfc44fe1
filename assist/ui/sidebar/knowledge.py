"""A knowledge card: in full where no prompt stands, as one quiet line beside one."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assist.core.events import KnowledgeShown
from assist.ui.sidebar.card import Direction
from assist.ui.sidebar.pieces import Ink, Themed, ThemedLabel, WrappedLabel
from assist.ui.theme import Size, Theme

_MAX_POINTS = 3


class KnowledgePanel(QWidget):
    """Title and up to three points, or the title alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.card: KnowledgeShown | None = None
        self.label = ThemedLabel(Size.SMALL, Ink.MUTED, is_bold=True, parent=self)
        self.label.setText(self.tr("Know"))
        # Wrapped, although it has one line: a layout without any text that wraps has no height for
        # a width, and Qt then gives this panel none.
        self.title = WrappedLabel(1, Size.TEXT, is_bold=True, parent=self)
        self.points = [Direction(self) for _ in range(_MAX_POINTS)]
        self._head = QHBoxLayout()
        self._head.addWidget(self.label)
        self._head.addWidget(self.title, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        for point in self.points:
            self._column.addWidget(point)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: list[Themed] = [self.label, self.title, *self.points]
        for part in parts:
            part.set_theme(theme)
        side = theme.space(12)
        self._column.setContentsMargins(side, theme.space(9), side, theme.space(9))
        self._column.setSpacing(theme.space(5))
        self._head.setSpacing(theme.space(8))

    def show_card(self, card: KnowledgeShown | None, *, in_full: bool) -> None:
        """Show the card, whole or as its title; nothing without one."""
        self.card = card
        self.setVisible(card is not None)
        if card is None:
            return
        self.title.setText(card.title)
        for place, label in enumerate(self.points):
            has_text = place < len(card.points)
            label.set_text(card.points[place] if has_text else "")
            label.setVisible(has_text and in_full)
        self.setAccessibleName(
            self.tr("Good to know: {text}").format(text=". ".join((card.title, *card.points)))
        )
        self.setToolTip("" if in_full else "\n".join(card.points))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.palette.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = 8 * self._theme.scale
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, radius, radius)
        painter.end()
