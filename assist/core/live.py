"""The live board: calls that need a lead now, and what leads do for them. Plain data.

Nothing a customer said stands in a `LiveState`; what was said is a `LiveWords`, which leaves the
agent's computer only where the team's limit lets transcripts leave it, and only while a lead
watches.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assist.core.events import Feeling, Trend
from assist.core.words import Party

MAX_LINE = 140
"""Characters of a lead's line: two lines of the sidebar, read at a glance."""

_SPACE = re.compile(r"\s+")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
"""Unicode categories of what is not seen, or turns the text around it."""


class Need(StrEnum):
    """Why a call stands on the board, the most pressing first."""

    HELP = "help"
    """The agent asked a lead for help."""
    MANAGER = "manager"
    """The customer asked for a manager."""
    AT_RISK = "at_risk"
    """The customer threatens to leave, to complain in public or to sue."""


NEEDS = tuple(Need)


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePrompt:
    """A prompt that was shown, by its rule's title; `ending` is what became of it, "" while it
    stands: "heeded", "dismissed", "expired", "withdrawn", "stood_down" or "suppressed"."""

    cue: int
    rule: str
    title: str = ""
    ending: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePromise:
    """A promise made so far; what it says is among the words."""

    promise: int
    due_at: str = ""
    is_concrete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveState:
    """How the call stands, in no words of anybody's. `level` as in `FeelingChanged`."""

    feeling: Feeling = Feeling.NONE
    intensity: int = 0
    level: int = 0
    trend: Trend = Trend.STEADY
    is_paused: bool = False
    prompts: tuple[LivePrompt, ...] = ()
    promises: tuple[LivePromise, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An utterance; `at` is call time."""

    party: Party
    at: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveWords:
    """What was said and advised: headlines by cue, promises by number, the latest utterances."""

    feeling: str = ""
    headlines: dict[int, str]
    promises: dict[int, str]
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveReport:
    """What a workstation tells of its call. `seen` is the number of the last line it has."""

    call: str
    needs: tuple[Need, ...]
    state: LiveState
    words: LiveWords | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadsLine:
    """A line that a lead sent, by its number; `has_arrived` on the agent's computer."""

    number: int
    by: str
    text: str
    at: datetime | None = None
    has_arrived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveAnswer:
    """What comes back to the workstation: who watches and the lines after `LiveReport.seen`.

    `is_on` false: the team has no live board. `takes_words`: its limit lets transcripts leave.
    """

    is_on: bool
    takes_words: bool = False
    watchers: tuple[str, ...] = ()
    lines: tuple[LeadsLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallKey:
    """A call on the board: whose it is and its id, which is unique with that alone."""

    owner: str
    call: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveCall:
    """A row of the board. `since` is when help was first needed, by the database's clock."""

    key: CallKey
    agent: str
    team: str
    since: datetime
    needs: tuple[Need, ...]
    state: LiveState
    watchers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedCall:
    """The call a lead watches; without `words` where the team's limit keeps them, or not yet."""

    call: LiveCall
    takes_words: bool
    words: LiveWords | None = None
    lines: tuple[LeadsLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """The board at `now` (the database's clock), the calls waiting longest first."""

    is_on: bool
    now: datetime
    calls: tuple[LiveCall, ...] = ()
    watched: WatchedCall | None = None


def one_line(text: str) -> str:
    """The text as one line that shows what it is: no breaks, nothing unseen, at most `MAX_LINE`."""
    seen = "".join(
        " " if each.isspace() else "" if unicodedata.category(each) in _UNSEEN else each
        for each in text
    )
    return _SPACE.sub(" ", seen).strip()[:MAX_LINE]
