"""Keeps an engine alive: starts the worker process and restarts it when it dies.

The worker does everything (socket, model, calls) and may be killed by a fault inside the speech
engine at any time. A new worker finds the call it left and goes on with it. Where the system can
fork, what the supervisor starts is a nursery, which keeps such a worker ready (`nursery`).
"""

import logging
import os
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Protocol

from assist import paths
from assist.engine.errors import EngineError
from assist.engine.locks import engine_lock

CRASHED = 70
"""Exit status of a worker that met a bug of ours (EX_SOFTWARE of sysexits.h)."""

_BACK_OFF_S = (0.0, 0.2, 0.5, 1.0, 2.0)
"""Pauses before the first, second … restart within `_WINDOW_S`."""

_LIVED_S = 5.0
"""A worker that was killed after that long was killed from outside: neither its call nor its model
are to blame, as they would be by their own signals. Nor by the system, for want of memory: Linux
counts those."""

_KERNEL_COUNTS = Path("/proc/vmstat")

AFTER_KILL = "--after-kill"
"""Tells a worker process that the one before it was killed so."""

_WINDOW_S = 60.0
"""A worker that died more often than `_BACK_OFF_S` is long within this will not live."""

_log = logging.getLogger(__name__)


def supervise(socket: Path) -> int:
    """Run the one engine of this user, which serves `socket`; the exit status. Raises EngineError.

    Where one runs already this says so and returns 0. Imports nothing heavy: the worker does.
    """
    lock = engine_lock(socket)
    if not lock.take():
        print("The engine is running already.")
        return 0
    try:
        command = [*paths.self_command(), "engine", "--worker"]

        def start(was_killed: bool) -> Worker:
            after = [AFTER_KILL] if was_killed else []
            return new_process([*command, *after], inherit=[lock.descriptor])

        # Whoever was ended together with its supervisor was not ended by its call.
        return Supervisor(start, was_killed=True).run()
    finally:
        lock.release()


class Worker(Protocol):
    """A running worker process, as `subprocess.Popen` has it."""

    def poll(self) -> int | None: ...
    def wait(self) -> int: ...
    def send_signal(self, sig: int) -> None: ...


def new_process(command: Sequence[str], *, inherit: Sequence[int] = ()) -> Worker:
    """Start a worker with a command. Raises EngineError."""
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            pass_fds=inherit if os.name == "posix" else (),
        )
    except OSError as error:
        raise EngineError(f"The engine's worker cannot be started: {error.strerror}.") from None


class Supervisor:
    """Runs worker processes one after the other until one ends by itself.

    `start` is told whether the worker before was killed from outside; that is no reason to pause
    or to give up, however often. `was_killed` says so of a worker before this supervisor.
    """

    def __init__(self, start: Callable[[bool], Worker], *, was_killed: bool = False) -> None:
        self._start = start
        self._was_killed = was_killed
        self._stopping = threading.Event()
        self._worker: Worker | None = None
        self._deaths: deque[float] = deque()

    def run(self) -> int:
        """Supervise until a worker ends by itself; its exit status. Raises EngineError."""
        with self._stops_on_signals():
            while True:
                began, memory_kills = time.monotonic(), _memory_kills()
                status = self._run_worker()
                lived_s = time.monotonic() - began
                if status >= 0 and status not in _ABNORMAL:
                    return status
                if self._stopping.is_set():
                    return 0
                _log.warning("The engine's worker died (status %d) and is started again", status)
                self._was_killed = (
                    status == _KILLED and lived_s >= _LIVED_S and _memory_kills() == memory_kills
                )
                if not self._was_killed and self._stopping.wait(self._back_off_s()):
                    return 0

    def stop(self) -> None:
        """Ask the worker to end its call and itself; from a signal handler or another thread."""
        self._stopping.set()
        worker = self._worker
        if worker is not None and worker.poll() is None:
            worker.send_signal(signal.SIGTERM)

    def _run_worker(self) -> int:
        self._worker = self._start(self._was_killed)
        if self._stopping.is_set():
            self.stop()  # the signal came before there was anyone to pass it to
        return self._worker.wait()

    def _back_off_s(self) -> float:
        now = time.monotonic()
        self._deaths.append(now)
        while self._deaths[0] < now - _WINDOW_S:
            self._deaths.popleft()
        count = len(self._deaths)
        if count > len(_BACK_OFF_S):
            raise EngineError(
                f"The engine died {count} times within a minute; see the log file, and try another "
                "speech model ('assist models list')."
            )
        return _BACK_OFF_S[count - 1]

    @contextmanager
    def _stops_on_signals(self) -> Iterator[None]:
        def stop(number: int, frame: FrameType | None) -> None:
            del number, frame
            self.stop()

        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _memory_kills() -> int:
    """How many processes the system has killed since its start because memory had run out."""
    try:
        counts = _KERNEL_COUNTS.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return 0  # no Linux; nothing counts them there
    return sum(int(line.split()[1]) for line in counts if line.startswith("oom_kill "))


_KILLED = -9
"""SIGKILL's exit status, which Windows does not have."""

_ABNORMAL = frozenset(
    {CRASHED, 3, 128 + signal.SIGABRT, 128 + signal.SIGSEGV, 0xC0000005, 0xC0000409}
)
"""Exit statuses that mean a crash although they are not negative: `abort` on Windows gives 3, an
access violation and a failed stack check are told by their codes; 128 + n comes from shells."""
