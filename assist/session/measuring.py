"""Measures a speech model on recordings whose words are known, heard as a call is heard."""

import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assist.audio.activity import VoiceGate
from assist.audio.errors import AudioError
from assist.audio.files import check_voice, read_voice
from assist.audio.telephone import Pcm, telephone_band
from assist.core.audio import BLOCK_MS, SAMPLE_RATE, SAMPLES_PER_MS, AudioBlock
from assist.core.events import FinalResult, Input
from assist.core.interfaces import SpeechModel
from assist.core.words import Party, Word
from assist.session.channel import ChannelRecognizer
from assist.session.errors import SessionError
from assist.speech.measure import (
    Alignment,
    Calibration,
    ErrorRate,
    align,
    calibration,
    error_rate,
    normalized,
)
from assist.speech.memory import peak_megabytes

BEFORE_MS, AFTER_MS = 250, 500
"""Silence put around each recording: in a call there is some, and clips are often cut so close that
the last word would be lost."""

GROUP_FIELDS = ("group", "set", "style")
"""A row's fields that part the results, where they are not told otherwise: the first one found."""

_PARTY = Party.CUSTOMER
_SAMPLE_SEED = 0

ProgressSink = Callable[[int, int], None]
"""Told milliseconds of sound done and in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One recording and what is said in it; `place` is "FILE line N"."""

    place: str
    audio: Path
    duration_ms: int
    text: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What a model made of the rows. `groups` is empty where there is but one.

    `cpu_factor` is CPU seconds for recognition per second of sound heard (`audio_s`, with the
    silence put around each recording), loading and reading left out. `peak_megabytes` is of the
    whole process, 0 where the system does not tell. `skipped` has a sentence for each row left out.
    """

    model: str
    band: str
    gate: bool
    total: ErrorRate
    groups: tuple[tuple[str, ErrorRate], ...]
    calibration: Calibration
    audio_s: float
    cpu_factor: float
    peak_megabytes: int
    skipped: tuple[str, ...]
    warnings: tuple[str, ...]


def read_rows(
    file: Path, *, by: str = "", limit: int = 0, skip_bad: bool = False
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows of a JSON-lines file, and a sentence for each bad one if `skip_bad`.

    A row has `audio` (a path from the file's folder, or from `audio` in it) and `text`; `by` names
    the field that parts the results (default: the first of `GROUP_FIELDS` that a row has). `limit`
    takes that many at random, the same each time. Every row is looked at, its sound file opened,
    before the first is used. Raises SessionError.
    """
    rows: list[Row] = []
    bad: list[str] = []
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        try:
            rows.append(_row(f"{file.name} line {number}", file.parent, line, by))
        except SessionError as error:
            if not skip_bad:
                raise
            bad.append(str(error))
    if not rows:
        raise SessionError(
            f"{file} has no row to measure with; write one JSON object a line, with 'audio' and "
            "'text'."
        )
    if by and not any(row.group for row in rows):
        raise SessionError(f"No row of {file} has the field '{by}'; part the results by another.")
    if 0 < limit < len(rows):
        chosen = sorted(random.Random(_SAMPLE_SEED).sample(range(len(rows)), limit))
        rows = [rows[number] for number in chosen]
    return tuple(rows), tuple(bad)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise SessionError(f"{file} cannot be read ({error.strerror}); check its name.") from None
    except UnicodeDecodeError:
        raise SessionError(f"{file} is not text in UTF-8; save it as JSON lines.") from None


def _row(place: str, folder: Path, line: str, by: str) -> Row:
    """One line of the file. Raises SessionError that names it."""
    try:
        fields = json.loads(line)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        raise SessionError(f"{place} is not a JSON object; write one a line.")
    audio, text = fields.get("audio"), fields.get("text")
    if not isinstance(audio, str) or not audio:
        raise SessionError(f"{place} names no sound file; give its path as 'audio'.")
    if not isinstance(text, str) or not normalized(text):
        raise SessionError(f"{place} says no words; give what is spoken as 'text'.")
    path = folder / audio
    if not path.exists() and (folder / "audio" / audio).exists():
        path = folder / "audio" / audio
    try:
        duration_ms = check_voice(path)
    except AudioError as error:
        raise SessionError(f"{place}: {error}") from None
    wanted = (by,) if by else GROUP_FIELDS
    group = next((str(fields[name]) for name in wanted if fields.get(name) is not None), "")
    return Row(place=place, audio=path, duration_ms=duration_ms, text=text, group=group)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    group: str
    alignment: Alignment
    confidences: tuple[float, ...]


