"""The practice window: choose a call, play it, compare. Works over one `PracticeDesk`."""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assist.core.errors import AssistError
from assist.core.interfaces import PracticeDesk
from assist.core.practice import Deed, PracticeCall, PracticeChoice, compare
from assist.ui.editor.style import editor_sheet
from assist.ui.editor.worker import Worker
from assist.ui.practice.choose import ChoosePage
from assist.ui.practice.play import PlayPage
from assist.ui.practice.player import PracticePlayer
from assist.ui.practice.result import ResultPage
from assist.ui.sentences import said
from assist.ui.theme import Size, Theme, qt_palette

STEP_MS = 100
"""How often the played call moves on: words come a few times a second."""

_LIST, _OPEN = "list", "open"
MakeTimer = Callable[[QObject], QTimer]
Answer = TypeVar("Answer")


def _timer(parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(STEP_MS)
    return timer


class PracticeWindow(QWidget):
    """Emits `closed`."""

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: PracticeDesk,
        *,
        make_timer: MakeTimer = _timer,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("practice")
        self.setWindowTitle(self.tr("Practice"))
        self._desk = desk
        self._clock_s = clock_s
        self._stepped_at = 0.0
        self._player: PracticePlayer | None = None
        self.worker = Worker(self)
        self.choose = ChoosePage(self)
        self.play = PlayPage(self)
        self.result = ResultPage(self)
        self.pages = QStackedWidget(self)
        for page in (self.choose, self.play, self.result):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._timer = make_timer(self)
        self._timer.timeout.connect(self._step)
        self._wire()
        self.set_theme(theme)
        self.show_calls()

    def _wire(self) -> None:
        self.choose.chosen.connect(self._open)
        self.play.marked.connect(self._mark)
        self.play.taken_back.connect(self._take_back)
        self.play.pause_asked.connect(self._pause)
        self.play.speed_asked.connect(self._change_speed)
        self.play.ended.connect(self._compare)
        self.result.again_asked.connect(self._again)
        self.result.other_asked.connect(self.show_calls)

    # --- choosing ---------------------------------------------------------------------------------

    def show_calls(self) -> None:
        """The list of calls, as it is now."""
        self.pages.setCurrentWidget(self.choose)
        self.choose.say(self.tr("Looking for calls…"), is_busy=True)
        self.worker.ask(_LIST, lambda: _tried(self._desk.calls), self._listed)

    def _listed(self, found: "tuple[PracticeChoice, ...] | AssistError") -> None:
        if isinstance(found, AssistError):
            self.choose.say(said(str(found)))
            return
        self.choose.say("")
        self.choose.show_choices(found)

    def _open(self, call_id: str) -> None:
        self.choose.say(self.tr("Getting the call ready…"), is_busy=True)
        self.worker.ask(_OPEN, lambda: _tried(lambda: self._desk.open(call_id)), self._opened)

    def _opened(self, call: "PracticeCall | AssistError") -> None:
        if isinstance(call, AssistError):
            self.choose.say(said(str(call)))
            return
        self.choose.say("")
        self._begin(call)

    # --- playing ----------------------------------------------------------------------------------

    def _begin(self, call: PracticeCall) -> None:
        self._player = PracticePlayer(call)
        self.pages.setCurrentWidget(self.play)
        self.play.begin(call.customer)
        self._show_place()
        self._stepped_at = self._clock_s()
        self._timer.start()

    def _step(self) -> None:
        player = self._player
        if player is None:
            return
        now = self._clock_s()
        elapsed, self._stepped_at = (now - self._stepped_at) * 1000, now
        for event in player.advance(elapsed):
            self.play.show_event(event)
        self._show_place()
        if player.is_over:
            self._compare()

    def _show_place(self) -> None:
        if (player := self._player) is not None:
            self.play.show_place(player.now, player.call.duration_ms, player.marks)
            self.play.show_pace(player.speed, is_paused=player.is_paused)

    def _mark(self, deed: Deed | None) -> None:
        if (player := self._player) is not None:
            self.play.show_mark(player.mark(deed))
            self._show_place()

    def _take_back(self) -> None:
        if self._player is not None and (mark := self._player.take_back()) is not None:
            self.play.show_mark(mark, is_taken_back=True)
            self._show_place()

    def _pause(self) -> None:
        if (player := self._player) is not None:
            self._step()  # what has passed until now has passed
            player.is_paused = not player.is_paused
            self._show_place()

    def _change_speed(self) -> None:
        if (player := self._player) is not None:
            self._step()
            player.next_speed()
            self._show_place()

    # --- comparing --------------------------------------------------------------------------------

    def _compare(self) -> None:
        self._timer.stop()
        if (player := self._player) is None:
            return
        # Who stops early is asked only about what they saw.
        seen = [each for each in player.call.moments if player.is_over or each.since <= player.now]
        self.result.show_result(compare(seen, player.marks), player.call.events)
        self.pages.setCurrentWidget(self.result)

    def _again(self) -> None:
        if self._player is not None:
            self._begin(self._player.call)

    # --- the window -------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(qt_palette(theme.palette))
        strong = (
            f'QLabel[part="strong"] {{ font-size: {theme.px(Size.TEXT)}px; font-weight: 600; }}'
        )
        ground = f"#practicePage {{ background: {theme.palette.window}; }}"
        self.setStyleSheet(editor_sheet(theme) + strong + ground)
        for page in (self.choose, self.play, self.result):
            page.set_theme(theme)
        self.setMinimumSize(theme.space(420), theme.space(460))
        self.resize(theme.space(560), theme.space(700))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self.worker.stop()
        super().closeEvent(event)
        self.closed.emit()


def _tried(task: Callable[[], Answer]) -> Answer | AssistError:
    try:
        return task()
    except AssistError as error:
        return error
