"""Recordings: any common sound file as 16 kHz blocks of both sides, in constant memory."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import soundfile
import soxr

from assist.audio.errors import AudioError
from assist.core.audio import BLOCK_MS, SAMPLE_RATE, SAMPLES_PER_MS, AudioBlock
from assist.core.words import Party

Samples = npt.NDArray[np.float32]
"""Shape (frames, channels), nominally -1..1."""

_BLOCK = BLOCK_MS * SAMPLES_PER_MS
_PLAIN = ("WAV", "WAVEX", "RF64", "AIFF", "AU")
"""Formats that are read a second at a time. The others are compressed: a damaged spot costs all of
the read it is in, so they are read in blocks."""

_RATES = range(4_000, 384_001)
"""Sample rates taken for real; a broken header may claim anything up to 4 GHz."""

_LOST_TAIL = "(should be"
"""What libsndfile's parse log says beside a length that the file does not have."""

_OGG_HEADER, _OGG_PAGE = 27, 65_307
"""Bytes of an Ogg page's fixed beginning, and of the longest page there can be."""


class FileRecording:
    """A `core.interfaces.Recording` over one stereo file or two mono files.

    `blocks` may be called again, and each call reads the files afresh. `warnings` holds one
    sentence for everything that was wrong but left something to hear; a fault in the middle of a
    file is only found by reading it, so look again after `blocks` has ended.
    """

    def __init__(
        self, paths: Sequence[Path], agent_channel: int, duration_ms: int, warnings: Sequence[str]
    ) -> None:
        self.duration_ms = duration_ms
        self.warnings = list(warnings)
        self._paths = tuple(paths)
        self._agent_channel = agent_channel

    def blocks(self) -> Iterator[tuple[AudioBlock, AudioBlock]]:
        """Blocks of 100 ms of (agent, customer); the shorter side and the end filled with zeros.

        Raises AudioError when a file is gone or cannot be decoded even at its beginning.
        """
        readers = [_Reader(path, self._warn) for path in self._paths]
        sides = [(reader, channel) for reader in readers for channel in range(reader.channels)]
        if self._agent_channel == 1:
            sides.reverse()
        silence = bytes(2 * _BLOCK)
        index = 0
        try:
            while True:
                agent, customer = (reader.take(channel) for reader, channel in sides)
                if agent is None and customer is None:
                    return
                yield (
                    AudioBlock(party=Party.AGENT, index=index, samples=agent or silence),
                    AudioBlock(party=Party.CUSTOMER, index=index, samples=customer or silence),
                )
                index += _BLOCK
        finally:
            for reader in readers:
                reader.close()

    def _warn(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)


