"""Between a capture callback and the rest: exact blocks at one rate, numbered in call time."""

import logging
import queue
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import soxr

from assist.core.audio import BLOCK_MS, SAMPLE_RATE, SAMPLES_PER_MS, AudioBlock, SideTrouble
from assist.core.interfaces import BlockSink, TroubleSink
from assist.core.words import Party

_log = logging.getLogger(__name__)

Samples = npt.NDArray[np.int16]
_BLOCK_BYTES = 2 * BLOCK_MS * SAMPLES_PER_MS
_NS = 1_000_000_000

CAPACITY_S = 30.0
"""Sound kept while nobody takes it: 1-6 MB a side, far beyond any stall that a call survives."""

SETTLE_MS = 200
"""After a stream opened, this much is looked at before its place in call time is settled: first
blocks come late (measured: by up to 100 ms), and only the least late one tells the truth."""

_SETTLE_NS = SETTLE_MS * 1_000_000
MEASURE_S = 5
"""How often the side's clock is compared with the computer's. Often, because a device that drops
sound without a word would shift every later word until then."""

TOLERANCE_MS = 100
"""Difference that is corrected; scheduling alone makes some 10 ms, seldom 30."""

IDLE_AFTER_MS = 400
IDLE_MARGIN_MS = 200
"""A stream that sends nothing while nothing plays is filled with zeros once it has been silent for
the first, up to the second behind now: its next sound may already be under way."""

