"""What searches filter utterances by, as words of the text index's own column. Pure.

The index narrows down, the call's row decides: a tag may stand for a little more than was asked.
"""

import hashlib
import re

from assist.core.words import Party
from assist.store.model import CallOverview

LEAST_DIGITS = 4
"""So many digits of a number are one tag: the last ones, which people remember and read out."""


def tags_of(party: Party, call: CallOverview) -> str:
    """The words for an utterance of `party`: its side, the call's agent, outcome and customer."""
    tags = [side_tag(party), agent_tag(call.agent), outcome_tag(call.outcome)]
    if call.at_risk:
        tags.append(RISK)
    tags += [f"cu{word}" for word in _words(call.customer_name)]
    digits = _digits(call.customer_number)
    if len(digits) >= LEAST_DIGITS:
        tags.append(f"nu{digits[-LEAST_DIGITS:]}")
    return " ".join(tags)


RISK = "riskyes"


def side_tag(party: Party) -> str:
    return f"side{party.value}"


def agent_tag(name: str) -> str:
    # A name may have any signs; what the index splits at must not be among them.
    return f"agent{hashlib.sha256(name.lower().encode()).hexdigest()[:12]}"


def outcome_tag(outcome: str) -> str:
    return f"outcome{outcome.replace('_', '')}"


def customer_tags(asked: str) -> tuple[str, ...]:
    """What the tags of a customer with `asked` in name or number begin with; () if none says it."""
    digits = _digits(asked)
    if digits and not any(sign.isalpha() for sign in asked):
        return (f"nu{digits[-LEAST_DIGITS:]}",) if len(digits) >= LEAST_DIGITS else ()
    return tuple(f"cu{word}" for word in _words(asked))


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", name.lower())


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
