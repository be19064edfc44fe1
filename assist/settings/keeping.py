"""Days by outcome, as the setting `keep_by_outcome` says them: "complaint: calls 365, sound 30"."""

import re
from collections.abc import Mapping, Sequence

KINDS = ("calls", "words", "sound", "findings", "names", "notes")
"""What may be kept of a call for a time of its own (`store.retention.Kind`)."""

MAX_DAYS = 36_500
_ENTRY = re.compile(r"([a-z][a-z_]{0,39}): *([a-z]+ +[0-9]+(?: *, *[a-z]+ +[0-9]+)*)")


def entry_problem(entry: str) -> str:
    """What is wrong with one entry of the list, to stand behind the key; "" if it is fine."""
    found = _ENTRY.fullmatch(entry.strip())
    if found is None:
        return f"must have entries like 'complaint: calls 365, sound 30', not '{entry[:40]}'"
    for part in found[2].split(","):
        kind, days = part.split()
        if kind not in KINDS:
            return f"names '{kind}'; what is kept is {', '.join(KINDS)}"
        if int(days) > MAX_DAYS:
            return f"keeps {kind} for {days} days; {MAX_DAYS} are the most"
    return ""


def by_outcome(entries: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
    """Class of call → kind → days; entries that are wrong are left out."""
    made: dict[str, dict[str, int]] = {}
    for entry in entries:
        if entry_problem(entry):
            continue
        name, _, parts = entry.strip().partition(":")
        for part in parts.split(","):
            kind, days = part.split()
            made.setdefault(name, {})[kind] = int(days)
    return made
