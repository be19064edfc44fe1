"""A finished call's sound, read anywhere, and how loud it is: one stereo file or a file a side.

A stereo file named twice has the customer on its first channel.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile
import soxr

from assist.audio.errors import AudioError
from assist.audio.files import open_recording, open_sound
from assist.audio.stretch import Sound
from assist.core.audio import BLOCK_MS
from assist.core.review import Waveform

_STEP_MS = 50
"""A peak of the waveform stands for so long; a call of an hour has 72,000."""


def sides(files: Sequence[Path]) -> tuple[tuple[Path, ...], int]:
    """The files to open and the agent's channel, as `open_recording` takes them."""
    if len(files) == 2 and files[0] == files[1]:
        return (files[0],), 1
    return tuple(files), 0


class CallSound:
    """A `stretch.Readable` over files as they are: nothing is decoded ahead.

    Two channels, the agent's first. Of a pair whose rates differ the second is resampled as a
    whole. Used by one thread. Raises AudioError.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        paths, agent = sides(files)
        self._order = [1, 0] if agent == 1 else [0, 1]
        self._files = [open_sound(path) for path in paths]
        self._paths = paths
        self.rate: int = self._files[0].samplerate
        self._whole: dict[int, Sound] = {}
        lengths = []
        for number, file in enumerate(self._files):
            if file.samplerate != self.rate:
                self._whole[number] = self._resampled(number)
                lengths.append(len(self._whole[number]))
            else:
                lengths.append(file.frames)
        self.frames = max(lengths)
        if len(self._files) == 1 and self._files[0].channels != 2:
            raise AudioError(f"{paths[0]} has not two channels; the call cannot be played.")

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
                    f"{self._paths[number]} is damaged; the sound ends here."
                ) from None
        out[first - start : first - start + len(part)] = part[:, : out.shape[1]]

    def _resampled(self, number: int) -> Sound:
        file = self._files[number]
        samples = file.read(dtype="float32", always_2d=True)
        resampled: Sound = soxr.resample(samples, file.samplerate, self.rate)
        return resampled


def read_waveform(files: Sequence[Path]) -> Waveform:
    """How loud both sides of a call are, peak by peak. Raises AudioError."""
    paths, agent = sides(files)
    steps_per_block = BLOCK_MS // _STEP_MS
    peaks: tuple[list[int], list[int]] = ([], [])
    for pair in open_recording(paths, agent_channel=agent).blocks():
        for side, block in enumerate(pair):
            samples = np.abs(np.frombuffer(block.samples, "<i2").astype(np.int32))
            parts = samples.reshape(steps_per_block, -1).max(axis=1) >> 7
            peaks[side].extend(int(part) for part in np.minimum(parts, 255))
    return Waveform(step_ms=_STEP_MS, agent=bytes(peaks[0]), customer=bytes(peaks[1]))
