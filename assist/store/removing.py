"""Deletes calls, or one kind of what is kept of them, and logs that it did.

Rows go in one transaction with their line in the log; a call's files just before or after, so that
what a crash cuts off is finished when the store is next opened. Nothing on legal hold is touched.
"""

import contextlib
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from assist.core.records import RecordCodec
from assist.store import desk_schema, retention
from assist.store.customers import Customer, Found, find
from assist.store.database import explained, writing
from assist.store.deletion_log import (
    ERASURE,
    Deletion,
    Removed,
    erased_elsewhere,
    is_stored,
    latest,
    log,
    note_erased,
)
from assist.store.errors import NotRemovedError, StoreError
from assist.store.folders import move, remove
from assist.store.holds import OnHold, check_free, hold_newcomers
from assist.store.retention import Kind, Limit, due, remove_file
from assist.store.unstored import JOURNAL_NAME, LEAVING, Unstored, speaks_of
from assist.store.unstored_calls import UnstoredCalls

_LOG_WAIT_MS = 1_000
"""The app itself reads for a moment at a time."""

_MOST_FAILED = 200
"""Of a folder in which nothing can be deleted not every call is tried each time."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundHere(Found):
    """On this computer. `unstored` calls are in no table, `unknown` ones nobody's that is known.

    `speaking` are unstored calls of others in which the whole name was said.
    """

    unstored: tuple[Unstored, ...] = ()
    unknown: tuple[Unstored, ...] = ()
    speaking: tuple[Unstored, ...] = ()


class Remover:
    """Of one database and one folder of calls; used by one thread at a time. Raises StoreError."""

    def __init__(
        self, engine: Engine, name: str, calls_folder: Path, records: RecordCodec | None = None
    ) -> None:
        self._engine = engine
        self._name = name
        self._calls_folder = calls_folder
        self.unstored = UnstoredCalls(engine, name, calls_folder, records)
        self._is_together = False
        self.has_old_pages = False
        """Whether what was deleted still stands in the database's files, encrypted as all is."""

    # --- whole calls -----------------------------------------------------------------------------

    def delete(self, call_id: str, *, why: str = "asked", by: str = "") -> None:
        """Remove a call from the tables and the search index, and its folder. Raises OnHold."""
        with explained(self._name), writing(self._engine) as connection:
            leaving = self._delete(connection, call_id, why, by)
        try:
            if leaving is not None:
                remove(leaving)
        finally:
            self.drop_old_pages()

    def delete_unstored(self, call: Unstored, *, why: str = "asked", by: str = "") -> None:
        """Remove a call that no table had when it was found, and has by now perhaps."""
        if not self.unstored.delete(call, why=why, by=by):
            self.delete(call.folder.name, why=why, by=by)

    def _delete(self, connection: Connection, call_id: str, why: str, by: str) -> Path | None:
        """The rows; returns the folder, moved out of the way, that is to be removed."""
        hold_newcomers(connection)
        check_free(connection, call_id)
        _check_known(connection, call_id)
        log(connection, call_id, Kind.CALLS, why, by)
        retention.forget(connection, call_id, Kind.CALLS)
        folder = self._folder(call_id)
        if folder is None or not folder.is_dir():
            return None  # from another computer, or a journal that lies elsewhere
        # While the database is locked: `finish` of another program waits, and `catch_up` never
        # sees a call that has a folder but no row.
        leaving = folder.with_name(LEAVING + folder.name)
        move(folder, leaving)
        return leaving

    def _folder(self, call_id: str) -> Path | None:
        """Where the call's files are if they are ours.

        Never by the path in the call's row: the whole home may have been moved, copied or reached
        by a link since. None: an id that names no folder.
        """
        if call_id.startswith(".") or Path(call_id).name != call_id:
            return None
        return self._calls_folder.absolute() / call_id

    def finish(self) -> Mapping[str, str]:
        """Remove, or give back, the folders of deletions that a crash or power cut broke off.

        Returns why any could not be, by the ids of their calls; the next time tries again.
        """
        left_over = sorted(self._calls_folder.glob(f"{LEAVING}*"))
        failed: dict[str, str] = {}
        if not left_over:
            return failed
        with explained(self._name), writing(self._engine) as connection:
            for leaving in left_over:
                call_id = leaving.name.removeprefix(LEAVING)
                try:
                    if not is_stored(connection, call_id):
                        remove(leaving)
                    elif leaving.exists():
                        move(leaving, leaving.with_name(call_id))
                except NotRemovedError as error:
                    _log.info("A deletion is not finished: %s", error)
                    failed[call_id] = str(error)
        return failed

    # --- one kind of data ------------------------------------------------------------------------

    def forget(self, call_id: str, kind: Kind, *, why: str = "asked", by: str = "") -> None:
        """Take one kind out of a call: rows, index and files. Raises OnHold."""
        if kind is Kind.CALLS:
            self.delete(call_id, why=why, by=by)
            return
        folder = self._folder(call_id)
        with explained(self._name), writing(self._engine) as connection:
            hold_newcomers(connection)
            check_free(connection, call_id)
            _check_known(connection, call_id)
            sounds = _sounds(connection, call_id)
            retention.forget(connection, call_id, kind)
            log(connection, call_id, kind, why, by)
            # Before the rows are committed: cut off here, the call is still known to be due.
            if folder is not None and kind is Kind.SOUND:
                for name in sounds:  # an imported call's recording lies elsewhere: somebody else's
                    remove_file(folder / name)
            elif folder is not None:
                # The journal holds all of it: what goes from the rows must not stay there.
                remove_file(folder / JOURNAL_NAME)
        self.drop_old_pages()

    def expire(self, kind: Kind, limit: Limit, now: datetime, count: int) -> Removed:
        """Take out what is kept longer than it may be, of so many calls at most.

        A call whose files cannot be deleted keeps no other from being deleted.
        """
        if limit.is_for_ever:
            return Removed()
        with self.together():
            return self._expire(kind, limit, now, count)

    def _expire(self, kind: Kind, limit: Limit, now: datetime, count: int) -> Removed:
        done, failed, tried = 0, dict[str, str](), set[str]()
        while done < count and len(failed) < _MOST_FAILED:
            with explained(self._name), writing(self._engine) as connection:
                hold_newcomers(connection)
                calls = due(connection, kind, limit, now, count - done + len(tried))
            calls = tuple(call_id for call_id in calls if call_id not in tried)
            if not calls:
                break
            for call_id in calls:
                tried.add(call_id)
                try:
                    self.forget(call_id, kind, why="age")
                except OnHold:  # since it was looked up
                    continue
                except NotRemovedError as error:
                    failed[call_id] = str(error)
                else:
                    done += 1
        return Removed(count=done, failed=failed)

    # --- a customer ------------------------------------------------------------------------------

    def find(self, customer: Customer) -> FoundHere:
        """Their calls, stored or not, and what may be one of theirs and cannot be read."""
        with explained(self._name), writing(self._engine) as connection:
            hold_newcomers(connection)
            found = find(connection, customer)
            others = self.unstored.found(connection)
        return FoundHere(
            calls=found.calls,
            mentions=found.mentions,
            unstored=tuple(call for call in others if call.is_of(customer)),
            speaking=tuple(
                call for call in others if speaks_of(call, customer) and not call.is_of(customer)
            ),
            unknown=tuple(call for call in others if not call.is_known),
        )

    def pending(self) -> tuple[str, ...]:
        """Calls here that another computer of the team erased."""
        with explained(self._name), self._engine.connect() as connection:
            return erased_elsewhere(connection)

    def erase_elsewhere(self, call_ids: Sequence[str], *, why: str = ERASURE) -> int:
        """Delete calls that were erased on another computer, but for those on hold here."""
        with explained(self._name), writing(self._engine) as connection:
            note_erased(connection, call_ids)
        done, waiting = 0, self.pending()
        with self.together() if waiting else contextlib.nullcontext():
            for call_id in waiting:
                try:
                    self.delete(call_id, why=why, by="the team")
                except (OnHold, NotRemovedError) as error:
                    _log.info("Not erased: %s", error)  # tried again with the next exchange
                else:
                    done += 1
        return done

    # --- the log ---------------------------------------------------------------------------------

    def log(self, limit: int = 1000) -> tuple[Deletion, ...]:
        """What was deleted, the latest first."""
        with explained(self._name), self._engine.connect() as connection:
            return latest(connection, limit)

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """What is deleted meanwhile leaves the write-ahead log in one go, at the end."""
        self._is_together = True
        try:
            yield
        finally:
            self._is_together = False
            self.drop_old_pages()

    def drop_old_pages(self) -> None:
        """Empty SQLite's write-ahead log: pages from before the deletion stand in it.

        `has_old_pages` tells whether somebody who reads the database just now is in the way.
        """
        if self._engine.dialect.name != "sqlite" or self._is_together:
            return
        with explained(self._name):
            # Not through a Connection: that would begin a transaction first.
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                [patience] = cursor.execute("PRAGMA busy_timeout").fetchone()
                cursor.execute(f"PRAGMA busy_timeout = {_LOG_WAIT_MS}")
                is_busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                cursor.execute(f"PRAGMA busy_timeout = {patience}")
            finally:
                connection.close()
        self.has_old_pages = bool(is_busy)
        if is_busy:
            _log.info("%s is being read: its log is emptied later", self._name)


def _check_known(connection: Connection, call_id: str) -> None:
    if not is_stored(connection, call_id):
        raise StoreError(f"There is no call '{call_id}'; 'assist calls list' shows them.")


def _sounds(connection: Connection, call_id: str) -> list[str]:
    """The names of the call's sound files."""
    table = desk_schema.kept_audio.c
    return [
        Path(file).name
        for file in connection.scalars(select(table.file).where(table.call_id == call_id))
    ]
