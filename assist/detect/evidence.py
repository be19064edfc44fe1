"""The words a finding rests on, with their times and confidence."""

from assist.core.events import FinalResult
from assist.core.tokens import Tokens
from assist.core.words import Evidence, Party
from assist.detect.findings import Finding

_WORD_MS = 320
"""How long a spoken word takes on average; partial results carry no word times."""


def final_evidence(event: FinalResult, tokens: Tokens, finding: Finding) -> Evidence:
    """Evidence with the recognizer's word times; `confidence` is the words' mean.

    Typed text and results without words get times spread evenly over the utterance.
    """
    first, last = _words(tokens, finding)
    text = " ".join(tokens.surface[first : last + 1])
    if len(event.words) == len(tokens.surface):
        words = event.words[first : last + 1]
        return Evidence(
            party=event.party,
            text=text,
            start=words[0].start,
            end=words[-1].end,
            utterance=event.utterance,
            confidence=sum(word.confidence for word in words) / len(words),
        )
    length, count = event.end - event.start, len(tokens.surface)
    return Evidence(
        party=event.party,
        text=text,
        start=event.start + length * first // count,
        end=event.start + length * (last + 1) // count,
        utterance=event.utterance,
    )


def partial_evidence(
    *,
    party: Party,
    tokens: Tokens,
    finding: Finding,
    utterance: int,
    utterance_start: int,
    seen_at: int,
) -> Evidence:
    """Evidence from a partial: it ends where the words were first seen, its start is estimated."""
    first, last = _words(tokens, finding)
    return Evidence(
        party=party,
        text=" ".join(tokens.surface[first : last + 1]),
        start=min(seen_at, max(utterance_start, seen_at - _WORD_MS * (last + 1 - first))),
        end=seen_at,
        utterance=utterance,
    )


def _words(tokens: Tokens, finding: Finding) -> tuple[int, int]:
    """First and last spoken word of a finding."""
    return tokens.sources[finding.start], tokens.sources[finding.end - 1]
