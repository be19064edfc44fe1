"""Putting a backup back, begun by a person, finished by whatever starts next."""

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths, settings
from assist.app.backup import STATE_FILES, BackupBusy, key_from, only_one
from assist.app.sealing import call_keys
from assist.app.store import open_store
from assist.core.errors import UsageError

if TYPE_CHECKING:
    from assist.store.backup_files import Step
    from assist.store.before_restore import Here
    from assist.store.restore import Restored, Target
    from assist.store.stored_key import StoredKeySource

_READY = "restoring/ready"
"""As `store.restore` marks what is whole and not yet in its place, asked without loading that."""

_MOMENT_S = 2.0
"""Longer than anybody opens the calls for only a moment."""

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
    from assist.store.backup_manifest import MANIFEST
    from assist.store.restore import restore

    finish_restore()
    key = key_from(key_file)
    folder = folder.absolute()
    if into is not None:
        into = into.absolute()
        if into.exists() and (not into.is_dir() or any(into.iterdir())):
            raise UsageError(f"{into} is not empty; name a new folder.")
        if any((above / MANIFEST).exists() for above in into.resolve().parents):
            raise UsageError(
                f"{into} lies in a backup, and would have the key that opens it; name a folder "
                "elsewhere."
            )
        target = _target(into / "state", into / "config")
        # To look at: what is deleted there is deleted there alone.
        done = restore(folder, key, target, _beside(), stays_known=False, step=step)
        _leave_team(into / "config" / paths.settings_file().name)
        return done
    keys = call_keys()
    with _nobody_at_work():
        return restore(folder, key, own_target(), _replaced(keys), step=step)


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


def _replaced(keys: "StoredKeySource") -> "Here":
    """What stays of the home that is replaced. Raises AssistError where there are calls.

    Nobody opens the calls meanwhile; not by `open_store`, which would wait for ourselves.
    """
    from assist.store.before_restore import Here, is_open_elsewhere, look
    from assist.store.database import migrate, open_sqlite

    if any(paths.calls_dir().glob("*/")):
        raise UsageError(_TAKEN.format(folder=paths.calls_dir()))
    database = paths.database_file()
    if not database.exists():
        return Here()
    if is_open_elsewhere(database, keys.database_key()):
        raise BackupBusy(
            "The calls database is in use; close Call Assist everywhere (its windows too), then "
            "run the command again."
        )
    engine = open_sqlite(database, keys)
    try:
        migrate(engine, _DATABASE)
        here = look(engine, _DATABASE)
    finally:
        engine.dispose()
    if here.has_calls:
        raise UsageError(_TAKEN.format(folder=paths.state_dir()))
    return here


_TAKEN = (
    "There are calls in {folder} already; put the backup into a folder of its own with --into "
    "FOLDER."
)
_DATABASE = "The calls database"


def _beside() -> "Here":
    """What a home beside this one must know of it."""
    from assist.store.before_restore import Here, look

    if not paths.database_file().exists():
        return Here()
    with open_store() as store:
        return look(store.engine, store.name)


@contextlib.contextmanager
def _nobody_at_work() -> Iterator[None]:
    from assist.engine.locks import SharedLock, engine_lock

    with contextlib.ExitStack() as held:
        engine = engine_lock(paths.engine_socket())
        if not engine.take():
            raise BackupBusy(
                "Call Assist is running: close it (on the sidebar's menu, Quit), then run the "
                "command again."
            )
        held.callback(engine.release)
        held.enter_context(only_one())
        # Whoever opens the calls, or begins to import some, waits for this.
        use = SharedLock(paths.state_dir() / "sealing.lock")
        if not use.take(alone=True, patience_s=_MOMENT_S):
            raise BackupBusy(
                "Calls are being written at this moment (recordings are imported, or Call Assist "
                "runs in another session); run the command again when that is done."
            )
        held.callback(use.release)
        yield
