"""The installed app as its users run it: commands in child processes of their own session."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.helpers.processes import stop_group

COMMAND = [sys.executable, "-m", "assist"]
GENEROUS_S = 240.0
"""A limit for hangs only: a loaded two-core machine decodes the demo call well within it."""


def run_assist(
    *arguments: str | Path,
    environment: Mapping[str, str] | None = None,
    timeout_s: float = GENEROUS_S,
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; its status is the caller's to judge."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        env=dict(environment) if environment else None,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )


@contextmanager
def started_assist(
    *arguments: str | Path, environment: Mapping[str, str] | None = None, log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """A command that runs while the body does; its stdout is a pipe, its stderr goes to `log`."""
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            env=dict(environment) if environment else None,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            stop_group(process)
            assert process.stdout is not None
            process.stdout.close()


def json_lines(lines: Iterable[str | bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines if line.strip()]


def rules_raised(events: Iterable[Mapping[str, Any]]) -> list[str]:
    """The rules of the call's cues, in order, repeats included, withdrawn ones left out."""
    events = list(events)
    withdrawn = {event["cue"] for event in events if event["type"] == "cue_withdrawn"}
    return [
        event["rule"]
        for event in events
        if event["type"] == "cue_raised" and event["cue"] not in withdrawn
    ]


def without_screen() -> dict[str, str]:
    """An environment in which no window can be opened."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden}


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """What Ctrl-C does."""
    process.send_signal(signal.SIGINT)
