"""Where in a line of words the values stand that were announced as secrets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assist.privacy.announced import Announcement, Secret
from assist.privacy.dates import MONTHS, find_dates, is_ordinal
from assist.privacy.emails import find_emails, is_address_part
from assist.privacy.numbers import DigitRun, bare, count_others, find_runs, is_connector, is_number

_LEAST_DIGITS = {
    Secret.CARD: 4,
    Secret.CODE: 2,
    Secret.EXPIRY: 2,
    Secret.NATIONAL_ID: 2,
    Secret.ACCOUNT: 3,
    Secret.BIRTH: 2,
    Secret.PIN: 2,
    Secret.PASSWORD: 2,
    Secret.ANSWER: 2,
}
"""Digits in a row that are taken for the value; fewer are everyday numbers ("two cards")."""
_READ_SLOWLY = frozenset({Secret.CARD, Secret.CODE, Secret.PIN, Secret.NATIONAL_ID, Secret.ACCOUNT})
"""Kinds that are read in small groups; digits alone in their line are a part of one."""
_MAX_MISHEARD = 1
"""Other words in a line of digits: one is taken for a digit that was misheard."""
_LONG = frozenset({Secret.CARD, Secret.ACCOUNT, Secret.NATIONAL_ID})
"""Kinds that are more than a time of day beside other words ("at ten thirty")."""
_HARMLESS = frozenset({Secret.NOTHING, Secret.CARD_END})
_NATO = frozenset(
    """alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike
    november oscar papa quebec romeo sierra tango uniform victor whiskey x-ray yankee
    zulu""".split()
)
_WRITTEN_ID = re.compile(r"(?=.*\d.*\d)[a-z0-9-]{6,}")
_SPELLED = frozenset({Secret.NATIONAL_ID, Secret.ACCOUNT, Secret.PIN, Secret.PASSWORD})
"""Kinds whose values have letters among the digits (IBAN, UK insurance numbers, passports)."""
_DATED = frozenset({Secret.EXPIRY, Secret.BIRTH})
# A number counted or measured in these is none of the values looked for.
_UNITS = frozenset(
    """dollar dollars buck bucks cent cents euro euros pound pounds quid percent times time day days
    week weeks month months year years hour hours minute minutes second seconds people persons calls
    items orders packages parcels miles am pm o'clock a.m p.m gigabytes megabytes stars credits
    points""".split()
)
_OPENERS = frozenset(
    """is it's its it was be that's that to as and the a so sure yes yeah yep okay ok well um uh er
    of course my i'll i will say think please alright right then just hi hello""".split()
)
_WAITS = tuple(
    tuple(wait.split())
    for wait in (
        "hold on",
        "one moment",
        "one second",
        "let me see",
        "wait",
        "i think",
        "i believe",
    )
)
_IS = frozenset({"is", "it's", "was", "as", "to", "that's", "be", "="})
_CLOSERS = frozenset("thanks thank please okay ok and but if is for did do does got i can".split())
# Answers to "what is your password?" that are none: a refusal, a question, a wait.
_NO_ANSWER = frozenset(
    """don't not no forgot forgotten can't cannot what why which who how where do does can could
    would sorry hold wait moment minute second let remember know never should need want didn't
    won't reset change go on great lovely perfect thanks thank welcome mm hm right done wrong
    incorrect i you we they this there need help work works""".split()
)
_SHORT = 4
"""In so short an answer "may" and "march" are months."""
_MAX_NAME = 5
"""Words of the part before the "at" of an address, when it is said by itself."""
_MAX_ANSWER = 8
"""A longer line is talk about a password rather than the password."""
_NEAR = 2
"""Words between an announcement and digits that surely are its value, however few they are."""
_LEAST_LETTERS = 2
_MAX_LINKS = 5
"""Words between a value and the announcement that follows it ("… is what my PIN was")."""
_LINKS = frozenset("is was as that's that it's its my the your for on would be and so".split())


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
    for kind, first, last in _segments(tokens, announced, due):
        found += _in_segment(tokens, kind, first, last, is_answer=is_answer and first == 0)
    asked_email = Secret.EMAIL in due or any(a.secret is Secret.EMAIL for a in announced)
    found += [
        Value(Secret.EMAIL, first, last) for first, last in find_emails(tokens, is_due=asked_email)
    ]
    found += [
        Value(Secret.NATIONAL_ID, index, index + 1)
        for index, token in enumerate(tokens)
        if _is_written_ssn(token)
    ]
    return tuple(_merged(found))


