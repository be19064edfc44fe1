"""Sounds and an output that a test drives: what would be heard is kept, piece by piece."""

import threading
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from assist.audio.errors import AudioError
from assist.audio.stretch import Sound
from assist.core.review import Span

GENEROUS_S = 30.0


class ToneSound:
    """A `stretch.Readable`: a ramp on the first channel says which frame it is, a tone on both."""

    def __init__(self, samples: npt.NDArray[np.float32], rate: int) -> None:
        self.rate = rate
        self.frames = len(samples)
        self._samples = samples
        self.is_closed = threading.Event()

    def read(self, start: int, count: int) -> Sound:
        out = np.zeros((count, self._samples.shape[1]), np.float32)
        first, last = max(0, start), min(self.frames, start + count)
        if last > first:
            out[first - start : last - start] = self._samples[first:last]
        return out

    def close(self) -> None:
        self.is_closed.set()


def tone(hertz: float, seconds: float, rate: int = 16_000) -> ToneSound:
    """A steady tone on both channels."""
    time = np.arange(round(seconds * rate)) / rate
    wave = (0.5 * np.sin(2 * np.pi * hertz * time)).astype(np.float32)
    return ToneSound(np.stack((wave, wave), axis=1), rate)


class HeldOutput:
    """An `Output` that takes a piece whenever the test allows one more."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._allowed = 0
        self._breaks = False
        self.pieces: list[Sound] = []
        self.flushes = 0
        self.is_closed = threading.Event()
        self.pending = 0

    def write(self, sound: Sound) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._allowed > 0 or self._breaks, GENEROUS_S)
            if self._breaks:
                raise AudioError("The sound output is gone; plug it in or choose another.")
            self._allowed -= 1
            self.pieces.append(sound.copy())
            self._changed.notify_all()

    def pending_ms(self) -> int:
        return self.pending

    def flush(self) -> None:
        self.flushes += 1

    def close(self) -> None:
        self.is_closed.set()

    def allow(self, count: int) -> None:
        """Take so many pieces more."""
        with self._changed:
            self._allowed += count
            self._changed.notify_all()

    def break_off(self) -> None:
        """Be unplugged."""
        with self._changed:
            self._breaks = True
            self._changed.notify_all()

    def wait_for(self, count: int) -> None:
        """Wait until so many pieces were taken in all."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.pieces) >= count, GENEROUS_S)

    def heard(self) -> Sound:
        with self._changed:
            return np.concatenate(self.pieces)


def pitch_of(sound: npt.NDArray[np.float32], rate: int) -> float:
    """The strongest frequency, by the peak of the spectrum (parabola through its neighbours)."""
    window = np.hanning(len(sound))
    spectrum = np.abs(np.fft.rfft(sound * window))
    peak = int(np.argmax(spectrum[1:-1])) + 1
    before, top, after = np.log(spectrum[peak - 1 : peak + 2] + 1e-12)
    shift = 0.5 * (before - after) / (before - 2 * top + after)
    return float((peak + shift) * rate / len(sound))


class NotingPlayer:
    """A `Player` that does what it is told and remembers it."""

    def __init__(self, duration_ms: int = 60_000) -> None:
        self.duration_ms = duration_ms
        self.position_ms = 0
        self.is_playing = False
        self.trouble = ""
        self.speed = 1.0
        self.skipped: tuple[Span, ...] = ()
        self.is_closed = False

    def play(self) -> None:
        self.is_playing = True

    def pause(self) -> None:
        self.is_playing = False

    def seek(self, at_ms: int) -> None:
        self.position_ms = at_ms

    def set_speed(self, speed: float) -> None:
        self.speed = speed

    def skip(self, spans: Sequence[Span]) -> None:
        self.skipped = tuple(spans)

    def close(self) -> None:
        self.is_closed = True
