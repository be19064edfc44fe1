"""Numbers that nobody named: read out digit by digit, they are secrets unless the talk says else.

There are too many ways to ask for a number to know them all. What everybody may see is named by few
things, so a number that is read out while none of them is being talked about is masked.
"""

import re
from collections.abc import Sequence

from assist.privacy.dates import MONTHS, is_ordinal
from assist.privacy.everyday import UNITS as UNITS_COUNTED
from assist.privacy.everyday import is_everyday_number
from assist.privacy.number_words import GROUPS, SCALES, TENS, UNITS
from assist.privacy.numbers import DigitRun, bare, count_others, digits_of, find_runs

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
    r"(?<![\w'])(?:orders?|ordered|ordering|flights?|fly|flying|bookings?|booked|reservations?|"
    r"reserved|"
    r"tickets?|cases?|references?|ref|invoices?|receipts?|models?|serials?|parts?|products?|items?|"
    r"sku|meters?|readings?|errors?|displays?|extensions?|ext|rooms?|address|live (?:at|on|in)|"
    r"house|"
    r"zip|post ?codes?|postal|polic(?:y|ies)|claims?|members?|membership|loyalty|bus|train|"
    r"channels?|"
    r"versions?|sizes?|number plate|licen[cs]e plate|plates?|registration|reg|barcode|vouchers?|"
    r"coupons?|promo|odometer|mileage|pages?|chapter|route|highway|boeing|iphone|galaxy|windows|"
    r"total|price|cost|amount|bill|confirmation|incident|complaint|quote|purchase|refund for|"
    r"what (?:make|model|car)|car|tyres?|"
    r"pedidos?|vuelo|reserva|factura|referencia|incidencia|habitaci[oó]n|direcci[oó]n|"
    r"bestell\w*|flug\w*|buchung\w*|rechnung\w*|referenz\w*|zimmer\w*|adresse|kunden(?:nummer)|"
    r"vertrag\w*|zähler\w*|fehler\w*)(?![\w'])"
)
"""What numbers that everybody may see are about."""
_LONG_HARMLESS = re.compile(
    r"(?<![\w'])(?:tele ?phones?|phones?|phoned|mobiles?|cells?|land ?lines?|call (?:me|you|him|"
    r"her|us|"
    r"them|back)|called (?:me|you|him|her|us|them|back|from)|calling (?:me|you|from|him|her|us|"
    r"them)|"
    r"ring|rang|ringing|missed call|call from|dial\w*|text me|texted me|whats ?app|contact|reach|"
    r"tracking|track|parcels?|packages?|deliver\w*|shipments?|shipped|shipping|dispatch\w*|"
    r"couriers?|"
    r"labels?|get hold|get (?:me|you|him|her|us|them) on|tel[eé]fonos?|m[oó]vil|llam\w+|env[ií]os?|"
    r"paquetes?|seguimiento|telefon\w*|handy\w*|mobil\w*|anruf\w*|rückruf\w*|sendung\w*|paket\w*|"
    r"liefer\w*)(?![\w'])"
)
"""What long numbers that everybody may see are about; a door's code or one that came by text is
shorter than a telephone or tracking number."""
_READ_BACK = re.compile(
    r"(?<![\w'])(?:i|we) (?:show|heard|have down|'ve got down)|"
    r"(?:i've|we've) (?:got )?(?:down|on file)|you said"
)
_LONG_DIGITS = 7
_SCORE_WORDS = 3
_PAIR_DIGITS, _HOURS, _MINUTES = 4, 24, 60
_YEARS = range(1700, 2100)


def is_long_harmless_talk(tokens: Sequence[str]) -> bool:
    """Whether a line is about calling somebody or sending something: long numbers belong to it."""
    return _LONG_HARMLESS.search(" ".join(bare(token) for token in tokens)) is not None


