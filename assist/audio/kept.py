"""A finished call's sound where the team keeps it: FLAC, a file a side, sealed, secrets silenced.

Made from the spool when the call is closed. What was masked in words (card numbers, codes) is a
tone on both sides: the customer's voice is often in the agent's microphone too.
"""

import io
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

from assist.audio.errors import AudioError
from assist.core.audio import SAMPLE_RATE, SAMPLES_PER_MS, AudioBlock
from assist.core.records import RecordCodec, bound_to, frame, read_frames
from assist.core.words import Party

SUFFIX = ".flac.sealed"
_CHUNK = 1 << 20
"""Bytes of FLAC in a record."""
_MARGIN_MS = 150
"""Words begin and end softly: a recognizer's times are some 100 ms tight."""
_TONE_HZ = 1000
_TONE_PEAK = 3000
"""A tenth of full scale: it says "removed" without startling."""

Samples = npt.NDArray[np.int16]


def keep_sound(
    folder: Path,
    blocks: Callable[[Party], Iterable[AudioBlock]],
    silenced: Sequence[tuple[int, int]],
    records: RecordCodec,
) -> tuple[Path, ...]:
    """Write a call's two sides into its folder; the agent's file first. Raises AudioError.

    `blocks` gives a side's sound in call time, gaps are silence; `silenced` are milliseconds that
    nobody may hear. No file stands under its name before it is whole.
    """
    files = []
    for party in (Party.AGENT, Party.CUSTOMER):
        file = folder / f"{party}{SUFFIX}"
        try:
            _write_sealed(file, _flac(blocks(party), silenced), records)
        except OSError as error:
            raise AudioError(
                f"The call's sound cannot be kept ({error.strerror or error}); free some disk "
                "space. The call itself is stored."
            ) from None
        files.append(file)
    return tuple(files)


def open_kept(file: Path, records: RecordCodec) -> io.BytesIO:
    """A kept side as a FLAC file in memory (an hour has some 50 MB). Raises AudioError.

    What is sealed now opens as this side of this call alone, what earlier versions sealed anywhere.
    """
    chunks: list[bytes] = []
    try:
        for codec in (bound_to(records, place_of(file)), records):
            with file.open("rb") as stored:
                chunks = chunks or [chunk for _end, chunk in read_frames(codec, stored)]
    except OSError as error:
        raise AudioError(f"{file} cannot be read ({error.strerror or error}).") from None
    if not chunks:
        raise AudioError(
            f"The sound in {file} cannot be opened: it is damaged, or was sealed with another key."
        )
    return io.BytesIO(b"".join(chunks))


def place_of(file: Path) -> str:
    """What kept sound is sealed to: its call and its side."""
    return f"{file.parent.name}/{file.name}"


def _flac(blocks: Iterable[AudioBlock], silenced: Sequence[tuple[int, int]]) -> bytes:
    out = io.BytesIO()
    written = 0
    with soundfile.SoundFile(
        out, "w", samplerate=SAMPLE_RATE, channels=1, format="FLAC", subtype="PCM_16"
    ) as file:
        for block in blocks:
            samples = np.frombuffer(block.samples, "<i2").astype(np.int16)
            if block.index > written:
                file.write(np.zeros(block.index - written, np.int16))
                written = block.index
            samples = samples[written - block.index :]  # a resumed call's spool may overlap
            file.write(_without(samples, written, silenced))
            written += len(samples)
    return out.getvalue()


def _without(samples: Samples, first: int, silenced: Sequence[tuple[int, int]]) -> Samples:
    """The samples from number `first` on with a tone where nothing may be heard."""
    samples = samples.copy()
    for start_ms, end_ms in silenced:
        start = max(0, (start_ms - _MARGIN_MS) * SAMPLES_PER_MS - first)
        end = min(len(samples), (end_ms + _MARGIN_MS) * SAMPLES_PER_MS - first)
        if start < end:
            turns = np.arange(first + start, first + end) * (_TONE_HZ / SAMPLE_RATE)
            samples[start:end] = (_TONE_PEAK * np.sin(2 * np.pi * turns)).astype(np.int16)
    return samples


def _write_sealed(file: Path, content: bytes, records: RecordCodec) -> None:
    draft = file.with_name(f"{file.name}.part")
    records = bound_to(records, place_of(file))
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            for number, at in enumerate(range(0, len(content), _CHUNK)):
                out.write(frame(records, number, content[at : at + _CHUNK]))
            out.flush()
            os.fsync(out.fileno())
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
