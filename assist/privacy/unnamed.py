"""Numbers that nobody named: read out digit by digit, they are secrets unless the talk says else.

There are too many ways to ask for a number to know them all. What everybody may see is named by few
things, so a number that is read out while none of them is being talked about is masked.
"""

import re
from collections.abc import Sequence

from assist.privacy.dates import MONTHS, is_ordinal
from assist.privacy.everyday import is_everyday_number
from assist.privacy.number_words import GROUPS, SCALES, TENS, UNITS
from assist.privacy.numbers import DigitRun, bare, digits_of, find_runs

_SENSITIVE_DIGITS = 5
"""A number that nobody named, in talk of payment or identity, is masked from so many digits on."""
_LEAST_GROUPS = 3
"""Said in so many parts a number is read out: amounts, years and times have two."""
_LEAST_DIGITS = 5
"""The same for digits: "fifty six thirty nine eight" has three parts, too."""
_ADDRESS_WORDS = 3
"""Words after a house number within which its street is called one."""
_TIMELY = MONTHS | frozenset(
    "half past quarter between o'clock hours open until from am pm morning afternoon".split()
)
_STREETS = frozenset(
    """street st avenue ave road rd lane drive way place close court crescent boulevard terrace
    gardens grove square parkway highway circle view hill walk row mews apartment apt flat suite
    straße strasse weg platz allee calle avenida plaza paseo""".split()
)
_HARMLESS = re.compile(
    r"(?<![\w'])(?:orders?|ordered|ordering|tracking|track|parcels?|packages?|deliver\w*|"
    r"shipments?|"
    r"shipped|shipping|dispatch\w*|couriers?|tele ?phones?|phones?|phoned|mobiles?|cells?|"
    r"land ?lines?|"
    r"call|called|calling|calls|ring|rang|ringing|dial\w*|text me|texted me|whats ?app|contact|"
    r"reach|get hold|get (?:me|you|him|her|us|them) on|flights?|fly|flying|booking|booked|"
    r"reservations?|reserved|tickets?|cases?|references?|ref|invoices?|receipts?|models?|serials?|"
    r"parts?|products?|items?|sku|meters?|readings?|errors?|extensions?|ext|rooms?|address|"
    r"live (?:at|on|in)|house|zip|post ?codes?|postal|polic(?:y|ies)|claims?|members?|membership|"
    r"customer|loyalty|bus|train|gates?|channels?|versions?|sizes?|press|number plate|"
    r"licen[cs]e plate|plates?|registration|reg|barcode|voucher|coupon|promo|code for|"
    r"serial|miles|mileage|odometer|count(?:s|ed|er)?|steps?|pages?|chapter|route|highway|"
    r"boeing|iphone|galaxy|windows|confirmation|incident|complaint|quote|purchase|refund for|"
    r"car is|car's|tel|fax|pedidos?|tel[eé]fonos?|m[oó]vil|env[ií]o|paquetes?|seguimiento|"
    r"vuelo|reserva|factura|referencia|incidencia|habitaci[oó]n|direcci[oó]n|llam\w+|"
    r"bestell\w*|sendung\w*|paket\w*|liefer\w*|telefon\w*|handy\w*|mobil\w*|anruf\w*|rückruf\w*|"
    r"flug\w*|buchung\w*|rechnung\w*|referenz\w*|zimmer\w*|adresse|kunden\w*|vertrag\w*|"
    r"zähler\w*|fehler\w*)(?![\w'])"
)
"""What numbers that everybody may see are about."""


def is_harmless_talk(tokens: Sequence[str]) -> bool:
    """Whether a line is about something that has a number which everybody may see."""
    return _HARMLESS.search(" ".join(bare(token) for token in tokens)) is not None


def find_unnamed(
    tokens: Sequence[str], *, is_sensitive: bool, is_harmless: bool
) -> tuple[tuple[int, int], ...]:
    """Spans of numbers in a line that announces nothing, while nothing is due.

    `is_sensitive`: payment or somebody's identity is talked about; `is_harmless`: something that
    has a harmless number is.
    """
    if any(word in _TIMELY or is_ordinal(word) for word in map(bare, tokens)):
        return ()
    spans = []
    for run in find_runs(tokens):
        words = [bare(token) for token in tokens[run.first : run.last]]
        if is_everyday_number(tokens, run) or _is_amount(words) or _is_address(tokens, run):
            continue
        is_long = is_sensitive and run.digits >= _SENSITIVE_DIGITS and run.groups > 1
        is_read_out = run.groups >= _LEAST_GROUPS or run.digits >= _LEAST_DIGITS
        is_free = is_harmless or is_harmless_talk(tokens) or _is_phone(words)
        if is_long or (is_read_out and run.groups > 1 and not is_free):
            spans.append((run.first, run.last))
    return tuple(spans)


def _is_address(tokens: Sequence[str], run: DigitRun) -> bool:
    after = [bare(token) for token in tokens[run.last : run.last + _ADDRESS_WORDS]]
    return any(word in _STREETS for word in after)


def _is_phone(words: Sequence[str]) -> bool:
    """Whether a number looks like a British or German telephone number."""
    digits = digits_of(words)
    return len(digits) in {10, 11} and digits[0] == "0" and digits[1] in "1237"


_KINDS = {
    **dict.fromkeys(UNITS, "u"),
    **dict.fromkeys(TENS, "t"),
    **dict.fromkeys(GROUPS, "g"),
    **dict.fromkeys(SCALES, "h"),
    "thousand": "m",
    "mil": "m",
    "tausend": "m",
    "and": "",
}
_AMOUNT = re.compile(r"(?:(?:(?:u|g|tu?)h)?(?:u|g|tu?)?m)?(?:(?:u|g|tu?)h)?(?:u|g|tu?)?")


def _is_amount(words: Sequence[str]) -> bool:
    """Whether the words say one number ("two hundred and twelve"), not several in a row."""
    if not any(word in SCALES for word in words):
        return False
    return _AMOUNT.fullmatch("".join(_KINDS.get(word, "?") for word in words)) is not None
