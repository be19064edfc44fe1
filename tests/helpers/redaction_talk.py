"""Says lines into a redactor the way a recognizer does, and reads what leaves it."""

import re
from collections.abc import Iterable
from itertools import pairwise

from assist.core.events import CallEnded, CallStarted, FinalResult, Input, PartialResult, Tick
from assist.core.words import Party, Word
from assist.privacy.redaction import Redactor


class Talk:
    """Says lines into a redactor the way a recognizer does: growing partials, then a final."""

    def __init__(self, *, has_words: bool = True) -> None:
        self.redactor = Redactor()
        self.now = 0
        self.has_words = has_words
        self.numbers = dict.fromkeys(Party, 0)
        self.out: list[Input] = []
        self.feed(CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="x"))

    def feed(self, event: Input) -> tuple[Input, ...]:
        out = self.redactor.handle(event)
        self.out += out
        return out

    def say(self, text: str, party: Party = Party.CUSTOMER) -> list[Input]:
        tokens, start, number = text.split(), self.now, self.numbers[party]
        before = len(self.out)
        for count in range(1, len(tokens) + 1):
            self.wait(200)
            so_far = " ".join(tokens[:count])
            self.feed(
                PartialResult(at=self.now, party=party, utterance=number, start=start, text=so_far)
            )
        words = tuple(
            Word(text=token, start=start + 200 * i, end=start + 200 * i + 180, confidence=0.9)
            for i, token in enumerate(tokens)
        )
        end = self.now
        self.wait(700)
        self.feed(
            FinalResult(
                at=self.now,
                party=party,
                utterance=number,
                start=start,
                end=end,
                text=text,
                words=words if self.has_words else (),
            )
        )
        self.numbers[party] += 1
        return self.out[before:]

    def wait(self, ms: int) -> list[Input]:
        before = len(self.out)
        for _ in range(ms // 100):
            self.now += 100
            self.feed(Tick(at=self.now))
        return self.out[before:]

    def end(self) -> None:
        self.feed(CallEnded(at=self.now, reason="hangup"))

    def transcript(self, party: Party = Party.CUSTOMER) -> str:
        return " / ".join(final.text for final in finals(self.out, party))


def finals(events: Iterable[Input], party: Party = Party.CUSTOMER) -> list[FinalResult]:
    return [e for e in events if isinstance(e, FinalResult) and e.party is party]


def partials(events: Iterable[Input]) -> list[str]:
    return [e.text for e in events if isinstance(e, PartialResult)]


DIGITS = {
    "zero": 1, "oh": 1, "one": 1, "two": 1, "three": 1, "four": 1, "five": 1, "six": 1,
    "seven": 1, "eight": 1, "nine": 1, "ten": 2, "eleven": 2, "fifteen": 2, "nineteen": 2,
    "forty": 2, "seventy": 2, "thirty": 2, "twenty": 2, "hundred": 2, "thousand": 3,
}  # fmt: skip


def digits_in(text: str) -> int:
    """Digits still readable in a text, counted by a simpler rule than the one under test."""
    tokens = re.sub("(forty|seventy|thirty|twenty)[ -](one|two|three|four)", "forty", text)
    return sum(
        DIGITS.get(token, sum(c.isdigit() for c in token))
        for token in tokens.replace("-", " ").replace("/", " ").split()
    )


def assert_well_formed(talk: Talk) -> None:
    """Utterance numbers rise, nothing follows a final in its utterance, times never go back."""
    times = [event.at for event in talk.out]
    assert times == sorted(times)
    assert_in_order([e for e in talk.out if isinstance(e, (FinalResult, PartialResult))])


def assert_in_order(events: list[FinalResult | PartialResult]) -> None:
    """One party's results: numbers rise, and nothing follows the final of an utterance."""
    closed: set[int] = set()
    seen: list[int] = []
    for event in events:
        assert event.utterance not in closed
        seen.append(event.utterance)
        if isinstance(event, FinalResult):
            closed.add(event.utterance)
            if event.words:
                assert " ".join(word.text for word in event.words) == event.text
                assert all(a.end <= b.start for a, b in pairwise(event.words))
    assert seen == sorted(seen)
