"""Backups of this computer's calls: made, kept in step with what is deleted, put back."""

import contextlib
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import assist
from assist import paths
from assist.app.sealing import call_keys
from assist.app.store import open_store
from assist.core.errors import AssistError, UsageError

if TYPE_CHECKING:
    from assist.store.backup import Checked, Made
    from assist.store.backup_files import Sources, Step
    from assist.store.calls import SqlCallStore
    from assist.store.known_backups import KnownBackup

_LOCK = "backup.lock"
STATE_FILES = ("rules.json", "setup.json", "imports.jsonl", "team-folder.key", "pack-signing.key")
"""Beside the calls: what marks put away, the first run's answers, keys of a lead and of packs."""
_LARGEST = 16 * 1024 * 1024
"""Of a file among the settings: playbooks and cards have some kilobytes."""
_KEY_DIGITS = 64

_NEVER = -1
"""In step with no length of the log."""

_log = logging.getLogger(__name__)


class BackupBusy(AssistError):
    """A backup is being made or put back at this moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """A backup this computer knows. `waiting` deletions have not reached it yet.

    `made_at` is "" where the first one was broken off.
    """

    id: str
    folder: str
    made_at: str
    calls: int
    waiting: int
    is_there: bool
    needs_new_key: bool


def make_backup(folder: Path, *, step: "Step" = lambda name: None) -> "Made":
    """Make a backup in `folder`, or bring the one there up to date. Raises AssistError."""
    folder = folder.absolute()
    if paths.config_dir().resolve() in (folder.resolve(), *folder.resolve().parents):
        raise UsageError(f"{folder} is where the settings are; name a folder on another disk.")
    with only_one(), open_store() as store:
        store.catch_up()
        return _make(store, folder, step)


def _make(store: "SqlCallStore", folder: Path, step: "Step" = lambda name: None) -> "Made":
    from assist.store.backup import begin, make
    from assist.store.backup_files import is_bare

    sources, known = _sources(store), {each.id for each in _known(store)}
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    before = begin(folder, sources, known)
    if before.id not in known:  # first, so that deletions reach whatever becomes of it
        _remember(store, folder, before.id, before.made_at, len(before.calls), _NEVER)
    try:
        made = make(folder, sources, before, now=now, app=assist.__version__, step=step)
    except AssistError:
        if before.id not in known and is_bare(folder):
            forget_backup(before.id)
        raise
    _remember(store, folder, made.manifest.id, now, len(made.manifest.calls), made.followed)
    return made


def check_backup(folder: Path, key_file: Path | None = None) -> "Checked":
    """Have deletions reach the backup in `folder`, then read all of it. Raises AssistError.

    One that is known here and still has the key of before a rotation is made anew. With a key that
    was exported it is only read.
    """
    from assist.store.backup import check
    from assist.store.backup_manifest import OtherKey, read_manifest

    folder = folder.absolute()
    if key_file is not None:
        return check(folder, key_from(key_file))
    with only_one(), open_store() as store:
        key = call_keys().database_key()
        try:
            manifest = read_manifest(folder, key)
        except OtherKey as error:
            if error.id not in {each.id for each in _known(store)}:
                raise
            store.catch_up()
            _make(store, folder)
            return check(folder, key)
        try:
            _follow(store, folder, manifest.id, manifest.made_at)
        except AssistError:
            # Damage is named; a disk that cannot be written is no harm where nothing waits for it.
            checked = check(folder, key)
            if not checked.damaged and _waits(store, manifest.id):
                raise
            return checked
        return check(folder, key)


def backups() -> tuple[BackupState, ...]:
    """The backups this computer knows, as far as it sees them now."""
    if not paths.database_file().exists():
        return ()
    from assist.store.backup_manifest import fingerprint

    with open_store() as store:
        mine = fingerprint(call_keys().database_key())
        count = _count(store)
        return tuple(
            BackupState(
                id=each.id,
                folder=each.folder,
                made_at=each.made_at,
                calls=each.calls,
                waiting=abs(count - max(each.followed, 0)),
                is_there=_is_there(each),
                needs_new_key=each.key != mine,
            )
            for each in _known(store)
        )


def follow_backups(*, step: "Step" = lambda name: None) -> tuple[BackupState, ...]:
    """Have deletions and new keys reach the backups that can be reached now.

    Returns those that still wait. What fails at one is logged, and tried again the next time.
    """
    waiting = [each for each in backups() if each.waiting or each.needs_new_key]
    if not any(each.is_there for each in waiting):
        return tuple(waiting)
    with only_one(), open_store() as store:
        for each in waiting:
            if not each.is_there:
                continue
            try:
                if each.needs_new_key:
                    _make(store, Path(each.folder), step)
                else:
                    _follow(store, Path(each.folder), each.id, each.made_at, step)
            except AssistError as error:
                _log.info("A backup is not in step: %s", error)
    return tuple(each for each in backups() if each.waiting or each.needs_new_key)


class BackupFollower:
    """Follows from time to time, and looks only when something was written or still waits."""

    def __init__(self) -> None:
        self._seen: tuple[int, ...] = ()

    def __call__(self) -> None:
        """Raises AssistError."""
        files = (paths.database_file(), Path(f"{paths.database_file()}-wal"))
        stamp = tuple(file.stat().st_mtime_ns for file in files if file.exists())
        if not stamp or stamp == self._seen:
            return
        # What still waits is tried again each time.
        self._seen = () if follow_backups() else stamp


def forget_backup(what: str) -> bool:
    """Know a backup no more, by its folder or id: deletions will not reach it. False: no such."""
    from assist.store.database import explained, writing
    from assist.store.known_backups import forget_backup

    place = str(Path(what).absolute())
    with open_store() as store:
        found = [each for each in _known(store) if what == each.id or place == each.folder]
        with explained(store.name), writing(store.engine) as connection:
            for each in found:
                forget_backup(connection, each.id)
    return bool(found)


def calls_in_backup(folder: Path, key_file: Path | None = None) -> dict[str, tuple[int, int]]:
    """The calls in a backup: how many files each has and of how many bytes. Raises AssistError."""
    from assist.store.backup_manifest import read_manifest

    manifest = read_manifest(folder.absolute(), key_from(key_file))
    return {
        call_id: (len(kept), sum(each.size for each in kept))
        for call_id, kept in manifest.calls.items()
    }


def export_key(file: Path) -> bool:
    """Write the calls' key into a new file; False where the disk lets others read it too."""
    file = file.absolute()
    with open_store():  # a key without calls opens nothing
        key = call_keys().database_key()
    for each in backups():
        if Path(each.folder) in file.parents:
            raise UsageError(f"{file} lies in the backup that it opens; keep the key elsewhere.")
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(key.hex().encode() + b"\n")
            out.flush()
            os.fsync(out.fileno())
    except FileExistsError:
        raise UsageError(f"{file} is there already; name a new file.") from None
    except OSError as error:
        raise AssistError(f"{file} cannot be written ({error.strerror}); choose another.") from None
    return os.name != "posix" or not file.stat().st_mode & 0o077


