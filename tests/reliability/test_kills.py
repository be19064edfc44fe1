"""A few kills of each kind; the long run is `python -m tests.reliability.kills`."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import postgres, pulse, xvfb
from tests.reliability.judge import LAST_SOUND_MS
from tests.reliability.machines import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.e2e,
    pytest.mark.vosk,
    pytest.mark.pulse,
    pytest.mark.postgres,
    pytest.mark.timeout(1200),
]


def test_kills_of_every_kind_lose_and_double_nothing(tmp_path: Path) -> None:
    """Against itself only: two minutes of call are too short to compare prompts with another."""
    missing = [*pulse.missing_programs(), *xvfb.missing_programs()]
    if missing or postgres.missing():
        pytest.skip(f"needs {', '.join(missing) or postgres.missing()}")
    report = tmp_path / "kills.md"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.reliability.kills", "--count", "8", "--seed", "5"),
            *("--seconds", "120", "--references", "0", "--report", str(report)),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=1100,
        check=False,
    )
    assert done.returncode == 0, report.read_text() if report.exists() else done.stderr
    assert LAST_SOUND_MS == 200
