"""Where prompts stand: the card, the next line, and what is said where there is neither."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from assist.core.events import KnowledgeShown, Urgency
from assist.ui.callstate import CallState
from assist.ui.sidebar.card import PromptCard
from assist.ui.sidebar.knowledge import KnowledgePanel
from assist.ui.sidebar.nextline import NextLine
from assist.ui.sidebar.pieces import Ink, Themed, ThemedLabel
from assist.ui.theme import Size, Theme

_USUAL_CARD_PX = 168
"""Height of a card with a one-line headline, a quote and two directions, at 100 %."""
_NEXT_LINE_PX = 35


class PromptArea(QWidget):
    """Keeps the room of a usual card and its next line, so that nothing below them jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._known: tuple[KnowledgeShown | None, bool] = (None, True)
        self._state: CallState | None = None
        self.card = PromptCard(self)
        self.next = NextLine(self)
        self.knowledge = KnowledgePanel(self)
        self.rest = ThemedLabel(Size.SMALL, Ink.MUTED, parent=self)
        self.rest.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.card)
        self._column.addWidget(self.next)
        self._column.addWidget(self.knowledge)
        self._column.addWidget(self.rest, 1)
        self._column.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.card.size_changed.connect(self._card_changed)

    def _card_changed(self) -> None:
        if self._state is not None:
            self.show_guidance(self._state)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: list[Themed] = [self.card, self.next, self.knowledge, self.rest]
        for part in parts:
            part.set_theme(theme)
        side = theme.space(14)
        self._column.setContentsMargins(side, theme.space(12), side, theme.space(4))
        self._column.setSpacing(theme.space(8))

    def height_at(self, width: int, *, room: int | None = None) -> int:
        """The room kept for the prompts at this width; of less `room` only what is in use."""
        if self._theme is None:
            return 0
        margins = self._column.contentsMargins()
        inner = width - margins.left() - margins.right()
        line = max(self._theme.space(_NEXT_LINE_PX), self.next.sizeHint().height())
        line += self._column.spacing()
        kept = self._theme.space(_USUAL_CARD_PX) + line
        needed = 0 if self.card.isHidden() else self.card.heightForWidth(inner)
        needed += 0 if self.next.isHidden() else line
        if not self.knowledge.isHidden():
            needed += self.knowledge.heightForWidth(inner)
            needed += 0 if self.card.isHidden() else self._column.spacing()
        around = margins.top() + margins.bottom()
        if room is not None:
            kept = min(kept, room - around)
        return max(kept, needed) + around

    def show_guidance(self, state: CallState) -> bool:
        """Show the knowledge card where it disturbs nobody; whether that changed the room taken.

        In full where no prompt stands, as a line in the next line's place, never beside an urgent
        card.
        """
        self._state = state
        if self.card.is_leaving:
            return False  # in its room only once it is free
        card, following = state.card, state.next
        known = state.guidance.knowledge_at(state.now)
        is_urgent = card is not None and card.raised.urgency is Urgency.URGENT
        if is_urgent or (card is not None and following is not None):
            known = None
        in_full = card is None and following is None
        if (known, in_full) == self._known:
            return False
        self._known = (known, in_full)
        self.knowledge.show_card(known, in_full=in_full)
        return True

    def show_rest(self, state: CallState) -> None:
        """What is said where no prompt stands."""
        noted = state.guidance.noted(None if state.card is None else state.card.number)
        comparison = state.guidance.comparison
        if noted is not None:
            text = self.tr("Noted: a good prompt") if noted else self.tr("Noted: a wrong prompt")
        elif comparison is not None and comparison.is_whole:
            text = self.tr("Comparison call: prompts are kept back")
        else:
            text = self.tr("No prompt right now")
        self.rest.setText(text)

    def refresh(self) -> None:
        """Say that there is no prompt only while there is none."""
        shown = (self.card, self.next, self.knowledge)
        self.rest.setVisible(all(part.isHidden() for part in shown))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None or self.rest.isHidden():
            return
        margins = self._column.contentsMargins()
        box = QRectF(self.rect()).adjusted(
            margins.left() + 0.5,
            margins.top() + 0.5,
            -margins.right() - 0.5,
            -margins.bottom() - 0.5,
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.palette.line), 1, Qt.PenStyle.DashLine))
        radius = 9 * self._theme.scale
        painter.drawRoundedRect(box, radius, radius)
        painter.end()