def open_recording(paths: Sequence[Path], *, agent_channel: int = 0) -> FileRecording:
    """A recording of a call: one stereo file, or two mono files (agent first).

    `agent_channel` 1 says that the agent is on the second channel or in the second file. Raises
    AudioError for anything that is not a readable recording of two sides.
    """
    if agent_channel not in (0, 1):
        raise AudioError(f"Channel {agent_channel} does not exist; the agent is on 0 or 1.")
    if not 1 <= len(paths) <= 2:
        raise AudioError(
            f"{len(paths)} files were given; give one stereo file, or the agent's and the "
            "customer's mono file."
        )
    warnings = []
    duration_ms = 0
    for path in paths:
        with _open(path) as file:
            _check_channels(path, file.channels, is_pair=len(paths) == 2)
            duration_ms = max(duration_ms, file.frames * 1000 // file.samplerate)
            if _is_cut_off(path, file):
                warnings.append(_ends_early(path))
            _read(path, file, min(file.frames, 100), kind="float32", is_first=True)
    return FileRecording(paths, agent_channel, duration_ms, warnings)


def open_sound(path: Path) -> soundfile.SoundFile:
    """A sound file to be read anywhere in, by what is in it. Raises AudioError."""
    return _open(path)


def check_voice(path: Path) -> int:
    """Whether `read_voice` can take the file: its milliseconds. Raises AudioError if not."""
    with _open(path) as file:
        if file.channels != 1:
            raise AudioError(f"{path} has {file.channels} channels; give a file with one voice.")
        return int(file.frames * 1000 // file.samplerate)


def read_voice(path: Path) -> tuple[npt.NDArray[np.int16], tuple[str, ...]]:
    """A short mono file as a whole: samples at `SAMPLE_RATE`, and what was wrong with it but left
    something to hear, a sentence each. Raises AudioError.
    """
    check_voice(path)
    warnings: list[str] = []
    reader = _Reader(path, warnings.append)
    try:
        sound = reader.take_all()
    finally:
        reader.close()
    return np.frombuffer(sound, "<i2").astype(np.int16), tuple(warnings)


def _check_channels(path: Path, channels: int, *, is_pair: bool) -> None:
    if is_pair and channels != 1:
        raise AudioError(
            f"{path} has {channels} channels; give two mono files, or one stereo file alone."
        )
    if not is_pair and channels == 1:
        raise AudioError(
            f"{path} has one channel; give a stereo file, or a mono file for each side (the "
            "agent's first)."
        )
    if not is_pair and channels != 2:
        raise AudioError(
            f"{path} has {channels} channels; give a file with two, the agent and the customer."
        )


def _open(path: Path) -> soundfile.SoundFile:
    """Open a sound file by what is in it, whatever its name. Raises AudioError."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise AudioError(f"{path} is a folder; name a sound file in it.")
        if not stat.S_ISREG(status.st_mode):
            raise AudioError(f"{path} is not a file; save the sound to a file first.")
        if status.st_size == 0:
            raise AudioError(f"{path} is empty; record it again or name another file.")
        path.open("rb").close()  # libsndfile does not say that a file may not be read
        # As bytes: soundfile encodes a name strictly, and a name need not be UTF-8.
        file = soundfile.SoundFile(os.fsencode(path) if os.name == "posix" else path)
    except FileNotFoundError:
        raise AudioError(f"{path} does not exist; check the name.") from None
    except soundfile.SoundFileError:
        raise _not_sound(path) from None
    except OSError as error:
        raise AudioError(
            f"{path} cannot be read ({error.strerror}); check its name and who may read it."
        ) from None
    except (TypeError, ValueError):
        # TypeError: a name ending in .raw, which tells nothing of rate and width;
        # ValueError: a zero byte in the name.
        raise _not_sound(path) from None
    if file.samplerate not in _RATES:
        file.close()
        raise AudioError(
            f"{path} claims {file.samplerate} samples a second; convert it to a common rate."
        )
    if file.frames <= 0:
        file.close()
        raise AudioError(f"{path} holds no sound; record it again or name another file.")
    return file


def _not_sound(path: Path) -> AudioError:
    return AudioError(f"{path} is not a sound file that can be read; use WAV, FLAC, OGG or MP3.")


def _is_cut_off(path: Path, file: soundfile.SoundFile) -> bool:
    """Whether the file is known to go on beyond its end."""
    if file.format == "OGG":
        return not _has_last_page(path)  # libsndfile 1.2 takes where it ends for its end
    return _LOST_TAIL in file.extra_info


def _has_last_page(path: Path) -> bool:
    """Whether an Ogg file's last page is marked as such, and whole (RFC 3533, section 6)."""
    try:
        with path.open("rb") as opened:
            opened.seek(max(0, path.stat().st_size - _OGG_PAGE))
            tail = opened.read()
    except OSError:
        return True  # said by whoever reads it
    page = tail[max(0, tail.rfind(b"OggS")) :]
    if len(page) < _OGG_HEADER:
        return False
    lengths = page[_OGG_HEADER : _OGG_HEADER + page[_OGG_HEADER - 1]]
    return bool(page[5] & 4) and len(page) >= _OGG_HEADER + len(lengths) + sum(lengths)


def _ends_early(path: Path) -> str:
    return f"{path} is shorter than it says it is; the sound that is there was used."


def _read(
    path: Path, file: soundfile.SoundFile, frames: int, *, kind: str, is_first: bool
) -> npt.NDArray[Any] | None:
    """The next frames as numbers of `kind`, fewer at the end; None where the file is damaged.

    Raises AudioError when that is already so at its beginning.
    """
    try:
        samples: npt.NDArray[Any] = file.read(frames, dtype=kind, always_2d=True)
    except soundfile.SoundFileError:
        if is_first:
            raise AudioError(
                f"{path} is damaged at its beginning; record it again or name another file."
            ) from None
        return None
    return samples


class _Reader:
    """One file, read and resampled piece by piece, handed out by channel."""

    def __init__(self, path: Path, warn: Callable[[str], None]) -> None:
        self._path = path
        self._warn = warn
        self._file = _open(path)
        self.channels: int = self._file.channels
        rate: int = self._file.samplerate
        self._frames = rate if self._file.format in _PLAIN else max(1, rate * BLOCK_MS // 1000)
        self._resampler = (
            None
            if rate == SAMPLE_RATE
            else soxr.ResampleStream(rate, SAMPLE_RATE, self.channels, dtype="float32")
        )
        # Sound that is as we want it already needs no arithmetic.
        is_ours = self._resampler is None and self._file.subtype == "PCM_16"
        self._kind = "int16" if is_ours else "float32"
        self._buffers = [b""] * self.channels
        self._taken = [0] * self.channels
        self._done = 0
        self._is_over = False

    def take(self, channel: int) -> bytes | None:
        """The channel's next block, or None after the last."""
        # A place that moves on: cutting blocks off the front would copy the rest each time.
        while len(self._buffers[channel]) - self._taken[channel] < 2 * _BLOCK and not self._is_over:
            self._read_on()
        place = self._taken[channel]
        block = self._buffers[channel][place : place + 2 * _BLOCK]
        if not block:
            return None
        self._taken[channel] = place + len(block)
        return block if len(block) == 2 * _BLOCK else block.ljust(2 * _BLOCK, b"\0")

    def take_all(self) -> bytes:
        """The first channel up to its end, not filled up."""
        if _is_cut_off(self._path, self._file):
            self._warn(_ends_early(self._path))
        while not self._is_over:
            self._read_on()
        return self._buffers[0]

    def close(self) -> None:
        self._file.close()

    def _read_on(self) -> None:
        samples = _read(
            self._path, self._file, self._frames, kind=self._kind, is_first=self._done == 0
        )
        if samples is None:
            samples = np.zeros((0, self.channels), self._kind)
        self._done += len(samples)
        self._is_over = len(samples) < self._frames
        if self._is_over and self._done < self._file.frames:
            self._warn(_ends_early(self._path))
        if self._kind == "float32":
            samples = self._converted(samples)
        for channel in range(self.channels):
            left = self._buffers[channel][self._taken[channel] :]
            self._buffers[channel] = left + samples[:, channel].astype("<i2", copy=False).tobytes()
            self._taken[channel] = 0

    def _converted(self, samples: Samples) -> npt.NDArray[np.int16]:
        # A float file may hold anything; one NaN would silence the resampler for good.
        samples = np.nan_to_num(samples, nan=0.0, posinf=1.0, neginf=-1.0)
        if self._resampler is not None:
            samples = self._resampler.resample_chunk(samples, last=self._is_over)
        # By 32768 and to the nearest: 16-bit samples come out exactly as they went in.
        scaled: npt.NDArray[np.int16] = np.clip(np.rint(samples * 32768.0), -32768, 32767).astype(
            np.int16
        )
        return scaled
