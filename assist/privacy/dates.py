"""Spoken and written dates in a line of words: a birth date, a card's expiry date."""

import re
from collections.abc import Sequence

from assist.privacy.numbers import bare, digits_of, is_number

MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
    diciembre
    januar jänner februar märz mai juni juli oktober dezember""".split()
)
_ORDINALS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth
    primero primer""".split()
)
_GERMAN_ORDINAL = re.compile(
    r"(?:ers|zwei|drit|vier|fünf|sechs|sieb(?:en)?|ach|neun|zehn|elf|zwölf|\w+zehn|"
    r"(?:\w+und)?(?:zwanzigs|dreißigs|dreissigs))te[nrs]?"
)
# Recognizers write a spoken ordinal this way; "second" and "may" alone are everyday words.
_NUMERAL_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)|\d{1,2}\.")
_WRITTEN = re.compile(r"\d{1,4}[-./]\d{1,2}(?:[-./]\d{2,4})?|\d{1,2}[-./]\d{4}")
_WRITTEN_DATE = re.compile(
    r"(?:19\d\d|200\d|201[0-2])[-./]\d{1,2}[-./]\d{1,2}|"
    r"\d{1,2}[-./]\d{1,2}[-./](?:19\d\d|200\d|201[0-2])"
)
_BETWEEN = frozenset(
    """of the and in on slash dash stroke dot hundred o'clock um uh er erm year
    de del el la y am im des der und äh ähm""".split()
)
_DATE_JOINTS = frozenset({"of", "del", "de", "slash", "dash", "stroke", "punkt"})
_MAX_BETWEEN = 3
_SINCE = frozenset(
    """since from until till before after opened joined bought purchased installed built moved
    started signed made dated founded established war song movie film model edition desde
    seit""".split()
)
_CENTURIES = frozenset({"nineteen", "neunzehnhundert"})
_SHORT_YEAR = 40
"""Two digits from this on behind a day and a month are a year of the last century."""
_YEARS = range(1915, 2013)
"""Years of birth of who phones: a full date in them is one unless the words before say else."""


def find_dates(tokens: Sequence[str], *, is_due: bool = False) -> tuple[tuple[int, int], ...]:
    """Spans `(first, last)` of words, `last` exclusive, that say a day, a month or a whole date.

    A span has a month's name beside a number or an ordinal, or is a written date ("3/4/1980");
    where a date `is_due` also ordinals and numbers alone ("the fourth of the fifth sixty").
    """
    return tuple(
        span for span in _spans(tokens) if _is_date(tokens[span[0] : span[1]], is_due=is_due)
    )


def find_birth_dates(tokens: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Spans of full dates that nobody announced, but whose year is that of somebody's birth."""
    return tuple(
        span
        for span in _spans(tokens)
        if _is_birth_date(tokens[span[0] : span[1]])
        and not any(bare(token) in _SINCE for token in tokens[max(0, span[0] - 3) : span[0]])
    )


def _spans(tokens: Sequence[str]) -> list[tuple[int, int]]:
    marks = [
        index
        for index, token in enumerate(tokens)
        if _is_part(token) or (bare(token) == "once" and _is_november(tokens, index))
    ]
    spans: list[tuple[int, int]] = []
    for index in marks:
        if spans and _goes_on(tokens[spans[-1][1] : index]):
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    return spans


def _is_november(tokens: Sequence[str], index: int) -> bool:
    """Whether a Spanish "once" is a month: "diecinueve del once del cuarenta y seis"."""
    around = (*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2])
    return any(bare(token) in {"del", "de"} for token in around)


def _is_part(token: str) -> bool:
    word = bare(token)
    return (
        word in MONTHS
        or is_ordinal(word)
        or is_number(token)
        or (not word.isalpha() and _WRITTEN.fullmatch(word) is not None)
    )


def is_ordinal(word: str) -> bool:
    """Whether the word is a day's ordinal: "third", "twenty-first", "3rd"."""
    last = word if word.isalpha() else word.rsplit("-", 1)[-1]
    if last.isalpha():
        is_german = last.endswith(("te", "ten", "ter", "tes"))
        return last in _ORDINALS or (is_german and _GERMAN_ORDINAL.fullmatch(last) is not None)
    return (
        last in _ORDINALS
        or _NUMERAL_ORDINAL.fullmatch(last) is not None
        or _GERMAN_ORDINAL.fullmatch(last) is not None
    )


def _goes_on(between: Sequence[str]) -> bool:
    return len(between) <= _MAX_BETWEEN and all(bare(token) in _BETWEEN for token in between)


def _is_date(tokens: Sequence[str], *, is_due: bool) -> bool:
    words = [bare(token) for token in tokens]
    if any(_WRITTEN.fullmatch(word) for word in words):
        return True
    if words == ["one", "second"]:
        return False
    if len(words) > 1 and any(word in MONTHS for word in words):
        return True
    if not is_due or len(words) < 2:
        return False
    has_joint = any(word in _DATE_JOINTS for word in words)
    return any(is_ordinal(word) for word in words) or (has_joint and len(digits_of(words)) >= 4)


def _is_birth_date(tokens: Sequence[str]) -> bool:
    words = [bare(token) for token in tokens]
    if any(_WRITTEN_DATE.fullmatch(word) for word in words):
        return True
    has_month = any(word in MONTHS for word in words)
    ordinals = sum(is_ordinal(word) for word in words)
    year = digits_of([word for word in words if word not in MONTHS and not is_ordinal(word)])
    if not has_month and not ordinals:
        return _is_numeric_birth(words)
    marks = [i for i, word in enumerate(words) if word in MONTHS or is_ordinal(word)]
    short = digits_of(words[marks[-1] + 1 :]) if marks else ""
    if has_month and ordinals and len(short) == 2 and int(short) >= _SHORT_YEAR:
        return True  # "november the twenty third eighty eight"
    is_day_said = ordinals > 0 or len(year) > 4
    if not is_day_said or not (has_month or ordinals >= 2):
        return False
    return year[-4:].isdigit() and len(year) >= 4 and int(year[-4:]) in _YEARS


def _is_numeric_birth(words: Sequence[str]) -> bool:
    """ "Oh seven twelve nineteen seventy nine": a day, a month and a year said as a year."""
    heads = [index for index, word in enumerate(words) if word in _CENTURIES]
    if not heads or heads[-1] == 0 or heads[-1] == len(words) - 1:
        return False
    year, day = digits_of(words[heads[-1] :]), digits_of(words[: heads[-1]])
    if len(year) != 4 or int(year) not in _YEARS or not 2 <= len(day) <= 4:
        return False
    half = (len(day) + 1) // 2
    first, second = int(day[:half]), int(day[half:] or 0)
    return 1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12
