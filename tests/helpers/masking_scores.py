"""How many spoken secrets leave the redactor readable, and how many harmless words it takes."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from assist.core.events import CallEnded, CallStarted, FinalResult, Input, PartialResult, Tick
from assist.core.words import Party
from assist.privacy.redaction import MASK, Redactor
from tests.helpers.spoken_secrets import Talk
from tests.helpers.spoken_values import GLUE

_ACKS = frozenset("okay yes mm hm go on got it ahead right thank you sure so well yeah".split())
_MAX_TAKEN = 2
"""Harmless words, hesitations not counted, that may go with a secret before it counts as wrong."""


def transcribe(talk: Talk, *, has_partials: bool = True) -> list[Input]:
    """What the redactor lets out of a talk that is spoken into it."""
    redactor = Redactor()
    redactor.handle(CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="x"))
    now = 0
    out: list[Input] = []
    numbers = dict.fromkeys(Party, 0)
    for party, marked in talk.lines:
        tokens = marked.replace("{", "").replace("}", "").split()
        start = now
        for count in range(1 if has_partials else len(tokens), len(tokens) + 1):
            now += 300
            text = " ".join(tokens[:count])
            out += redactor.handle(
                PartialResult(at=now, party=party, utterance=numbers[party], start=start, text=text)
            )
        end, now = now, now + 700
        out += redactor.handle(
            FinalResult(
                at=now,
                party=party,
                utterance=numbers[party],
                start=start,
                end=end,
                text=" ".join(tokens),
            )
        )
        numbers[party] += 1
        for _ in range(8):
            now += 100
            out += redactor.handle(Tick(at=now))
    out += redactor.handle(CallEnded(at=now, reason="hangup"))
    return out


def finals(events: Iterable[Input]) -> list[str]:
    return [event.text for event in events if isinstance(event, FinalResult)]


def secret_words(talk: Talk) -> Counter[str]:
    return Counter(
        word
        for _, text in talk.lines
        for value in re.findall(r"\{([^}]*)\}", text)
        for word in value.split()
        if word not in GLUE
    )


def harmless_words(talk: Talk) -> Counter[str]:
    return Counter(
        word for _, text in talk.lines for word in re.sub(r"\{[^}]*\}", " ", text).split()
    )


def is_hidden(talk: Talk, transcript: Iterable[str]) -> bool:
    """Whether nothing of the secret can be read: as many of its words are gone as it has."""
    shown = Counter(" ".join(transcript).split())
    harmless = harmless_words(talk)
    return all(shown[word] <= harmless[word] for word in secret_words(talk))


def taken(talk: Talk, transcript: Iterable[str]) -> Counter[str]:
    """Harmless words that cannot be read any more."""
    gone = harmless_words(talk) - Counter(" ".join(transcript).split())
    return Counter({word: count for word, count in gone.items() if word not in GLUE | _ACKS})


@dataclass(slots=True)
class Score:
    """Counts over talks; `wrong`: harmless talks touched, and secrets that took more with them."""

    counts: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    right: int = 0
    wrong: list[tuple[Talk, list[str]]] = field(default_factory=list)
    leaks: list[tuple[Talk, list[str]]] = field(default_factory=list)

    def add(self, talk: Talk, transcript: list[str]) -> None:
        self.counts[talk.kind] += 1
        if not talk.kind:
            if any(MASK in line for line in transcript):
                self.wrong.append((talk, transcript))
            return
        if is_hidden(talk, transcript):
            self.right += 1
        else:
            self.missed[talk.kind] += 1
            self.leaks.append((talk, transcript))
        if taken(talk, transcript).total() > _MAX_TAKEN:
            self.wrong.append((talk, transcript))

    @property
    def recall(self) -> float:
        secrets = sum(count for kind, count in self.counts.items() if kind)
        return 1 - self.missed.total() / secrets

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))


def score(talks: Iterable[Talk]) -> Score:
    """Speaks every talk into a redactor of its own; growing partials in a fifth of them."""
    result = Score()
    for number, talk in enumerate(talks):
        # Growing partials change no final; a fifth of the talks shows it at a fifth of the cost.
        result.add(talk, finals(transcribe(talk, has_partials=number % 5 == 0)))
    return result
