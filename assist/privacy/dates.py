"""Spoken and written dates in a line of words: a birth date, a card's expiry date."""

import re
from collections.abc import Sequence

from assist.privacy.numbers import bare, is_number

MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
_ORDINALS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth""".split()
)
# Recognizers write a spoken ordinal this way; "second" and "may" alone are everyday words.
_NUMERAL_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_WRITTEN = re.compile(r"\d{1,4}[-./]\d{1,2}(?:[-./]\d{2,4})?|\d{1,2}[-./]\d{4}")
_BETWEEN = frozenset("of the and in on slash dash stroke dot hundred o'clock um uh er".split())
_MAX_BETWEEN = 3


def find_dates(tokens: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Spans `(first, last)` of words, `last` exclusive, that say a day, a month or a whole date.

    A span has a month's name beside a number or an ordinal, or is a written date ("3/4/1980").
    """
    marks = [index for index, token in enumerate(tokens) if _is_part(token)]
    spans: list[tuple[int, int]] = []
    for index in marks:
        if spans and _goes_on(tokens[spans[-1][1] : index]):
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    return tuple(span for span in spans if _is_date(tokens[span[0] : span[1]]))


def _is_part(token: str) -> bool:
    word = bare(token)
    return (
        word in MONTHS
        or is_ordinal(word)
        or is_number(token)
        or _WRITTEN.fullmatch(word) is not None
    )


def is_ordinal(word: str) -> bool:
    """Whether the word is a day's ordinal: "third", "twenty-first", "3rd"."""
    last = word.rsplit("-", 1)[-1]
    return last in _ORDINALS or _NUMERAL_ORDINAL.fullmatch(last) is not None


def _goes_on(between: Sequence[str]) -> bool:
    return len(between) <= _MAX_BETWEEN and all(bare(token) in _BETWEEN for token in between)


def _is_date(tokens: Sequence[str]) -> bool:
    words = [bare(token) for token in tokens]
    if any(_WRITTEN.fullmatch(word) for word in words):
        return True
    return len(words) > 1 and any(word in MONTHS for word in words)
