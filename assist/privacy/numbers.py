"""Spoken digits: which words of a line are digits, how many, and where a run of them ends.

A run is digit words with at most a few connecting words between them ("four one dash one, sorry,
one"). It ends at a word that has nothing to do with reading a number aloud.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

_UNITS = {
    **{
        word: str(value)
        for value, word in enumerate("zero one two three four five six seven eight nine".split())
    },
    **dict.fromkeys("oh o nought naught nil".split(), "0"),
    "niner": "9",
}
_TEENS = {
    word: str(value)
    for value, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        10,
    )
}
_TENS = {
    **{
        word: str(value)
        for word, value in zip(
            "twenty thirty forty fifty sixty seventy eighty ninety".split(),
            range(20, 100, 10),
            strict=True,
        )
    },
    "fourty": "40",
}
_SCALES = {"hundred": 2, "thousand": 3}
_REPEATS = {"double": 2, "doubles": 2, "triple": 3, "triples": 3, "treble": 3, "quadruple": 4}
# Recognizers write these for a digit; they count as one only where a digit must stand.
_SOUND_ALIKES = {
    "to": "2",
    "too": "2",
    "for": "4",
    "ate": "8",
    "won": "1",
    "tree": "3",
    "free": "3",
}
_VALUES: Mapping[str, str] = {**_UNITS, **_TEENS, **_TENS, **_SOUND_ALIKES}
# What people say between the digits of one number: separators, hesitations, corrections, and
# announcing the next group. None of them ends a run.
_CONNECTORS = frozenset(
    """dash hyphen space slash stroke dot comma point plus
    um uh er erm ah hm hmm mm huh
    and then next last first followed by again
    hang on let me see sec oops wrong sorry no wait correction actually scratch
    i i'm mean it it's its is that's was the that
    digit digits number numbers group okay ok yes yeah right so""".split()
)
# Short words that stand between two numbers rather than for a misheard digit of one.
_SEPARATORS = frozenset("or ext zip plus pin dates times cents euro euros".split())
_BEFORE_TIMES = frozenset(
    """at by until till before after around about from to since in for on of between past
    january february march april may june july august september october november december
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth""".split()
)
_MAX_CONNECTORS = 6
"""More connecting words than this in a row end the run: by then it is a sentence."""
_MAX_MISHEARD = 5
"""Letters of a word that may be a misheard digit inside a long run."""
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
    return word in _CONNECTORS or (len(word) == 1 and word.isalpha())


def find_runs(tokens: Sequence[str]) -> tuple[DigitRun, ...]:
    """All digit runs of a line, in order."""
    return tuple(_joined(list(_plain_runs(tokens)), tokens))


def count_others(tokens: Sequence[str]) -> int:
    """How many words are neither digits nor connecting words."""
    return sum(1 for token in tokens if not is_number(token) and not is_connector(token))


def bare(token: str) -> str:
    """The word in small letters without the punctuation around it."""
    return token.lower().strip(".,;:!?\"'()[]")


def _parts(token: str) -> list[str]:
    word = bare(token)
    return [word] if _NUMERAL.fullmatch(word) else word.split("-")


def is_number(token: str) -> bool:
    """Whether the word alone says a number or a part of one ("double", "forty", "4111")."""
    return all(
        part in _UNITS
        or part in _TEENS
        or part in _TENS
        or part in _SCALES
        or part in _REPEATS
        or _NUMERAL.fullmatch(part) is not None
        for part in _parts(token)
    )


def _is_sound_alike(tokens: Sequence[str], index: int) -> bool:
    """Whether "to" or "for" stands for a digit: between two, or after "double"."""
    if bare(tokens[index]) not in _SOUND_ALIKES or index == 0:
        return False
    if bare(tokens[index - 1]) in _REPEATS:
        return True
    return index < len(tokens) - 1 and is_number(tokens[index - 1]) and is_number(tokens[index + 1])


def _plain_runs(tokens: Sequence[str]) -> Iterator[DigitRun]:
    numbers = [
        index
        for index, token in enumerate(tokens)
        if is_number(token) or _is_sound_alike(tokens, index)
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
                (digits, groups) == (4, 2)
                and last - first >= 2
                and first > 0
                and bare(tokens[first - 1]) in _BEFORE_TIMES
            ),
        )


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
        and between[0] not in _SEPARATORS
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
        for part in _parts(token):
            if part in _REPEATS:
                repeat = _REPEATS[part]
                continue
            if part in _SCALES:
                digits += "0" * max(0, _SCALES[part] - room)
                room = _SCALES[part]
                after_tens = False
                continue
            is_joined_unit = after_tens and part in _UNITS and part not in {"zero", "oh", "o"}
            after_tens = part in _TENS
            if is_joined_unit and repeat == 1:
                digits = digits[:-1] + _VALUES[part]
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
    value = _VALUES.get(part)
    return "".join(filter(str.isdigit, part)) if value is None else value
