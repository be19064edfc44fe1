"""A private call's journal: none. What would have been written is counted and forgotten."""

from collections.abc import Iterable
from pathlib import Path

from assist.core.events import Event
from assist.session.journal_writer import JournalThread


class UnkeptJournal:
    """Stands in for a `JournalThread` where nothing of a call is to reach the disk."""

    is_complete = True

    def __init__(self, path: Path) -> None:
        self.path = path
        """Where it would be; there is nothing."""
        self.reached_ms = 0
        """Call time of the latest event."""

    def append(self, events: Iterable[Event]) -> None:
        for event in events:
            self.reached_ms = max(self.reached_ms, event.at)

    def close(self) -> None:
        pass

    def retry(self) -> bool:
        return True


CallJournal = JournalThread | UnkeptJournal
