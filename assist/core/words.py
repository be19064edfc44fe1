"""What was said: words, who said them, and when (call time, integer milliseconds)."""

from dataclasses import dataclass
from enum import StrEnum


class Party(StrEnum):
    """A side of the call; each side is one audio channel."""

    AGENT = "agent"
    CUSTOMER = "customer"

    @property
    def other(self) -> "Party":
        return Party.CUSTOMER if self is Party.AGENT else Party.AGENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One recognized word; `start` and `end` in call milliseconds, `confidence` in 0..1."""

    text: str
    start: int
    end: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A party's words between two endpoints. `number` counts per call and party from 0."""

    party: Party
    number: int
    start: int
    end: int
    text: str
    words: tuple[Word, ...] = ()
    is_final: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A party's run of utterances until the other side takes over."""

    party: Party
    start: int
    end: int
    utterances: tuple[Utterance, ...]

    @property
    def text(self) -> str:
        return " ".join(utterance.text for utterance in self.utterances)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words (or the measured timing) that a detection or cue rests on.

    `text` is what the screen quotes. `start`/`end` are call milliseconds of the first and last of
    those words, `utterance` the number within the party, `confidence` their lowest confidence.
    """

    party: Party | None
    text: str
    start: int
    end: int
    utterance: int | None = None
    confidence: float = 1.0
