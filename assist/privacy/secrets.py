"""Masks values that are secret because of what was said before them, by either party."""

from collections.abc import Sequence
from dataclasses import replace

from assist.core.events import CallStarted, FinalResult, Input, PartialResult
from assist.core.words import Party
from assist.privacy.announced import find_announcements, is_sensitive_talk
from assist.privacy.cardsides import (
    CARD_SIDE_MS,
    find_card_date_name,
    find_card_dates,
    find_rest,
)
from assist.privacy.dues import (
    DUE_MS,
    MORE_MS,
    WORDY,
    Due,
    address_complete,
    answers,
    due_after,
    due_more,
    is_over,
    wants_digits,
)
from assist.privacy.emails import find_emails
from assist.privacy.everyday import is_everyday_number
from assist.privacy.kinds import Announcement, Secret
from assist.privacy.known import KnownValues
from assist.privacy.later import find_later_name
from assist.privacy.masking import MASK, mask_tokens, mask_words, timed_words
from assist.privacy.numbers import bare, find_runs
from assist.privacy.passwords import is_telling
from assist.privacy.replaced import find_replaced, is_about_writing
from assist.privacy.unnamed import find_unnamed, is_harmless_talk, is_long_harmless_talk
from assist.privacy.values import Value, find_values

TALK_MS = 60_000
"""How long after its last mention payment or somebody's identity is what the talk is about."""

FREE_MS = 20_000
"""How long after a line about an order, a call and the like a number belongs to it."""

LATE_MS = 1_500
"""A result let go this long after its end was held back: what was said since counts for it too."""

_AGAIN = frozenset(
    "not isn't doesn't wasn't wrong incorrect try another again different match invalid".split()
)
"""Who says one of these of an answer wants another."""

_SAME_NUMBER = frozenset({Secret.CARD, Secret.NUMBER, Secret.CARD_END, Secret.EMAIL})
"""Announced while a number is being read out, these say no more than that it goes on."""

_CLOSE_WORDS = 3
"""Words between the name of a harmless number and the number."""

_ON_CARD = frozenset({Secret.CARD, Secret.CODE, Secret.EXPIRY})

_SHORT_LINE = 9
"""Words of an agent's line that may ask for a card's date."""

_KEPT_DUES = 8