def measure(
    rows: Sequence[Row],
    model: SpeechModel,
    *,
    band: str = "full",
    gate: bool = False,
    skip_bad: bool = False,
    progress: ProgressSink | None = None,
) -> Measurement:
    """Let `model` hear every row by itself: blocks of 100 ms, a fresh recognizer each.

    `band` "telephone" sends the sound over a telephone line first. `gate` hears as a call does:
    silence and lone fillers are left out. Raises SessionError for a file that cannot be decoded
    (with `skip_bad` it is left out) and AssistErrors of the model.
    """
    spell_digits = model.knows("zero")  # "1" is "one" in an English model only
    total_ms = sum(row.duration_ms for row in rows)
    heard: list[_Heard] = []
    skipped: list[str] = []
    warnings: list[str] = []
    cpu_s = audio_s = 0.0
    done_ms = 0
    for row in rows:
        if progress is not None:
            progress(done_ms, total_ms)
        done_ms += row.duration_ms
        try:
            sound, faults = read_voice(row.audio)
        except AudioError as error:
            if not skip_bad:
                raise SessionError(f"{row.place}: {error}") from None
            skipped.append(f"{row.place}: {error}")
            continue
        warnings += [f"{row.place}: {fault}" for fault in faults]
        if band == "telephone":
            sound = telephone_band(sound)
        sound = np.pad(sound, (BEFORE_MS * SAMPLES_PER_MS, AFTER_MS * SAMPLES_PER_MS))
        words, busy_s = _decode(sound, model, gate=gate)
        cpu_s += busy_s
        audio_s += len(sound) / SAMPLE_RATE
        heard.append(_compared(row, words, spell_digits=spell_digits))
    if progress is not None:
        progress(total_ms, total_ms)
    if not heard:
        raise SessionError("None of the sound files could be decoded; nothing was measured.")
    return Measurement(
        model=model.name,
        band=band,
        gate=gate,
        total=error_rate([one.alignment for one in heard]),
        groups=_by_group(heard),
        calibration=calibration(
            pair
            for one in heard
            for pair in zip(one.confidences, one.alignment.is_correct, strict=True)
        ),
        audio_s=audio_s,
        cpu_factor=cpu_s / audio_s,
        peak_megabytes=peak_megabytes(),
        skipped=tuple(skipped),
        warnings=tuple(warnings),
    )


def _decode(sound: Pcm, model: SpeechModel, *, gate: bool) -> tuple[list[Word], float]:
    """The words heard, and the CPU seconds that took (a call makes its recognizers but once)."""
    recognizer = model.recognizer(_PARTY)
    channel = ChannelRecognizer(_PARTY, recognizer, gate=VoiceGate(_PARTY)) if gate else None
    data = sound.astype("<i2").tobytes()
    size = 2 * BLOCK_MS * SAMPLES_PER_MS
    results: list[Input] = []
    begun = time.process_time()
    for at in range(0, len(data), size):
        samples = data[at : at + size]
        if channel is None:
            results += recognizer.accept(samples)
        else:
            # The gate takes whole blocks only.
            block = AudioBlock(party=_PARTY, index=at // 2, samples=samples.ljust(size, b"\0"))
            results += channel.accept(block)
    results += recognizer.close_utterance() if channel is None else channel.finish()
    busy_s = time.process_time() - begun
    words = [word for result in results if isinstance(result, FinalResult) for word in result.words]
    return words, busy_s


def _compared(row: Row, words: Sequence[Word], *, spell_digits: bool) -> _Heard:
    heard: list[str] = []
    confidences: list[float] = []
    for word in words:
        parts = normalized(word.text, spell_digits=spell_digits)  # none for "[noise]"
        heard += parts
        confidences += [word.confidence] * len(parts)
    return _Heard(
        group=row.group,
        alignment=align(normalized(row.text, spell_digits=spell_digits), heard),
        confidences=tuple(confidences),
    )


def _by_group(heard: Sequence[_Heard]) -> tuple[tuple[str, ErrorRate], ...]:
    """Rates by group in the order of the rows; nothing where all are in one."""
    names = list(dict.fromkeys(one.group for one in heard))
    if len(names) < 2:
        return ()
    return tuple(
        (name, error_rate([one.alignment for one in heard if one.group == name])) for name in names
    )
