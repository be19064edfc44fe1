"""Paints promises still to be kept, and whose they are."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assist.ui.review import followups_words as words
from assist.ui.review.causes_paint import paint_pill
from assist.ui.review.rows import ROW_ROLE
from assist.ui.review.team_paint import paint_ground, paint_text
from assist.ui.theme import Size, Theme

Index = QModelIndex | QPersistentModelIndex


class _TwoLines(QStyledItemDelegate):
    """Rows of two lines on the ground of the window's lists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._theme is None:
            return super().sizeHint(option, index)
        lines = self._theme.px(Size.TEXT) + self._theme.px(Size.SMALL)
        return QSize(self._theme.space(200), round(lines * 1.4) + self._theme.space(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        if theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        box = QRect(option.rect).adjusted(
            theme.space(14), theme.space(9), -theme.space(12), -theme.space(9)
        )
        first = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        second = QRect(box.left(), first.bottom() + 1, box.width(), box.height() - first.height())
        self._paint_lines(painter, first, second, index.data(ROW_ROLE), theme)
        painter.restore()

    def _paint_lines(
        self, painter: QPainter, first: QRect, second: QRect, row: object, theme: Theme
    ) -> None:
        raise NotImplementedError


class WhoseDelegate(_TwoLines):
    """An agent's name, and how many promises are due and overdue."""

    def _paint_lines(
        self, painter: QPainter, first: QRect, second: QRect, row: object, theme: Theme
    ) -> None:
        if not isinstance(row, words.Whose):
            return
        colours = theme.palette
        painter.setFont(theme.font(Size.TEXT, is_bold=True))
        painter.setPen(QColor(colours.text))
        paint_text(painter, first, words.whose_text(row), first.width())
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(QColor(colours.warm.title if row.overdue else colours.muted))
        paint_text(painter, second, words.counts_text(row), second.width())


class PledgeDelegate(_TwoLines):
    """The customer and what was promised, how late it is; below who promised it, and for when."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now

    def _paint_lines(
        self, painter: QPainter, first: QRect, second: QRect, row: object, theme: Theme
    ) -> None:
        if not isinstance(row, words.Pledge):
            return
        colours, now = theme.palette, self._now()
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
