"""Spoken digits: which words of a line are digits, how many, and where a run of them ends.

A run is digit words with at most a few connecting words between them ("four one dash one, sorry,
one"). It ends at a word that has nothing to do with reading a number aloud.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assist.privacy.number_words import (
    BEFORE_TIMES,
    CONNECTORS,
    CORRECTIONS,
    GROUPS,
    REPEATS,
    SCALES,
    SEPARATORS,
    SOUND_ALIKES,
    SPANISH,
    TENS,
    UNITS,
    VALUES,
)

_SAID_NUMBERS = frozenset({*UNITS, *GROUPS, *TENS, *SCALES, *REPEATS})
_MAX_CONNECTORS = 6
"""More connecting words than this in a row end the run: by then it is a sentence."""
_MAX_MISHEARD = 5
"""Letters of a word that may be a misheard digit inside a long run."""
_AT_TIMES = frozenset("at by until till before after around about past".split())
_LAST_HOUR, _MINUTES, _YEAR_DIGITS = 24, 60, 4
_YEARS = range(1700, 2100)
_NUMERAL = re.compile(r"\d[\d\-./]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitRun:
    """The digits spoken by words `first` to `last` (exclusive) of a line.

    `groups` counts the spoken numbers ("forty two" is one). `is_leading`/`is_trailing`: only
    connecting words stand before/after it in the line. `others_after` counts the other words
    that follow before the next run. `is_clock_or_year`: two groups of two digits after a word of
    time ("at eleven thirty", "since nineteen ninety nine").
    """

    first: int
    last: int
    digits: int
    groups: int
    is_leading: bool
    is_trailing: bool
    others_after: int
    is_clock_or_year: bool


def is_connector(token: str) -> bool:
    """Whether the word may stand inside a number that is read aloud.

    A single letter may: it is part of a number plate or an IBAN, or a digit misheard.
    """
    word = bare(token)
    return word in CONNECTORS or (len(word) == 1 and word.isalpha())


def find_runs(tokens: Sequence[str]) -> tuple[DigitRun, ...]:
    """All digit runs of a line, in order."""
    return tuple(_joined(list(_plain_runs(tokens)), tokens))


def count_others(tokens: Sequence[str]) -> int:
    """How many words are neither digits nor connecting words."""
    return sum(1 for token in tokens if not is_number(token) and not is_connector(token))


def bare(token: str) -> str:
    """The word in small letters without the punctuation around it."""
    if token.isalpha():
        return token.lower()
    return token.lower().strip(".,;:!?\"'()[]")


def _parts(token: str) -> list[str]:
    word = bare(token)
    return [word] if _NUMERAL.fullmatch(word) else word.split("-")


def is_number(token: str) -> bool:
    """Whether the word alone says a number or a part of one ("double", "forty", "4111")."""
    word = bare(token)
    if word in _SAID_NUMBERS:
        return True
    if word.isalpha():
        return False
    return all(
        part in UNITS
        or part in GROUPS
        or part in TENS
        or part in SCALES
        or part in REPEATS
        or _NUMERAL.fullmatch(part) is not None
        for part in _parts(token)
    )


def _is_sound_alike(tokens: Sequence[str], index: int) -> bool:
    """Whether "to" or "for" stands for a digit: between two, or after "double"."""
    if bare(tokens[index]) not in SOUND_ALIKES:
        return False
    if bare(tokens[index]) == "once":
        around = (*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2])
        return any(bare(token) in SPANISH for token in around)
    if index == 0:
        return False
    if bare(tokens[index - 1]) in REPEATS:
        return True
    return index < len(tokens) - 1 and is_number(tokens[index - 1]) and is_number(tokens[index + 1])


def _is_initial(tokens: Sequence[str], index: int) -> bool:
    """Whether an "o" is a letter of initials ("d o b", "p o box"), not a zero."""
    if bare(tokens[index]) != "o":
        return False
    around = [
        bare(token) for token in (*tokens[max(0, index - 1) : index], *tokens[index + 1 :][:1])
    ]
    return any(len(word) == 1 and word.isalpha() and word != "o" for word in around) and not any(
        is_number(word) and word != "o" for word in around
    )


def _plain_runs(tokens: Sequence[str]) -> Iterator[DigitRun]:
    numbers = [
        index
        for index, token in enumerate(tokens)
        if (is_number(token) and not _is_initial(tokens, index)) or _is_sound_alike(tokens, index)
    ]
    spans: list[tuple[int, int]] = []
    for index in numbers:
        if spans and _continues(tokens[spans[-1][1] : index]):
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    for position, (first, last) in enumerate(spans):
        until = spans[position + 1][0] if position + 1 < len(spans) else len(tokens)
        digits, groups = _count(tokens[first:last])
        yield DigitRun(
            first=first,
            last=last,
            digits=digits,
            groups=groups,
            is_leading=position == 0 and _continues(tokens[:first]),
            is_trailing=until == len(tokens) and _continues(tokens[last:]),
            others_after=count_others(tokens[last:until]),
            is_clock_or_year=(
                first > 0
                and bare(tokens[first - 1]) in BEFORE_TIMES
                and (
                    (digits == _YEAR_DIGITS and _may_be_time(tokens[first:last], groups))
                    or (
                        bare(tokens[first - 1]) in _AT_TIMES
                        and groups == 2  # "at five thirty"
                        and _is_clock([bare(token) for token in tokens[first:last]])
                    )
                    or _is_range(tokens[first:last])
                )
            ),
        )


def _may_be_time(tokens: Sequence[str], groups: int) -> bool:
    """Whether four digits may be a time of day or a year."""
    digits = digits_of(tokens)
    hours, minutes = int(digits[:2]), int(digits[2:])
    is_time = hours <= _LAST_HOUR and minutes < _MINUTES
    return (groups == 2 and is_time) or int(digits) in _YEARS


def _is_range(tokens: Sequence[str]) -> bool:
    """Whether the words are two times of day: "four forty five to five forty five"."""
    words = [bare(token) for token in tokens]
    return any(
        word in {"to", "and"} and _is_clock(words[:index]) and _is_clock(words[index + 1 :])
        for index, word in enumerate(words)
    )


def _is_clock(words: Sequence[str]) -> bool:
    digits = digits_of(words)
    if not 1 <= len(digits) <= _YEAR_DIGITS or not all(map(is_number, words)):
        return False
    hours, minutes = (digits[:-2] or digits, digits[-2:]) if len(digits) > 2 else (digits, "0")
    return 0 < int(hours) <= _LAST_HOUR and int(minutes) < _MINUTES


def _continues(between: Sequence[str]) -> bool:
    return len(between) <= _MAX_CONNECTORS and all(is_connector(token) for token in between)


def _joined(runs: list[DigitRun], tokens: Sequence[str]) -> Iterator[DigitRun]:
    """Join two long runs around one short strange word: a digit the recognizer misheard."""
    while runs:
        run = runs.pop(0)
        while runs and _is_misheard(run, runs[0], tokens):
            following = runs.pop(0)
            run = replace(
                following,
                first=run.first,
                is_leading=run.is_leading,
                digits=run.digits + following.digits,
                groups=run.groups + following.groups,
            )
        yield run


def _is_misheard(run: DigitRun, following: DigitRun, tokens: Sequence[str]) -> bool:
    between = [bare(token) for token in tokens[run.last : following.first]]
    return (
        len(between) == 1
        and len(between[0]) <= _MAX_MISHEARD
        and between[0] not in SEPARATORS
        and all(each.groups >= 3 and each.digits >= 4 for each in (run, following))
    )


def _count(tokens: Sequence[str]) -> tuple[int, int]:
    """Digits and spoken groups of a run's words."""
    digits, groups = _read(tokens)
    return len(digits), groups


