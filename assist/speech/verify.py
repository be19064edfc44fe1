"""Whether a model really works: its files are those installed, and a child process can use it.

A broken model makes Kaldi end the process it runs in, so it is first opened in a child.
"""

import hashlib
import json
import re
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from assist.core.audio import BLOCK_MS, SAMPLE_RATE
from assist.core.words import Party
from assist.speech.errors import SpeechError
from assist.speech.layout import check_layout
from assist.speech.memory import peak_megabytes

MANIFEST = ".callassist.json"
"""Written into an installed model's folder: what its files were. Vosk does not look at it."""

LOAD_TIMEOUT_S = 600.0
"""The largest models (2 GB) take a minute from a slow disk; a hanging engine never ends."""

_LIBRARY_WORDS = re.compile(r"Failed to (?:create a model|create a recognizer|process waveform)")
_TEST_MS = 3000
_BUFFER = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What the child process found: words the model knows, seconds to load, megabytes in use."""

    words: int
    seconds: float
    megabytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMark:
    """A file's size and SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """An installed model's origin and files, by path with forward slashes."""

    name: str
    source: str
    files: dict[str, FileMark]


def load_test(folder: Path) -> LoadReport:
    """Load the model here, in this process, and feed it sound. For the child process only."""
    from assist.speech.vosk import load_model

    began = time.perf_counter()
    model = load_model(folder, is_quiet=False)
    seconds = time.perf_counter() - began
    recognizer = model.recognizer(Party.AGENT)
    for block in _test_sound():
        recognizer.accept(block)
    recognizer.close_utterance()
    return LoadReport(words=len(model.words), seconds=round(seconds, 3), megabytes=peak_megabytes())


def try_in_child(
    folder: Path, command: Sequence[str], *, timeout_s: float = LOAD_TIMEOUT_S
) -> LoadReport:
    """Run `command` (which ends in `load_test`) on the folder. Raises SpeechError.

    `command` is the app's own command; "models load-test FOLDER" is added to it.
    """
    check_layout(folder)
    try:
        done = subprocess.run(
            [*command, "models", "load-test", str(folder)],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise SpeechError(
            f"The speech model in {folder} did not load within {timeout_s:.0f} seconds; "
            "use a smaller one."
        ) from None
    if done.returncode == 0:
        try:
            return msgspec.json.decode(done.stdout.splitlines()[-1], type=LoadReport)
        except (IndexError, msgspec.DecodeError):
            raise SpeechError(
                f"The load test of {folder} gave no report; run `assist doctor`."
            ) from None
    raise SpeechError(_child_sentence(folder, done.returncode, done.stderr))


def write_manifest(folder: Path, *, name: str, source: str) -> None:
    """Note the files of a freshly unpacked model."""
    manifest = Manifest(name=name, source=source, files=_marks(folder))
    (folder / MANIFEST).write_bytes(
        json.dumps(msgspec.to_builtins(manifest), indent=1).encode("utf-8")
    )


def check_files(folder: Path) -> int | None:
    """Compare the files with the manifest; how many there are, None without one (the starter).

    Raises SpeechError naming the first file that is missing or changed.
    """
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SpeechError(
            f"The file list of the model in {folder} cannot be read ({error}); install it again."
        ) from None
    for name, mark in manifest.files.items():
        file = folder / name
        try:
            is_same = file.stat().st_size == mark.size and _sha256(file) == mark.sha256
        except FileNotFoundError:
            raise SpeechError(
                f"The speech model in {folder} is incomplete: {name} is missing; "
                "install or import it again."
            ) from None
        except (OSError, ValueError) as error:  # ValueError: a name that no file can have
            reason = error.strerror if isinstance(error, OSError) else error
            raise SpeechError(f"{file} cannot be read ({reason}).") from None
        if not is_same:
            raise SpeechError(
                f"The speech model in {folder} is damaged: {name} has changed since it was "
                "installed; install or import it again."
            )
    return len(manifest.files)


def _child_sentence(folder: Path, status: int, stderr: str) -> str:
    from assist.speech.vosk import kaldi_reason

    reason = kaldi_reason(stderr)
    lines = [line for line in stderr.splitlines() if line.startswith("assist: ")]
    if status > 0 and lines:
        # The library's own words say nothing; what Kaldi wrote does.
        return _LIBRARY_WORDS.sub(
            lambda found: reason or found[0], lines[-1].removeprefix("assist: ")
        )
    how = _signal_name(-status) if status < 0 else f"exit status {status}"
    because = f" ({reason})" if reason else ""
    return (
        f"The speech model in {folder} stops the speech engine with {how}{because}; "
        "install or import it again, or use another model."
    )


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _test_sound() -> list[bytes]:
    """Changing noise, as loud as speech, then silence: goes through every part of a model."""
    import numpy as np

    count = SAMPLE_RATE * _TEST_MS // 1000
    noise = np.random.default_rng(1).normal(0, 3000, count)
    swell = np.sin(np.linspace(0, 20, count)) ** 2
    sound = np.concatenate([noise * swell, np.zeros(count)]).clip(-32768, 32767).astype("<i2")
    size = SAMPLE_RATE * BLOCK_MS // 1000
    return [sound[at : at + size].tobytes() for at in range(0, len(sound), size)]


def _marks(folder: Path) -> dict[str, FileMark]:
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != MANIFEST)
    return {
        file.relative_to(folder).as_posix(): FileMark(
            size=file.stat().st_size, sha256=_sha256(file)
        )
        for file in files
    }


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
