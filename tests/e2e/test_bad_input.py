"""What a hostile user hands to the commands: one sentence, a non-zero exit, nothing lost."""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assist import app, paths
from tests.helpers.app import COMMAND, GENEROUS_S, json_lines, run_assist, started_assist

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(600)]

RATE = 16_000


def _speech(seconds: float = 3.0) -> np.ndarray:
    """Some of the demo call, both sides, (samples, 2) int16."""
    sound, rate = soundfile.read(
        paths.resources_dir() / "demo" / app.DEMO_CALL, dtype="int16", frames=int(seconds * RATE)
    )
    assert rate == RATE
    return np.asarray(sound)


def _is_one_sentence(done: subprocess.CompletedProcess[str], status: int = 1) -> str:
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("assist: ")
    assert lines[0].endswith((".", "?", "'", ")")), lines[0]
    return lines[0]


# --- recordings -----------------------------------------------------------------------------------


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _text(file: Path) -> None:
    file.write_text("not sound at all, whatever its name says\n" * 100)


def _header_only(file: Path) -> None:
    whole = file.with_suffix(".whole.wav")
    soundfile.write(whole, _speech(), RATE)
    file.write_bytes(whole.read_bytes()[:20])


def _folder(file: Path) -> None:
    file.mkdir()


def _mono(file: Path) -> None:
    soundfile.write(file, _speech()[:, 0], RATE)


def _three_channels(file: Path) -> None:
    soundfile.write(file, np.repeat(_speech()[:, :1], 3, axis=1), RATE)


def _missing(_: Path) -> None:
    pass


@pytest.mark.parametrize(
    "make", [_empty, _text, _header_only, _folder, _mono, _three_channels, _missing]
)
def test_a_recording_that_cannot_be_used_gets_one_sentence(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    file = tmp_path / "call.wav"
    make(file)
    sentence = _is_one_sentence(run_assist("transcribe", file))
    assert "call.wav" in sentence


@pytest.mark.parametrize("subtype", ["PCM_U8", "PCM_24", "FLOAT", "ULAW", "ALAW"])
def test_any_common_sample_format_is_read(subtype: str, tmp_path: Path) -> None:
    file = tmp_path / "call.wav"
    soundfile.write(file, _speech(2.0), RATE, subtype=subtype)
    done = run_assist("transcribe", file, "--json")
    assert done.returncode == 0, done.stderr
    assert json_lines(done.stdout.splitlines())[-1]["type"] == "wrap_up"


def test_another_rate_is_resampled(tmp_path: Path) -> None:
    file = tmp_path / "call.wav"
    soundfile.write(file, _speech(2.0), 44_100)
    done = run_assist("transcribe", file, "--json")
    assert done.returncode == 0, done.stderr
    assert json_lines(done.stdout.splitlines())[-1]["duration_ms"] == pytest.approx(
        2.0 * RATE / 44_100 * 1000, abs=100
    )


def test_a_flac_renamed_to_wav_is_read(tmp_path: Path) -> None:
    file = tmp_path / "call.wav"
    soundfile.write(file, _speech(2.0), RATE, format="FLAC")
    done = run_assist("transcribe", file, "--json")
    assert done.returncode == 0, done.stderr


def test_a_truncated_wav_gives_what_is_there_and_says_so(tmp_path: Path) -> None:
    whole, file = tmp_path / "whole.wav", tmp_path / "call.wav"
    soundfile.write(whole, _speech(6.0), RATE)
    content = whole.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    done = run_assist("transcribe", file, "--json")
    assert done.returncode == 0, done.stderr
    assert "call.wav" in done.stderr
    assert "Traceback" not in done.stderr
    assert json_lines(done.stdout.splitlines())[-1]["duration_ms"] >= 2_500


@pytest.mark.slow
def test_five_silent_hours_need_neither_memory_nor_words(tmp_path: Path) -> None:
    file = tmp_path / "call.wav"
    with soundfile.SoundFile(file, "w", samplerate=8_000, channels=2, subtype="PCM_16") as sound:
        hour = np.zeros((8_000 * 3_600, 2), dtype=np.int16)
        for _ in range(5):
            sound.write(hour)
    done = run_assist("transcribe", file, "--json", timeout_s=1_800)
    assert done.returncode == 0, done.stderr
    events = json_lines(done.stdout.splitlines())
    assert events[-1]["duration_ms"] == 5 * 3_600_000
    assert not [event for event in events if event["type"] == "final_result"]


# --- models and playbooks -------------------------------------------------------------------------


def test_a_model_with_a_file_missing_is_named(tmp_path: Path) -> None:
    call = tmp_path / "call.wav"
    soundfile.write(call, _speech(), RATE)
    model = tmp_path / "broken"
    (model / "am").mkdir(parents=True)
    (model / "conf").mkdir()
    sentence = _is_one_sentence(run_assist("transcribe", call, "--model", model))
    assert "broken" in sentence


def test_an_unknown_model_is_a_usage_error(tmp_path: Path) -> None:
    call = tmp_path / "call.wav"
    soundfile.write(call, _speech(), RATE)
    done = run_assist("transcribe", call, "--model", "no-such-model")
    assert "assist models list" in _is_one_sentence(done, status=2)


def _playbook(change: Callable[[str], str], tmp_path: Path) -> Path:
    shipped = (paths.resources_dir() / "playbooks" / "default.toml").read_text(encoding="utf-8")
    changed = change(shipped)
    assert changed != shipped
    file = tmp_path / "mine.toml"
    file.write_text(changed, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda text: text.replace("priority =", "priorty =", 1), "priorty"),
        (lambda text: text.replace('id = "thank"', 'id = "dead_end"', 1), "dead_end"),
        (lambda text: text.replace("schema = 1", "schema = 99", 1), "schema"),
        (lambda text: text.replace("[[rule]]", "[[rule", 1), "line"),
    ],
    ids=["typo", "duplicate id", "newer schema", "no TOML"],
)
def test_a_playbook_with_a_mistake_is_refused(
    change: Callable[[str], str], named: str, tmp_path: Path
) -> None:
    call = tmp_path / "call.wav"
    soundfile.write(call, _speech(), RATE)
    file = _playbook(change, tmp_path)
    done = run_assist("transcribe", call, "--playbook", file)
    assert done.returncode in (1, 2), done.stderr
    assert "Traceback" not in done.stderr
    first = done.stderr.splitlines()[0]
    assert first.startswith("assist: ")
    assert "mine.toml" in first
    assert named in done.stderr


