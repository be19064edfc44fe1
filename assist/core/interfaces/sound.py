"""Where a call's sound comes from, what makes words of it, and what plays it afterwards."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, runtime_checkable

from assist.core.audio import AudioBlock, SideTrouble
from assist.core.events import FinalResult, PartialResult
from assist.core.review import Span
from assist.core.words import Party

RecognizerResult = PartialResult | FinalResult
BlockSink = Callable[[AudioBlock], None]
TroubleSink = Callable[[SideTrouble], None]


class AudioSource(Protocol):
    """Where a call's sound comes from, live or played: pushes blocks from its own thread.

    `start` returns when both sides are open; blocks of each side then arrive in order at `sink`,
    which never blocks and never raises (but to hold back a recording played at full speed).
    `trouble` is called from the same threads when a side is not heard, heard again or lost sound.
    `stop` returns when no more block will come. Raises `audio.AudioError` when a side cannot be
    opened. `finished` is true once a played source has reached its end (never for live ones).
    """

    @property
    def parties(self) -> tuple[Party, ...]: ...
    def start(self, sink: BlockSink, trouble: TroubleSink) -> None: ...
    def stop(self) -> None: ...
    @property
    def finished(self) -> bool: ...


@runtime_checkable
class DeviceChooser(Protocol):
    """An `AudioSource` whose devices can be changed in mid-call: the live one."""

    def set_devices(self, agent_device: str, customer_device: str) -> None:
        """Hear the sides on these devices from now on, "" for the usual one; from any thread."""
        ...


class Recording(Protocol):
    """A finished recording with one channel per party, read in step."""

    duration_ms: int

    def blocks(self) -> Iterator[tuple[AudioBlock, AudioBlock]]:
        """Blocks of `BLOCK_MS` of (agent, customer), the shorter side filled with zeros."""
        ...


class Recognizer(Protocol):
    """Turns one party's sound into words; used by one thread, made in that thread.

    Times in results count from the first sample this recognizer was fed, in milliseconds: the
    caller maps them to call time. `accept` takes little-endian 16-bit mono at `SAMPLE_RATE`.
    """

    def accept(self, samples: bytes) -> tuple[RecognizerResult, ...]: ...
    def close_utterance(self) -> tuple[RecognizerResult, ...]:
        """Finish the open utterance, if any; the next sound begins a new one."""
        ...


class SpeechModel(Protocol):
    """A loaded speech model, shared by both sides."""

    name: str

    def recognizer(self, party: Party) -> Recognizer: ...
    def knows(self, word: str) -> bool:
        """Whether the model can ever recognize this word."""
        ...


class Player(Protocol):
    """Plays a finished call's sound; every method returns at once and may come from any thread.

    Positions are call milliseconds. At another `speed` than 1 the voices keep their pitch.
    """

    @property
    def duration_ms(self) -> int: ...
    @property
    def position_ms(self) -> int:
        """What is heard now."""
        ...

    @property
    def is_playing(self) -> bool: ...
    @property
    def trouble(self) -> str:
        """Why nothing can be heard, in one sentence; "" when all is well."""
        ...

    def play(self) -> None:
        """Go on from the position; at the call's end from its beginning."""
        ...

    def pause(self) -> None: ...
    def seek(self, at_ms: int) -> None: ...
    def set_speed(self, speed: float) -> None: ...
    def skip(self, spans: Sequence[Span]) -> None:
        """Leave these stretches out from now on; none plays all."""
        ...

    def close(self) -> None:
        """Fall silent and let go of sound device and files. Again is harmless."""
        ...
