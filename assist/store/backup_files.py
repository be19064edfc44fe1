"""The files of a backup: what is copied into it, found whole in it, and removed from it."""

import contextlib
import hashlib
import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Engine

from assist.store.backup_copy import Line
from assist.store.backup_manifest import MANIFEST, BackupError, Kept, Manifest, OneKey
from assist.store.retention import Kind
from assist.store.sealing import SealedRecords
from assist.store.unstored import JOURNAL_NAME, OPEN_MARK, SOUND

DATA = "data"
FILE_PURPOSE = "backup file"
_PLACE = re.compile(r"[0-9a-f]{2}/[0-9a-f]{30}")
_COPY = re.compile(r"calls-[0-9a-f]{8}\.db(\.part)?(-journal|-wal|-shm)?")
_PIECE = 1 << 20

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What is backed up. `files` are settings and the like by the names they get in the list."""

    engine: Engine
    name: str
    database: Path
    calls_folder: Path
    files: Mapping[str, Path]
    key: bytes


def place_of(folder: Path, place: str) -> Path:
    """Where a file lies; only ever inside the backup, whatever a list says."""
    if not _PLACE.fullmatch(place):
        raise BackupError(f"The backup in {folder} names a file outside of it; it is not used.")
    return folder / DATA / place


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the copy of the database knows: the calls, and the log of deletions."""

    calls: set[str]
    log: Mapping[str, Line]

    @property
    def gone(self) -> set[str]:
        return gone_of(self.log.values())


def gone_of(lines: Iterable[Line]) -> set[str]:
    return {line.call_id for line in lines if line.kind is Kind.CALLS}


def is_hit(line: Line, name: str) -> bool:
    """Whether a file of the line's call goes with what the line says: as `removing` does it."""
    if line.kind is Kind.CALLS:
        return True
    return name.endswith(SOUND) if line.kind is Kind.SOUND else name == JOURNAL_NAME


class Taking:
    """Copies what is new into the backup; what is there already is named again."""

    def __init__(self, folder: Path, sources: Sources, step: Step) -> None:
        self._folder = folder
        self._sources = sources
        self._step = step
        self._written: list[Path] = []
        self.count = 0

    def undo(self) -> None:
        """Remove what was copied, where nothing came of the backup. Raises OSError."""
        for file in self._written:
            file.unlink(missing_ok=True)

    def calls(self, before: Manifest, snapshot: Snapshot) -> dict[str, tuple[Kept, ...]]:
        """Of every call in the copy, and of those that wait to be stored; none that still go on."""
        lines: dict[str, list[Line]] = {}
        for line in snapshot.log.values():
            lines.setdefault(line.call_id, []).append(line)
        found = {
            call_id: self._of_call(before, call_id, lines) for call_id in sorted(snapshot.calls)
        }
        for folder in sorted(self._sources.calls_folder.glob("*/")):
            is_over = (folder / JOURNAL_NAME).is_file() and not (folder / OPEN_MARK).exists()
            if folder.name not in found and is_over and not folder.name.startswith("."):
                found[folder.name] = self._of_call(before, folder.name, lines)
        return found

    def _of_call(
        self, before: Manifest, call_id: str, lines: Mapping[str, list[Line]]
    ) -> tuple[Kept, ...]:
        home = self._sources.calls_folder / call_id
        known = {each.name: each for each in before.calls.get(call_id, ())}
        taken = {}
        for file in (home / JOURNAL_NAME, *sorted(home.glob(f"*{SOUND}"))):
            kept = self._take(file, known.get(file.name))
            if kept is not None:
                taken[file.name] = kept
        for name, each in known.items():
            # Lost at home, and nobody deleted it: that is what a backup is for.
            if name not in taken and not any(is_hit(line, name) for line in lines.get(call_id, ())):
                taken[name] = each
        return tuple(taken.values())

    def files(self) -> tuple[Kept, ...]:
        """Settings and the like, sealed: at home they are plain, and may name customers."""
        sealing = SealedRecords(OneKey(self._sources.key), FILE_PURPOSE)
        made = []
        for name, file in self._sources.files.items():
            kept = self._copy(name, file, lambda content: iter([sealing.encode(0, content.read())]))
            if kept is not None:
                made.append(kept)
        return tuple(made)

    def _take(self, file: Path, known: Kept | None) -> Kept | None:
        try:
            status = file.stat()
        except FileNotFoundError:
            return None
        if known is not None and (known.modified_ns, known.size) == (
            status.st_mtime_ns,
            status.st_size,
        ):
            lies = place_of(self._folder, known.place)
            if lies.is_file() and lies.stat().st_size == known.size:
                return known
        kept = self._copy(file.name, file, lambda content: iter(lambda: content.read(_PIECE), b""))
        self.count += kept is not None
        return kept

    def _copy(
        self, name: str, file: Path, pieces: Callable[[BinaryIO], Iterator[bytes]]
    ) -> Kept | None:
        """None where the file is gone: its call was deleted at this moment."""
        token = secrets.token_hex(16)
        place = f"{token[:2]}/{token[2:]}"
        target = self._folder / DATA / place
        digest, size = hashlib.sha256(), 0
        with contextlib.ExitStack() as opened:
            try:
                content = opened.enter_context(file.open("rb"))
            except FileNotFoundError:
                return None
            modified_ns = os.fstat(content.fileno()).st_mtime_ns
            out = opened.enter_context(self._new(target))
            for piece in pieces(content):
                out.write(piece)
                digest.update(piece)
                size += len(piece)
            out.flush()
            os.fsync(out.fileno())
        self._step(f"copied {name}")
        return Kept(
            name=name, place=place, size=size, modified_ns=modified_ns, digest=digest.hexdigest()
        )

    def _new(self, target: Path) -> BinaryIO:
        target.parent.parent.mkdir(mode=0o700, exist_ok=True)
        target.parent.mkdir(mode=0o700, exist_ok=True)
        self._written.append(target)
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        return os.fdopen(descriptor, "wb")


def all_kept(manifest: Manifest) -> Iterator[Kept]:
    for kept in manifest.calls.values():
        yield from kept
    yield from manifest.files


def is_whole(folder: Path, kept: Kept) -> bool:
    digest = hashlib.sha256()
    try:
        with place_of(folder, kept.place).open("rb") as opened:
            while piece := opened.read(_PIECE):
                digest.update(piece)
    except OSError:
        return False
    return digest.hexdigest() == kept.digest


def is_bare(folder: Path) -> bool:
    """Whether nothing but a list is there; False where the disk is gone."""
    try:
        is_there = (folder / MANIFEST).is_file()
        return is_there and not any((*folder.glob(f"{DATA}/*/*"), *folder.glob("calls-*.db*")))
    except OSError:
        return False


def sweep(folder: Path, manifest: Manifest) -> None:
    """Remove what the list no longer names; only what is named as our files are."""
    named = {each.place for each in all_kept(manifest)}
    for file in folder.glob(f"{DATA}/*/*"):
        place = f"{file.parent.name}/{file.name}"
        if _PLACE.fullmatch(place) and place not in named:
            file.unlink(missing_ok=True)
    for file in folder.glob("calls-*.db*"):
        is_named = manifest.database and file.name.startswith(manifest.database)
        if _COPY.fullmatch(file.name) and not is_named:
            file.unlink(missing_ok=True)
