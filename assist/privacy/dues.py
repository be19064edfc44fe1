"""What value is due: announced or begun, by whom, and until when it is waited for."""

from collections.abc import Sequence
from dataclasses import dataclass

from assist.core.events import FinalResult
from assist.core.words import Party
from assist.privacy.kinds import Announcement, Secret
from assist.privacy.numbers import bare, find_runs
from assist.privacy.values import is_content

DUE_MS = 30_000
"""How long an announced value is waited for: people fetch their card first."""

MORE_MS = 8_000
"""How long after a part of a value the next one may come."""

_TRAILING = frozenset({"is", "it's", "was", "um", "uh", "as", "number", "es", "ist", "lautet"})
"""What stands between an announcement and its value when a pause comes between them."""

_TELLS = frozenset("is was that's it's es era ist war".split())
_JUDGED = frozenset("correct incorrect wrong right invalid accepted".split())
_ASKING = frozenset(
    """your you what what's which could can may please confirm need have when give tell their
    su tu cuál cuáles puede me dígame ihre ihren welche wie können bitte""".split()
)
"""Who says one of these before a kind of value asks for it."""

_NEXT = {
    Secret.ANSWER: Secret.PIN,
    Secret.CARD_END: Secret.NOTHING,
}
"""What follows a kind: of a password that was said only the digits at its end."""

_PERSONAL = frozenset({Secret.PASSWORD, Secret.ANSWER, Secret.EMAIL})
"""Kinds in words: only who was asked, or announced one, says it; the rest is talk about it."""

WORDY = frozenset({Secret.PASSWORD, Secret.ANSWER})


_WAITING_WORDS = 6
"""Words of who waits for an answer ("take your time, it's the one you set up"); more are talk."""

_ENDS_VALUE = 2
"""So many words that are no part of a value end one that has begun."""


@dataclass(slots=True)
class Due:
    """A value that was announced by `by` and is awaited until call time `until`."""

    secrets: tuple[Secret, ...]
    by: Party
    since: int
    until: int
    has_begun: bool = False
    is_own: bool = False  # the announcer's line ended with it: "my number is …"
    speaker: Party | None = None  # who alone goes on with a value in words
    is_complete: bool = False  # it was said as a whole: only a repetition follows

    @property
    def is_harmless(self) -> bool:
        return all(secret in {Secret.NOTHING, Secret.CARD_END} for secret in self.secrets)


def due_more(
    event: FinalResult,
    announced: Sequence[Announcement],
    before: Due | None,
    secret: Secret,
    *,
    is_card: bool,
) -> Due:
    """What may follow a value that was just said: a further part of it."""
    secrets: tuple[Secret, ...] = before.secrets if before else (secret,)
    if announced:
        secrets = (announced[-1].secret,)
    if is_card and not announced and (before is None or before.is_harmless):
        secrets = (Secret.CARD,)
    more = dict.fromkeys(_NEXT.get(each, each) for each in secrets)
    is_going_on = before is not None and before.has_begun
    return Due(
        tuple(each for each in more if each is not Secret.NOTHING) or (Secret.NUMBER,),
        before.by if before is not None and is_going_on else event.party,
        event.end,
        event.end + MORE_MS,
        has_begun=True,
        speaker=event.party if any(each in _PERSONAL for each in secrets) else None,
    )


def address_complete(event: FinalResult) -> Due:
    return Due(
        (Secret.EMAIL,),
        event.party,
        event.end,
        event.end + MORE_MS,
        has_begun=True,
        is_complete=True,
    )


def due_after(
    tokens: Sequence[str], announced: Sequence[Announcement], party: Party, at: int
) -> Due | None:
    """What is awaited once a line has been said that ends with these announcements."""
    if not announced:
        return None
    last = announced[-1]
    trailing = [bare(token) for token in tokens[last.last :]]
    is_asking = any(bare(token) in _ASKING for token in tokens[: last.last])
    is_own = all(word in _TRAILING for word in trailing) and (
        not is_asking or (bool(trailing) and trailing[-1] in {"is", "it's", "es", "ist"})
    )
    is_told = last.first > 0 and bare(tokens[last.first - 1]) in _TELLS
    if not trailing and (is_told or last.secret is Secret.ANSWER):
        is_own = False  # "yes that was my first pet"
    if last.secret is Secret.ANSWER and any(word in _JUDGED for word in trailing):
        return None  # "your answer was correct"
    secrets = tuple(dict.fromkeys(each.secret for each in announced))
    if last.secret is Secret.CARD_END and find_runs(tokens[last.last :]):
        return None
    if last.secret is Secret.CARD_END and Secret.CARD in secrets:
        secrets = (Secret.CARD,)  # "the whole card number, not only the last four"
    elif last.secret in {Secret.NOTHING, Secret.CARD_END}:
        secrets = (last.secret,)
    return Due(secrets, party, at, at + DUE_MS, is_own=is_own)


def wants_digits(due: Due) -> bool:
    """Whether digits may be what is due; if not, a number is one that nobody named."""
    return not all(secret in _PERSONAL for secret in due.secrets)


def answers(due: Due, party: Party) -> bool:
    """Whether what the party says replies to what is due."""
    if due.is_complete or (due.has_begun and all(each in WORDY for each in due.secrets)):
        return False  # what follows a password is talk, unless it looks like one
    if due.speaker is not None:
        return party is due.speaker
    if any(secret in _PERSONAL for secret in due.secrets):
        # A customer who speaks of a password asks for nothing: what the agent says is no answer.
        return (due.is_own and party is due.by) or (due.by is Party.AGENT and party is not due.by)
    return due.has_begun or party is not due.by or due.is_own


def is_over(due: Due, tokens: Sequence[str]) -> bool:
    """Whether who asked for a value talks of something else instead of waiting for it."""
    if due.has_begun:
        return _is_talk(tokens)
    is_wordy = all(each in WORDY for each in due.secrets)
    return is_wordy and sum(1 for token in tokens if is_content(token)) > _WAITING_WORDS


def _is_talk(tokens: Sequence[str]) -> bool:
    """Whether a line goes on to something else."""
    return sum(1 for token in tokens if is_content(token)) >= _ENDS_VALUE
