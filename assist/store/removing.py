"""Deletes calls, or one kind of what is kept of them, and logs that it did.

Rows go in one transaction with their line in the log; a call's files just before or after, so that
what a crash cuts off is finished when the store is next opened. Nothing on legal hold is touched.
"""

import logging
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from assist.core.records import RecordCodec
from assist.store import desk_schema, outbox, retention, schema
from assist.store.customers import Customer, Found, find
from assist.store.database import explained, writing
from assist.store.deletion_schema import deletions
from assist.store.errors import StoreError
from assist.store.folders import move, remove
from assist.store.holds import OnHold, check_free, hold_newcomers
from assist.store.retention import Kind, Limit, due, remove_file
from assist.store.unstored import (
    JOURNAL_NAME,
    LEAVING,
    Unstored,
    check_unstored_free,
    is_due,
    sound_of,
    unstored,
)

ERASURE = "erasure"
"""How `why` begins where a customer asked: such a call does not come back from elsewhere."""
_LONGEST_ID = 64
_AT_ONCE = 500
"""Ids in one question: SQLite takes some thousand."""

_PENDING = "erase"
"""The target under which calls stand that another computer erased, until they are gone here."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundHere(Found):
    """On this computer. `unstored` calls are in no table, `unknown` ones nobody's that is known."""

    unstored: tuple[Unstored, ...] = ()
    unknown: tuple[Unstored, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """A line of the log: what of which call went when, why and on whose word."""

    at: datetime
    call_id: str
    what: str
    why: str
    by: str


class Remover:
    """Of one database and one folder of calls; used by one thread at a time. Raises StoreError."""

    def __init__(
        self, engine: Engine, name: str, calls_folder: Path, records: RecordCodec | None = None
    ) -> None:
        self._engine = engine
        self._name = name
        self._calls_folder = calls_folder
        self._records = records

    # --- whole calls -----------------------------------------------------------------------------

    def delete(self, call_id: str, *, why: str = "asked", by: str = "") -> None:
        """Remove a call from the tables and the search index, and its folder. Raises OnHold."""
        with explained(self._name), writing(self._engine) as connection:
            leaving = self._delete(connection, call_id, why, by)
        if leaving is not None:
            remove(leaving)
        self.drop_old_pages()

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

    def finish(self) -> None:
        """Remove, or give back, the folders of deletions that a crash or power cut broke off."""
        left_over = list(self._calls_folder.glob(f"{LEAVING}*"))
        if not left_over:
            return
        with explained(self._name), writing(self._engine) as connection:
            for leaving in left_over:
                call_id = leaving.name.removeprefix(LEAVING)
                if not _is_known(connection, call_id):
                    remove(leaving)
                elif leaving.exists():
                    move(leaving, leaving.with_name(call_id))

    # --- calls that no table has -----------------------------------------------------------------

    def unstored(self) -> tuple[Unstored, ...]:
        """What lies in the folder of calls and is not stored, the oldest first."""
        with explained(self._name), self._engine.connect() as connection:
            return unstored(connection, self._calls_folder, self._records)

    def delete_unstored(self, call: Unstored, *, why: str = "asked", by: str = "") -> None:
        """Remove a call that nobody works on. Raises OnHold, also where nobody can tell."""
        leaving = None
        with explained(self._name), writing(self._engine) as connection:
            if not _is_known(connection, call.folder.name):
                check_unstored_free(connection, call)
                log(connection, call.id[:_LONGEST_ID], Kind.CALLS, why, by)
                leaving = call.folder.with_name(LEAVING + call.folder.name)
                move(call.folder, leaving)
        if leaving is None:  # stored since it was looked up
            self.delete(call.folder.name, why=why, by=by)
        else:
            remove(leaving)

    def expire_unstored(self, kind: Kind, limit: Limit, now: datetime, count: int) -> int:
        """Take out what is older than it may be kept of any call, whatever of it could be read.

        Words, names and findings lie in one file: where one of them has to go, the call goes. What
        was written lately is being worked on: it is left for the next time.
        """
        if limit.is_for_ever:
            return 0
        old = [call for call in self.unstored() if is_due(call, limit, now) and call.is_quiet]
        done = 0
        for call in old:
            if done == count:
                break
            try:
                if kind is Kind.SOUND:
                    done += self._forget_unstored_sound(call)
                    continue
                self.delete_unstored(call, why="age")
            except OnHold as error:
                _log.info("Not deleted: %s", error)
                continue
            done += 1
        return done

    def _forget_unstored_sound(self, call: Unstored) -> bool:
        """Whether there was any that nobody needs."""
        found = sound_of(call)
        if not found:
            return False
        with explained(self._name), writing(self._engine) as connection:
            check_unstored_free(connection, call)
            log(connection, call.id[:_LONGEST_ID], Kind.SOUND, "age", "")
            for each in found:
                if each.is_dir():
                    remove(each)
                else:
                    remove_file(each)
        return True

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

    def expire(self, kind: Kind, limit: Limit, now: datetime, count: int) -> int:
        """Take out what is kept longer than it may be; returns of how many calls."""
        if limit.is_for_ever:
            return 0
        with explained(self._name), writing(self._engine) as connection:
            hold_newcomers(connection)
            calls = due(connection, kind, limit, now, count)
        done = 0
        for call_id in calls:
            try:
                self.forget(call_id, kind, why="age")
            except OnHold:  # since it was looked up
                continue
            done += 1
        return done

    # --- a customer ------------------------------------------------------------------------------

    def find(self, customer: Customer) -> FoundHere:
        """Their calls, stored or not, and what may be one of theirs and cannot be read."""
        with explained(self._name), writing(self._engine) as connection:
            hold_newcomers(connection)
            found = find(connection, customer)
            others = unstored(connection, self._calls_folder, self._records)
        return FoundHere(
            calls=found.calls,
            mentions=found.mentions,
            unstored=tuple(call for call in others if call.is_of(customer)),
            unknown=tuple(call for call in others if not call.is_known),
        )

    def pending(self) -> tuple[str, ...]:
        """Calls here that another computer of the team erased."""
        state = schema.sync_state.c
        query = (
            select(state.name)
            .join(schema.calls, schema.calls.c.id == state.name)
            .where(state.target == _PENDING)
        )
        with explained(self._name), self._engine.connect() as connection:
            return tuple(connection.scalars(query))

    def erase_elsewhere(self, call_ids: Sequence[str], *, why: str = ERASURE) -> int:
        """Delete calls that were erased on another computer, but for those on hold here."""
        with explained(self._name), writing(self._engine) as connection:
            note_erased(connection, call_ids)
        done = 0
        for call_id in self.pending():
            try:
                self.delete(call_id, why=why, by="the team")
            except OnHold as error:
                _log.info("Not erased: %s", error)
                continue
            done += 1
        return done

    # --- the log ---------------------------------------------------------------------------------

    def log(self, limit: int = 1000) -> tuple[Deletion, ...]:
        """What was deleted, the latest first."""
        table = deletions.c
        query = select(table.at, table.call_id, table.what, table.why, table.by)
        query = query.order_by(table.at.desc(), table.id).limit(limit)
        with explained(self._name), self._engine.connect() as connection:
            return tuple(
                Deletion(at=row.at, call_id=row.call_id, what=row.what, why=row.why, by=row.by)
                for row in connection.execute(query)
            )

    def has_deleted(self, call_id: str) -> bool:
        """Whether the call was deleted as a whole, for whatever reason."""
        with explained(self._name), self._engine.connect() as connection:
            return bool(deleted_among(connection, (call_id,)))

    def drop_old_pages(self) -> None:
        """Empty SQLite's write-ahead log: pages from before the deletion stand in it."""
        if self._engine.dialect.name != "sqlite":
            return
        with explained(self._name):
            # Not through a Connection: that would begin a transaction first.
            connection = self._engine.raw_connection()
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                connection.close()


def log(connection: Connection, call_id: str, kind: Kind, why: str, by: str) -> None:
    """Add a line to the log of deletions, before the call's row goes."""
    calls = schema.calls.c
    device = connection.execute(select(calls.device).where(calls.id == call_id)).scalar()
    row = {
        "id": secrets.token_hex(16),
        "at": datetime.now(UTC),
        "call_id": call_id,
        "what": kind.value,
        "why": why,
        "by": by,
        "device": device or "",
    }
    connection.execute(insert(deletions).values(row))


def is_erased(connection: Connection, call_id: str) -> bool:
    """Whether a customer had this call erased: it must not come back."""
    table = deletions.c
    query = select(table.id).where(
        table.call_id == call_id,
        table.what == Kind.CALLS.value,
        table.why.startswith(ERASURE, autoescape=True),
    )
    return connection.execute(query.limit(1)).first() is not None


def deleted_among(connection: Connection, call_ids: Iterable[str]) -> set[str]:
    """Which of these calls were deleted as a whole, for whatever reason."""
    asked = set(call_ids)
    query = select(deletions.c.call_id).where(deletions.c.what == Kind.CALLS.value)
    return asked.intersection(connection.scalars(query)) if asked else set()


def erased_of(connection: Connection, device: str) -> tuple[str, ...]:
    """The erased calls that came from this computer of the team."""
    table = deletions.c
    query = select(table.call_id).where(
        table.device == device,
        table.what == Kind.CALLS.value,
        table.why.startswith(ERASURE, autoescape=True),
    )
    return tuple(sorted(set(connection.scalars(query))))


def note_erased(connection: Connection, call_ids: Sequence[str]) -> None:
    """Remember what another computer erased; `Remover.erase_elsewhere` deletes it here."""
    for call_id in call_ids:
        outbox.put_state(connection, _PENDING, call_id[:64], "1")


def _is_known(connection: Connection, call_id: str) -> bool:
    query = select(schema.calls.c.id).where(schema.calls.c.id == call_id)
    return connection.execute(query).first() is not None


def _check_known(connection: Connection, call_id: str) -> None:
    if not _is_known(connection, call_id):
        raise StoreError(f"There is no call '{call_id}'; 'assist calls list' shows them.")


def _sounds(connection: Connection, call_id: str) -> list[str]:
    """The names of the call's sound files."""
    table = desk_schema.kept_audio.c
    return [
        Path(file).name
        for file in connection.scalars(select(table.file).where(table.call_id == call_id))
    ]
