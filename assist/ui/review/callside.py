"""The left-hand side: chips, the list of calls, and how many they are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from assist.core.review import CallRow, DeskSource, ReviewFilter, SourceKind
from assist.ui.review.calls import CallListModel
from assist.ui.review.calls_paint import CallDelegate
from assist.ui.review.filters import FilterBar
from assist.ui.review.frame import list_view
from assist.ui.review.style import label
from assist.ui.review.worker import DeskWorker
from assist.ui.theme import Theme

_LAID_OUT_AT_ONCE = 2_000


class CallSide(QWidget):
    """Emits `call_chosen` with a call's id."""

    call_chosen = Signal(str)

    def __init__(
        self, worker: DeskWorker, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("listSide")
        self.filters = FilterBar(self)
        self.model = CallListModel(worker, now, self)
        self.view = list_view(self, self.tr("Calls"))
        self.view.setModel(self.model)
        # Qt asks the model twice for each row it lays out: a long list is laid out bit by bit, so
        # that its first rows are there at once.
        self.view.setLayoutMode(QListView.LayoutMode.Batched)
        self.view.setBatchSize(_LAID_OUT_AT_ONCE)
        self._delegate = CallDelegate(now, self.view)
        self.view.setItemDelegate(self._delegate)
        self.count = label("", self, part="meta", ink="muted")
        self.source = label("", self, part="meta", ink="muted")
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        self.source.setMinimumWidth(1)  # a long address does not widen the list
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.filters)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self.count)
        self._column.addWidget(self.source)
        self.view.selectionModel().currentChanged.connect(lambda now, _: self._chosen(now.row()))
        # The chosen row may have been one that was not read yet.
        self.model.dataChanged.connect(lambda *_: self._chosen(self.view.currentIndex().row()))

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.filters.set_theme(theme)
        self._column.setContentsMargins(0, 0, 0, theme.space(4))
        self._column.setSpacing(0)
        self.count.setContentsMargins(theme.space(16), theme.space(4), 0, 0)
        self.source.setContentsMargins(theme.space(16), 0, theme.space(8), theme.space(2))

    def show_calls(self, wanted: ReviewFilter, count: int, rows: tuple[CallRow, ...]) -> None:
        """Show a filter's calls: how many, and the first page."""
        self.model.show(wanted, count, rows)
        self.count.setText(self.tr("%n call(s)", "", count))

    def show_source(self, source: DeskSource) -> None:
        """Say where these calls come from."""
        text = {
            SourceKind.LOCAL: self.tr("Calls of this computer"),
            SourceKind.DATABASE: self.tr("Team database {place}"),
            SourceKind.FOLDER: self.tr("This computer, and team folder {place}"),
        }[source.kind].format(place=source.place)
        self.source.setText(text)
        self.source.setToolTip(text)

    def choose(self, call: str) -> bool:
        """Make a call the current one, if it is among the rows read."""
        number = self.model.number_of(call)
        if number is not None:
            self.view.setCurrentIndex(self.model.index(number))
        return number is not None

    def choose_first(self) -> None:
        self.view.setCurrentIndex(self.model.index(0))

    def step(self, by: int) -> None:
        """The call below or above."""
        number = self.view.currentIndex().row() + by
        if 0 <= number < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(number))

    def _chosen(self, number: int) -> None:
        row = self.model.row(number) if number >= 0 else None
        if row is not None:
            self.call_chosen.emit(row.id)


def why_empty(wanted: ReviewFilter, said: str) -> tuple[str, str]:
    """Why a list is empty, and what to do: a title and a sentence."""
    if said and not wanted.is_flagged:
        return (
            _tr("Nobody said that"),
            _tr("No call of this list has all these words; try fewer."),
        )
    if said:
        return (
            _tr("Nobody said that"),
            _tr("No call of this list has all these words; try fewer, or All calls."),
        )
    plain = ReviewFilter(order=wanted.order)
    if wanted == replace(plain, is_flagged=True, is_reviewed=False):
        return (
            _tr("Nothing waits for you"),
            _tr(
                "Calls come here when a customer was lost or upset, a promise has no time,"
                " or an agent asked for help. All calls are in the next tab."
            ),
        )
    if wanted == plain:
        return (
            _tr("No calls yet"),
            _tr(
                "Calls you listened to come here by themselves. Recordings you have are taken"
                " in with: assist review import FOLDER"
            ),
        )
    return _tr("No call passes this filter"), _tr("Take one of the chips on the left back.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)
