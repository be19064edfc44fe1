"""`assist review` as programs of their own: recordings taken in, and the window on a display."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import soundfile

from assist import paths
from assist.store.calls import SqlCallStore
from assist.store.keys import FileKeySource
from tests.helpers.finished_calls import write_call
from tests.helpers.processes import stop_group
from tests.helpers.xvfb import Display

ROOT = Path(__file__).resolve().parents[2]
CALL = "20261122T101500-review"
LOOKS = 3_000
"""Each look starts a program and takes some ten milliseconds."""


def assist(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assist", *arguments],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )


def store() -> SqlCallStore:
    database = paths.database_file()
    return SqlCallStore(database, FileKeySource(paths.state_dir() / "database.key"))


@pytest.mark.e2e
@pytest.mark.vosk
def test_recordings_of_a_center_become_judged_calls_once(tmp_path: Path) -> None:
    """A stereo FLAC, a G.711 pair at 8 kHz and a broken file, twice over."""
    sound, rate = soundfile.read(paths.resources_dir() / "demo" / "call.flac", dtype="float32")
    folder = tmp_path / "recordings"
    folder.mkdir()
    soundfile.write(folder / "20261120_101500_Sarah.flac", sound[: 28 * rate], rate)
    for side, name in enumerate(("agent", "customer")):
        file = folder / f"20261120_111500_Omar-{name}.wav"
        soundfile.write(file, sound[: 28 * rate : 2, side], rate // 2, subtype="ULAW")
    (folder / "20261120_121500_Bad.wav").write_bytes(b"no sound at all")
    arguments = ("review", "import", str(folder), "--pattern", "{date}_{time}_{agent}")
    first = assist(*arguments)
    assert first.returncode == 1, "one of them failed"
    assert "2 imported, 1 failed." in first.stdout
    assert first.stderr.count("\n") == 1
    assert "20261120_121500_Bad.wav is not a sound file" in first.stderr
    again = assist(*arguments)
    assert "2 there already, 1 failed." in again.stdout
    with store() as opened:
        calls = {call.agent: call for call in opened.list_calls()}
        assert set(calls) == {"Sarah", "Omar"}
        for agent, call in calls.items():
            assert call.id.startswith("20261120T1"), agent
            labels = {each.detection.label for each in opened.get_call(call.id).detections}
            assert {"dead_end", "repeat_contact"} <= labels, agent
            assert len(opened.desk.audio_of(call.id)) == (1 if agent == "Sarah" else 2)
    listed = assist("review", "list")
    assert "dead end standing" in listed.stdout
    replayed = assist("replay", str(paths.calls_dir() / calls["Sarah"].id / "journal.jsonl"))
    assert replayed.returncode == 0, replayed.stdout


# --- the window on a real display ----------------------------------------------------------------


@pytest.fixture
def window(x11_display: Display, assist_home: Path) -> Iterator[subprocess.Popen[bytes]]:
    write_call(assist_home / "state", CALL)
    process = subprocess.Popen(
        [sys.executable, "-m", "assist", "review"],
        cwd=ROOT,
        env={**x11_display.environment(), "CALLASSIST_HOME": str(assist_home)},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        stop_group(process)


@pytest.mark.x11
@pytest.mark.skipif(
    shutil.which("xdotool") is None,
    reason="needs xdotool: python3 bootstrap.py test installs it",
)
def test_a_flagged_call_is_reviewed_by_keyboard_alone(
    x11_display: Display, window: subprocess.Popen[bytes]
) -> None:
    def wait_until(is_true: Callable[[], bool], what: str) -> None:
        for _ in range(LOOKS):
            assert window.poll() is None, "the window is gone"
            if is_true():
                return
            x11_display.run("xdotool", "getmouselocation")
        raise TimeoutError(f"It never came to this: {what}.")

    def windows() -> list[str]:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "^Call review$"],
            env=x11_display.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def keys(*names: str) -> None:
        x11_display.run("xdotool", "key", "--clearmodifiers", *names)

    wait_until(lambda: bool(windows()), "the window is there")
    x11_display.run("xdotool", "windowfocus", "--sync", windows()[0])
    with store() as opened:
        wait_until(lambda: bool(opened.desk.reasons(CALL)), "the call is stored and judged")

        def comment() -> bool:
            # The first keys may come before the call is shown: they do nothing then.
            keys("Escape", "c")
            x11_display.run("xdotool", "type", "--delay", "1", "Say it sooner")
            keys("ctrl+Return")
            return bool(opened.desk.comments(CALL))

        wait_until(comment, "the comment is kept")
        assert "Say it sooner" in opened.desk.comments(CALL)[0].text
        keys("Escape", "r")
        wait_until(lambda: opened.desk.status(CALL).reviewed_by != "", "the call is reviewed")
    window.send_signal(signal.SIGTERM)
    assert window.wait(60) == 0
