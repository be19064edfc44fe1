"""Paints a call in the list: who called, why it is flagged, who had it and what came of it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from assist.core.review import CallRow
from assist.ui.review import wording
from assist.ui.review.row_paint import CALL_LINES, RowDelegate, paint_pill, paint_text, two_lines
from assist.ui.review.style import severity_tint
from assist.ui.theme import Size, Theme


class CallDelegate(RowDelegate[CallRow | None]):
    """Two lines per call; three dots for one that has not been read yet."""

    shape = CALL_LINES

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now

    def paint_row(self, painter: QPainter, box: QRect, row: CallRow | None, theme: Theme) -> None:
        colours = theme.palette
        if row is None:
            painter.setPen(QColor(colours.muted))
            painter.setFont(theme.font(Size.TEXT))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), "…")
            return
        is_done = bool(row.status.reviewed_by)
        first, second = two_lines(box)
        right = _paint_reason(painter, first, row, theme) if row.reasons else 0
        painter.setFont(theme.font(Size.TEXT, is_bold=not is_done))
        painter.setPen(QColor(colours.muted if is_done else colours.text))
        room = first.width() - right - theme.space(8)
        paint_text(painter, first, wording.customer_text(row), room)
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(colours.muted))
        outcome = self._outcome(row)
        width = QFontMetrics(painter.font()).horizontalAdvance(outcome) + theme.space(4)
        width = min(width, second.width() // 2)
        place = second.adjusted(second.width() - width, 0, 0, 0)
        paint_text(painter, place, outcome, width, is_right=True)
        room = second.width() - width - theme.space(10)
        paint_text(painter, second, wording.row_about(row, self._now()), room)

    def _outcome(self, row: CallRow) -> str:
        if row.status.handed_to:
            return self.tr("for {lead}").format(lead=row.status.handed_to)
        if row.status.reviewed_by:
            return self.tr("reviewed")
        return wording.outcome_text(row.outcome)


def _paint_reason(painter: QPainter, box: QRect, row: CallRow, theme: Theme) -> int:
    """The first reason on its pill, and how many more there are; returns the width taken."""
    more = f" +{len(row.reasons) - 1}" if len(row.reasons) > 1 else ""
    text = wording.reason_text(row.reasons[0].reason) + more
    return paint_pill(painter, box, text, severity_tint(theme, row.severity), theme, rim=4)
