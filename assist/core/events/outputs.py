"""Outputs beside the cues: dialogue, detections, sequences and cards, the whole call."""

from dataclasses import dataclass
from enum import StrEnum

from assist.core.events.base import Output
from assist.core.words import Evidence, Party


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
