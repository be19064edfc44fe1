"""A call's journal and spool as the engine opens, reads and adds to them, or must not."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assist.audio.spool import Spool
from assist.core.audio import AudioBlock
from assist.core.errors import AssistError
from assist.core.events import Event
from assist.core.notices import Trouble
from assist.core.words import Party
from assist.engine.errors import CallNotSaved
from assist.engine.folders import FULL, CallFolder
from assist.engine.parts import Parts, Publish
from assist.session.errors import JournalError
from assist.session.journal import Journal, JournalHeader, read_journal
from assist.session.journal_writer import JournalWriter
from assist.session.resume import ReadSpool

NOT_WRITTEN = "Its journal could not be written; free some disk space."

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFiles:
    """Knows how each is kept on disk; `publish` gets the troubles that do not stop a call."""

    parts: Parts
    publish: Publish

    def must_not_keep(self) -> bool:
        """Whether the call is private, or must be treated so because it could not be sealed."""
        if self.parts.is_private():
            return True
        try:
            self.parts.open_records()
        except AssistError as error:
            self.publish(Trouble(sentence=f"{error} Until then calls are heard but not kept."))
            return True
        return False

    def makes(self, folder: CallFolder) -> bool:
        """Make the call's folder; whether anything can be kept in it. What cannot be is told."""
        try:
            folder.open()
        except OSError as error:
            if error.errno in FULL:
                return True  # the journal waits in memory for room, and says so
            self.publish(
                Trouble(
                    sentence=f"The call's folder {folder.path} cannot be made ({error.strerror}); "
                    "check the disk: until then calls are heard but not kept."
                )
            )
            return False
        return True

    def read(self, folder: CallFolder) -> Journal:
        """Raises CallNotSaved without its key, JournalError where it is no journal."""
        try:
            records = self.parts.open_records()
        except AssistError as error:
            # The call waits for its key: it is not damaged.
            raise not_saved(folder, str(error)) from error
        journal = read_journal(folder.journal, records)
        if journal.events and journal.started.call != folder.path.name:
            raise JournalError(f"{folder.journal} is that of another call.")
        return journal

    def writer(
        self, folder: CallFolder, header: JournalHeader, resumed: Journal | None
    ) -> JournalWriter:
        """A journal to write, or one to go on with; without a key raises AssistError."""
        return JournalWriter(
            folder.path,
            header,
            records=self.parts.open_records(),
            on_trouble=lambda sentence: self.publish(Trouble(sentence=sentence)),
            resumed=resumed,
        )

    def append(self, folder: CallFolder, journal: Journal, events: Iterable[Event]) -> None:
        """Add to a journal that nobody writes. Raises CallNotSaved where the disk is full."""
        writer = self.writer(folder, journal.header, journal)
        writer.append(events)
        writer.close()
        if not writer.is_complete:
            raise not_saved(folder, NOT_WRITTEN)

    def spool(self, folder: CallFolder) -> Spool:
        return Spool(folder.spool, self.parts.open_spool(folder.spool))

    def spool_reader(self, folder: CallFolder, *, is_trusted: bool) -> ReadSpool:
        """Reads what a dead engine had captured; nothing of it where that is not trusted."""

        def read(party: Party, from_ms: int) -> Iterator[AudioBlock]:
            if not is_trusted:
                return
            try:
                yield from self.spool(folder).read(party, from_ms)
            except OSError as error:
                # What the journal holds is still worth going on with.
                _log.warning("The audio spool cannot be read: %s", error.strerror)

        return read

    def keeps_audio(self, folder: CallFolder) -> bool:
        """Whether sound is kept; raises CallNotSaved where the settings cannot say so."""
        try:
            return self.parts.keep_audio()
        except AssistError as error:
            raise not_saved(folder, str(error)) from error


def not_saved(folder: CallFolder, reason: str) -> CallNotSaved:
    """The error for a call that will be saved later; `reason` is a sentence."""
    kept = (
        f"The call is not in the list of calls yet; until it can be, it is kept in {folder.path}."
    )
    return CallNotSaved(f"{kept} {reason.rstrip('.')}.")
