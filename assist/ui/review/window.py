"""The review window: tabs over a list of calls, one call in full, and what is made of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from assist.core.interfaces import ReviewDesk
from assist.core.review import CallRow, CommentKind, Order, ReviewCall, ReviewFilter, Verdict
from assist.ui.review.calls import PAGE, CallListModel
from assist.ui.review.calls_paint import CallDelegate
from assist.ui.review.callview import CallView
from assist.ui.review.filters import FilterBar
from assist.ui.review.keys import KEYS
from assist.ui.review.panel import SidePanel
from assist.ui.review.style import label, review_sheet
from assist.ui.review.worker import DeskWorker, OpenDesk
from assist.ui.theme import Theme, qt_palette

TYPING_MS = 300
"""A search waits for a pause in typing of so long."""

MakeTimer = Callable[[QObject], QTimer]
AskFile = Callable[[QWidget, str], str]
_LIST_WIDTH, _PANEL_WIDTH = 330, 300
_LEAST_WIDTHS = (180, 300, 190)
"""Of list, call and panel at 100 %: together they fit a window of 1,024 pixels at 150 %."""
_OPEN, _LIST, _CALL = "open", "list", "call"


def _timer(parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(TYPING_MS)
    return timer


def _ask_file(parent: QWidget, name: str) -> str:
    forms = "Text (*.txt);;Subtitles (*.srt);;JSON (*.json)"
    return QFileDialog.getSaveFileName(parent, "", f"{name}.txt", forms)[0]


class Tab:
    """A tab of the window: its name, and which calls it lists."""

    def __init__(self, key: str, title: str, wanted: ReviewFilter) -> None:
        self.key, self.title, self.wanted = key, title, wanted
        self.button: QPushButton | None = None


class ReviewWindow(QWidget):
    """Works on what `open_desk` opens, on a thread of its own. Emits `closed`.

    `now` is the wall clock, `ask_file` asks where to export to. `settled` is emitted whenever
    what was asked for is shown.
    """

    closed = Signal()
    settled = Signal()

    def __init__(
        self,
        theme: Theme,
        open_desk: OpenDesk,
        *,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        make_timer: MakeTimer = _timer,
        ask_file: AskFile = _ask_file,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("review")
        self.setWindowTitle(self.tr("Call review"))
        self._theme = theme
        self._ask_file = ask_file
        self._is_agent = False
        self._wanted_call = ""
        self._is_sized = False
        self.worker = DeskWorker(open_desk, self)
        self.calls = CallListModel(self.worker, now, self)
        unreviewed = ReviewFilter(is_flagged=True, is_reviewed=False)
        self.tabs = (
            Tab("flagged", self.tr("Flagged"), unreviewed),
            Tab("all", self.tr("All calls"), ReviewFilter(order=Order.NEWEST)),
        )
        self._tab = self.tabs[0]
        self._build(now)
        self._search_timer = make_timer(self)
        self._wire()
        self.set_theme(theme)
        self.view.show_nothing(self.tr("Reading the calls …"), "")
        self.panel.show_call(None)
        self._open()

    # --- set-up ----------------------------------------------------------------------------------

    def _build(self, now: Callable[[], datetime]) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search words said in calls"))
        self.search.setAccessibleName(self.tr("Search words said in calls"))
        self.search.setClearButtonEnabled(True)
        self.heading = label(self.tr("Call review"), self, part="strong")
        top = QFrame(self)
        top.setObjectName("topBar")
        self._top = QHBoxLayout(top)
        self._top.addWidget(self.heading)
        group = QButtonGroup(self)
        for tab in self.tabs:
            button = QPushButton(tab.title, top)
            button.setProperty("kind", "tab")
            button.setCheckable(True)
            button.setChecked(tab is self._tab)
            button.clicked.connect(lambda _=False, tab=tab: self.choose_tab(tab.key))
            group.addButton(button)
            tab.button = button
            self._top.addWidget(button)
        self._top.addStretch(1)
        self._top.addWidget(self.search)
        self.trouble = QLabel(self)
        self.trouble.setObjectName("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.hide()
        side = QWidget(self)
        side.setObjectName("listSide")
        self.filters = FilterBar(side)
        self.list = QListView(side)
        self.list.setModel(self.calls)
        self.list.setAccessibleName(self.tr("Calls"))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = CallDelegate(now, self.list)
        self.list.setItemDelegate(self._delegate)
        self.count = label("", side, part="meta", ink="muted")
        self._list_column = QVBoxLayout(side)
        self._list_column.addWidget(self.filters)
        self._list_column.addWidget(self.list, 1)
        self._list_column.addWidget(self.count)
        self.view = CallView(now, self)
        self.panel = SidePanel(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._parts = (side, self.view, self.panel)
        for part in self._parts:
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(2, 0)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.trouble)
        column.addWidget(self.splitter, 1)

    def _wire(self) -> None:
        self.worker.failed.connect(self._failed)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._chosen(now.row()))
        self.calls.dataChanged.connect(lambda first, last: self._page_came(first, last))
        self.search.textChanged.connect(lambda _: self._search_timer.start())
        self.search.returnPressed.connect(self._search_timer.start)
        self._search_timer.timeout.connect(self._search)
        self.filters.changed.connect(self._filter_changed)
        self.filters.save_asked.connect(
            lambda saved: self._do(lambda desk: desk.save_filter(saved), self._reload_filters)
        )
        self.filters.drop_asked.connect(
            lambda name: self._do(lambda desk: desk.drop_filter(name), self._reload_filters)
        )
        self.view.moved.connect(self.panel.remarks.set_now)
        self.view.facts.fact_judged.connect(self._judge_fact)
        self.view.facts.cue_judged.connect(
            lambda cue, is_right: self._change(
                lambda desk, call: desk.mark_cue(call, cue, is_right=is_right)
            )
        )
        panel = self.panel
        panel.scores.sought.connect(self.view.seek)
        panel.remarks.sought.connect(self.view.seek)
        panel.scores.corrected.connect(
            lambda item, value: self._change(
                lambda desk, call: desk.correct_score(call, item, value)
            )
        )
        panel.remarks.written.connect(self._comment)
        panel.reviewed_asked.connect(self._set_reviewed)
        panel.coach_asked.connect(
            lambda is_on: self._change(lambda desk, call: desk.coach(call, is_coached=is_on))
        )
        panel.hand_asked.connect(
            lambda to: self._change(lambda desk, call: desk.hand(call, to), self._reload_people)
        )
        panel.export_asked.connect(self._export)
        self._make_keys()

    def _make_keys(self) -> None:
        actions: dict[str, Callable[[], object]] = {
            "flagged": lambda: self.choose_tab("flagged"),
            "all": lambda: self.choose_tab("all"),
            "search": self.search.setFocus,
            "list": self.list.setFocus,
            "transcript": self.view.transcript.setFocus,
            "axis": self.view.plot.setFocus,
            "scorecard": self._focus_scores,
            "next_call": lambda: self._step_call(1),
            "previous_call": lambda: self._step_call(-1),
            "play": self._space,
            "back": lambda: self.view.step_by(-1),
            "forth": lambda: self.view.step_by(1),
            "next_moment": self.view.go_next,
            "last_moment": self.view.go_last,
            "slower": lambda: self.view.change_speed(-1),
            "faster": lambda: self.view.change_speed(1),
            "skip_silence": self.view.skip.toggle,
            "comment": self.panel.remarks.field.setFocus,
            "mark_right": lambda: self.view.facts.mark_first(Verdict.RIGHT),
            "mark_wrong": lambda: self.view.facts.mark_first(Verdict.WRONG),
            "mark_missed": self.view.facts.open_missed,
            "reviewed": lambda: self._if_lead(self.panel.reviewed.click),
            "hand": lambda: self._if_lead(self.panel.hand.showMenu),
            "coach": lambda: self._if_lead(self.panel.coach.click),
            "export": self._export,
            "refresh": self.refresh,
            "keys": self._show_keys,
        }
        self.shortcuts: dict[str, QShortcut] = {}
        for key in KEYS:
            shortcut = QShortcut(QKeySequence(key.chord), self)
            shortcut.activated.connect(actions[key.action])
            self.shortcuts[key.action] = shortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.list.setFocus)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(qt_palette(theme.palette))
        self.setStyleSheet(review_sheet(theme))
        self._delegate.set_theme(theme)
        self.filters.set_theme(theme)
        self.view.set_theme(theme)
        self.panel.set_theme(theme)
        self._top.setContentsMargins(theme.space(16), 0, theme.space(16), 0)
        self._top.setSpacing(theme.space(20))
        self.search.setFixedWidth(theme.space(300))
        self._list_column.setContentsMargins(0, 0, 0, theme.space(4))
        self._list_column.setSpacing(0)
        for part, least in zip(self._parts, _LEAST_WIDTHS, strict=True):
            part.setMinimumWidth(theme.space(least))
        self.setMinimumHeight(theme.space(480))
        self.count.setContentsMargins(theme.space(16), theme.space(4), 0, theme.space(2))
        if not self._is_sized:
            self._is_sized = True
            screen = self.screen().availableGeometry()
            width = min(theme.space(1400), round(screen.width() * 0.96))
            height = min(theme.space(880), round(screen.height() * 0.92))
            self.resize(width, height)
            left, right = theme.space(_LIST_WIDTH), theme.space(_PANEL_WIDTH)
            self.splitter.setSizes([left, max(300, width - left - right), right])

    # --- the list --------------------------------------------------------------------------------

    def _open(self) -> None:
        def look(desk: ReviewDesk) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
            return desk.is_agent, desk.labels(), desk.leads()

        def take(answer: tuple[bool, tuple[str, ...], tuple[str, ...]]) -> None:
            is_agent, labels, leads = answer
            self._be_agent(is_agent=is_agent)
            self.view.facts.set_labels(labels)
            self.panel.set_leads(leads)
            self.filters.set_wanted(self._tab.wanted)
            self.refresh()
            self._reload_filters()
            self._reload_people()
            self._catch_up()

        self.worker.do(_OPEN, look, take)

    def _catch_up(self) -> None:
        """After the list is there: it need not wait for calls that were left unstored."""

        def take(has_more: bool) -> None:
            if has_more:
                self.refresh()
                self._reload_people()
                self._catch_up()
            self._tell_settled()

        self.worker.ask("catch_up", lambda desk: desk.catch_up(), take)

    def _be_agent(self, *, is_agent: bool) -> None:
        """An agent has one list, of the own calls, and judges nothing."""
        self._is_agent = is_agent
        self.panel.set_agent(is_agent=is_agent)
        self.view.facts.allow_judging(is_allowed=not is_agent)
        self.filters.allow_agents(is_allowed=not is_agent)
        for key in KEYS:
            self.shortcuts[key.action].setEnabled(not (is_agent and key.leads_only))
        if is_agent:
            self.heading.setText(self.tr("My calls"))
            self.setWindowTitle(self.tr("My calls"))
            self._tab = self.tabs[1]
            if self._tab.button is not None:
                self._tab.button.setChecked(True)

    def choose_tab(self, key: str) -> None:
        """Show a tab's list."""
        self._tab = next(tab for tab in self.tabs if tab.key == key)
        if self._tab.button is not None:
            self._tab.button.setChecked(True)
        self.filters.set_wanted(self._tab.wanted)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again; the call that is looked at stays."""
        wanted = replace(self._tab.wanted, text=self.search.text().strip())
        flagged = replace(self.tabs[0].wanted, text="")

        def look(desk: ReviewDesk) -> tuple[int, tuple[CallRow, ...], int]:
            count = desk.count(wanted)
            other = desk.count(flagged) if wanted != flagged else count
            return count, desk.rows(wanted, PAGE, 0), other

        self.worker.ask(_LIST, look, lambda answer: self._took_list(wanted, *answer))

    def _took_list(
        self, wanted: ReviewFilter, count: int, rows: tuple[CallRow, ...], flagged: int
    ) -> None:
        self._say("")
        kept = self._wanted_call
        self.calls.show(wanted, count, rows)
        if self.tabs[0].button is not None:
            text = f"{self.tabs[0].title} {flagged}" if flagged else self.tabs[0].title
            self.tabs[0].button.setText(text)
        self.count.setText(self.tr("%n call(s)", "", count))
        number = self.calls.number_of(kept) if kept else None
        if count == 0:
            self._wanted_call = ""
            self.worker.forget(_CALL)
            self.view.show_nothing(*self._nothing())
            self.panel.show_call(None)
        elif number is not None:
            self.list.setCurrentIndex(self.calls.index(number))
        elif not kept or self.view.call is None:
            self.list.setCurrentIndex(self.calls.index(0))
            if not kept:
                self.list.setFocus()
        self._tell_settled()

    def _nothing(self) -> tuple[str, str]:
        """Why a list is empty, and what to do."""
        plain = ReviewFilter(order=self._tab.wanted.order)
        if self.search.text().strip():
            return (
                self.tr("Nobody said that"),
                self.tr("No call of this list has all these words; try fewer, or All calls."),
            )
        if self._tab.key == "flagged":
            if replace(self._tab.wanted, is_flagged=None, order=plain.order) == replace(
                plain, is_reviewed=False
            ):
                return (
                    self.tr("Nothing waits for you"),
                    self.tr(
                        "Calls come here when a customer was lost or upset, a promise has no time,"
                        " or an agent asked for help. All calls are in the next tab."
                    ),
                )
        elif self._tab.wanted == plain:
            return (
                self.tr("No calls yet"),
                self.tr(
                    "Calls you listened to come here by themselves. Recordings you have are taken"
                    " in with: assist review import FOLDER"
                ),
            )
        return (
            self.tr("No call passes this filter"),
            self.tr("Take one of the chips on the left back."),
        )

    def _filter_changed(self, wanted: ReviewFilter) -> None:
        self._tab.wanted = wanted
        self.refresh()

    def _search(self) -> None:
        self.refresh()

    def _step_call(self, step: int) -> None:
        number = self.list.currentIndex().row() + step
        if 0 <= number < self.calls.rowCount():
            self.list.setCurrentIndex(self.calls.index(number))

    def _chosen(self, number: int) -> None:
        row = self.calls.row(number) if number >= 0 else None
        if row is not None and (row.id != self._wanted_call or self.view.call is None):
            self._wanted_call = row.id
            self._load(row.id)

    def _page_came(self, first: object, last: object) -> None:
        """The chosen row may have been one not read yet."""
        del first, last
        self._chosen(self.list.currentIndex().row())

    # --- one call --------------------------------------------------------------------------------

    def _load(self, call: str) -> None:
        self.panel.remarks.clear()
        self.worker.ask(_CALL, lambda desk: desk.call(call), self._took_call)

    def _took_call(self, call: ReviewCall) -> None:
        self._say("")
        self.view.show_call(call)
        self.panel.show_call(call)
        if call.row.reasons:
            self.view.seek(max(0, call.row.reasons[0].at - 400))
        call_id = call.row.id
        self.worker.forget("waveform")
        self.worker.forget("player")
        if call.has_audio:
            self.worker.ask("player", lambda desk: desk.player(call_id), self.view.take_player)
            self.worker.ask(
                "waveform", lambda desk: desk.waveform(call_id), self.view.take_waveform
            )
        self._tell_settled()

    def _change(
        self,
        task: Callable[[ReviewDesk, str], object],
        then: Callable[[], object] | None = None,
    ) -> None:
        """Do something to the call that is looked at, and show it as it is then."""
        if self.view.call is None:
            return
        call_id = self.view.call.row.id

        def run(desk: ReviewDesk) -> ReviewCall:
            task(desk, call_id)
            return desk.call(call_id)

        def take(call: ReviewCall) -> None:
            self._say("")
            self.calls.replace(call.row)
            if self.view.call is not None and self.view.call.row.id == call_id:
                self.view.update_call(call)
                self.panel.show_call(call)
            if then is not None:
                then()
            self._tell_settled()

        self.worker.do("change", run, take)

    def _set_reviewed(self, is_reviewed: bool) -> None:
        """A reviewed call stays where it stands until the list is read again."""
        self._change(
            lambda desk, call: desk.set_reviewed(call, is_reviewed=is_reviewed), self._recount
        )

    def _recount(self) -> None:
        flagged = replace(self.tabs[0].wanted, text="")
        self.worker.ask("count", lambda desk: desk.count(flagged), self._show_count)

    def _show_count(self, count: int) -> None:
        if self.tabs[0].button is not None:
            text = f"{self.tabs[0].title} {count}" if count else self.tabs[0].title
            self.tabs[0].button.setText(text)
        self._tell_settled()

    def _judge_fact(self, number: int | None, name: str, at: int, verdict: Verdict | None) -> None:
        self._change(lambda desk, call: desk.mark_detection(call, number, name, at, verdict))

    def _comment(self, text: str, at: int | None, kind: CommentKind, answers: str) -> None:
        self._change(
            lambda desk, call: desk.comment(call, text, at=at, kind=kind, answers=answers),
            self.panel.remarks.clear,
        )

    def _export(self) -> None:
        if self.view.call is None:
            return
        call_id = self.view.call.row.id
        file = self._ask_file(self, call_id)
        if file:
            self._do(lambda desk: desk.export(call_id, Path(file)), lambda: None)

    # --- the rest --------------------------------------------------------------------------------

    def _do(self, task: Callable[[ReviewDesk], object], then: Callable[[], object]) -> None:
        def take(answer: object) -> None:
            del answer
            then()
            self._tell_settled()

        self.worker.do("change", task, take)

    def _reload_filters(self) -> None:
        self.worker.ask("filters", lambda desk: desk.filters(), self.filters.set_saved)

    def _reload_people(self) -> None:
        self.worker.ask("agents", lambda desk: desk.agents(), self.filters.set_agents)
        self.worker.ask("leads", lambda desk: desk.leads(), self.panel.set_leads)

    def _failed(self, kind: str, sentence: str) -> None:
        if kind in {"player", "waveform"}:
            self.view.show_no_sound(sentence)
        elif kind in {_OPEN, _LIST} and self.view.call is None:
            self.view.show_nothing(self.tr("The calls cannot be read"), sentence)
        else:
            self._say(sentence)
        self._tell_settled()

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _tell_settled(self) -> None:
        if not self.worker.is_busy:
            self.settled.emit()

    def _if_lead(self, act: Callable[[], object]) -> None:
        if not self._is_agent and self.view.call is not None:
            act()

    def _space(self) -> None:
        """Plays; on a button it presses that, as everywhere."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
            focused.click()
        elif self.view.call is not None:
            self.view.playback.toggle()

    def _focus_scores(self) -> None:
        if self.panel.scores.values:
            self.panel.scores.values[0].setFocus()

    def _show_keys(self) -> None:
        from assist.ui.review.keyhelp import KeyHelp

        KeyHelp(self, self._theme, is_agent=self._is_agent).show()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.view.playback.close()
        self.worker.stop()
        super().closeEvent(event)
        self.closed.emit()
