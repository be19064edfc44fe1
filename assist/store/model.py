"""A finished call as the store gives it back. Made of the domain's own events where they fit."""

from dataclasses import dataclass
from datetime import datetime

from assist.core.events import (
    AudioLost,
    Detection,
    Feeling,
    FeelingChanged,
    LeadWrote,
    MomentFlagged,
    PivotMarked,
    PromiseMade,
    Urgency,
)
from assist.core.words import Evidence, Utterance


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOverview:
    """A call as one line of a list. `started_at` has the offset of the agent's clock then.

    `drivers`, `courtesies`, `barriers` and `done` are those of the wrap-up; `summary` is the
    agent's wording, if any; `notice` is what the customer was told about transcribing.
    """

    id: str
    started_at: datetime
    duration_ms: int
    source: str
    agent: str
    customer_name: str
    customer_number: str
    reference: str
    outcome: str
    end_reason: str
    problem: str
    first_feeling: Feeling
    last_feeling: Feeling
    turned_around: bool
    at_risk: bool
    agent_percent: int
    cues_raised: int
    cues_shown: int
    cues_heeded: int
    checklist: tuple[str, ...]
    note: str
    app: str
    model: str
    playbook: str
    playbook_hash: str
    journal: str
    drivers: tuple[str, ...] = ()
    courtesies: int = 0
    barriers: int = 0
    problem_at: int | None = None
    done: tuple[str, ...] = ()
    summary: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDetection:
    """A detection, and whether the final result took it back."""

    detection: Detection
    is_withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCue:
    """A cue from raised to its ending.

    `ending` is "heeded", "dismissed", "expired", "stood_down", "withdrawn", "suppressed" or "" (it
    was open when the call ended). `delay_ms` is from the trigger's end to the painted card.
    `unseen` is what the agent did without a cue that was kept back: "done", "not_done" or
    "withdrawn".
    """

    cue: int
    rule: str
    at: int
    title: str
    headline: str
    directions: tuple[str, ...]
    urgency: Urgency
    priority: int
    evidence: tuple[Evidence, ...]
    trigger_end: int
    shown_at: int | None = None
    ending: str = ""
    ended_at: int | None = None
    reason: str = ""
    delay_ms: int | None = None
    unseen: str = ""
    lessons: tuple[str, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMark:
    """Somebody's judgement of a cue: right at that moment or not. `origin` is "agent" or "lead".

    `version` is the rule's when it raised the cue.
    """

    cue: int
    rule: str
    is_right: bool
    at: int
    origin: str = "agent"
    by: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCall:
    """Everything kept of a call besides its journal. All parts are in order of time."""

    overview: CallOverview
    utterances: tuple[Utterance, ...] = ()
    detections: tuple[StoredDetection, ...] = ()
    cues: tuple[StoredCue, ...] = ()
    promises: tuple[PromiseMade, ...] = ()
    feelings: tuple[FeelingChanged, ...] = ()
    pivots: tuple[PivotMarked, ...] = ()
    flags: tuple[MomentFlagged, ...] = ()
    losses: tuple[AudioLost, ...] = ()
    marks: tuple[CueMark, ...] = ()
    lines: tuple[LeadWrote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFilter:
    """Which calls to list, newest first. An empty field does not restrict.

    `text` finds calls in which all its words were said (in one utterance); `customer` matches part
    of the name or number. `since` counts, `until` does not.
    """

    text: str = ""
    customer: str = ""
    outcome: str = ""
    is_at_risk: bool | None = None
    is_turned_around: bool | None = None
    since: datetime | None = None
    until: datetime | None = None
    limit: int = 100
    offset: int = 0
