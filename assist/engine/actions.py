"""What the agent does in a call, as the call's input; card numbers and the like are masked."""

from assist.core.commands import (
    DismissCue,
    DismissLine,
    EditPromise,
    FlagMoment,
    MarkCue,
    SetName,
    SetOutcome,
    WithdrawHelp,
    WordFlag,
    WriteNote,
    WriteSummary,
)
from assist.core.events import (
    CueMarked,
    DismissAsked,
    FlagWorded,
    HelpWithdrawn,
    LineDismissed,
    MomentFlagged,
    NameGiven,
    NoteWritten,
    OutcomeSet,
    PromiseEdited,
    SummaryWritten,
)
from assist.privacy.typed import scrub_typed
from assist.session.inbox import MakeInput

TOO_LATE = (
    "This belongs to a call that is put away by now, so it is not kept; write it down elsewhere."
)
Afterword = SetOutcome | WriteNote | WriteSummary | FlagMoment | WordFlag | EditPromise | MarkCue
"""What counts during a call and on its wrap-up card after it."""


def input_of(
    command: Afterword | SetName | DismissCue | DismissLine | WithdrawHelp,
) -> MakeInput:
    """Makes the input from the call time at which it is handled."""
    match command:
        case MarkCue(cue=cue, is_right=is_right):
            return lambda at: CueMarked(at=at, cue=cue, is_right=is_right)
        case SetName(name=name, origin=origin):
            return lambda at: NameGiven(at=at, name=scrub_typed(name), origin=origin)
        case DismissCue(cue=cue):
            return lambda at: DismissAsked(at=at, cue=cue)
        case DismissLine(line=line):
            return lambda at: LineDismissed(at=at, line=line)
        case WithdrawHelp():
            return lambda at: HelpWithdrawn(at=at)
        case FlagMoment(note=note, for_lead=for_lead, kind=kind):
            said = scrub_typed(note)
            return lambda at: MomentFlagged(at=at, note=said, for_lead=for_lead, kind=kind)
        case WordFlag(note=note):
            return lambda at: FlagWorded(at=at, note=scrub_typed(note))
        case WriteNote(text=text):
            return lambda at: NoteWritten(at=at, text=scrub_typed(text))
        case WriteSummary(text=text):
            return lambda at: SummaryWritten(at=at, text=scrub_typed(text))
        case SetOutcome(outcome=outcome):
            return lambda at: OutcomeSet(at=at, outcome=outcome)
        case EditPromise():
            return lambda at: PromiseEdited(
                at=at,
                promise=command.promise,
                who=command.who,
                what=command.what and scrub_typed(command.what),
                due=command.due,
                due_at=command.due_at,
                is_dropped=command.is_dropped,
            )
