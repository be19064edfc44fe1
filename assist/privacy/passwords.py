"""Passwords and answers to security questions in a line of words."""

from collections.abc import Sequence

from assist.privacy.everyday import NO_ANSWER, OPENERS, count_openers, is_question
from assist.privacy.numbers import bare
from assist.privacy.spelling import find_codes

_IS = frozenset(
    {"is", "it's", "was", "as", "to", "that's", "be", "=", "es", "era", "ist", "lautet"}
)
_CLOSERS = frozenset(
    "thanks thank please okay ok and but if is for did do does got i can pero bitte danke".split()
)
_MAX_ANSWER = 8
"""A longer line is talk about a password rather than the password."""
_LEAST_SPELLED = 3
_SHORT_ANSWER = 3
_USED = frozenset(
    """typing typed type entering entered enter putting put used using use tried trying try set
    changed have had is was uso puse""".split()
)
_FOR = frozenset({"for", "as", "como", "als"})
_ABOUT = frozenset(
    """for on of to you your at in reset hint has was wrong link expired policy please again with
    question questions box field page screen manager again first so because that which it de para
    und oder""".split()
)


def find_password(
    tokens: Sequence[str], first: int, last: int, *, is_answer: bool
) -> tuple[int, int] | None:
    """The words of a password: all that follow "is", or a short answer to the question for it."""
    words = [bare(token) for token in tokens[first:last]]
    is_named = first > 0 and bare(tokens[first - 1]).endswith("'s")
    if first == 0 and not is_answer:
        return _spelled(tokens, first, last)
    if is_answer or is_named:
        begin = count_openers(words)
    else:
        begin = next((i + 1 for i, word in enumerate(words[:3]) if word in _IS), len(words))
        is_direct = (
            last == len(tokens)
            and 0 < len(words) <= _SHORT_ANSWER
            and not any(word in _ABOUT or word in OPENERS or word in NO_ANSWER for word in words)
        )
        if begin == len(words) and is_direct and not is_question(tokens[:first]):
            begin = 0  # "mother's maiden name ..." and no more
    end = begin
    while end < len(words) and (end == begin or words[end] not in _CLOSERS):
        end += 1
    is_none = any(word in NO_ANSWER for word in words[begin : end if is_answer else begin + 1])
    spelled = _spelled(tokens, first, last)
    if is_none or not begin < end <= begin + _MAX_ANSWER:
        return spelled
    found = first + begin, first + end
    return found if spelled is None else (min(found[0], spelled[0]), max(found[1], spelled[1]))


def find_used(tokens: Sequence[str], last: int) -> tuple[int, int] | None:
    """A password that is said to be used, before its name at `last` ("i type … for the pin")."""
    words = [bare(token) for token in tokens[:last]]
    verbs = [index for index, word in enumerate(words) if word in _USED]
    ties = [index for index, word in enumerate(words) if word in _FOR]
    if last < len(tokens) and bare(tokens[last]) in _FOR:
        ties.append(last)
    if not verbs or not ties or ties[-1] < last - 2:
        return None
    begin = verbs[-1] + 1
    while begin < len(words) and words[begin] in {"in", "to", "it"}:
        begin += 1
    return (begin, ties[-1]) if begin < ties[-1] <= begin + _MAX_ANSWER else None


def _spelled(tokens: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """A password that is spelled out, letter by letter."""
    codes = [
        (start, end)
        for start, end, items in find_codes(tokens, first, last, has_signs=True)
        if items >= _LEAST_SPELLED
    ]
    return (codes[0][0], codes[-1][1]) if codes else None
