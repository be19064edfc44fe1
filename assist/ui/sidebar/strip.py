"""The collapsed sidebar: a strip that still says whether there is something to look at."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assist.core.events import Feeling, Trend
from assist.ui.callstate import CallState, Phase
from assist.ui.leadwords import line_text, watching_text
from assist.ui.phonewords import follow_up_text, offer_title
from assist.ui.sidebar.header import CallLight
from assist.ui.sidebar.pieces import Ink, Themed, ThemedLabel
from assist.ui.theme import Size, Theme
from assist.ui.wording import clock_text, feeling_text


class FeelingMark(QWidget):
    """An arrow that goes up, along or down, in the colour of what it means; its words are told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._trend: Trend | None = None
        self._is_distress = False

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setFixedSize(theme.space(26), theme.space(26))
        self.update()

    def show_state(self, state: CallState) -> None:
        felt = state.feeling
        self._trend = None if felt is None else felt.trend
        self._is_distress = felt is not None and felt.feeling.is_distress
        words = (
            self.tr("No feeling heard yet")
            if felt is None
            else feeling_text(felt.feeling, felt.trend)
        )
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setVisible(felt is not None and felt.feeling is not Feeling.NONE)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None or self._trend is None:
            return
        colours = self._theme.palette
        ink = QColor(colours.red.accent if self._is_distress else colours.green.accent)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 2 * self._theme.scale))
        side = self.width()
        rise = {Trend.BETTER: -0.26, Trend.STEADY: 0.0, Trend.WORSE: 0.26}[self._trend]
        start = QPointF(0.16 * side, (0.5 - rise) * side)
        end = QPointF(0.84 * side, (0.5 + rise) * side)
        painter.drawLine(start, end)
        back = 0.22 * side
        along = QPointF(end - start)
        length = (along.x() ** 2 + along.y() ** 2) ** 0.5
        unit = QPointF(along.x() / length, along.y() / length)
        across = QPointF(-unit.y(), unit.x())
        painter.drawPolyline(
            QPolygonF([end - unit * back + across * back, end, end - unit * back - across * back])
        )
        painter.end()


class CueMark(QPushButton):
    """The prompt in view as its colour and the number of prompts that wait; opens the sidebar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._colours = ("", "")
        self._count = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setFont(theme.font(Size.NAME, is_bold=True))
        self.setFixedSize(theme.space(32), theme.space(96))
        self.update()

    def show_state(self, state: CallState) -> None:
        cues = [cue for cue in (state.card, state.next) if cue is not None]
        self._count = len(cues)
        self.setVisible(bool(cues))
        if not cues or self._theme is None:
            return
        raised = cues[0].raised
        tint = self._theme.palette.tint(raised.urgency)
        self._colours = (tint.accent, tint.ground)
        self.setAccessibleName(
            self.tr("Prompt: {headline}. Open the sidebar").format(headline=raised.headline)
        )
        self.setToolTip(raised.headline)
        self.update()

    @property
    def count(self) -> int:
        return self._count

    @property
    def colour(self) -> str:
        return self._colours[0]

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), self.maximumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None or not self._count:
            return
        accent, ground = map(QColor, self._colours)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = 7 * self._theme.scale
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(self._theme.palette.text), 2) if self.hasFocus() else accent)
        painter.setBrush(accent)
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(ground)
        painter.setFont(self.font())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), str(self._count))
        painter.end()


class Strip(QWidget):
    """Emits `opened`; between its parts the window can be dragged by it."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.open = QPushButton(self)
        self.open.setProperty("kind", "arrow")
        self.open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.open.setAccessibleName(self.tr("Open the sidebar"))
        self.open.setToolTip(self.tr("Open the sidebar"))
        self.light = CallLight(self)
        self.clock = ThemedLabel(Size.META, Ink.MUTED, has_even_digits=True, parent=self)
        self.clock.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.feeling = FeelingMark(self)
        self.cue = CueMark(self)
        self.trouble = self._sign("⚠", Ink.RED)
        self.offer = self._sign("☎", Ink.WARM)
        self.due = self._sign("◷", Ink.WARM)
        self.wrap_up = self._sign("✓", Ink.TEXT)
        self.line = self._sign("✉", Ink.WARM)
        self.watching = self._sign("◉", Ink.WARM)
        self._signs = (
            self.trouble,
            self.line,
            self.watching,
            self.offer,
            self.wrap_up,
            self.due,
        )
        self._column = QVBoxLayout(self)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._column.addWidget(self.open, 0, centre)
        self._column.addWidget(self.light, 0, centre)
        self._column.addWidget(self.clock)
        self._column.addWidget(self.feeling, 0, centre)
        self._column.addWidget(self.cue, 0, centre)
        for sign in self._signs:
            self._column.addWidget(sign)
        self._column.addStretch(1)
        self.open.clicked.connect(self.opened)
        self.cue.clicked.connect(self.opened)

    def set_side(self, side: str) -> None:
        """The arrow shows where the sidebar will open to."""
        self.open.setText("›" if side == "left" else "‹")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: list[Themed] = [self.light, self.clock, self.feeling, self.cue, *self._signs]
        for part in parts:
            part.set_theme(theme)
        self.open.setFixedSize(theme.space(30), theme.space(30))
        self._column.setContentsMargins(theme.space(2), theme.space(8), theme.space(2), 0)
        self._column.setSpacing(theme.space(10))

    def show_state(self, state: CallState, light: tuple[str, str], trouble: str) -> None:
        """Follow the call; `light` is the header's kind and words, `trouble` a sentence or ""."""
        self.light.set_kind(*light)
        self.feeling.show_state(state)
        self.cue.show_state(state)
        is_over = state.phase is Phase.ENDED and state.wrap_up is not None
        in_call = state.phase in (Phase.CALL, Phase.ENDING)
        offer = state.phone.offer
        due = state.follow_ups
        for sign, words in (
            (self.trouble, trouble),
            (self.offer, "" if offer is None else offer_title(offer)),
            # The card's own title: it waits below the strip until the agent is done with the call.
            (self.wrap_up, QCoreApplication.translate("WrapUpCard", "Wrap-up") if is_over else ""),
            (self.due, follow_up_text(due[0]) if due else ""),
            (self.line, line_text(state.lead.line) if in_call else ""),
            (self.watching, watching_text(state.lead.watching) if in_call else ""),
        ):
            sign.setVisible(bool(words))
            sign.setAccessibleName(words)
            sign.setToolTip(words)
        self.clock.setVisible(in_call or state.phase is Phase.ENDED)
        self.show_clock(state.now)

    def _sign(self, sign: str, ink: Ink) -> ThemedLabel:
        label = ThemedLabel(Size.NAME, ink, is_bold=True, parent=self)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setText(sign)
        return label

    def show_clock(self, now: int) -> None:
        self.clock.setText(clock_text(now))
