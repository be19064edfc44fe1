"""Where in a line of words the values stand that were announced as secrets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assist.privacy.dates import MONTHS, find_birth_dates, find_dates, is_ordinal
from assist.privacy.emails import find_emails, find_joined, is_address_part, is_spelled_out
from assist.privacy.everyday import NO_ANSWER, OPENERS, UNITS, count_openers, is_everyday_number
from assist.privacy.kinds import Announcement, Secret
from assist.privacy.masking import MASK
from assist.privacy.number_words import SOUND_ALIKES
from assist.privacy.numbers import DigitRun, bare, count_others, find_runs, is_connector, is_number
from assist.privacy.passwords import find_answers, find_coded, find_password, find_used
from assist.privacy.segments import find_segments, is_misheard, open_parts
from assist.privacy.spelling import (
    NATO,
    count_letters,
    find_codes,
    is_letter,
    is_written_code,
)

_LEAST_DIGITS = {
    Secret.CARD: 4,
    Secret.CODE: 2,
    Secret.EXPIRY: 2,
    Secret.NATIONAL_ID: 2,
    Secret.ACCOUNT: 3,
    Secret.BIRTH: 3,
    Secret.PIN: 2,
    Secret.PASSWORD: 2,
    Secret.ANSWER: 2,
    Secret.NUMBER: 4,
}
"""Digits in a row that are taken for the value; fewer are everyday numbers ("two cards")."""
_READ_SLOWLY = frozenset(_LEAST_DIGITS) - {Secret.PASSWORD, Secret.ANSWER}
"""Kinds that are read in small groups; digits alone in their line are a part of one."""
_MAX_MISHEARD = 1
"""Other words in a line of digits: one is taken for a digit that was misheard."""
_LONG = frozenset({Secret.CARD, Secret.ACCOUNT, Secret.NATIONAL_ID, Secret.NUMBER})
"""Kinds that are more than a time of day beside other words ("at ten thirty")."""
_COUNTED = frozenset("digit digits dígitos ziffern stellen".split())
_WRITTEN_ID = re.compile(r"(?=.*\d.*\d)[a-z0-9-]{6,}")
_WRITTEN_PAN = re.compile(r"[A-Z]{5}\d{4}[A-Z]")
"""An Indian tax number as it is typed; nothing else looks like one."""
_WRITTEN_IBAN = re.compile(r"[a-z]{2}\d{2}(?=(?:[a-z]*\d){8})[a-z0-9]{9,30}")
_SPELLED = frozenset(
    {
        Secret.NATIONAL_ID,
        Secret.ACCOUNT,
        Secret.CODE,
        Secret.PIN,
        Secret.PASSWORD,
        Secret.NUMBER,
    }
)
"""Kinds whose values have letters among the digits (IBAN, UK insurance numbers, passports)."""
_USED = frozenset({Secret.PASSWORD, Secret.PIN, Secret.ANSWER})
_DATED = frozenset({Secret.EXPIRY, Secret.BIRTH})
_BEFORE_MONTH = frozenset("month is it's in mes es monat ist".split())
_SHORT = 4
"""In so short an answer "may" and "march" are months."""
_MAX_NAME = 5
"""Words of the part before the "at" of an address, when it is said by itself."""
_NAME_WORDS = 2
_NEAR = 3
"""Words between an announcement and digits that surely are its value, however few they are."""
_SAID = frozenset("is it's are was as be says that's es son ist lautet".split())
_TO_ADDRESS = frozenset("me us at is it's to on under as still address".split())
_IS_NAMED = frozenset("at is it's as under ist es".split())


@dataclass(frozen=True, slots=True)
class Value:
    """Words `first` to `last` (exclusive) of a line are a value of this kind."""

    secret: Secret
    first: int
    last: int


def find_values(
    tokens: Sequence[str],
    announced: Sequence[Announcement],
    due: Sequence[Secret] = (),
    *,
    is_answer: bool = False,
) -> tuple[Value, ...]:
    """The secrets a line says, in order and without overlap.

    `announced` is what `find_announcements` finds in it, `due` are what earlier lines announced;
    `is_answer`: the line replies to a question for it.
    """
    found: list[Value] = []
    kinds = {*due, *(each.secret for each in announced)}
    if Secret.PASSWORD in kinds or Secret.PIN in kinds:
        for first, last in open_parts(tokens, announced):
            found += [
                Value(Secret.PASSWORD, *span)
                for span in find_coded(tokens, first, last)
                if Secret.PASSWORD in kinds or _has_word(tokens, span)
            ]
    for kind, first, last in find_segments(tokens, announced, due):
        found += _in_segment(tokens, kind, first, last, is_answer=is_answer and first == 0)
    for each in announced:
        span = find_used(tokens, each.first) if each.secret in _USED else None
        found += [Value(each.secret, *span)] if span is not None else []
    asked_email = Secret.EMAIL in due or any(a.secret is Secret.EMAIL for a in announced)
    found += [
        Value(Secret.EMAIL, first, last) for first, last in find_emails(tokens, is_due=asked_email)
    ]
    found += [Value(Secret.EMAIL, first, last) for first, last in find_joined(tokens)]
    found += [Value(Secret.BIRTH, first, last) for first, last in find_birth_dates(tokens)]
    found += [
        Value(Secret.NATIONAL_ID, index, index + 1)
        for index, token in enumerate(tokens)
        if _is_written_ssn(token)
        or _WRITTEN_IBAN.fullmatch(bare(token))
        or _WRITTEN_PAN.fullmatch(bare(token).upper())
    ]
    return tuple(_merged(found))


def _has_word(tokens: Sequence[str], span: tuple[int, int]) -> bool:
    return any(not is_number(t) and t != MASK and len(bare(t)) > 1 for t in tokens[slice(*span)])


def _in_segment(
    tokens: Sequence[str], kind: Secret, first: int, last: int, *, is_answer: bool
) -> Iterator[Value]:
    if kind is Secret.EMAIL:
        if not find_emails(tokens[first:last], is_due=True):
            yield from _address_parts(tokens, first, last, is_answer=is_answer)
        return
    if kind is Secret.ANSWER and is_answer:
        for begin, end in find_answers(tokens, first, last):
            yield Value(kind, begin, end)
        return
    if kind in {Secret.PASSWORD, Secret.ANSWER}:
        is_long = kind is Secret.PASSWORD
        span = find_password(tokens, first, last, is_answer=is_answer, is_long=is_long)
        if span is not None and (kind is Secret.PASSWORD or is_answer or _is_name(tokens, span)):
            yield Value(kind, *span)
            return
        if kind is Secret.ANSWER:
            return
    if kind in _DATED:
        for start, end in find_dates(tokens[:last], is_due=True):
            if start >= first:
                yield Value(kind, start, end)
        if is_answer or kind is Secret.BIRTH or MASK in tokens[first:last]:
            yield from _date_parts(tokens, kind, first, last, is_answer=is_answer)
    if kind in _LONG and is_answer and _is_mostly_digits(tokens[first:last]):
        yield _trimmed(tokens, Value(kind, first + count_openers(tokens[first:last]), last))
        return
    for found in find_runs(tokens[first:last]):
        run = replace(found, first=found.first + first, last=found.last + first)
        is_said = run.first > first and bare(tokens[run.first - 1]) in _SAID
        is_whole = is_answer and found.is_trailing and found.first <= _NEAR
        is_adjacent = (first > 0 and found.first <= _NEAR) or is_said or is_whole
        if _is_value(tokens, kind, run, is_adjacent=is_adjacent):
            yield Value(kind, *_with_misheard(tokens, run, first, last))
    if kind in _SPELLED:
        yield from _spelled(tokens, kind, first, last, is_answer=is_answer)


def _is_name(tokens: Sequence[str], span: tuple[int, int]) -> bool:
    """Whether words that end a line may be a name ("my first pet was captain")."""
    words = [bare(token) for token in tokens[span[0] : span[1]]]
    return (
        span[1] == len(tokens)
        and len(words) <= _NAME_WORDS
        and not any(word.endswith(("ing", "ed")) or word in NO_ANSWER for word in words)
    )


def _address_parts(
    tokens: Sequence[str], first: int, last: int, *, is_answer: bool
) -> Iterator[Value]:
    begin = first + count_openers(tokens[first:last])
    while first > 0 and begin < last and bare(tokens[begin]) in _TO_ADDRESS:
        begin += 1
    words = [bare(token) for token in tokens[begin:last]]
    is_name = 0 < len(words) <= _MAX_NAME and not any(word in NO_ANSWER for word in words)
    is_part = is_address_part(words)
    is_named = first > 0 and any(bare(token) in _IS_NAMED for token in tokens[first:begin])
    if (
        is_spelled_out(words)
        or (is_answer and (is_part or is_name))
        or (is_name and (is_part or is_named))
    ):
        yield Value(Secret.EMAIL, begin, last)


def _spelled(
    tokens: Sequence[str], kind: Secret, first: int, last: int, *, is_answer: bool
) -> Iterator[Value]:
    """Codes spelled out, and written IDs such as "DE64BARC7693"."""
    for start, end, items in find_codes(tokens, first, last):
        letters = count_letters(tokens[start:end])
        is_cut = MASK in (*tokens[max(0, start - 1) : start], *tokens[end : end + 1])
        is_close = (
            is_cut
            or (first > 0 and start - first <= _NEAR)
            or (is_answer and (start <= _NEAR or last - first <= _SHORT))
        )
        is_word = not is_cut and items == 1 and end - start == 1 and bare(tokens[start]) in NATO
        if is_word and last - first - count_openers(tokens[first:last]) > _NAME_WORDS:
            continue  # "no not since november"
        if letters == 1 and not is_cut and any(bare(t) in MONTHS for t in tokens[start:end]):
            continue  # "in november twenty twelve"
        if letters and (items >= 3 or (is_close and (items >= 2 or not is_word or is_answer))):
            yield Value(kind, start, end)
    for index in range(first, last):
        word = tokens[index].strip(".,;:!?")
        is_group = is_answer and last - first <= _SHORT and word.isupper() and word.isalpha()
        is_cut = MASK in tokens[index + 1 : index + 2] and is_written_code(word)
        is_code = is_answer and last - first <= _SHORT and is_written_code(word)
        is_near = first > 0 and index - first <= 1 and kind is Secret.ACCOUNT  # "IBAN is DE16"
        if (
            is_cut
            or (is_code and (is_group or not word.isalpha()))
            or (is_near and is_written_code(word) and not word.isalpha())
            or _WRITTEN_ID.fullmatch(bare(tokens[index]))
        ):
            yield Value(kind, index, index + 1)


def _is_value(tokens: Sequence[str], kind: Secret, run: DigitRun, *, is_adjacent: bool) -> bool:
    is_alone = count_others(tokens) <= _MAX_MISHEARD
    is_piece = is_alone and kind in _READ_SLOWLY
    least = 1 if is_piece else 2 if is_adjacent else _LEAST_DIGITS[kind]
    if run.digits < min(least, _LEAST_DIGITS[kind]):
        return False
    if kind in _LONG and run.is_clock_or_year and not is_alone:
        return False
    after = bare(tokens[run.last]) if run.last < len(tokens) else ""
    if kind not in _DATED and is_ordinal(after):
        return False  # "on the twenty seventh"
    return not is_everyday_number(tokens, run)


def _is_mostly_digits(tokens: Sequence[str]) -> bool:
    """Whether a line is a part of a long number in which some digits were misheard as words."""
    return 2 * sum(is_number(token) for token in tokens) >= len(tokens) > 1 and not any(
        bare(token) in UNITS or bare(token) in _COUNTED for token in tokens
    )


def _trimmed(tokens: Sequence[str], value: Value) -> Value:
    """The value without the words behind it that belong to no number ("… four yes please")."""
    last = value.last
    while last > value.first and not (
        is_number(tokens[last - 1])
        or is_letter(tokens[last - 1])
        or bare(tokens[last - 1]) in SOUND_ALIKES
    ):
        last -= 1
    behind = value.last - last
    is_misheard = (
        behind == 1 and bare(tokens[last]) not in OPENERS and not is_connector(tokens[last])
    )
    return value if is_misheard else replace(value, last=last)


def _date_parts(
    tokens: Sequence[str], kind: Secret, first: int, last: int, *, is_answer: bool
) -> Iterator[Value]:
    """A month's name or an ordinal alone, where a date is being said in pieces."""
    for index in range(first, last):
        word = bare(tokens[index])
        after = [bare(token) for token in tokens[index + 1 : index + 2]]
        is_open = not after or after[0] in MONTHS | OPENERS | {
            "of",
            "the",
            "de",
            "del",
            "von",
            "year",
            "año",
            "jahr",
            MASK,
        }
        if not is_open and not is_number(after[0]) and not is_ordinal(after[0]):
            continue  # "the first passenger"
        is_everyday = (
            word in {"may", "march", "mar", "second"}
            and last - first > _SHORT
            and MASK not in tokens[index + 1 : index + 2]
            and not (index > 0 and bare(tokens[index - 1]) in _BEFORE_MONTH)
        )
        if (word in MONTHS or is_ordinal(word)) and not is_everyday:
            yield Value(kind, index, index + 1)


def _with_misheard(tokens: Sequence[str], run: DigitRun, first: int, last: int) -> tuple[int, int]:
    """The run with single words around it that are digits misheard ("for", "won", "nein")."""
    start, end = run.first, run.last
    if run.groups < 2 and last - first > _SHORT:
        return start, end
    while start > first and is_misheard(tokens, start - 1):
        start -= 1
    while end < last and is_misheard(tokens, end):
        end += 1
    return start, end


def _is_written_ssn(token: str) -> bool:
    parts = bare(token).split("-")
    return [len(part) for part in parts] == [3, 2, 4] and "".join(parts).isdigit()


def _merged(values: Iterable[Value]) -> Iterator[Value]:
    """Overlapping and touching values as one, in order."""
    current: Value | None = None
    for value in sorted(values, key=lambda v: (v.first, v.last)):
        if value.first >= value.last:
            continue
        if current is not None and value.first <= current.last:
            current = Value(current.secret, current.first, max(current.last, value.last))
            continue
        if current is not None:
            yield current
        current = value
    if current is not None:
        yield current


def is_content(token: str) -> bool:
    """Whether a word is more than a hesitation or a short answer ("um", "okay")."""
    return not (is_number(token) or is_connector(token) or bare(token) in OPENERS)
