"""The middle: one call with its axis, what plays it, and what was said."""

from collections.abc import Callable
from datetime import datetime
from html import escape

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assist.core.interfaces import Player
from assist.core.review import ReviewCall, Waveform
from assist.ui.review import wording
from assist.ui.review.facts import FactBox
from assist.ui.review.flow import FlowLayout
from assist.ui.review.message import Message
from assist.ui.review.moments import last_moment, line_at, next_moment
from assist.ui.review.playback import SPEEDS, Playback
from assist.ui.review.plot import CallPlot
from assist.ui.review.style import label
from assist.ui.review.transcript import TranscriptView
from assist.ui.sentences import said
from assist.ui.theme import Size, Theme
from assist.ui.wording import clock_text

_STEP_MS = 5_000


class CallView(QWidget):
    """Shows one call and plays it. Emits `moved` with the call time of the cursor."""

    moved = Signal(int)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("middle")
        self._now = now
        self.call: ReviewCall | None = None
        self._searched = ""
        self.playback = Playback(self)
        self.pages = QStackedWidget(self)
        self.empty = Message(self)
        inside = QWidget(self)
        self.title = QLabel(inside)
        self.title.setTextFormat(Qt.TextFormat.RichText)
        self.title.setWordWrap(True)
        card = QFrame(inside)
        card.setObjectName("plotCard")
        self.plot = CallPlot(card)
        holder = QVBoxLayout(card)
        holder.setContentsMargins(1, 1, 1, 1)
        holder.addWidget(self.plot)
        self.play = QPushButton(self.tr("Play"), inside)
        self.play.setProperty("kind", "primary")
        self.clock = label("", inside, part="big", ink="muted")
        self.next = QPushButton(self.tr("Next moment"), inside)
        self.next.setProperty("kind", "wide")
        self.skip = QPushButton(self.tr("Skip silence"), inside)
        self.skip.setProperty("kind", "wide")
        self.skip.setCheckable(True)
        self.speed = QPushButton(inside)
        self.speed.setProperty("kind", "wide")
        self._speeds = QMenu(self.speed)
        self.speed.setMenu(self._speeds)
        self.silent = label(
            self.tr("No sound was kept of this call; the cursor still walks with it."),
            inside,
            part="meta",
            ink="muted",
        )
        # In one line it would keep the window from standing beside the sidebar where text is large.
        self.silent.setWordWrap(True)
        self.transcript = TranscriptView(inside)
        self.facts = FactBox(inside)
        self._bar = FlowLayout()
        for part in (self.play, self.clock, self.next, self.skip, self.speed):
            self._bar.addWidget(part)
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self.title)
        self._column.addWidget(card)
        self._column.addLayout(self._bar)
        self._column.addWidget(self.silent)
        self._column.addWidget(self.transcript, 1)
        self._column.addWidget(self.facts)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)
        self._theme: Theme | None = None
        self._wire()
        self._show_speed()

    def _wire(self) -> None:
        self.playback.moved.connect(self._moved)
        self.playback.state_changed.connect(self._show_state)
        self.playback.troubled.connect(self._troubled)
        self.play.clicked.connect(self.playback.toggle)
        self.next.clicked.connect(self.go_next)
        self.skip.toggled.connect(lambda is_on: self.playback.set_skips(is_on=is_on))
        self.plot.sought.connect(self.seek)
        self.transcript.word_clicked.connect(self.playback.play_from)
        self.transcript.word_sought.connect(self._go_to_word)
        self.transcript.line_chosen.connect(self._line_chosen)
        group = QActionGroup(self)
        for speed in SPEEDS:
            action = QAction(wording.speed_text(speed), self)
            action.setCheckable(True)
            action.setChecked(speed == 1.0)
            action.triggered.connect(lambda _=False, speed=speed: self.set_speed(speed))
            group.addAction(action)
            self._speeds.addAction(action)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        self.transcript.set_theme(theme)
        self.transcript.setMinimumHeight(theme.space(80))
        self.facts.set_theme(theme)
        self.empty.set_theme(theme)
        side = theme.space(18)
        self._column.setContentsMargins(side, theme.space(16), side, theme.space(12))
        self._column.setSpacing(theme.space(11))
        self._bar.setSpacing(theme.space(9))
        self._show_title()

    # --- what is shown ---------------------------------------------------------------------------

    def show_nothing(self, title: str, text: str) -> None:
        """No call: say why, and what to do."""
        self.call = None
        self.playback.close()
        self.plot.show_call(None)
        self.transcript.show_call(None)
        self.facts.show_line(None, None)
        self.empty.show_words(title, text)
        self.pages.setCurrentIndex(0)

    def show_call(self, call: ReviewCall) -> None:
        """Show a call from its beginning; sound and waveform come when they are there."""
        self.call = call
        self._searched = ""
        self.facts.show_line(None, None)
        self.plot.show_call(call)
        self.transcript.show_call(call)
        self.playback.open(None, call.row.duration_ms, call.silences)
        self.silent.setVisible(not call.has_audio)
        self.silent.setText(
            self.tr("No sound was kept of this call; the cursor still walks with it.")
        )
        self.next.setEnabled(next_moment(call, -1) is not None)
        self._show_title()
        self.pages.setCurrentIndex(1)

    def look_for(self, searched: str) -> bool:
        """Mark words that were searched for and go to the first; False where none was said.

        What is marked already stays as it is, and what plays goes on where it is.
        """
        searched = searched.strip()
        if self.call is None or searched == self._searched:
            return bool(self.transcript.found)
        self._searched = searched
        at = self.transcript.mark_found(searched)
        if at is None:
            return False
        if not self.playback.is_playing:
            self._go_to_word(at)
            self.transcript.scrollTo(self.transcript.currentIndex())
        return True

    def update_call(self, call: ReviewCall) -> None:
        """Show what people said of the call meanwhile; nothing moves."""
        self.call = call
        self.transcript.update_call(call)
        at = self.playback.position_ms
        waveform = self.plot.waveform
        self.plot.show_call(call)
        self.plot.show_waveform(waveform)
        self.plot.set_now(at)
        self.facts.show_line(call, self.transcript.current)

    def take_waveform(self, waveform: Waveform | None) -> None:
        self.plot.show_waveform(waveform)

    def take_player(self, player: Player | None) -> None:
        """The call's sound is there; what was played without it goes on with it."""
        if self.call is None:
            if player is not None:
                player.close()
            return
        at = self.playback.position_ms
        was_playing = self.playback.is_playing or self.playback.wants_play
        self.silent.setVisible(player is None)
        self.playback.open(player, self.call.row.duration_ms, self.call.silences)
        self.playback.seek(at)
        if was_playing:
            self.playback.toggle()

    def show_no_sound(self, sentence: str) -> None:
        """The sound cannot be had: say why; the cursor walks all the same."""
        self.silent.setText(said(sentence))
        self.silent.setVisible(True)

    def offer_sound(self, size: int) -> None:
        """The sound is fetched when somebody wants to hear it: say how much that is."""
        self.playback.wait_for_sound()
        self._say_of_sound(
            self.tr("The sound ({size} MB) is fetched when you play it.").format(
                size=QLocale().toString(size / 1_000_000, "f", 1)
            )
        )

    def show_fetched(self, done: int, total: int) -> None:
        """How far fetching is."""
        percent = 100 * done // max(1, total)
        self._say_of_sound(self.tr("Fetching the sound: {percent} %").format(percent=percent))

    def go_without_sound(self, sentence: str) -> None:
        """Its sound cannot be fetched: say why, and walk through the words."""
        self.show_no_sound(sentence)
        self.playback.go_without()

    def _say_of_sound(self, text: str) -> None:
        self.silent.setText(text)
        self.silent.setVisible(True)

    def _show_title(self) -> None:
        call, theme = self.call, self._theme
        if call is None or theme is None:
            return
        row = call.row
        agent = row.agent or self.tr("unknown agent")
        when = wording.age_text(row.started_at, self._now())
        parts = [
            self.tr("with {agent}, {when}, {length}").format(
                agent=agent, when=when, length=wording.length_text(row.duration_ms)
            )
        ]
        if row.problem:
            parts.append(row.problem)
        if row.reasons:
            parts.append(wording.reasons_text(row.reasons).lower())
        about = escape(" · ".join(parts))
        name = escape(wording.customer_text(row))
        self.title.setText(
            f'<span style="font-size:{theme.px(Size.HEADLINE)}px; font-weight:700">{name}</span> '
            f'<span style="color:{theme.palette.muted}">{about}</span>'
        )

    # --- playing ---------------------------------------------------------------------------------

    def seek(self, at: int) -> None:
        self.playback.seek(at)
        self.choose_line_at(at)

    def _go_to_word(self, at: int) -> None:
        """A word reached by keyboard; its line is chosen without a look ahead."""
        self.playback.seek(at)
        number = line_at(self.transcript.lines.lines, at)
        if number is not None:
            self.transcript.setCurrentIndex(self.transcript.lines.index(number))

    def step_by(self, steps: int) -> None:
        """Five seconds forth or back per step."""
        self.seek(max(0, self.playback.position_ms + steps * _STEP_MS))

    def go_next(self) -> None:
        if self.call is not None:
            at = next_moment(self.call, self.playback.position_ms)
            if at is not None:
                self.seek(at)

    def go_last(self) -> None:
        if self.call is not None:
            at = last_moment(self.call, self.playback.position_ms)
            self.seek(0 if at is None else at)

    def set_speed(self, speed: float) -> None:
        self.playback.set_speed(speed)
        self._show_speed()

    def change_speed(self, steps: int) -> None:
        """The next faster or slower speed there is."""
        place = SPEEDS.index(self.playback.speed) + steps
        self.set_speed(SPEEDS[max(0, min(place, len(SPEEDS) - 1))])

    def choose_line_at(self, at: int) -> None:
        """Choose what is said at a moment, a little after it: moments begin before their words."""
        number = line_at(self.transcript.lines.lines, at + 500)
        if number is not None:
            index = self.transcript.lines.index(number)
            self.transcript.setCurrentIndex(index)
            self.transcript.scrollTo(index)

    def _moved(self, at: int) -> None:
        self.plot.set_now(at)
        self.transcript.set_now(at, follows=self.playback.is_playing)
        self.clock.setText(f"{clock_text(at)} / {clock_text(self.playback.duration_ms)}")
        self.moved.emit(at)

    def _line_chosen(self, row: int) -> None:
        self.facts.show_line(self.call, self.transcript.lines.lines[row])

    def _show_state(self) -> None:
        is_on = self.playback.is_playing or self.playback.wants_play
        self.play.setText(self.tr("Pause") if is_on else self.tr("Play"))
        self.skip.setChecked(self.playback.skips_silence)
        self._show_speed()

    def _show_speed(self) -> None:
        text = wording.speed_text(self.playback.speed)
        self.speed.setText(text)
        self.speed.setAccessibleName(self.tr("Speed {speed}").format(speed=text))
        for action, speed in zip(self._speeds.actions(), SPEEDS, strict=False):
            action.setChecked(speed == self.playback.speed)

    def _troubled(self, sentence: str) -> None:
        if sentence:
            self.show_no_sound(sentence)
