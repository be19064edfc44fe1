"""A backup of a computer's calls in a folder, such as a stick or a network drive.

    FOLDER/callassist.backup      the sealed list (`backup_manifest`): what counts is what it names
    FOLDER/calls-1a2b3c4d.db      the copy of the database (`backup_copy`)
    FOLDER/data/ab/cdef…          journals and sound as they lie at home, settings sealed

Everything has the calls' own key: sealed files are copied as they are, only those that are new, and
there is one key to keep. A file is never written over: the list is replaced last, at once, and what
it no longer names goes after that. Killed anywhere, the backup is the one before or the new one.
"""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from assist.store import backup_copy
from assist.store.backup_copy import Line
from assist.store.backup_files import (
    Snapshot,
    Sources,
    Step,
    Taking,
    all_kept,
    is_hit,
    is_whole,
    place_of,
    sweep,
)
from assist.store.backup_manifest import (
    BackupError,
    Manifest,
    NoBackup,
    OtherKey,
    read_manifest,
    write_manifest,
)
from assist.store.database import explained
from assist.store.retention import Kind
from assist.store.whole_files import write_whole

MAKING = "callassist.making"
"""Beside the list from the first file that is copied until none is left that it does not name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """`copied` files were new; `size` is that of all bytes in the backup but the database's."""

    manifest: Manifest
    copied: int
    size: int
    followed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """`damaged` names what is missing or not as it was written."""

    manifest: Manifest
    files: int
    damaged: tuple[str, ...]


