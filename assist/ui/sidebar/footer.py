"""The sidebar's foot: a level meter per side, what is wrong with the sound, Pause and End."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from assist.core.notices import Told
from assist.core.words import Party
from assist.ui.callstate import CallState, Phase, Side
from assist.ui.sentences import said
from assist.ui.sidebar.pieces import Ink, ThemedLabel, WrappedLabel
from assist.ui.theme import Size, Theme

_QUIETEST_DBFS = -60
_BARS = 4


class LevelMeter(QAbstractButton):
    """Four bars: the side's last levels, the newest on the right; a cross if it is not heard.

    A click mutes the side, or hears it again.
    """

    def __init__(self, party: Party, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._party = party
        self._theme: Theme | None = None
        self._heights = [0.0] * _BARS
        self._is_heard = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_side(self, side: Side) -> None:
        heights = [level_height(dbfs) for dbfs in side.levels[-_BARS:]]
        if heights != self._heights or side.is_heard != self._is_heard:
            self._heights, self._is_heard = heights, side.is_heard
            self.update()

    def sizeHint(self) -> QSize:
        space = self._theme.space if self._theme else int
        return QSize(space(14), space(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, scale = self._theme.palette, self._theme.scale
        width, gap = 2.5 * scale, 1.33 * scale
        ink = QColor(colours.party(self._party) if self._is_heard else colours.red.accent)
        for place, height in enumerate(self._heights):
            tall = max(2 * scale, height * self.height())
            left = place * (width + gap)
            painter.fillRect(QRectF(left, self.height() - tall, width, tall), ink)
        if not self._is_heard:
            pen = painter.pen()
            pen.setColor(QColor(colours.red.accent))
            pen.setWidthF(1.5 * scale)
            painter.setPen(pen)
            painter.drawLine(self.rect().topLeft(), self.rect().bottomRight())
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.customer), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0, 0, -1, -1))
        painter.end()


def level_height(dbfs: int) -> float:
    """A level as a bar's height, 0..1, in steps of a tenth so that noise repaints nothing."""
    share = (dbfs - _QUIETEST_DBFS) / -_QUIETEST_DBFS
    return round(min(1.0, max(0.0, share)), 1)


