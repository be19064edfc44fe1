"""What rows of the window's lists share: ground, height and focus, and text and pills on them."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assist.ui.review.rows import ROW_ROLE
from assist.ui.theme import Size, Theme, Tint

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShape:
    """The lines of a row and the room around them, in pixels at 100 %.

    `leading` is a line's height as a multiple of its text's; `gap` is left between the lines.
    """

    lines: tuple[Size, ...] = (Size.TEXT, Size.SMALL)
    leading: float = 1.4
    gap: int = 2
    left: int = 14
    right: int = 12
    above: int = 9
    below: int = 9

    def height(self, theme: Theme) -> int:
        text = sum(theme.px(size) for size in self.lines)
        return round(text * self.leading) + theme.space(self.above + self.below + self.gap)

    def inside(self, box: QRect, theme: Theme) -> QRect:
        """The part of a row that is painted on."""
        return box.adjusted(
            theme.space(self.left),
            theme.space(self.above),
            -theme.space(self.right),
            -theme.space(self.below),
        )


TWO_LINES = RowShape()
CALL_LINES = RowShape(gap=3, left=16, right=14, above=11, below=11)
"""Calls to choose from have more room around them."""


class RowDelegate(QStyledItemDelegate, Generic[Row]):
    """Paints the rows of one list, all of one shape; a subclass says what stands on a row.

    Nothing is painted before there is a theme.
    """

    shape = TWO_LINES

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.sizeHintChanged.emit(QModelIndex())  # rows of the text's old size would be cut off

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._theme is None:
            return super().sizeHint(option, index)
        return QSize(0, self.shape.height(self._theme))  # a list's rows are as wide as the list

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        if theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        inside = self.shape.inside(QRect(option.rect), theme)
        self.paint_row(painter, inside, index.data(ROW_ROLE), theme)
        painter.restore()

    def paint_row(self, painter: QPainter, box: QRect, row: Row, theme: Theme) -> None:
        raise NotImplementedError


def two_lines(box: QRect) -> tuple[QRect, QRect]:
    """The upper and the lower half of a row."""
    first = QRect(box.left(), box.top(), box.width(), box.height() // 2)
    second = QRect(box.left(), first.bottom() + 1, box.width(), box.height() - first.height())
    return first, second


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """A line below the row; the chosen one has a bar in front and a ground of its own."""
    colours, box, state = theme.palette, QRect(option.rect), option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, QColor(colours.field))
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        bar = QRect(box.left(), box.top(), theme.space(3), box.height())
        painter.fillRect(bar, QColor(colours.customer if has_focus else colours.agent))
    painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(colours.line))


def paint_text(
    painter: QPainter, box: QRect, text: str, width: int, *, is_right: bool = False
) -> None:
    """One line of text, cut where there is no room for it."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int((Qt.AlignmentFlag.AlignVCenter | side).value), shown)


def paint_pill(
    painter: QPainter, box: QRect, text: str, tint: Tint, theme: Theme, *, rim: int = 2
) -> int:
    """A few words on a ground of their own at the right end; returns the width taken.

    They get three fifths of the line at most; `rim` is how much higher than the text the ground is,
    in pixels at 100 %.
    """
    painter.setFont(theme.font(Size.SMALL, is_bold=True))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() * 3 // 5)
    width = metrics.horizontalAdvance(shown) + theme.space(12)
    height = metrics.height() + theme.space(rim)
    pill = QRectF(box.right() - width + 1, box.center().y() - height / 2 + 1, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint.ground))
    painter.drawRoundedRect(pill, theme.space(4), theme.space(4))
    painter.setPen(QColor(tint.title))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter.value), shown)
    return int(width)
