"""The transcript as a Qt list: one row per utterance, changed in place."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from assist.core.words import Party
from assist.ui.lines import Line, RowChange, RowChanged, RowInserted, RowMoved, RowRemoved
from assist.ui.wording import clock_text

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row can be asked for besides its text."""

    LINE = Qt.ItemDataRole.UserRole + 1
    SPEAKER = Qt.ItemDataRole.UserRole + 2


class TranscriptModel(QAbstractListModel):
    """Rows are `Line`s in the order of `TranscriptLines`; only `apply` and `reset` change them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._customer = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        match role:
            case Role.LINE:
                return line
            case Role.SPEAKER:
                return self.speaker(line.party)
            case Qt.ItemDataRole.DisplayRole:
                return line.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("{speaker} at {time}: {text}").format(
                    speaker=self.speaker(line.party), time=clock_text(line.start), text=line.text
                )
            case _:
                return None

    def line(self, row: int) -> Line:
        return self._lines[row]

    def speaker(self, party: Party) -> str:
        """Who a line is headed with."""
        if party is Party.AGENT:
            return self.tr("You")
        return self._customer or self.tr("Customer")

    def set_customer(self, name: str) -> None:
        """Head the customer's lines with their first name ("" while unknown)."""
        if name == self._customer:
            return
        self._customer = name
        if self._lines:
            self.dataChanged.emit(
                self.index(0), self.index(len(self._lines) - 1), [int(Role.SPEAKER)]
            )

    def apply(self, changes: Iterable[RowChange]) -> None:
        """Carry out row changes in order; each touches one row."""
        for change in changes:
            match change:
                case RowChanged(row=row, line=line):
                    self._replace(row, line)
                case RowInserted(row=row, line=line):
                    self.beginInsertRows(QModelIndex(), row, row)
                    self._lines.insert(row, line)
                    self.endInsertRows()
                case RowRemoved(row=row):
                    self.beginRemoveRows(QModelIndex(), row, row)
                    del self._lines[row]
                    self.endRemoveRows()
                case RowMoved(row=row, to=to, line=line):
                    self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to)
                    self._lines.insert(to, self._lines.pop(row))
                    self.endMoveRows()
                    self._replace(to, line)

    def reset(self, lines: Iterable[Line]) -> None:
        """Show another call."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def _replace(self, row: int, line: Line) -> None:
        self._lines[row] = line
        index = self.index(row)
        self.dataChanged.emit(index, index)
