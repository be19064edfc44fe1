"""The files of a shared folder: numbered, sealed, each naming the one it follows.

A folder may bring files in another order than they were written: the reader waits for the earlier
one. What the reader says it has, the writer deletes.
"""

import contextlib
import os
import stat
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError, StatementError

from assist.store import outbox
from assist.store.database import explained, writing
from assist.store.errors import StoreError
from assist.store.sealed import NotSealed, unseal

_DIGITS = 12
_MOST_BYTES = 64 * 1024 * 1024
"""Of a file, sealed or not: what is longer is no call."""

_TOO_LARGE = "A file of the team's folder is too large to be a call; it is left alone."
Content = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Files of one kind in one folder; `mark` is how far they were taken, kept in `local`."""

    folder: Path
    ending: str
    mark: str
    target: str
    local: Engine
    local_name: str

    def reached(self) -> int:
        """The number of the file taken last."""
        with explained(self.local_name), self.local.connect() as connection:
            return int(outbox.state(connection, self.target, self.mark) or 0)

    def take_next(
        self, writer: str, reader: str, decode: Callable[[bytes], Content]
    ) -> Iterator[tuple[int, Content]]:
        """The files not yet taken, while none before them is missing. Raises NotSealed.

        The caller puts the mark forward, together with what it makes of a file.
        """
        for file in numbered(self.folder, self.ending):
            reached, position = self.reached(), position_of(file.name)
            if position <= reached:
                continue
            name = f"{self.folder.name}/{file.name}"
            if file.stat().st_size > _MOST_BYTES:
                raise NotSealed(_TOO_LARGE)
            sealed = unseal(file.read_bytes(), name, writer=writer, reader=reader)
            with as_sent(file.name):
                content = decode(sealed)
                is_next = content["previous"] <= reached
            if not is_next:
                return  # an earlier one is still on its way
            yield position, content

    def confirm(self, folder: Path, name: str) -> None:
        """Tell the writer how far it is."""
        reached = self.reached()
        # Also that it has nothing any more: it was put back from a backup.
        if reached or (folder / name).exists():
            write(folder / name, str(reached).encode())

    def put_mark(self, position: int) -> None:
        with explained(self.local_name), writing(self.local) as connection:
            outbox.put_state(connection, self.target, self.mark, str(position))


def numbered(folder: Path, ending: str) -> list[Path]:
    """In order."""
    return sorted(folder.glob(f"{'[0-9]' * _DIGITS}.{ending}"))


def name_of(position: int, ending: str) -> str:
    return f"{position:0{_DIGITS}d}.{ending}"


def position_of(name: str) -> int:
    return int(name.partition(".")[0])


def forget(folder: Path, ending: str, received: int | None = None) -> None:
    """Delete what the other side has, up to `received`; None: all."""
    for file in numbered(folder, ending):
        if received is None or position_of(file.name) <= received:
            file.unlink(missing_ok=True)


def number_in(file: Path) -> int | None:
    """What the other side says it has; None where it says nothing (yet)."""
    try:
        return int(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def packed(content: Content) -> bytes:
    """As JSON, in little."""
    return zlib.compress(msgspec.json.encode(content))


def unpacked(content: bytes) -> Content:
    """Raises NotSealed for what is too large to be a call."""
    unpacker = zlib.decompressobj()
    whole = unpacker.decompress(content, _MOST_BYTES)
    if unpacker.unconsumed_tail:
        raise NotSealed(_TOO_LARGE)
    return msgspec.json.decode(whole, type=dict[str, Any])


@contextlib.contextmanager
def as_sent(name: str) -> Iterator[None]:
    """A broken or hostile computer may seal anything: one sentence, and the others go on."""
    try:
        yield
    except OperationalError:
        raise  # our own database's trouble, not the file's
    except (
        zlib.error,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
        StatementError,
    ):
        raise NotSealed(
            f"The file {name} of the team's folder does not hold what it should; update that "
            "computer and have it sent again."
        ) from None


def write(file: Path, content: bytes) -> None:
    """Whole or not at all, also when the power goes."""
    draft_of(file, content).replace(file)


def draft_of(file: Path, content: bytes) -> Path:
    """The content under another name, safe on the disk: what is left to do is to rename it."""
    new = file.with_name(f".{file.name}.{os.getpid()}")
    with new.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    _open_as(new, file.parent, 0o644)
    return new


def make_shared(folder: Path, within: Path) -> None:
    """Make a folder, and those between it and the team's: as open to the team as the team's is.

    Whatever the umask is: everybody has to read what one writes, and in those between make their
    own.
    """
    missing = [folder] if not folder.exists() else []
    missing += [each for each in folder.parents if within in each.parents and not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in missing:
        _open_as(each, within, 0o755 if each == folder else 0o777)


def _open_as(path: Path, folder: Path, most: int) -> None:
    """Let others do with it what they may with `folder`, as far as `most`."""
    if os.name == "posix":
        with contextlib.suppress(OSError):  # not every disk knows of it
            special = stat.S_IMODE(path.stat().st_mode) & ~0o777
            others = stat.S_IMODE(folder.stat().st_mode) & most & 0o077
            path.chmod(special | (most & 0o700) | others)


@contextlib.contextmanager
def folder_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"The team's folder {path} cannot be used ({error.strerror}); check that it is there "
            "and may be written."
        ) from None
