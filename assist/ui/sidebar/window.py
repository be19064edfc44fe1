"""The sidebar's window: puts the sections together and follows the engine's messages.

It stays on top, docks to an edge of the screen and never takes the focus, but for the one field
somebody clicked to type in.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assist.core.commands import AnswerOffer
from assist.core.events import CallStarted, Event
from assist.core.notices import Notice
from assist.ui.callstate import Area, CallState, Changes, Phase
from assist.ui.itemmodels.checklist import ChecklistModel
from assist.ui.itemmodels.promises import PromisesModel
from assist.ui.itemmodels.transcript import TranscriptModel
from assist.ui.native.chords import CHORDS, Chords, Shortcut
from assist.ui.native.desktop import NativeDesktop
from assist.ui.phonestate import PhoneState
from assist.ui.sidebar.banners import Banners
from assist.ui.sidebar.callpage import CallPage
from assist.ui.sidebar.dock import Dock
from assist.ui.sidebar.docking import GRIP_PX, MIN_HEIGHT, STRIP_PX, Place
from assist.ui.sidebar.focus import FocusLoan
from assist.ui.sidebar.footer import Footer
from assist.ui.sidebar.header import Header
from assist.ui.sidebar.idle import IdlePage
from assist.ui.sidebar.menu import MenuPanel
from assist.ui.sidebar.pieces import Rule, Themed
from assist.ui.sidebar.presenting import present
from assist.ui.sidebar.shortcuts import OUTCOME_KEYS, command_of
from assist.ui.sidebar.strip import Strip
from assist.ui.sidebar.wiring import CommandSink, label_keys, wire
from assist.ui.theme import Theme, qt_palette, style_sheet

if TYPE_CHECKING:
    from assist.ui.look import Look

_SEEN_FROM_AFAR = frozenset(
    {Area.PHASE, Area.HEADER, Area.FEELING, Area.CARD, Area.NEXT, Area.TROUBLE, Area.FOLLOW_UPS}
) | {Area.PHONE, Area.LEAD}
"""What the strip and a tray icon show of it."""


class SidebarWindow(QWidget):
    """A viewer of one engine; `send` takes what the agent asks of it."""

    closed = Signal()
    placed = Signal(object)
    """Somebody put it somewhere: its new `Place`."""
    entry_chosen = Signal(object)
    """A `MenuEntry` that others answer to."""
    state_shown = Signal()
    """What is shown changed in a way that a tray icon shows as well."""

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
        self.setWindowTitle("Call Assist")
        self.setAccessibleName(self.tr("Call Assist sidebar"))
        self.setMinimumHeight(MIN_HEIGHT)
        self._theme = theme
        self._send = send
        self.announces = announces
        self.state = CallState()
        self.transcript_model = TranscriptModel(self)
        self.promises_model = PromisesModel(self)
        self.checklist_model = ChecklistModel(self)
        self.focus_loan = FocusLoan(self, desktop)
        self.frame = Dock(self, desktop, place, reserves_edge=reserves_edge)
        self.frame.placed.connect(self._show_place)
        self.frame.placed.connect(self.placed)
        self._build()
        wire(self, send)
        self.set_theme(theme)
        self.set_keys(CHORDS)
        self._show_place(place)
        self._refresh(frozenset(Area))

    def _build(self) -> None:
        self.strip = Strip(self)
        self.body = QWidget(self)
        self.header = Header(self.body)
        self._grip = QWidget(self)
        self._grip.setCursor(Qt.CursorShape.SizeHorCursor)
        self._rule = Rule(self.body)
        self.menu = MenuPanel(self.body)
        self.banners = Banners(self.body)
        self.pages = QStackedWidget(self.body)
        self.idle = IdlePage(self.pages)
        self.call = CallPage(
            self.transcript_model, self.promises_model, self.checklist_model, self.pages
        )
        self.pages.addWidget(self.idle)
        self.pages.addWidget(self.call)
        self._foot_rule = Rule(self.body)
        self.footer = Footer(self.body)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self._rule, self.menu, self.banners):
            column.addWidget(part)
        column.addWidget(self.pages, 1)
        column.addWidget(self._foot_rule)
        column.addWidget(self.footer)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # The strip is narrower than what it replaces, and the place says how wide we are.
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.addWidget(self.body)
        outer.addWidget(self.strip)

    # --- what the engine says -------------------------------------------------------------------

    def handle_message(self, message: Event | Notice) -> None:
        """Follow one message."""
        if isinstance(message, CallStarted):
            self.keep_typed()  # another call takes the wrap-up card's place
            self.call.desk.forget()
        self._show(self.state.handle(message))

    def handle_snapshot(self, events: Iterable[Event]) -> None:
        """Follow a whole call so far at once, as after a reconnect."""
        events = tuple(events)
        starts = [event for event in events if isinstance(event, CallStarted)]
        if starts:
            self.keep_typed()
        if any(event.call != self.state.call for event in starts):
            self.call.desk.forget()
        self.state.handle_snapshot(events)
        self._refresh(frozenset(Area))

    def show_connection(self, is_connected: bool, sentence: str) -> None:
        """Say that the engine does not answer, and keep what is on screen."""
        is_starting = self.state.phase is Phase.CONNECTING
        self.banners.show_connection(is_connected or is_starting, sentence, in_call=self.is_in_call)
        self.idle.show_problem("" if is_connected else sentence)
        self._show_strip()

    def forget_shadowed(self) -> None:
        self.state.shadowed = None
        self._refresh(frozenset({Area.TROUBLE}))

    def forget_known(self) -> None:
        self.state.phone.known = None
        self._refresh(frozenset({Area.PHONE}))

    def show_trouble(self, sentence: str) -> None:
        """Say something of our own in the trouble line."""
        self.state.trouble = sentence
        self._refresh(frozenset({Area.TROUBLE}))

    @property
    def trouble(self) -> str:
        """What is wrong just now, "" where all is well."""
        return self.banners.connection.sentence or self.banners.trouble.sentence

    def _show(self, changes: Changes) -> None:
        if Area.TRANSCRIPT in changes.areas and changes.rows:
            self.transcript_model.apply(changes.rows)
            self._refresh(changes.areas - {Area.TRANSCRIPT})
        else:
            self._refresh(changes.areas)

    def _refresh(self, areas: frozenset[Area]) -> None:
        present(self, areas)
        if areas & _SEEN_FROM_AFAR:
            self._show_strip()

    def _show_strip(self) -> None:
        self.strip.show_state(self.state, self.header.light_of(self.state), self.trouble)
        self.state_shown.emit()

    # --- what the agent does --------------------------------------------------------------------

    def edit_name(self) -> None:
        """Let the name be typed in place."""
        self.header.start_edit(self.state.name)
        self.focus_loan.borrow(self.header.field)

    def toggle_pause(self) -> None:
        self.press_shortcut(Shortcut.PAUSE)

    def press_shortcut(self, shortcut: Shortcut) -> None:
        """Do what a global shortcut asks."""
        if shortcut is Shortcut.COLLAPSE:
            self.set_collapsed(not self.is_collapsed)
        elif shortcut is Shortcut.LET_ME_TYPE:
            self._let_type()
        elif shortcut in OUTCOME_KEYS:
            if self.state.phase is Phase.ENDED:
                self.call.wrap_up.choose(OUTCOME_KEYS[shortcut])
        elif shortcut is Shortcut.COPY:
            if self.state.phase is Phase.ENDED:
                self.call.wrap_up.copy_record()
        else:
            command = command_of(shortcut, self.state)
            if command is not None:
                self._send(command)

    def _let_type(self) -> None:
        if self.focus_loan.is_lent:
            self.focus_loan.give_back()
            return
        if self.is_collapsed:
            self.set_collapsed(False)
        offer = self.banners.offer
        if offer.isVisible():
            self.focus_loan.borrow(offer.button)
        elif not self.menu.isHidden():
            self.focus_loan.borrow(self.menu.first())
        elif self.state.phase is Phase.ENDED:
            self.focus_loan.borrow(next(iter(self.call.wrap_up.outcomes.values())))
        elif self.header.name.isEnabled():
            self.focus_loan.borrow(self.header.name)
        else:
            self.focus_loan.borrow(self.header.menu_button)

    def answer_offer(self, offer: int, is_taken: bool) -> None:
        self._send(AnswerOffer(offer=offer, is_taken=is_taken))
        self.focus_loan.give_back()

    def keep_typed(self) -> None:
        """Have what is still being typed written to the call it belongs to."""
        if self.state.wrap_up is not None:
            self.call.wrap_up.keep()
        elif self.state.started is not None:
            self.call.desk.keep()

    def next_call(self) -> None:
        """Put the wrap-up card away."""
        self.keep_typed()
        self.focus_loan.give_back()
        before = self.state
        self.state = CallState(
            phase=Phase.IDLE,
            model=before.model,
            phone=PhoneState(offer=before.phone.offer),
            has_team=before.has_team,
            follow_ups=before.follow_ups,
            is_private=before.is_private,
        )
        self.call.desk.forget()
        self._refresh(frozenset(Area))

    def toggle_menu(self) -> None:
        if self.menu.isHidden():
            self.menu.show()
        else:
            self.menu.close_panel()
        self.pages.setVisible(self.menu.isHidden())

    # --- the window itself ----------------------------------------------------------------------

    def apply(self, look: "Look", place: Place | None = None) -> None:
        """Look as the settings say from now on, and stand at `place` (by default theirs)."""
        self.announces = look.announces
        self.frame.set_reserving(look.reserves_edge)
        self.set_theme(look.make_theme())
        self.frame.move_to(place or look.place(), is_told=False)
        self._show_place(self.frame.place)

    def set_keys(self, chords: Chords) -> None:
        """Show these shortcuts beside what they do."""
        label_keys(self, chords)
        self.footer.show_state(self.state)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in another theme."""
        self._theme = theme
        self.frame.strip = theme.space(STRIP_PX)
        self.setPalette(qt_palette(theme.palette))
        self.setStyleSheet(style_sheet(theme))
        parts: list[Themed] = [
            self.strip,
            self.header,
            self._rule,
            self.menu,
            self.banners,
            self.idle,
            self.call,
            self._foot_rule,
            self.footer,
        ]
        for part in parts:
            part.set_theme(theme)
        self._show_strip()
        self.update()

    def dock(self) -> None:
        """Go where the settings say on the present screen."""
        self.frame.dock()
        self._place_grip()

    def set_collapsed(self, is_collapsed: bool) -> None:
        """Shrink to the strip, or open again."""
        if is_collapsed:
            self.focus_loan.give_back()
            self.menu.close_panel()
        self.frame.set_collapsed(is_collapsed)

    def come_forward(self) -> None:
        """Be seen: a second start asks for it."""
        self.set_collapsed(False)
        self.show()
        self.raise_()

    def _show_place(self, place: Place) -> None:
        self.strip.set_side(place.side)
        self.menu.set_side(place.side)
        self.body.setVisible(not place.is_collapsed)
        self.strip.setVisible(place.is_collapsed)
        self._grip.setVisible(not place.is_collapsed)
        self._place_grip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_grip()

    def _place_grip(self) -> None:
        left = self.width() - GRIP_PX if self.frame.place.side == "left" else 0
        self._grip.setGeometry(left, 0, GRIP_PX, self.height())
        self._grip.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.palette.window))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.focus_loan.is_lent:
            self.menu.close_panel()
            self.focus_loan.give_back()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.frame.press(event.globalPosition().toPoint(), event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.frame.drag_to(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.frame.release(event.globalPosition().toPoint())

    @property
    def is_collapsed(self) -> bool:
        return self.frame.place.is_collapsed

    @property
    def is_in_call(self) -> bool:
        return self.state.phase is Phase.CALL

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; while a live call is listened to, say first that it goes on."""
        if self._must_ask():
            event.ignore()
            self.banners.ask_to_close()
            return
        self.keep_typed()
        self.focus_loan.give_back()
        self.frame.let_go()
        super().closeEvent(event)
        self.closed.emit()

    def _must_ask(self) -> bool:
        started = self.state.started
        is_live = started is not None and started.source == "live"
        return self.is_in_call and is_live and not self.banners.has_asked
