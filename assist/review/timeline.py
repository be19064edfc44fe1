"""What timing alone tells of a finished call: who talked over whom, and where nobody spoke. Pure.

Made of the words' times, so that it can be said of any stored call, with or without its journal.
"""

from collections.abc import Iterable, Sequence

from assist.core.review import Span
from assist.core.words import Party, Utterance

TALK_OVER_MS = 800
"""Less is the usual overlap of one speaker ending and the other beginning (`dialogue.tracker` says
talk-over from 1.2 s of voice on; words end some 0.3 s before and begin as late after it)."""

SILENCE_MS = 3_000
"""Shorter pauses belong to talking; dead air is said from 6 s on while the call runs."""

_BREATH_MS = 400
"""Gaps between words that still are one stretch of speech."""

Stretch = tuple[int, int]


def speech(utterances: Iterable[Utterance], party: Party) -> list[Stretch]:
    """Where a party spoke, as (start, end) in order and apart from each other."""
    stretches: list[list[int]] = []
    spoken = sorted(
        (word.start, word.end)
        for utterance in utterances
        if utterance.party is party
        for word in (utterance.words or (utterance,))
    )
    for start, end in spoken:
        if stretches and start - stretches[-1][1] <= _BREATH_MS:
            stretches[-1][1] = max(stretches[-1][1], end)
        else:
            stretches.append([start, end])
    return [(start, end) for start, end in stretches]


def talk_overs(utterances: Sequence[Utterance]) -> tuple[Span, ...]:
    """Where both spoke for long, by who began to speak into the other's words."""
    found = []
    agent, customer = (speech(utterances, party) for party in (Party.AGENT, Party.CUSTOMER))
    for mine, yours, one, other in _overlaps(agent, customer):
        party = Party.AGENT if mine > yours else Party.CUSTOMER
        if other - one >= TALK_OVER_MS:
            found.append(Span(start=one, end=other, party=party))
    return tuple(found)


def _overlaps(
    agent: Sequence[Stretch], customer: Sequence[Stretch]
) -> Iterable[tuple[int, int, int, int]]:
    """(begin of the agent's, begin of the customer's, begin and end of what both spoke in)."""
    mine = yours = 0
    while mine < len(agent) and yours < len(customer):
        start = max(agent[mine][0], customer[yours][0])
        end = min(agent[mine][1], customer[yours][1])
        if start < end:
            yield agent[mine][0], customer[yours][0], start, end
        if agent[mine][1] <= customer[yours][1]:
            mine += 1
        else:
            yours += 1


def silences(utterances: Sequence[Utterance], duration_ms: int) -> tuple[Span, ...]:
    """Where neither spoke for `SILENCE_MS`, the end of the call included."""
    both = sorted(speech(utterances, Party.AGENT) + speech(utterances, Party.CUSTOMER))
    found, last = [], 0
    for start, end in (*both, (duration_ms, duration_ms)):
        if start - last >= SILENCE_MS:
            found.append(Span(start=last, end=start))
        last = max(last, end)
    return tuple(found)
