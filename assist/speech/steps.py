"""When a recognizer's partial result can have changed, so that it is asked for no more than needed.

Vosk decodes in steps of 200 ms and more: as many frames as Kaldi's network computes at once
(`frames_per_chunk`, 20, rounded up to what fits the network and the 3 frames of one decision: 24
with the starter), as soon as the last of them and the frames it looks ahead are fed. Between two
steps nothing is decoded and a partial result cannot change; asking for it after every 100 ms costs
4 % of recognition all the same. How long the steps are and where they end depends on the model, so
both are learned from the changes seen.
"""

from assist.core.audio import SAMPLES_PER_MS

_FRAME = 10 * SAMPLES_PER_MS
_LENGTHS = range(21 * _FRAME, 61 * _FRAME, 3 * _FRAME)
"""Steps that are thought possible, in samples."""

_SEEN_TO_TRUST = 12
"""Changes seen before anything is skipped. Each rules out about half of what is still possible, so
steps that are none of these are found out first."""

_CHECK_EVERY = 8
"""Of the times that need no asking every 8th is asked all the same: if something had changed then,
the model works in other steps and is asked each time from there on."""


class DecodingSteps:
    """Where the decoding steps of one recognizer end, counted in samples. Pure.

    Ask `may_change` once for every piece of sound fed; where it said yes tell `saw` what came of
    it.
    """

    def __init__(self) -> None:
        self._grids = [_Grid(length) for length in _LENGTHS]
        self._fed = 0
        """Samples since the recognizer began anew."""
        self._piece = 0
        self._seen = 0
        self._needless = 0
        self._is_check = False

    def may_change(self, samples: int) -> bool:
        """`samples` more are fed: whether the partial result has to be asked for after them."""
        begin = self._fed
        self._fed += samples
        self._piece = samples
        self._is_check = False
        if not self._grids or self._seen < _SEEN_TO_TRUST:
            return True
        if any(grid.may_end(begin, samples) for grid in self._grids):
            return True
        self._needless += 1
        self._is_check = self._needless % _CHECK_EVERY == 0
        return self._is_check

    def saw(self, *, is_changed: bool) -> None:
        """Whether the partial result asked for after the latest piece was a new one."""
        if not is_changed or not self._grids:
            return
        begin, samples = self._fed - self._piece, self._piece
        self._seen += 1
        self._grids = [grid for grid in self._grids if grid.narrow(begin, samples)]

    def restart(self) -> None:
        """The recognizer begins anew with the next sample, and with it its steps."""
        self._fed = 0


class _Grid:
    """Steps of one length: they end at one of the samples first + 1 … first + width, and every
    `length` from there."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._first, self._width = 0, length

    def may_end(self, begin: int, samples: int) -> bool:
        """Whether a step may end within the `samples` after `begin`."""
        ahead, behind = self._distances(begin)
        return ahead < self._width or behind < samples

    def narrow(self, begin: int, samples: int) -> bool:
        """A step ended within the `samples` after `begin`; whether these steps allow for it."""
        ahead, behind = self._distances(begin)
        if ahead >= self._width and behind >= samples:
            return False
        if self._width == self._length and samples < self._length:
            self._first, self._width = begin % self._length, samples
        elif self._width + samples > self._length:
            pass  # what is left might be two stretches: shorter pieces will tell
        elif ahead < self._width:
            self._first = begin % self._length
            self._width = min(self._width - ahead, samples)
        else:
            self._width = min(self._width, samples - behind)
        return True

    def _distances(self, begin: int) -> tuple[int, int]:
        """From the first possible sample to the piece's, and the other way."""
        return (begin - self._first) % self._length, (self._first - begin) % self._length