# --- what is known --------------------------------------------------------------------------------


def key_from(file: Path | None) -> bytes:
    """The key in a file that was exported, else this computer's; none is made for it."""
    if file is None:
        keys = call_keys()
        if not keys.file.exists() and not keys.is_in_keyring:
            raise UsageError(
                "This computer has no key yet; give the one that was exported where the backup was "
                "made with --key FILE."
            )
        return keys.database_key()
    try:
        text = file.read_text(encoding="ascii").strip()
        key = bytes.fromhex(text) if len(text) == _KEY_DIGITS else b""
    except OSError as error:
        raise UsageError(f"The key {file} cannot be read ({error.strerror}).") from None
    except ValueError:
        key = b""
    if not key:
        raise UsageError(f"{file} holds no key; 'assist backup key FILE' writes one.")
    return key


def _sources(store: "SqlCallStore") -> "Sources":
    from assist.store.backup_files import Sources

    files = {f"state/{name}": paths.state_dir() / name for name in STATE_FILES}
    for file in sorted(paths.config_dir().rglob("*")):
        if file.is_file() and file.stat().st_size <= _LARGEST:
            files[f"config/{file.relative_to(paths.config_dir()).as_posix()}"] = file
    return Sources(
        engine=store.engine,
        name=store.name,
        database=paths.database_file(),
        calls_folder=paths.calls_dir(),
        files=files,
        key=call_keys().database_key(),
    )


def _known(store: "SqlCallStore") -> "tuple[KnownBackup, ...]":
    from assist.store.database import explained
    from assist.store.known_backups import known_backups

    with explained(store.name), store.engine.connect() as connection:
        return known_backups(connection)


def _count(store: "SqlCallStore") -> int:
    from assist.store.database import explained
    from assist.store.known_backups import count_deletions

    with explained(store.name), store.engine.connect() as connection:
        return count_deletions(connection)


def _waits(store: "SqlCallStore", id_: str) -> bool:
    """Whether there are deletions that this backup may not have followed."""
    count = _count(store)
    return not any(each.id == id_ and each.followed == count for each in _known(store))


def _is_there(backup: "KnownBackup") -> bool:
    from assist.store.backup_manifest import BackupError, read_line

    try:
        return read_line(backup.path)[0] == backup.id
    except BackupError:
        return False


def _follow(
    store: "SqlCallStore",
    folder: Path,
    id_: str,
    made_at: str,
    step: "Step" = lambda name: None,
) -> None:
    from assist.store.backup import follow
    from assist.store.backup_manifest import read_manifest

    sources = _sources(store)
    followed = follow(folder, sources, step=step)
    calls = len(read_manifest(folder, sources.key).calls)
    _remember(store, folder, id_, made_at, calls, followed)


def _remember(
    store: "SqlCallStore", folder: Path, id_: str, made_at: str, calls: int, followed: int
) -> None:
    from assist.store.backup_manifest import fingerprint
    from assist.store.database import explained, writing
    from assist.store.known_backups import KnownBackup, remember

    backup = KnownBackup(
        id=id_,
        folder=str(folder),
        made_at=made_at,
        calls=calls,
        followed=followed,
        key=fingerprint(call_keys().database_key()),
    )
    with explained(store.name), writing(store.engine) as connection:
        remember(connection, backup)


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    from assist.engine.locks import EngineLock

    paths.state_dir().mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = EngineLock(paths.state_dir() / _LOCK)
    if not lock.take():
        raise BackupBusy("A backup is being worked on already; try again when that is done.")
    try:
        yield
    finally:
        lock.release()