def test_a_typo_in_the_settings_is_named() -> None:
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text('modle = "starter"\n')
    sentence = _is_one_sentence(run_assist("demo", "--terminal"), status=2)
    assert "modle" in sentence


def test_a_full_disk_under_the_output_is_named() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "models", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "assist: No space left on device: the output; free some space.\n"


def test_the_doctor_says_a_mistake_in_the_settings_once() -> None:
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text('modle = "starter"\n')
    done = run_assist("doctor")
    assert done.returncode == 1
    assert done.stdout.count("modle") == 1
    checks = ("Speech model", "Playbook", "Knowledge cards", "Sound")
    for check in checks:
        assert f"{check}: not checked; correct the settings first." in done.stdout


# --- devices, disk, journal, Ctrl-C ---------------------------------------------------------------


def test_listening_without_any_sound_device_says_what_to_do(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PULSE_SERVER": f"unix:{tmp_path}/nobody",
        "PULSE_RUNTIME_PATH": str(tmp_path),
    }
    done = run_assist("listen", environment=environment)
    _is_one_sentence(done)
    assert run_assist("devices", environment=environment).returncode == 1


@pytest.mark.parametrize("content", ["", "{}\n", "not a journal\n", '{"type":"tick","at":1}\n'])
def test_something_that_is_no_journal_is_refused(content: str, tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    file.write_text(content)
    assert "journal" in _is_one_sentence(run_assist("replay", file))


def test_a_call_that_does_not_exist_cannot_be_shown() -> None:
    assert "none-such" in _is_one_sentence(run_assist("calls", "show", "none-such"))


@pytest.mark.vosk
@pytest.mark.parametrize(
    "arguments", [("demo", "--terminal"), ("transcribe", "CALL")], ids=["demo", "transcribe"]
)
def test_ctrl_c_ends_a_command_without_a_traceback(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    call = tmp_path / "call.wav"
    soundfile.write(call, np.tile(_speech(20.0), (20, 1)), RATE)
    arguments = tuple(str(call) if argument == "CALL" else argument for argument in arguments)
    log = tmp_path / "stderr.log"
    with started_assist(*arguments, log=log) as process:
        assert process.stdout is not None
        # The first words are on the screen: the command is in the middle of its work.
        for line in process.stdout:
            if b"Agent" in line:
                break
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read().decode()
        status = process.wait(GENEROUS_S)
    errors = log.read_text()
    assert "Traceback" not in errors
    assert status == 130
    assert errors.strip().splitlines()[-1].startswith("assist: ")
    if arguments[0] == "demo":
        assert "Saved as call" in rest
