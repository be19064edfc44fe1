"""Inputs: what recognizers, clock, people and softphone tell the session."""

from dataclasses import dataclass

from assist.core.events.base import Input
from assist.core.events.outputs import Feeling
from assist.core.words import Party, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class CallStarted(Input):
    """The first event of a call. `started_at` is the wall clock, ISO 8601 with offset.

    `is_private`: nothing of the call is kept. `notice` is what the caller was told of being
    transcribed, as the setting `caller_notice` has it.
    """

    call: str
    started_at: str
    source: str
    customer_name: str = ""
    customer_number: str = ""
    reference: str = ""
    agent: str = ""
    heard: tuple[Party, ...] = (Party.AGENT, Party.CUSTOMER)
    is_private: bool = False
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEnded(Input):
    """No more sound will come.

    `reason` is "hangup" (the softphone said so), "transfer", "operator", "end_of_file", "lost" or
    "parked" (on hold, put away for another call, and never taken back).
    """

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialResult(Input):
    """The words so far of the utterance a party is speaking; replaced by the next one."""

    party: Party
    utterance: int
    start: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalResult(Input):
    """A closed utterance. Its `text` may be empty: then the partial before it was a mistake."""

    party: Party
    utterance: int
    start: int
    end: int
    text: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceActivity(Input):
    """A party's voice set in or fell silent at `at`."""

    party: Party
    is_active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick(Input):
    """Time has passed; comes every 100 ms of call time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioLost(Input):
    """`duration_ms` of a side's sound was not heard and stands as silence in call time."""

    party: Party
    duration_ms: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideHeard(Input):
    """Whether a side can be heard at all; `reason` in words the footer can show.

    `is_muted`: it is not heard because the agent does not want it to be.
    """

    party: Party
    is_heard: bool
    reason: str = ""
    is_muted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SideSilent(Input):
    """A live side began to deliver nothing but silence, or sound again.

    No fault yet: a softphone sends true silence while the far end does not speak. `SideHeard` says
    when it has lasted too long for that.
    """

    party: Party
    is_silent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGiven(Input):
    """A person or the softphone told us the customer's name."""

    name: str
    origin: str = "typed"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryKnown(Input):
    """What earlier calls with this customer tell; at most once, soon after `CallStarted`.

    `last_at` is the latest call's wall clock (ISO 8601). `drivers` are the causes of the calls of
    the last months, once for each call that named it. `open_promises` counts what is still owed.
    """

    calls: int
    last_at: str = ""
    last_outcome: str = ""
    last_feeling: Feeling | None = None
    was_at_risk: bool = False
    drivers: tuple[str, ...] = ()
    open_promises: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LagChanged(Input):
    """Recognition fell behind or caught up again: `lag_ms` between sound and words."""

    party: Party
    lag_ms: int


PAUSED = "paused"
"""How the reasons begin of stored `AudioLost` that stand for pauses: "paused", "paused_card"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseSet(Input):
    """Listening was paused or goes on: by the agent, on "hold", or for "card" details.

    `reason` is "hold" where the softphone put the call on hold or took it back, "card" where the
    agent asked for card details or has got them, else "". For "card" words are heard still, but
    nothing of what the customer says is kept or shown, and no sound.
    """

    is_paused: bool
    reason: str = ""

    @property
    def is_deaf(self) -> bool:
        """Whether nothing is heard from now on."""
        return self.is_paused and self.reason != "card"


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissAsked(Input):
    """The agent said "not now" to a cue."""

    cue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMarked(Input):
    """Somebody judged a cue: it was right at that moment, or it was not. The last mark counts."""

    cue: int
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentFlagged(Input):
    """The agent marked this moment for later, or asks a lead to look at the call.

    `kind` is "" or "help": the agent asked a lead for help while the call ran.
    """

    note: str = ""
    for_lead: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpWithdrawn(Input):
    """The agent needs the lead no more who was asked for help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadWrote(Input):
    """A lead sent the agent one line of plain text; `line` is its number in the team's database."""

    line: int
    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDismissed(Input):
    """The agent put a lead's line away."""

    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadsWatching(Input):
    """The leads who look at the call now, by name; nobody where `names` is empty."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagWorded(Input):
    """The agent's word for the flag set last: the key comes at the moment, the word after it."""

    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseEdited(Input):
    """The agent put a promise right, or wrote one down that was not heard (`promise` -1).

    `due` is as typed, `due_at` the moment it means to who typed it (ISO 8601); without one the
    session looks for it. The answer is a `PromiseMade` or, where `is_dropped`, a `PromiseDropped`.
    """

    promise: int
    who: str = ""
    what: str = ""
    due: str = ""
    due_at: str = ""
    is_dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryWritten(Input):
    """The agent's own wording of the call's summary; the last one counts."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWritten(Input):
    """The agent's own note on the call."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeSet(Input):
    """The agent's disposition at wrap-up, e.g. "resolved", "follow_up", "unresolved"."""

    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandTaken(Input):
    """What stands before it came of the command with this token; sent again it must not count."""

    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CuePainted(Input):
    """A viewer painted a cue `delay_ms` after the end of its trigger. Not part of a replay."""

    cue: int
    delay_ms: int