class SecretMasker:
    """Masks security codes, expiry and birth dates, IDs, accounts, PINs, passwords, e-mail.

    A value is masked where its kind was announced in the same line, or by either party in the
    `DUE_MS` before, and wherever a value that was masked is said again in the call. In talk of
    payment or identity also a long number is that nobody announced.
    """

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        # Ended ones too: digits that were held back come out after what was said since.
        self._dues: list[Due] = []
        self._partly: dict[Party, Due | None] = dict.fromkeys(Party)
        self._named: Due | None = None
        self._known = KnownValues()
        self._sensitive_since = self._sensitive_until = self._harmless_until = -1
        self._card_until = -1
        self._free_at = self._long_free_at = self._secret_at = -FREE_MS - 1

    def handle(self, event: Input, *, is_cut: bool = False) -> Input:
        """The input with its secrets masked; `is_cut`: a number at its end is held back."""
        match event:
            case PartialResult():
                return self._partial(event)
            case FinalResult():
                return self._final(event, is_cut=is_cut)
            case CallStarted():
                self._start()
        return event

    def is_harmless(self, party: Party, tokens: Sequence[str], start: int, at: int) -> bool:
        """Whether a number that follows these words was announced as one that all may see."""
        announced = find_announcements(tokens, is_cut=True)
        named = [each for each in announced if each.secret is not Secret.NUMBER]
        if named:
            is_close = len(tokens) - named[-1].last <= _CLOSE_WORDS
            return named[-1].secret is Secret.NOTHING and is_close
        due = self._due_for(party, start, at)
        return due is not None and due.is_harmless

    def is_paid(self, tokens: Sequence[str], start: int, at: int) -> bool:
        """Whether a line is in talk of payment or identity, or soon after a card's number."""
        return (
            is_sensitive_talk(tokens) or start <= self._card_until or self._is_sensitive(start, at)
        )

    def name_later(self, event: Input | None) -> None:
        """Take note of what a line names that was said before it: "that's my account number".

        It holds for what is let go now, with this line; None: it is over.
        """
        self._named = None
        if isinstance(event, FinalResult):
            secret = find_later_name(event.text.split())
            if secret is not None:
                self._named = Due((secret,), event.party, event.start, event.start)

    def overhear(self, event: Input) -> bool:
        """Take note of what was said before any of it is held back or masked; in memory only.

        Returns whether it asks the other side for something else than before: a number of theirs
        ends here.
        """
        if isinstance(event, FinalResult):
            tokens = event.text.split()
            self._known.overhear(event.party, event.start, event.end, tokens)
            if is_long_harmless_talk(tokens):
                self._long_free_at = event.end
            if is_harmless_talk(tokens):
                self._free_at = event.end
            if is_sensitive_talk(tokens):
                self._secret_at = event.end
                if event.start > self._sensitive_until:
                    self._sensitive_since = event.start
                self._sensitive_until = event.end + TALK_MS
            due = self._due_for(event.party, event.start, event.start)
            if due is not None and due.has_begun and not due.is_harmless and find_runs(tokens):
                due.until = max(due.until, event.end + MORE_MS)
            if event.party is Party.AGENT and any(bare(token) in _AGAIN for token in tokens):
                self._expect_again(event)
            announced = find_announcements(tokens)
            was_harmless = bool(self._dues) and self._dues[-1].is_harmless
            return bool(announced) and (was_harmless or announced[-1].secret not in _SAME_NUMBER)
        return False

    def _expect_again(self, event: FinalResult) -> None:
        """An answer was wrong: the next one is as secret."""
        due = self._dues[-1] if self._dues else None
        if due is not None and due.has_begun and due.since <= event.start <= due.until + MORE_MS:
            asked = next((e for e in reversed(self._dues) if not e.has_begun), due)
            if any(each in WORDY for each in asked.secrets):
                self._expect(Due(asked.secrets, Party.AGENT, event.end, event.end + DUE_MS))

    def _partial(self, event: PartialResult) -> PartialResult:
        tokens = event.text.split()
        due = self._due_for(event.party, event.start, event.at)
        announced = self._announced(tokens, due, event)
        values = self._values(tokens, announced, event, due)
        spans = [(value.first, value.last) for value in values]
        if self._is_sensitive(event.start, event.at) or (due is not None and not due.is_harmless):
            spans = _with_growing(tokens, announced, spans)
        self._partly[event.party] = due_after(tokens, announced, event.party, event.at)
        return replace(event, text=" ".join(mask_tokens(tokens, spans))) if spans else event

    def _final(self, event: FinalResult, *, is_cut: bool) -> FinalResult:
        tokens = event.text.split()
        due = self._due_for(event.party, event.start, event.at)
        announced = self._announced(tokens, due, event, is_cut=is_cut)
        values = self._values([*tokens, MASK] if is_cut else tokens, announced, event, due)
        if is_cut:
            size = len(tokens)
            values = [replace(v, last=min(v.last, size)) for v in values if v.first < size]
        spans = [(value.first, value.last) for value in values]
        self._partly[event.party] = None
        for value in values:
            if value.secret is not Secret.ANSWER or is_telling(tokens[value.first : value.last]):
                self._known.add(tokens[value.first : value.last])
        if MASK in tokens:
            self._known.add_overheard(event.party, event.start, event.end)
        self._follow(event, tokens, announced, values, due)
        if not spans:
            return event
        words, is_timed = timed_words(event)
        masked = mask_words(words, spans)
        return replace(
            event,
            text=" ".join(word.text for word in masked),
            words=masked if is_timed else (),
        )

    def _announced(
        self,
        tokens: Sequence[str],
        due: Due | None,
        event: PartialResult | FinalResult,
        *,
        is_cut: bool = False,
    ) -> tuple[Announcement, ...]:
        """What a line announces; "the number" alone counts in talk of payment or identity."""
        announced = find_announcements(tokens, is_cut=is_cut)
        if not self._is_sensitive(event.start, event.at):
            announced = tuple(each for each in announced if not _is_any_answer(tokens, each))
        is_vague_told = (due is None or not due.is_harmless) and (
            self._is_sensitive(event.start, event.at)
            or (event.party is Party.AGENT and event.start > self._harmless_until)
        )
        is_named = due is not None and Secret.NUMBER not in due.secrets
        if due is not None and Secret.NATIONAL_ID in due.secrets:
            announced = tuple(
                _without_expiry(each) for each in announced if each.secret is not Secret.CARD_END
            )
        if due is not None and due.secrets == (Secret.ANSWER,) and not due.has_begun:
            announced = tuple(each for each in announced if each.secret is not Secret.BIRTH)
        if due is not None and due.has_begun and Secret.PASSWORD in due.secrets:
            announced = tuple(
                replace(each, secret=Secret.PASSWORD) if each.secret is Secret.NUMBER else each
                for each in announced
            )  # "and the new one"
        date = find_card_date_name(tokens) if self._is_beside_card(tokens, event) else None
        if date is not None and not announced:
            return (date,)
        return tuple(
            each
            for each in announced
            if each.secret is not Secret.NUMBER or (is_vague_told and not is_named)
        )

    def _values(
        self,
        tokens: Sequence[str],
        announced: Sequence[Announcement],
        event: PartialResult | FinalResult,
        due: Due | None,
    ) -> list[Value]:
        is_sensitive = self._is_sensitive(event.start, event.at)
        values = [
            *find_values(
                tokens,
                announced,
                due.secrets if due else (),
                is_answer=due is not None and answers(due, event.party),
            ),
            *self._known.find(tokens),
        ]
        is_harmless = due is not None and due.is_harmless
        if not is_harmless and self._is_beside_card(tokens, event):
            values += [Value(Secret.EXPIRY, *span) for span in find_card_dates(tokens)]
            if event.party is Party.CUSTOMER and due is None:
                values += [Value(Secret.CARD, *span) for span in find_rest(tokens)]
        if due is not None and Secret.PASSWORD in due.secrets and due.has_begun:
            newer = find_replaced(tokens)
            values += [Value(Secret.PASSWORD, *newer)] if newer is not None else []
        is_echo = is_sensitive or not self._is_free(event.start)
        if is_echo and not is_harmless and not announced:
            values += self._known.find_echo(
                event.party,
                event.start,
                tokens,
                is_sensitive=is_sensitive or (due is not None and wants_digits(due)),
            )
        if not announced and not is_harmless and not (due is not None and wants_digits(due)):
            # What an agent reads out unasked is a number to call or to note, unless it is an echo.
            is_free = self._is_free(event.start)
            values += [
                Value(Secret.NUMBER, *span)
                for span in find_unnamed(
                    tokens,
                    is_sensitive=is_sensitive and due is None,
                    is_harmless=is_free,
                    is_read_aloud=event.party is Party.AGENT,
                    is_long_harmless=event.start - self._long_free_at <= FREE_MS,
                )
            ]
        merged: list[Value] = []
        for value in sorted(values, key=lambda v: v.first):
            if merged and value.first < merged[-1].last:
                last = max(merged[-1].last, value.last)
                merged[-1] = replace(merged[-1], last=last)
            else:
                merged.append(value)
        return merged

    def _is_beside_card(self, tokens: Sequence[str], event: PartialResult | FinalResult) -> bool:
        """Whether a card's number is in this line or was given just before it."""
        is_near = event.start <= self._card_until
        is_line = event.party is Party.CUSTOMER or len(tokens) <= _SHORT_LINE
        return MASK in tokens or (is_near and is_line)

    def _is_sensitive(self, start: int, at: int) -> bool:
        return self._sensitive_since <= at and start <= self._sensitive_until

    def _is_free(self, start: int) -> bool:
        """Whether a line that begins then belongs to talk of things with harmless numbers."""
        return start - self._free_at <= FREE_MS and self._free_at >= self._secret_at

    def _due_for(self, party: Party, start: int, at: int) -> Due | None:
        """What the party's line may be the value of: what is being asked for right now first."""
        asked = self._partly[party.other]
        if asked is not None and not asked.is_harmless:
            return asked
        named = self._named if self._named is not None and start < self._named.since else None
        for due in reversed(self._dues):
            if due.since <= start <= due.until:
                return named if named is not None and due.secrets == (Secret.NUMBER,) else due
        if named is not None:
            return named
        if at - start > LATE_MS:  # "seven two four nine" "that's the sort code"
            return next((due for due in self._dues if start < due.since <= at), None)
        return None

    def _follow(
        self,
        event: FinalResult,
        tokens: Sequence[str],
        announced: Sequence[Announcement],
        values: Sequence[Value],
        due: Due | None,
    ) -> None:
        """Take note of what the line announced, or of how far the awaited value has come."""
        is_card = MASK in tokens
        said_until = values[-1].last if values else 0
        if is_card or any(value.secret in _ON_CARD for value in values):
            self._card_until = event.end + CARD_SIDE_MS
        if announced and announced[-1].secret is Secret.NOTHING:
            self._harmless_until = event.end + TALK_MS
        if due is not None and Secret.CARD_END in due.secrets and find_runs(tokens):
            due.until = min(due.until, event.end)
        elif due is not None and due.is_harmless and find_runs(tokens):
            due.until = max(due.until, event.end + DUE_MS) if due is self._dues[-1] else due.until
        if announced and announced[-1].last > said_until and not is_card:
            self._expect(due_after(tokens, announced, event.party, event.end))
        elif values and values[-1].secret is Secret.EMAIL and find_emails(tokens, is_due=True):
            self._expect(address_complete(event))
        elif values or is_card:
            secret = values[-1].secret if values else Secret.CARD
            self._expect(due_more(event, announced, due, secret, is_card=is_card))
        elif due is not None and Secret.PASSWORD in due.secrets and is_about_writing(tokens):
            due.until = max(due.until, event.end + MORE_MS) if due is self._dues[-1] else due.until
        elif due is not None and due.by is event.party and is_over(due, tokens):
            due.until = min(due.until, event.start)

    def _expect(self, due: Due | None) -> None:
        if due is None:
            return
        later = [each for each in self._dues if each.since > due.since]
        earlier = self._dues[: len(self._dues) - len(later)]
        if earlier:
            earlier[-1].until = min(earlier[-1].until, due.since)
        if later:  # what was held back came out after the next question
            due.until = min(due.until, later[0].since)
        self._dues = [*earlier, due, *later][-_KEPT_DUES:]


def _with_growing(
    tokens: Sequence[str],
    announced: Sequence[Announcement],
    spans: list[tuple[int, int]],
) -> list[tuple[int, int]]:
    """The spans of a partial with the number at its end, which may become a secret."""
    runs = find_runs(tokens)
    if not runs or not runs[-1].is_trailing or is_everyday_number(tokens, runs[-1]):
        return spans
    run = runs[-1]
    is_harmless = announced and announced[-1].secret in {Secret.NOTHING, Secret.CARD_END}
    if is_harmless or any(first < run.last and run.first < last for first, last in spans):
        return spans
    return sorted([*spans, (run.first, run.last)])


def _is_any_answer(tokens: Sequence[str], each: Announcement) -> bool:
    """Whether "the answer" is meant, which is one to a security question only in talk of those."""
    words = {bare(token) for token in tokens[each.first : each.last]}
    return each.secret is Secret.ANSWER and bool(words & {"answer", "response", "reply"})


def _without_expiry(each: Announcement) -> Announcement:
    """Of a document the date is harmless: "it's … and it expires in …"."""
    is_expiry = each.secret is Secret.EXPIRY
    return replace(each, secret=Secret.NOTHING) if is_expiry else each
