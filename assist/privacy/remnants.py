"""Digits beside a mask: pieces of the same number, cut off by a word that was heard wrongly.

The recognizer makes "three double late" of "three double eight", or puts an "of" between groups:
what is left there is too short to be known as a part of the number, and still a part of it.
"""

from collections.abc import Sequence

from assist.privacy.announced import find_announcements
from assist.privacy.everyday import UNITS, is_everyday_number
from assist.privacy.masking import MASK
from assist.privacy.numbers import DigitRun, bare, find_runs

_GAP = 3
"""Words that may stand between a mask and two digits or more ("••• to hang on zero seven")."""

_GAP_OF_ONE = 2
"""The same for a single digit, of which there are more in ordinary talk."""


def find_remnants(tokens: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Spans `(first, last)` of a line, each from a mask to the digits beside it; they join."""
    if MASK not in tokens:
        return ()
    masks = [place for place, token in enumerate(tokens) if token == MASK]
    spans: list[tuple[int, int]] = []
    for run in find_runs(tokens):
        if MASK in tokens[run.first : run.last]:
            spans.append((run.first, run.last))
            continue
        if run.is_clock_or_year or _counts(tokens, run):
            continue
        gap = _GAP if run.digits > 1 else _GAP_OF_ONE
        for place in masks:
            before, after = run.first - place - 1, place - run.last
            between = tokens[place + 1 : run.first] if before >= 0 else tokens[run.last : place]
            if 0 <= max(before, after) <= gap and not find_announcements(between):
                spans.append((min(place, run.first), max(place + 1, run.last)))
    return _joined(spans)


def _counts(tokens: Sequence[str], run: DigitRun) -> bool:
    """Whether the number counts something; "of" beside a mask is a digit misheard more often."""
    if run.digits > 1 and list(tokens[run.last : run.last + 2]) == ["of", MASK]:
        return False
    if run.digits == 1 and bare(" ".join(tokens[run.last : run.last + 1])) not in UNITS:
        tokens = tokens[: run.last]  # "one did you get that": the end of the number, not an article
    return is_everyday_number(tokens, run)


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return tuple(out)
