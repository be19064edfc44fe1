"""The sidebar during a call, and after it: feeling, prompt, checklist, promises, transcript."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from assist.ui.callstate import CallState, Phase
from assist.ui.itemmodels.checklist import ChecklistModel
from assist.ui.itemmodels.promises import PromisesModel
from assist.ui.itemmodels.transcript import TranscriptModel
from assist.ui.sidebar.calldesk import CallDesk
from assist.ui.sidebar.checklist import ChecklistSection
from assist.ui.sidebar.collapse import Fit, Heights, fit_parts
from assist.ui.sidebar.feeling import FeelingSection
from assist.ui.sidebar.guide import SequenceStrip
from assist.ui.sidebar.pieces import WIDEST, Rule, Themed
from assist.ui.sidebar.promises import PromisesSection
from assist.ui.sidebar.promptarea import PromptArea
from assist.ui.sidebar.transcript import TranscriptSection
from assist.ui.sidebar.transcript_paint import line_height
from assist.ui.sidebar.wrapup import WrapUpCard
from assist.ui.theme import Theme

_LEAST_TRANSCRIPT_LINES = 2
"""Below its title: less transcript than that is none."""


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
        self._over_call = ""
        self.feeling = FeelingSection(self)
        self._rule = Rule(self)
        self.prompts = PromptArea(self)
        self.guide = SequenceStrip(self)
        self.checklist = ChecklistSection(checklist, self)
        self.promises = PromisesSection(promises, self)
        self.transcript = TranscriptSection(transcript, self)
        self.desk = CallDesk(self)
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
        self._column.addWidget(self.desk)
        self.prompts.card.size_changed.connect(self.fit)
        self.checklist.count_changed.connect(self.fit)
        self.promises.height_changed.connect(self.fit)
        self.transcript.folded.connect(self.fit)
        self.desk.height_changed.connect(self.fit)
        self.wrap_up.height_changed.connect(self.fit)

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
            self.desk,
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
        call = state.started.call if self._is_over and state.started is not None else ""
        if call != self._over_call:
            # Another call's wrap-up begins where it begins, not where the last one was left.
            self._over_call = call
            self._wrap_up_area.verticalScrollBar().setValue(0)
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
            # What is being typed stays whatever it costs.
            always=prompts + 1 + (self._desk_height() if self._is_desk_open else 0),
            feeling_words=feeling - curve,
            curve=curve,
            checklist=self.checklist.height_as(False),
            checklist_line=self.checklist.height_as(True),
            promises=0 if self._is_over else self.promises.sizeHint().height(),
            desk=0 if self._is_over or self._is_desk_open else self._desk_height(),
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
        self.promises.setVisible(fit.has_promises and not self._is_over)
        prompts = 0 if self._is_over else self.prompts.height_at(self.width(), room=room)
        self.desk.set_room(self.height() - self._rule.height() - prompts, self.width())
        self.desk.setFixedHeight(self._desk_height())
        self.desk.setVisible((fit.has_desk or self._is_desk_open) and not self._is_over)
        self.promises.setFixedHeight(self.promises.sizeHint().height())
        self.transcript.setVisible(fit.has_transcript)
        is_folded = self.transcript.is_folded
        self.transcript.setMaximumHeight(self.transcript.head_height() if is_folded else WIDEST)
        if self._is_over:
            room = self.height() - 1 - (self.feeling.height() if fit.has_feeling else 0)
            self._wrap_up_area.setFixedHeight(max(0, min(self._wrap_up_height(), room)))
        takes_rest = fit.has_transcript and not is_folded
        self._column.setStretchFactor(self._spring, 0 if takes_rest else 1)

    @property
    def _is_desk_open(self) -> bool:
        return self.desk.is_open and not self._is_over

    def _desk_height(self) -> int:
        return self.desk.height_at(self.width())

    def _wrap_up_height(self) -> int:
        margins = self._wrap_up_column.contentsMargins()
        inner = self.width() - margins.left() - margins.right()
        height = self.wrap_up.height_at(inner)
        return height + margins.top() + margins.bottom()
