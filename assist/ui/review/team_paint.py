"""Paints a figure's row: its name, its share, of how many, and a bar with the 95 % interval."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from assist.core.team import Figure
from assist.ui.review import team_words as words
from assist.ui.review.row_paint import RowDelegate, paint_text, two_lines
from assist.ui.theme import Size, Theme


class FigureDelegate(RowDelegate[Figure]):
    """Two lines: name and share, then the bar and of how many."""

    def paint_row(self, painter: QPainter, box: QRect, row: Figure, theme: Theme) -> None:
        colours = theme.palette
        first, second = two_lines(box)
        painter.setFont(theme.font(Size.TEXT, is_bold=True))
        share = words.percent_text(row.share) if row.cases else "–"
        taken = painter.fontMetrics().horizontalAdvance(share) + theme.space(8)
        painter.setPen(QColor(colours.text))
        paint_text(painter, first, share, first.width(), is_right=True)
        painter.setFont(theme.font(Size.TEXT))
        paint_text(painter, first, words.figure_text(row.name), first.width() - taken)
        painter.setFont(theme.font(Size.SMALL))
        of = words.of_text(row)
        room = painter.fontMetrics().horizontalAdvance(words.of_text_longest()) + theme.space(10)
        room = max(room, painter.fontMetrics().horizontalAdvance(of) + theme.space(10))
        painter.setPen(QColor(colours.muted))
        paint_text(painter, second, of, second.width(), is_right=True)
        height = theme.space(9)
        bar = QRectF(
            second.left(), second.center().y() - height / 2 + 1, second.width() - room, height
        )
        paint_bar(painter, bar, row, theme)


def paint_bar(painter: QPainter, box: QRectF, figure: Figure, theme: Theme) -> None:
    """The interval as a broad pale bar, the share as a narrow strong one on it."""
    colours, round_by = theme.palette, box.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.line))
    painter.drawRoundedRect(box, round_by, round_by)
    if not figure.cases:
        return
    pale = QColor(colours.agent)
    pale.setAlpha(80)
    low, high = box.width() * figure.low, box.width() * figure.high
    painter.setBrush(pale)
    painter.drawRoundedRect(
        QRectF(box.left() + low, box.top(), max(2.0, high - low), box.height()), round_by, round_by
    )
    painter.setBrush(QColor(colours.agent))
    third = box.height() / 3
    painter.drawRoundedRect(
        QRectF(box.left(), box.top() + third, box.width() * figure.share, third), 1, 1
    )
