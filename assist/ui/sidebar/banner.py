"""One sentence across the sidebar: a trouble, a lost engine, a pause. Never a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assist.core.events import Urgency
from assist.core.notices import CallOffered
from assist.ui.phonewords import offer_details, offer_title
from assist.ui.sentences import said
from assist.ui.sidebar.pieces import ThemedLabel, WrappedLabel
from assist.ui.theme import Size, Theme

_ALL_LINES = 99
"""A trouble is read to its end, whatever room it takes: no sentence has as many lines."""


class Banner(QWidget):
    """A sentence on a tinted ground, with one button if there is something to do."""

    clicked = Signal()

    def __init__(self, urgency: Urgency, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._urgency = urgency
        self._sign = sign
        self._theme: Theme | None = None
        self._sentence = ""
        self.text = WrappedLabel(_ALL_LINES, Size.SMALL, parent=self)
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
        """Show a sentence, the engine's in the user's language; an empty one hides the banner."""
        sentence = said(sentence)
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
