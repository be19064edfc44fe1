"""Connections to the two kinds of database, their migrations, and their failures in plain words."""

import contextlib
import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from assist.core.interfaces import KeySource
from assist.core.numbers import number_key
from assist.store import schema
from assist.store.errors import StoreError, UnfitCallError

BUSY_MS = 5_000
"""How long to wait for another program that is writing."""

CACHE_KIB = 32_768
"""Decrypted pages kept in memory: a search reads some thousand, at 20 µs each from the file."""

_RETRY_S = 0.02
"""Between two attempts at the one statement for which SQLite does not wait itself."""

_MIGRATING_MS = 60_000
"""How long to wait while another program makes or changes the tables: seconds on a slow disk."""

_MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_MIGRATION_LOCK = 7_239_104_551
"""PostgreSQL advisory lock: two programs must not migrate at once. Any fixed number."""


def open_sqlite(
    file: Path, keys: KeySource, *, busy_ms: int = BUSY_MS, has_log: bool = True
) -> Engine:
    """The encrypted database in `file`, made if it is not there. Connects on first use.

    Without `has_log` it keeps no write-ahead log beside it, as what lies on a stick should not.
    Raises StoreError when the key or the folder cannot be had.
    """
    key = keys.database_key()
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SQLite gives its -wal and -shm files the mode of the database.
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreError(
            f"The calls database {file} cannot be opened ({error.strerror}); "
            "check the folder's permissions and free space."
        ) from None

    def connect() -> Any:
        # Autocommit here: transactions are begun by `_begin`, DDL included.
        connection = dbapi2.connect(
            str(file), timeout=busy_ms / 1000, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            # Its own error lines on stderr would double what StoreError says.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            connection.create_function("number_key", 1, number_key, deterministic=True)
            if has_log:
                write_ahead(connection, busy_ms)
            else:
                connection.execute("PRAGMA journal_mode = DELETE")
        except BaseException:
            connection.close()
            raise
        return connection

    # One connection: the store is used by one thread at a time.
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
    )
    event.listen(engine, "begin", _begin)
    return engine


def write_ahead(connection: Any, busy_ms: int) -> None:
    """Switch a database to its write-ahead log, however many programs do so at once.

    The switch of a new database is the one statement for which SQLite does not wait: it answers
    "locked" at once where two programs meet in it.
    """
    deadline = time.monotonic() + busy_ms / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except dbapi2.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= deadline:
                raise
            time.sleep(_RETRY_S)
        else:
            return


def open_postgres(url: str | URL) -> Engine:
    """The team's database. Connects on first use."""
    # A server that is gone is noticed in seconds, not in the quarter of an hour that TCP takes.
    patience = {"connect_timeout": 10, "tcp_user_timeout": 30_000}
    return create_engine(
        url, pool_size=1, max_overflow=1, pool_pre_ping=True, connect_args=patience
    )


def _begin(connection: Connection) -> None:
    # A write transaction that begins as a reader fails with "locked" instead of waiting.
    is_writing = connection.get_execution_options().get("is_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def writing(engine: Engine) -> contextlib.AbstractContextManager[Connection]:
    """A transaction that writes; committed at the end of the block, undone by an exception."""
    return engine.execution_options(is_writing=True).begin()


def migrate(engine: Engine, name: str) -> None:
    """Bring the tables up to `schema.REVISION`. Raises StoreError for a newer database."""
    with explained(name):
        with engine.connect() as connection:
            revision = _revision(connection)
        if revision == schema.REVISION:
            return
        # A second's work, which must not be done while the others wait for the lock.
        from alembic import command  # noqa: F401

        with _waiting_longer(engine), writing(engine) as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(
                    text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK}
                )
            if _revision(connection) != schema.REVISION:  # another program may have done it
                _upgrade(connection, name)


@contextlib.contextmanager
def _waiting_longer(engine: Engine) -> Iterator[None]:
    """Wait for a writer as long as a migration may take, not as long as a call's writing may."""
    if engine.dialect.name != "sqlite":
        yield
        return
    with engine.connect() as connection:
        before = connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {max(before, _MIGRATING_MS)}")
    try:
        yield
    finally:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {before}")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if revision is None else str(revision)


def _upgrade(connection: Connection, name: str) -> None:
    # Alembic costs a second to import: only when there is something to migrate.
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    # Alembic reads % as interpolation.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    # Which migration ran is no news to whoever reads the app's log.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise StoreError(
            f"{name} was made by a newer Call Assist; update this one to open it."
        ) from None


_EXPLANATIONS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("not in a team", "permission denied for database"),
        "{name} does not know this login; ask its administrator to add it.",
    ),
    (
        ("more than the team shares",),
        "{name} takes less than this computer would send; sync again.",
    ),
    (
        ("permission denied for", "row-level security"),
        "{name} does not allow that; ask its administrator.",
    ),
    (
        ("file is not a database", "malformed", "hmac check failed"),
        "{name} is damaged or was made with another key; put both back from a backup. Where only "
        "the database is damaged, move it away: kept journals are stored again.",
    ),
    (
        ("locked", "busy"),
        "{name} is in use by another program; close that and try again.",
    ),
    (
        ("full", "disk i/o", "no space"),
        "{name} cannot be written: the disk is full or failing; free some space and try again.",
    ),
    (
        ("readonly", "unable to open", "permission denied"),
        "{name} cannot be written; check the permissions of the file and its folder.",
    ),
    (
        ("authentication failed", "fatal:  role", "fatal:  database", "no password"),
        "{name} refuses the login; check its address, user and password.",
    ),
    (
        (
            "certificate verify failed",
            "does not match host name",
            "server does not support ssl",
            "root certificate",
        ),
        "{name} cannot show that it is the right one (no certificate, or one that is not trusted "
        "for its name): nothing was sent. Ask its administrator (docs/team-database.md).",
    ),
    (
        (
            "connection failed",
            "connection is bad",
            "could not connect",
            "connection refused",
            "server closed",
        ),
        "{name} cannot be reached; check the network and the address.",
    ),
)


@contextlib.contextmanager
def explained(name: str) -> Iterator[None]:
    """Turns the database's errors into one sentence about the database called `name`.

    The sentence never has the statement's values: they are what customers said.
    """
    try:
        yield
    except (DataError, IntegrityError, OverflowError, UnicodeEncodeError) as error:
        if "larger than a call" in str(error):
            raise UnfitCallError(
                f"{name} takes no call as large as this one; it stays on this computer alone."
            ) from None
        raise UnfitCallError(
            f"{name} cannot keep what the call says (a number or a text out of all bounds); "
            "its journal is damaged."
        ) from None
    except (SQLAlchemyError, dbapi2.Error) as error:
        raise StoreError(_sentence(error, name)) from None


def _sentence(error: Exception, name: str) -> str:
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    lines = str(cause).strip().splitlines()
    said = lines[0] if lines else type(cause).__name__
    for signs, sentence in _EXPLANATIONS:
        if any(sign in said.lower() for sign in signs):
            return sentence.format(name=name)
    return f"{name} cannot be used ({said.rstrip('.')}); run 'assist doctor'."
