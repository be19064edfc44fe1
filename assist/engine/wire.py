"""Lines over a byte stream: what a connection must offer, and how lines are cut out of it."""

from collections.abc import Iterator
from typing import Protocol

from assist.engine.errors import EngineError

MAX_LINE = 64 * 1024
"""Bytes of the longest line either side may send, without the newline."""

READ_BYTES = 64 * 1024


class LineTooLong(EngineError):
    """More bytes than a line may have came without a newline."""


class Connection(Protocol):
    """A byte stream to the other side. One thread reads, one writes, any may cut."""

    def receive(self) -> bytes:
        """Some bytes; empty when the other side is gone. Raises OSError, TimeoutError."""
        ...

    def send(self, data: bytes) -> None:
        """Send all of it. Raises OSError."""
        ...

    def set_timeout(self, timeout_s: float | None) -> None:
        """How long `receive` waits before TimeoutError; None is for ever."""
        ...

    def cut(self) -> None:
        """End both directions; blocked calls of other threads return. Again is harmless."""
        ...

    def close(self) -> None:
        """Let go of it, once no thread uses it any more."""
        ...


class Acceptor(Protocol):
    """Where clients come in."""

    def accept(self) -> Connection | None:
        """The next client; None once `stop` was called. Waits without end."""
        ...

    def stop(self) -> None: ...
    def close(self) -> None: ...


def lines(connection: Connection) -> Iterator[bytes]:
    """The other side's lines until it is gone. Raises LineTooLong, OSError, TimeoutError."""
    waiting = b""
    while data := connection.receive():
        *whole, waiting = (waiting + data).split(b"\n")
        for line in whole:
            if len(line) > MAX_LINE:
                raise LineTooLong("A line is too long.")
            yield line
        if len(waiting) > MAX_LINE:
            raise LineTooLong("A line is too long.")
