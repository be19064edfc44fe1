"""Which rules are kept back in a call, so that what prompts change can be measured.

A share of calls, drawn by the call's id alone: the same call always gives the same answer, so that
a replay does too, and nobody can choose.
"""

import hashlib
from collections.abc import Iterable
from typing import Protocol

_STEPS = 1 << 32


class Held(Protocol):
    """What is asked of a rule; `holdout` is its own share, None where it follows the playbook."""

    @property
    def id(self) -> str: ...
    @property
    def holdout(self) -> float | None: ...


def is_drawn(call: str, name: str, share: float) -> bool:
    """Whether the call falls into the share (0..1) drawn under this name."""
    digest = hashlib.sha256(f"{name}\n{call}".encode()).digest()
    return int.from_bytes(digest[:4]) < share * _STEPS


def held_out(rules: Iterable[Held], share: float, call: str) -> tuple[frozenset[str], bool]:
    """(ids of the rules kept back in this call, whether the playbook's own share drew it).

    Rules without a share of their own are kept back together: a whole call is compared with
    another. A rule with a share of its own is drawn by itself.
    """
    is_whole = is_drawn(call, "playbook", share)
    kept = {
        rule.id
        for rule in rules
        if (is_whole if rule.holdout is None else is_drawn(call, rule.id, rule.holdout))
    }
    return frozenset(kept), is_whole and bool(kept)