def is_harmless_talk(tokens: Sequence[str]) -> bool:
    """Whether a line is about something that has a number which everybody may see."""
    return _HARMLESS.search(" ".join(bare(token) for token in tokens)) is not None


def find_unnamed(
    tokens: Sequence[str],
    *,
    is_sensitive: bool,
    is_harmless: bool,
    is_long_harmless: bool = False,
    is_read_aloud: bool = False,
) -> tuple[tuple[int, int], ...]:
    """Spans of numbers in a line that announces nothing, while nothing is due.

    `is_sensitive`: payment or somebody's identity is talked about; `is_harmless`: something that
    has a harmless number is; `is_long_harmless`: something
    whose numbers are long is ("call me on"); `is_read_aloud`: an agent reads it out.
    """
    if any(word in _TIMELY or is_ordinal(word) for word in map(bare, tokens)):
        return ()
    spans = []
    for run in find_runs(tokens):
        words = [bare(token) for token in tokens[run.first : run.last]]
        before = bare(tokens[run.first - 1]) if run.first > 0 else ""
        if is_everyday_number(tokens, run) or run.is_clock_or_year or before in UNITS_COUNTED:
            continue
        if before in _COUNTING or _is_amount(words) or _is_address(tokens, run):
            continue
        if len(words) == _SCORE_WORDS and words[1] in {"to", "for"}:
            continue  # "four to one", a score
        said = digits_of(words)
        if said in _EVERYBODYS or (before == "press" and run.groups == run.digits):
            continue
        is_long = (
            is_sensitive and not is_harmless and run.digits >= _SENSITIVE_DIGITS and run.groups > 1
        )
        is_read_out = run.groups >= _LEAST_GROUPS or run.digits >= _LEAST_DIGITS
        is_call = (is_long_harmless or is_long_harmless_talk(tokens)) and run.digits >= _LONG_DIGITS
        if _is_short_answer(tokens, run):
            is_read_out = True
        is_free = (
            (is_read_aloud and not _is_read_back(tokens, run))
            or is_harmless
            or is_call
            or is_harmless_talk(tokens)
            or _is_phone(words)
        )
        if is_long or (
            is_read_out and (run.groups > 1 or run.digits > _LEAST_DIGITS) and not is_free
        ):
            spans.append((run.first, run.last))
    return tuple(spans)


def _is_short_answer(tokens: Sequence[str], run: DigitRun) -> bool:
    """Whether a line says four digits in pairs and nothing else; no time of day and no year."""
    if (run.digits, run.groups) != (_PAIR_DIGITS, 2) or count_others(tokens):
        return False
    said = digits_of(tokens[run.first : run.last])
    is_time = int(said[:2]) <= _HOURS and int(said[2:]) < _MINUTES
    return not is_time and int(said) not in _YEARS and "99" not in (said[2:], said[:2])


def _is_read_back(tokens: Sequence[str], run: DigitRun) -> bool:
    """Whether a number is what somebody is known by: "i show … on file", "i heard …"."""
    before = " ".join(bare(token) for token in tokens[max(0, run.first - 4) : run.first])
    return run.digits >= _LONG_DIGITS and _READ_BACK.search(before) is not None


def _is_address(tokens: Sequence[str], run: DigitRun) -> bool:
    after = [bare(token) for token in tokens[run.last : run.last + _ADDRESS_WORDS]]
    return any(word in _STREETS for word in after)


def _is_phone(words: Sequence[str]) -> bool:
    """Whether a number looks like a British or German telephone number."""
    digits = digits_of(words)
    return len(digits) in {10, 11} and digits[0] == "0" and digits[1] in "1237"


_EVERYBODYS = frozenset("123 911 999 112 101 111 247 5050 100".split())
"""Numbers that everybody knows: emergency calls, "one two three"."""
_COUNTING = frozenset(
    "a an aged ages age letters characters digits size sizes channel version route".split()
)
"""Words before a number that say what it counts or names."""
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
