"""A new key for everything that is sealed on this computer, whatever happens on the way.

It is looked first whether it can be done: nobody else has the database open, there is room, every
file can be replaced. Where it cannot, nothing has changed. Then the new key is put beside the old
one, and each file is written anew beside itself and takes the place of the old one at once, the
database first; last the new key takes the place of the old key. Killed anywhere, the same work goes
on from there: a file that the new key opens already is done. Until the end `StoredKeySource` finds
both keys, so nothing is ever without the key that opens it.
"""

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from assist.core.journal_lines import JournalLines, with_binding
from assist.core.records import bound_to, frame, read_frames
from assist.shredding import forgetting, sync_folder
from assist.store.errors import StoreError
from assist.store.keys import KEY_BYTES
from assist.store.sealing import SPOOL_KEY, SealedRecords
from assist.store.stored_key import StoredKeySource

_NEW = ".rekeyed"
JOURNAL, SOUND, WRAPPED = "journal", "sound", "spool key"
"""What records are sealed for, as `app.sealing` names it."""

_PATIENCE_S = 5.0
"""How long others may have the database."""

_SPARE = 1_000_000
"""Bytes of room beyond what the largest copy takes: folders, and what others write meanwhile."""

Step = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotated:
    """How many files have the new key; `unreadable` opened with neither and were left alone."""

    files: int
    unreadable: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class _Key:
    """A `KeySource` of one key."""

    key: bytes

    def database_key(self) -> bytes:
        return self.key


class NotBegun(StoreError):
    """Everything has the key it had; no new key waits."""


def rotate(
    keys: StoredKeySource, database: Path, calls_folder: Path, *, step: Step = lambda name: None
) -> Rotated:
    """Begin, or go on with, a new key; nothing else may use database or folder meanwhile.

    `step` is told of each thing that is on the disk now (tests end the process there). Raises
    NotBegun where nothing has the new key; after any other StoreError what was done by then stays
    done, and the next call goes on.
    """
    old = keys.database_key()
    new = keys.next_key()
    if new is None or (database.exists() and not _opens(database, new)):
        new = _begin(keys, database, calls_folder, old, step)
    unreadable = []
    done = 0
    try:
        for file in _sealed_files(calls_folder):
            if _rekey_file(file, old, new):
                done += 1
            else:
                unreadable.append(file)
            step(f"file {file.name}")
    except OSError as error:
        raise StoreError(
            f"The calls cannot be given the new key yet ({error.strerror or error}); make room and "
            "check the folder's permissions, then start the app or 'assist calls key rotate' again."
        ) from None
    keys.take_next()
    step("old key gone")
    return Rotated(files=done, unreadable=tuple(unreadable))


def _begin(
    keys: StoredKeySource, database: Path, calls_folder: Path, old: bytes, step: Step
) -> bytes:
    """The new key, which the database has when this returns. Raises NotBegun, or StoreError."""
    copy = database.with_name(database.name + _NEW)
    try:
        with _alone(database, old) as connection:
            _check_files(calls_folder)
            _check_room(database, calls_folder)
            new = keys.next_key()
            if new is None:
                new = secrets.token_bytes(KEY_BYTES)
                keys.put_next(new)
            step("new key")
            if connection is not None:
                _rekey_database(connection, database, copy, old, new, step)
    except (StoreError, OSError, dbapi2.Error) as error:
        if database.exists() and not _opens(database, old):
            raise
        keys.drop_next()
        raise NotBegun(f"{_why(error)} Your calls keep the key they have.") from None
    finally:
        _drop(copy)
    return new


def _why(error: Exception) -> str:
    """In one sentence what kept everything from getting a new key."""
    if isinstance(error, StoreError):
        return str(error)
    # Copying tells no code of SQLite's, only its words.
    if any(word in str(error) for word in ("locked", "busy")):
        return (
            "The calls database is in use; close Call Assist everywhere (its windows too), then "
            "run the command again."
        )
    return _NO_ROOM.format(error=getattr(error, "strerror", None) or error)


_NO_ROOM = (
    "The calls cannot be given a new key ({error}): free some space, check the permissions, and "
    "run the command again."
)


def _check_room(database: Path, calls_folder: Path) -> None:
    """Raises StoreError where a copy of the database, or of the largest file, finds no room."""
    sizes = [file.stat().st_size for file in _sealed_files(calls_folder)]
    for folder, wanted in (
        (database.parent, database.stat().st_size if database.exists() else 0),
        (calls_folder, max(sizes, default=0)),
    ):
        if folder.exists() and shutil.disk_usage(folder).free < wanted + _SPARE:
            raise StoreError(
                f"There is too little room in {folder}: it takes {_mb(wanted + _SPARE)} MB to give "
                "the calls a new key; free some space and run the command again."
            )


