"""The stage between recognizers and session that masks what nobody may keep.

    results -> LongNumberMasker (any 12 digits) -> SecretMasker (what is announced) -> session

What leaves it is all that the session, journal, store, screen and logs ever see.
"""

from assist.core.events import Input
from assist.privacy.long_numbers import LongNumberMasker
from assist.privacy.masking import MASK
from assist.privacy.secrets import SecretMasker

__all__ = ["MASK", "Redactor"]


class Redactor:
    """Masks card numbers, security codes, IDs, accounts, birth dates, passwords and addresses.

    Give it every input of a call in order; each call needs no more than its `CallStarted`.
    """

    def __init__(self) -> None:
        self._numbers = LongNumberMasker()
        self._secrets = SecretMasker()

    def handle(self, event: Input) -> tuple[Input, ...]:
        """The inputs to go on with; `at` of a result let go late is that of `event`."""
        return tuple(self._secrets.handle(clean) for clean in self._numbers.handle(event))
