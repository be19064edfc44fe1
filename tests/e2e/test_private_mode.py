"""A whole call in private mode: prompts come up, and no file of ours has a word of it."""

import re
from pathlib import Path

import pytest

from assist import app, paths
from tests.helpers.app import run_assist, without_screen

pytestmark = [pytest.mark.e2e, pytest.mark.vosk, pytest.mark.timeout(600)]

SAID = ("frustrated", "internet", "router", "Miller", "stock", "waiting")
"""Words of the demo call that stand in no log, model or playbook of the home folder."""


def _files(home: Path) -> list[Path]:
    return [file for file in home.rglob("*") if file.is_file()]


def test_a_private_call_prompts_and_leaves_not_a_word_on_the_disk(assist_home: Path) -> None:
    app.change_setting("private_mode", True)
    app.change_setting("keep_audio", True)
    played = run_assist("demo", "--terminal", "--speed", "8", environment=without_screen())
    assert played.returncode == 0, played.stderr
    assert "Wrap-up" in played.stdout
    assert "Private mode: nothing of this call was kept." in played.stdout
    assert "Saved as call" not in played.stdout
    heard = [word for word in SAID if re.search(rf"\b{word}\b", played.stdout, re.IGNORECASE)]
    assert len(heard) >= 4, "the call was heard and shown"
    for file in _files(assist_home):
        content = file.read_bytes().lower()
        for word in heard:
            for encoding in ("utf-8", "utf-16-le"):
                assert word.lower().encode(encoding) not in content, (word, file)
    assert not paths.calls_dir().exists() or not _files(paths.calls_dir())
    # A database is encrypted: a search of its bytes would prove nothing.
    assert not paths.database_file().exists()
    big = [file for file in _files(assist_home) if file.stat().st_size > 100_000]
    assert big == [], "sound would be big"
