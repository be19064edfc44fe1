"""The databases that every store must behave the same on."""

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL

from assist.store.calls import SqlCallStore
from assist.store.database import migrate, open_postgres
from assist.store.keys import FileKeySource
from tests.helpers import postgres

OpenStore = Callable[[], SqlCallStore]


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[URL]:
    """A running PostgreSQL."""
    reason = postgres.missing()
    if reason:
        pytest.skip(reason)
    with postgres.postgres_server() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres_url: URL) -> str:
    """The name of a migrated database: copying it is quicker than migrating for every test."""
    name = "assist_template"
    _run(postgres_url, f"CREATE DATABASE {name}")
    engine = open_postgres(postgres_url.set(database=name))
    migrate(engine, "The team database")
    engine.dispose()
    return name


@pytest.fixture
def postgres_database(
    postgres_url: URL, postgres_template: str, request: pytest.FixtureRequest
) -> Iterator[URL]:
    """A database of this test's own, with tables and no calls."""
    name = f"test_{zlib.crc32(request.node.nodeid.encode())}"
    _run(postgres_url, f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
    yield postgres_url.set(database=name)
    _run(postgres_url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def empty_postgres(postgres_url: URL, request: pytest.FixtureRequest) -> Iterator[URL]:
    """A database of this test's own with nothing in it."""
    name = f"empty_{zlib.crc32(request.node.nodeid.encode())}"
    _run(postgres_url, f"CREATE DATABASE {name}")
    yield postgres_url.set(database=name)
    _run(postgres_url, f"DROP DATABASE {name} WITH (FORCE)")


def _run(url: URL, statement: str) -> None:
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(statement))
    admin.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> OpenStore:
    """Opens the test's store; again opens the same database again."""
    if request.param == "sqlite":
        keys = FileKeySource(tmp_path / "database.key")
        return lambda: SqlCallStore(tmp_path / "calls.db", keys)
    url: URL = request.getfixturevalue("postgres_database")
    return lambda: SqlCallStore.on_engine(
        open_postgres(url), name="The team database", calls_folder=tmp_path / "calls"
    )


@pytest.fixture
def store(open_store: OpenStore) -> Iterator[SqlCallStore]:
    with open_store() as opened:
        yield opened
