"""The checklist: its items in two columns, or one line of their marks."""

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from assist.ui.itemmodels.checklist import ChecklistModel, Role
from assist.ui.sidebar.pieces import Ink, Themed, ThemedLabel, paint_check, paint_ring
from assist.ui.theme import Size, Theme

_COLUMNS = 2


class CheckMark(QWidget):
    """A tick or an empty ring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._is_done = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_done(self, is_done: bool) -> None:
        self._is_done = is_done
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.space(11) if self._theme else 11
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, box = self._theme.palette, QRectF(self.rect())
        if self._is_done:
            paint_check(painter, box, QColor(colours.green.accent))
        else:
            paint_ring(painter, box, QColor(colours.muted))
        painter.end()


class CheckItem(QWidget):
    """A mark and its words."""

    def __init__(self, parent: QWidget | None = None, size: Size = Size.TEXT) -> None:
        super().__init__(parent)
        self.mark = CheckMark(self)
        self.text = ThemedLabel(size, Ink.MUTED, parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.text, 1)
        self._theme: Theme | None = None
        self._is_done = False

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.mark.set_theme(theme)
        self.text.set_theme(theme)
        self._row.setSpacing(theme.space(4))
        self.set_done(self._is_done)

    def forget_size(self) -> None:
        """Measure anew: what was kept may be from before the theme."""
        self._row.invalidate()
        self.updateGeometry()

    def set_done(self, is_done: bool) -> None:
        self._is_done = is_done
        self.mark.set_done(is_done)
        if self._theme is not None:
            self.text.set_ink(Ink.GREEN if is_done else Ink.MUTED, self._theme)


class ChecklistSection(QWidget):
    """Follows a `ChecklistModel`; only items that changed are written again."""

    count_changed = Signal()

    def __init__(self, model: ChecklistModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.items: list[CheckItem] = []
        self.marks: list[CheckMark] = []
        self.summary = ThemedLabel(Size.TEXT, Ink.MUTED, parent=self)
        self._grid_page, self._line_page = QWidget(self), QWidget(self)
        self._grid = QGridLayout(self._grid_page)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._line = QHBoxLayout(self._line_page)
        self._line.addWidget(self.summary, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._grid_page)
        self._pages.addWidget(self._line_page)
        self._theme: Theme | None = None
        model.dataChanged.connect(self._rows_changed)
        model.modelReset.connect(self._build)
        self._build()

    def _build(self) -> None:
        """As many items as the model has: widgets are made and dropped at the end only."""
        count = self._model.rowCount()
        while len(self.items) > count:
            for part in (self.items.pop(), self.marks.pop()):
                part.hide()
                part.deleteLater()
        while len(self.items) < count:
            place = len(self.items)
            item, mark = CheckItem(self), CheckMark(self)
            self._grid.addWidget(item, place // _COLUMNS, place % _COLUMNS)
            self._line.insertWidget(place, mark, 0, Qt.AlignmentFlag.AlignVCenter)
            # A layout would show them later, and until then give them no room.
            item.show()
            mark.show()
            self.items.append(item)
            self.marks.append(mark)
            if self._theme is not None:
                item.set_theme(self._theme)
                mark.set_theme(self._theme)
        self._rows_changed(self._model.index(0), self._model.index(count - 1))
        for item in self.items:
            item.forget_size()
        self.count_changed.emit()

    @property
    def is_line(self) -> bool:
        return self._pages.currentWidget() is self._line_page

    def set_line(self, is_line: bool) -> None:
        """Shrink to one line of marks, or spread out again."""
        self._pages.setCurrentWidget(self._line_page if is_line else self._grid_page)
        self.setFixedHeight(self.height_as(is_line))

    def height_as(self, is_line: bool) -> int:
        page = self._line_page if is_line else self._grid_page
        return page.sizeHint().height()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: list[Themed] = [*self.items, *self.marks, self.summary]
        for part in parts:
            part.set_theme(theme)
        side = theme.space(14)
        self._grid.setContentsMargins(side, theme.space(10), side, theme.space(8))
        self._grid.setVerticalSpacing(theme.space(8))
        self._grid.setHorizontalSpacing(theme.space(10))
        self._line.setContentsMargins(side, theme.space(7), side, theme.space(7))
        self._line.setSpacing(theme.space(8))
        self.set_line(self.is_line)

    def _rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            index = self._model.index(row)
            is_done = bool(index.data(Role.IS_DONE))
            self.items[row].text.setText(index.data(Qt.ItemDataRole.DisplayRole))
            self.items[row].set_done(is_done)
            words = index.data(Qt.ItemDataRole.AccessibleTextRole)
            self.items[row].setAccessibleName(words)
            self.marks[row].set_done(is_done)
            self.marks[row].setAccessibleName(words)
            self.marks[row].setToolTip(words)
        self.summary.setText(
            self.tr("{done} of {all}").format(done=self._model.done(), all=len(self.items))
        )
