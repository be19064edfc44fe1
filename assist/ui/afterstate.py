"""What the agent added to the call: note, flags, outcome, summary; and which prompts were taken up.

Plain Python, no Qt; a part of `callstate.CallState`.
"""

from dataclasses import dataclass, field

from assist.core.events import (
    CueHeeded,
    CueRaised,
    Event,
    HelpWithdrawn,
    MomentFlagged,
    NoteWritten,
    OutcomeSet,
    SummaryWritten,
    WrapUp,
)


@dataclass(slots=True, kw_only=True)
class Afterwords:
    """Folded from the call's events by `handle`."""

    note: str = ""
    summary: str = ""
    outcome: str = ""
    flags: int = 0
    is_for_lead: bool = False
    has_asked_help: bool = False
    heeded: list[CueRaised] = field(default_factory=list)

    def handle(self, event: Event, raised: dict[int, CueRaised]) -> bool:
        """Take in an event; whether it changed anything to be seen here."""
        match event:
            case MomentFlagged():
                self.flags += 1
                self.is_for_lead = self.is_for_lead or event.for_lead
                self.has_asked_help = self.has_asked_help or event.kind == "help"
            case HelpWithdrawn():
                self.has_asked_help = False
            case NoteWritten():
                self.note = event.text
            case SummaryWritten():
                self.summary = event.text
            case OutcomeSet():
                self.outcome = event.outcome
            case WrapUp():
                self.outcome = self.outcome or event.outcome
            case CueHeeded() if event.cue in raised:
                self.heeded.append(raised[event.cue])
            case _:
                return False
        return True
