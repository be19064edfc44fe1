"""Paints promises still to be kept, and whose they are."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from assist.ui.review import followups_words as words
from assist.ui.review.row_paint import RowDelegate, paint_pill, paint_text, two_lines
from assist.ui.theme import Size, Theme


class WhoseDelegate(RowDelegate[words.Whose]):
    """An agent's name, and how many promises are due and overdue."""

    def paint_row(self, painter: QPainter, box: QRect, row: words.Whose, theme: Theme) -> None:
        colours = theme.palette
        first, second = two_lines(box)
        painter.setFont(theme.font(Size.TEXT, is_bold=True))
        painter.setPen(QColor(colours.text))
        paint_text(painter, first, words.whose_text(row), first.width())
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(colours.warm.title if row.overdue else colours.muted))
        paint_text(painter, second, words.counts_text(row), second.width())


class PledgeDelegate(RowDelegate[words.Pledge]):
    """The customer and what was promised, how late it is; below who promised it, and for when."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now

    def paint_row(self, painter: QPainter, box: QRect, row: words.Pledge, theme: Theme) -> None:
        colours, now = theme.palette, self._now()
        first, second = two_lines(box)
        promise = row.promise
        is_late = not row.is_kept and words.is_overdue(promise, now)
        text = words.state_text(row, now)
        taken = theme.space(8)
        if row.is_kept or is_late:
            tint = colours.green if row.is_kept else colours.warm
            taken += paint_pill(painter, first, text, tint, theme)
        else:
            painter.setFont(theme.font(Size.SMALL))
            painter.setPen(QColor(colours.muted))
            paint_text(painter, first, text, first.width() // 2, is_right=True)
            taken += min(painter.fontMetrics().horizontalAdvance(text), first.width() // 2)
        painter.setFont(theme.font(Size.TEXT, is_bold=not row.is_kept))
        painter.setPen(QColor(colours.muted if row.is_kept else colours.text))
        room = first.width() - taken
        name = words.customer_text(promise)
        # Measured and painted widths differ by a pixel or two with some fonts.
        wanted = painter.fontMetrics().horizontalAdvance(name) + theme.space(4)
        # A long name leaves what was promised half of the line.
        used = min(wanted, max(room // 2, room - theme.space(120)))
        paint_text(painter, first, name, used)
        painter.setFont(theme.font(Size.TEXT))
        left = used + theme.space(6)
        if room - left > theme.space(40):
            place = first.adjusted(left, 0, 0, 0)
            paint_text(painter, place, words.what_text(promise), room - left)
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(colours.muted))
        paint_text(painter, second, words.about_text(promise, now), second.width())
