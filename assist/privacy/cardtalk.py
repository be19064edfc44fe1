"""When the agent asks for card details: from then on nothing of the call is kept until it is over.

    asked for -> waiting for the first digit -> digits -> over (done, quiet, too long, or by key)

While it lasts the customer's words are masked as a whole and of the agent's everything that could
be a part of a number; prompts go on with what is left. Pure: the same inputs give the same pauses.
"""

from collections.abc import Sequence
from dataclasses import replace

from assist.core.events import (
    CallEnded,
    CallStarted,
    FinalResult,
    Input,
    PartialResult,
    PauseSet,
    Tick,
)
from assist.core.words import Party
from assist.privacy.announced import find_announcements
from assist.privacy.everyday import is_question
from assist.privacy.kinds import Secret
from assist.privacy.masking import MASK, mask_tokens, mask_words, timed_words
from assist.privacy.numbers import bare, find_runs, is_number
from assist.privacy.spelling import is_letter

CARD = "card"
"""`PauseSet.reason` where the agent asked for card details."""

FETCH_MS = 45_000
"""How long the first digit is waited for: people look for their card."""

QUIET_MS = 15_000
"""Without a digit for so long the card has been read out."""

THANKED_MS = 4_000
"""The same once the agent has said thank you; between two groups it comes sooner."""

MAX_MS = 240_000
"""Longer than this nobody reads a card, whatever numbers are said."""

_CARD_KINDS = frozenset({Secret.CARD, Secret.CODE, Secret.EXPIRY})
_TAIL_WORDS = 3
"""Words that may follow what is asked for ("… card number please for me")."""
_TALKED_ABOUT = frozenset(
    """never don't didn't won't not can't cannot declined ending ends expired lost stolen blocked
    nunca termina terminada rechazada caducada niemals nie nicht endet abgelehnt gesperrt""".split()
)
"""A line with one of these is about a card and asks for nothing."""
_THANKS = ("thank", "thanks", "perfect", "lovely", "brilliant", "wonderful", "gracias", "danke")
_DONE = (
    "gone through", "went through", "been authorized", "been authorised", "been accepted",
    "is complete", "was successful", "been processed", "all paid", "payment is done",
    "has been taken", "se ha realizado", "pago realizado", "está pagado", "hat geklappt",
    "ist durch", "wurde gebucht", "ist bezahlt",
)  # fmt: skip


