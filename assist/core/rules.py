"""A playbook's rules as people see and edit them: complaints, drafts, versions, tries."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """`error`: the rule cannot do what it is there for; `warning`: it may do it badly."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """Something about a rule that its author should know.

    `kind` names the check; `key` is the rule's key it is about ("when", "wording" …); `text` is one
    sentence that says what is wrong and what to do. `line` counts from 1, 0 where unknown.
    """

    severity: Severity
    kind: str
    rule: str
    key: str
    text: str
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A rule as one line of a list.

    `layer` is where it comes from; `is_changed` says that the layer being edited adds or changes
    it, `is_locked` that a layer above lets nothing be changed. `kind` is "rule" or "sequence".
    """

    id: str
    title: str
    urgency: str
    is_on: bool
    layer: str
    is_changed: bool = False
    is_locked: bool = False
    kind: str = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingForm:
    """One way to put a cue, as typed."""

    headline: str = ""
    directions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredForm:
    """A sentence that has to be said, as typed.

    `statement` is said nearly so, or `patterns` say what is looked for; one of the two. It is due
    `within_s` of the beginning of the call, or of what `after` (a TOML value) says. `more` holds
    other keys.
    """

    statement: str = ""
    patterns: tuple[str, ...] = ()
    within_s: float = 20
    after: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleForm:
    """A rule as typed; nothing in it need be right yet.

    `when`, `stand_down` are TOML values; `more` holds the other keys as TOML lines ("cool_down_s =
    60"). An empty `stand_down` is none. With `required` there is neither: the sentence is both.
    """

    id: str
    title: str = ""
    urgency: str = "hint"
    priority: int = 50
    is_on: bool = True
    when: str = ""
    stand_down: str = ""
    wordings: tuple[WordingForm, ...] = ()
    more: str = ""
    required: RequiredForm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepForm:
    """A step of a sequence as typed: `step` is its word or two, `done` a TOML value."""

    id: str
    step: str = ""
    title: str = ""
    done: str = ""
    wordings: tuple[WordingForm, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceForm:
    """A guided sequence as typed; `when` is a TOML value, `more` other keys as TOML lines."""

    id: str
    title: str = ""
    is_on: bool = True
    when: str = ""
    patience_s: float = 25
    lasts_s: float = 300
    steps: tuple[StepForm, ...] = ()
    more: str = ""


AnyForm = RuleForm | SequenceForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRow:
    """A condition that a form can show.

    `kind` is the condition's key; `value` what stands there: patterns or labels one a line, a
    signal, a stage, the name of circumstances, seconds. `details` narrow a label. `who` is "agent",
    "customer" or "" for either. `span` says when it counts: "now", "within" (of `seconds`), "ever",
    or "since" (of the label `since`).
    """

    kind: str
    value: str = ""
    details: tuple[str, ...] = ()
    who: str = ""
    at_least: float = 0.0
    span: str = "now"
    seconds: float = 30.0
    since: str = ""
    is_negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionForm:
    """Conditions of which all (or any) must be met."""

    rows: tuple[ConditionRow, ...]
    is_any: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Characters `start` to `end` of line `line` of a try, and what was found there."""

    line: int
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedCue:
    """A cue that a try raised; `line` is the line after which it came."""

    rule: str
    headline: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something the rule at hand listens for, in words, and whether the try holds it."""

    text: str
    is_met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What typed lines give rise to. `problem` is one sentence where they could not be run."""

    marks: tuple[Mark, ...] = ()
    cues: tuple[TriedCue, ...] = ()
    needs: tuple[Need, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A saved version as one line; `changes` are what it changed, a short line each."""

    number: int
    at: str
    who: str
    what: str
    changes: tuple[str, ...] = ()
