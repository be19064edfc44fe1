"""The engine's local socket on Linux and macOS: a Unix socket in a folder of the user's own."""

import contextlib
import logging
import os
import select
import socket
import stat
import struct
from pathlib import Path

from assist.engine.errors import EngineError
from assist.engine.wire import READ_BYTES

_BACKLOG = 16
_SOL_LOCAL, _LOCAL_PEERCRED = 0, 1
"""macOS: `getsockopt` level and name of the peer's credentials (sys/un.h)."""

_log = logging.getLogger(__name__)


class SocketConnection:
    """A connected Unix socket (a `wire.Connection`)."""

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected
        self._timeout_s: float | None = None

    def receive(self) -> bytes:
        # Not the socket's own timeout: that would hold for the writing thread as well.
        if self._timeout_s is not None:
            ready, _, _ = select.select([self._socket], [], [], self._timeout_s)
            if not ready:
                raise TimeoutError
        return self._socket.recv(READ_BYTES)

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def set_timeout(self, timeout_s: float | None) -> None:
        self._timeout_s = timeout_s

    def cut(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._socket.close()


class SocketAcceptor:
    """Listens on a Unix socket (a `wire.Acceptor`); takes only clients of the same user."""

    def __init__(self, path: Path) -> None:
        self._path = path
        _check_private(path.parent)
        # The caller holds the engine's lock: a socket file that is there belongs to nobody.
        path.unlink(missing_ok=True)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.bind(str(path))
            path.chmod(0o600)
            self._socket.listen(_BACKLOG)
        except OSError as error:
            self._socket.close()
            raise EngineError(
                f"The engine's socket {path} cannot be made ({error.strerror or error}); "
                "set CALLASSIST_HOME to a shorter path on a local disk."
            ) from None
        self._wake_receiver, self._wake_sender = socket.socketpair()

    def accept(self) -> SocketConnection | None:
        while True:
            ready, _, _ = select.select([self._socket, self._wake_receiver], [], [])
            if self._wake_receiver in ready:
                return None
            try:
                connected, _ = self._socket.accept()
            except OSError as error:  # gone again before we took it, or out of descriptors
                _log.warning("A client could not be taken: %s", error)
                continue
            if peer_uid(connected) == os.geteuid():
                return SocketConnection(connected)
            _log.warning("A client of another user was turned away")
            connected.close()

    def stop(self) -> None:
        with contextlib.suppress(OSError):
            self._wake_sender.send(b"x")

    def close(self) -> None:
        self._socket.close()
        self._wake_receiver.close()
        self._wake_sender.close()
        self._path.unlink(missing_ok=True)


def connect(path: Path) -> SocketConnection:
    """Connect to the engine. Raises OSError where none listens."""
    connected = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connected.connect(str(path))
        if peer_uid(connected) != os.geteuid():
            raise PermissionError(f"{path} belongs to another user's program")
    except BaseException:
        connected.close()
        raise
    return SocketConnection(connected)


def peer_uid(connected: socket.socket) -> int:
    """The user id of the process at the other end; -1 where the system does not tell."""
    if hasattr(socket, "SO_PEERCRED"):
        size = struct.calcsize("3i")
        data = connected.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size)
        _, uid, _ = struct.unpack("3i", data)
        return int(uid)
    # macOS (untested there): struct xucred begins with its version and the user id.
    data = connected.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, 76)
    _, uid = struct.unpack_from("Ii", data)
    return int(uid)


def _check_private(folder: Path) -> None:
    status = folder.stat()
    if status.st_uid != os.geteuid() or stat.S_IMODE(status.st_mode) & 0o077:
        raise EngineError(
            f"Other users can enter {folder}, where the engine's socket belongs; "
            f"make it yours alone (chmod 700 '{folder}') and start again."
        )
