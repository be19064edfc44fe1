"""The list of rules: each with its switch, where it comes from, and a filter above."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assist.core.rules import RuleRow
from assist.ui.editor.style import layer_words, urgency_words
from assist.ui.theme import Size, Theme

Index = QModelIndex | QPersistentModelIndex
_CHECKED = Qt.CheckState.Checked
ID_ROLE = int(Qt.ItemDataRole.UserRole)
_SEARCH_ROLE = ID_ROLE + 1
_LINE = 1.35
"""Height of a line in its letters'."""


class RuleListModel(QAbstractListModel):
    """One row per rule; `switch_asked` when somebody turns one on or off."""

    switch_asked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RuleRow, ...] = ()
        self._muted = "#000000"

    def set_theme(self, theme: Theme) -> None:
        self._muted = theme.palette.muted

    def set_rows(self, rows: Sequence[RuleRow]) -> None:
        """Show these rules; rows that stay are only told as changed, so that a choice is kept."""
        old, new = [row.id for row in self._rows], [row.id for row in rows]
        if old == new:
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.title or row.id}\n{self._about(row)}"
            case Qt.ItemDataRole.CheckStateRole:
                return _CHECKED if row.is_on else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ForegroundRole if not row.is_on:
                return QColor(self._muted)
            case Qt.ItemDataRole.ToolTipRole:
                return row.id
            case Qt.ItemDataRole.AccessibleTextRole:
                state = self.tr("on") if row.is_on else self.tr("off")
                return f"{row.title or row.id}, {state}, {self._about(row)}"
        if role == ID_ROLE:
            return row.id
        return f"{row.title} {row.id}" if role == _SEARCH_ROLE else None

    def _about(self, row: RuleRow) -> str:
        parts = [urgency_words(row.urgency) if row.kind == "rule" else self.tr("sequence")]
        if row.layer != "base":
            parts.append(layer_words(row.layer))
        if row.is_changed:
            parts.append(self.tr("changed"))
        if row.is_locked:
            parts.append(self.tr("locked"))
        if not row.is_on:
            parts.append(self.tr("off"))
        return " · ".join(part for part in parts if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self._rows[index.row()].is_locked:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(
        self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        is_on = Qt.CheckState(value) is _CHECKED
        self.switch_asked.emit(self._rows[index.row()].id, is_on)
        return True


class RuleDelegate(QStyledItemDelegate):
    """Paints a rule: its switch, its title, and below what it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.sizeHintChanged.emit(QModelIndex())  # rows of the text's old size would be cut off

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._theme is None:
            return super().sizeHint(option, index)
        heights = self._theme.px(Size.TEXT) + self._theme.px(Size.META)
        return QSize(self._theme.space(120), round(heights * _LINE) + self._theme.space(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        if theme is None:
            return
        box, colours = QRect(option.rect), theme.palette
        state = option.state
        is_on = Qt.CheckState(index.data(int(Qt.ItemDataRole.CheckStateRole))) is _CHECKED
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.track))
            painter.fillRect(box.adjusted(0, 0, theme.space(3) - box.width(), 0), colours.agent)
        painter.fillRect(box.adjusted(0, box.height() - 1, 0, 0), QColor(colours.line))
        self._paint_switch(painter, self._switch(box), is_on=is_on)
        title, about = str(index.data()).split("\n", 1)
        left = self._switch(box).right() + theme.space(10)
        lines = QRect(left, box.top(), box.right() - left - theme.space(6), box.height())
        middle = box.center().y() + theme.space(2)
        for text, size, colour, area in (
            (title, Size.TEXT, colours.text if is_on else colours.muted, (lines.top(), middle)),
            (about, Size.META, colours.muted, (middle, lines.bottom())),
        ):
            painter.setFont(theme.font(size))
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, lines.width()
            )
            row = QRect(lines.left(), area[0], lines.width(), area[1] - area[0])
            side = Qt.AlignmentFlag.AlignBottom if size is Size.TEXT else Qt.AlignmentFlag.AlignTop
            painter.drawText(row, int(side.value), shown)
        painter.restore()

    def _switch(self, box: QRect) -> QRect:
        """Where the switch is drawn."""
        theme = self._theme
        width, height = (26, 14) if theme is None else (theme.space(26), theme.space(14))
        return QRect(box.left() + height - 4, box.center().y() - height // 2, width, height)

    def _paint_switch(self, painter: QPainter, box: QRect, *, is_on: bool) -> None:
        """A knob at the right end on a filled ground is on, at the left end of a ring is off."""
        assert self._theme is not None
        colours = self._theme.palette
        colour = QColor(colours.agent if is_on else colours.muted)
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(colour if is_on else QColor(colours.field))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        knob = box.height() - 6
        left = box.right() - knob - 2 if is_on else box.left() + 3
        painter.setBrush(QColor(colours.field) if is_on else colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(left, box.top() + 3, knob, knob)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click on the switch, or Space, turns the rule on or off."""
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        is_click = (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
            and self._switch(QRect(option.rect)).contains(event.position().toPoint())
        )
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not (is_click or (is_key and event.type() is QEvent.Type.KeyPress)):
            return False
        role = int(Qt.ItemDataRole.CheckStateRole)
        is_on = Qt.CheckState(index.data(role)) is _CHECKED
        return model.setData(index, Qt.CheckState.Unchecked if is_on else _CHECKED, role)


class RuleList(QWidget):
    """Filter, list and buttons for new ones. Emits `rule_chosen` with the rule's id.

    `new_asked` comes with "rule", "required" or "sequence".
    """

    rule_chosen = Signal(str)
    new_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RuleListModel(self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self.model)
        self._found.setFilterRole(_SEARCH_ROLE)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Find a rule"))
        self.filter.setAccessibleName(self.tr("Find a rule"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._found.setFilterFixedString)
        self.view = QListView(self)
        self.view.setModel(self._found)
        self.view.setAccessibleName(self.tr("Rules"))
        self._delegate = RuleDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.new = QPushButton(self.tr("New rule"), self)
        self.new.setProperty("kind", "wide")
        self.new.setToolTip(self.tr("Ctrl+N"))
        self.new.clicked.connect(lambda: self.new_asked.emit("rule"))
        self.new_required = QPushButton(self.tr("New required sentence"), self)
        self.new_required.clicked.connect(lambda: self.new_asked.emit("required"))
        self.new_sequence = QPushButton(self.tr("New sequence"), self)
        self.new_sequence.clicked.connect(lambda: self.new_asked.emit("sequence"))
        self._column = QVBoxLayout(self)
        for part in (self.filter, self.view, self.new, self.new_required, self.new_sequence):
            self._column.addWidget(part)

    def set_theme(self, theme: Theme) -> None:
        self.model.set_theme(theme)
        self._delegate.set_theme(theme)
        gap = theme.space(8)
        self._column.setContentsMargins(theme.space(12), theme.space(12), gap, theme.space(12))
        self._column.setSpacing(gap)

    def choose(self, rule: str) -> None:
        """Make this rule the current one; the filter is cleared if it hides it."""
        index = self._index_of(rule)
        if not index.isValid() and self.filter.text():
            self.filter.clear()
            index = self._index_of(rule)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def choose_none(self) -> None:
        """Show that what is edited is not in the list yet."""
        self.view.setCurrentIndex(QModelIndex())
        self.view.clearSelection()

    def _index_of(self, rule: str) -> QModelIndex:
        for row in range(self._found.rowCount()):
            index = self._found.index(row, 0)
            if index.data(ID_ROLE) == rule:
                return index
        return QModelIndex()

    def _chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        if now.isValid():
            self.rule_chosen.emit(str(now.data(ID_ROLE)))
