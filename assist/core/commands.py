"""What a client may ask of the engine. `assist.core.codec` turns them into JSON and back."""

from dataclasses import dataclass, field
from enum import StrEnum

from assist.core.words import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Base of every command.

    One with a `token` is answered with `notices.CommandKept` once a dead engine would not lose it;
    sent again with the same token it counts once. See `core.unsettled`.
    """

    token: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCall(Command):
    """Begin a call. `source` is "live", "demo" or the path of a recording played at `speed`."""

    source: str = "live"
    speed: float = 1.0
    customer_name: str = ""
    customer_number: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndCall(Command):
    """Stop listening, recognize what was captured, wrap up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPause(Command):
    is_paused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MuteSide(Command):
    """Hear one side no more, or again, while the other is listened to; this call only."""

    party: Party
    is_muted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetName(Command):
    """Tell the customer's name; `origin` is "typed" or "softphone"."""

    name: str
    origin: str = "typed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissCue(Command):
    cue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkCue(Command):
    """Judge a cue, during the call or on its wrap-up card."""

    cue: int
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagMoment(Command):
    """`call` as in `WriteNote`, `kind` as in `MomentFlagged`."""

    note: str = ""
    for_lead: bool = False
    kind: str = ""
    call: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawHelp(Command):
    """The lead who was asked for help is needed no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissLine(Command):
    """Put a lead's line away."""

    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFlag(Command):
    """A word for the flag set last; `call` as in `WriteNote`."""

    note: str
    call: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPromise(Command):
    """Put a promise right; the fields are those of `PromiseEdited`, `call` as in `WriteNote`."""

    promise: int
    who: str = ""
    what: str = ""
    due: str = ""
    due_at: str = ""
    is_dropped: bool = False
    call: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteSummary(Command):
    """Word the call's summary; `call` as in `WriteNote`."""

    text: str
    call: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleFollowUp(Command):
    """A follow-up of a stored call is done, or (with `minutes`) to be reminded of later."""

    call: str
    promise: int
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteNote(Command):
    """`call` is the id of the call it belongs to; "" means the one that runs, else the last one."""

    text: str
    call: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOutcome(Command):
    """`call` as in `WriteNote`."""

    outcome: str
    call: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPainted(Command):
    """A viewer painted the cue; `painted_at_ns` is the monotonic clock of this computer."""

    cue: int
    painted_at_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskStatus(Command):
    """Ask for a `StatusReport`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReloadSettings(Command):
    """The settings have changed: do as they say now, as far as that can be done at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopEngine(Command):
    """End the call if there is one, then the engine."""


class PhoneAction(StrEnum):
    """What a softphone tells of one of its calls."""

    RINGING = "ringing"
    STARTED = "started"
    HELD = "held"
    RESUMED = "resumed"
    TRANSFERRED = "transferred"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPhone(Command):
    """Something happened to a call of the softphone. Told twice it counts once.

    `line` is the phone's own id of the call where it has one, `number` the other side's number or
    address. `origin` says who tells: "command", "url", "action_url", "baresip" or "microphone".
    """

    action: PhoneAction
    line: str = ""
    name: str = ""
    number: str = ""
    reference: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOffer(Command):
    """Begin the call that a `CallOffered` offers, or let it be. An old offer changes nothing."""

    offer: int
    is_taken: bool
