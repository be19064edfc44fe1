"""The Causes tab: why customers call, rising causes first, with their words and calls to open."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from assist.core.interfaces import ReviewDesk
from assist.core.team import CauseShown, CausesShown, Example
from assist.ui.review import causes_words as words
from assist.ui.review.causes_paint import CauseDelegate, ExampleDelegate
from assist.ui.review.frame import ListAndChosen, list_view
from assist.ui.review.page import ReviewPage
from assist.ui.review.rows import RowModel
from assist.ui.review.style import label
from assist.ui.review.worker import DeskWorker
from assist.ui.theme import Theme

_DAYS = 28
_LIST_WIDTH, _LEAST_LIST = 360, 240
"""Pixels at 100 %."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Causes", text)


class CausesPage(ReviewPage):
    """Emits `opened` with a call's id and the moment of its words (None: not known)."""

    opened = Signal(str, object)

    def __init__(
        self, worker: DeskWorker, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__("causes", _DAYS, worker, parent)
        self.heading.setText(_tr("Why customers call"))
        self._shown: CausesShown | None = None
        self._driver = ""
        self.model: RowModel[CauseShown] = RowModel(words.cause_said, self)
        self.list = list_view(self.content, _tr("Causes"))
        self.list.setModel(self.model)
        self._delegate = CauseDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._choose(now.row()))
        self.title = label("", self.content, part="title")
        self.about = label("", self.content, ink="muted")
        self.agents = label("", self.content, part="small", ink="muted")
        self.words_title = label(_tr("In their words"), self.content, part="heading")
        self.words = label("", self.content, ink="customer")
        for part in (self.title, self.about, self.agents, self.words):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setWordWrap(True)
        self.calls_title = label(_tr("Calls to look at"), self.content, part="heading")
        self.example_model: RowModel[Example] = RowModel(
            lambda example: words.example_said(example, now()), self
        )
        self.examples = list_view(self.content, _tr("Calls to look at"))
        self.examples.setModel(self.example_model)
        self._example_delegate = ExampleDelegate(now, self.examples)
        self.examples.setItemDelegate(self._example_delegate)
        self.examples.activated.connect(self._open)
        self.open = QPushButton(_tr("Open this call"), self.content)
        self.open.setProperty("kind", "wide")
        self.open.clicked.connect(lambda: self._open(self.examples.currentIndex()))
        self._lay_out()

    def _lay_out(self) -> None:
        right = QWidget(self.content)
        self._right = QVBoxLayout(right)
        for part in (self.title, self.about, self.agents, self.words_title, self.words):
            self._right.addWidget(part)
        self._right.addWidget(self.calls_title)
        self._right.addWidget(self.examples, 1)
        self._right.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self._splitter = ListAndChosen(self.list, right, self.content)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._delegate.set_theme(theme)
        self._example_delegate.set_theme(theme)
        self._right.setContentsMargins(theme.space(16), 0, 0, 0)
        self._right.setSpacing(theme.space(7))
        self._splitter.set_widths(theme, wanted=_LIST_WIDTH, least=_LEAST_LIST)

    def ask_desk(self) -> None:
        days = self.days

        def look(desk: ReviewDesk) -> CausesShown:
            return desk.causes(days)

        self._worker.ask(self.kind, look, self.take)

    def take(self, shown: CausesShown) -> None:
        """Show the causes of a period; the one looked at stays, if it is still there."""
        self._shown = shown
        if not shown.causes:
            if shown.calls:
                self.say(
                    _tr("No cause was named"),
                    _tr("No customer of these calls said why in words we know; look back further."),
                )
            else:
                self.say(
                    _tr("No call in these days"),
                    _tr("Look back further, or come again when calls were stored."),
                )
            return
        self.show_content(self.list)
        drivers = [each.cause.driver for each in shown.causes]
        wanted = drivers.index(self._driver) if self._driver in drivers else 0
        self.model.show(shown.causes)
        if self.list.currentIndex().row() == wanted:
            self._choose(wanted)
        else:
            self.list.setCurrentIndex(self.model.index(wanted))

    def _choose(self, number: int) -> None:
        shown = self.model.row(number)
        if shown is None or self._shown is None:
            return
        cause = shown.cause
        self._driver = cause.driver
        self.title.setText(words.cause_name(cause.driver))
        self.about.setText(words.cause_about(cause, self._shown.calls, self._shown.before))
        self.agents.setText(_tr("Calls of: {names}").format(names=", ".join(cause.agents[:8])))
        self.agents.setVisible(bool(cause.agents))
        said = "   ".join(words.quoted(phrase) for phrase in shown.phrases)
        self.words.setText(said or _tr("No words are kept of these calls."))
        self.example_model.show(shown.examples)
        if shown.examples:
            self.examples.setCurrentIndex(self.example_model.index(0))
        self.open.setEnabled(bool(shown.examples))

    def _open(self, index: QModelIndex) -> None:
        example = self.example_model.row(index.row())
        if example is not None:
            self.opened.emit(example.call, example.at)