class Footer(QWidget):
    """Emits `pause_asked` and `end_asked`; what a button says follows the engine, not the click."""

    pause_asked = Signal()
    end_asked = Signal()
    mute_asked = Signal(object, bool)
    """A `Party`, and whether it is to be muted."""
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.notes = [WrappedLabel(3, Size.SMALL, Ink.RED, parent=self) for _ in Party]
        for note in self.notes:
            note.hide()
        self.comparison = WrappedLabel(2, Size.SMALL, Ink.MUTED, parent=self)
        self.comparison.hide()
        self.meters = {party: LevelMeter(party, self) for party in Party}
        self.names = {party: ThemedLabel(Size.SMALL, Ink.MUTED, parent=self) for party in Party}
        self._sides = {Party.AGENT: self.tr("You"), Party.CUSTOMER: self.tr("Customer")}
        self.local = ThemedLabel(Size.SMALL, Ink.MUTED, parent=self)
        self.local.setAccessibleDescription(self.tr("Sound and words never leave this computer"))
        self._muted = dict.fromkeys(Party, False)
        self._silent: frozenset[Party] = frozenset()
        self._is_private = False
        self._is_shown = False
        """Whether leads see the call."""
        self._pause_keys = ""
        for party, meter in self.meters.items():
            meter.clicked.connect(
                lambda _=False, party=party: self.mute_asked.emit(party, not self._muted[party])
            )
        self.pause = QPushButton(self)
        self.end = QPushButton(self.tr("End"), self)
        self.end.setAccessibleName(self.tr("End the call and wrap up"))
        self.end.setToolTip(self.tr("End the call and wrap up"))
        for button in (self.pause, self.end):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = QHBoxLayout()
        for party in Party:
            self._row.addWidget(self.meters[party], 0, Qt.AlignmentFlag.AlignVCenter)
            self._row.addWidget(self.names[party])
        self._row.addStretch(1)
        self._row.addWidget(self.local)
        self._row.addWidget(self.pause)
        self._row.addWidget(self.end)
        self._column = QVBoxLayout(self)
        for note in (*self.notes, self.comparison):
            self._column.addWidget(note)
        self._column.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.pause.clicked.connect(self.pause_asked)
        self.end.clicked.connect(self.end_asked)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for label in (*self.notes, self.comparison, *self.names.values(), self.local):
            label.set_theme(theme)
        for meter in self.meters.values():
            meter.set_theme(theme)
        side = theme.space(14)
        self._column.setContentsMargins(side, theme.space(8), side, theme.space(8))
        self._column.setSpacing(theme.space(4))
        self._row.setSpacing(theme.space(7))

    def set_keys(self, pause: str) -> None:
        """The global shortcut, "" where there is none."""
        self._pause_keys = pause

    def show_state(self, state: CallState) -> None:
        in_call = state.phase is Phase.CALL
        self.pause.setVisible(in_call)
        self.end.setVisible(in_call)
        if state.is_paused:
            self.pause.setText(self.tr("Resume"))
            self.pause.setAccessibleName(self.tr("Resume listening"))
        else:
            self.pause.setText(self.tr("Pause"))
            self.pause.setAccessibleName(self.tr("Pause listening"))
        self.pause.setToolTip(
            self.tr("{keys}, for a card number for instance").format(keys=self._pause_keys)
            if self._pause_keys
            else self.tr("For a card number for instance")
        )
        self._is_private = state.is_private
        self._is_shown = in_call and state.lead.told is Told.SHOWN
        self._silent = state.silent_sides()
        for part in (*self.meters.values(), *self.names.values()):
            part.setVisible(in_call)
        self._fit_names()
        self.show_levels(state)
        self.show_notes(state)
        self._show_comparison(state)

    def _show_comparison(self, state: CallState) -> None:
        """Tell the agent that prompts are kept back in this call, and what for."""
        comparison = state.guidance.comparison if state.phase is Phase.CALL else None
        text = ""
        if comparison is not None:
            text = self.tr("Comparison call: prompts are kept back to measure what they change")
            if not comparison.is_whole:
                text = self.tr("Comparison call: some prompts are kept back to measure them")
        if text != self.comparison.text() or self.comparison.isHidden() is bool(text):
            self.comparison.setText(text)
            self.comparison.setVisible(bool(text))
            self.updateGeometry()
            self.height_changed.emit()

    def show_levels(self, state: CallState) -> None:
        for party, meter in self.meters.items():
            meter.show_side(state.sides[party])
            side, is_agent = state.sides[party], party is Party.AGENT
            name = self._sides[party]
            words = self.tr("{name}: heard") if side.is_heard else self.tr("{name}: not heard")
            if party in self._silent:
                words = self.tr("{name}: silent")
            if side.is_muted:
                words = self.tr("{name}: muted")
            words = words.format(name=name)
            if words == meter.accessibleName() and side.is_muted == self._muted[party]:
                continue
            self._muted[party] = side.is_muted
            if side.is_muted:
                does = (
                    self.tr("Hear your side again")
                    if is_agent
                    else self.tr("Hear the customer's side again")
                )
            else:
                does = (
                    self.tr("Mute your side") if is_agent else self.tr("Mute the customer's side")
                )
            meter.setAccessibleName(words)
            meter.setAccessibleDescription(does)
            meter.setToolTip(does)

    def show_notes(self, state: CallState) -> None:
        """Say in words which side is not heard, is late, or lost sound."""
        notes = state.notes() if state.phase is Phase.CALL else ()
        before = [note.text() for note in self.notes]
        for place, label in enumerate(self.notes):
            text = self._note(*notes[place]) if place < len(notes) else ""
            label.setText(text)
            label.setVisible(bool(text))
        if before != [note.text() for note in self.notes]:
            self.updateGeometry()
            self.height_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    def _fit_names(self) -> None:
        """Write the row so that it fits: what is least needed makes room.

        A silent side is told in passing, in place of words that always stand there: people who
        listen are silent too, and nothing may move then but these words.
        """
        for is_named, has_local in self._rows():
            silent = self._silent_words() if not is_named or len(self._silent) > 1 else ""
            for party, name in self.names.items():
                is_alone = self._silent == {party}
                name.setText(self._named(party) if is_alone else self._sides[party])
                name.setVisible(is_named and not self.meters[party].isHidden())
            self.local.setText(self._local_words(silent))
            self.local.setVisible(has_local)
            if self._fits():
                return

    def _rows(self) -> tuple[tuple[bool, bool], ...]:
        """Ways to write the row, the fullest first: with the sides' names, with "Local only"."""
        # "Local only" may go for a while; who sees the call, or that nothing is kept, may not.
        if len(self._silent) == 1 and not (self._is_private or self._is_shown):
            return ((True, True), (True, False), (False, True))
        return ((True, True), (False, True))

    def _fits(self) -> bool:
        shown = [*self.meters.values(), *self.names.values(), self.local, self.pause, self.end]
        parts = [part for part in shown if not part.isHidden()]
        margins = self._column.contentsMargins()
        gaps = self._row.spacing() * (len(parts) - 1)
        needed = sum(part.sizeHint().width() for part in parts) + gaps
        return needed + margins.left() + margins.right() <= self.width()

    def _named(self, party: Party) -> str:
        return self.tr("{name}: silent").format(name=self._sides[party])

    def _silent_words(self) -> str:
        if len(self._silent) > 1:
            return self.tr("Both silent")
        return "".join(self._named(party) for party in self._silent)

    def _local_words(self, silent: str) -> str:
        if silent and self._is_private:
            return self.tr("Private · {silent}").format(silent=silent)
        if silent and self._is_shown:
            return self.tr("Seen · {silent}").format(silent=silent)
        if silent:
            return silent
        if self._is_shown:
            return self.tr("Leads see it")
        return self.tr("Private: not kept") if self._is_private else self.tr("Local only")

    def _note(self, party: Party, kind: str, side: Side) -> str:
        is_agent = party is Party.AGENT
        if kind == "silent" and side.is_muted:
            return "⊘ " + (
                self.tr("Your side is muted, prompts on it rest")
                if is_agent
                else self.tr("The customer's side is muted, prompts on it rest")
            )
        if kind == "silent":
            text = (
                self.tr("You are not heard, prompts rest")
                if is_agent
                else self.tr("Customer not heard, prompts rest")
            )
            return f"⚠ {text}: {said(side.reason)}" if side.reason else f"⚠ {text}"
        if kind == "lag":
            text = (
                self.tr("Your words come {seconds} s late")
                if is_agent
                else self.tr("The customer's words come {seconds} s late")
            )
            return "⚠ " + text.format(seconds=round(side.lag_ms / 1000))
        text = (
            self.tr("{seconds} s of your sound was lost")
            if is_agent
            else self.tr("{seconds} s of the customer's sound was lost")
        )
        text = "⚠ " + text.format(seconds=f"{side.lost_ms / 1000:.1f}")
        # Some reasons are words for programs ("overflow").
        is_sentence = " " in side.lost_reason
        return f"{text}: {said(side.lost_reason)}" if is_sentence else text
