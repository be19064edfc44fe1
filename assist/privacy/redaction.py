"""The stage between recognizers and session that masks what nobody may keep.

    results -> LongNumberMasker (any 12 digits) -> SecretMasker (what is announced)
            -> remnants (digits cut off from a masked number) -> session

What leaves it is all that the session, journal, store, screen and logs ever see.
"""

from dataclasses import replace

from assist.core.events import FinalResult, Input, PartialResult
from assist.privacy.long_numbers import LongNumberMasker
from assist.privacy.masking import MASK, mask_tokens, mask_words, timed_words
from assist.privacy.remnants import find_remnants
from assist.privacy.secrets import SecretMasker

__all__ = ["MASK", "Redactor"]


class Redactor:
    """Masks card numbers, security codes, IDs, accounts, birth dates, passwords and addresses.

    Give it every input of a call in order; each call needs no more than its `CallStarted`.
    """

    def __init__(self) -> None:
        self._secrets = SecretMasker()
        self._numbers = LongNumberMasker(self._secrets.is_harmless, self._secrets.is_paid)

    def handle(self, event: Input) -> tuple[Input, ...]:
        """The inputs to go on with; `at` of a result let go late is that of `event`."""
        out: tuple[Input, ...] = ()
        self._secrets.name_later(event)
        if self._secrets.overhear(event) and isinstance(event, FinalResult):
            out = self._numbers.end_number(event.party.other, event.at)
        out = (*out, *self._numbers.handle(event))
        return tuple(
            _without_remnants(self._secrets.handle(clean, is_cut=_is_cut(clean, following)))
            for clean, following in zip(out, (*out[1:], None), strict=True)
        )


def _without_remnants(event: Input) -> Input:
    """A result without the digits that were cut off from a masked number."""
    if not isinstance(event, PartialResult | FinalResult) or MASK not in event.text:
        return event
    tokens = event.text.split()
    spans = find_remnants(tokens)
    if not spans:
        return event
    text = " ".join(mask_tokens(tokens, spans))
    if isinstance(event, PartialResult):
        return replace(event, text=text)
    words, is_timed = timed_words(event)
    return replace(event, text=text, words=mask_words(words, spans) if is_timed else ())


def _is_cut(result: Input, following: Input | None) -> bool:
    """Whether the digits at a final result's end were made an utterance of their own."""
    return (
        isinstance(result, FinalResult)
        and isinstance(following, PartialResult)
        and following.party is result.party
        and following.utterance == result.utterance + 1
    )
