"""The agent's promises as a Qt list: a promise made again with more parts keeps its row."""

from collections.abc import Iterable
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from assist.core.events import PromiseMade
from assist.core.written import written
from assist.ui.wording import due_text

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row can be asked for besides its text."""

    WHEN = Qt.ItemDataRole.UserRole + 1
    IS_MISSING = Qt.ItemDataRole.UserRole + 2


class PromisesModel(QAbstractListModel):
    """Rows are promises in the order they were made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._promises: list[PromiseMade] = []
        self._today: datetime | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._promises)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._promises):
            return None
        promise = self._promises[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._what(promise)
            case Role.WHEN:
                return self._when(promise)
            case Role.IS_MISSING:
                return "when" in promise.missing
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return f"{self._what(promise)}: {self._when(promise)}"
            case _:
                return None

    def set_today(self, started_at: str) -> None:
        """Tell the day of the call, by which "today" and "tomorrow" are said."""
        try:
            self._today = datetime.fromisoformat(started_at)
        except ValueError:
            self._today = None

    def put(self, promise: PromiseMade) -> None:
        """Add a promise, or say an older one more exactly."""
        for row, known in enumerate(self._promises):
            if known.promise == promise.promise:
                self._promises[row] = promise
                self.dataChanged.emit(self.index(row), self.index(row))
                return
        row = len(self._promises)
        self.beginInsertRows(QModelIndex(), row, row)
        self._promises.append(promise)
        self.endInsertRows()

    def show(self, promises: Iterable[PromiseMade]) -> None:
        """Have these promises and no others; those that stay keep their rows."""
        wanted = {promise.promise: promise for promise in promises}
        for row in range(len(self._promises) - 1, -1, -1):
            if self._promises[row].promise not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._promises[row]
                self.endRemoveRows()
        for promise in wanted.values():
            self.put(promise)

    def reset(self) -> None:
        self.beginResetModel()
        self._promises = []
        self.endResetModel()

    def _what(self, promise: PromiseMade) -> str:
        what = written(promise.what.strip())
        if not what:
            return self.tr("Something: say what")
        return what[0].upper() + what[1:]

    def _when(self, promise: PromiseMade) -> str:
        if "when" in promise.missing:
            return self.tr("by when?")
        return due_text(promise.due_at, self._today) or written(promise.due) or self.tr("by when?")
