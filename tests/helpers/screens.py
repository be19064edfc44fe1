"""What stands on a display, as its user would see it, and where keys go."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

from tests.helpers.processes import stop_group
from tests.helpers.xvfb import Display

_CAMERA = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
print("ready", flush=True)
for line in sys.stdin:
    application.primaryScreen().grabWindow(0).save(line.strip())
    print("done", flush=True)
"""

_TIMEOUT_S = 60.0
_LOOKS = 600


class Camera:
    """Takes pictures of a whole display at once: it is started before anything happens there."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._answer()

    def shoot(self, file: Path) -> QImage:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{file}\n")
        self._process.stdin.flush()
        self._answer()
        return QImage(str(file))

    def _answer(self) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline(), "the camera has ended"


@contextmanager
def camera(display: Display) -> Iterator[Camera]:
    process = subprocess.Popen(
        [sys.executable, "-c", _CAMERA],
        env=display.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield Camera(process)
    finally:
        stop_group(process)  # type: ignore[arg-type]
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            pipe.close()


def pixels(image: QImage, colour: str) -> int:
    """How many pixels of every third row and column have the colour."""
    wanted = int(colour.removeprefix("#"), 16)
    return sum(
        image.pixel(x, y) & 0xFFFFFF == wanted
        for y in range(0, image.height(), 3)
        for x in range(0, image.width(), 3)
    )


def wait_until(display: Display, is_true: Callable[[], bool], what: str) -> None:
    """Look again and again, with a breath between the looks."""
    for _ in range(_LOOKS):
        if is_true():
            return
        display.run("xdotool", "sleep", "0.1")
    raise TimeoutError(f"It never came to this: {what}.")


def active_window(display: Display) -> int:
    answer = display.run("xprop", "-root", "_NET_ACTIVE_WINDOW")
    found = re.search(r"0x[0-9a-f]+", answer)
    return int(found[0], 16) if found else 0


def has_keys(display: Display, window_id: int) -> bool:
    """Whether what is typed now goes to this window: the window manager says so before it is so."""
    focused = display.run("xdotool", "getwindowfocus").strip()
    return active_window(display) == window_id and focused == str(window_id)


def is_shown(display: Display, title: str) -> bool:
    """Whether a window of that title is on the display."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"],
        env=display.environment(),
        check=False,
        capture_output=True,
        timeout=_TIMEOUT_S,
    )
    return bool(found.stdout.split())


def type_text(display: Display, text: str) -> None:
    display.run("xdotool", "type", "--delay", "15", text)
