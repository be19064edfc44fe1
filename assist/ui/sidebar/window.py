"""The sidebar's window: puts the sections together and follows the engine's messages.

It stays on top, docks to an edge of the screen and never takes the focus, but for the one field
somebody clicked to type in.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assist.core.commands import (
    AnswerOffer,
    Command,
    DismissCue,
    EndCall,
    FlagMoment,
    MarkCue,
    ReportPainted,
    SetName,
    SetOutcome,
    StartCall,
    WriteNote,
)
from assist.core.events import CallStarted, Event
from assist.core.notices import Notice
from assist.ui.callstate import Area, CallState, Changes, Cue, Phase
from assist.ui.itemmodels.checklist import ChecklistModel
from assist.ui.itemmodels.promises import PromisesModel
from assist.ui.itemmodels.transcript import TranscriptModel
from assist.ui.native.desktop import NativeDesktop, Shortcut
from assist.ui.phonestate import PhoneState
from assist.ui.sidebar.banner import Banners
from assist.ui.sidebar.callpage import CallPage
from assist.ui.sidebar.docking import (
    GRIP_PX,
    MIN_HEIGHT,
    Drag,
    Place,
    begin_drag,
    edge_of,
    frame,
    free_area,
    least_height,
)
from assist.ui.sidebar.focus import FocusLoan
from assist.ui.sidebar.footer import Footer
from assist.ui.sidebar.header import Header
from assist.ui.sidebar.idle import IdlePage
from assist.ui.sidebar.pieces import Rule, Themed
from assist.ui.sidebar.shortcuts import command_of
from assist.ui.theme import Theme, qt_palette, style_sheet

CommandSink = Callable[[Command], object]
_TITLE = "Call Assist"


class SidebarWindow(QWidget):
    """A viewer of one engine; `send` takes what the agent asks of it."""

    closed = Signal()
    placed = Signal(str, int)
    """The mouse put it on a side ("left", "right", or "" for none) at a width in pixels."""

    def __init__(
        self,
        theme: Theme,
        send: CommandSink,
        desktop: NativeDesktop,
        place: Place,
        *,
        announces: bool = False,
        reserves_edge: bool = False,
    ) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(self.tr("Call Assist sidebar"))
        self.setMinimumHeight(MIN_HEIGHT)
        self._theme = theme
        self._send = send
        self._desktop = desktop
        self._place = place
        self.announces = announces
        self._reserves_edge = reserves_edge
        self._drag: Drag | None = None
        self._reserved: Place | None = None
        self.state = CallState()
        self.transcript_model = TranscriptModel(self)
        self.promises_model = PromisesModel(self)
        self.checklist_model = ChecklistModel(self)
        self.focus_loan = FocusLoan(self, desktop)
        self._build()
        self._wire()
        self.set_theme(theme)
        self._refresh(frozenset(Area))

    def _build(self) -> None:
        self.header = Header(self)
        self._grip = QWidget(self)
        self._grip.setCursor(Qt.CursorShape.SizeHorCursor)
        self._rule = Rule(self)
        self.banners = Banners(self)
        self.pages = QStackedWidget(self)
        self.idle = IdlePage(self.pages)
        self.call = CallPage(
            self.transcript_model, self.promises_model, self.checklist_model, self.pages
        )
        self.pages.addWidget(self.idle)
        self.pages.addWidget(self.call)
        self._foot_rule = Rule(self)
        self.footer = Footer(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self._rule, self.banners):
            column.addWidget(part)
        column.addWidget(self.pages, 1)
        column.addWidget(self._foot_rule)
        column.addWidget(self.footer)

    def _wire(self) -> None:
        self.header.name_asked.connect(self.edit_name)
        self.header.name_typed.connect(lambda name: self._send(SetName(name=name)))
        self.header.edit_left.connect(self.focus_loan.give_back)
        self.header.close_asked.connect(self.close)
        self.focus_loan.ended.connect(self.header.end_edit)
        self.call.prompts.card.dismissed.connect(lambda cue: self._send(DismissCue(cue=cue)))
        self.call.prompts.card.cue_painted.connect(
            lambda cue, at: self._send(ReportPainted(cue=cue, painted_at_ns=at))
        )
        self.call.prompts.card.marked.connect(
            lambda cue, right: self._send(MarkCue(cue=cue, is_right=right))
        )
        self.footer.pause_asked.connect(self.toggle_pause)
        self.footer.end_asked.connect(lambda: self._send(EndCall()))
        self.banners.end_asked.connect(lambda: self._send(EndCall()))
        self.banners.resume_asked.connect(self.toggle_pause)
        self.banners.known_dismissed.connect(self._forget_known)
        self.banners.offer_answered.connect(self._answer_offer)
        self.banners.trouble_dismissed.connect(lambda: self.show_trouble(""))
        self.banners.shadowed_dismissed.connect(self._forget_shadowed)
        self.idle.listen_asked.connect(lambda: self._send(StartCall(source="live")))
        self.idle.demo_asked.connect(lambda: self._send(StartCall(source="demo")))
        wrap_up = self.call.wrap_up
        wrap_up.outcome_chosen.connect(
            lambda chosen: self._send(SetOutcome(outcome=chosen, call=self.state.call))
        )
        wrap_up.note_entered.connect(lambda: self.focus_loan.borrow(wrap_up.note))
        wrap_up.note_typed.connect(
            lambda text: self._send(WriteNote(text=text, call=self.state.call))
        )
        wrap_up.note_left.connect(self.focus_loan.give_back)
        wrap_up.lead_asked.connect(
            lambda: self._send(FlagMoment(for_lead=True, call=self.state.call))
        )
        wrap_up.next_asked.connect(self._next_call)

    # --- what the engine says -------------------------------------------------------------------

    def handle_message(self, message: Event | Notice) -> None:
        """Follow one message."""
        if isinstance(message, CallStarted):
            self.keep_note()  # another call takes the wrap-up card's place
        self._show(self.state.handle(message))

    def handle_snapshot(self, events: Iterable[Event]) -> None:
        """Follow a whole call so far at once, as after a reconnect."""
        events = tuple(events)
        if any(isinstance(event, CallStarted) for event in events):
            self.keep_note()
        self.state.handle_snapshot(events)
        self._refresh(frozenset(Area))

    def show_connection(self, is_connected: bool, sentence: str) -> None:
        """Say that the engine does not answer, and keep what is on screen."""
        is_starting = self.state.phase is Phase.CONNECTING
        self.banners.show_connection(is_connected or is_starting, sentence, in_call=self.is_in_call)
        self.idle.show_problem("" if is_connected else sentence)

    def _forget_shadowed(self) -> None:
        self.state.shadowed = None
        self._refresh(frozenset({Area.TROUBLE}))

    def _forget_known(self) -> None:
        self.state.phone.known = None
        self._refresh(frozenset({Area.PHONE}))

    def show_trouble(self, sentence: str) -> None:
        """Say something of our own in the trouble line."""
        self.state.trouble = sentence
        self._refresh(frozenset({Area.TROUBLE}))

    def _show(self, changes: Changes) -> None:
        if Area.TRANSCRIPT in changes.areas and changes.rows:
            self.transcript_model.apply(changes.rows)
            self._refresh(changes.areas - {Area.TRANSCRIPT})
        else:
            self._refresh(changes.areas)

    def _refresh(self, areas: frozenset[Area]) -> None:
        state = self.state
        if areas >= frozenset(Area):
            self._reset_models()
            if state.wrap_up is None:
                self.call.wrap_up.forget_note()  # before it is hidden and loses the focus
        if Area.PHASE in areas:
            self._show_phase()
        if Area.HEADER in areas:
            self.header.show_state(state)
            self.transcript_model.set_customer(state.customer)
        if Area.FEELING in areas:
            self.call.feeling.show_state(state)
        if Area.CARD in areas:
            self._show_card(state.card)
        if Area.NEXT in areas:
            self.call.prompts.next.show_cue(state.next)
            self.call.fit()
        if areas & {Area.GUIDANCE, Area.CARD, Area.NEXT}:
            self._show_guidance()
        if Area.CHECKLIST in areas:
            self.checklist_model.set_ticks(state.checklist)
        if Area.PROMISES in areas:
            for promise in state.promises.values():
                self.promises_model.put(promise)
        if Area.FOOTER in areas:
            self.footer.show_state(state)
        if Area.LEVELS in areas:
            self.footer.show_levels(state)
        if areas & {Area.TROUBLE, Area.PHASE}:
            self.banners.show_state(state)
        if areas & {Area.PHONE, Area.PHASE}:
            self._show_phone()
        if Area.WRAPUP in areas:
            self.call.wrap_up.show_state(state)
            self.call.fit()
        if Area.CLOCK in areas:
            self._show_clock()

    def _reset_models(self) -> None:
        lines = self.state.lines
        self.transcript_model.reset(lines[row] for row in range(len(lines)))
        self.promises_model.reset()
        if self.state.started is not None:
            self.promises_model.set_today(self.state.started.started_at)

    def _show_clock(self) -> None:
        now = self.state.now
        self.call.prompts.card.show_time(now)
        if now // 1000 != self.header.shown_second:
            self.header.show_clock(now)
            self.call.feeling.show_curve(self.state)
            self.footer.show_notes(self.state)
            self.call.show_guidance(self.state)

    def _show_card(self, cue: Cue | None) -> None:
        card = self.call.prompts.card
        is_new = cue is not None and (card.cue is None or card.cue.number != cue.number)
        card.show_cue(cue)
        if is_new and self.announces:
            self._announce(card, card.accessibleName())

    def _show_guidance(self) -> None:
        guidance, card = self.state.guidance, self.state.card
        self.call.prompts.card.show_mark(None if card is None else guidance.marks.get(card.number))
        self.call.show_guidance(self.state)

    def _show_phone(self) -> None:
        before = self.banners.offer.sentence
        self.banners.show_phone(self.state)
        offered = self.banners.offer.sentence
        if offered and not before and self.announces:
            self._announce(self.banners.offer, offered)

    def _announce(self, part: QWidget, words: str) -> None:
        event = QAccessibleAnnouncementEvent(part, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    def _show_phase(self) -> None:
        state = self.state
        has_call = state.phase in (Phase.CALL, Phase.ENDING, Phase.ENDED)
        self.pages.setCurrentWidget(self.call if has_call else self.idle)
        self.idle.show_state(state)
        self.call.show_phase(state)

    # --- what the agent does --------------------------------------------------------------------

    def edit_name(self) -> None:
        """Let the name be typed in place."""
        self.header.start_edit(self.state.name)
        self.focus_loan.borrow(self.header.field)

    def toggle_pause(self) -> None:
        self.press_shortcut(Shortcut.PAUSE)

    def press_shortcut(self, shortcut: Shortcut) -> None:
        """Do what a global shortcut asks."""
        if shortcut is not Shortcut.LET_ME_TYPE:
            command = command_of(shortcut, self.state)
            if command is not None:
                self._send(command)
        elif self.focus_loan.is_lent:
            self.focus_loan.give_back()
        else:
            offer = self.banners.offer
            self.focus_loan.borrow(offer.button if offer.isVisible() else self.header.name)

    def _answer_offer(self, offer: int, is_taken: bool) -> None:
        self._send(AnswerOffer(offer=offer, is_taken=is_taken))
        self.focus_loan.give_back()

    def keep_note(self) -> None:
        """Have a note that is still being typed written to the call that ended."""
        if self.state.wrap_up is not None:
            self.call.wrap_up.keep_note()

    def _next_call(self) -> None:
        self.keep_note()
        self.focus_loan.give_back()
        phone = PhoneState(offer=self.state.phone.offer)
        self.state = CallState(phase=Phase.IDLE, model=self.state.model, phone=phone)
        self._refresh(frozenset(Area))

    # --- the window itself ----------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in another theme."""
        self._theme = theme
        self.setPalette(qt_palette(theme.palette))
        self.setStyleSheet(style_sheet(theme))
        parts: list[Themed] = [
            self.header,
            self._rule,
            self.banners,
            self.idle,
            self.call,
            self._foot_rule,
            self.footer,
        ]
        for part in parts:
            part.set_theme(theme)
        self.update()

    def dock(self) -> None:
        """Go where the settings say on the present screen."""
        area = self._area()
        self.setMinimumHeight(least_height(area))
        self.setGeometry(frame(self._place, area))
        self._place_grip()
        self._reserve()

    def _area(self) -> QRect:
        screen = self.screen()
        return free_area(screen.availableGeometry(), screen.geometry(), self._reserved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_grip()

    def _place_grip(self) -> None:
        left = self.width() - GRIP_PX if self._place.side == "left" else 0
        self._grip.setGeometry(left, 0, GRIP_PX, self.height())
        self._grip.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.palette.window))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.focus_loan.is_lent:
            self.focus_loan.give_back()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            at, hot = event.globalPosition().toPoint(), event.position().toPoint()
            self._drag = begin_drag(self.geometry(), self._place, at, hot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            self.setGeometry(self._drag.rect_at(event.globalPosition().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            return
        before = self._place
        self._place = self._drag.place_at(event.globalPosition().toPoint(), self._area())
        self._drag = None
        self.dock()
        if self._place != before:
            self.placed.emit(self._place.side, self._place.width)

    @property
    def is_in_call(self) -> bool:
        return self.state.phase is Phase.CALL

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; while a live call is listened to, say first that it goes on."""
        if self._must_ask():
            event.ignore()
            self.banners.ask_to_close()
            return
        self.keep_note()
        self.focus_loan.give_back()
        self._desktop.reserve_edge(int(self.winId()), None)
        super().closeEvent(event)
        self.closed.emit()

    def _must_ask(self) -> bool:
        started = self.state.started
        is_live = started is not None and started.source == "live"
        return self.is_in_call and is_live and not self.banners.has_asked

    def _reserve(self) -> None:
        if not self._reserves_edge:
            return
        edge = edge_of(self._place, self.geometry(), self.devicePixelRatioF())
        is_kept = self._desktop.reserve_edge(int(self.winId()), edge)
        self._reserved = self._place if is_kept else None
