"""Trying the connection to a team's database once, and saying in words what is there."""

from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from assist.store.database import explained
from assist.store.errors import StoreError

CONNECT_S = 5
"""How long a server may take to answer; one in the same building takes milliseconds."""


def try_database(address: str) -> str:
    """Connect, look and leave; what was found, as a sentence. Raises StoreError."""
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except ArgumentError:
        raise StoreError(
            "This is no address of a database; write it like postgresql://name@server/calls."
        ) from None
    name = f"The database {url.database or url.username or ''} on {url.host or 'this computer'}"
    engine = create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": CONNECT_S})
    try:
        with explained(name), engine.connect() as connection:
            version = connection.execute(text("SHOW server_version")).scalar_one()
            is_encrypted = connection.execute(
                text("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
            ).scalar()
            may_create = connection.execute(
                text("SELECT has_schema_privilege(current_user, current_schema(), 'CREATE')")
            ).scalar()
            has_calls = inspect(connection).has_table("calls")
    finally:
        engine.dispose()
    line = "encrypted" if is_encrypted else "not encrypted"
    if has_calls:
        tables = "calls are kept there already"
    elif may_create:
        tables = "nothing is kept there yet"
    else:
        tables = "but tables cannot be made there; ask its administrator for that right"
    return f"{name} answers (PostgreSQL {str(version).split()[0]}, line {line}); {tables}."
