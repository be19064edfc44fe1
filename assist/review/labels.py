"""The labels that rows are judged by, as the labelling guidelines name them."""

from assist.core.events import DISTRESS, Feeling
from assist.core.words import Party

AGENT_LABELS = (
    "dead_end",
    "empathy",
    "canned_empathy",
    "apology_ownership",
    "uses_name",
    "confirms_understanding",
    "concrete_follow_up",
    "transfer",
)
FEELINGS = tuple(str(feeling) for feeling in Feeling if feeling is not Feeling.NONE)
THREATS = ("leave_cancel", "ask_supervisor", "social_media_public", "legal")
GIVES_NAME = "gives_name"

NO_FEELING = str(Feeling.NONE)
PRIMARY_FEELING = "primary_feeling"
"""The feeling named first in a row against the one detected first; scored by macro F1."""

MOST_INTENSE = 3
"""Of the intensity of a feeling: 0 none, 1 mild, 2 clear, 3 strong."""

GROUPS: dict[str, frozenset[str]] = {
    "distress": frozenset(str(feeling) for feeling in DISTRESS),
    "at_risk": frozenset(THREATS),
}
"""A group is present where one of its members is."""

CUSTOMER_LABELS = (*FEELINGS, *THREATS, GIVES_NAME, *GROUPS)

LABELS: dict[Party, tuple[str, ...]] = {
    Party.AGENT: AGENT_LABELS,
    Party.CUSTOMER: CUSTOMER_LABELS,
}


def with_groups(labels: frozenset[str]) -> frozenset[str]:
    """The labels and the groups they make present."""
    return labels | {name for name, members in GROUPS.items() if labels & members}
