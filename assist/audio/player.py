"""Plays a finished call: any place, any speed at the same pitch, silence left out if wanted."""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from assist.audio.errors import BUG, AudioError
from assist.audio.player_output import Output
from assist.audio.stretch import Readable, Stretcher
from assist.core.review import Span

OpenOutput = Callable[[int], Output]
_STEP_PIECES = 2
"""Half pieces written at once: 30 ms, which is how long pause and seek wait at most."""
_OWN, _OTHER = 0.8, 0.35
"""Each side is a little to one ear: both are heard, and who speaks is told apart."""

_log = logging.getLogger(__name__)


class ClosableSound(Readable, Protocol):
    """A sound that can be let go of."""

    def close(self) -> None: ...


class SoundPlayer:
    """A `core.interfaces.Player` with a thread of its own from the first `play` on.

    `open_output` is asked for an output when playing begins, and it is closed when it pauses: other
    programs' sound devices are not kept awake. `on_changed` is called from the player's thread
    whenever it begins or ends to play.
    """

    def __init__(
        self,
        sound: ClosableSound,
        open_output: OpenOutput,
        *,
        on_changed: Callable[[], None] = lambda: None,
    ) -> None:
        self._sound = sound
        self._open_output = open_output
        self._on_changed = on_changed
        self._changed = threading.Condition()
        self._at_frame = 0.0
        self._heard_ms = 0
        self._seek: float | None = 0.0
        self._speed = 1.0
        self._spans: tuple[tuple[float, float], ...] = ()
        self._wants_play = False
        self._is_closed = False
        self._trouble = ""
        self._thread: threading.Thread | None = None

    @property
    def duration_ms(self) -> int:
        return self._sound.frames * 1000 // self._sound.rate

    @property
    def position_ms(self) -> int:
        return min(self._heard_ms, self.duration_ms)

    @property
    def is_playing(self) -> bool:
        return self._wants_play

    @property
    def trouble(self) -> str:
        return self._trouble

    def play(self) -> None:
        with self._changed:
            if self._is_closed:
                return
            if self.position_ms >= self.duration_ms:
                self._seek, self._heard_ms = 0.0, 0
            self._wants_play = True
            self._trouble = ""
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="call-player", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def pause(self) -> None:
        with self._changed:
            self._wants_play = False
            # What was written and not heard is heard again.
            self._seek = self._frame(self._heard_ms)
            self._changed.notify_all()

    def seek(self, at_ms: int) -> None:
        with self._changed:
            at_ms = max(0, min(at_ms, self.duration_ms))
            self._heard_ms = at_ms
            self._seek = self._frame(at_ms)
            self._changed.notify_all()

    def set_speed(self, speed: float) -> None:
        if not 0.25 <= speed <= 4:
            raise ValueError(f"speed {speed} is out of range")
        with self._changed:
            self._speed = speed

    def skip(self, spans: Sequence[Span]) -> None:
        found = tuple((self._frame(span.start), self._frame(span.end)) for span in spans)
        with self._changed:
            self._spans = found

    def close(self) -> None:
        with self._changed:
            self._is_closed = True
            self._wants_play = False
            self._changed.notify_all()
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()
        else:
            self._sound.close()

    def _frame(self, at_ms: int) -> float:
        return at_ms * self._sound.rate / 1000

    # --- the player's thread ---------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while self._wait_for_play():
                try:
                    self._play_on()
                except AudioError as error:
                    self._stop(str(error))
                except Exception:
                    _log.exception("The player failed")
                    self._stop(BUG)
        finally:
            self._sound.close()

    def _wait_for_play(self) -> bool:
        """Wait until there is something to play; False when the player is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._wants_play or self._is_closed)
            return not self._is_closed

    def _stop(self, trouble: str) -> None:
        with self._changed:
            self._wants_play = False
            self._trouble = trouble

    def _play_on(self) -> None:
        """Play until it is paused, over or closed."""
        stretcher = Stretcher(self._sound)
        stretcher.seek(self._at_frame)
        output = self._open_output(self._sound.rate)
        self._on_changed()
        try:
            while True:
                with self._changed:
                    if not self._wants_play:
                        output.flush()
                        return
                    seek, self._seek = self._seek, None
                    speed, spans = self._speed, self._spans
                if seek is not None:
                    if stretcher.position != seek:
                        output.flush()
                    stretcher.seek(seek)
                self._skip(stretcher, spans)
                if stretcher.is_over:
                    self._finish(output)
                    return
                for _ in range(_STEP_PIECES):
                    piece = stretcher.take(speed)
                    output.write(piece * _OWN + piece[:, ::-1] * _OTHER)
                self._note_heard(stretcher, output, speed)
        finally:
            output.close()
            self._on_changed()

    def _skip(self, stretcher: Stretcher, spans: tuple[tuple[float, float], ...]) -> None:
        for start, end in spans:
            if start <= stretcher.position < end:
                stretcher.seek(end)

    def _note_heard(self, stretcher: Stretcher, output: Output, speed: float) -> None:
        pending = output.pending_ms() * speed
        with self._changed:
            self._at_frame = stretcher.position
            if self._seek is None:
                at = stretcher.position * 1000 / self._sound.rate - pending
                # Never behind what was heard already: a span skipped may still be waiting.
                self._heard_ms = max(self._heard_ms, round(at))

    def _finish(self, output: Output) -> None:
        """The end: silence is written until the last words have been heard."""
        silence = self._sound.read(self._sound.frames, self._sound.rate // 50)
        waiting = output.pending_ms()
        while waiting > 0 and self._wants_play and self._seek is None:
            output.write(silence)
            waiting -= 20
        with self._changed:
            if self._seek is None:
                self._wants_play = False
                self._heard_ms = self.duration_ms
                self._at_frame = 0.0
                self._seek = 0.0
