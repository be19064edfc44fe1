"""Which part of a line belongs to which announcement, before it or behind it."""

from collections.abc import Iterator, Sequence

from assist.privacy.dates import find_dates
from assist.privacy.kinds import Announcement, Secret
from assist.privacy.number_words import SOUND_ALIKES
from assist.privacy.numbers import bare, find_runs
from assist.privacy.spelling import find_codes

_HARMLESS = frozenset({Secret.NOTHING, Secret.CARD_END})
_DATED = frozenset({Secret.EXPIRY, Secret.BIRTH})
_MAX_LINKS = 5
"""Words between a value and the announcement that follows it ("… is what my PIN was")."""
_LEAST_BEFORE = 3
_LINKS = frozenset(
    "is was as that's that it's its my the your for on would be and so at i've down um i a of "
    "es como mi su de la el das ist mein meine die der als ihre ihr".split()
)
_TIES = frozenset("is was as that's for at es como ist als".split())

_STILL = frozenset("still not also the right correct best".split()) - {"and"}


def find_segments(
    tokens: Sequence[str], announced: Sequence[Announcement], due: Sequence[Secret]
) -> Iterator[tuple[Secret, int, int]]:
    """Parts of a line with the kind of value that is due in them."""
    starts: list[tuple[Sequence[Secret], int]] = [(due, 0)]
    starts += [((a.secret,), a.last) for a in announced]
    ends = [a.first for a in announced] + [len(tokens)]
    for (kinds, first), last in zip(starts, ends, strict=True):
        following = next((a for a in announced if a.first == last), None)
        secrets = [kind for kind in kinds if kind not in _HARMLESS]
        if secrets and first == 0 and _is_harmless_after(tokens, first, following):
            secrets = []
        if following is not None and following.secret not in _HARMLESS:
            begin = _value_before(tokens, first, last, following.secret)
            if begin is not None and (not secrets or begin >= first):
                yield following.secret, begin, last
        for kind in secrets:
            yield kind, first, last


def _is_harmless_after(tokens: Sequence[str], first: int, following: Announcement | None) -> bool:
    """Whether a number's name comes after it: "is five five five still your phone number"."""
    if following is None or following.secret is not Secret.NOTHING:
        return False
    runs = find_runs(tokens[: following.first])
    if not runs or runs[-1].first < first:
        return False
    between = [bare(token) for token in tokens[runs[-1].last : following.first]]
    is_tied = between != ["the"] and all(word in (_LINKS - {"and"}) | _STILL for word in between)
    return is_tied and 0 < len(between) <= _MAX_LINKS


def _value_before(tokens: Sequence[str], first: int, last: int, kind: Secret) -> int | None:
    """Where a value begins that ends just before an announcement: "… one two three is my PIN"."""
    runs = find_runs(tokens[:last])
    spans = [
        (run.first, run.last)
        for run in runs
        if not run.is_clock_or_year
        and (run.digits >= _LEAST_BEFORE or (run.is_leading and run.digits > 1))
    ]
    spans += [(start, end) for start, end, items in find_codes(tokens, first, last) if items >= 3]
    if kind in _DATED:
        spans += find_dates(tokens[:last], is_due=True)
    spans = [span for span in spans if span[0] >= first]
    if not spans:
        return None
    end = max(span[1] for span in spans)
    begin = min(span[0] for span in spans if span[1] == end)
    while end < last and is_misheard(tokens, end):
        end += 1
    between = [bare(token) for token in tokens[end:last]]
    if not between:
        is_told = kind in _DATED or kind is Secret.CODE or bare(tokens[last]) in _TIES
        return begin if is_told else None
    is_linked = (
        0 < len(between) <= _MAX_LINKS
        and all(word in _LINKS for word in between)
        and any(word in _TIES for word in between)
    )
    return begin if is_linked else None


def open_parts(
    tokens: Sequence[str], announced: Sequence[Announcement]
) -> Iterator[tuple[int, int]]:
    """The parts of a line between announcements, but those after a harmless one."""
    starts = [0, *(each.last for each in announced)]
    ends = [*(each.first for each in announced), len(tokens)]
    kinds = [None, *(each.secret for each in announced)]
    for kind, first, last in zip(kinds, starts, ends, strict=True):
        if kind not in _HARMLESS and first < last:
            yield first, last


def is_misheard(tokens: Sequence[str], index: int) -> bool:
    word = bare(tokens[index])
    return word in SOUND_ALIKES and word not in {"to", "for", "mine", "want", "una", "un"}
