"""Takes secrets out of what phones, web pages and lists of recordings give with a call.

A program writes these, not a person: numbers of calls and tickets may be long, and are what they
are for. So a number goes only if it can be a payment card's; of names, what `typed` takes.
"""

import re
from dataclasses import replace

from assist.core.commands import ReportPhone, StartCall
from assist.privacy.masking import MASK
from assist.privacy.typed import scrub_announced, scrub_typed

_DIGITS = re.compile(r"(?<![\w.+-])\d(?:[ \-]?\d){13,18}(?!-?\w|\.\d)")
"""What may be a card's number; a telephone's "+" and the letters
of a ticket's id are no card's."""

_CARD = re.compile(r"3[47]\d{13}|3[0689]\d{12}|(?:4|5[0-8]|6|2[2-7])\d{15,18}")
"""First digits and lengths of the payment networks (ISO/IEC 7812; American Express 15 digits,
Diners Club 14, the others 16 and more): a telephone number with its country has other ones."""


def scrub_given(text: str) -> str:
    """A reference or a number with card numbers and announced values ("cvv 123") masked."""
    return scrub_announced(_DIGITS.sub(_masked_card, text))


def start_without_secrets(start: StartCall) -> StartCall:
    """What begins a call, fit to be shown and kept."""
    return replace(
        start,
        customer_name=scrub_typed(start.customer_name),
        customer_number=scrub_given(start.customer_number),
        reference=scrub_given(start.reference),
    )


def report_without_secrets(report: ReportPhone) -> ReportPhone:
    """What a phone tells of a call, fit to be shown and kept."""
    return replace(
        report,
        name=scrub_typed(report.name),
        number=scrub_given(report.number),
        reference=scrub_given(report.reference),
    )


def _masked_card(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match[0])
    return MASK if _CARD.fullmatch(digits) and _has_check_digit(digits) else match[0]


def _has_check_digit(digits: str) -> bool:
    """ISO/IEC 7812-1, annex B (Luhn): every second digit from the right counts double."""
    values = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in values) % 10 == 0
