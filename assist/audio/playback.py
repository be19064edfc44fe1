"""A recording played as if it came from two devices: the capture side's path at any speed."""

import logging
import math
import threading
import time
from collections.abc import Callable

from assist.audio.buffer import ChannelBuffer, hand_over
from assist.audio.errors import BUG, AudioError
from assist.core.audio import BLOCK_MS, SideTrouble
from assist.core.interfaces import BlockSink, Recording, TroubleSink
from assist.core.words import Party

_log = logging.getLogger(__name__)


class RecordingSource:
    """A `core.interfaces.AudioSource` that plays a recording.

    A block is handed over when its last sample is due at `speed` times real time. With `speed`
    infinite (or 0) blocks come as fast as `sink` takes them: a sink that blocks holds them back,
    and nothing is lost. `wait` waits for the stop event for some seconds and `clock` is the
    monotonic clock in nanoseconds; tests pass their own.
    """

    def __init__(
        self,
        recording: Recording,
        speed: float = 1.0,
        *,
        clock: Callable[[], int] = time.monotonic_ns,
        wait: Callable[[threading.Event, float], bool] = threading.Event.wait,
    ) -> None:
        if math.isnan(speed) or speed < 0:
            raise AudioError(f"A recording cannot be played at speed {speed}; use 1 for real time.")
        self.parties = (Party.AGENT, Party.CUSTOMER)
        self._recording = recording
        self._ns_per_ms = 0.0 if speed in (0.0, math.inf) else 1_000_000 / speed
        self._clock = clock
        self._wait = wait
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._is_finished = False

    @property
    def finished(self) -> bool:
        """Whether the last block has been handed over (or playing was stopped)."""
        return self._is_finished

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        """Begin to play; returns at once."""
        if self._thread is not None:
            raise RuntimeError("a recording source plays once")
        self._thread = threading.Thread(
            target=self._play, args=(sink, trouble), name="playback", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End now if it has not ended yet; no block comes after this returns."""
        self._stopping.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def _play(self, sink: BlockSink, trouble: TroubleSink) -> None:
        buffers = {
            party: ChannelBuffer(party, follows_clock=False, clock=self._clock)
            for party in self.parties
        }
        start_ns = self._clock()
        played_ms = 0
        try:
            for pair in self._recording.blocks():
                played_ms += BLOCK_MS
                due_ns = start_ns + int(played_ms * self._ns_per_ms)
                if self._is_stopped_before(due_ns):
                    return
                for block in pair:
                    buffer = buffers[block.party]
                    buffer.push(block.samples, block.count, self._clock())
                    hand_over(buffer.take(), sink, trouble)
            for buffer in buffers.values():
                hand_over(buffer.drain(), sink, trouble)
        except AudioError as error:
            _log.info("Playing ended early: %s", error)
            self._tell(trouble, played_ms, str(error))
        except Exception:
            _log.exception("Playing failed")
            self._tell(trouble, played_ms, BUG)
        finally:
            self._is_finished = True

    def _tell(self, trouble: TroubleSink, at: int, reason: str) -> None:
        for party in self.parties:
            trouble(SideTrouble(party=party, at=at, is_heard=False, reason=reason))

    def _is_stopped_before(self, due_ns: int) -> bool:
        while not self._stopping.is_set():
            left_ns = due_ns - self._clock()
            if left_ns <= 0:
                return False
            self._wait(self._stopping, left_ns / 1_000_000_000)
        return True
