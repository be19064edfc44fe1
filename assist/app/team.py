"""The team's database, or the folder that stands in for it, as the settings name it."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths
from assist.app.chosen import load_settings, user_name
from assist.app.sealing import read_kept
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
    from assist.app.erasure import take_erasures
    from assist.store.errors import StoreError
    from assist.store.shared_folder import folder_of
    from assist.store.sync import DatabaseSync

    settings, folder = load_settings(), folder_of(_address())
    with open_store() as store:
        store.catch_up()
        if folder is not None:
            report = _exchange(store, folder, should_stop)
            store.remover.erase_elsewhere(())  # what the lead erased
            return report
        # Before anything is sent; where it fails, sending fails too and says why.
        with contextlib.suppress(StoreError):
            take_erasures(store, _address())
        with team_engine() as team:
            sync = DatabaseSync(
                store.engine,
                team,
                local_name=store.name,
                shares=settings.team_shares,
                now=lambda: datetime.now().astimezone(),
                read_sound=read_kept,
            )
            return sync.run(should_stop)


def _exchange(store: "SqlCallStore", folder: Path, should_stop: Callable[[], bool]) -> "SyncReport":
    """A lead, who has the folder's key, takes what came; everybody else sends."""
    from assist.store.folder_sync import Folder

    shared = Folder(path=folder, local=store.engine, local_name=store.name)
    try:
        key = _folder_key().read_text(encoding="ascii").strip()
    except FileNotFoundError:
        settings = load_settings()
        return shared.send(settings.team_shares, settings.agent_name, should_stop, read_kept)
    return shared.receive(key)


def _folder_key() -> Path:
    return paths.state_dir() / "team-folder.key"


def make_team_folder(folder: Path) -> None:
    """Make a team's folder whose calls this computer opens. Raises AssistError."""
    from assist.store.folder_sync import make_folder

    file = _folder_key()
    if file.exists():
        raise UsageError(f"{file} opens a team's folder already; move it away to make another.")
    key = make_folder(folder)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(key + "\n")


def sync_quietly(should_stop: Callable[[], bool]) -> None:
    """What the engine does now and then: nothing where nothing is to leave this computer."""
    if is_syncing(load_settings()):
        sync_now(should_stop)


def sync_status() -> "SyncStatus":
    """How things stand; asks nobody."""
    from assist.store.sync import sync_status

    with open_store() as store:
        store.catch_up()
        return sync_status(store.engine, store.name, _target(store))


def leads_folder() -> bool:
    """Whether this computer opens what comes to the team's folder."""
    return _folder_key().exists()


def skip_waiting() -> int:
    """Leave out what waits now; returns how many calls that are."""
    from assist.store import outbox
    from assist.store.database import writing

    with open_store() as store, writing(store.engine) as connection:
        return outbox.skip_all(connection, _target(store))


def _target(store: "SqlCallStore") -> str:
    """What the set address is remembered by."""
    from assist.store.folder_sync import Folder
    from assist.store.shared_folder import folder_of
    from assist.store.sync import target_of
    from assist.store.team import team_url

    address = _address()
    folder = folder_of(address)
    if folder is None:
        return target_of(team_url(address))
    return Folder(path=folder, local=store.engine, local_name=store.name).target


def is_syncing(settings: Settings) -> bool:
    """Whether anything is to leave this computer."""
    return bool(settings.team_database) and settings.team_shares != "nothing"


def looks() -> "tuple[Look, ...]":
    """Who looked at the calls of the login, or of this computer where a folder is set."""
    from assist.store.looks import looks_of_folder
    from assist.store.shared_folder import folder_of
    from assist.store.team import looks

    if folder_of(_address()) is not None:
        with open_store() as store:
            return looks_of_folder(store.engine, store.name)
    with team_engine() as engine:
        return looks(engine)


def log_looks(store: "SqlCallStore", call_ids: Iterable[str], what: str) -> None:
    """Log that words of these calls are about to be shown, where they came through a folder."""
    from assist.store.looks import log_looks

    now = datetime.now().astimezone()
    log_looks(store.engine, store.name, call_ids, who=user_name(), what=what, now=now)
