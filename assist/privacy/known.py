"""Values that were said before in a call, so that a repetition is known again. In memory only."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from assist.core.words import Party
from assist.privacy.announced import find_announcements
from assist.privacy.everyday import UNITS, is_everyday_number
from assist.privacy.kinds import Secret
from assist.privacy.masking import MASK
from assist.privacy.numbers import bare, digits_of, find_runs
from assist.privacy.values import Value

_LEAST_KNOWN = 3
"""Digits or letters of a value that is known again when somebody repeats it."""

_LEAST_ECHO = 2
"""Digits of a group that the other side repeats at once."""

ECHO_MS = 12_000
"""How long after a group of digits the other side may repeat it."""

_HEARD_LINES = 8
_CLOSE_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Heard:
    party: Party
    start: int
    end: int
    tokens: tuple[str, ...]


class KnownValues:
    """Remembers masked values of one call, and the digits of the last few lines."""

    def __init__(self) -> None:
        self._digits: set[str] = set()
        self._words: set[tuple[str, ...]] = set()
        self._heard: deque[_Heard] = deque(maxlen=_HEARD_LINES)

    def add(self, tokens: Sequence[str]) -> None:
        """Remember the words of a masked value."""
        digits = digits_of(tokens)
        words = _content(tokens)
        if len(digits) >= _LEAST_KNOWN:
            self._digits.add(digits)
        if words and len("".join(words)) >= _LEAST_KNOWN and (len(words) > 1 or len(words[0]) > 4):
            self._words.add(words)

    def overhear(self, party: Party, start: int, end: int, tokens: Sequence[str]) -> None:
        """Take note of a line as it was said."""
        if digits_of(tokens):
            self._heard.append(_Heard(party, start, end, tuple(tokens)))

    def add_overheard(self, party: Party, start: int, end: int) -> None:
        """Remember the digits of the party's lines in this time: they were masked."""
        for heard in self._heard:
            if heard.party is party and heard.start <= end and start <= heard.end:
                for run in find_runs(heard.tokens):
                    if _is_harmless(heard.tokens[: run.first]):
                        continue  # "order … i paid with …"
                    self.add(heard.tokens[run.first : run.last])

    def find(self, tokens: Sequence[str]) -> list[Value]:
        """Where a line repeats a known value, whole or (four digits and more) in part."""
        if not self._digits and not self._words:
            return []
        found = []
        for run in find_runs(tokens):
            said = digits_of(tokens[run.first : run.last])
            if any(_is_part(said, known) for known in self._digits):
                found.append(Value(Secret.PIN, run.first, run.last))
        bared = [bare(token) for token in tokens]
        for words in self._words:
            if words[0] in bared:
                found += [Value(Secret.PASSWORD, *span) for span in _occurrences(words, bared)]
        return found

    def find_echo(
        self, party: Party, start: int, tokens: Sequence[str], *, is_sensitive: bool
    ) -> list[Value]:
        """Where a line repeats digits that the other side has just said."""
        recent = [
            digits_of(heard.tokens[run.first : run.last])
            for heard in self._heard
            if heard.party is not party and heard.end <= start <= heard.end + ECHO_MS
            for run in find_runs(heard.tokens)
            if (is_sensitive or run.digits >= _LEAST_KNOWN)
            and not is_everyday_number(heard.tokens, run)
            and not _is_harmless(heard.tokens[: run.first])
        ]
        return [
            Value(Secret.NUMBER, run.first, run.last)
            for run in (find_runs(tokens) if recent else ())
            if run.digits >= (_LEAST_ECHO if is_sensitive else _LEAST_KNOWN)
            and any(digits_of(tokens[run.first : run.last]) in digits for digits in recent)
            and not any(bare(token) in UNITS for token in tokens[max(0, run.first - 2) : run.first])
        ]


def _is_harmless(before: Sequence[str]) -> bool:
    """Whether words that a number follows name it as one that everybody may see."""
    announced = find_announcements(before, is_cut=True)
    return (
        bool(announced)
        and announced[-1].secret is Secret.NOTHING
        and len(before) - announced[-1].last <= _CLOSE_WORDS
    )


def _content(tokens: Sequence[str]) -> tuple[str, ...]:
    return tuple(bare(token) for token in tokens if token != MASK)


def _is_part(said: str, known: str) -> bool:
    if len(said) < _LEAST_KNOWN:
        return False
    return (
        said == known
        or (len(said) > _LEAST_KNOWN and said in known)
        or (len(known) > _LEAST_KNOWN and known in said)
    )


def _occurrences(words: tuple[str, ...], bared: Sequence[str]) -> list[tuple[int, int]]:
    size = len(words)
    return [
        (first, first + size)
        for first in range(len(bared) - size + 1)
        if tuple(bared[first : first + size]) == words
    ]
