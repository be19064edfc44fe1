"""The store of finished calls: written from their journals, read by commands and windows."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol, Self

from sqlalchemy import (
    ColumnElement,
    Engine,
    RowMapping,
    Table,
    delete,
    insert,
    select,
    text,
    update,
)

from assist.core.errors import AssistError
from assist.core.interfaces import KeySource
from assist.core.notices import FollowUp, KnownCustomer
from assist.core.records import RecordCodec
from assist.core.review import FlagReason
from assist.core.search import Hit, WordSearch
from assist.store import rows, schema
from assist.store.database import BUSY_MS, explained, migrate, open_sqlite, writing
from assist.store.deletion_log import deleted_among
from assist.store.desk import Desk
from assist.store.desk_rows import put_reasons
from assist.store.errors import StoreError, UnfitCallError, UnsealedJournal
from assist.store.export import export
from assist.store.facts import keep_facts
from assist.store.find import find_words
from assist.store.followups import open_follow_ups, reopen, settle
from assist.store.intake import Intake
from assist.store.known import known_customer
from assist.store.lines import lines_of, put_lines
from assist.store.marks import (
    LEAD,
    CueOutcome,
    RuleMarks,
    counts,
    marks_of,
    outcomes,
    put_mark,
    replace_agent_marks,
)
from assist.store.model import CallFilter, CallOverview, CueMark, StoredCall
from assist.store.outbox import touch
from assist.store.removing import Remover
from assist.store.retention import Kind
from assist.store.search import calls_with, number_utterances
from assist.store.sounds import TableShelf
from assist.store.team import is_set_up
from assist.store.unstored import JOURNAL_NAME

_SEARCHES = 4
"""The first logs the looks, the second reads; more where calls come in between."""

_UNREAD = {"id", "call_id", "position", "tags", "due_time"}
"""Columns that only the database itself needs."""

_log = logging.getLogger(__name__)


class Judge(Protocol):
    """Tells why a call is flagged; `version` changes with its rules."""

    version: int

    def reasons(self, call: StoredCall) -> Sequence[FlagReason]: ...


class SqlCallStore:
    """Finished calls in one database; used by one thread at a time.

    Every method raises StoreError, in one sentence, when the database or a file fails; nothing is
    half written then. `calls_folder` holds a folder per call, named after its id; `remover` deletes
    files only inside it. `desk` has what people add to calls, `shelf` sound that came from other
    computers; `judge` tells for what a call is flagged, whenever one is stored.
    """

    def __init__(
        self,
        database: Path,
        keys: KeySource,
        *,
        calls_folder: Path | None = None,
        records: RecordCodec | None = None,
        judge: Judge | None = None,
        busy_ms: int = BUSY_MS,
    ) -> None:
        name = f"The calls database {database}"
        with explained(name):
            engine = open_sqlite(database, keys, busy_ms=busy_ms)
        folder = calls_folder or database.parent / "calls"
        self._set_up(engine, name, folder, records, judge)

    @classmethod
    def on_engine(
        cls,
        engine: Engine,
        *,
        name: str,
        calls_folder: Path,
        records: RecordCodec | None = None,
        judge: Judge | None = None,
    ) -> Self:
        """The same store on another database, such as the team's PostgreSQL."""
        store = cls.__new__(cls)
        store._set_up(engine, name, calls_folder, records, judge)
        return store

    def _set_up(
        self,
        engine: Engine,
        name: str,
        calls_folder: Path,
        records: RecordCodec | None,
        judge: Judge | None,
    ) -> None:
        self.engine = self._engine = engine
        self.name = self._name = name
        self._calls_folder = calls_folder
        self._intake = Intake(engine, name, calls_folder, records)
        self._judge = judge
        self.desk = Desk(engine, name)
        self.shelf = TableShelf(engine, name)
        self.remover = Remover(engine, name, calls_folder, records)
        try:
            migrate(engine, name)
        except BaseException:
            engine.dispose()
            raise

    def close(self) -> None:
        """Close the connection. Again is harmless."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # --- writing ---------------------------------------------------------------------------------

    def save_call(self, journal: Path) -> str:
        """Store the call of a closed journal; again replaces what the journal says of it."""
        return self._save(self._intake.read(journal))

    def _save(self, call: StoredCall) -> str:
        row = _clean(rows.call_row(call.overview) | {"saved_at": datetime.now(UTC)})
        parts = rows.part_rows(call)
        call_id = call.overview.id
        with explained(self._name), writing(self._engine) as connection:
            known = connection.execute(
                select(schema.calls.c.id).where(schema.calls.c.id == call_id)
            ).first()
            if known is None:
                connection.execute(insert(schema.calls).values(row))
            else:
                connection.execute(
                    update(schema.calls).where(schema.calls.c.id == call_id).values(row)
                )
            for table, its_rows in parts.items():
                connection.execute(delete(table).where(table.c.call_id == call_id))
                if table is schema.utterances:
                    number_utterances(connection, call.overview.started_at, its_rows)
                if its_rows:
                    connection.execute(insert(table), [_clean(each) for each in its_rows])
            keep_facts(connection, call_id)
            replace_agent_marks(connection, call_id, call.marks)
            put_lines(connection, call_id, call.overview.started_at, call.lines)
            if self._judge is not None:
                reasons = self._judge.reasons(call)
                put_reasons(connection, call_id, reasons, self._judge.version)
            touch(connection, call_id)
        return call_id

    def mark_cue(self, call_id: str, cue: int, *, is_right: bool, by: str) -> None:
        """Keep a lead's judgement of a cue. Raises StoreError if the call has no such cue."""
        found = next((each for each in self.get_call(call_id).cues if each.cue == cue), None)
        if found is None:
            raise StoreError(f"The call {call_id} has no prompt {cue}.")
        mark = CueMark(
            cue=cue,
            rule=found.rule,
            version=found.version,
            is_right=is_right,
            at=found.at,
            origin=LEAD,
            by=by,
        )
        with explained(self._name), writing(self._engine) as connection:
            put_mark(connection, call_id, mark)
            touch(connection, call_id)

    def open_follow_ups(self, now: datetime) -> tuple[FollowUp, ...]:
        """Promises of live calls that are still to be kept, the earliest first."""
        with explained(self._name), self._engine.connect() as connection:
            return open_follow_ups(connection, now)

    def settle_follow_up(
        self, call_id: str, promise: int, *, remind_at: datetime | None = None, by: str = ""
    ) -> None:
        """Keep that a promise is kept or, with a moment, that it is to be spoken of then."""
        self._overview(call_id)
        with explained(self._name), writing(self._engine) as connection:
            settle(connection, call_id, promise, remind_at=remind_at, by=by)
            touch(connection, call_id)

    def reopen_follow_up(self, call_id: str, promise: int, by: str) -> None:
        """Keep that a promise is still to be kept, after all."""
        with explained(self._name), writing(self._engine) as connection:
            reopen(connection, call_id, promise, by=by)
            touch(connection, call_id)

    def rule_marks(self) -> tuple[RuleMarks, ...]:
        """How often each rule's cues were judged right and wrong, over all calls."""
        with explained(self._name), self._engine.connect() as connection:
            return counts(connection)

    def cue_outcomes(self) -> tuple[CueOutcome, ...]:
        """What became of every cue of all calls."""
        with explained(self._name), self._engine.connect() as connection:
            return outcomes(connection)

    def catch_up(self) -> tuple[str, ...]:
        """Store the ended calls of `calls_folder` that are not stored yet; returns their ids.

        They are those that ended while the database could not be written, or whose database was
        lost; one that was deleted does not come back. A journal that cannot be read or kept is
        logged and left alone: only the database itself fails the others. Deletions that were cut
        off are finished first. Plain journals are what versions before sealing left: they are taken
        in once, and none that comes later.
        """
        self.remover.finish()
        journals = sorted(self._calls_folder.glob(f"*/{JOURNAL_NAME}"))
        wanted = {
            journal.parent.name: journal
            for journal in journals
            if not journal.parent.name.startswith(".")
        }
        with explained(self._name), self._engine.connect() as connection:
            for (call_id,) in connection.execute(select(schema.calls.c.id)):
                wanted.pop(call_id, None)
            deleted = deleted_among(connection, wanted)
        for call_id in deleted:
            wanted.pop(call_id)
        if deleted:
            self.remover.unstored.remove_left(deleted)
        saved = []
        for call_id, journal in wanted.items():
            try:
                call = self._intake.read(journal)
            except UnsealedJournal as error:
                _log.warning("%s", error)
                continue
            except AssistError as error:
                _log.info("Call %s is not stored: %s", call_id, error)
                continue
            try:
                saved.append(self._save(call))
            except UnfitCallError as error:
                _log.info("Call %s is not stored: %s", call_id, error)
        self._intake.note_all_taken()
        return tuple(saved)

    def delete_call(self, call_id: str, *, why: str = "asked", by: str = "") -> None:
        """Remove a call from the tables and the search index, and its folder. Raises OnHold."""
        self.remover.delete(call_id, why=why, by=by)

    def forget_words(self, call_id: str) -> None:
        """Remove what was said in a call, its journal too; counts and prompts stay."""
        self.remover.forget(call_id, Kind.WORDS)

    def forget_sound(self, call_id: str) -> None:
        """Remove a call's kept sound, and what came of it from another computer."""
        self.remover.forget(call_id, Kind.SOUND)

    # --- reading ---------------------------------------------------------------------------------

    def list_calls(self, wanted: CallFilter | None = None) -> tuple[CallOverview, ...]:
        """The calls that pass the filter, newest first."""
        wanted = wanted or CallFilter()
        calls = schema.calls
        query = select(calls).order_by(calls.c.started_at.desc(), calls.c.id)
        if wanted.text.strip():
            query = query.where(calls.c.id.in_(calls_with(wanted.text, self._engine.dialect)))
        if wanted.customer:
            query = query.where(
                calls.c.customer_name.icontains(wanted.customer, autoescape=True)
                | calls.c.customer_number.icontains(wanted.customer, autoescape=True)
            )
        if wanted.outcome:
            query = query.where(calls.c.outcome == wanted.outcome)
        if wanted.is_at_risk is not None:
            query = query.where(calls.c.at_risk == wanted.is_at_risk)
        if wanted.is_turned_around is not None:
            query = query.where(calls.c.turned_around == wanted.is_turned_around)
        if wanted.since is not None:
            query = query.where(calls.c.started_at >= wanted.since)
        if wanted.until is not None:
            query = query.where(calls.c.started_at < wanted.until)
        query = query.limit(wanted.limit).offset(wanted.offset)
        with explained(self._name), self._engine.connect() as connection:
            return tuple(rows.overview_of(row) for row in connection.execute(query).mappings())

    def known_customer(self, number: str, reference: str = "") -> KnownCustomer | None:
        """What earlier calls with this number or about this reference tell; None: nothing."""
        with explained(self._name), self._engine.connect() as connection:
            return known_customer(connection, number, reference)

    def find_words(self, wanted: WordSearch) -> tuple[Hit, ...]:
        """The next utterances with the words, of the newest calls first.

        In a team's database only of calls the caller may open; their logs then have the search.
        Raises StoreError.
        """
        is_logged = self._engine.dialect.name == "postgresql"
        for _ in range(_SEARCHES):
            work = writing(self._engine) if is_logged else self._engine.connect()
            with explained(self._name), work as connection:
                found = find_words(connection, wanted)
            if found is not None:
                return found
        raise StoreError(f"{self._name} gets calls too fast to search them; search again.")

    def find_call(self, prefix: str) -> str:
        """The id of the one call that begins with `prefix`. Raises StoreError for none or more."""
        query = (
            select(schema.calls.c.id)
            .where(schema.calls.c.id.startswith(prefix, autoescape=True))
            .order_by(schema.calls.c.id)
            .limit(3)
        )
        with explained(self._name), self._engine.connect() as connection:
            ids: list[str] = list(connection.scalars(query))
        if prefix in ids:
            return prefix
        if not prefix or not ids:
            raise StoreError(f"There is no call '{prefix}'; 'assist calls list' shows them.")
        if len(ids) > 1:
            raise StoreError(
                f"Several calls begin with '{prefix}' ({ids[0]}, {ids[1]} …); type more."
            )
        return ids[0]

    def get_call(self, call_id: str) -> StoredCall:
        """All that is stored of a call. Raises StoreError if there is no such call."""
        overview = self._overview(call_id)
        self._log_look(call_id)
        with explained(self._name), self._engine.connect() as connection:
            parts: dict[Table, Sequence[RowMapping]] = {}
            for table in schema.PARTS:
                kept = [c for c in table.c if c.name not in _UNREAD]
                query = select(*kept).where(table.c.call_id == call_id).order_by(*_order(table))
                parts[table] = connection.execute(query).mappings().all()
            marks, lines = marks_of(connection, call_id), lines_of(connection, call_id)
        return replace(rows.call_of(overview, parts), marks=marks, lines=lines)

    def _log_look(self, call_id: str) -> None:
        """In a team's database a call of somebody else opens only once the look is in the log."""
        if self._engine.dialect.name != "postgresql":
            return
        with explained(self._name), writing(self._engine) as connection:
            if is_set_up(connection):
                query = text("SELECT public.look_at(:call_id)")
                connection.execute(query, {"call_id": call_id})

    def export_call(self, call_id: str, form: str) -> str:
        """The call as "json", "txt" or "srt"."""
        return export(self.get_call(call_id), form)

    def _overview(self, call_id: str) -> CallOverview:
        query = select(schema.calls).where(schema.calls.c.id == call_id)
        with explained(self._name), self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            raise StoreError(f"There is no call '{call_id}'; 'assist calls list' shows them.")
        return rows.overview_of(row)


def _order(table: Table) -> tuple[ColumnElement[Any], ...]:
    if table is schema.utterances:
        return (table.c.start_ms, table.c.party)
    return tuple(column for column in table.primary_key if column.name != "call_id")


def _clean(row: rows.Row) -> rows.Row:
    """PostgreSQL keeps no zero character in a text; nobody speaks or types one on purpose."""
    return {
        name: value.replace("\0", "") if isinstance(value, str) else value
        for name, value in row.items()
    }
