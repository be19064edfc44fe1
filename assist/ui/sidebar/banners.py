"""All that is said across the sidebar, in its order."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assist.core.events import Urgency
from assist.ui.callstate import CallState, Phase
from assist.ui.phonewords import end_text, known_text
from assist.ui.sidebar.banner import Banner, OfferBanner
from assist.ui.sidebar.followups import FollowUpBanner
from assist.ui.sidebar.leadline import LeadLine
from assist.ui.theme import Theme


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
        self.follow_up = FollowUpBanner(self)
        self.lead_line = LeadLine(self)
        self._all = (
            self.closing,
            self.connection,
            self.trouble,
            self.offer,
            self.ending,
            self.paused,
            self.known,
            self.follow_up,
            self.shadowed,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for banner in (*self._all, self.lead_line):
            column.addWidget(banner)
        self.closing.clicked.connect(self.end_asked)
        self.trouble.clicked.connect(self.trouble_dismissed)
        self.paused.clicked.connect(self.resume_asked)
        self.shadowed.clicked.connect(self.shadowed_dismissed)
        self.offer.answered.connect(self.offer_answered)
        self.ending.clicked.connect(self.end_asked)
        self.known.clicked.connect(self.known_dismissed)

    def set_theme(self, theme: Theme) -> None:
        for banner in (*self._all, self.lead_line):
            banner.set_theme(theme)

    def show_state(self, state: CallState) -> None:
        """Say the engine's trouble and the pause."""
        self.trouble.say(state.trouble, "✕", self.tr("Dismiss this message"))
        self.shadowed.say(self._shadowed(state), "✕", self.tr("Dismiss this message"))
        if state.phase is Phase.CALL and state.is_paused:
            sentence = self.tr("Paused: nothing is heard or kept.")
            if state.is_on_hold:
                sentence = self.tr("On hold: nothing is heard or kept.")
            elif state.is_card_talk:
                sentence = self.tr("Paused for card details: none of them is kept.")
            self.paused.say(sentence, self.tr("Resume"))
        else:
            self.paused.say("")
        in_call = state.phase in (Phase.CALL, Phase.ENDING)
        # Another customer's business waits until this one is served; the header counts it.
        self.follow_up.show_due(() if in_call else state.follow_ups)
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

    def show_lead(self, state: CallState) -> None:
        """Show the line a lead sent, while the call runs."""
        in_call = state.phase in (Phase.CALL, Phase.ENDING)
        self.lead_line.show_line(state.lead.line if in_call else None)

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
