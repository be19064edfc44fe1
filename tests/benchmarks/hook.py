"""How long a softphone waits for `assist call`, and how long its report takes to the engine.

The command counts without Python's own start: both are run in turn, since a shared machine is
faster at one moment than at the next.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from assist.cli.call import deliver, report_line
from assist.core.notices import PROTOCOL_VERSION, Hello
from assist.engine.server import Server
from assist.engine.sockets import SocketAcceptor
from tests.benchmarks.measure import Row
from tests.helpers.app import COMMAND

_BARE = (sys.executable, "-c", "pass")
_CALL = (*COMMAND, "call", "start", "--number", "5550142", "--name", "Dana Ortega")


def rows(repeats: int = 25) -> list[Row]:
    """`repeats` runs of each, given to an engine's socket that does nothing with it."""
    with tempfile.TemporaryDirectory(prefix="assist-") as home:
        run = Path(home) / "state" / "run"
        run.mkdir(parents=True, mode=0o700)
        server = Server(
            SocketAcceptor(run / "engine.sock"),
            Hello(protocol=PROTOCOL_VERSION, version="benchmark", pid=0),
            on_command=lambda command, reply: None,
            on_clients=lambda count: None,
        )
        server.start()
        try:
            environment = {**os.environ, "CALLASSIST_HOME": home}
            pairs = [(_run(_BARE, environment), _run(_CALL, environment)) for _ in range(repeats)]
            sent = _sent(home, 8 * repeats)
        finally:
            server.stop()
    wall = [1000 * (call[0] - bare[0]) for bare, call in pairs]
    cpu = [1000 * (call[1] - bare[1]) for bare, call in pairs]
    name = "assist call beyond Python's start"
    note = f"median of {repeats}"
    return [
        Row(name=f"{name}, CPU", value=median(cpu), goal=100, unit="ms", note=note),
        Row(name=f"{name}, by the clock", value=median(wall), goal=100, unit="ms", note=note),
        Row(
            name="a report over the socket until the engine has it, p95",
            value=1000 * sent[int(0.95 * len(sent))],
            goal=100,
            unit="ms",
            note=f"{len(sent)} reports, median {1000 * median(sent):.1f} ms",
        ),
    ]


def _run(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds by the clock, and of CPU, that a command took."""
    before, started = _cpu_s(), time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started, _cpu_s() - before


def _sent(home: str, count: int) -> list[float]:
    """Seconds from connecting until the engine says that it has the report, the shortest first."""
    taken = []
    before = os.environ.get("CALLASSIST_HOME")
    os.environ["CALLASSIST_HOME"] = home
    try:
        for _ in range(count):
            started = time.perf_counter()
            assert deliver(report_line("started", {"number": "5550142"}, "command"))
            taken.append(time.perf_counter() - started)
    finally:
        os.environ.pop("CALLASSIST_HOME")
        if before is not None:
            os.environ["CALLASSIST_HOME"] = before
    return sorted(taken)


def _cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
