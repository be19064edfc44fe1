"""Card numbers in what somebody typed: twelve digits and more, however they are grouped."""

import re

CARD_DIGITS = 12
"""Payment cards have 12 to 19 digits (ISO/IEC 7812); phone and order numbers have fewer."""

_GROUPED = re.compile(rf"(?<![\w.])\d(?:[ \t.\-/]?\d){{{CARD_DIGITS - 1},}}(?!\w)")


def without_cards(text: str, mask: str = "•••") -> str:
    """The text with each such number as `mask`."""
    return _GROUPED.sub(mask, text)