def _segments(
    tokens: Sequence[str], announced: Sequence[Announcement], due: Sequence[Secret]
) -> Iterator[tuple[Secret, int, int]]:
    """Parts of a line with the kind of value that is due in them."""
    starts: list[tuple[Sequence[Secret], int]] = [(due, 0)]
    starts += [((a.secret,), a.last) for a in announced]
    ends = [a.first for a in announced] + [len(tokens)]
    for (kinds, first), last in zip(starts, ends, strict=True):
        following = next((a for a in announced if a.first == last), None)
        secrets = [kind for kind in kinds if kind not in _HARMLESS]
        if following is not None and not secrets and following.secret not in _HARMLESS:
            begin = _value_before(tokens, first, last, following.secret)
            if begin is not None:
                yield following.secret, begin, last
        for kind in secrets:
            yield kind, first, last


def _value_before(tokens: Sequence[str], first: int, last: int, kind: Secret) -> int | None:
    """Where a value begins that ends just before an announcement: "… one two three is my PIN"."""
    spans = [(run.first, run.last) for run in find_runs(tokens[:last]) if run.digits >= 3]
    if kind in _DATED:
        spans += find_dates(tokens[:last])
    spans = [span for span in spans if span[0] >= first]
    if not spans:
        return None
    begin, end = max(spans, key=lambda span: (span[1], -span[0]))
    between = [bare(token) for token in tokens[end:last]]
    is_linked = (
        0 < len(between) <= _MAX_LINKS
        and all(word in _LINKS for word in between)
        and any(word in {"is", "was", "as", "that's", "for"} for word in between)
    )
    return begin if is_linked else None


def _in_segment(
    tokens: Sequence[str], kind: Secret, first: int, last: int, *, is_answer: bool
) -> Iterator[Value]:
    if kind is Secret.EMAIL:
        begin = first + _count_openers(tokens[first:last])
        words = [bare(token) for token in tokens[begin:last]]
        is_name = 0 < len(words) <= _MAX_NAME and not any(word in _NO_ANSWER for word in words)
        is_part = is_address_part(words) or any(is_number(word) for word in words)
        if (is_answer and (is_part or is_name)) or (is_name and is_part):
            yield Value(kind, begin, last)
        return
    if kind is Secret.ANSWER and not is_answer:
        return  # "my best friend is waiting": nobody asked
    if kind in {Secret.PASSWORD, Secret.ANSWER}:
        span = _password(tokens, first, last, is_answer=is_answer)
        if span is not None:
            yield Value(kind, *span)
            return
    if kind in _DATED:
        for start, end in find_dates(tokens[:last]):
            if start >= first:
                yield Value(kind, start, end)
        if is_answer or kind is Secret.BIRTH:
            yield from _date_parts(tokens, kind, first, last)
    if kind in _LONG and is_answer and _is_mostly_digits(tokens[first:last]):
        yield Value(kind, first + _count_openers(tokens[first:last]), last)
        return
    for found in find_runs(tokens[first:last]):
        run = replace(found, first=found.first + first, last=found.last + first)
        is_adjacent = first > 0 and found.first <= _NEAR
        if _is_value(tokens, kind, run, is_adjacent=is_adjacent):
            yield Value(kind, *_with_letters(tokens, kind, run, first, last))
    if kind in _SPELLED:
        yield from _spelled(tokens, kind, first, last, is_answer=is_answer)


