"""Everything that happens in a call, as frozen events in one stream.

Times (`at`, `start`, `end`, `due` …) are call time: integer milliseconds since the call began.
Inputs come from outside `CallSession` (recognizers, clock, people, softphone); outputs are what the
session makes of them. The journal keeps both. `assist.core.codec` turns them into JSON and back; an
event's `type` there is its class name in snake case.
"""

from dataclasses import dataclass
from enum import StrEnum

from assist.core.words import Evidence, Party, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Base of every event."""

    at: int


class Input(Event):
    """An event that enters the session from outside."""

    __slots__ = ()


class Output(Event):
    """An event that the session made."""

    __slots__ = ()


# --- inputs ---------------------------------------------------------------------------------------


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
    last_feeling: "Feeling | None" = None
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


# --- outputs: dialogue ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnStarted(Output):
    """A party took the floor."""

    party: Party


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkOver(Output):
    """`party` has been speaking over the other for `duration_ms`."""

    party: Party
    start: int
    duration_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadAir(Output):
    """Nobody has spoken since `start`, for `duration_ms` by now."""

    start: int
    duration_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace(Output):
    """A party's speaking rate over its latest utterances, words a minute."""

    party: Party
    words_per_minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRatio(Output):
    """The agent's share of all speaking so far, percent."""

    agent_percent: int


# --- outputs: detections --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection(Output):
    """A fact found in words or timing, named after what was said (`dead_end`, `empathy` …).

    `label` is the detector's name, `detail` its value if it has one (the name said, the threat's
    kind, the feeling). A detection made from a partial has `is_final` false and is either made
    again from the final or taken back by `DetectionWithdrawn`. `number` counts within the call.
    """

    number: int
    label: str
    party: Party
    evidence: Evidence
    detail: str = ""
    is_final: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectionWithdrawn(Output):
    """The final result did not confirm a detection made from a partial."""

    number: int
    label: str


class Feeling(StrEnum):
    """The customer's primary feeling, from words alone."""

    NONE = "none"
    FRUSTRATION = "frustration"
    ANGER = "anger"
    WORRY = "worry"
    DISAPPOINTMENT = "disappointment"
    EXHAUSTION = "exhaustion"
    CONFUSION = "confusion"
    GRATITUDE_RELIEF = "gratitude_relief"

    @property
    def is_distress(self) -> bool:
        return self in DISTRESS


DISTRESS = frozenset(
    {
        Feeling.FRUSTRATION,
        Feeling.ANGER,
        Feeling.WORRY,
        Feeling.DISAPPOINTMENT,
        Feeling.EXHAUSTION,
    }
)


class Trend(StrEnum):
    """Where the feeling is heading."""

    BETTER = "better"
    STEADY = "steady"
    WORSE = "worse"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingChanged(Output):
    """A point of the feeling curve: `level` from -100 (worst) to 100 (best)."""

    feeling: Feeling
    intensity: int
    level: int
    trend: Trend
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PivotMarked(Output):
    """The curve turned at `at`: up or down, and what the agent had said just before."""

    is_up: bool
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLearned(Output):
    """The customer's name as the app will show it; `origin` is "heard", "typed" or "softphone"."""

    name: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemStated(Output):
    """The customer said what the call is about."""

    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMade(Output):
    """The agent promised something; made again with the same `promise` number when parts are added.

    `what` is in the agent's words, `due` the time as said ("today by four"), `due_at` the wall
    clock it resolves to (ISO 8601) or "". `missing` holds what is not concrete: who, what, when.
    """

    promise: int
    who: str
    what: str
    due: str = ""
    due_at: str = ""
    missing: tuple[str, ...] = ()
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseDropped(Output):
    """The agent says that this is no promise."""

    promise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistChanged(Output):
    """One of the checklist's items was ticked (or counted further).

    An item of the playbook's own, such as a required sentence, comes with its `title`, first of all
    with `is_done` false; it is named after its rule.
    """

    item: str
    is_done: bool
    count: int = 0
    title: str = ""


# --- outputs: cues --------------------------------------------------------------------------------


