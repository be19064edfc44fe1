"""A real AT-SPI bus, as a screen reader sees it: every window is walked, no control is unnamed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.helpers.accessibility import (
    Node,
    Reader,
    accessible_session,
    missing_for_accessibility,
    unnamed,
)
from tests.helpers.processes import stop_group, wait_ready
from tests.helpers.xvfb import Display

ROOT = Path(__file__).resolve().parents[2]
WAIT_S = 120.0

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(
        not sys.platform.startswith("linux") or bool(missing_for_accessibility()),
        reason="needs dbus-daemon and at-spi2-core: python3 bootstrap.py test installs them",
    ),
]


@contextmanager
def _shown(display: Display, folder: Path, call: str) -> Iterator[Node]:
    """The program with its windows open, as a screen reader finds it."""
    folder.mkdir(mode=0o700)
    with (
        accessible_session(folder) as session,
        # First of all: a program tells of itself where it finds AT-SPI running.
        closing(Reader(session["DBUS_SESSION_BUS_ADDRESS"])) as reader,
    ):
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "tests.helpers.everywindow", call],
            cwd=ROOT,
            env={**display.environment(), **session, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            assert process.stdout is not None
            line = process.stdout.readline().decode().strip()
            assert line == "ready", "the windows did not open"
            wait_ready(process, reader.has_programs, WAIT_S)
            (program,) = reader.programs()
            yield program
        finally:
            stop_group(process)
            for pipe in (process.stdin, process.stdout):
                assert pipe is not None
                pipe.close()


def test_a_control_without_a_name_would_be_found() -> None:
    button = Node(role="push button", name=" ", description="", is_showing=True)
    label = Node(role="label", name="", description="", is_showing=True)
    window = Node(role="frame", name="Window", description="", is_showing=True,
                  children=(button, label))  # fmt: skip
    assert unnamed(window) == ["frame 'Window' > push button"]


def test_in_a_call_every_control_of_every_window_has_a_name(
    x11_display: Display, tmp_path: Path
) -> None:
    with _shown(x11_display, tmp_path / "session", "drawn") as program:
        titles = {window.name for window in program.children}
        assert not unnamed(program)
        buttons = {node.name for _, node in program.walk() if node.role == "push button"}
    assert "Call Assist sidebar" in titles
    assert {"Pause listening", "Not now: put this prompt away", "Publish"} <= buttons
    assert len(titles) == len(program.children) >= 4, titles


@pytest.mark.parametrize("call", ["none", "ended"])
def test_before_and_after_a_call_every_control_has_a_name(
    x11_display: Display, tmp_path: Path, call: str
) -> None:
    with _shown(x11_display, tmp_path / "session", call) as program:
        assert not unnamed(program)
        controls = [node for _, node in program.walk() if node.role == "push button"]
    assert controls
