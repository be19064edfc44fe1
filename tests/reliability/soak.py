"""A working day of calls through the whole app: does anything grow, does anything get slower?

    python -m tests.reliability.soak --hours 8 --speed 4 --report soak.md

The app is started as its user starts it, on a private X display; the engine is the one it starts.
A second client plays written calls into it one after the other at `--speed`, does in each what an
agent does (a name, a note, a flag, a judgement, an outcome), and looks at both processes after each
call, when the engine has nothing to do: resident memory, threads, open files. How late each prompt
was painted is the window's own report. The report is written anew after each hour of call time.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import psutil
import soundfile

from assist import paths
from assist.core.commands import (
    Command,
    FlagMoment,
    MarkCue,
    SetName,
    SetOutcome,
    StartCall,
    StopEngine,
    WriteNote,
)
from assist.core.events import CallStarted, CuePainted, CueRaised, Tick, WrapUp
from assist.core.notices import CallSaved, Hello, Trouble
from assist.engine.client import EngineClient
from tests.benchmarks.measure import percentile
from tests.helpers.app import COMMAND
from tests.helpers.processes import stop_group
from tests.helpers.xvfb import x_display
from tests.reliability.scripts import write_calls

HOUR_MS = 3_600_000
WARM_UP_MS = HOUR_MS
"""Slopes are taken behind it: caches fill, the allocator finds its size."""

_CALL_S = 260
_LIMIT_S = 1_800.0
_SETTLE_S = 1.5
"""Between a call's being saved and the look at the processes: the window has painted by then."""

WATCHED = ("engine", "window")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One process after a call: resident and private memory in MB, threads, open files."""

    rss_mb: float
    own_mb: float
    threads: int
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """What was seen with one call; `at_ms` is the call time played until its end."""

    at_ms: int
    wall_s: float
    looks: dict[str, Look]
    busy_threads: dict[str, int]
    delays_ms: tuple[int, ...]
    cues: int
    troubles: tuple[str, ...]


@dataclass(slots=True)
class Soak:
    """Plays calls and keeps what was seen; `link` is a line to the engine beside the window's."""

    link: EngineClient
    processes: dict[str, psutil.Process]
    speed: float
    began: float = field(default_factory=time.monotonic)
    rows: list[CallRow] = field(default_factory=list)

    @property
    def played_ms(self) -> int:
        return self.rows[-1].at_ms if self.rows else 0

    def play(self, recording: Path) -> None:
        """Play one call to its end and look at the processes."""
        number = len(self.rows)
        self.link.send(StartCall(source=str(recording), speed=self.speed))
        call = ""
        delays: list[int] = []
        troubles: list[str] = []
        cues: list[int] = []
        busy: dict[str, int] = {}
        duration_ms = 0
        to_do = _agents_work(number)
        until = time.monotonic() + _LIMIT_S
        while True:
            if time.monotonic() > until:
                raise TimeoutError(f"call {number} did not end")
            match self.link.receive(1.0):
                case CallStarted(call=started):
                    call = started
                case CallSaved(call=saved) if saved == call:
                    break
                case CuePainted(delay_ms=delay):
                    delays.append(delay)
                case CueRaised(cue=cue):
                    cues.append(cue)
                case Tick(at=at) if to_do and at >= to_do[0][0]:
                    self.link.send(to_do.pop(0)[1])
                    busy = {name: process.num_threads() for name, process in self.processes.items()}
                case WrapUp(duration_ms=ms):
                    duration_ms = ms
                case Trouble(sentence=sentence, is_fatal=is_fatal):
                    troubles.append(sentence)
                    if is_fatal:
                        raise RuntimeError(sentence)
        self._after(cues)
        self.rows.append(
            CallRow(
                at_ms=self.played_ms + duration_ms,
                wall_s=time.monotonic() - self.began,
                looks={name: _look(process) for name, process in self.processes.items()},
                busy_threads=busy,
                delays_ms=tuple(delays),
                cues=len(cues),
                troubles=tuple(troubles),
            )
        )

    def _after(self, cues: Sequence[int]) -> None:
        """The agent fills in the wrap-up card; then nothing happens for a moment."""
        if cues:
            self.link.send(MarkCue(cue=cues[0], is_right=True))
        self.link.send(SetOutcome(outcome="resolved"))
        until = time.monotonic() + _SETTLE_S
        while (left := until - time.monotonic()) > 0:
            self.link.receive(left)


def _agents_work(number: int) -> list[tuple[int, Command]]:
    """What the agent does and when, in call time."""
    return [
        (15_000, SetName(name=("Dana Ortega", "Noor Haddad", "Lee Chan")[number % 3])),
        (40_000, WriteNote(text=f"note {number}")),
        (60_000, FlagMoment(note="listen to this")),
    ]


def _look(process: psutil.Process) -> Look:
    with process.oneshot():
        memory = process.memory_full_info()
        return Look(
            rss_mb=memory.rss / 1e6,
            own_mb=memory.uss / 1e6,
            threads=process.num_threads(),
            files=process.num_fds(),
        )


# --- what it came to ------------------------------------------------------------------------------


