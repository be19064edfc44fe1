"""Paints a call in the list: who called, why it is flagged, who had it and what came of it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assist.core.review import CallRow
from assist.ui.review import wording
from assist.ui.review.calls import ROW_ROLE
from assist.ui.review.style import severity_tint
from assist.ui.theme import Size, Theme

Index = QModelIndex | QPersistentModelIndex


class CallDelegate(QStyledItemDelegate):
    """Two lines per call; the chosen one has a bar in front and a ground of its own."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.sizeHintChanged.emit(QModelIndex())  # rows of the text's old size would be cut off

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._theme is None:
            return super().sizeHint(option, index)
        lines = self._theme.px(Size.TEXT) + self._theme.px(Size.SMALL)
        return QSize(self._theme.space(200), round(lines * 1.4) + self._theme.space(25))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        if theme is None:
            return
        colours, box = theme.palette, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if is_chosen:
            painter.fillRect(box, QColor(colours.field))
            bar = QRect(box.left(), box.top(), theme.space(3), box.height())
            painter.fillRect(bar, QColor(colours.customer if has_focus else colours.agent))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(colours.line))
        row = index.data(ROW_ROLE)
        inside = box.adjusted(theme.space(16), theme.space(11), -theme.space(14), -theme.space(11))
        if isinstance(row, CallRow):
            self._paint_row(painter, inside, row)
        else:
            painter.setPen(QColor(colours.muted))
            painter.setFont(theme.font(Size.TEXT))
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter.value), "…")
        painter.restore()

    def _paint_row(self, painter: QPainter, box: QRect, row: CallRow) -> None:
        theme = self._theme
        assert theme is not None
        colours = theme.palette
        is_done = bool(row.status.reviewed_by)
        first = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        second = QRect(box.left(), first.bottom() + 1, box.width(), box.height() - first.height())
        right = self._paint_reason(painter, first, row) if row.reasons else 0
        room = first.width() - right - theme.space(8)
        name_font = theme.font(Size.TEXT, is_bold=not is_done)
        painter.setFont(name_font)
        painter.setPen(QColor(colours.muted if is_done else colours.text))
        self._text(painter, first, wording.customer_text(row), room)
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(colours.muted))
        outcome = self._outcome(row)
        width = QFontMetrics(painter.font()).horizontalAdvance(outcome) + theme.space(4)
        width = min(width, second.width() // 2)
        place = second.adjusted(second.width() - width, 0, 0, 0)
        self._text(painter, place, outcome, width, is_right=True)
        self._text(
            painter,
            second,
            wording.row_about(row, self._now()),
            second.width() - width - theme.space(10),
        )

    def _outcome(self, row: CallRow) -> str:
        if row.status.handed_to:
            return self.tr("for {lead}").format(lead=row.status.handed_to)
        if row.status.reviewed_by:
            return self.tr("reviewed")
        return wording.outcome_text(row.outcome)

    def _paint_reason(self, painter: QPainter, box: QRect, row: CallRow) -> int:
        """The first reason on its pill, and how many more there are; returns the width taken."""
        theme = self._theme
        assert theme is not None
        tint = severity_tint(theme, row.severity)
        painter.setFont(theme.font(Size.SMALL, is_bold=True))
        metrics = painter.fontMetrics()
        more = f" +{len(row.reasons) - 1}" if len(row.reasons) > 1 else ""
        text = metrics.elidedText(
            wording.reason_text(row.reasons[0].reason) + more,
            Qt.TextElideMode.ElideRight,
            box.width() * 3 // 5,
        )
        width = metrics.horizontalAdvance(text) + theme.space(12)
        height = metrics.height() + theme.space(4)
        pill = QRectF(box.right() - width + 1, box.center().y() - height / 2 + 1, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.ground))
        painter.drawRoundedRect(pill, theme.space(4), theme.space(4))
        painter.setPen(QColor(tint.title))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter.value), text)
        return int(width)

    def _text(
        self, painter: QPainter, box: QRect, text: str, width: int, *, is_right: bool = False
    ) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int((Qt.AlignmentFlag.AlignVCenter | side).value), shown)
