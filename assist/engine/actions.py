"""What the agent does in a call, as the call's input."""

from assist.core.commands import DismissCue, FlagMoment, MarkCue, SetName, SetOutcome, WriteNote
from assist.core.events import (
    CueMarked,
    DismissAsked,
    MomentFlagged,
    NameGiven,
    NoteWritten,
    OutcomeSet,
)
from assist.session.inbox import MakeInput


def input_of(
    command: SetName | DismissCue | FlagMoment | WriteNote | SetOutcome | MarkCue,
) -> MakeInput:
    """Makes the input from the call time at which it is handled."""
    match command:
        case MarkCue(cue=cue, is_right=is_right):
            return lambda at: CueMarked(at=at, cue=cue, is_right=is_right)
        case SetName(name=name, origin=origin):
            return lambda at: NameGiven(at=at, name=name, origin=origin)
        case DismissCue(cue=cue):
            return lambda at: DismissAsked(at=at, cue=cue)
        case FlagMoment(note=note, for_lead=for_lead):
            return lambda at: MomentFlagged(at=at, note=note, for_lead=for_lead)
        case WriteNote(text=text):
            return lambda at: NoteWritten(at=at, text=text)
        case SetOutcome(outcome=outcome):
            return lambda at: OutcomeSet(at=at, outcome=outcome)
