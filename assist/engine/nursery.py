"""Keeps the next worker ready: what a worker needs is loaded once, each worker is a fork of that.

A worker that dies is replaced within milliseconds, where a new process would import and load for a
second, and for many on a busy computer. The memory of what is loaded is shared between the two.

Only on Linux: macOS' frameworks do not survive a fork, Windows has none; there the supervisor
starts each worker as a process of its own. The nursery owns no thread, opens no device, file or
database before a fork, and dies with its worker's last chance: should it be killed itself, its
worker goes with it, and the supervisor starts both anew.
"""

import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Callable

from assist.engine.supervisor import Supervisor

_PR_SET_PDEATHSIG = 1
_HELD = (signal.SIGINT, signal.SIGTERM)


def can_fork() -> bool:
    return sys.platform == "linux"


def raise_workers(
    prepare: Callable[[], None], work: Callable[[bool], int], *, was_killed: bool = False
) -> int:
    """Load with `prepare`, then run `work` in one forked process after the other.

    `work` is told whether the worker before it was killed from outside; of the one before the
    first, `was_killed` says so.

    Returns twice, so to speak: in each worker with the status of its `work`, in the nursery with
    that of the last. Raises EngineError where workers die again and again.
    """
    prepare()
    try:
        return Supervisor(_fork, was_killed=was_killed).run()
    except _Born as born:
        # The nursery's signal handlers are gone by now; until `work` has its own, a signal ends us.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
        after_kill = born.was_killed
    return work(after_kill)


class _Born(BaseException):
    """Unwinds what the nursery was doing, in the process that it made."""

    def __init__(self, was_killed: bool) -> None:
        super().__init__()
        self.was_killed = was_killed


class _Fork:
    """A forked worker (a `supervisor.Worker`)."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._status: int | None = None

    def poll(self) -> int | None:
        if self._status is None:
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def wait(self) -> int:
        while self._status is None:
            # A signal's handler that polls may be told of the end in our place.
            with contextlib.suppress(ChildProcessError):
                _, status = os.waitpid(self._pid, 0)
                self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def send_signal(self, sig: int) -> None:
        if self._status is None:
            os.kill(self._pid, sig)


def _fork(was_killed: bool) -> _Fork:
    """The nursery's side of a fork; raises `_Born` on the other."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    nursery = os.getpid()
    # Held back meanwhile, lest the new process takes a signal for the nursery's.
    signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
    pid = os.fork()
    if pid == 0:
        _die_with(nursery)
        raise _Born(was_killed)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
    return _Fork(pid)


def _die_with(parent: int) -> None:
    """Have the system kill this process when its parent ends (prctl(2))."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended in between
        os._exit(1)
