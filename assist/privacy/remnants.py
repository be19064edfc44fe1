"""Digits beside a mask: pieces of the same number, cut off by a word that was heard wrongly.

The recognizer makes "three double late" of "three double eight", or puts an "of" between groups:
what is left there is too short to be known as a part of the number, and still a part of it.
"""

from collections.abc import Iterator, Sequence

from assist.privacy.announced import find_announcements
from assist.privacy.dates import is_ordinal
from assist.privacy.everyday import UNITS, is_everyday_number
from assist.privacy.masking import MASK
from assist.privacy.number_words import SOUND_ALIKES
from assist.privacy.numbers import DigitRun, bare, find_runs, is_connector
from assist.privacy.spelling import is_hesitation, is_written_code

_GAP = 3
"""Words that may stand between a mask and two digits or more ("••• to hang on zero seven")."""

_GAP_OF_ONE = 2
"""The same for a single digit, of which there are more in ordinary talk."""

_WORDS = frozenset("i a o y".split())
"""Letters that are words; beside a letter that is none they are letters as well."""
_SPANISH_LETTERS = frozenset({"te", "ese", "eme", "ene", "ele", "pe", "ce"})
_LOUD_WORDS = 3
_TALK = frozenset("i you we he she they my your our paid call called and but".split())
_LIKE = (("as", "in"), ("like", "in"), ("for",), ("like",), ("wie",), ("de",))


def find_remnants(tokens: list[str]) -> tuple[tuple[int, int], ...]:
    """Spans `(first, last)` of a line, each from a mask to the digits beside it; they join."""
    if MASK not in tokens:
        return ()
    masks = [place for place, token in enumerate(tokens) if token == MASK]
    spans: list[tuple[int, int]] = []
    named = find_announcements(tokens)
    for run in find_runs(tokens):
        if any(each.first < run.last and run.first < each.last for each in named):
            continue  # "the three digits are •••"
        if MASK in tokens[run.first : run.last]:
            spans.append((run.first, run.last))
            continue
        if run.is_clock_or_year or _counts(tokens, run):
            continue
        gap = _GAP if run.digits > 1 else _GAP_OF_ONE
        for place in masks:
            before, after = run.first - place - 1, place - run.last
            between = tokens[place + 1 : run.first] if before >= 0 else tokens[run.last : place]
            if 0 <= max(before, after) <= gap and _may_be_misheard(between):
                spans.append((min(place, run.first), max(place + 1, run.last)))
    spans += [(place, place + 2) for place in masks if tokens[place + 1 : place + 2] == [MASK]]
    return _joined([*spans, *_letters(tokens, masks)])


def _may_be_misheard(between: Sequence[str]) -> bool:
    """Whether words between a mask and digits say nothing of their own."""
    strange = [bare(token) for token in between if not is_connector(token)]
    strange = [word for word in strange if word not in SOUND_ALIKES]
    return (
        len(strange) <= (1 if len(between) == _GAP else 2)
        and not any(word in _TALK for word in strange)
        and not any(map(is_ordinal, strange))
        and not find_announcements(between)
    )


def _letters(tokens: Sequence[str], masks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Single letters beside a mask: the country of an IBAN, the head of a passport's number."""
    named = find_announcements(tokens)
    if sum(len(token) > 1 and token.isupper() for token in tokens) > _LOUD_WORDS:
        return  # written in capitals: a word is no code
    for place in masks:
        first, last = place, place + 1
        while first > 0 and (size := _spelled_before(tokens, first)):
            first -= size
        while 0 < first < place and bare(tokens[first - 1]) in _WORDS:
            first -= 1  # "a b •••"
        while last < len(tokens) and (size := _spelled_after(tokens, last)):
            last += size
        first = max([first, *(each.last for each in named if each.first < place)])
        if last - first > 1:
            yield first, last


def _spelled_before(tokens: Sequence[str], last: int) -> int:
    """How many words before `last` spell a letter: one, or "r for robert"."""
    if _is_code_letter(tokens[last - 1]):
        return 1
    for like in _LIKE:
        first = last - len(like) - 2
        said = tuple(bare(token) for token in tokens[max(0, first) + 1 : last - 1])
        if first >= 0 and said == like and len(bare(tokens[first])) == 1:
            return last - first
    return 0


def _spelled_after(tokens: Sequence[str], first: int) -> int:
    """How many words from `first` on spell a letter; "as in orange" goes on with the one masked."""
    if _is_code_letter(tokens[first]):
        return 1
    begin = first + 1 if is_hesitation(tokens[first]) else first
    for skipped in (1, 2):
        letter = tokens[first + skipped : first + skipped + 4]
        if (
            letter
            and len(bare(letter[0])) == 1
            and all(map(is_connector, tokens[first : first + skipped]))
        ):
            for like in _LIKE[:3]:
                if tuple(map(bare, letter[1 : 1 + len(like)])) == like:
                    return min(skipped + 2 + len(like), len(tokens) - first)
    for like in _LIKE[:2]:
        if tuple(bare(token) for token in tokens[begin : begin + 2]) == like:
            return min(begin - first + 3, len(tokens) - first)
    return 0


def _is_code_letter(token: str) -> bool:
    word = bare(token)
    if len(word) == 1:
        return word.isalpha() and word not in _WORDS
    if word in _SPANISH_LETTERS:
        return True
    return is_written_code(token)


def _counts(tokens: Sequence[str], run: DigitRun) -> bool:
    """Whether the number counts something; "of" beside a mask is a digit misheard more often."""
    if run.digits > 1 and list(tokens[run.last : run.last + 2]) == ["of", MASK]:
        return False
    if run.digits == 1 and bare(" ".join(tokens[run.last : run.last + 1])) not in UNITS:
        tokens = (
            *tokens[: run.last],
            "okay",
        )  # "one did you get that": the end of the number, not an article
    return is_everyday_number(tokens, run)


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return tuple(out)
