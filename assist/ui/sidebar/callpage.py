"""The sidebar during a call, and after it: feeling, prompt, checklist, promises, transcript."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from assist.core.events import KnowledgeShown, Urgency
from assist.ui.callstate import CallState, Phase
from assist.ui.itemmodels.checklist import ChecklistModel
from assist.ui.itemmodels.promises import PromisesModel
from assist.ui.itemmodels.transcript import TranscriptModel
from assist.ui.sidebar.card import PromptCard
from assist.ui.sidebar.checklist import ChecklistSection
from assist.ui.sidebar.collapse import Fit, Heights, fit_parts
from assist.ui.sidebar.feeling import FeelingSection
from assist.ui.sidebar.guide import SequenceStrip
from assist.ui.sidebar.knowledge import KnowledgePanel
from assist.ui.sidebar.nextline import NextLine
from assist.ui.sidebar.pieces import WIDEST, Ink, Rule, Themed, ThemedLabel
from assist.ui.sidebar.promises import PromisesSection
from assist.ui.sidebar.transcript import TranscriptSection
from assist.ui.sidebar.transcript_paint import line_height
from assist.ui.sidebar.wrapup import WrapUpCard
from assist.ui.theme import Size, Theme

_USUAL_CARD_PX = 168
"""Height of a card with a one-line headline, a quote and two directions, at 100 %."""
_NEXT_LINE_PX = 35
_LEAST_TRANSCRIPT_LINES = 2
"""Below its title: less transcript than that is none."""


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


class CallPage(QWidget):
    """Lays the sections out and collapses them in the orders of `collapse`."""

    def __init__(
        self,
        transcript: TranscriptModel,
        promises: PromisesModel,
        checklist: ChecklistModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._is_over = False
        self.feeling = FeelingSection(self)
        self._rule = Rule(self)
        self.prompts = PromptArea(self)
        self.guide = SequenceStrip(self)
        self.checklist = ChecklistSection(checklist, self)
        self.promises = PromisesSection(promises, self)
        self.transcript = TranscriptSection(transcript, self)
        self.wrap_up = WrapUpCard()
        self._wrap_up_area = QScrollArea(self)
        self._wrap_up_area.setFrameShape(QFrame.Shape.NoFrame)
        self._wrap_up_area.setWidgetResizable(True)
        self._wrap_up_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._wrap_up_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setObjectName("wrapUpHolder")
        self._wrap_up_column = QVBoxLayout(holder)
        self._wrap_up_column.setSpacing(0)
        self._wrap_up_column.addWidget(self.wrap_up)
        self._wrap_up_column.addStretch(1)
        self._wrap_up_area.setWidget(holder)
        # setWidget turns both grounds on; the window's own shows through instead.
        holder.setAutoFillBackground(False)
        self._wrap_up_area.viewport().setAutoFillBackground(False)
        self._spring = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (
            self.feeling,
            self._rule,
            self.prompts,
            self._wrap_up_area,
            self.guide,
            self.checklist,
            self.promises,
        ):
            self._column.addWidget(part)
        self._column.addWidget(self.transcript, 1)
        self._column.addWidget(self._spring, 0)
        self.prompts.card.size_changed.connect(self.fit)
        self.checklist.count_changed.connect(self.fit)
        self.promises.height_changed.connect(self.fit)
        self.transcript.folded.connect(self.fit)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: list[Themed] = [
            self.feeling,
            self._rule,
            self.prompts,
            self.guide,
            self.checklist,
            self.promises,
            self.transcript,
            self.wrap_up,
        ]
        for part in parts:
            part.set_theme(theme)
        side = theme.space(14)
        self._wrap_up_column.setContentsMargins(side, theme.space(12), side, theme.space(4))
        self.fit()

    def show_phase(self, state: CallState) -> None:
        """Prompts during the call, the wrap-up after it."""
        self._is_over = state.phase is Phase.ENDED
        self.fit()

    def show_guidance(self, state: CallState) -> None:
        """Follow what stands beside the card; lay out anew only where room changes."""
        self.prompts.show_rest(state)
        is_changed = self.prompts.show_guidance(state)
        if self.guide.show_sequence(state.guidance.sequence_at(state.now)) or is_changed:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def heights(self) -> Heights:
        """What each section needs at the present width."""
        feeling = self.feeling.sizeHint().height()
        curve = self.feeling.curve_height()
        if self.feeling.curve.isHidden():
            feeling += curve
        prompts = self._wrap_up_height() if self._is_over else self.prompts.height_at(self.width())
        folded = self.transcript.is_folded
        head = self.transcript.head_height()
        lines = _LEAST_TRANSCRIPT_LINES * line_height(self._theme) if self._theme else 0
        return Heights(
            always=prompts + 1,
            feeling_words=feeling - curve,
            curve=curve,
            checklist=self.checklist.height_as(False),
            checklist_line=self.checklist.height_as(True),
            promises=self.promises.sizeHint().height(),
            guide=0 if self._is_over else self.guide.height_at(self.width()),
            transcript=head if folded else head + lines + self.transcript.spacing(),
        )

    def fit(self) -> None:
        """Show what fits into the present height."""
        if self._theme is None or self.height() == 0:
            return
        heights = self.heights()
        self._apply(fit_parts(self.height(), heights, is_over=self._is_over))

    def _apply(self, fit: Fit) -> None:
        self.feeling.setVisible(fit.has_feeling)
        self.feeling.curve.setVisible(fit.has_curve)
        self.feeling.setFixedHeight(self.feeling.sizeHint().height())
        self.prompts.setVisible(not self._is_over)
        room = self.height() - self._rule.height()
        self.prompts.setFixedHeight(self.prompts.height_at(self.width(), room=room))
        self.prompts.refresh()
        self._wrap_up_area.setVisible(self._is_over)
        guide = 0 if self._is_over or not fit.has_guide else self.guide.height_at(self.width())
        self.guide.setFixedHeight(guide)
        self.guide.setVisible(guide > 0)
        self.checklist.setVisible(fit.has_checklist)
        self.checklist.set_line(fit.is_checklist_line)
        self.promises.setVisible(fit.has_promises)
        self.promises.setFixedHeight(self.promises.sizeHint().height())
        self.transcript.setVisible(fit.has_transcript)
        is_folded = self.transcript.is_folded
        self.transcript.setMaximumHeight(self.transcript.head_height() if is_folded else WIDEST)
        if self._is_over:
            room = self.height() - 1 - (self.feeling.height() if fit.has_feeling else 0)
            self._wrap_up_area.setFixedHeight(max(0, min(self._wrap_up_height(), room)))
        takes_rest = fit.has_transcript and not is_folded
        self._column.setStretchFactor(self._spring, 0 if takes_rest else 1)

    def _wrap_up_height(self) -> int:
        margins = self._wrap_up_column.contentsMargins()
        inner = self.width() - margins.left() - margins.right()
        height = self.wrap_up.height_at(inner)
        return height + margins.top() + margins.bottom()
