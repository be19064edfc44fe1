"""A new key for the calls of this computer, begun by a person, finished by whatever starts next."""

from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths
from assist.core.errors import AssistError

if TYPE_CHECKING:
    from assist.store.rotation import Rotated, Step
    from assist.store.stored_key import StoredKeySource

_ROTATING = "rotation.lock"


class Rotating(AssistError):
    """The calls cannot be given a new key, or used, at this moment."""


def rotate_key(*, step: "Step" = lambda name: None) -> "Rotated":
    """Give everything that is sealed a new key; the old one is gone then. Raises AssistError."""
    from assist.engine.locks import EngineLock, engine_lock
    from assist.store.rotation import rotate

    # The engine's own lock: none runs now, and none starts before this is done.
    lock = engine_lock(paths.engine_socket())
    if not lock.take():
        raise Rotating(
            "Call Assist is running: end the call and close it (on the sidebar's menu, Quit), "
            "then run the command again."
        )
    ours = EngineLock(_folder() / _ROTATING)
    backup = EngineLock(_folder() / "backup.lock")  # half of a backup must not have another key
    try:
        if not ours.take():
            raise Rotating("The calls are being given a new key already.")
        if not backup.take():
            raise Rotating("A backup is being worked on; run the command again when that is done.")
        return rotate(_keys(), paths.database_file(), paths.calls_dir(), step=step)
    finally:
        backup.release()
        ours.release()
        lock.release()


def finish_rotation() -> None:
    """Go on with a new key that something interrupted; quick where there is none."""
    if not _keys().next_file.exists():
        return
    from assist.engine.locks import EngineLock
    from assist.store.rotation import rotate

    lock = EngineLock(_folder() / _ROTATING)
    if not lock.take():
        raise Rotating("The calls are being given a new key; try again when that is done.")
    try:
        if _keys().next_file.exists():
            rotate(_keys(), paths.database_file(), paths.calls_dir())
    finally:
        lock.release()


def _folder() -> Path:
    folder = paths.state_dir()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _keys() -> "StoredKeySource":
    from assist.store.stored_key import StoredKeySource

    return StoredKeySource(paths.state_dir() / "database.key", database=paths.database_file())
