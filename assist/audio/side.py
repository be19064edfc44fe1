"""One side of a live call: its stream, its buffer, the thread that moves sound on and watches."""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

from assist.audio.buffer import ChannelBuffer, hand_over
from assist.audio.capture import CaptureStream, Opener
from assist.audio.errors import BUG, AudioError
from assist.core.audio import SideTrouble
from assist.core.interfaces import BlockSink, TroubleSink
from assist.core.words import Party

_log = logging.getLogger(__name__)

SILENT_AFTER_S = 1.0
"""A device that hands over nothing for this long is lost: fragments come every 20 ms, and the worst
gap seen on a loaded computer was 0.66 s."""

RETRY_S = (0.5, 1.0, 1.5)
"""Waits between attempts to open a lost device; the last one again and again. A device that is back
is heard within 3 s, opening included (at most 1 s where it is slow)."""

_SILENT_LOOKS = 3
_TAKE_S = 0.1
_NS = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Switch:
    """Hear the side on another device; on `back_to` again where that cannot be opened."""

    device: str
    reason: str
    back_to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Complain:
    sentence: str


class LiveSide:
    """Made, opened, run and joined by `LiveSource`; `device` is what it is heard on."""

    def __init__(
        self,
        party: Party,
        device: str,
        opener: Opener,
        start_ns: int,
        clock: Callable[[], int],
    ) -> None:
        self._party = party
        self.device = device
        self._opener = opener
        self._start_ns = start_ns
        self._clock = clock
        self._buffer = ChannelBuffer(party, start_ns=start_ns, clock=clock)
        self._stream: CaptureStream | None = None
        self._orders: queue.SimpleQueue[_Switch | _Complain] = queue.SimpleQueue()
        self._lost = ""
        """Why the device sends nothing, "" where it does."""
        self._complaint = ""
        """Why what the device sends is not this side's sound."""
        self._told = ""
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
        self._buffer.fill_idle("" if stream.fills else None)
        self._stream = stream
        # From now on only this one: another device may carry another voice.
        self.device = stream.device
        _log.info("%s: capturing %s at %d Hz", self._party, stream.device, stream.rate)

    def run(self, sink: BlockSink, trouble: TroubleSink) -> None:
        """Start to move sound on."""
        self._thread = threading.Thread(
            target=self._run, args=(sink, trouble), name=f"capture-{self._party}", daemon=True
        )
        self._thread.start()

    def switch(self, device: str, reason: str, *, back_to: str | None = None) -> None:
        """Hear this side on another device ("" is the usual one); any thread."""
        self._orders.put(_Switch(device=device, reason=reason, back_to=back_to))

    def complain(self, sentence: str) -> None:
        """Say that this side is not heard although its device sends; "" takes it back."""
        self._orders.put(_Complain(sentence=sentence))

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

    # --- the side's thread ------------------------------------------------------------------------

    def _run(self, sink: BlockSink, trouble: TroubleSink) -> None:
        try:
            while not self._stopping.is_set():
                hand_over(self._buffer.take(_TAKE_S), sink, trouble)
                self._obey()
                self._look()
                self._tell_news(trouble)
            self._close()
            hand_over(self._buffer.drain(), sink, trouble)
        except Exception:
            _log.exception("%s: the capture thread failed", self._party)
            self._lost = BUG
            self._tell_news(trouble)
        finally:
            self._close()

    def _obey(self) -> None:
        while not self._orders.empty():
            match self._orders.get():
                case _Complain(sentence=sentence):
                    self._complaint = sentence
                case _Switch() as order:
                    self._switch(order)

    def _switch(self, order: _Switch) -> None:
        _log.info("%s: to another device: %s", self._party, order.device or "the usual one")
        self._complaint = ""
        self._leave(order.reason)
        self.device = order.device
        try:
            self.open()
        except AudioError as error:
            if order.back_to is not None:
                self.device = order.back_to
            self._lost = str(error)
            self._next_attempt_ns = self._clock()

    def _look(self) -> None:
        if self._stream is None:
            if self._clock() >= self._next_attempt_ns:
                self._open_again()
            return
        reason = self._stream.ended or self._silence()
        if reason is not None:
            self._lose(reason)
        elif self._lost and (self._has_pushed or self._stream.fills):
            self._lost = ""
            self._attempts = 0

    def _silence(self) -> str | None:
        """Why a device that neither sends nor ends is taken for lost."""
        assert self._stream is not None
        is_silent = self._clock() - self._last_push_ns > SILENT_AFTER_S * _NS
        # More than one look: when the whole process stood still, the first comes too early.
        is_loss = is_silent and not self._stream.fills
        self._silent_looks = self._silent_looks + 1 if is_loss else 0
        if self._silent_looks < _SILENT_LOOKS:
            return None
        return f"No sound comes from {self._stream.device}; plug it in again or choose another."

    def _lose(self, reason: str) -> None:
        self._leave(reason)
        self._wait_to_open()
        _log.info("%s: %s", self._party, reason)
        self._lost = reason

    def _leave(self, reason: str) -> None:
        """Close the stream; what comes after it is silence, and told with this reason."""
        self._close()
        self._buffer.end_stream()
        self._buffer.fill_idle(reason)

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

    def _tell_news(self, trouble: TroubleSink) -> None:
        reason = self._lost or self._complaint
        if reason == self._told:
            return
        self._told = reason
        at = (self._clock() - self._start_ns) // 1_000_000
        trouble(SideTrouble(party=self._party, at=at, is_heard=not reason, reason=reason))
