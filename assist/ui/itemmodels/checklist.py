"""The checklist as a Qt list: six items that tick themselves, and the playbook's own."""

from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from assist.ui.callstate import CHECKLIST, Tick

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row can be asked for besides its text."""

    IS_DONE = Qt.ItemDataRole.UserRole + 1
    ITEM = Qt.ItemDataRole.UserRole + 2


class ChecklistModel(QAbstractListModel):
    """One row per item of `CHECKLIST`, in that order, then one per required sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items = list(CHECKLIST)
        self._ticks = [Tick() for _ in self._items]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item, tick = self._items[index.row()], self._ticks[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._label(item, tick)
            case Role.IS_DONE:
                return tick.is_done
            case Role.ITEM:
                return item
            case Qt.ItemDataRole.AccessibleTextRole:
                state = self.tr("done") if tick.is_done else self.tr("not yet")
                return f"{self._label(item, tick)}, {state}"
            case _:
                return None

    def set_ticks(self, ticks: dict[str, Tick]) -> None:
        """Take over the state of all items; only rows that differ are announced."""
        items = [*CHECKLIST, *(item for item in ticks if item not in CHECKLIST)]
        if items != self._items:
            self.beginResetModel()
            self._items = items
            self._ticks = [Tick() for _ in items]
            self.endResetModel()
        for row, item in enumerate(self._items):
            tick = ticks.get(item, Tick())
            if tick != self._ticks[row]:
                self._ticks[row] = replace(tick)
                self.dataChanged.emit(self.index(row), self.index(row))

    def done(self) -> int:
        return sum(tick.is_done for tick in self._ticks)

    def _label(self, item: str, tick: Tick) -> str:
        if tick.title:
            return tick.title
        labels = {
            "name_used": self.tr("Name used"),
            "problem_confirmed": self.tr("Problem confirmed"),
            "feeling_named": self.tr("Feeling named"),
            "took_ownership": self.tr("Took ownership"),
            "time_promised": self.tr("Time promised"),
            "thanked": self.tr("Thanked"),
        }
        label = labels.get(item, item)
        if item == "name_used" and tick.is_done and tick.count > 1:
            return self.tr("{item}, {count}×").format(item=label, count=tick.count)
        return label
