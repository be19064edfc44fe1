"""A real AT-SPI bus, as a screen reader sees it: every window is walked, no control is unnamed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from assist.ui.preferences.pages import PAGES
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A program with its windows open, and who reads them."""

    process: "subprocess.Popen[bytes]"
    reader: Reader

    def program(self) -> Node:
        (program,) = self.reader.programs()
        return program

    def open_page(self, name: str) -> Node:
        """The settings window with a page of it open."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"page {name}\n".encode())
        self.process.stdin.flush()
        assert self.process.stdout.readline().decode().strip() == f"page {name}"
        return self.reader.window("Call Assist settings")


@contextmanager
def _shown(display: Display, folder: Path, call: str, **more: str) -> Iterator[Shown]:
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
            env={
                **display.environment(),
                **session,
                "PYTHONPATH": str(ROOT),
                "HOME": str(folder),
                **more,
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            assert process.stdout is not None
            line = process.stdout.readline().decode().strip()
            assert line == "ready", "the windows did not open"
            wait_ready(process, reader.has_programs, WAIT_S)
            yield Shown(process=process, reader=reader)
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


WINDOWS = {
    "Call Assist sidebar", "Set up Call Assist", "Call Assist settings", "Practice", "Call review",
    "Rules, as changed for yourself", "About Call Assist",
}  # fmt: skip


def test_in_a_call_every_control_of_every_window_has_a_name(
    x11_display: Display, tmp_path: Path
) -> None:
    with _shown(x11_display, tmp_path / "session", "drawn") as shown:
        program = shown.program()
        assert not unnamed(program)
        for page in PAGES:
            assert not unnamed(shown.open_page(page.name)), page.name
    assert {window.name for window in program.children} == WINDOWS
    buttons = {node.name for _, node in program.walk() if node.role == "push button"}
    assert {"Pause listening", "Not now: put this prompt away", "Publish"} <= buttons


@pytest.mark.parametrize("call", ["none", "ended"])
def test_before_and_after_a_call_every_control_has_a_name(
    x11_display: Display, tmp_path: Path, call: str
) -> None:
    with _shown(x11_display, tmp_path / "session", call) as shown:
        program = shown.program()
        assert not unnamed(program)
        assert [node for _, node in program.walk() if node.role == "push button"]


@pytest.mark.parametrize(
    ("system", "setting", "button"),
    [("de", "system", "Zuhören beginnen"), ("de", "es", "Empezar a escuchar")],
)
def test_the_windows_speak_the_systems_language_or_the_chosen_one(
    x11_display: Display,
    tmp_path: Path,
    assist_home: Path,
    system: str,
    setting: str,
    button: str,
) -> None:
    file = assist_home / "config" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'language = "{setting}"\n', encoding="utf-8")
    with _shown(x11_display, tmp_path / "session", "none", LANGUAGE=system) as shown:
        names = {node.name for _, node in shown.program().walk() if node.role == "push button"}
    assert button in names
