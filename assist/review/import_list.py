"""What was imported already: one JSON line per call, appended as each is done.

A torn last line (the power went) is left out; of two lines on the same sound the last counts. The
recordings' names often say who called: they are kept as hashes with a secret, which tell the same
file again and nothing else.
"""

import hashlib
import hmac
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from assist.review.errors import ReviewError

_CHUNK = 1 << 20
_HASHED = "hmac:"
"""Begins a stamp that says nothing; no path to a recording begins like that: they are whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A call that was imported (`call` is its id), or was not (`why`, in one sentence).

    `key` is made of the sound itself; `stamps` tell without reading whether a file is the same. On
    the disk there is no `why`, and of `stamps` a hash each.
    """

    key: str
    call: str = ""
    why: str = ""
    stamps: tuple[str, ...] = ()


class ImportList:
    """The list in one file; used by one thread.

    `secret` belongs to this computer's calls: without it a hash does not even confirm a guess. What
    an older version wrote with names in it is written anew. Raises ReviewError.
    """

    def __init__(self, file: Path, secret: bytes) -> None:
        self._file = file
        self._secret = secret
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
        entries = [entry for line in lines if (entry := _entry(line))]
        for entry in entries:
            self._take(self._hidden(entry))
        if any(entry != self._hidden(entry) for entry in entries):
            self._write_anew([self._hidden(entry) for entry in entries])

    def by_stamps(self, files: Sequence[Path]) -> Entry | None:
        """What is known of these very files, if they have not changed since."""
        return self._by_stamps.get(self._hashes(stamps(files)))

    def by_key(self, key: str) -> Entry | None:
        """What is known of this sound, under whatever name."""
        return self._by_key.get(key)

    def add(self, entry: Entry) -> None:
        """Keep an entry, on the disk before this returns. Raises ReviewError."""
        kept = self._hidden(entry)
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(self._file, flags, 0o600), "ab") as out:
                self._file.chmod(0o600)  # an older version let others read it
                out.write((b"\n" if self._is_torn else b"") + _line(kept))
                self._is_torn = False
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            raise self._unwritten(error) from None
        self._take(kept)

    def _hidden(self, entry: Entry) -> Entry:
        """As it may stand on the disk."""
        return replace(entry, stamps=self._hashes(entry.stamps), why="")

    def _hashes(self, plain: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            each if each.startswith(_HASHED) else _HASHED + self._hash(each) for each in plain
        )

    def _hash(self, text: str) -> str:
        content = text.encode("utf-8", "surrogatepass")
        return hmac.new(self._secret, content, hashlib.sha256).hexdigest()[:32]

    def _write_anew(self, entries: Sequence[Entry]) -> None:
        draft = self._file.with_name(self._file.name + ".new")
        try:
            draft.unlink(missing_ok=True)
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as out:
                out.write(b"".join(map(_line, entries)))
                out.flush()
                os.fsync(out.fileno())
            draft.replace(self._file)
        except OSError as error:
            raise self._unwritten(error) from None
        self._is_torn = False

    def _unwritten(self, error: OSError) -> ReviewError:
        return ReviewError(
            f"The list of imports {self._file} cannot be written ({error.strerror}); free "
            "some space and start the import again: what is done is not done twice."
        )

    def _take(self, entry: Entry) -> None:
        self._by_key[entry.key] = entry
        if entry.stamps:
            self._by_stamps[entry.stamps] = entry


def _entry(line: bytes) -> Entry | None:
    try:
        return msgspec.json.decode(line, type=Entry)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None  # empty, or torn


def _line(entry: Entry) -> bytes:
    return msgspec.json.encode(entry) + b"\n"


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
