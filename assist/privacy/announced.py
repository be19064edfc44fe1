"""Words that announce a secret ("my security code is …", "your date of birth, please?").

Most secrets look like any number or word; what they are is said around them. An announcement says
which kind of value is due, by either party; one of a harmless number ("the order number is …")
ends the expectation of a secret.
"""

import re
from collections.abc import Sequence

from assist.privacy import (
    wordings_english,
    wordings_german,
    wordings_questions,
    wordings_spanish,
)
from assist.privacy.heads import find_named
from assist.privacy.kinds import Announcement, Secret
from assist.privacy.number_words import GROUPS, REPEATS, TENS, UNITS
from assist.privacy.numbers import bare, is_number

_LANGUAGES = (wordings_questions, wordings_english, wordings_spanish, wordings_german)
_CUT = "#"
_MAX_BETWEEN = 4
_ABOUT = frozenset("for on of in with to under at linked from para de del en für von zu".split())
_A_NUMBER = (
    r"(?:"
    + "|".join(sorted({*UNITS, *TENS, *REPEATS, *(w for w in GROUPS if len(w) <= 10)}))
    + rf"|\d[\d\-./]*|{_CUT})(?![\w'])"
)
_ORDER = tuple(Secret)[-1:] + tuple(
    secret
    for secret in (
        Secret.CARD_END,
        Secret.CODE,
        Secret.CARD,
        Secret.EXPIRY,
        Secret.NATIONAL_ID,
        Secret.ACCOUNT,
        Secret.BIRTH,
        Secret.PIN,
        Secret.PASSWORD,
        Secret.ANSWER,
        Secret.EMAIL,
        Secret.NUMBER,
    )
)


def _pattern(secret: Secret) -> str:
    return "|".join(
        pattern.replace("{N}", _A_NUMBER)
        for language in _LANGUAGES
        for kind, pattern in language.WORDINGS
        if kind is secret
    )


_FINDER = re.compile(
    r"(?<![\w'])(?:"
    + "|".join(f"({_pattern(secret)})" for secret in _ORDER)
    + r")(?:'s)?"
    + r"(?: (?:on|for|of|in|at) (?:the|my|your|this|that|our) "
    + r"(?:account|file|profile|system|order|booking|record|policy|app|website|card|back|bottom|"
    + r"side|label|box|sticker|underside))?(?![\w'])"
)
_TOPIC = re.compile(
    r"(?<![\w'])(?:" + "|".join(language.TOPICS for language in _LANGUAGES) + r")(?![\w'])"
)


def find_announcements(tokens: Sequence[str], *, is_cut: bool = False) -> tuple[Announcement, ...]:
    """What the words of a line announce, in order; they do not overlap.

    `is_cut`: a number followed that was taken off to be held back.
    """
    words = [bare(token) for token in tokens]
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for index, word in enumerate(words):
        starts[at] = index
        ends[at + len(word)] = index + 1
        at += len(word) + 1
    found = []
    for match in _FINDER.finditer(" ".join([*words, _CUT] if is_cut else words)):
        first, last = starts.get(match.start()), ends.get(match.end())
        if first is not None and last is not None and match.lastindex is not None:
            if (
                first > 0
                and last - first > 1
                and words[first] in UNITS
                and is_number(words[first - 1])
            ):
                first += 1  # "… four three on the back": the three is the code's
            found.append(Announcement(_ORDER[match.lastindex - 1], first, last))
    found = [each for each in found if not _is_spelling(words, each, found[0])]
    found += find_named(words, [(each.first, each.last) for each in found])
    found.sort(key=lambda each: each.first)
    return tuple(
        each
        for before, each in zip((None, *found), found, strict=False)
        if before is None or not _is_about(words, before, each)
    )


def _is_spelling(words: Sequence[str], each: Announcement, first: Announcement) -> bool:
    """Whether the letters of a kind's name are letters of a value ("p a n d a", "s a b a n")."""
    if any(len(word) > 1 for word in words[each.first : each.last]):
        return False
    before = words[each.first - 1] if each.first > 0 else ""
    is_inside = _is_letter(before) and before not in {"i", "a"}
    is_all = len(words) > each.last - each.first and all(map(_is_letter, words))
    is_value = first.last <= each.first and first.secret in {Secret.PASSWORD, Secret.EMAIL}
    return is_inside or is_all or (is_value and any(map(_is_letter, words[each.last :][:1])))


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def _is_about(words: Sequence[str], before: Announcement, each: Announcement) -> bool:
    """Whether a harmless name only says what the secret before it is for.

    "The passport number for your flight", "the pin of my phone is …".
    """
    if each.secret is not Secret.NOTHING or before.secret in {Secret.NOTHING, Secret.NUMBER}:
        return False
    between = words[before.last : each.first + 1]
    return len(between) <= _MAX_BETWEEN and any(word in _ABOUT for word in between)


def is_sensitive_talk(tokens: Sequence[str]) -> bool:
    """Whether a line is about payment, a bank account or somebody's identity."""
    return _TOPIC.search(" ".join(bare(token) for token in tokens)) is not None
