"""Paints causes with their trend, and the calls that stand for one."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from assist.core.team import CauseShown, Change, Example
from assist.ui.review import causes_words as words
from assist.ui.review.row_paint import RowDelegate, RowShape, paint_pill, paint_text, two_lines
from assist.ui.review.team_words import calls_before_text, change_text, risk_text
from assist.ui.theme import Size, Theme


class CauseDelegate(RowDelegate[CauseShown]):
    """Name and change, calls and the risk in them, and a small trend: pale before, strong now."""

    shape = RowShape(lines=(Size.TEXT, Size.SMALL, Size.SMALL), leading=1.45)

    def paint_row(self, painter: QPainter, box: QRect, row: CauseShown, theme: Theme) -> None:
        colours, cause = theme.palette, row.cause
        third = box.height() // 3
        lines = [QRect(box.left(), box.top() + n * third, box.width(), third) for n in range(3)]
        taken = 0
        if cause.change in {Change.RISING, Change.FALLING}:
            tint = colours.red if cause.change is Change.RISING else colours.green
            taken = paint_pill(painter, lines[0], change_text(cause.change), tint, theme)
        painter.setFont(theme.font(Size.TEXT, is_bold=True))
        painter.setPen(QColor(colours.text))
        room = box.width() - taken - theme.space(8)
        paint_text(painter, lines[0], words.cause_name(cause.driver), room)
        trend_width = min(theme.space(110), box.width() // 3)
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(colours.muted))
        room = box.width() - trend_width - theme.space(8)
        paint_text(painter, lines[1], calls_before_text(cause.calls, cause.before), room)
        if risk := risk_text(cause.at_risk, cause.unresolved):
            painter.setPen(QColor(colours.red.accent if cause.at_risk else colours.muted))
            paint_text(painter, lines[2], risk, room)
        place = QRectF(
            box.right() - trend_width,
            lines[1].top() + theme.space(2),
            trend_width,
            2 * third - theme.space(2),
        )
        paint_trend(painter, place, cause.trend, theme)


class ExampleDelegate(RowDelegate[Example]):
    """The customer and their words, then who had the call, when, and what came of it."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now

    def paint_row(self, painter: QPainter, box: QRect, row: Example, theme: Theme) -> None:
        colours = theme.palette
        first, second = two_lines(box)
        taken = 0
        if row.at_risk:
            text = words.at_risk_text()
            taken = paint_pill(painter, first, text, colours.red, theme) + theme.space(8)
        painter.setFont(theme.font(Size.TEXT, is_bold=True))
        painter.setPen(QColor(colours.text))
        name = words.customer_name(row)
        paint_text(painter, first, name, first.width() - taken)
        used = painter.fontMetrics().horizontalAdvance(name) + theme.space(10)
        painter.setFont(theme.font(Size.TEXT))
        painter.setPen(QColor(colours.customer))
        if (room := first.width() - taken - used) > theme.space(40) and row.words:
            paint_text(painter, first.adjusted(used, 0, 0, 0), words.quoted(row.words), room)
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(colours.muted))
        paint_text(painter, second, words.example_about(row, self._now()), second.width())


def paint_trend(painter: QPainter, box: QRectF, trend: tuple[int, ...], theme: Theme) -> None:
    """A bar for each step; the first half is the period before."""
    if not trend:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    most, step = max(*trend, 1), box.width() / len(trend)
    now, before = QColor(theme.palette.customer), QColor(theme.palette.customer)
    before.setAlpha(90)
    for number, count in enumerate(trend):
        height = box.height() * count / most
        painter.setBrush(before if number < len(trend) // 2 else now)
        width = max(1.0, step - max(1.0, step * 0.25))
        painter.drawRect(QRectF(box.left() + number * step, box.bottom() - height, width, height))
    painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), QColor(theme.palette.muted))
