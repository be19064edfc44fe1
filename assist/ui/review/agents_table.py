"""The agents with one figure each: a table, by name or, with calls enough, by the figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from assist.core.team import Figure, FollowUpCount, Group, may_rank, ranked
from assist.ui.review import team_words as words
from assist.ui.review.rows import ROW_ROLE
from assist.ui.review.team_paint import paint_bar
from assist.ui.theme import Size, Theme

Index = QModelIndex | QPersistentModelIndex
_NAME, _CALLS, _SHARE, _OF, _BAR, _DUE, _OVERDUE = range(7)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Team", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentRow:
    """An agent; `figure` is None for one without a call in the period but with promises."""

    name: str
    calls: int
    figure: Figure | None
    due: int
    overdue: int


def agent_rows(
    agents: Sequence[Group], counts: Sequence[FollowUpCount], name: str, *, is_ranked: bool
) -> tuple[AgentRow, ...]:
    """The table's rows; ranked only where every agent has calls enough."""
    waiting = {words.agent_text(count.agent): count for count in counts}
    groups = ranked(agents, name) if is_ranked and may_rank(agents) else tuple(agents)
    rows = []
    for group in groups:
        count = waiting.pop(words.agent_text(group.name), None)
        rows.append(
            AgentRow(
                name=words.agent_text(group.name),
                calls=group.calls,
                figure=group.figure(name),
                due=count.due if count else 0,
                overdue=count.overdue if count else 0,
            )
        )
    for agent in sorted(waiting, key=str.casefold):
        count = waiting[agent]
        rows.append(
            AgentRow(name=agent, calls=0, figure=None, due=count.due, overdue=count.overdue)
        )
    return tuple(rows)


class AgentModel(QAbstractTableModel):
    """Agents with what a chosen figure says of them and their promises."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AgentRow, ...] = ()
        self._figure = ""

    def show(self, rows: Sequence[AgentRow], figure: str) -> None:
        self.beginResetModel()
        self._rows, self._figure = tuple(rows), figure
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else _OVERDUE + 1

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (
            _tr("Agent"),
            _tr("Calls"),
            _tr("Share"),
            _tr("Of"),
            _tr("95 % interval"),
            _tr("Promises due"),
            _tr("Overdue"),
        )
        return heads[section]

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(column)
        if role == ROW_ROLE:
            return row.figure
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {_cell(row, column)}"
        if role == Qt.ItemDataRole.DisplayRole:
            # The bar's column is painted; its words are for those who hear it.
            return "" if column == _BAR else _cell(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == _BAR and row.figure is not None:
            return words.interval_text(row.figure) or None
        return None


def _cell(row: AgentRow, column: int) -> str:
    figure = row.figure
    if column == _NAME:
        return row.name
    if column in {_CALLS, _DUE, _OVERDUE}:
        number = {_CALLS: row.calls, _DUE: row.due, _OVERDUE: row.overdue}[column]
        return str(number)
    if figure is None or not figure.cases:
        return "–"
    if column == _SHARE:
        return words.percent_text(figure.share)
    return words.of_text(figure) if column == _OF else words.interval_text(figure)


def _align(column: int) -> int:
    is_left = column in {_NAME, _BAR}
    side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
    return int((Qt.AlignmentFlag.AlignVCenter | side).value)


class _BarDelegate(QStyledItemDelegate):
    """The share and its interval as a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        theme, figure = self._theme, index.data(ROW_ROLE)
        if theme is None or not isinstance(figure, Figure):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, height = QRectF(option.rect), theme.space(9)
        box.adjust(theme.space(8), 0, -theme.space(8), 0)
        bar = QRectF(box.left(), box.center().y() - height / 2, box.width(), height)
        paint_bar(painter, bar, figure, theme)
        painter.restore()


class AgentTable(QTableView):
    """Shows an `AgentModel`; rows are walked with the arrow keys."""

    def __init__(self, model: AgentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(_tr("Agents"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self._bar = _BarDelegate(self)
        self.setItemDelegateForColumn(_BAR, self._bar)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_BAR, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)

    def set_theme(self, theme: Theme) -> None:
        self._bar.set_theme(theme)
        self.verticalHeader().setDefaultSectionSize(
            round(theme.px(Size.TEXT) * 1.4) + theme.space(11)
        )
        self.horizontalHeader().setMinimumSectionSize(theme.space(34))
        self.setMinimumHeight(theme.space(100))
