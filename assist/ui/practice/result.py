"""The last page: what the call asked for, what was met, and the lesson behind each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assist.core.events import Event, FinalResult
from assist.core.practice import Met, PracticeMark, PracticeResult
from assist.ui.editor.style import label
from assist.ui.practice.wording import (
    rest_text,
    summary_text,
    verdict_look,
    verdict_text,
)
from assist.ui.theme import Theme
from assist.ui.wording import clock_text, quoted


class ResultPage(QWidget):
    """Emits `again_asked` and `other_asked`."""

    again_asked = Signal()
    other_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practicePage")
        self._theme: Theme | None = None
        self.heading = label("", self, part="title")
        self.rest = label("", self, part="note", ink="muted")
        self.rows: list[QFrame] = []
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.tr("What the call asked for"))
        self.again = QPushButton(self.tr("The same call again"), self)
        self.again.setProperty("kind", "wide")
        self.other = QPushButton(self.tr("Another call"), self)
        self.other.setProperty("kind", "primary")
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addWidget(self.again)
        self._row.addWidget(self.other)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.rest)
        self._column.addWidget(self.area, 1)
        self._column.addLayout(self._row)
        self.again.clicked.connect(self.again_asked)
        self.other.clicked.connect(self.other_asked)

    def show_result(self, result: PracticeResult, events: Sequence[Event]) -> None:
        """`events` are the call's: marks at which nothing was asked for quote what was said."""
        self.heading.setText(summary_text(result))
        self.rest.setText(rest_text(result))
        self.rest.setVisible(bool(self.rest.text()))
        holder = QWidget()
        holder.setObjectName("practicePage")
        column = QVBoxLayout(holder)
        placed = [(each.moment.since, self._moment(each, holder)) for each in result.moments]
        placed += [(mark.at, self._extra(mark, events, holder)) for mark in result.extra]
        self.rows = [frame for _, frame in sorted(placed, key=lambda pair: pair[0])]
        for frame in self.rows:
            column.addWidget(frame)
        column.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        self.area.setWidget(holder)  # takes the former one away
        self._space()
        self.other.setFocus()

    def _moment(self, each: Met, parent: QWidget) -> QFrame:
        moment = each.moment
        sign, ink = verdict_look(each.verdict)
        frame, column = _box(parent)
        head = label(f"{clock_text(moment.since)}  {sign}  {moment.headline}", frame, part="strong")
        verdict = label(verdict_text(each), frame, part="note", ink=ink)
        column.addWidget(head)
        column.addWidget(verdict)
        if moment.quote:
            column.addWidget(label(quoted(moment.quote), frame, part="note", ink="muted"))
        for lesson in moment.lessons:
            text = lesson.split(": ", 1)[-1]
            column.addWidget(label(text, frame, part="note"))
        frame.setAccessibleName(f"{moment.headline}: {verdict.text()}")
        return frame

    def _extra(self, mark: PracticeMark, events: Sequence[Event], parent: QWidget) -> QFrame:
        frame, column = _box(parent)
        head = label(
            self.tr("{time}  ○  Nothing was asked for here").format(time=clock_text(mark.at)),
            frame,
            ink="muted",
        )
        column.addWidget(head)
        said = next(
            (
                event.text
                for event in reversed(events)
                if isinstance(event, FinalResult) and event.text and event.start <= mark.at
            ),
            "",
        )
        if said:
            column.addWidget(label(quoted(said), frame, part="note", ink="muted"))
        frame.setAccessibleName(head.text())
        return frame

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        margin = theme.space(16)
        self._column.setContentsMargins(margin, theme.space(12), margin, margin)
        self._column.setSpacing(theme.space(8))
        self._row.setSpacing(theme.space(8))
        self._space()

    def _space(self) -> None:
        if self._theme is None:
            return
        side, gap = self._theme.space(10), self._theme.space(3)
        for frame in self.rows:
            layout = frame.layout()
            if layout is not None:
                layout.setContentsMargins(side, self._theme.space(6), side, self._theme.space(6))
                layout.setSpacing(gap)
        holder = self.area.widget()
        if holder is not None and (layout := holder.layout()) is not None:
            layout.setSpacing(self._theme.space(8))


def _box(parent: QWidget) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame(parent)
    frame.setProperty("part", "box")
    return frame, QVBoxLayout(frame)
