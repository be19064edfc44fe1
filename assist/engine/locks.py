"""One engine at a time: a lock file held by the supervisor and its worker together."""

import os
import sys
import time
from pathlib import Path

_LOCK_FILE = "engine.lock"

_ASKED_S, _PAUSE_S = 0.1, 0.005
"""How long one who takes the lock tries: others hold it for microseconds in order to ask."""


def engine_lock(socket: Path) -> "EngineLock":
    """The lock of the one engine that serves `socket`."""
    return EngineLock(socket.with_name(_LOCK_FILE))


class EngineLock:
    """The engine's lock, held while the process that took it or inherited it lives.

    On POSIX the lock belongs to the open file, which the worker inherits: should the supervisor be
    killed, the worker finishes its call and no second engine starts beside it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def descriptor(self) -> int:
        """The file descriptor for a child to inherit, while the lock is held."""
        assert self._descriptor is not None
        return self._descriptor

    def take(self) -> bool:
        """Take the lock; false where another engine has it."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        until = time.monotonic() + _ASKED_S
        while not _lock(descriptor):
            if time.monotonic() >= until:
                os.close(descriptor)
                return False
            time.sleep(_PAUSE_S)
        self._descriptor = descriptor
        return True

    def is_held(self) -> bool:
        """Whether anyone has the lock at this moment; for a file that cannot be asked, yes."""
        try:
            descriptor = os.open(self._path, os.O_RDWR)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        try:
            return not _lock(descriptor)
        finally:
            os.close(descriptor)

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


class SharedLock:
    """A lock that many may hold together, or one alone; let go of when its process ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self, *, alone: bool = False, patience_s: float = _ASKED_S) -> bool:
        """Take it with others, or alone; false where those who have it do not let go in time."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        until = time.monotonic() + patience_s
        while not (_lock_alone(descriptor) if alone else _lock_shared(descriptor)):
            if time.monotonic() >= until:
                os.close(descriptor)
                return False
            time.sleep(_PAUSE_S)
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    _SHARES = 64

    def _lock_shared(descriptor: int) -> bool:
        """Untested on Windows, where a lock is never shared: each takes a byte of its own."""
        return any(_lock_bytes(descriptor, place, 1) for place in range(_SHARES))

    def _lock_alone(descriptor: int) -> bool:
        return _lock_bytes(descriptor, 0, _SHARES)

    def _lock_bytes(descriptor: int, place: int, count: int) -> bool:
        os.lseek(descriptor, place, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, count)
        except OSError:
            return False
        return True

    def _lock(descriptor: int) -> bool:
        """Untested on Windows: byte 0 is locked until the process ends."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock_alone(descriptor: int) -> bool:
        return _lock(descriptor)

    def _lock_shared(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
