"""Deletes calls that no table has, for a customer who asks or by age, and logs that it did."""

import logging
from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from assist.core.records import RecordCodec
from assist.store.database import explained, writing
from assist.store.deletion_log import Removed, is_stored, log
from assist.store.errors import NotRemovedError, StoreError
from assist.store.folders import move, remove
from assist.store.holds import OnHold
from assist.store.retention import Kind, Limit, remove_file
from assist.store.unstored import (
    LEAVING,
    Unstored,
    check_unstored_free,
    is_due,
    sound_of,
    unstored,
)

_LONGEST_ID = 64

_log = logging.getLogger(__name__)


class UnstoredCalls:
    """Of one folder of calls beside one database; used by one thread at a time.

    Raises StoreError.
    """

    def __init__(
        self, engine: Engine, name: str, calls_folder: Path, records: RecordCodec | None
    ) -> None:
        self._engine = engine
        self._name = name
        self._calls_folder = calls_folder
        self._records = records

    def all(self) -> tuple[Unstored, ...]:
        """What lies in the folder of calls and is not stored, the oldest first."""
        with explained(self._name), self._engine.connect() as connection:
            return self.found(connection)

    def found(self, connection: Connection, *, only_quiet: bool = False) -> tuple[Unstored, ...]:
        return unstored(connection, self._calls_folder, self._records, only_quiet=only_quiet)

    def quiet(self) -> tuple[Unstored, ...]:
        """Those that nobody writes just now: quickly none, where every call is stored."""
        with explained(self._name), self._engine.connect() as connection:
            return self.found(connection, only_quiet=True)

    def delete(self, call: Unstored, *, why: str = "asked", by: str = "") -> bool:
        """Remove a call that nobody works on. Raises OnHold, also where nobody can tell.

        False where it was stored since it was looked up: it is a call like any other then.
        """
        leaving = call.folder.with_name(LEAVING + call.folder.name)
        try:
            with explained(self._name), writing(self._engine) as connection:
                if is_stored(connection, call.folder.name):
                    return False
                check_unstored_free(connection, call)
                _log_deletion(connection, call, Kind.CALLS, why, by)
                move(call.folder, leaving)
        except StoreError:
            if leaving.exists() and not call.folder.exists():  # the log could not be written
                move(leaving, call.folder)
            raise
        remove(leaving)
        return True

    def expire(
        self, calls: Iterable[Unstored], kind: Kind, limit: Limit, now: datetime, count: int
    ) -> Removed:
        """Take out what is older than it may be kept of any call, whatever of it could be read.

        Words, names and findings lie in one file: where one of them has to go, the call goes.
        """
        done, failed = 0, dict[str, str]()
        for call in calls:
            if done == count:
                break
            if not is_due(call, limit, now) or not call.folder.exists():
                continue
            try:
                is_sound = kind is Kind.SOUND
                done += self._forget_sound(call) if is_sound else self.delete(call, why="age")
            except OnHold as error:
                _log.info("Not deleted: %s", error)
            except NotRemovedError as error:
                failed[call.id] = str(error)
        return Removed(count=done, failed=failed)

    def _forget_sound(self, call: Unstored) -> bool:
        """Whether there was any that nobody needs."""
        found = sound_of(call)
        if not found:
            return False
        with explained(self._name), writing(self._engine) as connection:
            check_unstored_free(connection, call)
            _log_deletion(connection, call, Kind.SOUND, "age", "")
            for each in found:
                if each.is_dir():
                    remove(each)
                else:
                    remove_file(each)
        return True

    def remove_left(self, call_ids: Collection[str]) -> None:
        """Remove what lies about of calls that were deleted: an older copy that was put back."""
        for call in self.quiet():
            is_his = call.folder.name in call_ids and call.id == call.folder.name
            if not is_his or call.is_open:
                continue
            leaving = call.folder.with_name(LEAVING + call.folder.name)
            try:
                with explained(self._name), writing(self._engine) as connection:
                    check_unstored_free(connection, call)
                    if not is_stored(connection, call.id):
                        move(call.folder, leaving)
                remove(leaving)
            except (OnHold, NotRemovedError) as error:
                _log.info("What is left of a deleted call stays: %s", error)


def _log_deletion(connection: Connection, call: Unstored, kind: Kind, why: str, by: str) -> None:
    """By its id, and by its folder's name where that is another: backups know it by that."""
    names = {call.id} if call.is_importing else {call.id, call.folder.name}
    for name in sorted(names):
        log(connection, name[:_LONGEST_ID], kind, why, by)
