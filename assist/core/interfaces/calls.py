"""What the engine and its clients need around a call: storage, keys, phones, the live board."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from assist.core.commands import Command, ReportPhone
from assist.core.events import Event
from assist.core.live import LiveAnswer, LiveReport
from assist.core.notices import Notice


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


class PhoneSource(Protocol):
    """Tells what happens on the softphone, from a thread of its own, for as long as it is started.

    `report` may be called from any thread and never blocks. `start` raises AssistError where the
    source can never work as it is set; what may yet come (the phone is not running) it waits for.
    """

    def start(self, report: Callable[[ReportPhone], None]) -> None: ...
    def stop(self) -> None:
        """Return when no more report will come. Again is harmless."""
        ...


class LivePost(Protocol):
    """Puts a call that needs a lead on the team's live board; used by one thread at a time.

    Both methods may wait for the database and raise AssistError in one sentence.
    """

    def put(self, report: LiveReport) -> LiveAnswer:
        """Put the call there, or keep it there: without this it leaves within seconds."""
        ...

    def drop(self, call: str) -> None:
        """Take the call off the board."""
        ...

    def close(self) -> None: ...
