"""What may be taken into the store: a journal of this call, and of this computer's own writing."""

from pathlib import Path

from sqlalchemy import Engine

from assist.core.records import BindingCodec, RecordCodec
from assist.store.database import explained, writing
from assist.store.errors import UnreadableJournal, UnsealedJournal
from assist.store.gather import gather
from assist.store.journal_reader import read_closed_journal
from assist.store.model import StoredCall
from assist.store.outbox import put_state, state

_ALL_SEALED = ("sealing", "all sealed")
"""Where the state of a database says that no plain journal is taken in any more."""


class Intake:
    """Reads journals for one database. Raises StoreError."""

    def __init__(
        self, engine: Engine, name: str, calls_folder: Path, records: RecordCodec | None
    ) -> None:
        self._engine = engine
        self._name = name
        self._calls_folder = calls_folder
        self._records = records

    def read(self, journal: Path) -> StoredCall:
        """The call of a closed journal.

        Raises UnreadableJournal, and UnsealedJournal where all are sealed but this one.
        """
        closed = read_closed_journal(journal, self._records)
        folder = journal.absolute().parent
        if folder.parent == self._calls_folder.absolute() and folder.name != closed.started.call:
            raise UnreadableJournal(
                f"The journal {journal} is that of another call ({closed.started.call}); put the "
                "right one back from a backup."
            )
        if not closed.is_sealed and self._is_all_sealed():
            raise UnsealedJournal(
                f"The journal {journal} is not sealed, as all of this computer's are by now: "
                "something else wrote it; its call is not taken in."
            )
        return gather(closed, str(journal.absolute()))

    def note_all_taken(self) -> None:
        """All that versions before sealing left is stored: plain journals are refused from now."""
        if isinstance(self._records, BindingCodec) and not self._is_all_sealed():
            with explained(self._name), writing(self._engine) as connection:
                put_state(connection, *_ALL_SEALED, "1")

    def _is_all_sealed(self) -> bool:
        if not isinstance(self._records, BindingCodec):
            return False
        with explained(self._name), self._engine.connect() as connection:
            return bool(state(connection, *_ALL_SEALED))
