"""First and last names as two classes of the language model.

A text says "my name is <first> <last>" whatever name was said, so that what is learned about names
holds for all of them; in the graph a class is one tree of its names, entered from every context
that expects one. How likely each name is inside its class is how common the census found it.
"""

import gzip
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from models.recipes.phrases import Phrases

FIRST, LAST = "<first>", "<last>"
CLASSES = (FIRST, LAST)
FIRST_NAMES, LAST_NAMES = 2500, 6000
"""Of the census of 1990: 95 % of the people have one of these first names, 62 % one of these last
names. Fewer of either make the graph smaller by 0.2 kB a name."""

_EVERYDAY = 700  # a name as common in the texts as this many words is taken for a word
_SEEN = 5  # so is one that stands so often where the names were taken out
_STAND_IN = "john"  # what stands there instead of a name, see corpora.py
_BEFORE_FIRST = re.compile(r"\b(?:my (?:first )?name is|my name's|name's|call me|name is) (\S+)")
_TITLES = frozenset("mister missus miss doctor ms mr mrs".split())
_PLACES = frozenset("san santa saint los las fort port new north south".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """Shares of the people (in percent) by name, lower case, most frequent first."""

    first: Mapping[str, float]
    last: Mapping[str, float]


def census(data: Path, first: int = FIRST_NAMES, last: int = LAST_NAMES) -> Census:
    """The most frequent names of the US census (public domain) under `data`/names."""
    shares: Counter[str] = Counter()
    for sex in ("male", "female"):
        for line in (data / "names" / f"census_first_{sex}.txt").read_text().splitlines():
            name, share, *_ = line.split()
            shares[name.lower()] += float(share) / 2  # type: ignore[assignment]
    found: dict[str, float] = {}
    with gzip.open(data / "names" / "census_last.txt.gz", "rt") as lines:
        for line in lines:
            name, share, *_ = line.split()
            if name.isalpha() and len(found) < last:
                found[name.lower()] = float(share)
    return Census(first=dict(shares.most_common(first)), last=found)


def costs(shares: Mapping[str, float]) -> dict[str, float]:
    """-ln P(name | class). The square root of the share: a rare name is heard, not its neighbour.

    Callers are not drawn from the census of one country and year; measured in docs/names.md.
    """
    weights = {name: math.sqrt(share + 0.001) for name, share in shares.items()}
    total = sum(weights.values())
    return {name: -math.log(weight / total) for name, weight in weights.items()}


class NamelessPhrases(Phrases):
    """Our own sentences with the classes in place of names; what is spelled stays letters."""

    def slot(self, kind: str) -> str:
        return {"first": FIRST, "last": LAST}.get(kind) or super().slot(kind)


class Marker:
    """Puts the classes in place of the names of a text."""

    def __init__(
        self,
        people: Census,
        safe: Iterable[str],
        texts: Iterable[str],
        nameless: Iterable[str],
    ) -> None:
        """`safe` are first names that are no everyday words ("john", not "will"), as far as known.

        `texts` tell what words are common, `nameless` texts (whose publishers took the names of
        people out) what names are words as well ("hung up", "max").
        """
        count = Counter(word for line in texts for word in line.split())
        everyday = {word for word, _ in count.most_common(_EVERYDAY)} - {_STAND_IN}
        seen = Counter(word for line in nameless for word in line.split())
        words = {word for word, times in seen.items() if times >= _SEEN} - {_STAND_IN}
        self._safe = frozenset(safe) - everyday - words
        self._first = frozenset(people.first) - everyday
        self._last = frozenset(people.last) - everyday | self._first

    def __call__(self, line: str) -> str:
        """The line with names marked: safe ones anywhere, others where a name has to stand."""
        words = line.split()
        told = {found.start(1) for found in _BEFORE_FIRST.finditer(line)}
        marked: list[str] = []
        at = 0
        for word in words:
            before = marked[-1] if marked else ""
            stem, mark = (word[:-2], "'s") if word.endswith("'s") else (word, "")
            if (before == FIRST or before in _TITLES) and stem in self._last and not mark:
                marked.append(LAST)
            elif before in _PLACES:
                marked.append(word)
            elif not mark and (word in self._safe or (at in told and word in self._first)):
                marked.append(FIRST)
            else:
                marked.append(word)
            at += len(word) + 1
        return " ".join(marked)
