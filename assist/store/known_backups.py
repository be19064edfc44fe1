"""Where this computer's backups are, as its database remembers: deletions must reach them too."""

from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy import Connection, func, select

from assist.store import outbox, schema
from assist.store.deletion_schema import deletions

_TARGET = "backup"
"""In `sync_state`: backups are something that this computer keeps in step, as a team is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBackup:
    """`followed` is how many deletions the log had when the backup was last in step with it.

    `key` is the fingerprint of the key it was sealed with then.
    """

    id: str
    folder: str
    made_at: str
    calls: int
    followed: int
    key: str

    @property
    def path(self) -> Path:
        return Path(self.folder)


def known_backups(connection: Connection) -> tuple[KnownBackup, ...]:
    """By their folders, the one made last first."""
    table = schema.sync_state.c
    found = connection.scalars(select(table.value).where(table.target == _TARGET))
    made = (msgspec.json.decode(value, type=KnownBackup) for value in found)
    newest = sorted(made, key=lambda each: each.made_at, reverse=True)
    return tuple(sorted(newest, key=lambda each: each.folder))


def remember(connection: Connection, backup: KnownBackup) -> None:
    """Keep it. Two sticks may take turns in one folder: each is a backup of its own."""
    value = msgspec.json.encode(backup).decode()
    outbox.put_state(connection, _TARGET, backup.id, value)


def forget_backup(connection: Connection, id_: str) -> None:
    """Deletions will not reach it any more."""
    table = schema.sync_state
    same = (table.c.target == _TARGET, table.c.name == id_)
    connection.execute(table.delete().where(*same))


def forget_all(connection: Connection) -> None:
    """No deletion and no key made in this database reaches any backup from now on."""
    table = schema.sync_state
    connection.execute(table.delete().where(table.c.target == _TARGET))


def count_deletions(connection: Connection) -> int:
    """How many lines the log of deletions has; it only grows."""
    return int(connection.execute(select(func.count()).select_from(deletions)).scalar_one())
