"""The team's database, or the folder that stands in for it, as the settings name it."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from assist import paths
from assist.app.chosen import load_settings
from assist.app.store import open_store
from assist.core.errors import UsageError
from assist.settings import Settings

if TYPE_CHECKING:
    from assist.store.calls import SqlCallStore
    from assist.store.sync import SyncReport, SyncStatus
    from assist.store.team import Look, TeamEngine


class NoTeam(UsageError):
    """The settings name no team's database."""


def _address() -> str:
    settings = load_settings()
    if not settings.team_database:
        raise NoTeam(
            "No team database is set; 'assist settings set team_database "
            "postgresql://LOGIN@HOST/DATABASE' sets one (docs/team-database.md)."
        )
    return settings.team_database


@contextlib.contextmanager
def team_engine(address: str = "") -> "Iterator[TeamEngine]":
    """A connection to the team's database, or to the one at `address`."""
    from assist.store.team import open_team

    engine = open_team(address or _address())
    try:
        yield engine
    finally:
        engine.dispose()


def open_team_store() -> "SqlCallStore":
    """The team's calls as the login may see them."""
    from assist.store.calls import SqlCallStore
    from assist.store.team import NAME, open_team

    # No journals lie there: what is stored comes from the workstations.
    folder = paths.state_dir() / "team"
    return SqlCallStore.on_engine(open_team(_address()), name=NAME, calls_folder=folder)


def sync_now(should_stop: Callable[[], bool] = lambda: False) -> "SyncReport":
    """Send what waits and fetch what others wrote. Raises AssistError where nothing is set up."""
    from assist.store.sync import DatabaseSync

    settings = load_settings()
    with open_store() as store, team_engine() as team:
        store.catch_up()
        sync = DatabaseSync(
            store.engine,
            team,
            local_name=store.name,
            shares=settings.team_shares,
            now=lambda: datetime.now().astimezone(),
        )
        return sync.run(should_stop)


def sync_quietly(should_stop: Callable[[], bool]) -> None:
    """What the engine does now and then: nothing where nothing is to leave this computer."""
    if is_syncing(load_settings()):
        sync_now(should_stop)


def sync_status() -> "SyncStatus":
    """How things stand; asks nobody."""
    from assist.store.sync import sync_status, target_of
    from assist.store.team import team_url

    target = target_of(team_url(_address()))
    with open_store() as store:
        store.catch_up()
        return sync_status(store.engine, store.name, target)


def skip_waiting() -> int:
    """Leave out what waits now; returns how many calls that are."""
    from assist.store import outbox
    from assist.store.database import writing
    from assist.store.sync import target_of
    from assist.store.team import team_url

    target = target_of(team_url(_address()))
    with open_store() as store, writing(store.engine) as connection:
        return outbox.skip_all(connection, target)


def is_syncing(settings: Settings) -> bool:
    """Whether anything is to leave this computer."""
    return bool(settings.team_database) and settings.team_shares != "nothing"


def looks() -> "tuple[Look, ...]":
    """Who looked at the calls of the login."""
    from assist.store.team import looks

    with team_engine() as engine:
        return looks(engine)
