"""The databases that every store must behave the same on."""

import contextlib
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL

from assist.store.calls import SqlCallStore
from assist.store.database import migrate, open_postgres
from assist.store.keys import FileKeySource
from assist.store.team import Person, add_person, init_team
from tests.helpers import postgres
from tests.helpers.teamdatabase import Team, send_calls

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
    _run(postgres_url, f"CREATE DATABASE {name} TEMPLATE {postgres_template} STRATEGY FILE_COPY")
    yield postgres_url.set(database=name)
    _run(postgres_url, f"DROP DATABASE {name} WITH (FORCE)")


PEOPLE = (
    Person(login="sarah", name="Sarah", team="blue"),
    Person(login="sam", name="Sam", team="blue"),
    Person(login="rita", name="Rita", team="red"),
    Person(login="lea", name="Lea", team="blue", leads=("blue",)),
    Person(login="rob", name="Rob", team="red", leads=("red",)),
)


@pytest.fixture(scope="session")
def team_template(postgres_url: URL, postgres_template: str) -> str:
    """The name of a database with rights and people."""
    name = "team_template"
    _run(postgres_url, f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
    engine = open_postgres(postgres_url.set(database=name))
    init_team(engine)
    for person in PEOPLE:
        add_person(engine, person, "")
    engine.dispose()
    _run(postgres_url, "CREATE ROLE ada LOGIN IN ROLE assist_admin")
    return name


@contextlib.contextmanager
def new_team(postgres_url: URL, template: str, name: str) -> Iterator[Team]:
    """A copy of the template under a name of its own."""
    _run(postgres_url, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    yield Team(url=postgres_url.set(database=name))
    _run(postgres_url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def team(postgres_url: URL, team_template: str, request: pytest.FixtureRequest) -> Iterator[Team]:
    """A team's database of this test's own."""
    name = f"team_{zlib.crc32(request.node.nodeid.encode())}"
    with new_team(postgres_url, team_template, name) as made:
        yield made


@pytest.fixture(scope="session")
def team_with_calls(
    postgres_url: URL, team_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Team]:
    """A call of each agent; made once, so tests leave nothing behind but looks."""
    with new_team(postgres_url, team_template, "team_with_calls") as made:
        send_calls(made, tmp_path_factory.mktemp("agents"))
        yield made


@pytest.fixture
def filled(team_with_calls: Team) -> Team:
    """The team with calls, and an empty log of looks."""
    engine = open_postgres(team_with_calls.url)
    with engine.begin() as connection:
        connection.execute(text("TRUNCATE looks"))
        connection.execute(text("ALTER ROLE sarah RESET ALL"))
    engine.dispose()
    return team_with_calls


@pytest.fixture
def as_lea(filled: Team, tmp_path: Path) -> Iterator[SqlCallStore]:
    """The calls as the lead of sarah and sam has them."""
    engine = filled.engine("lea")
    folder = tmp_path / "none"
    with SqlCallStore.on_engine(engine, name="The team database", calls_folder=folder) as store:
        yield store


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
