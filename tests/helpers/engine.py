"""Clients of an engine, well-behaved and not."""

import queue
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from assist.core import codec
from assist.core.codec import Message
from assist.core.commands import Command
from assist.core.events import Event
from assist.core.interfaces import EngineLink
from assist.core.notices import PROTOCOL_VERSION, Hello, Notice, SnapshotStarted
from assist.engine.server import Reply, Server
from assist.engine.sockets import SocketAcceptor
from tests.helpers.session import GENEROUS_S

_Message = TypeVar("_Message", bound=Event | Notice)

HELLO = Hello(protocol=PROTOCOL_VERSION, version="test", pid=0)
ENGINE_HELLO = Hello(protocol=PROTOCOL_VERSION, version="9", pid=77)


class RawClient:
    """A client by hand: sends any bytes, reads line by line."""

    def __init__(self, path: Path, *, greets: bool = True) -> None:
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(GENEROUS_S)
        self.socket.connect(str(path))
        self._file = self.socket.makefile("rb")
        if greets:
            self.send(HELLO)

    def __enter__(self) -> "RawClient":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def send(self, message: Message) -> None:
        self.send_bytes(codec.to_line(message) + b"\n")

    def send_bytes(self, data: bytes) -> None:
        self.socket.sendall(data)

    def read(self) -> Message | None:
        """The next message; None when the engine hung up."""
        try:
            line = self._file.readline()
        except ConnectionResetError:  # it hung up before it had read all we sent
            return None
        return codec.from_line(line) if line else None

    def read_until(self, kind: type[_Message]) -> list[Message]:
        """Messages up to the first of a kind, that one included."""
        messages: list[Message] = []
        while not messages or not isinstance(messages[-1], kind):
            message = self.read()
            assert message is not None, f"hung up before any {kind.__name__}: {messages}"
            messages.append(message)
        return messages

    def read_to_end(self) -> list[Message]:
        """Everything until the engine hangs up."""
        return list(iter(self.read, None))

    def close(self) -> None:
        self._file.close()
        self.socket.close()


def wait_for(
    link: EngineLink,
    kind: type[_Message],
    matches: Callable[[_Message], bool] = lambda message: True,
    *,
    seen: list[Event | Notice] | None = None,
    timeout_s: float = GENEROUS_S,
) -> _Message:
    """The next message of a kind that matches; what comes before it is added to `seen`."""
    until = time.monotonic() + timeout_s
    while time.monotonic() < until:
        message = link.receive(0.5)
        if message is None:
            continue
        if seen is not None:
            seen.append(message)
        if isinstance(message, kind) and matches(message):
            return message
    raise AssertionError(f"no {kind.__name__} within {timeout_s} s")


class ServedEngine:
    """A server with its inbox of commands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.commands: queue.Queue[tuple[Command, Reply]] = queue.Queue()
        self.clients: queue.Queue[int] = queue.Queue()
        self.server = Server(
            SocketAcceptor(path),
            ENGINE_HELLO,
            on_command=lambda command, reply: self.commands.put((command, reply)),
            on_clients=self.clients.put,
        )
        self.server.start()

    def client(self) -> RawClient:
        """A client that was admitted and read its snapshot's beginning."""
        client = RawClient(self.path)
        client.read_until(SnapshotStarted)
        return client

    def wait_for_clients(self, count: int) -> None:
        while self.clients.get(timeout=GENEROUS_S) != count:
            pass
