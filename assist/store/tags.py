"""What searches filter utterances by, as words of the text index's own column. Pure."""

import hashlib

from assist.core.words import Party
from assist.store.model import CallOverview


def tags_of(party: Party, call: CallOverview) -> str:
    """The words for an utterance of `party`: its side, the call's agent and outcome."""
    return f"{side_tag(party)} {agent_tag(call.agent)} {outcome_tag(call.outcome)}"


def side_tag(party: Party) -> str:
    return f"side{party.value}"


def agent_tag(name: str) -> str:
    # A name may have any signs; what the index splits at must not be among them.
    return f"agent{hashlib.sha256(name.casefold().encode()).hexdigest()[:12]}"


def outcome_tag(outcome: str) -> str:
    return f"outcome{outcome.replace('_', '')}"