def digits_of(tokens: Sequence[str]) -> str:
    """The digits that a run's words say: "four one double two forty six" gives "412246"."""
    return _read(tokens)[0]


def _read(tokens: Sequence[str]) -> tuple[str, int]:
    digits, groups = "", 0
    room = 0  # zeros just read that the next number replaces ("two hundred" + "twelve")
    repeat = 1
    after_tens = False
    for token in tokens:
        if after_tens and bare(token) == "y":  # "treinta y uno"
            continue
        for part in _parts(token):
            if part in REPEATS:
                repeat = REPEATS[part]
                continue
            if part in SCALES:
                digits += "0" * max(0, SCALES[part] - room)
                room = SCALES[part]
                after_tens = False
                continue
            is_joined_unit = after_tens and UNITS.get(part, "0") != "0"
            after_tens = part in TENS
            if is_joined_unit and repeat == 1:
                digits = digits[:-1] + VALUES[part]
                continue
            value = _value(part)
            if not value:
                continue
            value, repeat = value * repeat, 1
            digits = digits[: len(digits) - min(room, len(value))] + value
            room = max(0, room - len(value))
            groups += 1
    return digits, groups


def _value(part: str) -> str:
    value = VALUES.get(part)
    return "".join(filter(str.isdigit, part)) if value is None else value


def is_correction(token: str) -> bool:
    """Whether the word may take back what was said before it."""
    return bare(token) in CORRECTIONS


def count_corrected(tokens: Sequence[str]) -> int:
    """A run's digits without those that were taken back ("four two sorry four three" has two)."""
    said = ""
    chunk: list[str] = []
    for token in (*tokens, ""):
        if token and not is_correction(token):
            chunk.append(token)
            continue
        new, chunk = digits_of(chunk), []
        said = said[: len(said) - _taken_back(said, new)] + new if said and new else said + new
    return len(said)


def _taken_back(said: str, new: str) -> int:
    """How many digits at the end `new` replaces: those that it repeats but for one."""
    for size in range(min(len(said), len(new)), 1, -1):
        differing = sum(a != b for a, b in zip(said[-size:], new, strict=False))
        if differing <= 1:
            return size
    return 1
