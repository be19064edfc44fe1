"""One side's recognizer thread: blocks in, what was heard out."""

import contextlib
import logging
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from assist.audio.activity import VoiceGate
from assist.audio.music import SteadyPitch
from assist.core.audio import BLOCK_MS, SAMPLES_PER_MS, AudioBlock
from assist.core.events import AudioLost, Input
from assist.core.interfaces import SpeechModel
from assist.core.words import Party
from assist.session.channel import ChannelRecognizer
from assist.session.levels import peak_dbfs, rms_dbfs

_QUEUE_BLOCKS = 600
"""A minute of sound may wait for recognition; what comes on top is lost, and said."""

_BLOCK_SAMPLES = BLOCK_MS * SAMPLES_PER_MS

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A block was recognized: the side's `results` up to `end_ms`; levels in dBFS.

    `lag_ms` is how far recognition is behind the sound captured by now. `is_backlog` marks sound
    from before a restart.
    """

    party: Party
    end_ms: int
    results: tuple[Input, ...]
    rms: int
    peak: int
    lag_ms: int = 0
    is_backlog: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drained:
    """Everything pushed was recognized; the thread is done."""

    party: Party
    results: tuple[Input, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A thread met an error it cannot go on after; it is done."""

    party: Party
    error: Exception


ListenerMessage = Heard | Drained | Failed


class Listener:
    """Recognizes one party's blocks on a thread of its own and posts what it heard.

    `post` must never block. The recognizer is made, used and dropped in that thread, as Kaldi
    demands. Missing samples (a jump of the block index) become `AudioLost` and zeros, so that word
    times stay true. `backlog` is sound from before, recognized first (a resumed call's spool).
    """

    def __init__(
        self,
        party: Party,
        model: SpeechModel,
        post: Callable[[ListenerMessage], None],
        *,
        gate: bool = True,
        first_ms: int = 0,
        first_utterance: int = 0,
        backlog: Callable[[], Iterable[AudioBlock]] = tuple,
        queue_blocks: int = _QUEUE_BLOCKS,
    ) -> None:
        self.party = party
        self._model = model
        self._post = post
        self._gate = gate
        self._first_utterance = first_utterance
        self._backlog = backlog
        self._next_index = first_ms * SAMPLES_PER_MS
        self._pushed_ms = first_ms
        self._blocks: queue.Queue[AudioBlock | None] = queue.Queue(queue_blocks)
        self._has_overflown = False
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"recognizer-{party}")

    def start(self) -> None:
        self._thread.start()

    def push(self, block: AudioBlock, *, may_wait: bool = False) -> None:
        """Hand a block over, from one thread. Never blocks unless it `may_wait` (played sound)."""
        self._pushed_ms = block.end_ms
        try:
            self._blocks.put(block, block=may_wait)
        except queue.Full:
            self._has_overflown = True  # the jump in the index becomes AudioLost

    @property
    def pushed_ms(self) -> int:
        """Call time of the latest sound handed over."""
        return self._pushed_ms

    def finish(self) -> None:
        """No more block will come: recognize what waits, then post `Drained`."""
        self._is_over.set()
        # A full queue needs no wake-up: the thread sees the flag once it has worked it off.
        with contextlib.suppress(queue.Full):
            self._blocks.put_nowait(None)

    def join(self) -> None:
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            channel = ChannelRecognizer(
                self.party,
                self._model.recognizer(self.party),
                gate=VoiceGate(self.party) if self._gate else None,
                # Whoever is put on hold hears music; into a headset nobody plays any.
                music=SteadyPitch() if self.party is Party.CUSTOMER else None,
                first_utterance=self._first_utterance,
            )
            for block in self._backlog():
                self._take(channel, block, is_backlog=True)
            for block in self._live_blocks():
                self._take(channel, block)
            self._post(Drained(party=self.party, results=channel.finish()))
        except Exception as error:
            _log.debug("recognizer thread of the %s", self.party, exc_info=True)
            self._post(Failed(party=self.party, error=error))
            for _ in self._live_blocks():
                pass  # so that no source waits for room in the queue

    def _live_blocks(self) -> Iterator[AudioBlock]:
        while not (self._is_over.is_set() and self._blocks.empty()):
            block = self._blocks.get()
            if block is not None:
                yield block

    def _take(
        self, channel: ChannelRecognizer, block: AudioBlock, *, is_backlog: bool = False
    ) -> None:
        results: list[Input] = []
        missing = block.index - self._next_index
        if missing < 0:
            block = _without_start(block, -missing)
            if not block.samples:
                return
        elif missing >= SAMPLES_PER_MS:
            results.append(self._loss(missing))
        for silence in _zeros(self.party, self._next_index, missing):
            results += channel.accept(silence)
        results += channel.accept(block)
        self._next_index = block.index + block.count
        self._post(
            Heard(
                party=self.party,
                end_ms=block.end_ms,
                results=tuple(results),
                rms=rms_dbfs(block.samples),
                peak=peak_dbfs(block.samples),
                lag_ms=0 if is_backlog else max(0, self._pushed_ms - block.end_ms),
                is_backlog=is_backlog,
            )
        )

    def _loss(self, missing: int) -> AudioLost:
        is_ours, self._has_overflown = self._has_overflown, False
        return AudioLost(
            at=self._next_index // SAMPLES_PER_MS,
            party=self.party,
            duration_ms=missing // SAMPLES_PER_MS,
            reason="recognition fell behind" if is_ours else "no sound was captured",
        )


def _zeros(party: Party, index: int, count: int) -> Iterator[AudioBlock]:
    while count > 0:
        step = min(count, _BLOCK_SAMPLES)
        yield AudioBlock(party=party, index=index, samples=bytes(2 * step))
        index += step
        count -= step


def _without_start(block: AudioBlock, count: int) -> AudioBlock:
    return AudioBlock(
        party=block.party,
        index=block.index + count,
        samples=block.samples[2 * count :],
        stamp_ns=block.stamp_ns,
    )
