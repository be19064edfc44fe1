"""After the call: outcome, promises, summary, heeded prompts, one note, a lead's look."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assist.core.events import Feeling, Trend, WrapUp
from assist.ui.callstate import CallState
from assist.ui.drivers import driver_text
from assist.ui.preferences.wording import choice
from assist.ui.record import record_text, summary_of
from assist.ui.sidebar.fields import TextBox
from assist.ui.sidebar.pieces import Ink, Themed, ThemedLabel, WrappedLabel
from assist.ui.sidebar.promise_rows import PromiseRows
from assist.ui.theme import Size, Theme
from assist.ui.wording import duration_text, feeling_text, quoted

MAX_NOTE = 2_000
MAX_SUMMARY = 4_000
"""Characters a note and a summary may have."""
_FACTS = 4
_HEEDED_SHOWN = 4


class WrapUpCard(QWidget):
    """Emits what the agent decides; the engine's answer is what is shown as chosen."""

    outcome_chosen = Signal(str)
    field_entered = Signal(QWidget)
    field_left = Signal()
    note_typed = Signal(str)
    summary_typed = Signal(str)
    promise_edited = Signal(object)
    lead_asked = Signal()
    next_asked = Signal()
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._state: CallState | None = None
        self.title = ThemedLabel(Size.HEADLINE, is_bold=True, parent=self)
        self.title.setText(self.tr("Wrap-up"))
        self.problem = WrappedLabel(2, Size.TEXT, Ink.MUTED, parent=self)
        self.facts = [WrappedLabel(6, Size.TEXT, spacing=1.3, parent=self) for _ in range(_FACTS)]
        self.outcomes = {
            "resolved": QPushButton(self.tr("Resolved"), self),
            "follow_up": QPushButton(self.tr("Follow-up"), self),
            "unresolved": QPushButton(self.tr("Unresolved"), self),
        }
        self._outcome_row = QHBoxLayout()
        for outcome, button in self.outcomes.items():
            button.setCheckable(True)
            button.setAccessibleName(self.tr("Outcome: {name}").format(name=button.text()))
            button.clicked.connect(lambda _=False, chosen=outcome: self.choose(chosen))
            self._outcome_row.addWidget(button, 1)
        self.promises = PromiseRows(parent=self)
        self.summary_title = ThemedLabel(Size.SMALL, Ink.MUTED, is_bold=True, parent=self)
        self.summary_title.setText(self.tr("Summary, from what was said"))
        self.summary = TextBox(self.tr("Summary of the call"), MAX_SUMMARY, 5, self)
        self.note = TextBox(self.tr("Note on this call"), MAX_NOTE, 2, self)
        self.note.setPlaceholderText(self.tr("One note on this call"))
        self.copy = QPushButton(self.tr("Copy for the CRM"), self)
        self.copy.setAccessibleName(self.tr("Copy the call's record for the CRM"))
        self.lead = QPushButton(self.tr("Ask a lead to look at this"), self)
        self.next = QPushButton(self.tr("Done"), self)
        self.next.setProperty("kind", "primary")
        self.next.setAccessibleName(self.tr("Done with this call"))
        for button in (*self.outcomes.values(), self.copy, self.lead, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in (self.copy, self.lead):
            button.setProperty("kind", "wide")
        self.told = ThemedLabel(Size.META, Ink.MUTED, parent=self)
        self.saved = ThemedLabel(
            Size.META, Ink.MUTED, elide=Qt.TextElideMode.ElideMiddle, parent=self
        )
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        for part in (self.title, self.problem, *self.facts):
            self._column.addWidget(part)
        self._column.addLayout(self._outcome_row)
        below: list[QWidget] = [self.promises, self.summary_title, self.summary, self.note]
        for widget in (*below, self.lead):
            self._column.addWidget(widget)
        self._bottom = QHBoxLayout()
        self._bottom.addWidget(self.copy, 1)
        self._bottom.addWidget(self.next)
        self._column.addLayout(self._bottom)
        self._column.addWidget(self.told)
        self._column.addWidget(self.saved)

    def _wire(self) -> None:
        for box in (self.note, self.summary):
            box.entered.connect(lambda box=box: self.field_entered.emit(box))
            box.left.connect(self.field_left)
        self.note.kept.connect(self.note_typed)
        self.summary.kept.connect(self.summary_typed)
        self.promises.edited.connect(self.promise_edited)
        self.promises.field_entered.connect(self.field_entered)
        self.promises.field_left.connect(self.field_left)
        self.promises.height_changed.connect(self.height_changed)
        self.copy.clicked.connect(self.copy_record)
        self.lead.clicked.connect(self.lead_asked)
        self.next.clicked.connect(self.next_asked)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: list[Themed] = [
            self.title,
            self.problem,
            *self.facts,
            self.promises,
            self.summary_title,
            self.summary,
            self.note,
            self.told,
            self.saved,
        ]
        for part in parts:
            part.set_theme(theme)
        space = theme.space
        self._column.setContentsMargins(space(13), space(12), space(13), space(12))
        self._column.setSpacing(space(7))
        self._outcome_row.setSpacing(space(6))
        self._outcome_row.setContentsMargins(0, space(5), 0, 0)
        self._bottom.setSpacing(space(6))

    def set_keys(self, outcomes: tuple[str, ...], copy: str) -> None:
        """The shortcuts while the card is in view, "" where there is none."""
        for button, keys in zip(self.outcomes.values(), outcomes, strict=True):
            button.setToolTip(keys)
        self.copy.setToolTip(copy)

    def show_state(self, state: CallState) -> None:
        self._state = state
        wrap_up = state.wrap_up
        if wrap_up is None:
            return
        self.problem.setText(quoted(wrap_up.problem) if wrap_up.problem else "")
        self.problem.setVisible(bool(wrap_up.problem))
        for label, fact in zip(self.facts, self._facts(state, wrap_up), strict=True):
            label.setText(fact)
            label.setVisible(bool(fact))
        for outcome, button in self.outcomes.items():
            button.setChecked(outcome == state.after.outcome)
        self.promises.show_state(state)
        self.summary.show_text(summary_of(state))
        self.note.show_text(state.after.note)
        self.lead.setEnabled(not state.after.is_for_lead)
        self.lead.setText(self._lead_words(state))
        notice = "" if state.started is None else state.started.notice
        self.told.setText(choice("caller_notice", notice) if notice else "")
        self.told.setVisible(bool(notice))
        self.saved.setText(self._saved_words(state))
        self.saved.setAccessibleDescription(state.saved)
        self.copy.setText(self.tr("Copy for the CRM"))
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

    def choose(self, outcome: str) -> None:
        """Take an outcome, by button or by key."""
        for name, button in self.outcomes.items():
            button.setChecked(name == outcome)
        self.outcome_chosen.emit(outcome)

    def copy_record(self) -> None:
        """Put the call's record on the clipboard, as it stands in the fields."""
        if self._state is None or self._state.wrap_up is None:
            return
        self.keep()
        text = record_text(self._state, self.summary.text(), self.note.text())
        QGuiApplication.clipboard().setText(text)
        self.copy.setText(self.tr("✓ Copied"))

    def keep(self) -> None:
        """Have written what is being typed."""
        self.note.keep()
        self.summary.keep()
        self.promises.keep()

    def forget(self) -> None:
        """Empty the fields for another call; what was not kept by now belongs to none."""
        self.note.forget()
        self.summary.forget()

    def _facts(self, state: CallState, wrap_up: WrapUp) -> tuple[str, ...]:
        length = self.tr("{length}, you spoke {percent} % of it").format(
            length=duration_text(wrap_up.duration_ms), percent=wrap_up.agent_percent
        )
        causes = ", ".join(map(driver_text, wrap_up.drivers))
        return (
            length,
            self._feelings(wrap_up),
            self._prompts(state, wrap_up),
            self.tr("Causes: {causes}").format(causes=causes) if causes else "",
        )

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

    def _prompts(self, state: CallState, wrap_up: WrapUp) -> str:
        if not wrap_up.cues_shown:
            return self.tr("No prompt was needed")
        text = self.tr("Prompts taken up: {heeded} of {shown}").format(
            heeded=wrap_up.cues_heeded, shown=wrap_up.cues_shown
        )
        heeded = [f"✓ {raised.headline}" for raised in state.after.heeded[-_HEEDED_SHOWN:]]
        return "\n".join([text, *heeded])

    def _lead_words(self, state: CallState) -> str:
        if not state.after.is_for_lead:
            return self.tr("Ask a lead to look at this")
        if not state.has_team:
            return self.tr("✓ Marked for a lead (no team set up)")
        return self.tr("✓ A lead will look at this")

    def _saved_words(self, state: CallState) -> str:
        if state.is_private:
            return self.tr("Private: nothing of this call is kept")
        return self.tr("Saved on this computer") if state.saved else self.tr("Saving…")
