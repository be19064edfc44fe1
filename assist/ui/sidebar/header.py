"""The sidebar's head: call light, the customer's name, what is known, call time."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from assist.ui.callstate import CallState, Phase
from assist.ui.leadwords import watching_text
from assist.ui.linefield import LineField
from assist.ui.sidebar.pieces import Ink, ThemedLabel
from assist.ui.theme import Size, Theme
from assist.ui.wording import clock_text

MAX_NAME = 80
"""Characters a typed name may have."""


class CallLight(QWidget):
    """Says by shape and colour what is going on: filled = live, bars = paused, ring = no call."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._kind = "off"

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setFixedSize(theme.space(9), theme.space(16))
        self.update()

    def set_kind(self, kind: str, words: str) -> None:
        """`kind` is "live", "paused" or "off"; `words` say it."""
        self._kind = kind
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.width()
        box = QRectF(0, (self.height() - side) / 2, side, side)
        colours = self._theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        if self._kind == "live":
            painter.setBrush(QColor(colours.red.accent))
            painter.drawEllipse(box)
        elif self._kind == "paused":
            painter.setBrush(QColor(colours.warm.accent))
            bar = side / 3
            painter.drawRect(QRectF(box.left(), box.top(), bar, side))
            painter.drawRect(QRectF(box.right() - bar, box.top(), bar, side))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.muted), self._theme.scale * 1.5))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.end()