def begin(folder: Path, sources: Sources, known: Container[str] = ()) -> Manifest:
    """The list of the backup in a folder; in an empty folder that of a new one. Raises BackupError.

    One of the ids in `known` is made anew where it has a key of before a rotation.
    """
    home = sources.database.parent.resolve()
    if home in (folder.resolve(), *folder.resolve().parents):
        raise BackupError(f"{folder} is where the calls are; name a folder on another disk.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _keep_others_out(folder)
        return read_manifest(folder, sources.key)
    except NoBackup:
        if any(folder.iterdir()):
            raise BackupError(
                f"{folder} is not empty and holds no backup of Call Assist; name an empty folder."
            ) from None
    except OtherKey as error:
        if error.id not in known:
            raise
        return Manifest(id=error.id)
    except OSError as error:
        raise _failed(folder, error) from None
    made = Manifest(id=secrets.token_hex(16))
    try:
        write_manifest(folder, sources.key, made)
    except OSError as error:
        raise _failed(folder, error) from None
    return made


def make(
    folder: Path,
    sources: Sources,
    before: Manifest,
    *,
    now: str,
    app: str,
    step: Step = lambda name: None,
) -> Made:
    """Bring the backup that `begin` gave up to date. Raises BackupError.

    `step` is told of what is on the disk now (tests end the process there).
    """
    target = f"calls-{secrets.token_hex(4)}.db"
    taken = Taking(folder, sources, step)
    is_whole_now = False
    try:
        write_whole(folder / MAKING, b"")
        backup_copy.snapshot(sources.database, folder / target, sources.key)
        step("database copied")
        with (
            backup_copy.copy_engine(folder / target, sources.key) as copy,
            copy.connect() as opened,
        ):
            snapshot = Snapshot(backup_copy.call_ids(opened), backup_copy.lines_of_log(opened))
        _refuse_loss(folder, before, sources, snapshot)
        manifest = replace(
            before,
            made_at=now,
            app=app,
            database=target,
            calls=taken.calls(before, snapshot),
            files=taken.files(),
            # Nothing that is here, whatever put it on the list: it could not be put back.
            deleted=tuple(sorted(({*before.deleted} - snapshot.calls) | snapshot.gone)),
            leaving=(),  # swept below
        )
        write_manifest(folder, sources.key, manifest)
        is_whole_now = True
        step("list written")
        sweep(folder, manifest)
        (folder / MAKING).unlink(missing_ok=True)
        step("old files gone")
    except OSError as error:
        raise _failed(folder, error) from None
    finally:
        if not is_whole_now:  # the room is needed, on a full disk most of all
            with contextlib.suppress(OSError):
                taken.undo()
                backup_copy.drop(folder / target)
                (folder / MAKING).unlink(missing_ok=True)
    size = sum(each.size for each in all_kept(manifest))
    # What was deleted while all this was copied.
    return Made(manifest=manifest, copied=taken.count, size=size, followed=follow(folder, sources))


def follow(folder: Path, sources: Sources, *, step: Step = lambda name: None) -> int:
    """Delete from a backup what was deleted here; returns the log's length it is in step with.

    The list comes first, so that nothing deleted is put back from now on; then files, and the
    copy's rows last, since these tell what is still to be done: killed anywhere, the next time
    does it all again. Raises BackupError, StoreError.
    """
    with explained(sources.name), sources.engine.connect() as connection:
        log = backup_copy.lines_of_log(connection)
    manifest = read_manifest(folder, sources.key)
    name = f"The backup in {folder}"
    try:
        if not manifest.database:  # the first one was broken off, and is begun anew with the next
            sweep(folder, manifest)
            (folder / MAKING).unlink(missing_ok=True)
            return len(log)
        with backup_copy.copy_engine(folder / manifest.database, sources.key) as copy:
            lines = backup_copy.news(copy, log, name)
            if lines:
                changed = _follow_files(folder, manifest, lines, sources.key, step)
                if (folder / MAKING).exists():
                    # What a backup that was broken off left may be of what is deleted now.
                    sweep(folder, changed)
                    (folder / MAKING).unlink(missing_ok=True)
                backup_copy.follow(copy, lines, name)
                step("rows gone")
    except OSError as error:
        raise _failed(folder, error) from None
    return len(log)


def check(folder: Path, key: bytes) -> Checked:
    """Read every byte of a backup and compare it with the list. Raises BackupError."""
    manifest = read_manifest(folder, key)
    damaged = []
    if not manifest.database:
        damaged.append("the database (the first backup was broken off)")
    elif problem := backup_copy.problem_of(folder / manifest.database, key):
        damaged.append(f"the database: {problem}")
    for call_id, kept in manifest.calls.items():
        damaged += [f"{call_id}/{each.name}" for each in kept if not is_whole(folder, each)]
    damaged += [each.name for each in manifest.files if not is_whole(folder, each)]
    count = sum(1 for _ in all_kept(manifest))
    return Checked(manifest=manifest, files=count, damaged=tuple(damaged))


def _keep_others_out(folder: Path) -> None:
    """Others must not put files or links where ours go; what a disk cannot do is not done."""
    mode = stat.S_IMODE(folder.stat().st_mode)
    if os.name == "posix" and mode & 0o022:
        with contextlib.suppress(OSError):
            folder.chmod(mode & ~0o022)


def _refuse_loss(folder: Path, before: Manifest, sources: Sources, snapshot: Snapshot) -> None:
    """A backup is not brought up to date with a computer that has lost what is in it."""
    lost = set(before.calls) - snapshot.calls - snapshot.gone - set(before.deleted)
    lost = {call_id for call_id in lost if not (sources.calls_folder / call_id).is_dir()}
    if lost:
        raise BackupError(
            f"The backup in {folder} has {len(lost)} calls that are neither here nor were deleted "
            "here: it stays as it is. Put them back ('assist backup restore'), or name an empty "
            "folder for a new backup."
        )


def _follow_files(
    folder: Path, manifest: Manifest, lines: Iterable[Line], key: bytes, step: Step
) -> Manifest:
    calls = dict(manifest.calls)
    deleted, leaving = set(manifest.deleted), set(manifest.leaving)
    for line in lines:
        kept = calls.get(line.call_id, ())
        leaving |= {each.place for each in kept if is_hit(line, each.name)}
        if line.kind is Kind.CALLS:
            calls.pop(line.call_id, None)
            deleted.add(line.call_id)
        elif kept:
            calls[line.call_id] = tuple(each for each in kept if not is_hit(line, each.name))
    places = [place_of(folder, place) for place in sorted(leaving)]
    changed = replace(
        manifest, calls=calls, deleted=tuple(sorted(deleted)), leaving=tuple(sorted(leaving))
    )
    write_manifest(folder, key, changed)
    step("list written")
    for place in places:
        place.unlink(missing_ok=True)
    step("files gone")
    return changed


def _failed(folder: Path, error: OSError) -> BackupError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return BackupError(
            f"The disk of {folder} is full: the backup there is as it was. Free some space and try "
            "again."
        )
    return BackupError(
        f"{error.filename or folder} cannot be read or written ({error.strerror}): the backup in "
        f"{folder} is as it was. Check the disk and its permissions."
    )
