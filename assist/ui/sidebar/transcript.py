"""The transcript: who said what, painted row by row.

`QListView` measures every row again on every change, which a long call cannot afford (2,000 rows,
twenty changes a second). This view keeps the bottoms of all rows and measures only rows that
changed; since settled rows never change, that is one or two at the end.
"""

from bisect import bisect_right
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from assist.ui.itemmodels.transcript import TranscriptModel
from assist.ui.lines import Line
from assist.ui.sidebar.pieces import Ink, ThemedLabel
from assist.ui.theme import Size, Theme
from assist.ui.wording import clock_text

Index = QModelIndex | QPersistentModelIndex

_KEPT_LAYOUTS = 64
"""Shaped rows kept for repainting: more than fit on any screen."""


class TranscriptView(QListView):
    """A list of utterances that stays at the bottom unless the reader scrolled up."""

    def __init__(self, model: TranscriptModel, parent: QWidget | None = None) -> None:
        self._bottoms: list[int] = []
        self._valid = 0
        self._layouts: dict[int, tuple[Line, QTextLayout]] = {}
        self._theme: Theme | None = None
        self._source = model
        self.rows_measured = 0
        """How many times a row's height was worked out; what tests watch instead of a clock."""
        super().__init__(parent)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Always there, so that the text's width does not change when it comes into use.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Transcript"))
        self.viewport().setAutoFillBackground(False)
        self.setModel(model)
        model.rowsMoved.connect(self._rows_moved)
        model.rowsRemoved.connect(self._rows_removed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._layouts.clear()
        self._invalidate(0)

    # --- what changed ---------------------------------------------------------------------------

    def dataChanged(  # type: ignore[override]
        self, top: QModelIndex, bottom: QModelIndex, roles: object = ()
    ) -> None:
        QAbstractItemView.dataChanged(self, top, bottom, [])
        if roles:  # only the speaker's name: nothing changes its height
            self.viewport().update()
        else:
            self._invalidate(top.row())

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self._invalidate(start)

    def reset(self) -> None:
        super().reset()
        self._invalidate(0)

    def _rows_moved(self, parent: Index, start: int, end: int, to: Index, row: int) -> None:
        self._invalidate(min(start, row))

    def _rows_removed(self, parent: Index, start: int, end: int) -> None:
        self._invalidate(start)

    def _invalidate(self, row: int) -> None:
        self._valid = min(self._valid, row)
        self.doItemsLayout()

    # --- layout ---------------------------------------------------------------------------------

    def doItemsLayout(self) -> None:
        """Measure the rows from the first changed one on, and follow the end if we were there."""
        if self._theme is None:
            return
        was_at_end = self.is_at_end
        rows = self._source.rowCount()
        del self._bottoms[self._valid :]
        for row in [row for row in self._layouts if row >= self._valid]:
            del self._layouts[row]
        top = self._bottoms[-1] if self._bottoms else 0
        for row in range(self._valid, rows):
            top += self._measure(row)
            self._bottoms.append(top)
        self._valid = rows
        self.updateGeometries()
        if was_at_end:
            self.scrollToBottom()
        self.viewport().update()

    @property
    def is_at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum()

    def updateGeometries(self) -> None:
        content = self._bottoms[-1] if self._bottoms else 0
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, content - height))
        bar.setPageStep(max(1, height))
        bar.setSingleStep(self._line_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_at_end = self.is_at_end
        if event.oldSize().width() != event.size().width():
            self._valid = 0
            self.doItemsLayout()
        else:
            self.updateGeometries()
        if was_at_end:
            self.scrollToBottom()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def scrollToBottom(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def verticalOffset(self) -> int:
        """Negative while the lines do not fill the view: they stand at its bottom."""
        content = self._bottoms[-1] if self._bottoms else 0
        return self.verticalScrollBar().value() + min(0, content - self.viewport().height())

    def horizontalOffset(self) -> int:
        return 0

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not index.isValid() or row >= len(self._bottoms):
            return QRect()
        top = self._bottoms[row - 1] if row else 0
        height = self._bottoms[row] - top
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = bisect_right(self._bottoms, point.y() + self.verticalOffset())
        return self._source.index(row) if 0 <= row < len(self._bottoms) else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if rect.top() < 0:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow and page keys scroll; the rows themselves have nothing to choose."""
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
        else:
            bar.setValue(bar.value() + step)

    def sizeHint(self) -> QSize:
        return QSize(200, 100)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 0)

    # --- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = bisect_right(self._bottoms, self.verticalOffset())
        for row in range(first, len(self._bottoms)):
            rect = self.visualRect(self._source.index(row))
            if rect.top() > self.viewport().height():
                break
            self._paint_row(painter, self._theme, rect, self._source.line(row), self._shape(row))
        painter.end()

    def _paint_row(
        self, painter: QPainter, theme: Theme, rect: QRect, line: Line, shape: QTextLayout
    ) -> None:
        colours, space = theme.palette, theme.space
        left, top = rect.left() + space(11), rect.top()
        bar = QRectF(rect.left(), top, space(2), rect.height() - space(7))
        painter.fillRect(bar, QColor(colours.party(line.party)))
        meta = theme.font(Size.META)
        metrics = QFontMetrics(meta)
        when = f" {clock_text(line.start)}" if line.is_final else ""
        room = rect.width() - space(13) - metrics.horizontalAdvance(when)
        who = metrics.elidedText(
            self._source.speaker(line.party), Qt.TextElideMode.ElideRight, max(0, room)
        )
        painter.setFont(meta)
        painter.setPen(QColor(colours.muted))
        painter.drawText(QPointF(left, top + metrics.ascent()), who + when)
        origin = QPointF(left, top + self._meta_height())
        self._paint_marks(painter, theme, origin, line, shape)
        painter.setPen(QColor(colours.text if line.is_final else colours.muted))
        shape.draw(painter, origin)
        self._paint_doubts(painter, theme, origin, line, shape)

    def _paint_marks(
        self, painter: QPainter, theme: Theme, origin: QPointF, line: Line, shape: QTextLayout
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
        self, painter: QPainter, theme: Theme, origin: QPointF, line: Line, shape: QTextLayout
    ) -> None:
        """Words the recognizer is not sure of: dots under them, besides the dimmed colour."""
        pen = QPen(QColor(theme.palette.muted), theme.scale, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for start, end in line.low:
            for box in _boxes(shape, start, end, origin):
                painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _shape(self, row: int) -> QTextLayout:
        line = self._source.line(row)
        kept = self._layouts.get(row)
        if kept is not None and kept[0] is line:
            return kept[1]
        shape = self._shape_line(line)
        if len(self._layouts) >= _KEPT_LAYOUTS:
            self._layouts.clear()
        self._layouts[row] = (line, shape)
        return shape

    def _shape_line(self, line: Line) -> QTextLayout:
        if self._theme is None:
            return QTextLayout()
        theme = self._theme
        shape = QTextLayout(line.text, theme.font(Size.TEXT, is_italic=not line.is_final))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        shape.setTextOption(option)
        shape.setFormats(_dimmed(line, QColor(theme.palette.muted)))
        width = max(20, self.viewport().width() - theme.space(13))
        pitch = self._line_height()
        shape.beginLayout()
        number = 0
        while (text_line := shape.createLine()).isValid():
            text_line.setLineWidth(width)
            text_line.setPosition(QPointF(0, number * pitch + (pitch - text_line.height()) / 2))
            number += 1
        shape.endLayout()
        return shape

    def _measure(self, row: int) -> int:
        self.rows_measured += 1
        lines = max(1, self._shape(row).lineCount())
        gap = self._theme.space(7) if self._theme else 7
        return self._meta_height() + lines * self._line_height() + gap

    def _meta_height(self) -> int:
        return self._theme.space(16) if self._theme else 16

    def _line_height(self) -> int:
        if self._theme is None:
            return 19
        return max(self._theme.space(19), QFontMetrics(self._theme.font(Size.TEXT)).height())


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


class FoldButton(QAbstractButton):
    """An arrow head: down while the section is open, right while it is folded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._is_open = True
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_open(self, is_open: bool) -> None:
        self._is_open = is_open
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        colours, scale = self._theme.palette, self._theme.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = colours.customer if self.hasFocus() else colours.muted
        painter.setPen(QPen(QColor(ink), 1.6 * scale))
        middle = QPointF(self.width() - 4.5 * scale, self.height() / 2)
        points = [(-3.5, -1.75), (0.0, 1.75), (3.5, -1.75)]
        if not self._is_open:
            points = [(y, x) for x, y in points]
        painter.drawPolyline([middle + QPointF(x, y) * scale for x, y in points])
        painter.end()


class TranscriptSection(QWidget):
    """A title that folds the transcript away, and the transcript."""

    folded = Signal(bool)

    def __init__(self, model: TranscriptModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ThemedLabel(Size.SMALL, Ink.MUTED, is_bold=True, parent=self)
        self.title.setText(self.tr("Transcript"))
        self.fold = FoldButton(self)
        self.fold.clicked.connect(self._toggle)
        self.view = TranscriptView(model, self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.fold)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.view, 1)
        self._is_folded = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._label()

    @property
    def is_folded(self) -> bool:
        return self._is_folded

    def set_theme(self, theme: Theme) -> None:
        self.title.set_theme(theme)
        self.view.set_theme(theme)
        side = theme.space(14)
        edge = theme.space(4)
        self._head.setContentsMargins(0, 0, side - edge, 0)
        self._column.setContentsMargins(side, theme.space(8), edge, theme.space(2))
        self._column.setSpacing(theme.space(4))
        self.fold.set_theme(theme)
        self.fold.setFixedSize(theme.space(16), theme.space(18))

    def head_height(self) -> int:
        """Height of the section while it is folded."""
        margins = self._column.contentsMargins()
        return margins.top() + self._head.sizeHint().height() + margins.bottom()

    def _toggle(self) -> None:
        self._is_folded = not self._is_folded
        self.view.setVisible(not self._is_folded)
        self._label()
        self.folded.emit(self._is_folded)

    def _label(self) -> None:
        self.fold.set_open(not self._is_folded)
        self.fold.setAccessibleName(
            self.tr("Show the transcript") if self._is_folded else self.tr("Hide the transcript")
        )
