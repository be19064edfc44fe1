"""Masks values that are secret because of what was said before them, by either party."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assist.core.events import CallStarted, FinalResult, Input, PartialResult
from assist.core.words import Party
from assist.privacy.announced import Announcement, Secret, find_announcements
from assist.privacy.masking import MASK, mask_tokens, mask_words, timed_words
from assist.privacy.numbers import bare, digits_of, find_runs
from assist.privacy.values import Value, find_values, is_content

DUE_MS = 30_000
"""How long an announced value is waited for: people fetch their card first."""

MORE_MS = 8_000
"""How long after a part of a value the next one may come."""

_TRAILING = frozenset({"is", "it's", "was", "um", "uh"})
"""What stands between an announcement and its value when a pause comes between them."""

_NEXT = {
    Secret.PASSWORD: Secret.PIN,
    Secret.ANSWER: Secret.PIN,
    Secret.CARD_END: Secret.NOTHING,
}
"""What follows a kind: of a password that was said only the digits at its end."""

_KEPT_DUES = 8

_ENDS_VALUE = 2
"""So many words that are no part of a value end one that has begun."""

_LEAST_KNOWN = 3
"""Digits or letters of a value that is known again when somebody repeats it."""


@dataclass(slots=True)
class _Due:
    """A value that was announced by `by` and is awaited until call time `until`."""

    secrets: tuple[Secret, ...]
    by: Party
    since: int
    until: int
    has_begun: bool = False
    is_own: bool = False  # the announcer's line ended with it: "my number is …"


@dataclass(slots=True)
class _Known:
    """Values said before in this call, in memory only, so that a repetition is masked too."""

    digits: set[str] = field(default_factory=set)
    words: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, tokens: Sequence[str]) -> None:
        digits = digits_of(tokens)
        words = _content(tokens)
        if len(digits) >= _LEAST_KNOWN:
            self.digits.add(digits)
        if len("".join(words)) >= _LEAST_KNOWN and (len(words) > 1 or len(words[0]) > 4):
            self.words.add(words)

    def find(self, tokens: Sequence[str]) -> list[Value]:
        """Where a line repeats a known value, whole or (four digits and more) in part."""
        if not self.digits and not self.words:
            return []
        found = []
        for run in find_runs(tokens):
            said = digits_of(tokens[run.first : run.last])
            if any(_is_part(said, known) for known in self.digits):
                found.append(Value(Secret.PIN, run.first, run.last))
        for words in self.words:
            found += [Value(Secret.PASSWORD, *span) for span in _occurrences(words, tokens)]
        return found


class SecretMasker:
    """Masks security codes, expiry and birth dates, IDs, accounts, PINs, passwords, e-mail.

    A value is masked where its kind was announced in the same line, or by either party in the
    `DUE_MS` before, and wherever a value that was masked is said again in the call.
    """

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        # Ended ones too: digits that were held back come out after what was said since.
        self._dues: list[_Due] = []
        self._partly: dict[Party, _Due | None] = dict.fromkeys(Party)
        self._known = _Known()

    def handle(self, event: Input) -> Input:
        """The input with its secrets masked."""
        match event:
            case PartialResult():
                return self._partial(event)
            case FinalResult():
                return self._final(event)
            case CallStarted():
                self._start()
        return event

    def _partial(self, event: PartialResult) -> PartialResult:
        tokens = event.text.split()
        announced = find_announcements(tokens)
        spans = self._spans(tokens, announced, event.party, event.start)
        self._partly[event.party] = _due_after(tokens, announced, event.party, event.at)
        return replace(event, text=" ".join(mask_tokens(tokens, spans))) if spans else event

    def _final(self, event: FinalResult) -> FinalResult:
        tokens = event.text.split()
        announced = find_announcements(tokens)
        spans = self._spans(tokens, announced, event.party, event.start)
        self._partly[event.party] = None
        for first, last in spans:
            self._known.add(tokens[first:last])
        self._follow(event, tokens, announced, spans)
        if not spans:
            return event
        words, is_timed = timed_words(event)
        masked = mask_words(words, spans)
        return replace(
            event,
            text=" ".join(word.text for word in masked),
            words=masked if is_timed else (),
        )

    def _spans(
        self, tokens: Sequence[str], announced: Sequence[Announcement], party: Party, start: int
    ) -> list[tuple[int, int]]:
        due = self._due_for(party, start)
        values = find_values(
            tokens,
            announced,
            due.secrets if due else (),
            is_answer=due is not None and _answers(due, party),
        )
        values = (*values, *self._known.find(tokens))
        spans: list[tuple[int, int]] = []
        for value in sorted(values, key=lambda v: v.first):
            if spans and value.first < spans[-1][1]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], value.last))
            else:
                spans.append((value.first, value.last))
        return spans

    def _due_for(self, party: Party, start: int) -> _Due | None:
        """What the party's line may be the value of: what is being asked for right now first."""
        asked = self._partly[party.other]
        if asked is not None and asked.secrets != (Secret.NOTHING,):
            return asked
        for due in reversed(self._dues):
            if due.since <= start <= due.until:
                return due
        return None

    def _follow(
        self,
        event: FinalResult,
        tokens: Sequence[str],
        announced: Sequence[Announcement],
        spans: Sequence[tuple[int, int]],
    ) -> None:
        """Take note of what the line announced, or of how far the awaited value has come."""
        is_card = MASK in tokens
        said_until = spans[-1][1] if spans else 0
        due = self._due_for(event.party, event.start)
        if announced and announced[-1].last > said_until and not is_card:
            self._expect(_due_after(tokens, announced, event.party, event.end))
        elif spans or is_card:
            self._expect(_due_more(event, announced, due, is_card=is_card))
        elif due is not None and due.has_begun and due.by is event.party and _is_talk(tokens):
            due.until = min(due.until, event.start)

    def _expect(self, due: _Due | None) -> None:
        if due is None:
            return
        if self._dues:
            self._dues[-1].until = min(self._dues[-1].until, due.since)
        self._dues = [*self._dues[1 - _KEPT_DUES :], due]


