"""What a home keeps of its own when a backup takes its place, and whether it may now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, select
from sqlcipher3 import dbapi2

from assist.store import backup_copy, holds
from assist.store.backup_copy import Line
from assist.store.database import explained
from assist.store.deletion_schema import customer_holds

_PATIENCE_S = 2.0
"""Longer than anybody opens the calls for only a moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The log of deletions and the customers on hold; no call that is deleted or held says more."""

    has_calls: bool = False
    log: Mapping[str, Line] = field(default_factory=dict)
    customers_on_hold: Sequence[Mapping[str, Any]] = ()


def look(engine: Engine, name: str) -> Here:
    """Raises StoreError."""
    with explained(name), engine.connect() as connection:
        rows = connection.execute(select(customer_holds)).mappings()
        return Here(
            has_calls=bool(backup_copy.call_ids(connection)),
            log=backup_copy.lines_of_log(connection),
            customers_on_hold=[{str(key): row[key] for key in row} for row in rows],
        )


def carry_holds(connection: Connection, customers: Sequence[Mapping[str, Any]]) -> None:
    """Hold in the copy, too, what is on hold here; what the copy holds stays as it is."""
    table = customer_holds
    known = {
        (row.number, row.reference)
        for row in connection.execute(select(table.c.number, table.c.reference))
    }
    for row in customers:
        if (row["number"], row["reference"]) not in known:
            connection.execute(insert(table).values(row))
    holds.hold_newcomers(connection)


def is_open_elsewhere(database: Path, key: bytes) -> bool:
    """Whether another program has the database open: it would go on with a file that is gone.

    One that cannot be opened is no answer; whoever opens it next says what is wrong with it.
    """
    connection = dbapi2.connect(str(database), timeout=_PATIENCE_S, isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except dbapi2.Error as error:
        return "locked" in str(error) or "busy" in str(error)
    finally:
        connection.close()
    return False
