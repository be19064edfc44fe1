"""What the detectors find in one utterance, before numbering and evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from assist.core.phrases import Match, Phrase, PhraseCompiler, PhraseSet
from assist.core.tokens import Tokens
from assist.detect.words import NAMED


@dataclass(frozen=True, slots=True)
class Finding:
    """A label with its detail and the tokens (`start` to, not including, `end`) it rests on."""

    label: str
    start: int
    end: int
    detail: str = ""


def phrase_set(*tables: Iterable[str]) -> PhraseSet:
    """The patterns of one or more tables, compiled."""
    return PhraseSet(phrase(pattern) for table in tables for pattern in table)


def phrase(pattern: str) -> Phrase:
    """One pattern, with this package's named patterns."""
    return _compiler().compile(pattern)


@cache
def _compiler() -> PhraseCompiler:
    return PhraseCompiler(NAMED)


def phrase_sets(tables: Mapping[str, Iterable[str]]) -> dict[str, PhraseSet]:
    return {label: phrase_set(table) for label, table in tables.items()}


def overlaps(match: Match, others: Iterable[Match]) -> bool:
    """Whether a match shares a token with one of the others."""
    return any(match.start < other.end and other.start < match.end for other in others)


def first_free(found: Iterable[Match], taken: Iterable[Match]) -> Match | None:
    """The earliest match that shares no token with `taken`."""
    blocked = list(taken)
    free = [match for match in found if not overlaps(match, blocked)]
    return min(free, key=lambda match: (match.start, -match.end), default=None)


def as_finding(label: str, match: Match, detail: str = "") -> Finding:
    return Finding(label, match.start, match.end, detail)


_CLAUSE_WORDS = frozenset("and but so because then or although though which who".split())
_DANGLING = frozenset(
    "a am an are as at for i in is it my of our the their this to we with you your".split()
)
_MAX_LEFT = 6


def quoted(tokens: Tokens, match: Match) -> Match:
    """The match widened to words worth quoting: from the clause's start, not ending on a "the"."""
    start, end = match.start, match.end
    while start > 0 and match.start - start < _MAX_LEFT and not tokens.ends_sentence(start - 1):
        if tokens.texts[start - 1] in _CLAUSE_WORDS:
            break
        start -= 1
    while (
        end < len(tokens)
        and tokens.texts[end - 1] in _DANGLING
        and not tokens.ends_sentence(end - 1)
    ):
        end += 1
    return Match(start, end)


def driver_findings(causes: Mapping[str, PhraseSet], tokens: Tokens) -> list[Finding]:
    """What went wrong, as `driver`: its detail lists every cause heard, the first is quoted."""
    heard = {cause: match for cause, each in causes.items() if (match := each.find(tokens))}
    if not heard:
        return []
    first = min(heard.values(), key=lambda match: match.start)
    return [as_finding("driver", quoted(tokens, first), ",".join(heard))]
