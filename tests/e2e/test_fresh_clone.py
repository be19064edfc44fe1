"""A fresh clone sets itself up with one command, and does it again in no time."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What is committed, in a folder of its own (its name has a space, as users' folders do)."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("needs git and a clone to make another one of")
    folder = tmp_path / "Call Assist"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    return folder


def _bootstrap(folder: Path, *arguments: str) -> str:
    """What it says; raises when it fails."""
    # The environment that runs the tests must not lend its packages to the new one.
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(
        [str(getattr(sys, "_base_executable", sys.executable)), "bootstrap.py", *arguments],
        cwd=folder,
        env={**env, "DISPLAY": "", "WAYLAND_DISPLAY": ""},
        check=True,
        capture_output=True,
        text=True,
        timeout=280,
    ).stdout


@pytest.mark.e2e
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_fresh_clone_is_set_up_once_and_a_broken_one_repaired(clone: Path) -> None:
    first = _bootstrap(clone, "run", "--setup-only")
    assert "Install packages: done" in first
    assist = clone / ".venv" / "bin" / "assist"
    told = subprocess.run([assist, "--version"], check=True, capture_output=True, text=True).stdout
    assert told.startswith("assist ")
    installed = {path.name.split("-")[0] for path in clone.glob(".venv/lib/*/site-packages/*")}
    assert "vosk" in installed
    assert "pytest" not in installed

    again = _bootstrap(clone, "run", "--setup-only")
    assert "up to date" in again
    assert "Install" not in again

    (clone / ".venv" / "bin" / "python").unlink()
    repaired = _bootstrap(clone, "run", "--setup-only")
    assert "making it again" in repaired
    subprocess.run([assist, "--version"], check=True, capture_output=True)
