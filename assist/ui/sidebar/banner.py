"""One sentence across the sidebar: a trouble, a lost engine, a pause. Never a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assist.core.events import Urgency
from assist.core.notices import CallOffered
from assist.ui.callstate import CallState, Phase
from assist.ui.phonewords import end_text, known_text, offer_details, offer_title
from assist.ui.sidebar.pieces import ThemedLabel, WrappedLabel
from assist.ui.theme import Size, Theme


class Banner(QWidget):
    """A sentence on a tinted ground, with one button if there is something to do."""

    clicked = Signal()

    def __init__(self, urgency: Urgency, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._urgency = urgency
        self._sign = sign
        self._theme: Theme | None = None
        self._sentence = ""
        self.text = WrappedLabel(4, Size.SMALL, parent=self)
        self.button = QPushButton(self)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.clicked)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.text.set_theme(theme)
        self.text.set_colour(theme.palette.text)
        side = theme.space(14)
        self._row.setContentsMargins(side, theme.space(7), theme.space(10), theme.space(7))
        self._row.setSpacing(theme.space(8))

    def say(self, sentence: str, button: str = "", accessible: str = "") -> None:
        """Show a sentence; an empty one hides the banner."""
        self._sentence = sentence
        self.text.setText(f"{self._sign} {sentence}" if sentence else "")
        self.setAccessibleName(sentence)
        self.button.setVisible(bool(button))
        self.button.setText(button)
        self.button.setAccessibleName(accessible or button)
        self.setVisible(bool(sentence))
        self.updateGeometry()

    @property
    def sentence(self) -> str:
        return self._sentence

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        tint = self._theme.palette.tint(self._urgency)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tint.ground))
        painter.fillRect(0, 0, self._theme.space(3), self.height(), QColor(tint.accent))
        painter.end()


class OfferBanner(Banner):
    """A call of the softphone that could be listened to, with Start and Not now."""

    answered = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Urgency.HINT, "☎", parent)
        self._offer = 0
        self.text.set_most_lines(6)
        self.title = ThemedLabel(Size.TEXT, is_bold=True, parent=self)
        lines = QVBoxLayout()
        self._row.removeWidget(self.text)
        lines.addWidget(self.title)
        lines.addWidget(self.text)
        self._row.insertLayout(0, lines, 1)
        self.decline = QPushButton(self.tr("Not now"), self)
        self.decline.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setProperty("kind", "primary")
        buttons = QVBoxLayout()
        self._row.removeWidget(self.button)
        buttons.addWidget(self.button)
        buttons.addWidget(self.decline)
        self._row.addLayout(buttons)
        self.clicked.connect(lambda: self.answered.emit(self._offer, True))
        self.decline.clicked.connect(lambda: self.answered.emit(self._offer, False))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.title.set_theme(theme)

    def show_offer(self, offer: CallOffered | None) -> None:
        if offer is None:
            self.say("")
            return
        self._offer = offer.offer
        who = offer.name or offer.number or self.tr("the caller")
        start = self.tr("Start listening to the call with {who}").format(who=who)
        title, details = offer_title(offer), offer_details(offer)
        self.say(f"{title}. {details}".strip(), self.tr("Start"), start)
        self.title.setText(f"{self._sign} {title}")
        self.text.setText(details)
        self.text.setVisible(bool(details))
        self.decline.setAccessibleName(self.tr("Do not listen to this call"))


class Banners(QWidget):
    """All there is to say across the window, the most pressing first."""

    offer_answered = Signal(int, bool)
    known_dismissed = Signal()
    resume_asked = Signal()
    end_asked = Signal()
    trouble_dismissed = Signal()
    shadowed_dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.closing = Banner(Urgency.HINT, "✕", self)
        self.connection = Banner(Urgency.HINT, "⟳", self)
        self.trouble = Banner(Urgency.URGENT, "⚠", self)
        self.paused = Banner(Urgency.HINT, "❚❚", self)
        self.shadowed = Banner(Urgency.HINT, "◐", self)
        self.offer = OfferBanner(self)
        self.ending = Banner(Urgency.HINT, "☎", self)
        self.known = Banner(Urgency.HINT, "↺", self)
        self._all = (
            self.closing,
            self.connection,
            self.trouble,
            self.offer,
            self.ending,
            self.paused,
            self.known,
            self.shadowed,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for banner in self._all:
            column.addWidget(banner)
        self.closing.clicked.connect(self.end_asked)
        self.trouble.clicked.connect(self.trouble_dismissed)
        self.paused.clicked.connect(self.resume_asked)
        self.shadowed.clicked.connect(self.shadowed_dismissed)
        self.offer.answered.connect(self.offer_answered)
        self.ending.clicked.connect(self.end_asked)
        self.known.clicked.connect(self.known_dismissed)

    def set_theme(self, theme: Theme) -> None:
        for banner in self._all:
            banner.set_theme(theme)

    def show_state(self, state: CallState) -> None:
        """Say the engine's trouble and the pause."""
        self.trouble.say(state.trouble, "✕", self.tr("Dismiss this message"))
        self.shadowed.say(self._shadowed(state), "✕", self.tr("Dismiss this message"))
        if state.phase is Phase.CALL and state.is_paused:
            sentence = self.tr("Paused: nothing is heard or kept.")
            if state.is_on_hold:
                sentence = self.tr("On hold: nothing is heard or kept.")
            self.paused.say(sentence, self.tr("Resume"))
        else:
            self.paused.say("")
        if state.phase is not Phase.CALL:
            self.closing.say("")

    def show_phone(self, state: CallState) -> None:
        """Say what the softphone tells, and who is calling."""
        phone, in_call = state.phone, state.phase is Phase.CALL
        # During a call only one that may be taken while this one is on hold.
        is_told = not in_call or (phone.offer is not None and phone.offer.parks)
        self.offer.show_offer(phone.offer if is_told else None)
        suggested = phone.suggested if in_call else None
        self.ending.say(end_text(suggested) if suggested else "", self.tr("End the call"))
        known = phone.known if in_call else None
        dismiss = self.tr("Dismiss this message")
        self.known.say(known_text(known) if known else "", "✕", dismiss)

    def _shadowed(self, state: CallState) -> str:
        """That a rule went to shadow; during a call it waits, being no news for that moment."""
        rule = state.shadowed
        if rule is None or state.phase in (Phase.CALL, Phase.ENDING):
            return ""
        return self.tr(
            "The prompt “{title}” was right in {right} of {all} marks only and is no longer shown. "
            "Whoever keeps the playbook can bring it back."
        ).format(title=rule.title, right=rule.right, all=rule.right + rule.wrong)

    def show_connection(self, is_connected: bool, sentence: str, *, in_call: bool) -> None:
        """Say that the engine does not answer, and why."""
        text = self.tr("Reconnecting…")
        if in_call:
            text = self.tr("Reconnecting… The call goes on; prompts come back in a moment.")
        self.connection.say("" if is_connected else f"{text} {sentence}".strip())

    def ask_to_close(self) -> None:
        """Say what closing the window does not do."""
        self.closing.say(
            self.tr("The call is still being listened to. Close again to leave it so."),
            self.tr("End the call"),
        )

    @property
    def has_asked(self) -> bool:
        return bool(self.closing.sentence)
