"""A tab's page over many calls: its period, and what stands there while nothing can be shown."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assist.ui.review.message import Message
from assist.ui.review.style import label
from assist.ui.review.team_words import PERIODS, period_text
from assist.ui.review.worker import DeskWorker
from assist.ui.sentences import said
from assist.ui.theme import Theme


def _tr(text: str) -> str:
    return QCoreApplication.translate("Team", text)


class Periods(QWidget):
    """Chips for how many days are looked at. Emits `chosen` with them."""

    chosen = Signal(int)

    def __init__(self, days: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.chips: dict[int, QPushButton] = {}
        for each in PERIODS:
            chip = QPushButton(period_text(each), self)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setChecked(each == days)
            chip.setAccessibleDescription(_tr("How far back this page looks"))
            self._group.addButton(chip, each)
            self._row.addWidget(chip)
            self.chips[each] = chip
        self._row.addStretch(1)
        self._group.idClicked.connect(self.chosen.emit)

    def set_theme(self, theme: Theme) -> None:
        self._row.setSpacing(theme.space(6))


class TabPage(QWidget):
    """What stands below a tab that has a page of its own, as the window treats it.

    A bar with `heading`, and below it either `content` or a `message`. Subclasses put their parts
    into the bar, call `_stack` and fill `content`: in this order the Tab key goes through them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("middle")
        self._takes_keys = False
        self._bar = QHBoxLayout()

    def _stack(self) -> None:
        """Make what stands below the bar."""
        self.message = Message(self)
        self.content = QWidget(self)
        self._states = QStackedWidget(self)
        self._states.addWidget(self.message)
        self._states.addWidget(self.content)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._bar)
        self._column.addWidget(self._states, 1)

    def set_theme(self, theme: Theme) -> None:
        side = theme.space(18)
        self._column.setContentsMargins(side, theme.space(12), side, theme.space(12))
        self._column.setSpacing(theme.space(10))
        self.message.set_theme(theme)

    @property
    def is_showing(self) -> bool:
        """Whether there is something to see rather than a sentence."""
        return self._states.currentWidget() is self.content

    def say(self, title: str, text: str, *, may_try: bool = False) -> None:
        """Show a title and a sentence in place of the content."""
        self.message.show_words(title, text, may_try=may_try)
        self._states.setCurrentWidget(self.message)

    def take_keys(self) -> None:
        """The keys are for this page, as soon as there is something to walk through."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Ask again; what is shown stays until the answer is there."""
        raise NotImplementedError


class ReviewPage(TabPage):
    """Asks the desk for `kind` over some days whenever it comes to the front, and shows it.

    Subclasses fill `content` and say in `show_answer` whether there is anything to see in it.
    """

    def __init__(
        self, kind: str, days: int, worker: DeskWorker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind, self.days = kind, days
        self._worker = worker
        self.periods = Periods(days, self)
        self.periods.chosen.connect(self.look_back)
        self.heading = label("", self, part="title")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self._bar.addWidget(self.heading)
        self._bar.addStretch(1)
        self._bar.addWidget(self.periods)
        self._stack()
        self.message.again.clicked.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.periods.set_theme(theme)

    def look_back(self, days: int) -> None:
        """Look at the last so many days."""
        self.days = days
        self.refresh()

    def refresh(self) -> None:
        if not self.is_showing:
            self.say(_tr("Counting the calls …"), "")
        self.ask_desk()

    def ask_desk(self) -> None:
        raise NotImplementedError

    def take_keys(self) -> None:
        self._takes_keys = True

    def show_content(self, first: QWidget) -> None:
        """Show the content; `first` is its part that the keys are for."""
        self._states.setCurrentWidget(self.content)
        if self._takes_keys:
            self._takes_keys = False
            first.setFocus()

    def fail(self, sentence: str) -> None:
        """The desk could not answer."""
        self.say(_tr("The calls cannot be counted"), said(sentence), may_try=True)


class Pages(QStackedWidget):
    """What stands below the tabs: the calls, or a tab's own page.

    `first` is where the keys go when they come back from a page to the calls.
    """

    def __init__(self, calls: QWidget, first: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls, self._first = calls, first
        self._pages: dict[str, QWidget] = {}
        self.addWidget(calls)

    def add(self, key: str, page: QWidget) -> None:
        self._pages[key] = page
        self.addWidget(page)

    def set_theme(self, theme: Theme) -> None:
        for page in self._pages.values():
            if isinstance(page, TabPage):
                page.set_theme(theme)

    def show_tab(self, key: str) -> None:
        """Bring a tab's page, or the calls, to the front."""
        left, focused = self.currentWidget(), QApplication.focusWidget()
        was_inside = bool(left and focused and left.isAncestorOf(focused))
        page = self._pages.get(key, self._calls)
        self.setCurrentWidget(page)
        if isinstance(page, TabPage):
            page.take_keys()
        elif was_inside and page is not left:
            self._first.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Have the page in front asked for again, if it is not the calls."""
        page = self.currentWidget()
        if isinstance(page, TabPage):
            page.refresh()

    def fail(self, kind: str, sentence: str) -> bool:
        """Tell the page that asked; False if none of them did."""
        for page in self._pages.values():
            if isinstance(page, ReviewPage) and page.kind == kind:
                page.fail(sentence)
                return True
        return False
