"""What a global shortcut asks of the engine, as things stand."""

from assist.core.commands import Command, DismissCue, DismissLine, FlagMoment, MarkCue, SetPause
from assist.ui.callstate import CallState, Phase
from assist.ui.native.chords import Shortcut

OUTCOME_KEYS = {
    Shortcut.RESOLVED: "resolved",
    Shortcut.FOLLOW_UP: "follow_up",
    Shortcut.UNRESOLVED: "unresolved",
}
"""The wrap-up card's keys → the outcomes, in the order of its buttons."""


def command_of(shortcut: Shortcut, state: CallState) -> Command | None:
    """The command, or None where the shortcut means nothing now (or nothing to the engine)."""
    card = None if state.card is None else state.card.number
    in_call = state.phase is Phase.CALL
    match shortcut:
        case Shortcut.NOT_NOW if card is not None:
            return DismissCue(cue=card)
        case Shortcut.NOT_NOW if in_call and state.lead.line is not None:
            return DismissLine(line=state.lead.line.line)
        case Shortcut.RIGHT | Shortcut.WRONG:
            # The prompt in view, or the one that has just left.
            cue = state.guidance.markable(card, state.now)
            is_right = shortcut is Shortcut.RIGHT
            return None if cue is None else MarkCue(cue=cue, is_right=is_right)
        case Shortcut.PAUSE if in_call:
            return SetPause(is_paused=not state.is_paused)
        case Shortcut.FLAG if in_call:
            return FlagMoment()
        case Shortcut.HELP if in_call and not state.after.has_asked_help:
            return FlagMoment(for_lead=True, kind="help")
    return None
