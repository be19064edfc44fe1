"""The engine's local socket on Windows: a named pipe, opened with a secret from a private file.

Written after the documentation of `multiprocessing.connection` and run on Linux over its Unix
sockets by the tests; not yet run on Windows. The pipe's access list is the system's default (the
user and administrators may write), the secret keeps other users' programs out all the same.
"""

import contextlib
import os
import secrets
import threading
from multiprocessing import AuthenticationError
from multiprocessing import connection as mp
from pathlib import Path

from assist.engine.errors import EngineError
from assist.engine.wire import READ_BYTES

_KEY_FILE = "engine.key"


def address_of(path: Path) -> str:
    """The pipe's name for a socket path; on other systems the path itself (tests)."""
    if os.name != "nt":
        return str(path)
    return rf"\\.\pipe\callassist-{_pipe_name(path)}"


def _pipe_name(path: Path) -> str:
    """A pipe name from a path: letters and digits only."""
    return "".join(letter if letter.isalnum() else "-" for letter in str(path))[-180:]


class PipeConnection:
    """A connected pipe (a `wire.Connection`)."""

    def __init__(self, connected: "mp.Connection[bytes, bytes]") -> None:
        self._pipe = connected
        self._timeout_s: float | None = None

    def receive(self) -> bytes:
        if self._timeout_s is not None and not self._pipe.poll(self._timeout_s):
            raise TimeoutError
        try:
            return self._pipe.recv_bytes(2 * READ_BYTES)
        except EOFError:
            return b""

    def send(self, data: bytes) -> None:
        for start in range(0, len(data), READ_BYTES):
            self._pipe.send_bytes(data[start : start + READ_BYTES])

    def set_timeout(self, timeout_s: float | None) -> None:
        self._timeout_s = timeout_s

    def cut(self) -> None:
        self.close()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._pipe.close()


class PipeAcceptor:
    """Listens on a named pipe (a `wire.Acceptor`)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._secret = secrets.token_bytes(32)
        self._stopped = threading.Event()
        _write_secret(path.with_name(_KEY_FILE), self._secret)
        if os.name != "nt":
            path.unlink(missing_ok=True)
        try:
            self._listener = mp.Listener(address_of(path), authkey=self._secret)
        except OSError as error:
            raise EngineError(
                f"The engine's pipe cannot be made ({error}); end the other Call Assist first."
            ) from None

    def accept(self) -> PipeConnection | None:
        while not self._stopped.is_set():
            try:
                connected = self._listener.accept()
            except (OSError, EOFError, AuthenticationError):
                continue  # somebody without the secret, or gone again
            if self._stopped.is_set():
                connected.close()
                break
            return PipeConnection(connected)
        return None

    def stop(self) -> None:
        self._stopped.set()
        # `accept` has no time-out: a client of our own wakes it. It does not wait to be let in:
        # an `accept` that had just turned somebody away is over already.
        with contextlib.suppress(OSError):
            mp.Client(address_of(self._path)).close()

    def close(self) -> None:
        self._listener.close()
        self._path.with_name(_KEY_FILE).unlink(missing_ok=True)


def connect(path: Path) -> PipeConnection:
    """Connect to the engine. Raises OSError where none listens."""
    secret = path.with_name(_KEY_FILE).read_bytes()
    try:
        return PipeConnection(mp.Client(address_of(path), authkey=secret))
    except (EOFError, AuthenticationError):
        raise ConnectionRefusedError("the engine does not know this program") from None


def _write_secret(file: Path, secret: bytes) -> None:
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(secret)
