"""How one line of the transcript is broken, measured and painted."""

from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from assist.ui.lines import Line
from assist.ui.theme import Size, Theme
from assist.ui.wording import clock_text

_INDENT_PX = 11
_GAP_PX = 7
_RIGHT_PX = 2


def shape_line(line: Line, theme: Theme, width: int) -> QTextLayout:
    """The words broken into lines for a row of this width."""
    shape = QTextLayout(line.text, theme.font(Size.TEXT, is_italic=not line.is_final))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    shape.setTextOption(option)
    shape.setFormats(_dimmed(line, QColor(theme.palette.muted)))
    room = max(20, width - theme.space(_INDENT_PX + _RIGHT_PX))
    pitch = line_height(theme)
    shape.beginLayout()
    number = 0
    while (text_line := shape.createLine()).isValid():
        text_line.setLineWidth(room)
        text_line.setPosition(QPointF(0, number * pitch + (pitch - text_line.height()) / 2))
        number += 1
    shape.endLayout()
    return shape


def row_height(shape: QTextLayout, theme: Theme) -> int:
    """Speaker and time, the words, and the gap to the next row."""
    lines = max(1, shape.lineCount())
    return _meta_height(theme) + lines * line_height(theme) + theme.space(_GAP_PX)


def line_height(theme: Theme) -> int:
    return max(theme.space(19), QFontMetrics(theme.font(Size.TEXT)).height())


def paint_row(
    painter: QPainter, theme: Theme, rect: QRect, line: Line, speaker: str, shape: QTextLayout
) -> None:
    """Paint a row: the party's bar, who and when, the words with their marks."""
    colours, space = theme.palette, theme.space
    left, top = rect.left() + space(_INDENT_PX), rect.top()
    bar = QRectF(rect.left(), top, space(2), rect.height() - space(_GAP_PX))
    painter.fillRect(bar, QColor(colours.party(line.party)))
    meta = theme.font(Size.META)
    metrics = QFontMetrics(meta)
    when = f" {clock_text(line.start)}" if line.is_final else ""
    room = rect.right() - left - metrics.horizontalAdvance(when)
    who = metrics.elidedText(speaker, Qt.TextElideMode.ElideRight, max(0, room))
    painter.setFont(meta)
    painter.setPen(QColor(colours.muted))
    painter.drawText(QPointF(left, top + metrics.ascent()), who + when)
    origin = QPointF(left, top + _meta_height(theme))
    _paint_marks(painter, theme, origin, line, shape)
    painter.setPen(QColor(colours.text if line.is_final else colours.muted))
    shape.draw(painter, origin)
    _paint_doubts(painter, theme, origin, line, shape)


def _meta_height(theme: Theme) -> int:
    return theme.space(16)


def _paint_marks(
    painter: QPainter, theme: Theme, origin: QPointF, line: Line, shape: QTextLayout
) -> None:
    """A tinted ground and a thick rule under the words a prompt rests on."""
    rule = 2 * theme.scale
    for mark in line.marks:
        tint = theme.palette.tint(mark.urgency)
        for box in _boxes(shape, mark.start, mark.end, origin):
            painter.fillRect(box, QColor(tint.ground))
            under = QRectF(box.left(), box.bottom() - rule / 2, box.width(), rule)
            painter.fillRect(under, QColor(tint.accent))


def _paint_doubts(
    painter: QPainter, theme: Theme, origin: QPointF, line: Line, shape: QTextLayout
) -> None:
    """Words the recognizer is not sure of: dots under them, besides the dimmed colour."""
    painter.setPen(QPen(QColor(theme.palette.muted), theme.scale, Qt.PenStyle.DotLine))
    for start, end in line.low:
        for box in _boxes(shape, start, end, origin):
            painter.drawLine(box.bottomLeft(), box.bottomRight())


def _dimmed(line: Line, colour: QColor) -> list[QTextLayout.FormatRange]:
    ranges = []
    for start, end in line.low:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = start, end - start
        piece.format.setForeground(colour)
        ranges.append(piece)
    return ranges


def _boxes(shape: QTextLayout, start: int, end: int, origin: QPointF) -> list[QRectF]:
    """The rectangles that characters `start` to `end` cover, one per line of text."""
    boxes = []
    for number in range(shape.lineCount()):
        line = shape.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        while last > first and shape.text()[last - 1] == " ":
            last -= 1
        if first >= last:
            continue
        left, right = _x(line, first), _x(line, last)
        boxes.append(
            QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height() + 1)
        )
    return boxes


def _x(line: QTextLine, position: int) -> float:
    # PySide gives (x, position); its type stubs say object.
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)
