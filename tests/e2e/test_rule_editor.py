"""The rule editor as a program of its own on a real display, worked by keyboard alone."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assist import paths
from tests.helpers.processes import stop_group
from tests.helpers.xvfb import Display

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(
        shutil.which("xdotool") is None,
        reason="needs xdotool: python3 bootstrap.py test installs it",
    ),
]

ROOT = Path(__file__).resolve().parents[2]
LOOKS = 3_000
"""Each look starts a program and takes some ten milliseconds."""


def wait_until(display: Display, is_true: Callable[[], bool], what: str) -> None:
    for _ in range(LOOKS):
        if is_true():
            return
        display.run("xdotool", "getmouselocation")
    raise TimeoutError(f"It never came to this: {what}.")


@pytest.fixture
def editor(x11_display: Display, assist_home: Path) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "assist", "playbook", "edit"],
        cwd=ROOT,
        env={**x11_display.environment(), "CALLASSIST_HOME": str(assist_home)},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        stop_group(process)


def test_a_rule_is_written_tried_and_published_by_keyboard(
    x11_display: Display, editor: subprocess.Popen[bytes]
) -> None:
    def windows() -> list[str]:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "^Rules, as changed for"],
            env=x11_display.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def keys(*names: str) -> None:
        x11_display.run("xdotool", "key", "--clearmodifiers", *names)

    def words(text: str) -> None:
        x11_display.run("xdotool", "type", "--delay", "1", text)

    wait_until(x11_display, lambda: bool(windows()), "the window is there")
    x11_display.run("xdotool", "windowfocus", "--sync", windows()[0])
    folder = paths.config_dir() / "playbooks"
    draft, file = folder / "agent.toml.draft", folder / "agent.toml"
    keys("ctrl+n")
    words("Say when it comes")
    wait_until(
        x11_display,
        lambda: draft.exists() and 'title = "Say when it comes"' in draft.read_text("utf-8"),
        "the draft holds what was typed",
    )
    assert not file.exists()
    keys("ctrl+Return")
    wait_until(x11_display, file.exists, "the rule is published")
    assert 'id = "rule_1"' in file.read_text(encoding="utf-8")
    wait_until(x11_display, lambda: not draft.exists(), "the draft is gone")
    editor.send_signal(signal.SIGTERM)
    assert editor.wait(30) == 0
