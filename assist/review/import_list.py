"""What was imported already: one JSON line per call, appended as each is done.

A torn last line (the power went) is left out; of two lines on the same sound the last counts.
"""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from assist.review.errors import ReviewError

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A call that was imported (`call` is its id), or was not (`why`, in one sentence).

    `key` is made of the sound itself; `stamps` tell without reading whether a file is the same.
    """

    key: str
    call: str = ""
    why: str = ""
    stamps: tuple[str, ...] = ()


class ImportList:
    """The list in one file; used by one thread."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._by_key: dict[str, Entry] = {}
        self._by_stamps: dict[tuple[str, ...], Entry] = {}
        try:
            lines = file.read_bytes().split(b"\n")
        except FileNotFoundError:
            lines = []
        except OSError as error:
            raise ReviewError(
                f"The list of imports {file} cannot be read ({error.strerror})."
            ) from None
        self._is_torn = bool(lines and lines[-1])
        for line in lines:
            try:
                self._take(msgspec.json.decode(line, type=Entry))
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue  # empty, or torn

    def by_stamps(self, files: Sequence[Path]) -> Entry | None:
        """What is known of these very files, if they have not changed since."""
        return self._by_stamps.get(stamps(files))

    def by_key(self, key: str) -> Entry | None:
        """What is known of this sound, under whatever name."""
        return self._by_key.get(key)

    def add(self, entry: Entry) -> None:
        """Keep an entry, on the disk before this returns. Raises ReviewError."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("ab") as out:
                out.write((b"\n" if self._is_torn else b"") + msgspec.json.encode(entry) + b"\n")
                self._is_torn = False
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            raise ReviewError(
                f"The list of imports {self._file} cannot be written ({error.strerror}); free "
                "some space and start the import again: what is done is not done twice."
            ) from None
        self._take(entry)

    def _take(self, entry: Entry) -> None:
        self._by_key[entry.key] = entry
        if entry.stamps:
            self._by_stamps[entry.stamps] = entry


def stamps(files: Sequence[Path]) -> tuple[str, ...]:
    """Name, size and time of each file; none where one is gone."""
    try:
        return tuple(
            f"{file}|{found.st_size}|{found.st_mtime_ns}"
            for file in files
            for found in (file.stat(),)
        )
    except OSError:
        return ()


def sound_key(files: Sequence[Path]) -> str:
    """A name for what the files hold. Raises OSError."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.stat().st_size.to_bytes(8, "little"))
        with file.open("rb") as source:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
    return digest.hexdigest()[:32]
