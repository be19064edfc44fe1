"""After the call: outcome, promises, heeded prompts, one note, a lead's look."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assist.core.events import Feeling, Trend, WrapUp
from assist.ui.callstate import CallState
from assist.ui.sidebar.pieces import Ink, ThemedLabel, WrappedLabel
from assist.ui.theme import Size, Theme
from assist.ui.wording import duration_text, feeling_text, quoted

MAX_NOTE = 500
"""Characters the note may have."""
NOTE_PAUSE_MS = 1_500
"""A pause in typing keeps the note, so that little is lost if the window should die."""


class NoteField(QLineEdit):
    """One note; takes the focus only when it is clicked, Enter and Esc leave it as it is."""

    entered = Signal()
    left = Signal()
    focus_lost = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_lost.emit()


class WrapUpCard(QWidget):
    """Emits what the agent decides; the engine's answer is what is shown as chosen."""

    outcome_chosen = Signal(str)
    note_entered = Signal()
    note_typed = Signal(str)
    note_left = Signal()
    lead_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._kept = ""
        self._told = ""
        self.title = ThemedLabel(Size.HEADLINE, is_bold=True, parent=self)
        self.title.setText(self.tr("Wrap-up"))
        self.problem = WrappedLabel(2, Size.TEXT, Ink.MUTED, parent=self)
        self.facts = [WrappedLabel(2, Size.TEXT, spacing=1.3, parent=self) for _ in range(3)]
        self.outcomes = {
            "resolved": QPushButton(self.tr("Resolved"), self),
            "follow_up": QPushButton(self.tr("Follow-up"), self),
            "unresolved": QPushButton(self.tr("Unresolved"), self),
        }
        self._outcome_row = QHBoxLayout()
        for outcome, button in self.outcomes.items():
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(self.tr("Outcome: {name}").format(name=button.text()))
            button.clicked.connect(lambda _=False, chosen=outcome: self._choose(chosen))
            self._outcome_row.addWidget(button, 1)
        self.note = NoteField(self)
        self.note.setMaxLength(MAX_NOTE)
        self.note.setPlaceholderText(self.tr("One note on this call"))
        self.note.setAccessibleName(self.tr("Note on this call"))
        self.note.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lead = QPushButton(self.tr("Ask a lead to look at this"), self)
        self.lead.setProperty("kind", "wide")
        self.next = QPushButton(self.tr("Done"), self)
        self.next.setProperty("kind", "primary")
        self.next.setAccessibleName(self.tr("Done with this call"))
        for button in (self.lead, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.saved = ThemedLabel(
            Size.META, Ink.MUTED, elide=Qt.TextElideMode.ElideMiddle, parent=self
        )

        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.problem)
        for fact in self.facts:
            self._column.addWidget(fact)
        self._column.addLayout(self._outcome_row)
        self._column.addWidget(self.note)
        self._bottom = QHBoxLayout()
        self._bottom.addWidget(self.lead, 1)
        self._bottom.addWidget(self.next)
        self._column.addLayout(self._bottom)
        self._column.addWidget(self.saved)

        self.note.entered.connect(self.note_entered)
        self.note.left.connect(self.note_left)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(NOTE_PAUSE_MS)
        self.pause.timeout.connect(self.keep_note)
        self.note.textEdited.connect(lambda _: self.pause.start())
        self.note.focus_lost.connect(self.keep_note)
        self.note.returnPressed.connect(self._leave_note)
        self.lead.clicked.connect(self.lead_asked)
        self.next.clicked.connect(self.next_asked)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for label in (self.title, self.problem, *self.facts, self.saved):
            label.set_theme(theme)
        self.note.setFont(theme.font(Size.TEXT))
        space = theme.space
        self._column.setContentsMargins(space(13), space(12), space(13), space(12))
        self._column.setSpacing(space(7))
        self._outcome_row.setSpacing(space(6))
        self._outcome_row.setContentsMargins(0, space(5), 0, 0)
        self._bottom.setSpacing(space(6))

    def show_state(self, state: CallState) -> None:
        wrap_up = state.wrap_up
        if wrap_up is None:
            return
        self.problem.setText(quoted(wrap_up.problem) if wrap_up.problem else "")
        self.problem.setVisible(bool(wrap_up.problem))
        for label, fact in zip(self.facts, self._facts(wrap_up), strict=True):
            label.setText(fact)
            label.setVisible(bool(fact))
        for outcome, button in self.outcomes.items():
            button.setChecked(outcome == state.outcome)
        if state.note != self._told:
            self._told = self._kept = state.note
            if not self.note.hasFocus():
                self.note.setText(state.note)
        self.lead.setEnabled(not state.is_for_lead)
        self.lead.setText(
            self.tr("✓ A lead will look at this")
            if state.is_for_lead
            else self.tr("Ask a lead to look at this")
        )
        saved = self.tr("Saved: {file}").format(file=state.saved)
        self.saved.setText(saved if state.saved else self.tr("Saving…"))
        self.saved.setAccessibleDescription(state.saved)
        self.updateGeometry()

    def height_at(self, width: int) -> int:
        """The height the card needs at this width."""
        return self._column.totalHeightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        colours, radius = self._theme.palette, 9 * self._theme.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.field))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)
        painter.end()

    def _facts(self, wrap_up: WrapUp) -> tuple[str, str, str]:
        length = self.tr("{length}, you spoke {percent} % of it").format(
            length=duration_text(wrap_up.duration_ms), percent=wrap_up.agent_percent
        )
        return length, self._feelings(wrap_up), self._prompts(wrap_up)

    def _feelings(self, wrap_up: WrapUp) -> str:
        if wrap_up.first_feeling is Feeling.NONE and wrap_up.last_feeling is Feeling.NONE:
            return ""
        first = feeling_text(wrap_up.first_feeling, Trend.STEADY)
        last = feeling_text(wrap_up.last_feeling, Trend.STEADY)
        text = first if first == last else f"{first} → {last}"
        if wrap_up.turned_around:
            return self.tr("✓ Turned around: {feelings}").format(feelings=text)
        return (
            self.tr("{feelings}, at risk of leaving").format(feelings=text)
            if wrap_up.at_risk
            else text
        )

    def _prompts(self, wrap_up: WrapUp) -> str:
        if not wrap_up.cues_shown:
            return self.tr("No prompt was needed")
        return self.tr("Prompts taken up: {heeded} of {shown}").format(
            heeded=wrap_up.cues_heeded, shown=wrap_up.cues_shown
        )

    def _choose(self, outcome: str) -> None:
        for name, button in self.outcomes.items():
            button.setChecked(name == outcome)
        self.outcome_chosen.emit(outcome)

    def keep_note(self) -> None:
        """Have the note written if it is not what is kept already."""
        self.pause.stop()
        text = self.note.text().strip()
        if text != self._kept:
            self._kept = text
            self.note_typed.emit(text)

    def forget_note(self) -> None:
        """Empty the field for another call; what was not kept by now belongs to none."""
        self.pause.stop()
        self._kept = self._told = ""
        self.note.clear()

    def _leave_note(self) -> None:
        self.keep_note()
        self.note_left.emit()
