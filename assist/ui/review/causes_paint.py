"""Paints causes with their trend, and the calls that stand for one."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assist.core.team import CauseShown, Change, Example
from assist.ui.review import causes_words as words
from assist.ui.review.rows import ROW_ROLE
from assist.ui.review.team_paint import paint_ground, paint_text
from assist.ui.review.team_words import calls_before_text, change_text, risk_text
from assist.ui.theme import Size, Theme, Tint

Index = QModelIndex | QPersistentModelIndex


class CauseDelegate(QStyledItemDelegate):
    """Name and change, calls and the risk in them, and a small trend: pale before, strong now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._theme is None:
            return super().sizeHint(option, index)
        lines = self._theme.px(Size.TEXT) + 2 * self._theme.px(Size.SMALL)
        return QSize(self._theme.space(240), round(lines * 1.45) + self._theme.space(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, shown = self._theme, index.data(ROW_ROLE)
        if theme is None or not isinstance(shown, CauseShown):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        box = QRect(option.rect)
        inside = box.adjusted(theme.space(14), theme.space(9), -theme.space(12), -theme.space(9))
        self._paint_cause(painter, inside, shown, theme)
        painter.restore()

    def _paint_cause(self, painter: QPainter, box: QRect, shown: CauseShown, theme: Theme) -> None:
        colours, cause = theme.palette, shown.cause
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


def paint_pill(painter: QPainter, box: QRect, text: str, tint: Tint, theme: Theme) -> int:
    """A word on a ground of its own at the right end; returns the width taken."""
    painter.setFont(theme.font(Size.SMALL, is_bold=True))
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(text) + theme.space(12)
    height = metrics.height() + theme.space(2)
    pill = QRectF(box.right() - width + 1, box.center().y() - height / 2 + 1, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint.ground))
    painter.drawRoundedRect(pill, theme.space(4), theme.space(4))
    painter.setPen(QColor(tint.title))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter.value), text)
    return int(width)


class ExampleDelegate(QStyledItemDelegate):
    """The customer and their words, then who had the call, when, and what came of it."""

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
        return QSize(self._theme.space(240), round(lines * 1.4) + self._theme.space(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, example = self._theme, index.data(ROW_ROLE)
        if theme is None or not isinstance(example, Example):
            return
        colours = theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        box = QRect(option.rect).adjusted(
            theme.space(14), theme.space(9), -theme.space(12), -theme.space(9)
        )
        first = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        second = QRect(box.left(), first.bottom() + 1, box.width(), box.height() - first.height())
        taken = 0
        if example.at_risk:
            text = words.at_risk_text()
            taken = paint_pill(painter, first, text, colours.red, theme) + theme.space(8)
        painter.setFont(theme.font(Size.TEXT, is_bold=True))
        painter.setPen(QColor(colours.text))
        name = words.customer_name(example)
        paint_text(painter, first, name, first.width() - taken)
        used = painter.fontMetrics().horizontalAdvance(name) + theme.space(10)
        painter.setFont(theme.font(Size.TEXT))
        painter.setPen(QColor(colours.customer))
        if (room := first.width() - taken - used) > theme.space(40) and example.words:
            paint_text(painter, first.adjusted(used, 0, 0, 0), words.quoted(example.words), room)
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(colours.muted))
        paint_text(painter, second, words.example_about(example, self._now()), second.width())
        painter.restore()
