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