def _mb(size: int) -> int:
    return -(-size // 1_000_000)


def _check_files(calls_folder: Path) -> None:
    """Raises OSError for the first file that could not be replaced."""
    folders = set()
    for file in _sealed_files(calls_folder):
        os.close(os.open(file, os.O_RDWR))  # refused where it is made immutable too
        folders.add(file.parent)
    for folder in folders:
        draft = folder / f"probe{_NEW}"
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        draft.unlink()


def _sealed_files(calls_folder: Path) -> Iterable[Path]:
    for left in calls_folder.rglob(f"*{_NEW}"):
        left.unlink(missing_ok=True)  # half written when something ended us
    for pattern in ("*/journal.jsonl", "*/*.flac.sealed", f"*/*/{SPOOL_KEY}"):
        yield from sorted(calls_folder.glob(pattern))


# --- the database ---------------------------------------------------------------------------------


@contextlib.contextmanager
def _alone(database: Path, old: bytes) -> Iterator[dbapi2.Connection | None]:
    """The database while nobody else can open or write it; None where there is none."""
    if not database.exists():
        yield None
        return
    connection = _opened(database, old)
    try:
        # All of it into the file itself; nobody else may write until it is replaced.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # the lock stays; inside it SQLite would not copy
        yield connection
    finally:
        connection.close()


def _rekey_database(
    connection: dbapi2.Connection, database: Path, copy: Path, old: bytes, new: bytes, step: Step
) -> None:
    """A copy gets the new key and takes the database's place.

    Not in place: how far SQLCipher got with its pages need not be known then.
    """
    _drop(copy)  # half made when something ended us
    _copy(connection, copy, old, new, step)
    with database.open("r+b") as before:
        copy.replace(database)
        sync_folder(database.parent)
        # A program that still has the old file open must fail, not write into nowhere.
        before.truncate(0)
    step("database replaced")


def _copy(connection: dbapi2.Connection, copy: Path, old: bytes, new: bytes, step: Step) -> None:
    os.close(os.open(copy, os.O_RDWR | os.O_CREAT, 0o600))
    fresh = _opened(copy, old)
    try:
        # Not by copying the file: closing it would let go of the lock on it (POSIX).
        connection.backup(fresh)
        step("database copied")
        # Of a copy that may be made again at any time: a journal would need its size once more.
        fresh.execute("PRAGMA journal_mode = OFF")
        fresh.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
    finally:
        fresh.close()
    step("database copy has the new key")
    if not _opens(copy, new, thoroughly=True):
        raise StoreError("The database did not take the new key; it keeps the old one.")
    _sync(copy)


def _drop(copy: Path) -> None:
    for left in (copy, *(copy.with_name(copy.name + end) for end in ("-journal", "-wal", "-shm"))):
        left.unlink(missing_ok=True)


def _opened(file: Path, key: bytes) -> dbapi2.Connection:
    connection = dbapi2.connect(str(file), timeout=_PATIENCE_S, isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi2.Error:
        connection.close()
        raise StoreError(
            f"{file} opens with neither the old nor the new key; put it and its key back from a "
            "backup (see docs/store.md)."
        ) from None
    return connection


def _opens(file: Path, key: bytes, *, thoroughly: bool = False) -> bool:
    try:
        connection = _opened(file, key)
    except StoreError:
        return False
    try:
        if thoroughly:
            answer = connection.execute("PRAGMA quick_check").fetchone()
            return answer is not None and answer[0] == "ok"
        return True
    except dbapi2.Error:
        return False
    finally:
        connection.close()


# --- sealed files ---------------------------------------------------------------------------------


def _rekey_file(file: Path, old: bytes, new: bytes) -> bool:
    """Give a file the new key, unless it has it; False where neither opens it."""
    for keys in ((new, None), (old, new)):
        content = _content(file, *keys)
        if content is None:
            continue
        if keys[1] is not None:
            _replace(file, content)
        return True
    return False


def _content(file: Path, key: bytes, target: bytes | None) -> bytes | None:
    """The file sealed with `target` instead; as it is where that is None. None: not with `key`."""
    if file.name == SPOOL_KEY:
        return _wrapped(file.read_bytes(), key, target)
    if file.name.endswith(".flac.sealed"):
        return _framed(file, key, target)
    return _lines(file.read_bytes(), key, target)


def _wrapped(stored: bytes, key: bytes, target: bytes | None) -> bytes | None:
    try:
        plain = SealedRecords(_Key(key), WRAPPED).decode(0, stored)
    except ValueError:
        return None
    return stored if target is None else SealedRecords(_Key(target), WRAPPED).encode(0, plain)


def _framed(file: Path, key: bytes, target: bytes | None) -> bytes | None:
    """Kept sound; what earlier versions sealed is bound to its call and side from now on."""
    place = f"{file.parent.name}/{file.name}"  # as audio.kept has it
    opening = SealedRecords(_Key(key), SOUND)
    records: list[bytes] = []
    for codec in (bound_to(opening, place), opening):
        with file.open("rb") as opened:
            records = records or [record for _end, record in read_frames(codec, opened)]
    if not records:
        return None
    if target is None:
        return b""
    sealing = bound_to(SealedRecords(_Key(target), SOUND), place)
    return b"".join(frame(sealing, number, record) for number, record in enumerate(records))


def _lines(stored: bytes, key: bytes, target: bytes | None) -> bytes | None:
    """A journal's lines; what is plain stays plain, a torn last line is left out.

    What earlier versions sealed is bound to its journal from now on.
    """
    opening = JournalLines(SealedRecords(_Key(key), JOURNAL))
    sealing = JournalLines(SealedRecords(_Key(target or key), JOURNAL))
    made = []
    lines = stored.split(b"\n")[:-1]
    for number, line in enumerate(lines):
        try:
            record = opening.record(number, line)
        except ValueError:
            if number == len(lines) - 1 and number > 0:
                break  # whole in length, torn in content: a power cut does that
            return None
        if record == line:
            made.append(line + b"\n")
            continue
        if target is None:
            return b""
        if number == 0:
            record = with_binding(record, secrets.token_hex(16))
        made.append(sealing.line(number, record))
    return b"".join(made)


def _replace(file: Path, content: bytes) -> None:
    """Whole or not at all; as old as it was: a journal's age tells whether its call goes on."""
    status = file.stat()
    draft = file.with_name(file.name + _NEW)
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(fd, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    os.utime(draft, ns=(status.st_atime_ns, status.st_mtime_ns))
    with forgetting(file) if file.name == SPOOL_KEY else contextlib.nullcontext():
        draft.replace(file)


def _sync(file: Path) -> None:
    with file.open("r+b") as opened:
        os.fsync(opened.fileno())
