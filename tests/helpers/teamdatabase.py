"""A team's database as tests ask it, in somebody's name, and the calls that are in it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Engine, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from assist import settings
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.sync import DatabaseSync, SyncReport
from tests.helpers.finished_calls import write_call

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CALLS = {
    "sarah": "20261120T101500-sarah",
    "sam": "20261121T101500-sam",
    "rita": "20261122T101500-rita",
}
SECRET = "refunds"
"""Said in every call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team's database with some people: Sarah and Sam of blue, led by Lea; Rita of red, led by
    Rob; and Ada, its administrator."""

    url: URL

    def engine(self, login: str) -> Engine:
        """A connection of somebody; the test's own closes it."""
        return open_postgres(self.url.set(username=login))


class FixedKey:
    """A key that needs no file."""

    def database_key(self) -> bytes:
        return bytes(32)


class Workstation:
    """Somebody's computer: a store, and what synchronizes it."""

    def __init__(self, home: Path, team: Team, login: str, shares: str = "transcripts") -> None:
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self.store = SqlCallStore(home / "calls.db", FixedKey())
        self.team = team.engine(login)
        self.shares = shares

    def add(self, *calls: str) -> None:
        for call in calls:
            self.store.save_call(write_call(self.home, call))

    def sync(self, team: Engine | None = None, stop_after: int = -1) -> SyncReport:
        asked = iter(range(10**6))

        def should_stop() -> bool:
            return next(asked) >= stop_after >= 0

        sync = DatabaseSync(
            self.store.engine,
            team or self.team,
            local_name="The calls database",
            shares=self.shares,
            now=lambda: NOW,
        )
        return sync.run(should_stop)

    def close(self) -> None:
        self.store.close()
        self.team.dispose()


def ask(team: Team, login: str, statement: str, **values: Any) -> list[Any]:
    """What a statement gives somebody, in a transaction of its own."""
    engine = team.engine(login)
    try:
        with engine.begin() as connection:
            result = connection.execute(text(statement), values)
            return [tuple(row) for row in result] if result.returns_rows else []
    finally:
        engine.dispose()


def is_refused(team: Team, login: str, statement: str) -> bool:
    """Whether the database does not even begin."""
    try:
        ask(team, login, statement)
    except DBAPIError as error:
        return isinstance(error.orig, psycopg.errors.InsufficientPrivilege)
    return False


def send_calls(team: Team, folder: Path) -> None:
    """A call of each agent, sent by their own computers, whose stores are below the folder."""
    for login, call in CALLS.items():
        home = folder / login
        home.mkdir()
        engine = team.engine(login)
        with SqlCallStore(home / "calls.db", FixedKey()) as store:
            store.save_call(write_call(home, call, name=f"Customer of {login}"))
            sync = DatabaseSync(
                store.engine, engine, local_name="x", shares="transcripts", now=lambda: NOW
            )
            assert sync.run().sent == 1
        engine.dispose()


def log_in(team: Team, login: str, home: Path) -> None:
    """Have this computer's settings name the team's database as this person."""
    address = team.url.set(username=login, drivername="postgresql")
    file = home / "config" / "settings.toml"
    settings.set_setting(file, "team_database", address.render_as_string(hide_password=False))
