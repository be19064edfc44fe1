"""E-mail addresses in a line of words, written or spoken ("jane dot doe at gmail dot com")."""

import re
from collections.abc import Sequence

from assist.privacy.numbers import bare, is_number

_WRITTEN = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_AT = frozenset({"at", "@", "arroba", "ät", "klammeraffe", "add"})
_DOT = frozenset({"dot", "period", "point", ".", "punto", "punkt"})
_ENDINGS = frozenset(
    """com net org edu gov ac io ai co uk info biz us ca de fr es it nl eu me tv app dev mail au "
    "nz in
    ie ch at mx ar cl calm come kom comm""".split()
)
"""Top-level domains as said, and what recognizers hear for "com"."""
# Providers whose name alone makes "… at gmail" an address.
_PROVIDERS = frozenset(
    """gmail hotmail outlook yahoo icloud aol proton protonmail gmx ymail verizon comcast btinternet
    msn fastmail web.de googlemail""".split()
)
_JOINTS = frozenset(
    """dot underscore dash hyphen period point plus minus . _ -
    punto guion guión bajo punkt unterstrich bindestrich""".split()
)
_TELLING = frozenset({"underscore", "unterstrich", "arroba", "klammeraffe"})
_SPELLING = frozenset("as in like for capital lower case lowercase uppercase upper letter".split())
_MAX_DOMAIN = 5
"""Words of a spoken domain before its ending: "first national bank dot co dot uk" has three."""
_JOINED_WORDS = 3
_LEAST_LETTERS = 3
_SPELLED_SHARE = 0.7
_MAX_WORDS = 2
"""Words before the last one of a local part that nothing ties to it ("blue dragon eighteen at")."""
_NO_NAME = frozenset(
    """is it's its it at the a my your address email e-mail mail me us on to that that's and so yes
    yeah okay ok sure um uh er send sent use was reach contact write with or i'm i am under
    have got look looking arrive be in here there now do you we he she they from by not was were
    as for under your his her their our this case lower all spelled account name said says still
    one new old just right no sorry login log username user paypal is try it'll should goes go
    know sign signed up registered correct please called again hi hello ist meine meine adresse die
    mándelo envíelo mande claro sí vale schicken sie mail adresse lautet ja gut
    an es mi correo mein el la un bei""".split()
)


def find_emails(tokens: Sequence[str], *, is_due: bool = False) -> tuple[tuple[int, int], ...]:
    """Spans `(first, last)` of words, `last` exclusive, that say an address.

    Where one `is_due` (asked for or announced), all that is spelled out before its "at" belongs
    to it, else only the words that joints ("dot", "underscore", single letters) tie to it.
    """
    words = [bare(token) for token in tokens]
    spans = [
        (index, index + 1) for index, token in enumerate(tokens) if _WRITTEN.search(token.lower())
    ]
    for index, word in enumerate(words):
        if word not in _AT:
            continue
        last = _domain_end(words, index + 1)
        if last is not None:
            first = _name_start(words, index, is_due=is_due)
            if first < index or index == 0:
                spans.append((first, last))
    return tuple(sorted(spans))


def _domain_end(words: Sequence[str], start: int) -> int | None:
    """Where the domain that begins at `start` ends; None if what follows is none."""
    end: int | None = None
    if start < len(words) and words[start] in _PROVIDERS:
        end = start + 1
    index = start
    while index + 1 < len(words) and index - start <= _MAX_DOMAIN:
        if words[index] in _DOT and words[index + 1] in _ENDINGS and index > start:
            end = index + 2
            index += 2
            continue
        letters = _spelled_ending(words, index + 1)
        if words[index] in _DOT and letters and index > start:
            end = index + 1 + letters
            index = end
            continue
        if end is not None and index >= end:
            break
        index += 1
    return end


def _spelled_ending(words: Sequence[str], start: int) -> int:
    """How many single letters from `start` on spell an ending: "dot e d u"."""
    for size in (3, 2):
        letters = words[start : start + size]
        is_spelled = len(letters) == size and all(len(letter) == 1 for letter in letters)
        if is_spelled and "".join(letters) in _ENDINGS:
            return size
    return 0


def _name_start(words: Sequence[str], at: int, *, is_due: bool) -> int:
    """Where the local part that ends before `at` begins."""
    first = at
    while first > 0:
        word = words[first - 1]
        is_in_spelling = (len(word) == 1 or is_number(word)) and (
            is_due
            or (first == at and is_number(word))
            or (first < at and _is_spelled(words[first]))
            or (first > 1 and len(words[first - 2]) == 1)
        )
        if word in _NO_NAME and not is_in_spelling:
            break
        is_tied = (
            is_due
            or first == at
            or word in _JOINTS
            or words[first] in _JOINTS
            or _is_spelled(word)
            or _is_spelled(words[first])
        )
        if not is_tied:
            break
        first -= 1
    for _ in range(_MAX_WORDS if 0 < first < at else 0):
        before = words[first - 1] if first > 0 else ""
        if len(before) < 2 or not before.isalpha() or before in _NO_NAME:
            break
        first -= 1
    return first


def _is_spelled(word: str) -> bool:
    return len(word) == 1 or word in _SPELLING or is_number(word)


def is_spelled_out(words: Sequence[str]) -> bool:
    """Whether a line is letters, digits and joints for the most part."""
    spelled = sum(_is_spelled(bare(word)) or bare(word) in _JOINTS for word in words)
    letters = sum(len(bare(word)) == 1 for word in words)
    return letters >= _LEAST_LETTERS and spelled >= _SPELLED_SHARE * len(words)


def find_joined(tokens: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Local parts that end a line ("… maya dot torres twelve"): two names and a joint."""
    words = [bare(token) for token in tokens]
    last = len(words)
    while last > 0 and is_number(words[last - 1]):
        last -= 1
    is_joined = (
        last >= _JOINED_WORDS
        and words[last - 2] in _JOINTS - {"point", "period", "plus", "minus", "bajo"}
        and all(
            word.isalpha() and word not in _NO_NAME and not is_number(word)
            for word in (words[last - 1], words[last - 3])
        )
    )
    return ((last - _JOINED_WORDS, len(words)),) if is_joined else ()


def is_address_part(words: Sequence[str]) -> bool:
    """Whether a line may be a piece of an address: it spells, or has a joint or an ending."""
    bared = [bare(word) for word in words]
    return any(
        word in _AT
        or (word in _JOINTS and len(bared) > 1)
        or word in _PROVIDERS
        or word in _TELLING
        or (len(word) == 1 and word.isalpha() and word not in {"i", "a"})
        for word in bared
    )
