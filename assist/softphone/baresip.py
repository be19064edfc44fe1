"""baresip's control socket (module ctrl_tcp): its calls, as it tells of them.

Only listens, never commands. Connects by itself when baresip comes, and again when it is back.
"""

import contextlib
import json
import logging
import socket
import threading
from collections.abc import Callable
from typing import Any

from assist.core.commands import PhoneAction, ReportPhone
from assist.core.numbers import number_of
from assist.softphone.errors import PhoneError
from assist.softphone.netstrings import BrokenStream, NetstringReader
from assist.softphone.texts import presentable

_ACTIONS = {
    "CALL_INCOMING": PhoneAction.RINGING,
    "CALL_OUTGOING": PhoneAction.RINGING,
    "CALL_RINGING": PhoneAction.RINGING,
    "CALL_PROGRESS": PhoneAction.RINGING,
    "CALL_ESTABLISHED": PhoneAction.STARTED,
    # Told from version 2 on, and only where the other side holds the call.
    "CALL_HOLD": PhoneAction.HELD,
    "CALL_RESUME": PhoneAction.RESUMED,
    "CALL_CLOSED": PhoneAction.ENDED,
}
_RETRY_S = (1.0, 2.0, 5.0, 10.0)
"""Waits between attempts to connect; the last one again and again."""
_CONNECT_S = 2.0
_READ = 64 * 1024

_log = logging.getLogger(__name__)

Report = Callable[[ReportPhone], None]


def report_of(message: bytes) -> ReportPhone | None:
    """What a message tells of a call; None where it tells nothing, or is none."""
    try:
        event: Any = json.loads(message)
    except (ValueError, RecursionError):
        return None
    if not isinstance(event, dict) or event.get("event") is not True:
        return None
    kind, line = event.get("type"), presentable("line", event.get("id"))
    action = _ACTIONS.get(kind) if isinstance(kind, str) else None
    if action is None or not line:
        return None
    return ReportPhone(
        action=action,
        line=line,
        name=presentable("name", event.get("peerdisplayname")),
        number=number_of(presentable("number", event.get("peeruri"))),
        origin="baresip",
    )


def parse_address(text: str) -> tuple[str, int]:
    """ "127.0.0.1:4444" → host and port. Raises PhoneError; only this computer is listened to."""
    host, colon, port = text.strip().rpartition(":")
    if not colon or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        raise PhoneError(f"baresip = \"{text}\" is no address such as '127.0.0.1:4444'.")
    if host not in ("127.0.0.1", "localhost", "[::1]"):
        raise PhoneError(
            f'baresip = "{text}" is not on this computer: its control socket has no password, '
            "so use 127.0.0.1."
        )
    return host.strip("[]"), int(port)


class BaresipSource:
    """A `core.interfaces.PhoneSource`; reads on a thread of its own."""

    def __init__(self, host: str, port: int, *, retry_s: tuple[float, ...] = _RETRY_S) -> None:
        self._address = (host, port)
        self._retry_s = retry_s
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self._open: set[str] = set()
        """baresip's calls that have not ended, by its ids; the thread's alone."""

    def start(self, report: Report) -> None:
        self._thread = threading.Thread(target=self._run, args=(report,), name="baresip")
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        with self._lock:
            if self._socket is not None:
                with contextlib.suppress(OSError):
                    self._socket.shutdown(socket.SHUT_RDWR)
        if self._thread is not None:
            self._thread.join()

    def _run(self, report: Report) -> None:
        attempts = 0
        while not self._stopping.is_set():
            try:
                connected = socket.create_connection(self._address, _CONNECT_S)
            except ConnectionRefusedError:
                self._end_all(report)  # nobody is there any more to have a call
            except OSError as error:
                _log.debug("baresip: %s", error)
            else:
                attempts = 0
                self._follow(connected, report)
            wait_s = self._retry_s[min(attempts, len(self._retry_s) - 1)]
            attempts += 1
            self._stopping.wait(wait_s)

    def _follow(self, connected: socket.socket, report: Report) -> None:
        """Read until baresip hangs up, or what it says cannot be read."""
        with connected:
            connected.settimeout(None)
            with self._lock:
                self._socket = connected
            if self._stopping.is_set():
                return
            _log.info("Connected to baresip")
            reader = NetstringReader()
            try:
                while data := connected.recv(_READ):
                    for message in reader.feed(data):
                        self._tell(message, report)
            except BrokenStream as error:
                _log.info("baresip: %s", error)
            except OSError as error:
                _log.debug("baresip: %s", error)
            finally:
                with self._lock:
                    self._socket = None

    def _tell(self, message: bytes, report: Report) -> None:
        told = report_of(message)
        if told is None:
            return
        if told.action is PhoneAction.ENDED:
            self._open.discard(told.line)
        else:
            self._open.add(told.line)
        report(told)

    def _end_all(self, report: Report) -> None:
        for line in sorted(self._open):
            report(ReportPhone(action=PhoneAction.ENDED, line=line, origin="baresip"))
        self._open.clear()
