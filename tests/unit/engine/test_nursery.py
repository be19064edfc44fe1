"""Workers forked from what is loaded once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from assist.engine.nursery import can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="workers are forked on Linux only")

LIMIT_S = 60.0

_NURSERY = """
import os, signal, sys
from assist.engine import supervisor
from assist.engine.nursery import raise_workers

def prepare():
    print("prepared", flush=True)

def work(was_killed):
    {before}
    print("worker", os.getpid(), was_killed, flush=True)
    line = sys.stdin.readline().strip()
    if line == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    return int(line or 7)

supervisor._LIVED_S = 0.0
raise SystemExit(raise_workers(prepare, work))
"""


def nursery(before: str = "pass") -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-u", "-c", _NURSERY.format(before=before)],
        cwd=Path.cwd(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def worker_of(process: "subprocess.Popen[str]", *, after_kill: bool = False) -> psutil.Process:
    assert process.stdout is not None
    name, pid, was_killed = process.stdout.readline().split()
    assert (name, was_killed) == ("worker", str(after_kill))
    return psutil.Process(int(pid))


def test_a_dead_worker_is_replaced_without_loading_again() -> None:
    with nursery() as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "prepared\n"
        first = worker_of(process)
        process.stdin.write("die\n")
        process.stdin.flush()
        second = worker_of(process, after_kill=True)
        assert first.pid != second.pid
        assert second.ppid() == process.pid
        process.stdin.write("4\n")
        process.stdin.flush()
        assert process.wait(LIMIT_S) == 4


def test_a_worker_dies_with_its_nursery() -> None:
    """Else two engines would serve one user once the supervisor has started another nursery."""
    with nursery() as process:
        assert process.stdout is not None
        process.stdout.readline()
        worker = worker_of(process)
        os.kill(process.pid, signal.SIGKILL)
        psutil.wait_procs([worker], timeout=LIMIT_S)
        assert not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE


def test_a_signal_reaches_the_worker_which_ends_in_its_own_way() -> None:
    with nursery("signal.signal(signal.SIGTERM, lambda *_: os._exit(5))") as process:
        assert process.stdout is not None
        process.stdout.readline()
        worker_of(process)
        process.terminate()
        assert process.wait(LIMIT_S) == 5
