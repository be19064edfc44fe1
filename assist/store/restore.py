"""Puts a backup back: on a computer that has no calls, or into a folder of its own.

All of it is made ready beside its place first, checked against the backup's sealed list, and taken
into place when a mark says that it is whole. Killed before the mark, nothing has changed; killed
after it, the next start moves the rest. No call comes back that is on a list of deletions: that of
the copy, that of the backup's list, or the log of this computer. Customers on hold here stay so.
"""

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select, update

from assist.shredding import shred_folder, sync_folder
from assist.store import backup_copy, desk_schema, schema
from assist.store.backup_copy import Line
from assist.store.backup_files import FILE_PURPOSE, is_hit, place_of
from assist.store.backup_manifest import (
    BackupError,
    Kept,
    Manifest,
    OneKey,
    fingerprint,
    read_manifest,
)
from assist.store.before_restore import Here, carry_holds
from assist.store.database import explained, writing
from assist.store.errors import StoreError
from assist.store.known_backups import KnownBackup, forget_all, remember
from assist.store.retention import Kind
from assist.store.sealing import SealedRecords
from assist.store.unstored import JOURNAL_NAME, SOUND
from assist.store.whole_files import write_whole

WORK = "restoring"
"""Beside the database, while a backup is put back."""
_READY = "ready"
_DATABASE, _CALLS, _FILES, _KEY = "calls.db", "calls", "files", "database.key"

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where things go. `files` are places by the names they have in a backup's list."""

    database: Path
    calls_folder: Path
    key: Path
    files: Callable[[str], Path | None]

    @property
    def work(self) -> Path:
        return self.database.with_name(WORK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """`left_out` calls were deleted since; `damaged` files were not as the list says.

    `kept_here` names settings and the like of which there was one here already; `key_aside` is
    where the other key lies that was here.
    """

    calls: int
    left_out: int
    damaged: tuple[str, ...]
    kept_here: tuple[str, ...] = ()
    key_aside: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What stays of what was here, as in `Restored`."""

    kept_here: tuple[str, ...]
    key_aside: Path | None


def restore(
    folder: Path,
    key: bytes,
    target: Target,
    here: Here,
    *,
    stays_known: bool = True,
    step: Step = lambda name: None,
) -> Restored:
    """Put the backup in `folder` back; `here` is what this computer keeps of its own.

    `target` has no calls. With `stays_known` what is deleted from now on reaches that backup too;
    without it neither deletions nor a new key reach any backup: they are those of another home.
    Raises BackupError, StoreError; nothing has changed then.
    """
    manifest = read_manifest(folder, key)
    if not manifest.database:
        raise BackupError(f"The backup in {folder} was never finished: there is nothing in it.")
    work = target.work
    try:
        shred_folder(work)
        work.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        work.mkdir(mode=0o700)
        backup_copy.snapshot(folder / manifest.database, work / _DATABASE, key)
        step("database copied")
        lines = _lines(manifest, here.log)
        with backup_copy.copy_engine(work / _DATABASE, key) as copy:
            before, after, all_lines = _leave_out(copy, lines)
            damaged = list(_take_calls(folder, manifest, all_lines, work, step))
            with explained("The copy"), writing(copy) as connection:
                _set_places(connection, work, target.calls_folder)
                carry_holds(connection, here.customers_on_hold)
                if stays_known:
                    remember(connection, _as_known(folder, manifest, key))
                else:
                    forget_all(connection)
        damaged += _take_files(folder, manifest, key, work)
        write_whole(work / _KEY, key.hex().encode() + b"\n")
        with (work / _DATABASE).open("r+b") as written:
            os.fsync(written.fileno())
        step("all there")
        write_whole(work / _READY, b"ready")
        step("ready")
        placed = finish(target, step=step)
    except OSError as error:
        if not (work / _READY).exists():
            shred_folder(work)
        raise BackupError(
            f"The backup cannot be put back ({error.strerror}: {error.filename or work}); free "
            "some space or check the permissions, and try again. The backup is as it was."
        ) from None
    except StoreError:
        if not (work / _READY).exists():
            shred_folder(work)
        raise
    return Restored(
        calls=after,
        left_out=before - after,
        damaged=tuple(damaged),
        kept_here=placed.kept_here,
        key_aside=placed.key_aside,
    )


def is_unfinished(target: Target) -> bool:
    """Whether a backup that was put back is not all in its place yet."""
    return (target.work / _READY).exists()


def finish(target: Target, *, step: Step = lambda name: None) -> Placed:
    """Take into place what is ready; again goes on. Raises OSError."""
    work, key_aside = target.work, None
    target.calls_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for call in sorted((work / _CALLS).glob("*/")):
        if not (target.calls_folder / call.name).exists():
            call.replace(target.calls_folder / call.name)
            step(f"moved {call.name}")
    kept_here = []
    for file in sorted((work / _FILES).rglob("*")):
        name = file.relative_to(work / _FILES).as_posix()
        place = target.files(name)
        if file.is_dir() or place is None:
            continue
        if place.exists():
            kept_here.append(name)
            continue
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.replace(place)
    if (work / _KEY).exists():
        key_aside = _put_aside(target.key, (work / _KEY).read_bytes())
        (work / _KEY).replace(target.key)
        step("key in place")
    if (work / _DATABASE).exists():
        for ending in ("-wal", "-shm"):  # of the database without calls that was here
            target.database.with_name(target.database.name + ending).unlink(missing_ok=True)
        (work / _DATABASE).replace(target.database)
        step("database in place")
    sync_folder(target.database.parent)
    sync_folder(target.calls_folder)
    (work / _READY).unlink()
    shred_folder(work)
    return Placed(kept_here=tuple(kept_here), key_aside=key_aside)


def _put_aside(file: Path, key: bytes) -> Path | None:
    """Keep another key that is here: calls that were moved away, or other backups, may need it."""
    before = file.read_bytes() if file.exists() else b""
    if before.strip() in (b"", key.strip()):
        return None
    aside = file.with_name(f"{file.name}.before-{fingerprint(before)}")
    write_whole(aside, before)
    return aside


def _as_known(folder: Path, manifest: Manifest, key: bytes) -> KnownBackup:
    return KnownBackup(
        id=manifest.id,
        folder=str(folder),
        made_at=manifest.made_at,
        calls=len(manifest.calls),
        followed=0,  # it is looked at anew
        key=fingerprint(key),
    )


# --- what does not come back ----------------------------------------------------------------------


def _lines(manifest: Manifest, log: Mapping[str, Line]) -> dict[str, Line]:
    """The log of this computer, and what the backup's list alone says was deleted."""
    told = {line.call_id for line in log.values() if line.kind is Kind.CALLS}
    lines = dict(log)
    for call_id in manifest.deleted:
        if call_id not in told:
            line = backup_copy.line_of_list(manifest.id, call_id)
            lines[line.id] = line
    return lines


def _leave_out(copy: Engine, lines: dict[str, Line]) -> tuple[int, int, list[Line]]:
    """How many calls the copy had and has; every line of any list."""
    name = "The backup"
    with explained(name), copy.connect() as connection:
        own = backup_copy.lines_of_log(connection)
        before = len(backup_copy.call_ids(connection))
    told = {line.call_id for line in own.values() if line.kind is Kind.CALLS}
    news = [
        line
        for line in backup_copy.news(copy, lines, name)
        if not (line.is_of_list and line.call_id in told)
    ]
    backup_copy.follow(copy, news, name)
    with explained(name), copy.connect() as connection:
        after = len(backup_copy.call_ids(connection))
    return before, after, [*own.values(), *news]


def _set_places(connection: Connection, work: Path, calls_folder: Path) -> None:
    """Journals and sound lie elsewhere on another computer, or for another user."""
    calls, audio = schema.calls, desk_schema.kept_audio
    for row in connection.execute(select(calls.c.id, calls.c.journal)).all():
        is_here = (work / _CALLS / row.id / JOURNAL_NAME).exists()
        place = str((calls_folder / row.id / JOURNAL_NAME).absolute()) if is_here else ""
        if row.journal != place:
            change = update(calls).where(calls.c.id == row.id).values(journal=place)
            connection.execute(change)
    for row in connection.execute(select(audio.c.call_id, audio.c.file)).all():
        # With either separator: it may come from another system.
        name = row.file.replace("\\", "/").rpartition("/")[2]
        if name.endswith(SOUND):
            place = str((calls_folder / row.call_id / name).absolute())
            same = (audio.c.call_id == row.call_id, audio.c.file == row.file)
            if place != row.file:
                connection.execute(update(audio).where(*same).values(file=place))


# --- files ----------------------------------------------------------------------------------------


def _take_calls(
    folder: Path, manifest: Manifest, lines: list[Line], work: Path, step: Step
) -> list[str]:
    """Copy the files of calls that nobody deleted; returns those that are not as they were."""
    by_call: dict[str, list[Line]] = {}
    for line in lines:
        by_call.setdefault(line.call_id, []).append(line)
    damaged = []
    for call_id, kept in manifest.calls.items():
        if Path(call_id).name != call_id or call_id.startswith("."):
            raise BackupError(f"The backup in {folder} names no call ('{call_id}').")
        for each in kept:
            if any(is_hit(line, each.name) for line in by_call.get(call_id, ())):
                continue
            content = _whole(folder, each)
            if content is None or Path(each.name).name != each.name:
                damaged.append(f"{call_id}/{each.name}")
                continue
            _put(work / _CALLS / call_id / each.name, content, each.modified_ns)
        step(f"call {call_id}")
    return damaged


def _take_files(folder: Path, manifest: Manifest, key: bytes, work: Path) -> list[str]:
    sealing = SealedRecords(OneKey(key), FILE_PURPOSE)
    damaged = []
    for each in manifest.files:
        content = _whole(folder, each)
        parts = Path(each.name).parts
        if content is None or ".." in parts or Path(each.name).is_absolute():
            damaged.append(each.name)
            continue
        _put(work / _FILES / each.name, sealing.decode(0, content), each.modified_ns)
    return damaged


def _whole(folder: Path, kept: Kept) -> bytes | None:
    try:
        content = place_of(folder, kept.place).read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == kept.digest else None


def _put(file: Path, content: bytes, modified_ns: int) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(file, content)
    os.utime(file, ns=(modified_ns, modified_ns))
