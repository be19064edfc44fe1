"""Takes secrets out of what somebody types: notes, summaries, flags, promises, comments.

Who types a number means it, so less is taken than of speech: card numbers however they are
grouped, and numbers and words whose kind is said before them ("cvv 123", "PIN: 4711"). Addresses,
telephone and order numbers stay: they are what notes are for.
"""

import re

from assist.core.cardlike import CARD_DIGITS, without_cards
from assist.privacy.announced import find_announcements
from assist.privacy.kinds import Secret
from assist.privacy.masking import MASK
from assist.privacy.numbers import find_runs
from assist.privacy.values import find_values

_TOKEN = re.compile(r"\S+")
_TYPED_KINDS = frozenset(Secret) - {Secret.NOTHING, Secret.CARD_END, Secret.EMAIL, Secret.NUMBER}
_IBAN = re.compile(r"\b[A-Za-z]{2}\d{2}(?:[ \-]?[A-Za-z0-9]{2,4}){3,8}\b")
_STICKING = re.compile(r"(?<=[A-Za-z])[:=#](?=\S)")
"""A colon that sticks to what follows it: "pin:4711"."""


def scrub_typed(text: str) -> str:
    """The text with secrets masked; the same where there are none, also the second time."""
    text = without_cards(_IBAN.sub(_masked_iban, text), MASK)
    return "\n".join(_scrub_line(line, long_digits=True) for line in text.split("\n"))


def scrub_announced(text: str) -> str:
    """The line with those values masked whose kind stands before them; long numbers stay."""
    return _scrub_line(text, long_digits=False)


def _masked_iban(match: re.Match[str]) -> str:
    digits = sum(char.isdigit() for char in match[0])
    return MASK if digits >= CARD_DIGITS - 2 else match[0]


def _scrub_line(line: str, *, long_digits: bool) -> str:
    places = list(_TOKEN.finditer(_STICKING.sub(" ", line)))
    tokens = [place[0] for place in places]
    announced = [each for each in find_announcements(tokens) if each.secret is not Secret.NUMBER]
    spans = [
        (value.first, value.last)
        for value in find_values(tokens, announced)
        if value.secret in _TYPED_KINDS
    ]
    if long_digits:
        spans += [(run.first, run.last) for run in find_runs(tokens) if run.digits >= CARD_DIGITS]
    for first, last in sorted(spans, reverse=True):
        if MASK in tokens[first:last] and last - first == 1:
            continue
        start, end = places[first].start(), places[last - 1].end()
        line = f"{line[:start]}{MASK}{line[end:]}"
    return line
