"""Speech at another speed with its pitch unchanged: waveform-similarity overlap-add (WSOLA).

Pieces of the sound are taken further apart (or closer) than they are laid down; each piece is
shifted by up to some milliseconds to where its wave goes on as the one before would have. After
W. Verhelst and M. Roelands, "An overlap-add technique based on waveform similarity (WSOLA)",
ICASSP 1993.
"""

from typing import Protocol

import numpy as np
import numpy.typing as npt

Sound = npt.NDArray[np.float32]
"""Shape (frames, channels), nominally -1..1."""

PIECE_MS = 30
"""Length of a piece: two or three periods of a low voice (80 Hz)."""

_SEARCH_MS = 10
"""How far a piece may be shifted: most of a period of a low voice either way."""


class Readable(Protocol):
    """A sound that can be read anywhere."""

    rate: int
    frames: int

    def read(self, start: int, count: int) -> Sound:
        """`count` frames from `start` on; silence before the beginning and behind the end."""
        ...


class Stretcher:
    """Gives a sound piece by piece at any speed; used by one thread.

    `position` is the frame of the sound that the next piece begins with, moved by `seek`. All
    channels are shifted alike, so that what both sides say stays together.
    """

    def __init__(self, sound: Readable) -> None:
        self._sound = sound
        self.hop = sound.rate * PIECE_MS // 2000
        self._search = sound.rate * _SEARCH_MS // 1000
        rise = 0.5 - 0.5 * np.cos(np.pi * (np.arange(self.hop, dtype=np.float32) + 0.5) / self.hop)
        self._rise = rise.astype(np.float32)[:, np.newaxis]
        self.position = 0.0
        self._last: int | None = None
        """Where in the sound the piece laid down last begins."""

    def seek(self, frame: float) -> None:
        """Go on elsewhere."""
        self.position = max(0.0, min(float(frame), float(self._sound.frames)))
        self._last = None

    @property
    def is_over(self) -> bool:
        return self.position >= self._sound.frames

    def take(self, speed: float) -> Sound:
        """The next half piece (`hop` frames). At speed 1 the sound comes out as it is."""
        begin = round(self.position)
        if self._last is None:
            self._last = begin
            self.position += self.hop * speed
            return self._sound.read(begin, self.hop)
        # What would follow if nothing were skipped or repeated.
        natural = self._last + self.hop
        if abs(begin - natural) <= 1 and speed == 1.0:
            chosen = natural
            out = self._sound.read(chosen, self.hop)
        else:
            chosen = self._most_alike(natural, begin)
            falling = self._sound.read(natural, self.hop)
            rising = self._sound.read(chosen, self.hop)
            out = falling * (1 - self._rise) + rising * self._rise
        self._last = chosen
        self.position += self.hop * speed
        return out

    def _most_alike(self, natural: int, begin: int) -> int:
        """The place around `begin` whose sound is most like the one at `natural`."""
        search, length = self._search, 2 * self.hop
        wanted = self._mono(natural, length)
        around = self._mono(begin - search, length + 2 * search)
        alike = np.correlate(around, wanted, "valid")
        squares = np.concatenate(([0.0], np.cumsum(np.square(around, dtype=np.float64))))
        energy = squares[length:] - squares[:-length]
        score = alike / np.sqrt(energy + 1e-6)
        return begin - search + int(np.argmax(score))

    def _mono(self, start: int, count: int) -> npt.NDArray[np.float32]:
        mixed: npt.NDArray[np.float32] = self._sound.read(start, count).sum(axis=1)
        return mixed
