"""A new key for the calls of this computer, begun by a person, finished by whatever starts next."""

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths
from assist.core.errors import AssistError

if TYPE_CHECKING:
    from assist.store.rotation import Rotated, Step
    from assist.store.stored_key import StoredKeySource

_ROTATING = "rotation.lock"
_IN_USE = "sealing.lock"
_MOMENT_S = 2.0
"""Longer than anybody opens the calls for only a moment."""

_log = logging.getLogger(__name__)


class Rotating(AssistError):
    """The calls cannot be given a new key, or used, at this moment."""


def rotate_key(*, step: "Step" = lambda name: None) -> "Rotated":
    """Give everything that is sealed a new key; the old one is gone then. Raises AssistError."""
    from assist.engine.locks import EngineLock, SharedLock, engine_lock
    from assist.store.rotation import rotate

    with contextlib.ExitStack() as held:
        # The engine's own lock: none runs now, and none starts before this is done.
        engine = engine_lock(paths.engine_socket())
        if not engine.take():
            raise Rotating(
                "Call Assist is running: end the call and close it (on the sidebar's menu, Quit), "
                "then run the command again."
            )
        held.callback(engine.release)
        ours = EngineLock(_folder() / _ROTATING)
        if not ours.take():
            raise Rotating("The calls are being given a new key already.")
        held.callback(ours.release)
        backup = EngineLock(_folder() / "backup.lock")  # half of one must not have another key
        if not backup.take():
            raise Rotating("A backup is being worked on; run the command again when that is done.")
        held.callback(backup.release)
        use = SharedLock(_folder() / _IN_USE)
        if not use.take(alone=True, patience_s=_MOMENT_S):
            raise Rotating(
                "Calls are being written at this moment (recordings are imported, or Call Assist "
                "runs in another session); run the command again when that is done."
            )
        held.callback(use.release)
        return rotate(_keys(), paths.database_file(), paths.calls_dir(), step=step)


@contextlib.contextmanager
def key_in_use() -> Iterator[None]:
    """Whoever writes sealed files holds this: the key stays the same meanwhile.

    Raises Rotating while the calls are being given another one.
    """
    from assist.engine.locks import SharedLock

    with contextlib.ExitStack() as held:
        # Where no lock can be written nobody gives the calls a new key either.
        with contextlib.suppress(OSError):
            lock = SharedLock(_folder() / _IN_USE)
            if not lock.take(patience_s=_MOMENT_S):
                raise Rotating(_BEING_ROTATED)
            held.callback(lock.release)
        yield


_BEING_ROTATED = (
    "The calls are being given a new key, or put back from a backup; try again when that is done."
)


def finish_rotation() -> None:
    """Go on with a new key that something interrupted; quick where there is none.

    Where nothing has the new key yet, and nothing can be given it now, the calls keep theirs.
    """
    if not _keys().next_file.exists():
        return
    from assist.engine.locks import EngineLock
    from assist.store.rotation import NotBegun, rotate

    lock = EngineLock(_folder() / _ROTATING)
    if not lock.take():
        raise Rotating(_BEING_ROTATED)
    try:
        if _keys().next_file.exists():
            rotate(_keys(), paths.database_file(), paths.calls_dir())
    except NotBegun as error:
        _log.warning("%s", error)
    finally:
        lock.release()


def _folder() -> Path:
    folder = paths.state_dir()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _keys() -> "StoredKeySource":
    from assist.store.stored_key import StoredKeySource

    return StoredKeySource(paths.state_dir() / "database.key", database=paths.database_file())
