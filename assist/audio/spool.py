"""A running call's raw sound on disk, from which a restarted engine goes on.

One file for each party in the call's folder. A record is the block's first sample number (8 bytes,
little-endian) and its samples, framed and checked by `core.records`. Working data only: it is
removed when the call is closed. Each block is handed to the operating system at once, which is
enough to outlive the engine; forcing it onto the disk (for a power cut) would cost some ten disk
waits a second, for a few words of a call that the power cut has ended too.
"""

import contextlib
import errno
import os
import struct
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from assist.core.audio import SAMPLES_PER_MS, AudioBlock
from assist.core.records import PlainCodec, RecordCodec, frame, read_frames
from assist.core.words import Party

_INDEX = struct.Struct("<q")
_SUFFIX = ".spool"


class Spool:
    """The spool of one call; one thread appends, and nothing is open until it does.

    An existing spool is appended to, after a torn last record was cut off. `append` and `read`
    raise OSError when the disk fails them.
    """

    def __init__(self, folder: Path, codec: RecordCodec | None = None) -> None:
        self._folder = folder
        self._codec = codec or PlainCodec()
        self._files: dict[Party, FileIO] = {}
        self._numbers: dict[Party, int] = {}

    def append(self, block: AudioBlock) -> None:
        """Keep a block. After an error this party's spool is as it was before."""
        file = self._files.get(block.party) or self._open(block.party)
        number = self._numbers[block.party]
        record = frame(self._codec, number, _INDEX.pack(block.index) + block.samples)
        start = file.tell()
        try:
            if file.write(record) < len(record):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError:
            # A full disk takes part of a record: what is behind it could not be read.
            with contextlib.suppress(OSError):
                file.truncate(start)
                file.seek(start)
            raise
        self._numbers[block.party] = number + 1

    def read(self, party: Party, from_ms: int = 0) -> Iterator[AudioBlock]:
        """A party's blocks that end after `from_ms` of call time, in order; torn ends are left out.

        Reads what was there when it began, also while the spool is appended to.
        """
        try:
            file = self._path(party).open("rb")
        except FileNotFoundError:
            return
        with file:
            for _end, record in read_frames(self._codec, file):
                if len(record) < _INDEX.size:
                    return
                (index,) = _INDEX.unpack_from(record)
                block = AudioBlock(party=party, index=index, samples=record[_INDEX.size :])
                if block.index + block.count > from_ms * SAMPLES_PER_MS:
                    yield block

    def close(self) -> None:
        """Close the files; they stay for `read`. Again is harmless."""
        for file in self._files.values():
            file.close()
        self._files.clear()

    def remove(self) -> None:
        """Close and delete the spool: the call has been closed."""
        self.close()
        for party in Party:
            self._path(party).unlink(missing_ok=True)

    def _open(self, party: Party) -> FileIO:
        """Open for appending behind the last whole record."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Only the user may read it; unbuffered, so that a record is written or not.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        file = FileIO(os.open(self._path(party), flags, 0o600), "r+")
        try:
            ends = [end for end, _record in read_frames(self._codec, file)]
            file.truncate(ends[-1] if ends else 0)
            file.seek(0, os.SEEK_END)
        except OSError:
            file.close()
            raise
        self._files[party] = file
        self._numbers[party] = len(ends)
        return file

    def _path(self, party: Party) -> Path:
        return self._folder / f"{party}{_SUFFIX}"
