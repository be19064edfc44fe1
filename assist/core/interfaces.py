"""What one part of the app needs from another, named by role. Only `app.py` knows the classes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from assist.core.audio import AudioBlock, SideTrouble
from assist.core.commands import Command
from assist.core.events import Event, FinalResult, PartialResult
from assist.core.notices import Notice
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


class CallStore(Protocol):
    """Where finished calls go."""

    def save_call(self, journal: Path) -> str:
        """Store the call of a closed journal (again is harmless); returns the call's id."""
        ...

    def close(self) -> None: ...


class KeySource(Protocol):
    """Gives the raw 32-byte key of the local database."""

    def database_key(self) -> bytes: ...


class EngineLink(Protocol):
    """A client's line to the engine, from any thread.

    `receive` waits up to `timeout_s` for the next message: events and notices in order, or None at
    the time-out; raises `engine.EngineGone` when the line is cut (reconnecting is the link's own
    work while `reconnects` is true).
    """

    def send(self, command: Command) -> None: ...
    def receive(self, timeout_s: float) -> Event | Notice | None: ...
    def close(self) -> None: ...
