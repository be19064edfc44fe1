"""Utterances and their features on disk: one float16 matrix for all frames and an index."""

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.recipes.augment import Signal, alter
from models.recipes.features import BANDS, fbank


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One sentence with its sound (16 kHz int16 in a .npy file) and where it comes from."""

    file: str
    text: str
    speaker: str
    source: str  # "tts", "adult" or "child"


def write_list(path: Path, utterances: Iterable[Utterance]) -> None:
    """Save a list of utterances, one JSON object a line."""
    path.write_text("".join(json.dumps(asdict(one)) + "\n" for one in utterances))


def read_list(path: Path) -> list[Utterance]:
    """The utterances saved by `write_list`."""
    return [Utterance(**json.loads(line)) for line in path.read_text().splitlines()]


class Features:
    """Frames of many utterances: `self[i]` is [T, BANDS] float16. Version 0 is the unchanged
    sound.
    """

    def __init__(self, stem: Path) -> None:
        index = np.load(stem.with_suffix(".index.npz"))
        self.offset: NDArray[np.int64] = index["offset"]
        self.lead: NDArray[np.int32] = index["lead"]
        self.speed: NDArray[np.float32] = index["speed"]
        self._frames = np.memmap(stem.with_suffix(".f16"), np.float16, "r").reshape(-1, BANDS)

    def __len__(self) -> int:
        return len(self.lead)

    def __getitem__(self, item: int) -> NDArray[np.float16]:
        return self._frames[self.offset[item] : self.offset[item + 1]]

    def frames(self, item: int) -> int:
        """Number of frames of one utterance."""
        return int(self.offset[item + 1] - self.offset[item])


class Joined(Features):
    """Several sets of features, one after the other."""

    def __init__(self, parts: list[Features]) -> None:
        self._parts = parts
        self._first = np.cumsum([0, *map(len, parts)])
        self.lead = np.concatenate([part.lead for part in parts])
        self.speed = np.concatenate([part.speed for part in parts])

    def _find(self, item: int) -> tuple[Features, int]:
        part = int(np.searchsorted(self._first, item, side="right")) - 1
        return self._parts[part], item - int(self._first[part])

    def __getitem__(self, item: int) -> NDArray[np.float16]:
        part, own = self._find(item)
        return part[own]

    def frames(self, item: int) -> int:
        """Number of frames of one utterance."""
        part, own = self._find(item)
        return part.frames(own)


KINDS = ("clean", "noisy", "telephone")


def _compute(job: tuple[list[str], int, int, str]) -> list[tuple[NDArray[np.float16], int, float]]:
    files, version, seed, folder = job
    rng = np.random.default_rng([seed, version])
    sounds = [np.load(Path(folder) / name) for name in files]
    babble: list[Signal] = [sound.astype(np.float32) for sound in sounds[:40] if len(sound) > 8000]
    done = []
    for number, sound in enumerate(sounds):
        if version == 0:
            done.append((fbank(sound).astype(np.float16), 0, 1.0))
        else:
            kind = KINDS[(number + version) % len(KINDS)]
            altered = alter(sound, rng, babble, kind)
            done.append((fbank(altered.samples).astype(np.float16), altered.lead, altered.speed))
    return done


def compute(
    utterances: list[Utterance], folder: Path, stem: Path, version: int, seed: int, workers: int = 1
) -> None:
    """Write the features of one version of all utterances; each version alters every utterance
    differently.
    """
    block = 200
    jobs = [
        (
            [one.file for one in utterances[start : start + block]],
            version,
            seed + start,
            str(folder),
        )
        for start in range(0, len(utterances), block)
    ]
    offset, lead, speed = [0], [], []
    partial = stem.with_suffix(".part")
    with partial.open("wb") as out:
        for done in _mapped(jobs, workers):
            for frames, before, factor in done:
                out.write(frames.tobytes())
                offset.append(offset[-1] + len(frames))
                lead.append(before)
                speed.append(factor)
    np.savez(
        stem.with_suffix(".index.npz"),
        offset=np.array(offset),
        lead=np.array(lead, np.int32),
        speed=np.array(speed, np.float32),
    )
    partial.rename(stem.with_suffix(".f16"))


def _mapped(
    jobs: list[tuple[list[str], int, int, str]], workers: int
) -> Iterator[list[tuple[NDArray[np.float16], int, float]]]:
    if workers == 1:
        yield from map(_compute, jobs)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_compute, jobs)