_QUIET = 330
"""Peak (of 32768, -40 dBFS) below which surplus sound may be cut away unheard."""
_NO_ROOM = "The computer was too busy to take the sound."
_MUST_CUT_MS = 1000
"""Surplus that is cut away at once, quiet or not: words in the wrong order do more harm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pushed:
    """What one callback handed over; `lost` frames before it found no room."""

    samples: bytes
    frames: int
    stamp_ns: int
    lost: int


class ChannelBuffer:
    """One side's way from a callback (`push`) to a consumer thread (everything else).

    `push` takes little-endian 16-bit frames at the device's `rate` and `channels`; `take` gives
    blocks of 100 ms at 16 kHz. Sample 0 is the sound at `start_ns` of the monotonic clock, and with
    `follows_clock` the numbering is held to that clock: missing sound becomes zeros and a
    `SideTrouble`, surplus is cut where it is quiet. Without it (recordings) sound is only counted.
    """

    def __init__(
        self,
        party: Party,
        *,
        start_ns: int = 0,
        rate: int = SAMPLE_RATE,
        channels: int = 1,
        capacity_s: float = CAPACITY_S,
        follows_clock: bool = True,
        clock: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        self._party = party
        self._start_ns = start_ns
        self._capacity_s = capacity_s
        self._follows_clock = follows_clock
        self._clock = clock
        self._queue: queue.SimpleQueue[_Pushed] = queue.SimpleQueue()
        self.dropped_frames = 0
        """Frames of the device that found no room since the buffer was made."""
        self._lost = 0
        self._pushed = 0
        self._taken = 0
        self._idle_reason: str | None = None
        self._filled_reason: str | None = None
        self._filled_ns = 0
        self._ready = bytearray()
        self._index = 0
        self._stamp_ns = 0
        self._out: list[AudioBlock | SideTrouble] = []
        self._begin_ns = 0
        self._open(rate, channels)

    # --- the callback's side ----------------------------------------------------------------------

    def push(self, samples: bytes, frames: int, stamp_ns: int) -> None:
        """Hand over `frames`, the last of which was captured at `stamp_ns`. Never blocks or raises.

        When nothing was taken for `capacity_s` the newest are dropped and counted.
        """
        if self._pushed - self._taken + frames > self._capacity:
            self._lost += frames
            self.dropped_frames += frames
            return
        lost, self._lost = self._lost, 0
        self._pushed += frames
        self._queue.put(_Pushed(samples=samples, frames=frames, stamp_ns=stamp_ns, lost=lost))

    # --- the consumer's side ----------------------------------------------------------------------

    def take(self, timeout_s: float = 0.0) -> tuple[AudioBlock | SideTrouble, ...]:
        """What is ready, waiting up to `timeout_s` for something to be pushed."""
        try:
            pushed = self._queue.get(timeout=timeout_s) if timeout_s else self._queue.get_nowait()
            while True:
                self._accept(pushed)
                pushed = self._queue.get_nowait()
        except queue.Empty:
            pass
        if self._settling and self._clock() - self._settling[0].stamp_ns >= _SETTLE_NS:
            self._settle()
        self._fill_idle()
        return self._give()

    def drain(self) -> tuple[AudioBlock | SideTrouble, ...]:
        """Everything there still is, after the last `push`; the last block filled with zeros."""
        self.end_stream()
        self._append(self._last_of_resampler())
        if self._ready:
            self._append(bytes(-len(self._ready) % _BLOCK_BYTES))
        self._tell_filled(is_heard=False)
        return self._give()

    def end_stream(self) -> None:
        """The stream that pushed so far is closed; what it left is used as it is."""
        self._out += self.take()
        self._settle()
        lost, self._lost = self._lost, 0
        self._insert(lost, _NO_ROOM)

    def begin_stream(self, rate: int, channels: int) -> None:
        """A stream has been opened and pushes from now on; its place in call time is found anew.

        Call it before the next `take`; the first pushes may come before it.
        """
        self._append(self._last_of_resampler())
        self._begin_ns = self._now_ns()
        self._open(rate, channels)

    def fill_idle(self, reason: str | None) -> None:
        """From now on fill with zeros by the clock whenever nothing comes; None ends that.

        `reason` is told with the filled length once sound comes again, or at the end; "" is not
        told: nothing was lost, nothing was played.
        """
        self._idle_reason = reason
        self._filled_reason = reason or self._filled_reason

    @property
    def backlog_ms(self) -> int:
        """Sound pushed but not yet taken."""
        return max(0, (self._pushed - self._taken) * 1000 // self._rate)

    def _open(self, rate: int, channels: int) -> None:
        self._rate = rate
        self._channels = channels
        self._capacity = int(self._capacity_s * rate)
        self._resampler = (
            None if rate == SAMPLE_RATE else soxr.ResampleStream(rate, SAMPLE_RATE, 1, "float32")
        )
        self._frames = 0
        """Frames since the stream opened, zeros put in among them and surplus not."""
        self._surplus = 0
        """Frames that are too many, to be cut."""
        self._cut = 0
        self._settling: list[_Pushed] | None = [] if self._follows_clock else None
        self._least_late_ns: int | None = None
        self._measured_ns = 0

    def _now_ns(self) -> int:
        """Call time of the end of the sound so far."""
        return self._begin_ns + self._frames * _NS // self._rate

    def _accept(self, pushed: _Pushed) -> None:
        self._taken += pushed.frames
        if self._settling is None:
            self._place(pushed)
            return
        self._settling.append(pushed)
        if pushed.stamp_ns - self._settling[0].stamp_ns >= _SETTLE_NS:
            self._settle()

    def _settle(self) -> None:
        """Find where the stream's first frame stands in call time."""
        waiting, self._settling = self._settling, None
        if not waiting:
            self._settling = waiting
            return
        frames, least_ns = 0, None
        for pushed in waiting:
            frames += pushed.lost + pushed.frames
            late_ns = pushed.stamp_ns - self._start_ns - frames * _NS // self._rate
            least_ns = late_ns if least_ns is None else min(least_ns, late_ns)
        assert least_ns is not None
        shift = (least_ns - self._now_ns()) * self._rate // _NS
        if shift > 0:
            self._zeros(shift)
            self._filled_ns += shift * _NS // self._rate
        else:
            self._surplus -= shift
        self._tell_filled()
        self._forget_measure()
        for pushed in waiting:
            self._place(pushed)

    def _place(self, pushed: _Pushed) -> None:
        """Put a settled stream's sound behind what is there."""
        self._stamp_ns = pushed.stamp_ns
        self._insert(pushed.lost, _NO_ROOM)
        samples = self._mono(pushed.samples)
        if self._follows_clock:
            samples = self._cut_surplus(samples)
        self._frames += len(samples)
        self._append(self._resampled(samples))
        if self._follows_clock:
            self._measure(pushed.stamp_ns)

    def _measure(self, stamp_ns: int) -> None:
        """Compare sound with clock; the least late arrival of some seconds is the true one."""
        late_ns = stamp_ns - self._start_ns - self._now_ns() + self._surplus * _NS // self._rate
        if self._least_late_ns is None:
            self._least_late_ns, self._measured_ns = late_ns, stamp_ns
        self._least_late_ns = min(self._least_late_ns, late_ns)
        if stamp_ns - self._measured_ns < MEASURE_S * _NS:
            return
        off = self._least_late_ns * self._rate // _NS
        self._forget_measure()
        if abs(off) * 1000 <= TOLERANCE_MS * self._rate:
            return
        _log.info("%s: sound and clock differ by %d ms", self._party, off * 1000 // self._rate)
        if off > 0:
            self._insert(off, "The device left out some sound.")
        else:
            self._surplus -= off

    def _forget_measure(self) -> None:
        self._least_late_ns = None

    def _fill_idle(self) -> None:
        if self._idle_reason is None or self._settling:
            return
        until_ns = self._clock() - self._start_ns
        behind_ns = until_ns - self._now_ns()
        if behind_ns < IDLE_AFTER_MS * 1_000_000:
            return
        frames = (behind_ns - IDLE_MARGIN_MS * 1_000_000) * self._rate // _NS
        self._stamp_ns = self._start_ns + until_ns
        self._zeros(frames)
        self._filled_ns += frames * _NS // self._rate
        self._settling = []

    def _tell_filled(self, *, is_heard: bool = True) -> None:
        """Report what stood idle, now that sound comes again, or never will; a slow opening is
        nothing to tell."""
        lost_ms, self._filled_ns = self._filled_ns // 1_000_000, 0
        reason, self._filled_reason = self._filled_reason, self._idle_reason
        if reason:
            self._tell(max(1, lost_ms), reason, is_heard=is_heard)

    def _insert(self, frames: int, reason: str) -> None:
        """Zeros for lost frames, and tell."""
        if frames:
            self._zeros(frames)
            self._tell(frames * 1000 // self._rate, reason)

    def _zeros(self, frames: int) -> None:
        self._frames += frames
        while frames > 0:  # in pieces: a side may have been away for an hour
            piece = min(frames, self._rate)
            self._append(self._resampled(np.zeros(piece, np.int16)))
            frames -= piece

    def _tell(self, lost_ms: int, reason: str, *, is_heard: bool = True) -> None:
        self._out.append(
            SideTrouble(
                party=self._party,
                at=self._now_ns() // 1_000_000,
                is_heard=is_heard,
                reason=reason,
                lost_ms=lost_ms,
            )
        )

    def _cut_surplus(self, samples: Samples) -> Samples:
        if not self._surplus:
            return samples
        is_urgent = self._surplus * 1000 > _MUST_CUT_MS * self._rate
        is_quiet = len(samples) == 0 or int(np.abs(samples.astype(np.int32)).max()) < _QUIET
        if not (is_urgent or is_quiet):
            return samples
        cut = min(self._surplus, len(samples))
        self._surplus -= cut
        self._cut += cut
        if not self._surplus:
            cut_ms, self._cut = self._cut * 1000 // self._rate, 0
            if cut_ms >= TOLERANCE_MS:
                self._tell(cut_ms, "The device's clock runs fast; some silence was left out.")
        return samples[cut:]

    def _mono(self, samples: bytes) -> Samples:
        frames = np.frombuffer(samples, "<i2")
        if self._channels == 1:
            return frames
        mixed = frames.reshape(-1, self._channels).mean(axis=1)
        mono: Samples = np.rint(mixed).astype(np.int16)
        return mono

    def _resampled(self, samples: Samples) -> bytes:
        if self._resampler is None:
            return samples.astype("<i2").tobytes()
        return _to_bytes(self._resampler.resample_chunk(samples.astype(np.float32)))

    def _last_of_resampler(self) -> bytes:
        if self._resampler is None:
            return b""
        return _to_bytes(self._resampler.resample_chunk(np.zeros(0, np.float32), last=True))

    def _append(self, samples: bytes) -> None:
        self._ready += samples
        while len(self._ready) >= _BLOCK_BYTES:
            self._out.append(
                AudioBlock(
                    party=self._party,
                    index=self._index,
                    samples=bytes(self._ready[:_BLOCK_BYTES]),
                    stamp_ns=self._stamp_ns,
                )
            )
            del self._ready[:_BLOCK_BYTES]
            self._index += _BLOCK_BYTES // 2

    def _give(self) -> tuple[AudioBlock | SideTrouble, ...]:
        given = tuple(self._out)
        self._out.clear()
        return given


def _to_bytes(samples: npt.NDArray[np.float32]) -> bytes:
    return np.clip(np.rint(samples), -32768, 32767).astype("<i2").tobytes()


def hand_over(
    items: tuple[AudioBlock | SideTrouble, ...], sink: BlockSink, trouble: TroubleSink
) -> None:
    """Give each item to whom it is for, in order."""
    for item in items:
        if isinstance(item, AudioBlock):
            sink(item)
        else:
            trouble(item)
