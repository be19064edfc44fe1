"""The Gaussians of CMU's en-us model (BSD; in the wheel of pocketsphinx 5.1.1) as arrays.

Phonetically tied mixtures: each phone has a codebook of Gaussians for cepstra, for their slopes and
for their curvatures; a senone (a state of a phone between two others) weighs its phone's Gaussians.
Parsed here from the files themselves; pocketsphinx is not run.
"""

import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assist.core.errors import AssistError
from models.recipes.phones import BASES

Floats = NDArray[np.float32]
STREAMS, CEPSTRA, STATES = 3, 13, 3
_LOG_BASE = 1.0001  # of the stored weights, which are shifted right by ten bits
ANOTHER = "The installed pocketsphinx carries another model: install 5.1.1."
_SILENCE = ("SIL", "+NSN+", "+SPN+")


class CmuModelMissing(AssistError):
    """The package that carries the model is not installed."""


@dataclass(frozen=True, slots=True)
class Gaussians:
    """Codebooks `mean`, `variance` [phone, stream, k, cepstrum], log `weight` [senone, stream, k],
    `phone` [senone], and the senones of a base phone between two others.
    """

    mean: Floats
    variance: Floats
    weight: Floats
    phone: NDArray[np.int64]
    triphones: dict[tuple[int, int, int], NDArray[np.int64]]  # of BASES' numbers
    alone: dict[int, NDArray[np.int64]]  # the senones of a phone whatever its neighbours

    def senones(self, base: int, left: int, right: int) -> NDArray[np.int64]:
        """The three senones of BASES[base] between two others."""
        found = self.triphones.get((base, left, right))
        return self.alone[base] if found is None else found


def folder() -> Path:
    """Where the installed pocketsphinx keeps its English model; raises CmuModelMissing."""
    found = importlib.util.find_spec("pocketsphinx")
    for place in (found and found.submodule_search_locations) or ():
        path = Path(place) / "model" / "en-us" / "en-us"
        if (path / "means").exists():
            return path
    raise CmuModelMissing("Install the package pocketsphinx 5.1.1: it carries the CMU model.")


def load(path: Path) -> Gaussians:
    """Parse the model in `path`."""
    names, table, alone, sequences = _definitions((path / "mdef").read_bytes())
    weight = _weights((path / "sendump").read_bytes())
    bases = {name: number for number, name in enumerate(BASES)}
    ours = np.array([0 if name in _SILENCE else bases[name] for name in names])
    phone = np.zeros(len(weight), np.int64)
    for number, sequence in enumerate(alone):
        phone[sequences[sequence]] = number
    triphones: dict[tuple[int, int, int], NDArray[np.int64]] = {}
    for sequence, (_, base, left, right) in zip(table["sequence"], table["about"], strict=True):
        # The first entry of a triphone is the one inside words; those at their borders follow.
        key = int(ours[base]), int(ours[left]), int(ours[right])
        triphones.setdefault(key, sequences[sequence])
        phone[sequences[sequence]] = base
    return Gaussians(
        _codebooks((path / "means").read_bytes()),
        np.maximum(_codebooks((path / "variances").read_bytes()), 1e-4),
        weight,
        phone,
        triphones,
        {int(ours[n]): sequences[alone[n]] for n in range(len(names)) if names[n][0] != "+"},
    )


def _codebooks(data: bytes) -> Floats:
    at = data.index(b"endhdr\n") + 7
    magic, books, streams, size = struct.unpack_from("<I3i", data, at)
    if magic != 0x11223344 or streams != STREAMS:
        raise CmuModelMissing(ANOTHER)
    (count,) = struct.unpack_from("<i", data, at + 16 + 4 * streams)
    values = np.frombuffer(data, "<f4", count, at + 20 + 4 * streams)
    return values.reshape(books, streams, size, CEPSTRA).copy()


def _weights(data: bytes) -> Floats:
    """Log weights [senone, stream, k]: a list of strings, then a byte per weight."""
    at = 0
    while length := struct.unpack_from("<i", data, at)[0]:
        at += 4 + length
    size, senones = struct.unpack_from("<2i", data, at + 4)
    codes = np.frombuffer(data, np.uint8, STREAMS * size * senones, at + 12)
    log = codes.reshape(STREAMS, size, senones) * np.float32(-1024 * np.log(_LOG_BASE))
    return np.ascontiguousarray(log.transpose(2, 0, 1), np.float32)


def _definitions(
    data: bytes,
) -> tuple[list[str], NDArray[np.void], NDArray[np.int64], NDArray[np.int64]]:
    """Phone names, the triphones, the senone sequence of each phone alone, and the sequences."""
    if data[:4] != b"BMDF":
        raise CmuModelMissing(ANOTHER)
    (text,) = struct.unpack_from("<i", data, 8)
    at = begin = 12 + text + 40
    counts = struct.unpack_from("<10i", data, 12 + text)
    phones, everything, states, kinds, nodes = (counts[n] for n in (0, 1, 2, 6, 8))
    names = []
    for _ in range(phones):
        end = data.index(b"\0", at)
        names.append(data[at:end].decode())
        at = end + 1
    at = begin + (at - begin + 3) // 4 * 4 + 8 * nodes  # the tree over contexts is not needed
    layout = np.dtype([("sequence", "<i4"), ("matrix", "<i4"), ("about", "u1", 4)])
    table = np.frombuffer(data, layout, everything, at)
    at += layout.itemsize * everything + 4
    sequences = np.frombuffer(data, "<u2", kinds * states, at).reshape(kinds, states)
    alone = table["sequence"][:phones].astype(np.int64)
    return names, table[phones:], alone, sequences.astype(np.int64)
