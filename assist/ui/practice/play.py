"""The second page: the call goes on, and somebody says where they would act."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assist.core.events import Event, FinalResult, NameLearned, PartialResult
from assist.core.practice import Deed, PracticeMark
from assist.ui.editor.style import label
from assist.ui.itemmodels.transcript import TranscriptModel
from assist.ui.lines import TranscriptLines
from assist.ui.practice.wording import deed_text
from assist.ui.sidebar.transcript_view import TranscriptView
from assist.ui.theme import Theme
from assist.ui.wording import clock_text

_DEED_KEYS = dict(zip("123456", Deed, strict=True))
_COLUMNS = 3


class CallStrip(QWidget):
    """How far the call is, and where marks were made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._now, self._duration = 0, 1
        self._marks: tuple[PracticeMark, ...] = ()

    def show_place(self, now: int, duration: int, marks: Sequence[PracticeMark]) -> None:
        self._now, self._duration, self._marks = now, max(1, duration), tuple(marks)
        self.setAccessibleName(
            self.tr("{now} of {length}").format(now=clock_text(now), length=clock_text(duration))
        )
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setFixedHeight(theme.space(14))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        colours = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        thick, middle = self._theme.space(4), self.height() / 2
        groove = QRectF(0, middle - thick / 2, self.width(), thick)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(groove, thick / 2, thick / 2)
        groove.setWidth(self.width() * self._now / self._duration)
        painter.setBrush(QColor(colours.agent))
        painter.drawRoundedRect(groove, thick / 2, thick / 2)
        painter.setBrush(QColor(colours.warm.accent))
        side = self._theme.space(8)
        for mark in self._marks:
            x = min(self.width() * mark.at / self._duration, self.width() - side)
            painter.drawEllipse(QRectF(x, middle - side / 2, side, side))
        painter.end()


class PlayPage(QWidget):
    """Emits `marked` with a deed or None, `taken_back`, `pause_asked`, `speed_asked`, `ended`.

    The keys: Space or 1 to 6 mark, Backspace takes the latest mark back, P pauses, S changes the
    speed, Esc ends.
    """

    marked = Signal(object)
    taken_back = Signal()
    pause_asked = Signal()
    speed_asked = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practicePage")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The call"))
        self.heading = label("", self, part="title")
        self.clock = label("", self, part="heading", ink="muted")
        self.clock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.strip = CallStrip(self)
        self._lines = TranscriptLines()
        self.model = TranscriptModel(self)
        self.view = TranscriptView(self.model, self)
        self.status = label("", self, part="note", ink="muted")
        self.here = QPushButton(self.tr("I would act here  (Space)"), self)
        self.here.setProperty("kind", "primary")
        self.deeds = {
            deed: QPushButton(f"{key}  {deed_text(deed)}", self) for key, deed in _DEED_KEYS.items()
        }
        self.pause = QPushButton(self)
        self.speed = QPushButton(self)
        self.end = QPushButton(self.tr("Stop and compare (Esc)"), self)
        for button in (*self.deeds.values(), self.pause, self.speed, self.end):
            button.setProperty("kind", "wide")
        self._build()
        self.here.clicked.connect(lambda: self.marked.emit(None))
        for deed, button in self.deeds.items():
            button.clicked.connect(lambda _=False, deed=deed: self.marked.emit(deed))
        self.pause.clicked.connect(self.pause_asked)
        self.speed.clicked.connect(self.speed_asked)
        self.end.clicked.connect(self.ended)

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self.clock)
        self._grid = QGridLayout()
        for number, button in enumerate(self.deeds.values()):
            self._grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        self._row = QHBoxLayout()
        self._row.addWidget(self.pause)
        self._row.addWidget(self.speed)
        self._row.addStretch(1)
        self._row.addWidget(self.end)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.strip)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self.status)
        self._column.addWidget(self.here)
        self._column.addLayout(self._grid)
        self._column.addLayout(self._row)

    # --- showing ----------------------------------------------------------------------------------

    def begin(self, customer: str) -> None:
        """Show another call, from its beginning."""
        self._lines = TranscriptLines()
        self.model.reset(())
        self.model.set_customer("")
        self.heading.setText(customer or self.tr("Customer"))
        self.status.setText("")
        self.setFocus()

    def show_event(self, event: Event) -> None:
        match event:
            case PartialResult():
                self.model.apply(self._lines.partial(event))
            case FinalResult():
                self.model.apply(self._lines.final(event))
            case NameLearned():
                self.model.set_customer(event.name)
                self.model.apply(self._lines.learn_name(event.name))

    def show_place(self, now: int, duration: int, marks: Sequence[PracticeMark]) -> None:
        self.clock.setText(
            self.tr("{now} of {length}").format(now=clock_text(now), length=clock_text(duration))
        )
        self.strip.show_place(now, duration, marks)

    def show_pace(self, speed: float, *, is_paused: bool) -> None:
        self.pause.setText(self.tr("Go on (P)") if is_paused else self.tr("Pause (P)"))
        self.speed.setText(self.tr("Speed {speed} (S)").format(speed=f"{speed:g}×"))

    def show_mark(self, mark: PracticeMark, *, is_taken_back: bool = False) -> None:
        """Say that a mark was made, so that one need not look for it on the strip."""
        what = deed_text(mark.deed) if mark.deed is not None else self.tr("I would act here")
        text = (
            self.tr("Taken back: {what}, {time}")
            if is_taken_back
            else self.tr("Marked: {what}, {time}. Backspace takes it back.")
        )
        self.status.setText(text.format(what=what, time=clock_text(mark.at)))

    # --- keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the widget with the focus had no use for."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Space:
            self.marked.emit(None)
        elif event.text() in _DEED_KEYS and event.text():
            self.marked.emit(_DEED_KEYS[event.text()])
        elif key is Qt.Key.Key_Backspace:
            self.taken_back.emit()
        elif key is Qt.Key.Key_P:
            self.pause_asked.emit()
        elif key is Qt.Key.Key_S:
            self.speed_asked.emit()
        elif key is Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        margin, gap = theme.space(16), theme.space(8)
        self._column.setContentsMargins(margin, theme.space(12), margin, margin)
        self._column.setSpacing(gap)
        for row in (self._head, self._grid, self._row):
            row.setSpacing(gap)
        self.strip.set_theme(theme)
        self.view.set_theme(theme)
