"""Paints a figure's row: its name, its share, of how many, and a bar with the 95 % interval."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assist.core.team import Figure
from assist.ui.review import team_words as words
from assist.ui.review.rows import ROW_ROLE
from assist.ui.theme import Size, Theme

Index = QModelIndex | QPersistentModelIndex


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """The ground of a row: the chosen one has a bar in front, as in the list of calls."""
    colours, box = theme.palette, QRect(option.rect)
    state = option.state
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


class FigureDelegate(QStyledItemDelegate):
    """Two lines: name and share, then the bar and of how many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._theme is None:
            return super().sizeHint(option, index)
        lines = self._theme.px(Size.TEXT) + self._theme.px(Size.SMALL)
        return QSize(self._theme.space(220), round(lines * 1.4) + self._theme.space(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, figure = self._theme, index.data(ROW_ROLE)
        if theme is None or not isinstance(figure, Figure):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, theme)
        box = QRect(option.rect)
        inside = box.adjusted(theme.space(14), theme.space(9), -theme.space(12), -theme.space(9))
        self._paint_figure(painter, inside, figure, theme)
        painter.restore()

    def _paint_figure(self, painter: QPainter, box: QRect, figure: Figure, theme: Theme) -> None:
        colours = theme.palette
        first = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        second = QRect(box.left(), first.bottom() + 1, box.width(), box.height() - first.height())
        painter.setFont(theme.font(Size.TEXT, is_bold=True))
        share = words.percent_text(figure.share) if figure.cases else "–"
        taken = painter.fontMetrics().horizontalAdvance(share) + theme.space(8)
        painter.setPen(QColor(colours.text))
        paint_text(painter, first, share, first.width(), is_right=True)
        painter.setFont(theme.font(Size.TEXT))
        paint_text(painter, first, words.figure_text(figure.name), first.width() - taken)
        painter.setFont(theme.font(Size.SMALL))
        of = words.of_text(figure)
        room = painter.fontMetrics().horizontalAdvance(words.of_text_longest()) + theme.space(10)
        room = max(room, painter.fontMetrics().horizontalAdvance(of) + theme.space(10))
        painter.setPen(QColor(colours.muted))
        paint_text(painter, second, of, second.width(), is_right=True)
        height = theme.space(9)
        bar = QRectF(
            second.left(), second.center().y() - height / 2 + 1, second.width() - room, height
        )
        paint_bar(painter, bar, figure, theme)