def slope_per_hour(points: Sequence[tuple[float, float]]) -> float:
    """Least squares, in units per hour, of (milliseconds, value); NaN of fewer than three."""
    if len(points) < 3:
        return math.nan
    hours = [at / HOUR_MS for at, _ in points]
    values = [value for _, value in points]
    middle_h, middle_v = sum(hours) / len(hours), sum(values) / len(values)
    spread = sum((hour - middle_h) ** 2 for hour in hours)
    joint = sum(
        (hour - middle_h) * (value - middle_v) for hour, value in zip(hours, values, strict=True)
    )
    return joint / spread if spread else math.nan


def summary(rows: Sequence[CallRow], speed: float) -> str:
    """The report, as Markdown."""
    if not rows:
        return "Nothing was played yet.\n"
    total_h = rows[-1].at_ms / HOUR_MS
    lines = [
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC: {len(rows)} calls, {total_h:.2f} hours of call "
        f"at {speed:g} times real speed in {rows[-1].wall_s / 3600:.2f} hours of clock.",
        "",
        "| hour | calls | engine MB | window MB | engine threads idle / in call | engine files "
        "| window threads | window files | prompts painted | delay p50 ms | delay p95 ms |",
        "|" + "---|" * 11,
    ]
    for hour in range(math.ceil(total_h)):
        own = [row for row in rows if hour * HOUR_MS < row.at_ms <= (hour + 1) * HOUR_MS]
        if own:
            lines.append(_hour(hour, own))
    warm = [row for row in rows if row.at_ms > WARM_UP_MS]
    lines.append("")
    for name in WATCHED:
        for kind in ("rss_mb", "own_mb"):
            points = [(row.at_ms, getattr(row.looks[name], kind)) for row in warm]
            slope = slope_per_hour(points)
            what = "resident" if kind == "rss_mb" else "private"
            lines.append(
                f"- {name}, {what} memory after the first hour: {slope:+.2f} MB per hour of call, "
                f"{slope * speed:+.2f} per hour of clock."
            )
    troubles = sorted({sentence for row in rows for sentence in row.troubles})
    lines.append(f"- troubles told: {json.dumps(troubles) if troubles else 'none'}")
    return "\n".join(lines) + "\n"


def _hour(hour: int, rows: Sequence[CallRow]) -> str:
    engine = [row.looks["engine"] for row in rows]
    window = [row.looks["window"] for row in rows]
    delays = [delay for row in rows for delay in row.delays_ms]
    cells = (
        str(hour + 1),
        str(len(rows)),
        f"{engine[-1].rss_mb:.1f}",
        f"{window[-1].rss_mb:.1f}",
        f"{_span([look.threads for look in engine])} / "
        f"{_span([row.busy_threads['engine'] for row in rows if row.busy_threads])}",
        _span([look.files for look in engine]),
        _span([look.threads for look in window]),
        _span([look.files for look in window]),
        str(len(delays)),
        f"{percentile(delays, 50):.0f}",
        f"{percentile(delays, 95):.0f}",
    )
    return "| " + " | ".join(cells) + " |"


def _span(values: Sequence[int]) -> str:
    if not values:
        return "–"
    return str(values[0]) if len(set(values)) == 1 else f"{min(values)}–{max(values)}"


# --- the run --------------------------------------------------------------------------------------


@contextmanager
def _app(folder: Path, settings: str) -> Iterator[tuple[EngineClient, dict[str, psutil.Process]]]:
    """The app on a display of its own, a line to its engine, and both processes."""
    os.environ["CALLASSIST_HOME"] = str(folder / "home")
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text(settings, encoding="utf-8")
    with x_display(folder / "x11") as display, (folder / "window.log").open("wb") as log:
        window = subprocess.Popen(
            COMMAND,
            env=display.environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            with EngineClient(paths.engine_socket(), start_timeout_s=60) as link:
                hello = link.receive(60)
                assert isinstance(hello, Hello)
                yield (
                    link,
                    {"engine": psutil.Process(hello.pid), "window": psutil.Process(window.pid)},
                )
                stop_group(window)
                link.send(StopEngine())
        finally:
            stop_group(window)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.soak", description=__doc__)
    parser.add_argument("--hours", type=float, default=8.0, help="hours of call time")
    parser.add_argument("--speed", type=float, default=4.0, help="times real speed")
    parser.add_argument("--report", type=Path, default=Path("soak.md"))
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="assist-soak-") as name:
        folder = Path(name)
        recordings = write_calls(folder, seconds=_CALL_S)
        for file in recordings:
            print(f"{file.name}: {soundfile.info(file).duration:.0f} s", flush=True)
        with _app(folder, "keep_audio = true\n") as (link, processes):
            soak = Soak(link, processes, options.speed)
            reported = 0
            while soak.played_ms < options.hours * HOUR_MS:
                soak.play(recordings[len(soak.rows) % len(recordings)])
                row = soak.rows[-1]
                with options.report.with_suffix(".jsonl").open("a", encoding="utf-8") as out:
                    out.write(json.dumps(asdict(row)) + "\n")
                print(f"{row.at_ms / HOUR_MS:.2f} h {row.looks}", flush=True)
                if row.at_ms // HOUR_MS > reported:
                    reported = row.at_ms // HOUR_MS
                    options.report.write_text(summary(soak.rows, options.speed), encoding="utf-8")
        options.report.write_text(summary(soak.rows, options.speed), encoding="utf-8")
        print(options.report.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
