"""The databases that every store must behave the same on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL

from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
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


@pytest.fixture
def empty_database(postgres_url: URL, request: pytest.FixtureRequest) -> Iterator[URL]:
    """A database of this test's own."""
    admin = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    name = f"test_{abs(hash(request.node.nodeid))}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield postgres_url.set(database=name)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> OpenStore:
    """Opens the test's store; again opens the same database again."""
    if request.param == "sqlite":
        keys = FileKeySource(tmp_path / "database.key")
        return lambda: SqlCallStore(tmp_path / "calls.db", keys)
    url: URL = request.getfixturevalue("empty_database")
    return lambda: SqlCallStore.on_engine(
        open_postgres(url), name="The team database", calls_folder=tmp_path / "calls"
    )


@pytest.fixture
def store(open_store: OpenStore) -> Iterator[SqlCallStore]:
    with open_store() as opened:
        yield opened
