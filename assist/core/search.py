"""What is asked of a search for words that were said, and what it finds."""

from dataclasses import dataclass
from datetime import datetime

from assist.core.words import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSearch:
    """Which utterances to find, newest call first. An empty field does not restrict.

    All of `words` must be in one utterance, in any order and ending; with `near` each at most so
    many words from the next one asked for. `since` counts, `until` does not. `after` is the `place`
    of the last hit of the page before.
    """

    words: str
    side: Party | None = None
    near: int | None = None
    agent: str = ""
    customer: str = ""
    outcome: str = ""
    is_at_risk: bool | None = None
    since: datetime | None = None
    until: datetime | None = None
    limit: int = 50
    after: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An utterance with the words. `start` and `end` are call milliseconds."""

    call_id: str
    started_at: datetime
    agent: str
    customer_name: str
    outcome: str
    party: Party
    number: int
    start: int
    end: int
    text: str
    place: tuple[str | int, ...] = ()
