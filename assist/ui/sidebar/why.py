"""Why a prompt came: its rule and lesson, the words, how sure they are, and how late it was."""

from PySide6.QtWidgets import QGridLayout, QWidget

from assist.core.events import Urgency
from assist.ui.callstate import Cue
from assist.ui.sidebar.pieces import ThemedLabel, WrappedLabel
from assist.ui.theme import Size, Theme, Tint
from assist.ui.wording import clock_text, party_text, quoted


class WhyPanel(QWidget):
    """A few short rows in the card's own colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        names = (
            self.tr("Rule"),
            self.tr("Words"),
            self.tr("Sure"),
            self.tr("Delay"),
            self.tr("Lesson"),
        )
        self.names: list[ThemedLabel] = []
        self.values: list[WrappedLabel] = []
        for row, name in enumerate(names):
            label = ThemedLabel(Size.SMALL, parent=self)
            label.setText(name)
            value = WrappedLabel(2 if row in (1, 4) else 1, Size.SMALL, spacing=1.25, parent=self)
            label.setBuddy(value)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(value, row, 1)
            self.names.append(label)
            self.values.append(value)

    def set_theme(self, theme: Theme) -> None:
        for label in self.names:
            label.set_theme(theme)
        for value in self.values:
            value.set_theme(theme)
            value.set_colour(theme.palette.prompt)
        self._grid.setHorizontalSpacing(theme.space(10))
        self._grid.setVerticalSpacing(theme.space(3))

    def set_tint(self, tint: Tint) -> None:
        for label in self.names:
            label.set_colour(tint.quote)

    def show_cue(self, cue: Cue) -> None:
        rule, words, sure, delay, lesson = self.values
        rule.setText(f"{cue.raised.rule} ({self._urgency(cue.raised.urgency)})")
        words.setText(self._words(cue))
        sure.setText(self._sure(cue))
        delay.setText(self._delay(cue))
        lesson.setText("; ".join(cue.raised.lessons))
        for part in (self.names[-1], lesson):
            part.setVisible(bool(cue.raised.lessons))

    def texts(self) -> list[str]:
        """What the panel says, row by row."""
        return [value.text() for value in self.values]

    def _words(self, cue: Cue) -> str:
        said = [piece for piece in cue.raised.evidence if piece.text]
        if not said:
            return self.tr("None: something was not said in time")
        parts = []
        for piece in said[:2]:
            if piece.utterance is None or piece.party is None:
                parts.append(piece.text)
            else:
                parts.append(
                    f"{quoted(piece.text)} {party_text(piece.party)}, {clock_text(piece.start)}"
                )
        return "; ".join(parts)

    def _sure(self, cue: Cue) -> str:
        spoken = [piece for piece in cue.raised.evidence if piece.utterance is not None]
        if not spoken:
            return self.tr("Measured, not heard")
        percent = round(100 * min(piece.confidence for piece in spoken))
        if cue.raised.is_provisional:
            return self.tr("{percent} %, sentence still open").format(percent=percent)
        return self.tr("{percent} %").format(percent=percent)

    def _delay(self, cue: Cue) -> str:
        if cue.delay_ms is None:
            return self.tr("not measured yet")
        seconds = f"{cue.delay_ms / 1000:.1f}"
        return self.tr("{seconds} s after the last word").format(seconds=seconds)

    def _urgency(self, urgency: Urgency) -> str:
        return {
            Urgency.PRAISE: self.tr("praise"),
            Urgency.HINT: self.tr("hint"),
            Urgency.NUDGE: self.tr("nudge"),
            Urgency.URGENT: self.tr("urgent"),
        }[urgency]