class Urgency(StrEnum):
    """How a cue is shown: `praise` is green, `hint` and `nudge` warm, `urgent` red and at once."""

    PRAISE = "praise"
    HINT = "hint"
    NUDGE = "nudge"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueEvent(Output):
    """Base of a cue's life; `cue` numbers the cue within the call, `rule` is the playbook's id."""

    cue: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRaised(CueEvent):
    """A rule's conditions are met, whatever the attention budget says.

    `headline` has at most 42 characters; `directions` at most two lines; `expires_at` is call
    time. `trigger_end` is when the last trigger word ended in the sound (the delay counts from it).
    `lessons` say in a few words each what the rule rests on. `version` names the rule as it was
    then: another one once its conditions, wording or limits have changed.
    """

    title: str
    headline: str
    directions: tuple[str, ...]
    urgency: Urgency
    priority: int
    evidence: tuple[Evidence, ...]
    trigger_end: int
    expires_at: int
    is_provisional: bool = False
    lessons: tuple[str, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueShown(CueEvent):
    """The cue is on the card, or on the next line (`place` is "card" or "next")."""

    place: str = "card"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueHeld(CueEvent):
    """The cue waits; `reason` says for what.

    "agent_speaking", "minimum_gap", "card_taken", "budget".
    """

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueSuppressed(CueEvent):
    """The cue will not be shown; `reason` says why.

    "cool_down", "max_per_call", "duplicate", "done" (just done by the agent), "praise_once",
    "too_late", "budget", "shadow" and "holdout" (computed, kept from the agent on purpose).
    """

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenCueEnded(CueEvent):
    """What became of a cue kept back as "shadow" or "holdout", once its time was over.

    `outcome` is "done" (the agent did it without being asked), "not_done", or "withdrawn" (the
    final result took its trigger back). Its ending was the `CueSuppressed` before.
    """

    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWithdrawn(CueEvent):
    """The final result did not confirm what the cue rested on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueStoodDown(CueEvent):
    """The agent did it unprompted, before the cue was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueHeeded(CueEvent):
    """The agent did it after the cue was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueDismissed(CueEvent):
    """The agent said "not now"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueExpired(CueEvent):
    """Its time ran out."""


CUE_ENDINGS = (
    CueSuppressed,
    CueWithdrawn,
    CueStoodDown,
    CueHeeded,
    CueDismissed,
    CueExpired,
)


# --- outputs: beside the cues ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonCall(Output):
    """In this call prompts are computed but kept back, to measure what they change.

    `rules` are those kept back; `is_whole` says that they are all rules the holdout may take.
    """

    rules: tuple[str, ...]
    is_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceStep:
    """A step of a guided sequence; `title` has a word or two."""

    title: str
    is_done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceChanged(Output):
    """A guided sequence began, one of its steps was heard, or it is over.

    `rule` names it; the first step that is not done is the next one.
    """

    rule: str
    title: str
    steps: tuple[SequenceStep, ...]
    is_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeShown(Output):
    """A knowledge card on what the customer speaks of; quiet, and gone at `expires_at`."""

    card: str
    title: str
    points: tuple[str, ...]
    evidence: Evidence
    expires_at: int


# --- outputs: the whole call ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapUp(Output):
    """What the call came to, made when it ends. Durations in milliseconds.

    `drivers` are the causes the customer named (docs/detection.md), the one named most often first.
    `problem_at` is when the customer had said what the call is about. `courtesies` counts the
    agent's thanks and pleases, `barriers` how often something was not the agent's to decide.
    """

    duration_ms: int
    outcome: str
    customer_name: str
    problem: str
    first_feeling: Feeling
    last_feeling: Feeling
    turned_around: bool
    at_risk: bool
    agent_percent: int
    promises: tuple[PromiseMade, ...]
    cues_raised: int
    cues_shown: int
    cues_heeded: int
    checklist: tuple[str, ...]
    flags: tuple[str, ...] = ()
    drivers: tuple[str, ...] = ()
    problem_at: int | None = None
    courtesies: int = 0
    barriers: int = 0
    done: tuple[str, ...] = ()
