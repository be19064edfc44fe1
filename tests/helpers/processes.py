"""Child processes of tests: each in a session of its own, none left behind."""

import os
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress

POLL_S = 0.05


def stop_group(process: subprocess.Popen[bytes], timeout_s: float = 5.0) -> None:
    """End a process started with `start_new_session=True` and everything it started."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout_s)
            break
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def wait_ready(
    process: subprocess.Popen[bytes], is_ready: Callable[[], bool], timeout_s: float = 20.0
) -> None:
    """Return when `is_ready()`; raise when the process ends before that or time is up."""
    for _ in range(int(timeout_s / POLL_S)):
        if is_ready():
            return
        with suppress(subprocess.TimeoutExpired):
            code = process.wait(POLL_S)
            raise RuntimeError(f"{process.args!r} ended with {code} before it was ready.")
    raise TimeoutError(f"{process.args!r} was not ready within {timeout_s:.0f} s.")