class CardTalk:
    """Says when card details are being given, and takes them out of what is said meanwhile.

    Used by one thread; `is_on` may be read by another.
    """

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self.is_on = False
        self._since = self._asked_at = 0
        self._digits_at: int | None = None
        self._thanked_at: int | None = None
        self._spans: list[tuple[int, int]] = []

    def recall(self, event: PauseSet) -> None:
        """Go on as this event of the journal left it."""
        if event.is_paused and event.reason == CARD:
            self._begin(event.at)
        else:
            self._end(event.at)

    def handle(self, event: Input) -> tuple[PauseSet, ...]:
        """The pauses that an input as it was heard begins or ends; they go before it."""
        match event:
            case CallStarted():
                self._start()
            case PauseSet():
                self._end(event.at)  # by key: paused as a whole, or gone on with
            case PartialResult() | FinalResult():
                return self._heard(event)
            case Tick():
                return self._tick(event.at)
            case CallEnded() if self.is_on:
                self._end(event.at)
        return ()

    def veil(self, event: Input) -> Input:
        """What of an input may be kept: of a line said meanwhile no word of the customer's."""
        if not isinstance(event, PartialResult | FinalResult) or not self._is_within(event.start):
            return event
        tokens = event.text.split()
        spans = [(0, len(tokens))] if event.party is Party.CUSTOMER else _agents_numbers(tokens)
        if not tokens or not spans:
            return event
        text = " ".join(mask_tokens(tokens, spans))
        if isinstance(event, PartialResult):
            return replace(event, text=text)
        words, is_timed = timed_words(event)
        return replace(event, text=text, words=mask_words(words, spans) if is_timed else ())

    def _is_within(self, start: int) -> bool:
        if self.is_on and start >= self._since:
            return True
        return any(first <= start < last for first, last in self._spans)

    def _heard(self, event: PartialResult | FinalResult) -> tuple[PauseSet, ...]:
        tokens = event.text.split()
        is_final = isinstance(event, FinalResult)
        if event.party is Party.AGENT and asks_for_card(tokens, is_whole=is_final):
            self._asked_at = event.at
            self._thanked_at = None
            if not self.is_on:
                self._begin(event.at)
                return (PauseSet(at=event.at, is_paused=True, reason=CARD),)
            return ()
        if not self.is_on:
            return ()
        if find_runs(tokens):
            self._digits_at, self._thanked_at = event.at, None
        if event.party is Party.AGENT and is_final:
            if any(done in event.text for done in _DONE):
                return self._over(event.at)
            if any(bare(token) in _THANKS for token in tokens) and self._digits_at is not None:
                self._thanked_at = event.at
        return ()

    def _tick(self, at: int) -> tuple[PauseSet, ...]:
        if not self.is_on:
            return ()
        asked, digits, thanked = self._asked_at, self._digits_at, self._thanked_at
        if digits is not None and digits > asked:
            is_quiet = at - digits >= QUIET_MS
        else:
            is_quiet = at - asked >= FETCH_MS
        is_thanked = thanked is not None and at - thanked >= THANKED_MS
        return self._over(at) if is_quiet or is_thanked or at - self._since >= MAX_MS else ()

    def _over(self, at: int) -> tuple[PauseSet, ...]:
        self._end(at)
        return (PauseSet(at=at, is_paused=False, reason=CARD),)

    def _begin(self, at: int) -> None:
        self.is_on = True
        self._since = self._asked_at = at
        self._digits_at = self._thanked_at = None

    def _end(self, at: int) -> None:
        if self.is_on:
            self._spans.append((self._since, at))
        self.is_on = False


def asks_for_card(tokens: Sequence[str], *, is_whole: bool) -> bool:
    """Whether an agent's line asks for a card's number, its code or its date.

    `is_whole`: the line has ended; of one still being said only a question counts.
    """
    if any(bare(token) in _TALKED_ABOUT for token in tokens):
        return False
    for each in find_announcements(tokens):
        if each.secret not in _CARD_KINDS:
            continue
        is_asked = is_question(tokens[: each.first]) or any(
            bare(token) in _READING for token in tokens[: each.first]
        )
        is_last = (
            is_whole
            and len(tokens) - each.last <= _TAIL_WORDS
            and not find_runs(tokens[each.last :])
        )
        if is_asked and not find_runs(tokens[each.last :]):
            return True
        if is_last and _is_request(tokens[: each.first], tokens[each.last :]):
            return True
    return False


_WORDS = frozenset({"i", "a", "y", "o"})
_READING = frozenset("read need take grab ready lea dígame necesito vorlesen brauche".split())
_LEADING = frozenset(
    "and the your then now so okay ok alright just y el la su und die der ihre dann a".split()
)


def _is_request(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a kind of value stands alone in its line ("and the security code please")."""
    return all(bare(token) in _LEADING for token in before) and all(
        bare(token) in {"please", "there", "for", "me", "then", "por", "favor", "bitte"}
        for token in after
    )


def _agents_numbers(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """What in an agent's line may be a piece of a number that was just given."""
    spans = [(run.first, run.last) for run in find_runs(tokens)]
    for index, token in enumerate(tokens):
        is_piece = is_number(token) or (is_letter(token) and bare(token) not in _WORDS)
        if (is_piece or token == MASK) and not any(a <= index < b for a, b in spans):
            spans.append((index, index + 1))
    return sorted(spans)
