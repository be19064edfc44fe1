"""A sentence that has to be said, recognized when it is said nearly so."""

from dataclasses import dataclass, field

from assist.core.language import ENGLISH, Language
from assist.core.phrases import Match
from assist.core.tokens import Tokens, tokenize

MIN_WORDS = 3
"""Words that carry meaning; with fewer, "nearly" would be anything."""

_SPREAD = 3
"""How much longer than the sentence the place it is found in may be, in words: people correct
themselves and put things in between."""


@dataclass(frozen=True, slots=True)
class NearStatement:
    """The sentence, and which share (0..1) of its telling words must be heard, in their order.

    Little words ("the", "for", "you") carry nothing and are neither asked for nor counted. Words
    count by their beginnings, so that "recorded" is heard in "recording" and a recognizer's wrong
    ending does no harm.
    """

    text: str
    near: float
    language: Language = ENGLISH
    stems: tuple[str, ...] = field(init=False)
    _wanted: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        words = tokenize(self.text, language=self.language).texts
        stems = tuple(_stem(word) for word in words if word not in self.language.common)
        object.__setattr__(self, "stems", stems)
        object.__setattr__(self, "_wanted", frozenset(stems))

    def find(self, tokens: Tokens) -> Match | None:
        """Where it is said: from its first to its last word heard, or None."""
        needed = self.near * len(self.stems)
        places = [
            (index, stem)
            for index, stem in enumerate(map(_stem, tokens.texts))
            if stem in self._wanted
        ]
        if len(places) < needed or len({stem for _, stem in places}) < self.near * len(
            self._wanted
        ):
            return None
        widest = _SPREAD * (len(self.stems) + 4)
        for first, (start, _) in enumerate(places):
            window = [(at, stem) for at, stem in places[first:] if at - start < widest]
            count, end = self._in_order([stem for _, stem in window])
            if count >= needed:
                return Match(start, window[end][0] + 1)
        return None

    def _in_order(self, said: list[str]) -> tuple[int, int]:
        """(how many of the sentence's words stand in its order, the place of the last of them)."""
        best, end = 0, 0
        row = [0] * (len(self.stems) + 1)
        for place, stem in enumerate(said):
            before = 0
            for index, wanted in enumerate(self.stems, start=1):
                before, row[index] = (
                    row[index],
                    before + 1 if wanted == stem else max(row[index], row[index - 1]),
                )
            if row[-1] > best:
                best, end = row[-1], place
        return best, end


def _stem(word: str) -> str:
    """The beginning that a word shares with its other forms."""
    if len(word) >= 6:
        return word[:5]
    return word[:4] if len(word) == 5 else word