def _is_talk(tokens: Sequence[str]) -> bool:
    """Whether a line goes on to something else."""
    return sum(1 for token in tokens if is_content(token)) >= _ENDS_VALUE


def _due_more(
    event: FinalResult, announced: Sequence[Announcement], before: _Due | None, *, is_card: bool
) -> _Due:
    """What may follow a value that was just said: a further part of it."""
    secrets: tuple[Secret, ...] = before.secrets if before else ()
    if announced:
        secrets = (announced[-1].secret,)
    if is_card:
        secrets = (Secret.CARD,)
    more = dict.fromkeys(_NEXT.get(secret, secret) for secret in secrets)
    is_going_on = before is not None and before.has_begun
    return _Due(
        tuple(secret for secret in more if secret is not Secret.NOTHING),
        before.by if before is not None and is_going_on else event.party,
        event.end,
        event.end + MORE_MS,
        has_begun=True,
    )


def _due_after(
    tokens: Sequence[str], announced: Sequence[Announcement], party: Party, at: int
) -> _Due | None:
    """What is awaited once a line has been said that ends with these announcements."""
    if not announced:
        return None
    last = announced[-1]
    is_own = all(bare(token) in _TRAILING for token in tokens[last.last :])
    secrets = tuple(dict.fromkeys(each.secret for each in announced))
    if last.secret is Secret.NOTHING:
        secrets = (Secret.NOTHING,)
    return _Due(secrets, party, at, at + DUE_MS, is_own=is_own)


def _answers(due: _Due, party: Party) -> bool:
    if Secret.PASSWORD in due.secrets or Secret.ANSWER in due.secrets:
        # A customer who speaks of a password asks for nothing: what the agent says is no answer.
        return (due.is_own and party is due.by) or (due.by is Party.AGENT and party is not due.by)
    return due.has_begun or party is not due.by or due.is_own


def _content(tokens: Sequence[str]) -> tuple[str, ...]:
    return tuple(bare(token) for token in tokens if token != MASK)


def _is_part(said: str, known: str) -> bool:
    if len(said) < _LEAST_KNOWN:
        return False
    return (
        said == known
        or (len(said) > _LEAST_KNOWN and said in known)
        or (len(known) > _LEAST_KNOWN and known in said)
    )


def _occurrences(words: tuple[str, ...], tokens: Sequence[str]) -> list[tuple[int, int]]:
    bared = [bare(token) for token in tokens]
    size = len(words)
    return [
        (first, first + size)
        for first in range(len(bared) - size + 1)
        if tuple(bared[first : first + size]) == words
    ]
