"""The copy of the database that lies in a backup: how it is made, kept in step, and looked at.

It has the key of the database it comes from, page by page sealed and authenticated by SQLCipher.
What is deleted here is deleted there by the same statements, with pages overwritten; the log of
deletions in the copy tells what was done already, so that nothing else need be remembered.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, select
from sqlcipher3 import dbapi2

from assist.shredding import sync_folder
from assist.store import retention, schema
from assist.store.backup_manifest import BackupError, OneKey
from assist.store.database import explained, migrate, open_sqlite, writing
from assist.store.deletion_schema import deletions
from assist.store.retention import Kind

_WAIT_MS = 60_000
"""A copy waits for a writer that is in its way: nobody waits for the copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the log of deletions, whole."""

    id: str
    row: dict[str, Any]

    @property
    def call_id(self) -> str:
        return str(self.row["call_id"])

    @property
    def kind(self) -> Kind:
        return Kind(self.row["what"])

    @property
    def is_of_list(self) -> bool:
        """Whether a backup's list, and no log, told of it."""
        return str(self.row["why"]) == _BY_LIST


_BY_LIST = "deleted, says a backup"


def line_of_list(backup: str, call_id: str) -> Line:
    """A line for a call of which a backup's list says that it was deleted; the same each time."""
    id_ = hashlib.sha256(f"{backup} {call_id}".encode()).hexdigest()[:32]
    row = {
        "id": id_,
        "at": datetime.now(UTC),
        "call_id": call_id,
        "what": Kind.CALLS.value,
        "why": _BY_LIST,
        "by": "",
        "device": "",
    }
    return Line(id=id_, row=row)


def snapshot(database: Path, target: Path, key: bytes) -> None:
    """Copy the database as it is at one moment, while others read and write it.

    `target` is there when the copy is whole, sound and on the disk, and not before. Raises
    BackupError, OSError.
    """
    draft = target.with_name(target.name + ".part")
    drop(draft)
    os.close(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with _raw(database, key) as source, _raw(draft, key) as copy:
            # In one step, inside one read transaction: writers go on beside it.
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            problem = _problem(copy)
        if problem:
            raise BackupError(
                f"The calls database is damaged ({problem}); the backup stays as it was. Run "
                "'assist doctor'."
            )
        with draft.open("r+b") as written:
            os.fsync(written.fileno())
        draft.replace(target)
        sync_folder(target.parent)
    except dbapi2.Error as error:
        raise _explained(error, target) from None
    finally:
        drop(draft)


def problem_of(file: Path, key: bytes) -> str:
    """What is wrong with a copy, "" for nothing: every page is opened and its tables are read."""
    if not file.is_file():
        return "it is missing"
    try:
        with _raw(file, key) as connection:
            return _problem(connection)
    except dbapi2.Error as error:
        return str(error)


def _problem(connection: Any) -> str:
    bad = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if bad:
        return str(bad[0][0])
    told = str(connection.execute("PRAGMA quick_check").fetchone()[0])
    return "" if told == "ok" else told


@contextlib.contextmanager
def copy_engine(file: Path, key: bytes) -> Iterator[Engine]:
    """A copy to read or change, with the tables as this version has them. Raises StoreError."""
    if not file.is_file():
        raise BackupError(f"The backup has lost its database ({file}); make a new backup.")
    name = f"The database in the backup {file.parent}"
    engine = open_sqlite(file, OneKey(key), busy_ms=_WAIT_MS, has_log=False)
    try:
        migrate(engine, name)
        yield engine
    finally:
        engine.dispose()


def call_ids(connection: Connection) -> set[str]:
    return set(connection.scalars(select(schema.calls.c.id)))


def lines_of_log(connection: Connection) -> dict[str, Line]:
    """The log of deletions by the lines' ids."""
    rows = connection.execute(select(deletions).order_by(deletions.c.at)).mappings()
    return {row["id"]: Line(id=row["id"], row={str(key): row[key] for key in row}) for row in rows}


def news(copy: Engine, log: dict[str, Line], name: str) -> tuple[Line, ...]:
    """The lines of a log that the copy has not followed yet, in their order."""
    with explained(name), copy.connect() as connection:
        known = set(connection.scalars(select(deletions.c.id)))
    return tuple(line for line in log.values() if line.id not in known)


def follow(copy: Engine, lines: Sequence[Line], name: str) -> None:
    """Delete from the copy what the lines say, and add them to its log: all or nothing."""
    if not lines:
        return
    with explained(name), writing(copy) as connection:
        for line in lines:
            retention.forget(connection, line.call_id, line.kind)
            connection.execute(insert(deletions).values(line.row))


@contextlib.contextmanager
def _raw(file: Path, key: bytes) -> Iterator[Any]:
    connection = dbapi2.connect(str(file), timeout=_WAIT_MS / 1000, isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("SELECT count(*) FROM sqlite_master")
        yield connection
    finally:
        connection.close()


def drop(file: Path) -> None:
    """Remove a copy and what SQLite may have beside it."""
    for ending in ("", "-journal", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _explained(error: Exception, target: Path) -> BackupError:
    told = str(error)
    if "full" in told or "disk I/O" in told:
        return BackupError(
            f"{target.parent} cannot be written: the disk is full or failing; free some space and "
            "try again. The backup is as it was."
        )
    return BackupError(f"The calls database cannot be copied ({told}); run 'assist doctor'.")
