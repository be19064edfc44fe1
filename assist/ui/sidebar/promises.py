"""What the agent promised and when it is due; a missing time is asked for here."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assist.ui.itemmodels.promises import PromisesModel, Role
from assist.ui.sidebar.pieces import Ink, ThemedLabel
from assist.ui.theme import Size, Theme

_MAX_ROWS = 3
"""More promises than this scroll; an agent seldom makes more."""


class PromiseDelegate(QStyledItemDelegate):
    """Paints a promise: what on the left, when on the right, a missing time marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.sizeHintChanged.emit(QModelIndex())  # rows of the text's old size would be cut off

    def row_height(self) -> int:
        return self._theme.space(41) if self._theme else 41

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(60, self.row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if self._theme is None:
            return
        theme, colours = self._theme, self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        rect = rect.adjusted(0.5, 0.5, -0.5, -theme.space(6) - 0.5)
        is_missing = bool(index.data(Role.IS_MISSING))
        edge = colours.warm.accent if is_missing else colours.line
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(colours.field))
        painter.drawRoundedRect(rect, 8 * theme.scale, 8 * theme.scale)
        inner = rect.adjusted(theme.space(10), 0, -theme.space(10), 0)
        when = index.data(Role.WHEN)
        font = theme.font(Size.TEXT, is_bold=True)
        metrics = QFontMetrics(font)
        room = int(inner.width() * 0.5)
        when = metrics.elidedText(when, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(colours.warm.accent if is_missing else colours.text))
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int((centre | Qt.AlignmentFlag.AlignRight).value), when)
        font = theme.font(Size.TEXT)
        room = int(inner.width()) - metrics.horizontalAdvance(when) - theme.space(10)
        what = QFontMetrics(font).elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, room
        )
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(inner, int(centre.value), what)
        painter.restore()


class PromisesSection(QWidget):
    """Title with the count, then one row per promise."""

    height_changed = Signal()

    def __init__(self, model: PromisesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.title = ThemedLabel(Size.SMALL, Ink.MUTED, is_bold=True, parent=self)
        self.title.setText(self.tr("Promises"))
        self.count = ThemedLabel(Size.SMALL, Ink.MUTED, is_bold=True, parent=self)
        self.view = QListView(self)
        self.view.setModel(model)
        self.view.setAccessibleName(self.tr("Promises made in this call"))
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setAutoFillBackground(False)
        self._delegate = PromiseDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.count)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.view)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._count_rows)
        self._count_rows()

    def set_theme(self, theme: Theme) -> None:
        self.title.set_theme(theme)
        self.count.set_theme(theme)
        self._delegate.set_theme(theme)
        side = theme.space(14)
        self._column.setContentsMargins(side, theme.space(6), side, 0)
        self._column.setSpacing(theme.space(6))
        self._count_rows()

    def _count_rows(self) -> None:
        rows = self._model.rowCount()
        self.count.setText(str(rows) if rows else self.tr("none yet"))
        self.view.setVisible(rows > 0)
        self.view.setFixedHeight(min(rows, _MAX_ROWS) * self._delegate.row_height())
        self.height_changed.emit()
