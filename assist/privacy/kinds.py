"""The kinds of values that nobody may keep."""

from dataclasses import dataclass
from enum import StrEnum


class Secret(StrEnum):
    """Kinds of values that nobody may keep, and NOTHING: a number that everybody may see."""

    CARD = "card number"
    CARD_END = "end of a card number"
    CODE = "security code"
    EXPIRY = "expiry date"
    NATIONAL_ID = "national ID"
    ACCOUNT = "bank account"
    BIRTH = "date of birth"
    PIN = "PIN"
    PASSWORD = "password"  # noqa: S105 - the name of a kind
    ANSWER = "answer to a security question"
    EMAIL = "e-mail address"
    NUMBER = "number in talk of payment or identity"
    NOTHING = "harmless"


@dataclass(frozen=True, slots=True)
class Announcement:
    """Words `first` to `last` (exclusive) of a line say that a value of this kind is due."""

    secret: Secret
    first: int
    last: int
