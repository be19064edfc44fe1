"""What the engine has of a call: while it runs, and once it is over."""

from dataclasses import dataclass, field

from assist.core.events import CallStarted
from assist.engine.folders import CallFolder
from assist.engine.unkept import CallJournal
from assist.session.call import CallSession
from assist.session.journal import JournalHeader
from assist.session.live import LiveCall


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedCall:
    """A call that is over, to which the agent may still add: its outcome, a note, a flag."""

    folder: CallFolder
    session: CallSession
    keep_audio: bool
    is_private: bool = False
    """Nothing of it is on the disk; its folder was never made."""
    tokens: set[str] = field(default_factory=set)
    """Of the commands that have counted; used by the service's thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCall(EndedCall):
    """A call that runs, or ended but a moment ago."""

    started: CallStarted
    header: JournalHeader
    journal: CallJournal
    live: LiveCall

    @property
    def privacy(self) -> tuple[bool, str]:
        """Whether it is private, and what its caller was told."""
        return self.is_private, self.started.notice

    def park(self) -> None:
        """Put it away, to be gone on with; of a private one nothing is there to go on with."""
        if self.is_private:
            self.live.end("parked")
        else:
            self.live.park()
