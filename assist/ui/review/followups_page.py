"""The Follow-ups tab: promises still to be kept, overdue ones first, by agent."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assist.core.interfaces import ReviewDesk
from assist.core.notices import FollowUp
from assist.ui.review import followups_words as words
from assist.ui.review.followups_paint import PledgeDelegate, WhoseDelegate
from assist.ui.review.frame import ListAndChosen, list_view
from assist.ui.review.page import ReviewPage
from assist.ui.review.rows import RowModel
from assist.ui.review.style import label
from assist.ui.review.worker import DeskWorker
from assist.ui.theme import Theme

_LIST_WIDTH, _LEAST_LIST = 260, 180
"""Pixels at 100 %."""
_KEY = "D"


def _tr(text: str) -> str:
    return QCoreApplication.translate("FollowUps", text)


class FollowUpsPage(ReviewPage):
    """Emits `opened` with a call's id and None, `kept` when a promise was marked.

    What was marked as kept stays in sight until the page is read again, so that it can be taken
    back.
    """

    opened = Signal(str, object)
    kept = Signal()

    def __init__(
        self, worker: DeskWorker, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__("followups", 0, worker, parent)
        self._now = now
        self._promises: tuple[FollowUp, ...] = ()
        self._done: set[tuple[str, int]] = set()
        self._agent = words.EVERYBODY
        self.periods.hide()  # a promise waits however long ago it was made
        self.overdue_only = QPushButton(_tr("Overdue only"), self)
        self.overdue_only.setProperty("kind", "chip")
        self.overdue_only.setCheckable(True)
        self.overdue_only.toggled.connect(lambda _: self._show_promises())
        self._bar.addWidget(self.overdue_only)
        self.model: RowModel[words.Whose] = RowModel(words.whose_said, self)
        self.list = list_view(self.content, _tr("Whose promises"))
        self.list.setModel(self.model)
        self._whose_delegate = WhoseDelegate(self.list)
        self.list.setItemDelegate(self._whose_delegate)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._choose(now.row()))
        self.about = label("", self.content, part="small", ink="warm")
        self.pledges: RowModel[words.Pledge] = RowModel(
            lambda pledge: words.pledge_said(pledge, now()), self
        )
        self.view = list_view(self.content, _tr("Promises to keep"))
        self.view.setModel(self.pledges)
        self._delegate = PledgeDelegate(now, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.selectionModel().currentChanged.connect(lambda now, _: self._say_buttons())
        self.view.activated.connect(self._open)
        self.done = QPushButton(_tr("Mark as kept"), self.content)
        self.done.setProperty("kind", "primary")
        self.done.setToolTip(_KEY)
        self.done.clicked.connect(self._toggle)
        self.open = QPushButton(_tr("Open this call"), self.content)
        self.open.setProperty("kind", "wide")
        self.open.clicked.connect(lambda: self._open(self.view.currentIndex()))
        # Of this page alone: elsewhere the letter may be something else, or typed.
        self._key = QShortcut(QKeySequence(_KEY), self.content)
        self._key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._key.activated.connect(self._toggle)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.done)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        self._buttons = buttons
        right = QWidget(self.content)
        self._right = QVBoxLayout(right)
        self._right.addWidget(self.about)
        self._right.addWidget(self.view, 1)
        self._right.addLayout(buttons)
        self._splitter = ListAndChosen(self.list, right, self.content)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._whose_delegate.set_theme(theme)
        self._delegate.set_theme(theme)
        self._right.setContentsMargins(theme.space(16), 0, 0, 0)
        self._right.setSpacing(theme.space(8))
        self._buttons.setSpacing(theme.space(8))
        self._splitter.set_widths(theme, wanted=_LIST_WIDTH, least=_LEAST_LIST)

    def ask_desk(self) -> None:
        self._worker.ask(self.kind, lambda desk: desk.promises(), self.take)

    def take(self, promises: tuple[FollowUp, ...]) -> None:
        """Show the promises that are still to be kept."""
        self._promises, self._done = promises, set()
        self.heading.setText(words.heading_text(promises))
        self.overdue_only.setEnabled(bool(promises))
        if not promises:
            self.heading.setText(_tr("Follow-ups"))
            self.say(
                _tr("No promise waits to be kept"),
                _tr("What agents promise a customer for a time stands here until it is kept."),
            )
            return
        self.show_content(self.view)
        whose = words.count_by_agent(promises, self._now())
        agents = [each.agent for each in whose]
        if self._agent not in agents:
            self._agent = agents[0]
        chosen = agents.index(self._agent)
        self.model.show(whose)
        if self.list.currentIndex().row() == chosen:
            self._show_promises()
        else:
            self.list.setCurrentIndex(self.model.index(chosen))

    def _choose(self, number: int) -> None:
        whose = self.model.row(number)
        if whose is not None:
            self._agent = whose.agent
            self._show_promises()

    def _show_promises(self) -> None:
        now, before = self._now(), self.view.currentIndex().row()
        rows = [
            words.Pledge(promise=each, is_kept=(each.call, each.promise) in self._done)
            for each in self._promises
            if self._agent in {words.EVERYBODY, each.agent}
            and (words.is_overdue(each, now) or not self.overdue_only.isChecked())
        ]
        self.about.setText(words.overdue_text([row.promise for row in rows], now))
        self.about.setVisible(bool(self.about.text()))
        self.pledges.show(rows)
        if rows:
            place = min(max(before, 0), len(rows) - 1)
            self.view.setCurrentIndex(self.pledges.index(place))
        self._say_buttons()

    def _say_buttons(self) -> None:
        pledge = self.pledges.row(self.view.currentIndex().row())
        self.done.setEnabled(pledge is not None)
        self.open.setEnabled(pledge is not None)
        is_kept = pledge is not None and pledge.is_kept
        self.done.setText(_tr("Not kept after all") if is_kept else _tr("Mark as kept"))

    def _toggle(self) -> None:
        """Mark the promise that is looked at as kept, or take that back."""
        pledge = self.pledges.row(self.view.currentIndex().row())
        if pledge is None:
            return
        key, is_kept = (pledge.promise.call, pledge.promise.promise), not pledge.is_kept

        def mark(desk: ReviewDesk) -> None:
            desk.keep_promise(*key, is_kept=is_kept)

        def take(_: None) -> None:
            (self._done.add if is_kept else self._done.discard)(key)
            self._show_promises()
            self.kept.emit()

        self._worker.do("change", mark, take)

    def _open(self, index: QModelIndex) -> None:
        pledge = self.pledges.row(index.row())
        if pledge is not None:
            self.opened.emit(pledge.promise.call, None)

    def fail(self, sentence: str) -> None:
        super().fail(sentence)
        self.message.title.setText(_tr("The promises cannot be read"))
