"""Paints a call that needs somebody: whose it is, why, for how long, and how it stands."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assist.core.live import LiveCall, Need
from assist.ui.leadwords import need_text
from assist.ui.review import live_words as words
from assist.ui.review.rows import ROW_ROLE
from assist.ui.theme import Size, Theme

Index = QModelIndex | QPersistentModelIndex


class LiveDelegate(QStyledItemDelegate):
    """Two lines per call, in the manner of the list of flagged calls; `now` is the board's."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._theme is None:
            return super().sizeHint(option, index)
        lines = self._theme.px(Size.TEXT) + self._theme.px(Size.SMALL)
        return QSize(self._theme.space(200), round(lines * 1.4) + self._theme.space(25))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, call = self._theme, index.data(ROW_ROLE)
        if theme is None or not isinstance(call, LiveCall):
            return
        colours, box = theme.palette, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.fillRect(box, QColor(colours.field))
            bar = QRect(box.left(), box.top(), theme.space(3), box.height())
            painter.fillRect(bar, QColor(colours.customer if has_focus else colours.agent))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(colours.line))
        inside = box.adjusted(theme.space(16), theme.space(11), -theme.space(14), -theme.space(11))
        self._paint_call(painter, inside, call, theme)
        painter.restore()

    def _paint_call(self, painter: QPainter, box: QRect, call: LiveCall, theme: Theme) -> None:
        colours = theme.palette
        first = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        second = QRect(box.left(), first.bottom() + 1, box.width(), box.height() - first.height())
        right = self._paint_need(painter, first, call, theme)
        painter.setFont(theme.font(Size.TEXT, is_bold=True))
        painter.setPen(QColor(colours.text))
        _text(painter, first, call.agent, first.width() - right - theme.space(8))
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(colours.muted))
        since = words.since_text(call.since, self._now())
        width = painter.fontMetrics().horizontalAdvance(since) + theme.space(4)
        _text(painter, second, since, width, is_right=True)
        about = [words.state_text(call.state)]
        about += [words.watchers_text(call)] if call.watchers else []
        room = second.width() - width - theme.space(10)
        _text(painter, second, " · ".join(filter(None, about)), room)

    def _paint_need(self, painter: QPainter, box: QRect, call: LiveCall, theme: Theme) -> int:
        """The most pressing need on its pill, and how many more there are; the width taken."""
        need = call.needs[0]
        tint = theme.palette.warm if need is Need.AT_RISK else theme.palette.red
        painter.setFont(theme.font(Size.SMALL, is_bold=True))
        metrics = painter.fontMetrics()
        more = f" +{len(call.needs) - 1}" if len(call.needs) > 1 else ""
        text = metrics.elidedText(
            need_text(need) + more, Qt.TextElideMode.ElideRight, box.width() * 3 // 5
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


def _text(painter: QPainter, box: QRect, text: str, width: int, *, is_right: bool = False) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int((Qt.AlignmentFlag.AlignVCenter | side).value), shown)
