"""A finished call's sound, read anywhere, and how loud it is: one stereo file or a file a side.

A stereo file named twice has the customer on its first channel.
"""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import numpy as np
import soundfile
import soxr

from assist.audio.errors import AudioError
from assist.audio.files import open_sound
from assist.audio.kept import SUFFIX, open_kept
from assist.audio.stretch import Sound
from assist.core.records import RecordCodec
from assist.core.review import Waveform

_UNSEEKABLE = frozenset({"GSM610"})
"""Codings of which libsndfile 1.2 reads from the beginning only; telephone files are small."""

_FETCHED = "The fetched sound"

_STEP_MS = 50
"""A peak of the waveform stands for so long; a call of an hour has 72,000."""
_STEPS_AT_ONCE = 200


def sides(files: Sequence[Path]) -> tuple[tuple[Path, ...], int]:
    """The files to open and the agent's channel, as `open_recording` takes them."""
    if len(files) == 2 and files[0] == files[1]:
        return (files[0],), 1
    return tuple(files), 0


class CallSound:
    """A `stretch.Readable` over files as they are: nothing is decoded ahead.

    Two channels, the agent's first; `records` opens what the app sealed. Of a pair whose rates
    differ the second is resampled as a whole, and what cannot be read anywhere is read at once.
    Used by one thread. Raises AudioError.
    """

    def __init__(self, files: Sequence[Path], records: RecordCodec | None = None) -> None:
        paths, agent = sides(files)
        opened = [_open(path, records) for path in paths]
        self._set_up(opened, [str(path) for path in paths], [1, 0] if agent == 1 else [0, 1])

    @classmethod
    def in_memory(cls, contents: Sequence[bytes]) -> Self:
        """Over the agent's and the customer's FLAC file, as they were fetched."""
        sound = cls.__new__(cls)
        opened = [_open_memory(io.BytesIO(content), _FETCHED) for content in contents]
        sound._set_up(opened, [_FETCHED] * len(opened), [0, 1])
        return sound

    def _set_up(self, files: list[soundfile.SoundFile], names: list[str], order: list[int]) -> None:
        self._order = order
        self._files = files
        self._names = names
        self.rate: int = files[0].samplerate
        self._whole: dict[int, Sound] = {}
        lengths = []
        for number, file in enumerate(files):
            if file.samplerate != self.rate or file.subtype in _UNSEEKABLE:
                self._whole[number] = self._read_whole(number)
                lengths.append(len(self._whole[number]))
            else:
                lengths.append(file.frames)
        self.frames = max(lengths)
        if len(files) == 1 and files[0].channels != 2:
            raise AudioError(f"{names[0]} has not two channels; the call cannot be played.")

    def read(self, start: int, count: int) -> Sound:
        out = np.zeros((count, 2), np.float32)
        if len(self._files) == 1:
            self._into(out, 0, start)
            return out[:, self._order]
        for number in (0, 1):
            self._into(out[:, number : number + 1], number, start)
        return out

    def close(self) -> None:
        for file in self._files:
            file.close()

    def _into(self, out: Sound, number: int, start: int) -> None:
        """Fill in what the file has of these frames."""
        first, last = max(0, start), start + len(out)
        whole = self._whole.get(number)
        if whole is not None:
            part = whole[first : max(first, last)]
        else:
            file = self._files[number]
            if first >= file.frames or last <= first:
                return
            try:
                file.seek(first)
                part = file.read(last - first, dtype="float32", always_2d=True)
            except soundfile.SoundFileError:
                raise AudioError(
                    f"{self._names[number]} is damaged; the sound ends here."
                ) from None
        out[first - start : first - start + len(part)] = part[:, : out.shape[1]]

    def _read_whole(self, number: int) -> Sound:
        file = self._files[number]
        samples: Sound = file.read(file.frames, dtype="float32", always_2d=True)
        if file.samplerate == self.rate:
            return samples
        resampled: Sound = soxr.resample(samples, file.samplerate, self.rate)
        return resampled


def _open(path: Path, records: RecordCodec | None) -> soundfile.SoundFile:
    if records is None or not path.name.endswith(SUFFIX):
        return open_sound(path)
    return _open_memory(open_kept(path, records), str(path))


def _open_memory(content: io.BytesIO, name: str) -> soundfile.SoundFile:
    try:
        return soundfile.SoundFile(content)
    except soundfile.SoundFileError:
        raise AudioError(f"{name} is damaged and cannot be opened.") from None


def read_waveform(files: Sequence[Path], records: RecordCodec | None = None) -> Waveform:
    """How loud both sides of a call are, peak by peak. Raises AudioError."""
    sound = CallSound(files, records)
    peaks: list[Sound] = []
    step = sound.rate * _STEP_MS // 1000
    try:
        for start in range(0, sound.frames, step * _STEPS_AT_ONCE):
            part = np.abs(sound.read(start, step * _STEPS_AT_ONCE))
            peaks.append(part.reshape(_STEPS_AT_ONCE, step, 2).max(axis=1))
    finally:
        sound.close()
    count = -(-sound.frames // step)
    levels = np.concatenate([*peaks, np.zeros((0, 2), np.float32)])[:count]
    whole = np.minimum(levels * 256, 255).astype(np.uint8)
    return Waveform(step_ms=_STEP_MS, agent=whole[:, 0].tobytes(), customer=whole[:, 1].tobytes())
