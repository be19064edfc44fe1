"""Sound devices and clocks that tests drive by hand, and a look at what a source delivers."""

import queue
import threading
from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from assist.audio.capture import Push
from assist.audio.errors import AudioError
from assist.core.audio import SAMPLE_RATE, AudioBlock, SideTrouble
from assist.core.words import Party

GENEROUS_S = 60.0
"""How long to wait for what must come; only a failing test waits so long."""

T = TypeVar("T")


class ManualClock:
    """A monotonic clock in nanoseconds that moves when told to."""

    def __init__(self, now_ms: float = 0) -> None:
        self.now_ns = int(now_ms * 1_000_000)

    def __call__(self) -> int:
        return self.now_ns

    def advance(self, ms: float) -> None:
        self.now_ns += int(ms * 1_000_000)


class FakeStream:
    """A `CaptureStream` whose sound and end come from the test."""

    def __init__(
        self,
        device: str,
        push: Push,
        *,
        rate: int = SAMPLE_RATE,
        channels: int = 1,
        fills: bool = False,
    ) -> None:
        self.device = device
        self.fills = fills
        self.rate = rate
        self.channels = channels
        self.closed = threading.Event()
        self._push = push
        self._ended: str | None = None

    @property
    def ended(self) -> str | None:
        return self._ended

    @property
    def is_closed(self) -> bool:
        return self.closed.is_set()

    def close(self) -> None:
        self.closed.set()

    def end(self, reason: str) -> None:
        """The device goes away."""
        self._ended = reason

    def send(self, ms: int, stamp_ns: int, value: int = 1000) -> None:
        """Hand over `ms` of a constant sound, the last of it captured at `stamp_ns`."""
        assert not self.is_closed, "a closed stream pushes nothing"
        frames = self.rate * ms // 1000
        samples = np.full(frames * self.channels, value, "<i2").tobytes()
        self._push(samples, frames, stamp_ns)


class FakeDevices:
    """An `Opener` for streams of the test: `opened` gives them in order, `absent` are not there.

    Streams of the parties in `fills` send nothing while nothing is played.
    """

    def __init__(
        self, rates: Mapping[Party, int] | None = None, *, fills: Collection[Party] = ()
    ) -> None:
        self.rates = dict(rates or {})
        self.fills = fills
        self.absent: set[str] = set()
        self.names: list[str] = []
        """What each attempt to open asked for."""
        self._opened: queue.SimpleQueue[FakeStream] = queue.SimpleQueue()

    def __call__(self, party: Party, device: str, push: Push) -> FakeStream:
        self.names.append(device)
        name = device or f"usual-{party}"
        if name in self.absent:
            raise AudioError(f"{name} is not there; plug it in.")
        rate = self.rates.get(party, SAMPLE_RATE)
        stream = FakeStream(name, push, rate=rate, fills=party in self.fills)
        self._opened.put(stream)
        return stream

    def opened(self, timeout_s: float = GENEROUS_S) -> FakeStream:
        """The next stream that was opened, waiting for it."""
        return self._opened.get(timeout=timeout_s)


class Heard:
    """A sink and a trouble sink that can be waited on; checks what every source promises."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.blocks: dict[Party, list[AudioBlock]] = {party: [] for party in Party}
        self.troubles: list[SideTrouble] = []

    def sink(self, block: AudioBlock) -> None:
        with self._changed:
            blocks = self.blocks[block.party]
            expected = blocks[-1].index + blocks[-1].count if blocks else 0
            assert block.index == expected, "blocks come without a gap"
            blocks.append(block)
            self._changed.notify_all()

    def trouble(self, trouble: SideTrouble) -> None:
        with self._changed:
            self.troubles.append(trouble)
            self._changed.notify_all()

    def wait_for(self, look: Callable[[], T]) -> T:
        """The first true answer of `look`, asked whenever something has come."""
        with self._changed:
            answer = self._changed.wait_for(look, GENEROUS_S)
            assert answer, f"not heard in time; troubles: {self.troubles}"
            return answer

    def wait_until_ms(self, party: Party, ms: int) -> None:
        """Wait until a side has sound up to this call time."""
        self.wait_for(lambda: self.blocks[party] and self.blocks[party][-1].end_ms >= ms)

    def wait_for_blocks(self, party: Party, *, more_than: int) -> None:
        """Wait until a side has had more blocks than that."""
        self.wait_for(lambda: len(self.blocks[party]) > more_than)

    def samples(self, party: Party) -> npt.NDArray[np.int16]:
        with self._changed:
            return joined(self.blocks[party])


def joined(blocks: list[AudioBlock]) -> npt.NDArray[np.int16]:
    """All samples of the blocks."""
    return np.frombuffer(b"".join(block.samples for block in blocks), "<i2")


def rms(samples: npt.NDArray[np.int16]) -> float:
    """Root mean square in 16-bit steps; 0 of nothing."""
    if not len(samples):
        return 0.0
    return float(np.sqrt(np.mean(samples.astype(np.float64) ** 2)))
