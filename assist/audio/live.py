"""Both sides of a live call from the headset, with every trouble noticed, told and outlived."""

import logging
import threading
import time
from collections.abc import Callable

from assist.audio.buffer import ChannelBuffer, hand_over
from assist.audio.capture import CaptureStream, Opener
from assist.audio.errors import BUG, AudioError
from assist.audio.system import SystemDevices
from assist.core.audio import SideTrouble
from assist.core.interfaces import BlockSink, TroubleSink
from assist.core.words import Party

_log = logging.getLogger(__name__)

SILENT_AFTER_S = 1.0
"""A device that hands over nothing for this long is lost: fragments come every 20 ms, and the worst
gap seen on a loaded computer was 0.66 s."""

RETRY_S = (0.5, 1.0, 2.0, 5.0)
"""Waits between attempts to open a lost device; the last one again and again."""

_SILENT_LOOKS = 3
_IDLE = "Nothing was played."
_TAKE_S = 0.1
_NS = 1_000_000_000


class LiveSource:
    """A `core.interfaces.AudioSource`: the agent's microphone and what the agent hears.

    Devices are named as `assist devices` prints them, "" is the usual one. A side that is lost
    goes on as silence, is told in one sentence and is opened again when its device is back. `fills`
    says that a device may send nothing while nothing is played (loopback of some systems).
    """

    def __init__(
        self,
        agent_device: str = "",
        customer_device: str = "",
        *,
        opener: Opener | None = None,
        clock: Callable[[], int] = time.monotonic_ns,
        fills: bool = False,
    ) -> None:
        self.parties = (Party.AGENT, Party.CUSTOMER)
        self._devices = {Party.AGENT: agent_device, Party.CUSTOMER: customer_device}
        self._opener = opener or SystemDevices()
        self._clock = clock
        self._fills = fills
        self._sides: list[_Side] = []

    @property
    def finished(self) -> bool:
        """Never: live sound has no end of its own."""
        return False

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        """Open both devices; call time begins now. Raises AudioError, and then nothing is open."""
        start_ns = self._clock()
        try:
            for party in self.parties:
                side = _Side(
                    party,
                    self._devices[party],
                    self._opener,
                    start_ns,
                    self._clock,
                    fills=self._fills,
                )
                self._sides.append(side)
                side.open()
            self._check_apart()
        except AudioError:
            self.stop()
            raise
        for side in self._sides:
            side.run(sink, trouble)

    def _check_apart(self) -> None:
        """Different names may mean one device. Raises AudioError."""
        agent, customer = (side.device for side in self._sides)
        if agent == customer:
            raise AudioError(
                f"Agent and customer are both on {agent}; choose what the agent hears for the "
                "customer, see `assist devices`."
            )

    def stop(self) -> None:
        """Close both devices and hand over what they captured; no block comes after this."""
        for side in self._sides:
            side.ask_to_stop()
        for side in self._sides:
            side.join()
        self._sides.clear()


class _Side:
    """One side: its stream, its buffer, and the thread that moves sound on and watches."""

    def __init__(
        self,
        party: Party,
        device: str,
        opener: Opener,
        start_ns: int,
        clock: Callable[[], int],
        *,
        fills: bool,
    ) -> None:
        self._party = party
        self.device = device
        self._opener = opener
        self._start_ns = start_ns
        self._clock = clock
        self._fills = fills
        self._buffer = ChannelBuffer(party, start_ns=start_ns, clock=clock)
        self._stream: CaptureStream | None = None
        self._is_heard = True
        self._has_pushed = False
        self._last_push_ns = start_ns
        self._silent_looks = 0
        self._attempts = 0
        self._next_attempt_ns = 0
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        """Open the device. Raises AudioError."""
        self._has_pushed = False
        self._silent_looks = 0
        stream = self._opener(self._party, self.device, self._push)
        self._last_push_ns = self._clock()
        self._buffer.begin_stream(stream.rate, stream.channels)
        self._buffer.fill_idle(_IDLE if self._fills else None)
        self._stream = stream
        # During a call only this one: another device may carry another voice.
        self.device = stream.device
        _log.info("%s: capturing %s at %d Hz", self._party, stream.device, stream.rate)

    def run(self, sink: BlockSink, trouble: TroubleSink) -> None:
        """Start to move sound on."""
        self._thread = threading.Thread(
            target=self._run, args=(sink, trouble), name=f"capture-{self._party}", daemon=True
        )
        self._thread.start()

    def ask_to_stop(self) -> None:
        self._stopping.set()

    def join(self) -> None:
        """Wait for the thread; without one only the device is closed."""
        if self._thread is None:
            self._close()
        elif self._thread is not threading.current_thread():
            self._thread.join()

    def _push(self, samples: bytes, frames: int, stamp_ns: int) -> None:
        """Called by the device's callback."""
        self._last_push_ns = stamp_ns
        self._has_pushed = True
        self._buffer.push(samples, frames, stamp_ns)

    def _run(self, sink: BlockSink, trouble: TroubleSink) -> None:
        try:
            while not self._stopping.is_set():
                hand_over(self._buffer.take(_TAKE_S), sink, trouble)
                self._watch(trouble)
            self._close()
            hand_over(self._buffer.drain(), sink, trouble)
        except Exception:
            _log.exception("%s: the capture thread failed", self._party)
            self._is_heard = False
            self._tell(trouble, BUG)
        finally:
            self._close()

    def _watch(self, trouble: TroubleSink) -> None:
        if self._stream is None:
            if self._clock() >= self._next_attempt_ns:
                self._open_again()
            return
        reason = self._stream.ended or self._silence()
        if reason is not None:
            self._lose(reason, trouble)
        elif not self._is_heard and self._has_pushed:
            self._is_heard = True
            self._attempts = 0
            self._tell(trouble, "")

    def _silence(self) -> str | None:
        """Why a device that neither sends nor ends is taken for lost."""
        assert self._stream is not None
        is_silent = self._clock() - self._last_push_ns > SILENT_AFTER_S * _NS
        # More than one look: when the whole process stood still, the first comes too early.
        self._silent_looks = self._silent_looks + 1 if is_silent and not self._fills else 0
        if self._silent_looks < _SILENT_LOOKS:
            return None
        return f"No sound comes from {self._stream.device}; plug it in again or choose another."

    def _lose(self, reason: str, trouble: TroubleSink) -> None:
        self._close()
        self._buffer.end_stream()
        self._buffer.fill_idle(reason)
        self._wait_to_open()
        _log.info("%s: %s", self._party, reason)
        if self._is_heard:
            self._is_heard = False
            self._tell(trouble, reason)

    def _open_again(self) -> None:
        try:
            self.open()
        except AudioError as error:
            _log.debug("%s: still not there: %s", self._party, error)
            self._wait_to_open()

    def _wait_to_open(self) -> None:
        wait_s = RETRY_S[min(self._attempts, len(RETRY_S) - 1)]
        self._attempts += 1
        self._next_attempt_ns = self._clock() + int(wait_s * _NS)

    def _close(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def _tell(self, trouble: TroubleSink, reason: str) -> None:
        at = (self._clock() - self._start_ns) // 1_000_000
        trouble(SideTrouble(party=self._party, at=at, is_heard=self._is_heard, reason=reason))
