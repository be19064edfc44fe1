"""What a promise holds: who does what, and by when; which of the three is missing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from assist.core.events import PromiseMade
from assist.core.phrases import Match
from assist.core.tokens import Tokens
from assist.core.words import Evidence
from assist.detect.findings import phrase
from assist.detect.times import DueTime, find_due

_MAX_WORDS = 14
"""Words of `what`: one line in the sidebar."""


@dataclass(frozen=True, slots=True)
class PromiseParts:
    """A promise as heard; `due_at` ISO 8601 or "". `missing` lists who, what, when."""

    who: str
    what: str
    due: str
    due_at: str
    missing: tuple[str, ...]


_TIME_FOLLOWS_MS = 20_000
"""A time said this soon after a promise without one belongs to it."""

_SAME_WORDS = 0.6
"""Share of common words above which a promise is the earlier one said again."""


class PromiseBook:
    """The promises of one call, numbered; a promise said again or completed keeps its number."""

    def __init__(self, reader: "PromiseReader | None" = None) -> None:
        self._reader = reader or ENGLISH_PROMISES
        self._promises: list[PromiseMade] = []

    def add(
        self, at: int, tokens: Tokens, match: Match, now: datetime | None, evidence: Evidence
    ) -> Iterator[PromiseMade]:
        """A promise was heard at `match`; `now` is the wall clock at its end."""
        parts = self._reader.parts(tokens, match, now)
        made = PromiseMade(
            at=at,
            promise=len(self._promises),
            who=parts.who,
            what=parts.what,
            due=parts.due,
            due_at=parts.due_at,
            missing=parts.missing,
            evidence=evidence,
        )
        earlier = next((old for old in self._promises if _is_same(old, made)), None)
        if earlier is None:
            self._promises.append(made)
            yield made
            return
        keeps_due = bool(earlier.due_at) and not made.due_at
        merged = replace(
            made,
            promise=earlier.promise,
            who=earlier.who if made.who in _VAGUE_WHO else made.who,
            what=max(earlier.what, made.what, key=len),
            due=earlier.due if keeps_due else made.due,
            due_at=earlier.due_at if keeps_due else made.due_at,
            missing=tuple(part for part in made.missing if part in earlier.missing),
        )
        if replace(merged, at=earlier.at, evidence=earlier.evidence) != earlier:
            self._promises[earlier.promise] = merged
            yield merged

    def add_time(self, at: int, tokens: Tokens, now: datetime | None) -> Iterator[PromiseMade]:
        """The agent said something else; a time in it may complete the promise just made."""
        last = self._promises[-1] if self._promises else None
        if last is None or "when" not in last.missing or at - last.at > _TIME_FOLLOWS_MS:
            return
        due = self._reader.due(tokens, now)
        if due is None:
            return
        completed = replace(
            last,
            at=at,
            due=due.text,
            due_at="" if due.at is None else due.at.isoformat(timespec="minutes"),
            missing=tuple(part for part in last.missing if part != "when"),
        )
        self._promises[-1] = completed
        yield completed


def _is_same(old: PromiseMade, new: PromiseMade) -> bool:
    before, after = set(old.what.split()), set(new.what.split())
    if not before or not after:
        return False
    if old.who != new.who and old.who not in _VAGUE_WHO and new.who not in _VAGUE_WHO:
        return False
    return len(before & after) / min(len(before), len(after)) >= _SAME_WORDS


_SUBJECT = phrase(
    "(i|we|you|he|she|they|someone|somebody|it|that|(a|the|my|our) ...2 (supervisor|manager|team|"
    "colleague|department|technician|engineer|courier|driver|relations|specialist|member)) (will|"
    "shall|am going to|are going to|is going to|should|can|would like to)"
)
_AT_ONCE = phrase(
    "((am|are) _ ...6 (now|right now|right away|straight away|immediately|at once|as we speak)|"
    "(stay|staying) (on|with|here))"
)
_VAGUE_WHO = frozenset({"someone", "somebody", "they", "it", "that", "you", ""})
_VAGUE_WHAT = frozenset({"look", "see", "try", "check", "do"})


def promise_parts(tokens: Tokens, match: Match, now: datetime | None) -> PromiseParts:
    """Read a promise from the words that `match` found it in."""
    subject = _subject_before(tokens, match)
    who = "" if subject is None else _who(tokens, subject)
    start = match.start if subject is None else subject.end
    due = find_due(tokens, max(0, match.start - 6), len(tokens), now)
    what_words = _without_time(
        tokens.texts[start : start + _MAX_WORDS], "" if due is None else due.text
    )
    what = " ".join(what_words)
    missing = []
    if who in _VAGUE_WHO:
        missing.append("who")
    if not what_words or (len(what_words) <= 2 and what_words[0] in _VAGUE_WHAT):
        missing.append("what")
    said = "" if due is None else due.text
    if due is None or _is_vague(due.text):
        at_once = _AT_ONCE.find(tokens, max(0, match.start - 3))
        if at_once is None:
            missing.append("when")
        else:
            # Done within the call: nothing to remind of, so there is no moment it is due.
            said = " ".join(tokens.texts[at_once.start : at_once.end])
    return PromiseParts(
        who=who,
        what=what,
        due=said,
        due_at="" if due is None or due.at is None else due.at.isoformat(timespec="minutes"),
        missing=tuple(missing),
    )


def _subject_before(tokens: Tokens, match: Match) -> Match | None:
    """The subject and its "will": among the promise's words, or begun just before them."""
    for found in _SUBJECT.find_all(tokens, max(0, match.start - 3)):
        if match.start < found.end and found.start < match.end:
            return found
    return None


def _who(tokens: Tokens, subject: Match) -> str:
    words = tokens.texts[subject.start : subject.end]
    for index, word in enumerate(words):
        if index and word in {"will", "shall", "am", "are", "is", "should", "can", "would"}:
            return " ".join(words[:index])
    return words[0]


_STOP_AT = frozenset({"and", "so", "but", "because", "okay", "then", "if"})


def _without_time(words: tuple[str, ...], due: str) -> list[str]:
    """What is promised: up to the time or the next clause, whichever comes first."""
    due_words = due.split()
    kept: list[str] = []
    for index, word in enumerate(words):
        if due_words and list(words[index : index + len(due_words)]) == due_words:
            break
        if word in _STOP_AT and len(kept) >= 2:
            break
        kept.append(word)
    return kept


def _is_vague(due: str) -> bool:
    return not any(
        part in due
        for part in (
            "minute",
            "hour",
            "day",
            "week",
            "month",
            "today",
            "tonight",
            "tomorrow",
            "noon",
            "clock",
            "morning",
            "afternoon",
            "evening",
            "end of",
            "close of",
            "by ",
            "at ",
        )
    )


def _clear_due(tokens: Tokens, now: datetime | None) -> DueTime | None:
    """A time that completes a promise; None where there is none or only a vague word."""
    due = find_due(tokens, 0, len(tokens), now)
    return None if due is None or _is_vague(due.text) else due


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseReader:
    """How a language says who does what by when; `due` gives only times that say one."""

    parts: Callable[[Tokens, Match, datetime | None], PromiseParts]
    due: Callable[[Tokens, datetime | None], DueTime | None]


ENGLISH_PROMISES = PromiseReader(parts=promise_parts, due=_clear_due)
