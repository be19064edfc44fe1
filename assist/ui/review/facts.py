"""What was found in the chosen line, each with its words and the lead's verdict on it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assist.core.events import Detection
from assist.core.review import ReviewCall, SeenCue, Verdict
from assist.ui.review import wording
from assist.ui.review.moments import Line, ink_of, verdict_of
from assist.ui.review.style import label
from assist.ui.theme import Theme
from assist.ui.wording import clock_text, quoted

_PERCENT = 100
_CERTAIN = 90
"""Percent from which on there is nothing to say of it."""


class FactRow(QWidget):
    """One detection. Emits `judged` with the verdict (None takes it back)."""

    judged = Signal(object)

    def __init__(
        self, fact: Detection, verdict: Verdict | None, *, may_judge: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        name = wording.detection_text(fact)
        sure = round(fact.evidence.confidence * _PERCENT)
        self.name = label(name, self, part="strong", ink=_visible(ink_of(fact)))
        text = quoted(fact.evidence.text) if fact.evidence.text else ""
        heard = self.tr("heard {percent} %").format(percent=sure)
        self.words = label(f"{text} {heard}" if sure < _CERTAIN else text, self)
        self.words.setToolTip(
            self.tr("How sure the recognizer is of these words, at the least: {percent} %").format(
                percent=sure
            )
        )
        self.right = QPushButton(self.tr("Right"), self)
        self.wrong = QPushButton(self.tr("Wrong"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name)
        row.addWidget(self.words, 1)
        for button, value in ((self.right, Verdict.RIGHT), (self.wrong, Verdict.WRONG)):
            button.setCheckable(True)
            button.setChecked(verdict is value)
            button.setVisible(may_judge)
            button.setAccessibleName(f"{button.text()}: {name}")
            button.clicked.connect(
                lambda is_on, value=value: self.judged.emit(value if is_on else None)
            )
            row.addWidget(button)


class CueRow(QWidget):
    """One prompt of the line. Emits `judged` with whether it was right."""

    judged = Signal(bool)

    def __init__(self, cue: SeenCue, *, may_judge: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = label(self.tr("Prompt"), self, part="strong", ink="muted")
        text = f"{cue.headline} – {wording.cue_text(cue)}"
        self.words = label(text, self)
        self.right = QPushButton(self.tr("Right"), self)
        self.wrong = QPushButton(self.tr("Wrong"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name)
        row.addWidget(self.words, 1)
        for button, value in ((self.right, True), (self.wrong, False)):
            button.setCheckable(True)
            button.setChecked(cue.is_right is value)
            button.setVisible(may_judge)
            button.setAccessibleName(f"{button.text()}: {cue.headline}")
            button.clicked.connect(lambda _=False, value=value: self.judged.emit(value))
            row.addWidget(button)


class FactBox(QFrame):
    """Emits `fact_judged` (number, label, at, verdict or None) and `cue_judged` (cue, is right)."""

    fact_judged = Signal(object, str, int, object)
    cue_judged = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("factBox")
        self._may_judge = True
        self._labels: tuple[str, ...] = ()
        self._line: Line | None = None
        self.rows: list[FactRow] = []
        self.cues: list[CueRow] = []
        self.title = label("", self, part="heading", ink="muted")
        self.missed = QPushButton(self.tr("Missed …"), self)
        self.missed.setAccessibleDescription(
            self.tr("Something was said in this line and not detected")
        )
        self._menu = QMenu(self.missed)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.missed.setMenu(self._menu)
        self.missed.setProperty("kind", "wide")
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.missed)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._found = QVBoxLayout()
        self._column.addLayout(self._found)
        self.setVisible(False)

    def set_theme(self, theme: Theme) -> None:
        gap = theme.space(12)
        self._column.setContentsMargins(gap, theme.space(8), gap, theme.space(8))
        self._column.setSpacing(theme.space(6))
        self._found.setSpacing(theme.space(4))

    def allow_judging(self, *, is_allowed: bool) -> None:
        self._may_judge = is_allowed
        self.missed.setVisible(is_allowed)

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """What can be missed."""
        self._labels = labels

    def show_line(self, call: ReviewCall | None, line: Line | None) -> None:
        """Show what was found in a line; None for no line."""
        self._line = line
        for row in (*self.rows, *self.cues):
            self._found.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows, self.cues = [], []
        self.setVisible(call is not None and line is not None)
        if call is None or line is None:
            return
        said = line.utterance
        self.title.setText(self.tr("Found at {time}").format(time=clock_text(said.start)))
        for fact in line.facts:
            row = FactRow(fact, verdict_of(call, fact), may_judge=self._may_judge, parent=self)
            row.judged.connect(
                lambda verdict, fact=fact: self.fact_judged.emit(
                    fact.number, fact.label, fact.evidence.start, verdict
                )
            )
            self.rows.append(row)
            self._found.addWidget(row)
        for cue in line.cues:
            shown = CueRow(cue, may_judge=self._may_judge, parent=self)
            shown.judged.connect(lambda is_right, cue=cue: self.cue_judged.emit(cue.cue, is_right))
            self.cues.append(shown)
            self._found.addWidget(shown)
        missed = [
            mark
            for mark in call.marks
            if mark.verdict is Verdict.MISSED and said.start <= mark.at <= said.end
        ]
        names = ", ".join(wording.label_text(mark.label) for mark in missed)
        if names:
            text = self.tr("Found at {time}; missed: {names}")
            self.title.setText(text.format(time=clock_text(said.start), names=names))
        elif not self.rows and not self.cues:
            self.title.setText(
                self.tr("Nothing found at {time}").format(time=clock_text(said.start))
            )

    def mark_first(self, verdict: Verdict) -> None:
        """Judge the line's first detection, by keyboard."""
        if self.rows and self._may_judge:
            self.rows[0].judged.emit(verdict)

    def open_missed(self) -> None:
        """Ask what was missed, by keyboard."""
        if self._line is not None and self._may_judge:
            self.missed.showMenu()

    def _fill_menu(self) -> None:
        self._menu.clear()
        there = {fact.label for fact in self._line.facts} if self._line else set()
        for name in self._labels:
            if name in there:
                continue
            action = self._menu.addAction(wording.label_text(name))
            action.triggered.connect(lambda _=False, name=name: self._miss(name))

    def _miss(self, name: str) -> None:
        if self._line is not None:
            start = self._line.utterance.start
            self.fact_judged.emit(None, name, start, Verdict.MISSED)


def _visible(name: str) -> str:
    return "text" if name == "muted" else name
