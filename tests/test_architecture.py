"""The import contracts hold, and each of them notices when it is broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package and its contracts, to plant imports in."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "assist", tmp_path / "assist", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache", "--no-logo"],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )


def test_the_app_keeps_its_contracts() -> None:
    lint = _lint(ROOT)
    assert lint.returncode == 0, lint.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("core/planted.py", "import assist.paths", "Dependencies point downwards"),
        ("dialogue/planted.py", "import assist.audio", "Dependencies point downwards"),
        ("session/planted.py", "import assist.engine", "Dependencies point downwards"),
        ("unheard_of/__init__.py", "", "Dependencies point downwards"),
        ("ui/planted.py", "import assist.settings", "Only ui.main knows more"),
        ("session/planted.py", "import vosk", "Vosk belongs to speech"),
        ("speech/planted.py", "import sounddevice", "PortAudio, libpulse"),
        ("cli/planted.py", "import soundfile", "PortAudio, libpulse"),
        ("engine/planted.py", "import sqlalchemy.orm", "SQL belongs to store"),
        ("cli/planted.py", "from PySide6 import QtCore", "Qt belongs to ui"),
        ("cues/planted.py", "import time", "Stages read no clock"),
        ("dialogue/planted.py", "from threading import Thread", "Stages read no clock"),
    ],
)
def test_a_forbidden_import_is_noticed(copy: Path, module: str, line: str, contract: str) -> None:
    file = copy / "assist" / module
    file.parent.mkdir(exist_ok=True)
    file.write_text(f'"""Planted."""\n\n{line}\n', encoding="utf-8")
    lint = _lint(copy)
    assert lint.returncode == 1, lint.stdout
    broken = lint.stdout[lint.stdout.index("Broken contracts") :] if "Broken" in lint.stdout else ""
    assert contract in broken, lint.stdout