def _spelled(
    tokens: Sequence[str], kind: Secret, first: int, last: int, *, is_answer: bool
) -> Iterator[Value]:
    """Letters spelled out, and written IDs such as "DE64BARC7693"."""
    is_short = is_answer and last - first <= _SHORT
    at = first
    while at < last:
        end = at
        while end < last and _is_letter(tokens[end]):
            end += 1
        # Right after "my passport is" one letter is the value's; "I" and "a" alone are words.
        is_close = is_short or (first > 0 and at - first <= _NEAR)
        is_word = end - at == 1 and bare(tokens[at]) in {"i", "a"}
        if end - at >= (1 if is_close else _LEAST_LETTERS) and not is_word:
            yield Value(kind, at, end)
        elif _WRITTEN_ID.fullmatch(bare(tokens[at])):
            yield Value(kind, at, at + 1)
        at = max(end, at + 1)


def _is_value(tokens: Sequence[str], kind: Secret, run: DigitRun, *, is_adjacent: bool) -> bool:
    is_alone = count_others(tokens) <= _MAX_MISHEARD
    is_piece = is_alone and kind in _READ_SLOWLY
    least = 1 if is_piece else 2 if is_adjacent else _LEAST_DIGITS[kind]
    if run.digits < min(least, _LEAST_DIGITS[kind]):
        return False
    if kind in _LONG and run.is_clock_or_year and not is_alone:
        return False
    after = bare(tokens[run.last]) if run.last < len(tokens) else ""
    return after not in _UNITS


def _is_mostly_digits(tokens: Sequence[str]) -> bool:
    """Whether a line is a part of a long number in which some digits were misheard as words."""
    return 2 * sum(is_number(token) for token in tokens) >= len(tokens) > 1


def _date_parts(tokens: Sequence[str], kind: Secret, first: int, last: int) -> Iterator[Value]:
    """A month's name or an ordinal alone, where a date is being said in pieces."""
    for index in range(first, last):
        word = bare(tokens[index])
        is_everyday = word in {"may", "march", "mar", "second"} and last - first > _SHORT
        if (word in MONTHS or is_ordinal(word)) and not is_everyday:
            yield Value(kind, index, index + 1)


def _with_letters(
    tokens: Sequence[str], kind: Secret, run: DigitRun, first: int, last: int
) -> tuple[int, int]:
    """The run with the single letters that stand directly around it."""
    start, end = run.first, run.last
    if kind in _SPELLED:
        while start > first and _is_letter(tokens[start - 1]):
            start -= 1
        while end < last and _is_letter(tokens[end]):
            end += 1
    return start, end


def _is_letter(token: str) -> bool:
    word = bare(token)
    return (len(word) == 1 and word.isalpha()) or word in _NATO


def _password(
    tokens: Sequence[str], first: int, last: int, *, is_answer: bool
) -> tuple[int, int] | None:
    """The words of a password: all that follow "is", or a short answer to the question for it."""
    words = [bare(token) for token in tokens[first:last]]
    is_named = first > 0 and bare(tokens[first - 1]).endswith("'s")
    if is_answer or is_named:
        begin = _count_openers(words)
    else:
        begin = next((i + 1 for i, word in enumerate(words[:3]) if word in _IS), len(words))
    end = begin
    while end < len(words) and (end == begin or words[end] not in _CLOSERS):
        end += 1
    is_none = any(word in _NO_ANSWER for word in words[begin : end if is_answer else begin + 1])
    return (
        None if is_none or not begin < end <= begin + _MAX_ANSWER else (first + begin, first + end)
    )


def _count_openers(tokens: Sequence[str]) -> int:
    """Words at a line's beginning that lead up to a value ("sure, it's …")."""
    words = tuple(bare(token) for token in tokens)
    count = 0
    while count < len(words):
        waits = next((wait for wait in _WAITS if words[count : count + len(wait)] == wait), ())
        if not waits and words[count] not in _OPENERS:
            break
        count += len(waits) or 1
    return count


def _is_written_ssn(token: str) -> bool:
    parts = bare(token).split("-")
    return [len(part) for part in parts] == [3, 2, 4] and "".join(parts).isdigit()


def _merged(values: Iterable[Value]) -> Iterator[Value]:
    """Overlapping and touching values as one, in order."""
    current: Value | None = None
    for value in sorted(values, key=lambda v: (v.first, v.last)):
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
    return not (is_number(token) or is_connector(token) or bare(token) in _OPENERS)
