"""A private X display with a window manager, for tests of focus, docking and screenshots."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.processes import stop_group, wait_ready

PROGRAMS = ("Xvfb", "openbox", "xprop")


@dataclass(frozen=True, slots=True, kw_only=True)
class Display:
    """A running display; `name` is what DISPLAY holds, e.g. ":99"."""

    name: str
    log: Path

    def environment(self) -> dict[str, str]:
        """What a child process needs in order to open its windows here."""
        return {
            **os.environ,
            "DISPLAY": self.name,
            "QT_QPA_PLATFORM": "xcb",
            "WAYLAND_DISPLAY": "",
        }

    def run(self, *command: str, timeout_s: float = 20.0) -> str:
        """Output of an X program such as xdotool, xprop or xwininfo; raises when it fails."""
        return subprocess.run(
            command,
            env=self.environment(),
            check=True,
            capture_output=True,
            text=True,
            timeout=timeout_s,
        ).stdout


def missing_programs() -> list[str]:
    return [name for name in PROGRAMS if shutil.which(name) is None]


@contextmanager
def x_display(folder: Path, *, size: str = "1366x768") -> Iterator[Display]:
    """Start Xvfb on a free display number and openbox on it; both end with the context."""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "x11.log"
    with log.open("wb") as out:
        name, server = _start_server(size, out.fileno())
        display = Display(name=name, log=log)
        try:
            manager = subprocess.Popen(
                ["openbox", "--sm-disable"],
                env={**display.environment(), "HOME": str(folder)},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
            try:
                wait_ready(manager, lambda: _is_managed(display))
                yield display
            finally:
                stop_group(manager)
        finally:
            stop_group(server)


def _start_server(size: str, out: int) -> tuple[str, subprocess.Popen[bytes]]:
    # The server picks a free number itself and tells it through this pipe once it is ready.
    reading, writing = os.pipe()
    command = f"Xvfb -displayfd {writing} -screen 0 {size}x24 -nolisten tcp -noreset -dpi 96"
    with os.fdopen(reading, "rb") as pipe:
        try:
            server = subprocess.Popen(
                command.split(),
                pass_fds=(writing,),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        finally:
            os.close(writing)
        number = pipe.readline().decode("ascii").strip()
    if not number:
        stop_group(server)
        raise RuntimeError("Xvfb ended before its display was ready.")
    return f":{number}", server


def _is_managed(display: Display) -> bool:
    # The window manager sets this property when it has taken over the root window.
    answer = display.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
    return "window id" in answer
