"""The Live tab: calls in progress that need somebody now, and the one that is looked at."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from assist.core.interfaces import LeadBoard
from assist.core.live import BoardView, CallKey, LiveCall
from assist.ui.review import live_words as words
from assist.ui.review.frame import ListAndChosen, list_view
from assist.ui.review.live_call import LiveCallView
from assist.ui.review.live_paint import LiveDelegate
from assist.ui.review.live_worker import LiveReader
from assist.ui.review.page import TabPage
from assist.ui.review.rows import RowModel
from assist.ui.review.style import label
from assist.ui.sentences import said
from assist.ui.theme import Theme

_LIST_WIDTH, _LEAST_LIST = 360, 240
"""Pixels at 100 %."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Live", text)


class LivePage(TabPage):
    """Reads the board from `begin` to `end`, whichever tab is in front.

    Emits `counted` with the number of calls that need somebody, for the tab's title.
    """

    counted = Signal(int)
    kind = "live"

    def __init__(
        self,
        open_board: Callable[[], LeadBoard],
        parent: QWidget | None = None,
        *,
        reader: LiveReader | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = datetime.now(UTC)
        self._known: frozenset[CallKey] = frozenset()
        self.reader = LiveReader(open_board, self) if reader is None else reader
        self.heading = label(_tr("Calls that need you now"), self, part="title")
        self.status = label("", self, part="small", ink="muted")
        self.status.setWordWrap(False)
        self._bar.addWidget(self.heading, 1)
        self._bar.addWidget(self.status, 0, Qt.AlignmentFlag.AlignVCenter)
        self._stack()
        self.message.again.clicked.connect(self._try_again)
        self.model: RowModel[LiveCall] = RowModel(
            lambda call: words.call_said(call, self._now), self
        )
        self.list = list_view(self.content, _tr("Calls that need you now"))
        self.list.setModel(self.model)
        self._delegate = LiveDelegate(lambda: self._now, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._choose(now.row()))
        self.list.activated.connect(self._watch_chosen)
        self.call = LiveCallView(self.content)
        self.call.watch_asked.connect(self._watch)
        self.call.line_typed.connect(self._send)
        self.call.field.left.connect(self.list.setFocus)
        self._watched: CallKey | None = None
        self._view: BoardView | None = None
        self.reader.shown.connect(self.take)
        self.reader.lost.connect(self._lost)
        self.reader.sent.connect(self.call.took_line)
        self._splitter = ListAndChosen(self.list, self.call, self.content)
        self.say(_tr("Looking for calls that need help …"), "")

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._delegate.set_theme(theme)
        self.call.set_theme(theme)
        self._splitter.set_widths(theme, wanted=_LIST_WIDTH, least=_LEAST_LIST)

    # --- for the window ---------------------------------------------------------------------------

    def begin(self) -> None:
        self.reader.start()

    def end(self) -> None:
        """Stop reading; returns when nothing is watched any more."""
        self.reader.stop()

    def refresh(self) -> None:
        self.reader.retry()

    def take_keys(self) -> None:
        self._takes_keys = True
        self._give_keys()

    def _give_keys(self) -> None:
        if self._takes_keys and self.is_showing and self.isVisible():
            self._takes_keys = False
            self.list.setFocus()

    # --- what the board says ----------------------------------------------------------------------

    def take(self, view: BoardView) -> None:
        """Show the board as it is now."""
        self._now, self._view = view.now, view
        known = frozenset(call.key for call in view.calls)
        if known - self._known:
            QApplication.alert(self.window())  # asks for a look; takes no focus
        self._known = known
        self.counted.emit(len(view.calls))
        if self._watched is not None and self._watched not in known:
            self._watch(False)
        self.status.setText(_tr("● Live") if view.is_on else "")
        if not view.is_on:
            self.say(
                _tr("The live board is off"),
                _tr(
                    "The team has not turned it on: its administrator does so with "
                    "“assist team live on”, and agents allow it in their settings."
                ),
            )
        elif not view.calls:
            self.say(
                _tr("Nobody needs help right now"),
                _tr(
                    "A call appears here when its customer asks for a manager or threatens to "
                    "leave, or its agent asks for help."
                ),
            )
        else:
            self._show_calls(view)

    def _show_calls(self, view: BoardView) -> None:
        chosen = self.call.key
        self._states.setCurrentWidget(self.content)
        self.model.show(view.calls)
        keys = [call.key for call in view.calls]
        place = keys.index(chosen) if chosen in keys else 0
        if self.list.currentIndex().row() == place:
            self._choose(place)
        else:
            self.list.setCurrentIndex(self.model.index(place))
        self._give_keys()

    def _choose(self, number: int) -> None:
        call = self.model.row(number)
        if call is None or self._view is None:
            return
        watched = self._view.watched
        is_watched = watched is not None and watched.call.key == call.key == self._watched
        self.call.show_call(call, self._now, watched if is_watched else None)

    def _lost(self, sentence: str, is_tried_again: bool) -> None:
        self._known = frozenset()
        self.counted.emit(0)
        self.status.setText("")
        if is_tried_again:
            title = _tr("The live board cannot be reached")
            text = _tr("It is tried again by itself.")
            self.say(title, f"{said(sentence)} {text}".strip(), may_try=True)
        else:
            self.say(_tr("No live calls here"), said(sentence), may_try=True)

    # --- what the lead does -----------------------------------------------------------------------

    def _try_again(self) -> None:
        self.say(_tr("Looking for calls that need help …"), "")
        self.reader.retry()

    def _watch_chosen(self, index: QModelIndex) -> None:
        call = self.model.row(index.row())
        if call is not None and call.key != self._watched:
            self._watch(True)

    def _watch(self, is_on: bool) -> None:
        self._watched = self.call.key if is_on else None
        self.reader.watch(self._watched)

    def _send(self, text: str) -> None:
        if self.call.key is not None:
            self.reader.send(self.call.key, text)
