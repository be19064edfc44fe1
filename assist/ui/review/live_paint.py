"""Paints a call that needs somebody: whose it is, why, for how long, and how it stands."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from assist.core.live import LiveCall, Need
from assist.ui.leadwords import need_text
from assist.ui.review import live_words as words
from assist.ui.review.row_paint import CALL_LINES, RowDelegate, paint_pill, paint_text, two_lines
from assist.ui.theme import Size, Theme


class LiveDelegate(RowDelegate[LiveCall]):
    """Two lines per call, in the manner of the list of flagged calls; `now` is the board's."""

    shape = CALL_LINES

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now

    def paint_row(self, painter: QPainter, box: QRect, row: LiveCall, theme: Theme) -> None:
        colours = theme.palette
        first, second = two_lines(box)
        right = _paint_need(painter, first, row, theme)
        painter.setFont(theme.font(Size.TEXT, is_bold=True))
        painter.setPen(QColor(colours.text))
        paint_text(painter, first, row.agent, first.width() - right - theme.space(8))
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(colours.muted))
        since = words.since_text(row.since, self._now())
        width = painter.fontMetrics().horizontalAdvance(since) + theme.space(4)
        paint_text(painter, second, since, width, is_right=True)
        about = [words.state_text(row.state)]
        about += [words.watchers_text(row)] if row.watchers else []
        room = second.width() - width - theme.space(10)
        paint_text(painter, second, " · ".join(filter(None, about)), room)


def _paint_need(painter: QPainter, box: QRect, call: LiveCall, theme: Theme) -> int:
    """The most pressing need on its pill, and how many more there are; the width taken."""
    need = call.needs[0]
    tint = theme.palette.warm if need is Need.AT_RISK else theme.palette.red
    more = f" +{len(call.needs) - 1}" if len(call.needs) > 1 else ""
    return paint_pill(painter, box, need_text(need) + more, tint, theme, rim=4)
