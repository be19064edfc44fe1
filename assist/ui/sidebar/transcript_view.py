"""The transcript's list: who said what, painted row by row.

`QListView` measures every row again on every change, which a long call cannot afford (2,000 rows,
twenty changes a second). This view keeps the bottoms of all rows and measures only rows that
changed; since settled rows never change, that is one or two at the end.
"""

from bisect import bisect_right

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from assist.ui.itemmodels.transcript import TranscriptModel
from assist.ui.lines import Line
from assist.ui.sidebar.transcript_paint import line_height, paint_row, row_height, shape_line
from assist.ui.theme import Theme

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
        bar.setSingleStep(line_height(self._theme) if self._theme else 1)

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
        y = point.y() + self.verticalOffset()
        row = bisect_right(self._bottoms, y)
        return self._source.index(row) if y >= 0 and row < len(self._bottoms) else QModelIndex()

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
            line = self._source.line(row)
            speaker = self._source.speaker(line.party)
            paint_row(painter, self._theme, rect, line, speaker, self._shape(row))
        painter.end()

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
        return shape_line(line, self._theme, self.viewport().width())

    def _measure(self, row: int) -> int:
        self.rows_measured += 1
        return row_height(self._shape(row), self._theme) if self._theme else 0
