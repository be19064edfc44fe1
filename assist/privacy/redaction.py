"""The stage between recognizers and session that masks what nobody may keep.

    results -> LongNumberMasker (any 12 digits) -> SecretMasker (what is announced) -> session

What leaves it is all that the session, journal, store, screen and logs ever see.
"""

from assist.core.events import FinalResult, Input, PartialResult
from assist.privacy.long_numbers import LongNumberMasker
from assist.privacy.masking import MASK
from assist.privacy.secrets import SecretMasker

__all__ = ["MASK", "Redactor"]


class Redactor:
    """Masks card numbers, security codes, IDs, accounts, birth dates, passwords and addresses.

    Give it every input of a call in order; each call needs no more than its `CallStarted`.
    """

    def __init__(self) -> None:
        self._secrets = SecretMasker()
        self._numbers = LongNumberMasker(self._secrets.is_harmless)

    def handle(self, event: Input) -> tuple[Input, ...]:
        """The inputs to go on with; `at` of a result let go late is that of `event`."""
        out: tuple[Input, ...] = ()
        if self._secrets.overhear(event) and isinstance(event, FinalResult):
            out = self._numbers.end_number(event.party.other, event.at)
        out = (*out, *self._numbers.handle(event))
        return tuple(
            self._secrets.handle(clean, is_cut=_is_cut(clean, following))
            for clean, following in zip(out, (*out[1:], None), strict=True)
        )


def _is_cut(result: Input, following: Input | None) -> bool:
    """Whether the digits at a final result's end were made an utterance of their own."""
    return (
        isinstance(result, FinalResult)
        and isinstance(following, PartialResult)
        and following.party is result.party
        and following.utterance == result.utterance + 1
    )
