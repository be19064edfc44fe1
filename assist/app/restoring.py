"""Putting a backup back, begun by a person, finished by whatever starts next."""

import contextlib
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths, settings
from assist.app.backup import STATE_FILES, BackupBusy, key_from, only_one
from assist.app.store import open_store
from assist.core.errors import UsageError

if TYPE_CHECKING:
    from assist.store.backup_copy import Line
    from assist.store.backup_files import Step
    from assist.store.restore import Restored, Target

_READY = "restoring/ready"
"""As `store.restore` marks what is whole and not yet in its place, asked without loading that."""

_log = logging.getLogger(__name__)


def restore_backup(
    folder: Path,
    *,
    into: Path | None = None,
    key_file: Path | None = None,
    step: "Step" = lambda name: None,
) -> "Restored":
    """Put the backup in `folder` back here, where there are no calls, or `into` a new folder.

    `into` becomes a home of its own (CALLASSIST_HOME). Raises AssistError.
    """
    from assist.store.restore import restore

    key = key_from(key_file)
    folder = folder.absolute()
    if into is not None:
        into = into.absolute()
        if into.exists() and (not into.is_dir() or any(into.iterdir())):
            raise UsageError(f"{into} is not empty; name a new folder.")
        target = _target(into / "state", into / "config")
        log = _deletions_here()
        # To look at: what is deleted there is deleted there alone.
        done = restore(folder, key, target, log, stays_known=False, step=step)
        _leave_team(into / "config" / paths.settings_file().name)
        return done
    with _nobody_at_work():
        _refuse_calls()
        log = _deletions_here()
        return restore(folder, key, own_target(), log, step=step)


def _leave_team(settings_file: Path) -> None:
    """Nothing that is done in a home to look at reaches the team either."""
    if settings_file.exists():
        with contextlib.suppress(settings.SettingsError):  # unreadable: there is no team then
            settings.unset_setting(settings_file, "team_database")


def own_target() -> "Target":
    return _target(paths.state_dir(), paths.config_dir())


def finish_restore() -> None:
    """Go on where a backup was being put back and something ended us; quick where none was."""
    if not (paths.state_dir() / _READY).exists():
        return
    from assist.store.restore import finish, is_unfinished

    with only_one():
        if is_unfinished(own_target()):
            placed = finish(own_target())
            if placed.key_aside is not None:
                _log.warning("The key that was here before the backup is in %s", placed.key_aside)


def _target(state: Path, config: Path) -> "Target":
    from assist.store.restore import Target

    def place(name: str) -> Path | None:
        kind, _, rest = name.partition("/")
        if kind == "config":
            return config / rest
        return state / rest if kind == "state" and rest in STATE_FILES else None

    return Target(
        database=state / "calls.db",
        calls_folder=state / "calls",
        key=state / "database.key",
        files=place,
    )


def _refuse_calls() -> None:
    if any(paths.calls_dir().glob("*/")):
        raise UsageError(_TAKEN.format(folder=paths.calls_dir()))
    if paths.database_file().exists():
        from assist.store.model import CallFilter

        with open_store() as store:
            if store.list_calls(CallFilter(limit=1)):
                raise UsageError(_TAKEN.format(folder=paths.state_dir()))


_TAKEN = (
    "There are calls in {folder} already; put the backup into a folder of its own with --into "
    "FOLDER."
)


def _deletions_here() -> "Mapping[str, Line]":
    from assist.store.backup_copy import lines_of_log
    from assist.store.database import explained

    if not paths.database_file().exists():
        return {}
    with open_store() as store, explained(store.name), store.engine.connect() as connection:
        return lines_of_log(connection)


@contextlib.contextmanager
def _nobody_at_work() -> Iterator[None]:
    from assist.engine.locks import EngineLock

    lock = EngineLock(paths.engine_socket().with_name("engine.lock"))
    if not lock.take():
        raise BackupBusy(
            "Call Assist is running: close it (on the sidebar's menu, Quit), then run the command "
            "again."
        )
    try:
        with only_one():
            yield
    finally:
        lock.release()
