"""Telephone numbers as phones give them, compared as people would."""

import re

_SCHEME = re.compile(r"^(sips?|tel|callto):", re.IGNORECASE)
_NUMBER = re.compile(r"[\d\s()./+*#-]+")
LEAST_DIGITS = 8
"""Shorter numbers are local or extensions: "1234567" is somebody else in every town."""


def number_of(address: str) -> str:
    """The number in an address: `sip:+15550123@host:5080;user=phone` → `+15550123`.

    An address without a number (`sip:jane@example.org`) stays, without scheme and parameters.
    """
    bare = _SCHEME.sub("", address.strip()).split(";")[0]
    user, at, _ = bare.partition("@")
    return user.strip() if not at or _NUMBER.fullmatch(user) else bare


def number_key(number: str) -> str:
    """What two ways to write one number have in common; "" where nothing can be compared.

    Digits without the prefixes of trunk and international calls; addresses in small letters.
    """
    bare = number_of(number)
    if not bare or not _NUMBER.fullmatch(bare):
        return bare.lower() if "@" in bare else ""
    digits = re.sub(r"\D", "", bare)
    return digits.lstrip("0")


def is_same_number(one: str, other: str) -> bool:
    """Whether both are one number, with or without the country's or the trunk's prefix."""
    a, b = number_key(one), number_key(other)
    if not a or not b:
        return False
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return short.isdigit() and len(short) >= LEAST_DIGITS and long.endswith(short)
