"""What plays while a call is looked at: its sound, or where none was kept a cursor that walks."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from assist.core.interfaces import Player
from assist.core.review import Span

SPEEDS = (0.75, 1.0, 1.25, 1.5, 2.0)
_STEP_MS = 40
"""The cursor moves 25 times a second while it plays."""

_EDGE_MS = 300
"""Of a silence that is skipped so much is left at both ends, so that no word is cut."""


class SilentPlayer:
    """A `Player` without sound: its position walks with the clock (nanoseconds)."""

    trouble = ""

    def __init__(self, duration_ms: int, clock: Callable[[], int] = time.monotonic_ns) -> None:
        self.duration_ms = duration_ms
        self._clock = clock
        self._since: int | None = None
        self._from_ms = 0
        self._speed = 1.0
        self._spans: tuple[Span, ...] = ()

    @property
    def position_ms(self) -> int:
        self._walk()
        return self._from_ms

    @property
    def is_playing(self) -> bool:
        self._walk()
        return self._since is not None

    def play(self) -> None:
        if self._from_ms >= self.duration_ms:
            self._from_ms = 0
        self._since = self._clock()

    def pause(self) -> None:
        self._walk()
        self._since = None

    def seek(self, at_ms: int) -> None:
        self._walk()
        self._from_ms = max(0, min(at_ms, self.duration_ms))

    def set_speed(self, speed: float) -> None:
        self._walk()
        self._speed = speed

    def skip(self, spans: Sequence[Span]) -> None:
        self._spans = tuple(spans)

    def close(self) -> None:
        self._since = None

    def _walk(self) -> None:
        if self._since is None:
            return
        now = self._clock()
        self._from_ms += int((now - self._since) / 1_000_000 * self._speed)
        self._since = now
        for span in self._spans:
            if span.start <= self._from_ms < span.end:
                self._from_ms = span.end
        if self._from_ms >= self.duration_ms:
            self._from_ms, self._since = self.duration_ms, None


class Playback(QObject):
    """The one player of the window. Emits `moved` (call ms), `state_changed` and `troubled`.

    Where the sound must be fetched first, wanting to play emits `sound_wanted`; it plays once the
    sound is there, and without it where it cannot be had.
    """

    moved = Signal(int)
    state_changed = Signal()
    troubled = Signal(str)
    sound_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: Player = SilentPlayer(0)
        self.has_sound = False
        self.speed = 1.0
        self.skips_silence = False
        self._silences: tuple[Span, ...] = ()
        self._must_fetch = False
        self._is_fetching = False
        self.wants_play = False
        """Whether it is to play once its sound is there."""
        self._was_playing = False
        self._told = ""
        self.timer = QTimer(self)
        self.timer.setInterval(_STEP_MS)
        self.timer.timeout.connect(self.step)

    def open(self, player: Player | None, duration_ms: int, silences: Sequence[Span]) -> None:
        """Take another call; `player` None: no sound was kept of it."""
        self.close()
        self.has_sound = player is not None
        self._player = player if player is not None else SilentPlayer(duration_ms)
        self._silences = tuple(silences)
        self._player.set_speed(self.speed)
        self._tell_skips()
        self.moved.emit(0)
        self.state_changed.emit()

    def close(self) -> None:
        """Stop and let go of the sound."""
        self.timer.stop()
        self._player.close()
        self._player = SilentPlayer(0)
        self._must_fetch = self._is_fetching = self.wants_play = False
        self._was_playing = False
        self._told = ""

    def wait_for_sound(self) -> None:
        """The sound is elsewhere and is fetched when somebody wants to hear it."""
        self._must_fetch = True

    def go_without(self) -> None:
        """The sound cannot be had: the cursor walks by itself."""
        wanted = self.wants_play
        self._must_fetch = self._is_fetching = self.wants_play = False
        if wanted:
            self.toggle()
        self.state_changed.emit()

    def _ask_for_sound(self) -> None:
        self.wants_play = True
        if not self._is_fetching:
            self._is_fetching = True
            self.sound_wanted.emit()
        self.state_changed.emit()

    @property
    def duration_ms(self) -> int:
        return self._player.duration_ms

    @property
    def position_ms(self) -> int:
        return self._player.position_ms

    @property
    def is_playing(self) -> bool:
        return self._player.is_playing

    def toggle(self) -> None:
        if self._must_fetch:
            if self.wants_play:
                self.wants_play = False
                self.state_changed.emit()
            else:
                self._ask_for_sound()
            return
        if self._player.is_playing:
            self._player.pause()
        else:
            self._player.play()
            self.timer.start()
        self.step()

    def play_from(self, at_ms: int) -> None:
        """Hear what is said there."""
        self._player.seek(at_ms)
        if self._must_fetch:
            self._ask_for_sound()
        else:
            if not self._player.is_playing:
                self._player.play()
            self.timer.start()
        self.step()

    def seek(self, at_ms: int) -> None:
        self._player.seek(at_ms)
        self.step()

    def set_speed(self, speed: float) -> None:
        self.speed = speed
        self._player.set_speed(speed)
        self.state_changed.emit()

    def set_skips(self, *, is_on: bool) -> None:
        self.skips_silence = is_on
        self._tell_skips()
        self.state_changed.emit()

    def step(self) -> None:
        """Tell where it is; called by the timer while it plays."""
        self.moved.emit(self._player.position_ms)
        is_playing = self._player.is_playing
        if not is_playing:
            self.timer.stop()
        if is_playing != self._was_playing:
            self._was_playing = is_playing
            self.state_changed.emit()
        if self._player.trouble != self._told:
            self._told = self._player.trouble
            self.troubled.emit(self._told)

    def _tell_skips(self) -> None:
        spans = [
            Span(start=span.start + _EDGE_MS, end=span.end - _EDGE_MS)
            for span in self._silences
            if span.end - span.start > 2 * _EDGE_MS
        ]
        self._player.skip(spans if self.skips_silence else ())
