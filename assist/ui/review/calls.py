"""The list of calls as Qt sees it: all rows are there at once, and read when they are looked at."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from assist.core.review import CallRow, ReviewFilter
from assist.ui.review import wording
from assist.ui.review.rows import ROW_ROLE
from assist.ui.review.worker import DeskWorker

Index = QModelIndex | QPersistentModelIndex
PAGE = 60
"""Rows read at once: some two windows full."""
_KEPT_PAGES = 60
"""3,600 rows in memory, however long the list."""


class CallListModel(QAbstractListModel):
    """Rows of one filter, in pages, the latest used ones kept. A row not yet read is None.

    The database is asked through the worker; nothing here waits. `now` is the wall clock.
    """

    def __init__(
        self, worker: DeskWorker, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._now = now
        self._wanted = ReviewFilter()
        self._count = 0
        self._pages: OrderedDict[int, tuple[CallRow, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self._generation = 0

    def show(self, wanted: ReviewFilter, count: int, first: tuple[CallRow, ...]) -> None:
        """Show the calls of a filter: how many there are, and the first page."""
        self.beginResetModel()
        self._generation += 1
        self._wanted, self._count = wanted, count
        self._pages = OrderedDict({0: first})
        self._asked.clear()
        self.endResetModel()

    def row(self, number: int) -> CallRow | None:
        """A row if it has been read; asks for its page otherwise."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._fetch(page)
            return None
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def number_of(self, call: str) -> int | None:
        """Where a call stands, if it is among the rows read."""
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if row.id == call:
                    return page * PAGE + place
        return None

    def replace(self, row: CallRow) -> None:
        """Show a call as it is now."""
        number = self.number_of(row.id)
        if number is None:
            return
        page, place = divmod(number, PAGE)
        rows = self._pages[page]
        self._pages[page] = (*rows[:place], row, *rows[place + 1 :])
        index = self.index(number)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        if role not in _ROLES:
            return None
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if row is None:
            return self.tr("…")
        about = wording.row_about(row, self._now())
        name = wording.customer_text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [name, wording.reasons_text(row.reasons), about]
            parts.append(wording.outcome_text(row.outcome))
            if row.status.reviewed_by:
                parts.append(self.tr("reviewed"))
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return wording.reasons_text(row.reasons) or None
        return f"{name}\n{about}"

    def _fetch(self, page: int) -> None:
        if page in self._asked or page * PAGE >= self._count:
            return
        self._asked.add(page)
        generation, wanted = self._generation, self._wanted

        def take(rows: tuple[CallRow, ...]) -> None:
            if generation == self._generation:
                self._took(page, rows)

        self._worker.do("page", lambda desk: desk.rows(wanted, PAGE, page * PAGE), take)

    def _took(self, page: int, rows: tuple[CallRow, ...]) -> None:
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        if rows:
            first = page * PAGE
            self.dataChanged.emit(self.index(first), self.index(first + len(rows) - 1))


_ROLES = frozenset(
    {
        ROW_ROLE,
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.ToolTipRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
    }
)
