"""A private call's journal: none. What would have been written is counted and forgotten."""

from collections.abc import Callable, Iterable
from pathlib import Path

from assist.core.events import CommandTaken, Event
from assist.session.journal_writer import JournalThread


class UnkeptJournal:
    """Stands in for a `JournalThread` where nothing of a call is to reach the disk."""

    is_complete = True

    def __init__(self, path: Path, on_kept: Callable[[str], None]) -> None:
        """`on_kept` as of `JournalThread`: more is not done for a private call."""
        self.path = path
        """Where it would be; there is nothing."""
        self._on_kept = on_kept
        self.reached_ms = 0
        """Call time of the latest event."""

    def append(self, events: Iterable[Event]) -> None:
        for event in events:
            self.reached_ms = max(self.reached_ms, event.at)
            if isinstance(event, CommandTaken):
                self._on_kept(event.token)

    def close(self) -> None:
        pass

    def retry(self) -> bool:
        return True


CallJournal = JournalThread | UnkeptJournal
