"""The review window: tabs over a list of calls, one call in full, and what is made of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from assist.core.interfaces import ReviewDesk
from assist.core.review import (
    CallRow,
    CommentKind,
    DeskSource,
    Order,
    ReviewCall,
    ReviewFilter,
    Verdict,
)
from assist.ui.review.asking import AskFile, MakeTimer, ask_export_file, typing_timer
from assist.ui.review.calls import PAGE
from assist.ui.review.callside import CallSide, why_empty
from assist.ui.review.callview import CallView
from assist.ui.review.causes_page import CausesPage
from assist.ui.review.followups_page import FollowUpsPage
from assist.ui.review.frame import below_each_other, set_first_size, side_by_side, trouble_line
from assist.ui.review.live_page import LivePage
from assist.ui.review.live_worker import OpenBoard, no_board
from assist.ui.review.page import Pages
from assist.ui.review.panel import SidePanel
from assist.ui.review.shortcuts import Shortcuts
from assist.ui.review.sound import CallSound
from assist.ui.review.style import review_sheet
from assist.ui.review.team_page import TeamPage
from assist.ui.review.topbar import Tab, TopBar
from assist.ui.review.wiring import wire
from assist.ui.review.worker import DeskWorker, OpenDesk
from assist.ui.sentences import said
from assist.ui.theme import Theme, qt_palette

_LEAST_LIST, _LEAST_PANEL, _LEAST_HEIGHT = 200, 215, 480
"""Pixels at 100 %; with them a screen of 1,366 by 768 holds everything at 150 %."""
_LEAD_MS = 400
"""A call is shown from a little before the moment looked for."""
_OPEN, _LIST, _CALL = "open", "list", "call"


class ReviewWindow(QWidget):
    """Works on what `open_desk` opens, on a thread of its own. Emits `closed`.

    `open_board` opens the team's live board, `now` is the wall clock, `ask_file` asks where to
    export to. `settled` is emitted whenever
    what was asked for is shown.
    """

    closed = Signal()
    settled = Signal()

    def __init__(
        self,
        theme: Theme,
        open_desk: OpenDesk,
        *,
        open_board: OpenBoard = no_board,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        make_timer: MakeTimer = typing_timer,
        ask_file: AskFile = ask_export_file,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("review")
        self.setWindowTitle(self.tr("Call review"))
        self.theme = theme
        self._ask_file = ask_file
        self._wanted_call = ""
        self._is_sized = self._is_closed = False
        self.worker = DeskWorker(open_desk, self)
        unreviewed = ReviewFilter(is_flagged=True, is_reviewed=False)
        self.tabs = [
            Tab("flagged", self.tr("Flagged"), unreviewed),
            Tab("all", self.tr("All calls"), ReviewFilter(order=Order.NEWEST)),
        ]
        self._tab = self.tabs[0]
        self._build(now, open_board)
        self._search_timer = make_timer(self)
        self._wire()
        self.set_theme(theme)
        self.view.show_nothing(self.tr("Reading the calls …"), "")
        self.panel.show_call(None)
        self._open()

    # --- set-up ----------------------------------------------------------------------------------

    def _build(self, now: Callable[[], datetime], open_board: OpenBoard) -> None:
        self.top = TopBar(self.tr("Call review"), self)
        self.search = self.top.search
        for tab in self.tabs:
            self.top.add_tab(tab)
        self.trouble = trouble_line(self)
        self.side = CallSide(self.worker, now, self)
        self.filters, self.list, self.calls = self.side.filters, self.side.view, self.side.model
        self.view = CallView(now, self)
        self.sound = CallSound(self.worker, self.view, self)
        self.panel = SidePanel(self)
        self.splitter = side_by_side((self.side, self.view, self.panel), self.view, self)
        self.pages = Pages(self.splitter, self.list, self)
        self.team = TeamPage(self.worker, self)
        self.causes = CausesPage(self.worker, now, self)
        self.add_page(self.team.kind, self.tr("Team"), self.team)
        self.add_page(self.causes.kind, self.tr("Causes"), self.causes)
        self.live = LivePage(open_board, self)
        self.live_tab = self.add_page(self.live.kind, self.tr("Live"), self.live)
        self.live.counted.connect(self.live_tab.show_count)
        self.followups = FollowUpsPage(self.worker, now, self)
        self.add_page(self.followups.kind, self.tr("Follow-ups"), self.followups)
        below_each_other((self.top, self.trouble, self.pages), self)

    def add_page(self, key: str, title: str, page: QWidget) -> Tab:
        """A tab more, with a page of its own instead of a list of calls."""
        tab = Tab(key, title, None)
        self.tabs.append(tab)
        self.top.add_tab(tab)
        self.pages.add(key, page)
        return tab

    def _wire(self) -> None:
        self.worker.failed.connect(self._failed)
        self.top.tab_asked.connect(self.choose_tab)
        self.side.call_chosen.connect(self._chosen)
        self.search.textChanged.connect(lambda _: self._search_timer.start())
        self.search.returnPressed.connect(self._search_timer.start)
        self._search_timer.timeout.connect(self._search)
        self.causes.opened.connect(self.open_call)
        self.followups.opened.connect(self.open_call)
        wire(self)
        self.keys = Shortcuts(self)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setPalette(qt_palette(theme.palette))
        self.setStyleSheet(review_sheet(theme))
        for part in (self.top, self.side, self.view, self.panel, self.pages):
            part.set_theme(theme)
        self.side.setMinimumWidth(theme.space(_LEAST_LIST))
        self.panel.setMinimumWidth(theme.space(_LEAST_PANEL))
        self.setMinimumHeight(theme.space(_LEAST_HEIGHT))
        if not self._is_sized:
            self._is_sized = True
            set_first_size(self, self.splitter, theme)

    # --- the list --------------------------------------------------------------------------------

    def _open(self) -> None:
        def look(desk: ReviewDesk) -> tuple[bool, DeskSource, tuple[str, ...], tuple[str, ...]]:
            return desk.is_agent, desk.source, desk.labels(), desk.leads()

        def take(answer: tuple[bool, DeskSource, tuple[str, ...], tuple[str, ...]]) -> None:
            is_agent, source, labels, leads = answer
            self._be_agent(is_agent=is_agent)
            self.side.show_source(source)
            self.view.facts.set_labels(labels)
            self.panel.set_leads(leads)
            self.choose_tab(self._tab.key)
            self.reload_filters()
            self.reload_people()
            self._catch_up()

        self.worker.do(_OPEN, look, take)

    def _catch_up(self) -> None:
        """After the list is there: it need not wait for calls that were left unstored."""

        def take(has_more: bool) -> None:
            if has_more:
                self.refresh()
                self.reload_people()
                self._catch_up()
            self._tell_settled()

        self.worker.ask("catch_up", lambda desk: desk.catch_up(), take)

    def _be_agent(self, *, is_agent: bool) -> None:
        """An agent has one list, of the own calls, and judges nothing."""
        self.panel.set_agent(is_agent=is_agent)
        self.view.facts.allow_judging(is_allowed=not is_agent)
        self.filters.allow_agents(is_allowed=not is_agent)
        self.keys.be_agent(is_agent=is_agent)
        self.live_tab.allow(is_allowed=not is_agent)
        if not is_agent:
            self.live.begin()
        else:
            self.top.heading.setText(self.tr("My calls"))
            self.setWindowTitle(self.tr("My calls"))
            self._tab = self.tabs[1]
            self.tabs[2].rename(self.tr("My figures"))

    def choose_tab(self, key: str) -> None:
        """Show a tab's list, or its page."""
        self._tab = next(tab for tab in self.tabs if tab.key == key)
        if self._tab.button is not None:
            self._tab.button.setChecked(True)
        self.pages.show_tab(key)
        self.keys.be_on_calls(is_on=self._tab.wanted is not None)
        if self._tab.wanted is not None:
            self.filters.set_wanted(self._tab.wanted)
            self.refresh()

    def refresh(self) -> None:
        """Read the list, or the page in front, again; the call that is looked at stays."""
        if self._tab.wanted is None:
            self.pages.refresh()
            return
        wanted = replace(self._tab.wanted, text=self.search.text().strip())
        flagged = self._flagged()

        def look(desk: ReviewDesk) -> tuple[int, tuple[CallRow, ...], int]:
            count = desk.count(wanted)
            other = desk.count(flagged) if wanted != flagged else count
            return count, desk.rows(wanted, PAGE, 0), other

        self.worker.ask(_LIST, look, lambda answer: self._took_list(wanted, *answer))

    def _search(self) -> None:
        """Words are searched in calls: from a page of its own that leads to all of them."""
        self.choose_tab("all" if self._tab.wanted is None else self._tab.key)

    def open_call(self, call: str, at: int | None = None) -> None:
        """Go to a call among all calls, to the moment `at` of it."""
        self._wanted_call = call
        self.tabs[1].wanted = ReviewFilter(order=Order.NEWEST)
        self.search.clear()
        # Before the list: what is chosen in that must be this call, or nothing.
        self.worker.ask(
            _CALL, lambda desk: desk.call(call), lambda answer: self._took_call(answer, at)
        )
        self.choose_tab("all")
        self.list.setFocus()

    def _flagged(self) -> ReviewFilter:
        """What the first tab's number counts."""
        return self.tabs[0].wanted or ReviewFilter()

    def _took_list(
        self, wanted: ReviewFilter, count: int, rows: tuple[CallRow, ...], flagged: int
    ) -> None:
        self._say("")
        kept = self._wanted_call
        self.side.show_calls(wanted, count, rows)
        self.tabs[0].show_count(flagged)
        self.view.look_for(wanted.text)
        if count == 0:
            self._wanted_call = ""
            self.worker.forget(_CALL)
            self.view.show_nothing(*why_empty(replace(wanted, text=""), wanted.text))
            self.panel.show_call(None)
        elif not (kept and self.side.choose(kept)) and (not kept or self.view.call is None):
            self.side.choose_first()
            if not kept:
                self.list.setFocus()
        self._tell_settled()

    def filter_by(self, wanted: ReviewFilter) -> None:
        self._tab.wanted = wanted
        self.refresh()

    def _chosen(self, call: str) -> None:
        if call != self._wanted_call or self.view.call is None:
            self._wanted_call = call
            self._load(call)

    # --- one call --------------------------------------------------------------------------------

    def _load(self, call: str) -> None:
        self.panel.remarks.clear()
        self.worker.ask(_CALL, lambda desk: desk.call(call), self._took_call)

    def _took_call(self, call: ReviewCall, at: int | None = None) -> None:
        self._say("")
        self.view.show_call(call)
        self.panel.show_call(call)
        if at is None and not self.view.look_for(self.search.text()) and call.row.reasons:
            at = call.row.reasons[0].at
        if at is not None:
            self.view.seek(max(0, at - _LEAD_MS))
        self.sound.show_call(call)
        self._tell_settled()

    def change(
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

    def set_reviewed(self, is_reviewed: bool) -> None:
        """A reviewed call stays where it stands until the list is read again."""
        self.change(
            lambda desk, call: desk.set_reviewed(call, is_reviewed=is_reviewed), self._recount
        )

    def _recount(self) -> None:
        def take(count: int) -> None:
            self.tabs[0].show_count(count)
            self._tell_settled()

        self.worker.ask("count", lambda desk: desk.count(self._flagged()), take)

    def judge_fact(self, number: int | None, name: str, at: int, verdict: Verdict | None) -> None:
        self.change(lambda desk, call: desk.mark_detection(call, number, name, at, verdict))

    def write_comment(self, text: str, at: int | None, kind: CommentKind, answers: str) -> None:
        self.change(
            lambda desk, call: desk.comment(call, text, at=at, kind=kind, answers=answers),
            self.panel.remarks.clear,
        )

    def export(self) -> None:
        if self.view.call is None:
            return
        call_id = self.view.call.row.id
        file = self._ask_file(self, call_id)
        if file:
            self.do(lambda desk: desk.export(call_id, Path(file)), lambda: None)

    # --- the rest --------------------------------------------------------------------------------

    def do(self, task: Callable[[ReviewDesk], object], then: Callable[[], object]) -> None:
        def take(answer: object) -> None:
            del answer
            then()
            self._tell_settled()

        self.worker.do("change", task, take)

    def reload_filters(self) -> None:
        self.worker.ask("filters", lambda desk: desk.filters(), self.filters.set_saved)

    def reload_people(self) -> None:
        self.worker.ask("agents", lambda desk: desk.agents(), self.filters.set_agents)
        self.worker.ask("leads", lambda desk: desk.leads(), self.panel.set_leads)

    def _failed(self, kind: str, sentence: str) -> None:
        if self.sound.fail(kind, sentence):
            pass
        elif kind in {_OPEN, _LIST} and self.view.call is None:
            self.view.show_nothing(self.tr("The calls cannot be read"), sentence)
        elif kind == _CALL:
            self.view.show_nothing(self.tr("The call cannot be read"), sentence)
            self.panel.show_call(None)
        elif not self.pages.fail(kind, sentence):
            self._say(sentence)
        self._tell_settled()

    def _say(self, sentence: str) -> None:
        self.trouble.setText(said(sentence))
        self.trouble.setVisible(bool(sentence))

    def _tell_settled(self) -> None:
        if not self.worker.is_busy:
            self.settled.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The first time lets go of the desk and says so; again is harmless."""
        super().closeEvent(event)
        if not self._is_closed:
            self._is_closed = True
            self.live.end()
            self.view.playback.close()
            self.worker.stop()
            self.closed.emit()
