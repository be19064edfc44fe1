"""What belongs to a card beside its number, said soon after it without a name of its own.

"… six two eight, february twenty twenty eight"; "and the date?"; groups that go on after small
talk.
"""

from collections.abc import Sequence

from assist.privacy.dates import MONTHS, is_ordinal
from assist.privacy.kinds import Announcement, Secret
from assist.privacy.masking import MASK
from assist.privacy.numbers import bare, count_others, find_runs, is_number

CARD_SIDE_MS = 45_000
"""How long after digits of a card its date may come, or the rest of a number that was cut."""

_DATES = frozenset("date dates fecha datum".split())
_BEFORE_DATE = frozenset("the that other its la y das and und".split())
_BEHIND_DATE = frozenset(
    "please on it there the card as well too then for me por favor de la tarjeta bitte".split()
)
_MAX_WORDS = 9
_JOINTS = frozenset("of the and year year's is it's del de año jahr and uh um".split())
_MAX_JOINTS = 4
_NO_YEAR = frozenset("on by before until since the from el am seit".split())
"""Before a month these say a day: "on october twenty seven"."""
_EVERYDAY = frozenset({"may", "march", "mar"})
_LEAST_REST, _LEAST_GROUPS = 3, 2


def find_card_dates(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Spans of a month with a year behind it, without a day: "june twenty eight"."""
    spans = []
    for index, token in enumerate(tokens):
        before = bare(tokens[index - 1]) if index > 0 else ""
        if bare(token) not in MONTHS or is_ordinal(before) or before in _NO_YEAR:
            continue
        after = index + 1
        while after < len(tokens) and after - index <= _MAX_JOINTS and _is_joint(tokens[after]):
            after += 1
        if after == len(tokens) or not (tokens[after] == MASK or is_number(tokens[after])):
            continue
        if bare(token) in _EVERYDAY and after > index + 1:
            continue  # "it may be two"
        if any(is_ordinal(bare(each)) for each in tokens[after : after + 2]):
            continue  # "june twenty third"
        runs = [run for run in find_runs(tokens[after:]) if run.first == 0]
        last = after + (runs[0].last if runs else 1)
        spans.append((index, last))
    return spans


def _is_joint(token: str) -> bool:
    return bare(token) in _JOINTS


def find_card_date_name(tokens: Sequence[str]) -> Announcement | None:
    """ "And the date?": after a card's number it is the card's."""
    if len(tokens) > _MAX_WORDS:
        return None
    words = [bare(token) for token in tokens]
    for index, word in enumerate(words):
        if (
            word in _DATES
            and (index == 0 or words[index - 1] in _BEFORE_DATE)
            and all(each in _BEHIND_DATE for each in words[index + 1 :])
        ):
            return Announcement(Secret.EXPIRY, index, index + 1)
    return None


def find_rest(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Digits that are all a line says, read out one by one: the rest of a number that was cut."""
    if count_others(tokens):
        return []
    return [
        (run.first, run.last)
        for run in find_runs(tokens)
        if run.digits >= _LEAST_REST and run.groups >= _LEAST_GROUPS
    ]