class NameButton(QAbstractButton):
    """The customer's name; a click edits it in place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._is_known = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setFont(theme.font(Size.NAME, is_bold=True))
        self.updateGeometry()
        self.update()

    def set_name(self, name: str, *, can_edit: bool) -> None:
        self._is_known = bool(name)
        self.setText(name or (self.tr("Name not known") if can_edit else self.tr("No call")))
        self.setEnabled(can_edit)
        if can_edit:
            self.setAccessibleName(
                self.tr("Customer: {name}. Change the name").format(name=self.text())
            )
        else:
            self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + self._pencil() * 2
        return QSize(width, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._pencil() * 3, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.palette
        pencil = self._pencil() if self.isEnabled() else 0
        room = self.width() - pencil * 2
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(0, room))
        tip = self.tr("Change the name") if shown == self.text() else self.text()
        if tip != self.toolTip():
            self.setToolTip(tip)
        painter.setPen(QColor(colours.text if self._is_known else colours.muted))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter.value), shown)
        if pencil:
            left = metrics.horizontalAdvance(shown) + pencil * 0.55
            self._paint_pencil(painter, left, pencil, QColor(colours.muted))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.customer), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _pencil(self) -> int:
        return self._theme.space(9) if self._theme else 9

    def _paint_pencil(self, painter: QPainter, left: float, size: int, colour: QColor) -> None:
        top = (self.height() - size) / 2 + 1
        painter.setPen(QPen(colour, size * 0.13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))

        def at(x: float, y: float) -> QPointF:
            return QPointF(left + x * size, top + y * size)

        painter.drawPolyline(
            [at(0.08, 0.92), at(0.16, 0.6), at(0.72, 0.04), at(0.96, 0.28), at(0.4, 0.84)]
        )
        painter.drawLine(at(0.08, 0.92), at(0.4, 0.84))
        painter.drawLine(at(0.58, 0.18), at(0.82, 0.42))


class Header(QWidget):
    """Emits `name_asked` to edit, `name_typed` with the new name, `edit_left` when done."""

    name_asked = Signal()
    name_typed = Signal(str)
    edit_left = Signal()
    close_asked = Signal()
    menu_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown_second = -1
        self.light = CallLight(self)
        self.name = NameButton(self)
        self.field = LineField(self)
        self.field.setMaxLength(MAX_NAME)
        self.field.setAccessibleName(self.tr("The customer's name"))
        self.field.setPlaceholderText(self.tr("The customer's name"))
        self.field.hide()
        self.known = ThemedLabel(Size.META, Ink.MUTED, parent=self)
        self.watching = ThemedLabel(Size.SMALL, Ink.WARM, is_bold=True, parent=self)
        self.watching.hide()
        self.clock = ThemedLabel(Size.CLOCK, Ink.MUTED, has_even_digits=True, parent=self)
        self.close_button = QPushButton("✕", self)
        self.close_button.setProperty("kind", "flat")
        self.close_button.setAccessibleName(self.tr("Close the sidebar"))
        self.close_button.setToolTip(self.tr("Close the sidebar"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_button = QPushButton("☰", self)
        self.menu_button.setProperty("kind", "flat")
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setToolTip(self.tr("Menu"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self._column = QVBoxLayout()
        self._column.addWidget(self.name)
        self._column.addWidget(self.field)
        self._column.addWidget(self.known)
        self._column.addWidget(self.watching)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.light)
        self._row.addLayout(self._column, 1)
        self._row.addWidget(self.clock)

        self.name.clicked.connect(self.name_asked)
        self.field.returnPressed.connect(self._keep)
        self.field.left.connect(self.edit_left)
        self.close_button.clicked.connect(self.close_asked)
        self.menu_button.clicked.connect(self.menu_asked)

    def set_theme(self, theme: Theme) -> None:
        for part in (self.light, self.name, self.known, self.watching, self.clock):
            part.set_theme(theme)
        self.field.setFont(theme.font(Size.NAME, is_bold=True))
        space = theme.space
        self._row.setContentsMargins(space(14), space(12), space(14), space(12))
        self._row.setSpacing(space(9))
        self._column.setSpacing(space(2))
        for button in (self.close_button, self.menu_button):
            button.setFixedSize(space(16), space(16))
        self._place_corner()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_corner()

    def show_state(self, state: CallState) -> None:
        """Draw light, name and what is known; the clock has its own method."""
        in_call = state.phase in (Phase.CALL, Phase.ENDING)
        self.light.set_kind(*self.light_of(state))
        has_call = in_call or state.phase is Phase.ENDED
        self.name.set_name(state.name, can_edit=in_call)
        if state.phase is Phase.ENDED and not state.name:
            self.name.setText(self.tr("Call ended"))
        self.known.setText(self._known(state))
        self._show_second_line()
        self.clock.setVisible(has_call)
        self.show_clock(state.now)

    def show_watching(self, state: CallState) -> None:
        """Say which leads look at the call, in place of what is known: nothing moves."""
        in_call = state.phase in (Phase.CALL, Phase.ENDING)
        self.watching.setText(watching_text(state.lead.watching if in_call else ()))
        self.watching.setAccessibleName(self.watching.text())
        self._show_second_line()

    def _show_second_line(self) -> None:
        is_watched = bool(self.watching.text())
        self.watching.setVisible(is_watched)
        self.known.setVisible(bool(self.known.text()) and not is_watched)

    def light_of(self, state: CallState) -> tuple[str, str]:
        """What the call light shows: its kind, and the same in words."""
        if state.phase not in (Phase.CALL, Phase.ENDING):
            return "off", self.tr("No call")
        if state.is_paused:
            if state.is_card_talk:
                return "paused", self.tr("Paused for card details")
            return "paused", self.tr("Paused")
        return "live", self.tr("On a call")

    def show_clock(self, now: int) -> None:
        self.shown_second = now // 1000
        text = clock_text(now)
        if text != self.clock.text():
            self.clock.setText(text)
            self.clock.updateGeometry()

    def start_edit(self, name: str) -> None:
        """Put the field in the name's place."""
        self.field.setText(name)
        self.name.hide()
        self.field.show()
        self.field.selectAll()

    def end_edit(self) -> None:
        self.field.hide()
        self.name.show()

    @property
    def is_editing(self) -> bool:
        return not self.field.isHidden()

    def _place_corner(self) -> None:
        """In the corner, outside the layout: the clock keeps the content's right edge."""
        left = self.width() - self.close_button.width() - 1
        self.close_button.move(left, 1)
        self.menu_button.move(left - self.menu_button.width() - 1, 1)

    def _keep(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.name_typed.emit(name)
        self.edit_left.emit()

    def _known(self, state: CallState) -> str:
        if state.started is None or state.phase in (Phase.IDLE, Phase.LOADING, Phase.CONNECTING):
            return self.tr("Hears both sides, on this computer only")
        parts = [state.started.customer_number, state.started.reference]
        if state.started.source == "demo":
            parts.append(self.tr("Demo call"))
        elif state.started.source != "live":
            parts.append(self.tr("Recording"))
        if state.after.flags:
            parts.append(self.tr("⚑ flagged: {count}").format(count=state.after.flags))
        if state.follow_ups:
            parts.append(self.tr("◷ {count} due").format(count=len(state.follow_ups)))
        if state.phase is Phase.ENDING:
            parts.append(self.tr("ending"))
        return " · ".join(part for part in parts if part)
