"""Softphones for tests: a baresip control socket by hand, and reports to wait for."""

import json
import queue
import socket
from typing import Any

from assist.core.commands import ReportPhone
from tests.helpers.session import GENEROUS_S


class Reports:
    """What a phone source told."""

    def __init__(self) -> None:
        self._told: queue.SimpleQueue[ReportPhone] = queue.SimpleQueue()

    def __call__(self, report: ReportPhone) -> None:
        self._told.put(report)

    def next(self) -> ReportPhone:
        return self._told.get(timeout=GENEROUS_S)

    @property
    def is_empty(self) -> bool:
        return self._told.empty()


def netstring(message: bytes) -> bytes:
    return b"%d:%s," % (len(message), message)


class FakeBaresip:
    """The control socket of a baresip; each `accept` takes the next client."""

    def __init__(self, port: int = 0) -> None:
        self._listening = socket.create_server(("127.0.0.1", port))
        self._listening.settimeout(GENEROUS_S)
        self.port: int = self._listening.getsockname()[1]
        self._client: socket.socket | None = None

    def accept(self) -> None:
        if self._client is not None:
            self._client.close()
        self._client, _ = self._listening.accept()

    def send(self, data: bytes) -> None:
        assert self._client is not None
        self._client.sendall(data)

    def tell(self, kind: str, line: str = "a1", **fields: Any) -> None:
        """An event as baresip 1.0 writes it."""
        event = {"event": True, "type": kind, "class": "call", "id": line, **fields}
        self.send(netstring(json.dumps(event).encode()))

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None
        self._listening.close()
