"""What a lead works with after the call: rows of a list, one call in full, what people said of it.

Times within a call are integer milliseconds of call time; moments of the wall clock are aware.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from assist.core.events import (
    AudioLost,
    Detection,
    Feeling,
    FeelingChanged,
    MomentFlagged,
    PivotMarked,
    PromiseMade,
    Urgency,
)
from assist.core.words import Evidence, Party, Utterance


class Severity(IntEnum):
    """How much a call needs a lead. 0: it does not."""

    NONE = 0
    NOTE = 1
    SOON = 2
    NOW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagReason:
    """Why a call is flagged: a rule of `review.flags`, where in the call, and on what words."""

    reason: str
    severity: Severity
    at: int
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallStatus:
    """What leads did with a call. Empty names: nobody yet."""

    reviewed_by: str = ""
    reviewed_at: datetime | None = None
    handed_to: str = ""
    handed_by: str = ""
    coached_by: str = ""
    coached_at: datetime | None = None
    held_for: str = ""
    """Why the call is on legal hold; "" where it is not."""
    held_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """A call as one line of the lead's list. `reasons` come with the most severe first."""

    id: str
    started_at: datetime
    duration_ms: int
    agent: str
    customer_name: str
    customer_number: str = ""
    outcome: str = ""
    end_reason: str = ""
    problem: str = ""
    reasons: tuple[FlagReason, ...] = ()
    status: CallStatus = CallStatus()
    comments: int = 0

    @property
    def severity(self) -> Severity:
        return max((reason.severity for reason in self.reasons), default=Severity.NONE)


class Order(StrEnum):
    """`URGENT`: the most severe first, and of these the newest; `NEWEST`: by the call's begin."""

    URGENT = "urgent"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFilter:
    """Which calls a list shows. An empty field does not restrict.

    `since` counts, `until` does not; `days` (back from now, in whole days) is kept in a saved
    filter instead of a date. `text` finds calls in which all its words were said.
    """

    is_flagged: bool | None = None
    is_reviewed: bool | None = None
    days: int = 0
    since: datetime | None = None
    until: datetime | None = None
    agent: str = ""
    reason: str = ""
    outcome: str = ""
    handed_to: str = ""
    text: str = ""
    order: Order = Order.URGENT


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter:
    """A filter under a name of its owner's."""

    name: str
    wanted: ReviewFilter


class CommentKind(StrEnum):
    """A lead's remark, the agent's answer to one, the agent's objection, or a line that a lead
    sent the agent while the call ran."""

    COMMENT = "comment"
    ANSWER = "answer"
    DISPUTE = "dispute"
    LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark on a call, at a moment or (`at` None) on all of it; `answers` is a comment's id."""

    id: str
    at: int | None
    text: str
    by: str
    written_at: datetime
    kind: CommentKind = CommentKind.COMMENT
    answers: str = ""


class Verdict(StrEnum):
    """A lead's judgement of a detection; "missed": it was said and not detected."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectionMark:
    """A verdict on detection `number`; None for one that was missed at `at`."""

    number: int | None
    label: str
    at: int
    verdict: Verdict
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelMarks:
    """How often a label's detections were marked, over all calls; they feed precision and recall.

    precision = right / (right + wrong), recall = right / (right + missed).
    """

    label: str
    right: int
    wrong: int
    missed: int


class ScoreKind(StrEnum):
    """How a score reads: "3×", "yes", "14 s" (None: never), "3 of 4"."""

    TIMES = "times"
    YES_NO = "yes_no"
    SECONDS = "seconds"
    OF = "of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One line of the scorecard: the app's value and the lead's, of which both are kept.

    `value` None with SECONDS means that it never came, with other kinds that nothing can be said.
    `of` belongs to OF; `at` is the moment to look at, where there is one.
    """

    item: str
    kind: ScoreKind
    value: int | None
    of: int = 0
    at: int | None = None
    lead: int | None = None
    lead_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a call; `party` is who talked over the other, None for silence."""

    start: int
    end: int
    party: Party | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCue:
    """A prompt of the call: when it was raised and shown (None: never), and what became of it."""

    cue: int
    rule: str
    at: int
    headline: str
    urgency: Urgency
    evidence: tuple[Evidence, ...] = ()
    shown_at: int | None = None
    ending: str = ""
    reason: str = ""
    delay_ms: int | None = None
    is_right: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCall:
    """A call as the window shows it. All parts are in order of time; withdrawn facts are left out.

    `marks` are of detections. `has_audio` says that a player can be opened for it.
    """

    row: CallRow
    utterances: tuple[Utterance, ...] = ()
    detections: tuple[Detection, ...] = ()
    cues: tuple[SeenCue, ...] = ()
    promises: tuple[PromiseMade, ...] = ()
    feelings: tuple[FeelingChanged, ...] = ()
    pivots: tuple[PivotMarked, ...] = ()
    flags: tuple[MomentFlagged, ...] = ()
    losses: tuple[AudioLost, ...] = ()
    talk_overs: tuple[Span, ...] = ()
    silences: tuple[Span, ...] = ()
    pauses: tuple[Span, ...] = ()
    """Where nothing was kept: the agent had paused, the call was on hold, or a card was read."""
    scores: tuple[Score, ...] = ()
    comments: tuple[Comment, ...] = ()
    marks: tuple[DetectionMark, ...] = ()
    drivers: tuple[str, ...] = ()
    note: str = ""
    notice: str = ""
    """What the caller was told about transcribing, as the setting `caller_notice` had it."""
    first_feeling: Feeling = Feeling.NONE
    last_feeling: Feeling = Feeling.NONE
    has_audio: bool = False
    sound_bytes: int = 0
    """What must be fetched before the call can be heard; 0 where its sound is at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundFetched:
    """How much of a call's sound has been fetched, in bytes."""

    done: int
    total: int


class SourceKind(StrEnum):
    """Where the calls of a desk come from."""

    LOCAL = "local"
    DATABASE = "database"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSource:
    """Which calls a desk shows; `place` names the team's database or folder."""

    kind: SourceKind = SourceKind.LOCAL
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waveform:
    """The loudness of both sides over a call: a peak of 0..255 for every `step_ms`."""

    step_ms: int
    agent: bytes = field(repr=False)
    customer: bytes = field(repr=False)

    def side(self, party: Party) -> bytes:
        return self.agent if party is Party.AGENT else self.customer
