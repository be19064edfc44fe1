"""What has happened in the call so far, as facts that conditions can look up fast."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from assist.core.words import Evidence, Party

_AT = attrgetter("at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something said or measured. `key` is unique in the call; a newer fact of a key replaces it.

    `value` is a feeling's intensity, or the seconds, words a minute or percent of a signal.
    `words` are the words each party had said in the call by then.
    """

    key: str
    label: str
    at: int
    party: Party | None
    evidence: Evidence
    detail: str = ""
    value: float = 0.0
    is_final: bool = True
    words: dict[Party, int]

    def is_by(self, party: Party | None) -> bool:
        return party is None or self.party is party


class FactLog:
    """Facts by label, in the order of their times. Look-ups cost no walk over the whole call."""

    def __init__(self) -> None:
        self._by_label: dict[str, list[Fact]] = {}
        self._by_key: dict[str, Fact] = {}

    def add(self, fact: Fact) -> bool:
        """Keep a fact; False where it only replaces the one of its key, which keeps its time."""
        if (before := self._by_key.get(fact.key)) is not None:
            row = self._by_label[before.label]
            row[row.index(before)] = fact
            self._by_key[fact.key] = fact
            return False
        self._by_key[fact.key] = fact
        self._by_label.setdefault(fact.label, []).append(fact)
        return True

    def remove(self, key: str) -> None:
        fact = self._by_key.pop(key, None)
        if fact is not None:
            self._by_label[fact.label].remove(fact)

    def get(self, key: str) -> Fact | None:
        return self._by_key.get(key)

    def before(self, fact: Fact) -> Fact | None:
        """The fact of the same label and party before this one."""
        row = self._by_label.get(fact.label, [])
        earlier = [each for each in row[-8:] if each.party is fact.party]
        place = earlier.index(fact) if fact in earlier else len(earlier)
        return earlier[place - 1] if place else None

    def within(
        self, labels: Iterable[str], party: Party | None, start: int, end: int
    ) -> list[Fact]:
        """Facts of these labels by this party (None: any) with `start` <= at <= `end`."""
        found: list[Fact] = []
        for label in labels:
            row = self._by_label.get(label)
            if row:
                low, high = bisect_left(row, start, key=_AT), bisect_right(row, end, key=_AT)
                found.extend(fact for fact in row[low:high] if fact.is_by(party))
        if len(found) > 1:
            found.sort(key=_AT)
        return found

    def latest(self, labels: Iterable[str], party: Party | None = None) -> Fact | None:
        """The newest fact of these labels."""
        newest: Fact | None = None
        for label in labels:
            for fact in reversed(self._by_label.get(label, ())):
                if fact.is_by(party):
                    if newest is None or fact.at > newest.at:
                        newest = fact
                    break
        return newest
