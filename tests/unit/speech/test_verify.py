"""A child process tries each model first: what ends Kaldi becomes one sentence."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assist import paths
from assist.speech.errors import SpeechError
from assist.speech.verify import load_test, try_in_child

CopyModel = Callable[[str], Path]


def fake_app(tmp_path: Path, code: str) -> list[str]:
    """A command that runs `code` instead of the app."""
    file = tmp_path / "app.py"
    file.write_text("import os, sys, time, signal\n" + code)
    return [sys.executable, str(file)]


def refusal(folder: Path, command: list[str], timeout_s: float = 60) -> str:
    with pytest.raises(SpeechError) as caught:
        try_in_child(folder, command, timeout_s=timeout_s)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.vosk
def test_the_starter_passes_in_a_child(starter: Path) -> None:
    report = try_in_child(starter, paths.self_command())
    assert report.words > 500
    assert 0 < report.seconds < 60
    assert report.megabytes > 20


@pytest.mark.vosk
def test_the_starter_passes_here(starter: Path) -> None:
    assert load_test(starter).words > 500


@pytest.mark.vosk
def test_a_truncated_model_is_one_sentence_with_kaldis_reason(model_copy: CopyModel) -> None:
    folder = model_copy("broken")
    file = folder / "am" / "final.mdl"
    file.write_bytes(file.read_bytes()[:20_000])
    text = refusal(folder, paths.self_command())
    assert "cannot be loaded" in text
    assert "Failed to create a model" not in text


@pytest.mark.vosk
def test_a_model_that_fails_on_sound_is_one_sentence_with_kaldis_reason(
    model_copy: CopyModel,
) -> None:
    folder = model_copy("broken")
    conf = folder / "conf" / "model.conf"
    conf.write_text(conf.read_text().replace("silence-phones=1", "silence-phones=1:x"))
    text = refusal(folder, paths.self_command())
    assert "failed on the sound (Bad --silence-phones option" in text


def test_a_killed_child_is_one_sentence(starter: Path, tmp_path: Path) -> None:
    command = fake_app(
        tmp_path,
        "sys.stderr.write('ASSERTION_FAILED (VoskAPI:X():x.cc:1) Assertion failed: (!empty)\\n')\n"
        "sys.stderr.flush()\nos.abort()\n",
    )
    text = refusal(starter, command)
    assert text == (
        f"The speech model in {starter} stops the speech engine with SIGABRT (Assertion failed: "
        "(!empty)); install or import it again, or use another model."
    )


def test_a_hanging_child_is_given_up(starter: Path, tmp_path: Path) -> None:
    command = fake_app(tmp_path, "signal.pause()\n")
    assert "did not load within 1 seconds" in refusal(starter, command, timeout_s=1)


@pytest.mark.parametrize("printed", ["", "hello", "{}"])
def test_a_child_without_a_report_is_one_sentence(
    starter: Path, tmp_path: Path, printed: str
) -> None:
    command = fake_app(tmp_path, f"print({printed!r})\n")
    assert "gave no report" in refusal(starter, command)


def test_a_folder_that_is_no_model_starts_no_child(tmp_path: Path) -> None:
    marker = tmp_path / "started"
    command = fake_app(tmp_path, f"open({str(marker)!r}, 'w')\n")
    assert "is missing" in refusal(tmp_path, command)
    assert not marker.exists()
