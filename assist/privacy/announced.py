"""Words that announce a secret ("my security code is …", "your date of birth, please?").

Most secrets look like any number or word; what they are is said around them. An announcement says
which kind of value is due, by either party; one of a harmless number ("the order number is …")
ends the expectation of a secret.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assist.privacy.numbers import bare


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
    EMAIL = "e-mail address"
    NOTHING = "harmless"


@dataclass(frozen=True, slots=True)
class Announcement:
    """Words `first` to `last` (exclusive) of a line say that a value of this kind is due."""

    secret: Secret
    first: int
    last: int


# Alternatives are tried in this order at each word; longer wordings stand before their beginnings.
# Spellings such as "c v v", "see vee vee" and "pen number" are what recognizers make of them.
_WORDINGS: tuple[tuple[Secret, str], ...] = (
    (
        Secret.NOTHING,
        r"(?:(?:tele)?phone|mobile|cell|cellphone|contact|callback|call ?back|fax|daytime|landline)"
        r" (?:number|no)"
        r"|(?:order|tracking|confirmation|case|ticket|reference|invoice|booking|reservation|flight|"
        r"shipment|shipping|serial|model|part|product|item|membership|member|customer|loyalty|"
        r"rewards|frequent flyer|frequent flier|claim|policy|incident|complaint|return|rma|parcel|"
        r"package|delivery|meter|extension|room|unit|house|apartment|street|store|batch|gate|seat|"
        r"purchase order|receipt|transaction|work order|service|record|locator|job|quote)"
        r" (?:number|numbers|no|code|id|reference|locator|reading)"
        r"|record locator|zip(?: code)?|post ?code|postal code|area code|promo(?:tion)? code|"
        r"discount code|coupon(?: code)?|voucher(?: code)?|error(?: code)?|extension|"
        r"(?:call|reach|ring|phone|text) (?:me|you|us|him|her|them)(?: back)?(?: at| on)?|"
        r"(?:order|tracking|case|ticket|reference|confirmation|invoice|booking|flight|account "
        r"balance|balance|total|amount|refund|charge|bill|price|address)"
        r"(?= (?:is|was|of|number|zero|oh|one|two|three|four|five|six|seven|eight|nine|\d))"
        r"|social (?:media|network\w*|work\w*|distanc\w*|event\w*|page\w*|post\w*)"
        r"|pin ?point\w*|safety pin",
    ),
    (
        Secret.CARD_END,
        r"(?:card|visa|master ?card|amex|debit|credit|one|it|that) (?:that )?(?:ends|ending|ended) "
        r"(?:in|with)|(?:ends|ending) in|last four(?: digits)?(?: of| on) (?:the|your|my|that|this)"
        r" (?:card|credit|debit|visa|master ?card|amex)",
    ),
    (
        Secret.CODE,
        r"c ?v ?[vc](?: ?(?:two|2))?|c ?i ?d|see vee vee|sea vee vee|c v b|"
        r"(?:card )?(?:security|verification|validation|authorization) (?:code|number|digits|value)"
        r"|card (?:code|verification)|"
        r"(?:three|four|3|4|last|few|little|small) (?:digit |digits |numbers? |code )*"
        r"(?:that (?:is|are) )?(?:on|from|at) (?:the )?(?:back|front|reverse|signature)"
        r"(?: (?:of|on) (?:the|your|my|that) (?:\w+ )?card)?|"
        r"(?:code|number|numbers|digits) (?:on|from|at) (?:the )?(?:back|front|reverse|signature)"
        r"(?: (?:of|on) (?:the|your|my|that) (?:\w+ )?card)?|"
        r"(?:three|four|last) (?:digits|numbers)(?= (?:is|are|were))|"
        r"signature (?:strip|panel)|(?:three|3) digit (?:code|number)|one time (?:code|password)|"
        r"(?:code|text|message) (?:we|i|they|you) (?:just )?(?:sent|texted|got)|passcode we sent",
    ),
    (
        Secret.EXPIRY,
        r"expir(?:y|ation|ing)(?: date| month| year)?|expiration|exp date|date of expiry|"
        r"valid (?:thru|through|until)|good (?:thru|through)|card expires?|"
        r"(?:it|that|which|and) expires?(?= (?:in|on|oh|zero|o|\d|end|january|february|march|april|"
        r"may|june|july|august|september|october|november|december))",
    ),
    (
        Secret.NATIONAL_ID,
        r"social(?: security)?(?: number| insurance number| insurance)?|s s n|ssn|s\.s\.n|"
        r"social insurance(?: number)?|national insurance(?: number)?|n\.? ?i\.? number|"
        r"(?:national|government) (?:id|i d|identity|identification)(?: number)?|identity number|"
        r"(?:tax|taxpayer) (?:id|i d|identification|file|reference)(?: number)?|i t i n|itin|"
        r"passport(?: number)?|(?:driver'?s?|driving) licen[cs]e(?: number)?|"
        r"licen[cs]e number|medicare(?: number)?|n h s number|nhs number|sin number|s i n",
    ),
    (
        Secret.ACCOUNT,
        r"routing(?: and account)?(?: transit)? ?(?:number)?|a b a(?: number)?|aba(?: number)?|"
        r"sort ?code|i ?ban|eye ban|b i c|swift(?: code)?|transit number|"
        r"(?:bank|checking|chequing|savings|current|giro)(?: account)?(?: number)?|"
        r"(?:account|acct)(?: number| no)?",
    ),
    (
        Secret.BIRTH,
        r"(?:date|day|year|month) of (?:my |your |his |her )?birth|birth ?(?:day|date)|"
        r"d\.? ?o\.? ?b|(?:i was|was i|were you|was he|was she|he was|she was|you were|"
        r"i'm|date) born|born(?= (?:on|in|the|january|february|march|april|may|june|july|august|"
        r"september|october|november|december|\d|nineteen|two))",
    ),
    (
        Secret.PIN,
        r"(?:pin|p i n|pen)(?: number| code)|pin|p i n|pass ?code|access code|"
        r"(?:unlock|door|entry|voicemail|phone|telephone) (?:code|pin|passcode)|secret number",
    ),
    (
        Secret.PASSWORD,
        r"pass ?(?:word|phrase)|security (?:word|answer)|secret (?:word|answer)|"
        r"memorable (?:word|information|name|place)|mother'?s? maiden name|maiden name|"
        r"(?:answer|response) to (?:your|the|my) (?:security|secret) question|security question|"
        r"code ?word",
    ),
    (Secret.EMAIL, r"e[- ]?mail(?: address| id)?"),
)
_GROUPS: tuple[Secret, ...] = tuple(secret for secret, _ in _WORDINGS)
_CARD = (
    r"(?:credit|debit|visa|master ?card|amex|american express|payment|bank) ?card(?: number| no)?|"
    r"(?:long )?card (?:number|no|details)|(?:card|visa|master ?card|amex)"
    r"(?= (?:number )?(?:is|it's))|(?:long|sixteen digit|16 digit) (?:number|card)(?: number)?"
    r"(?: (?:on|across) the front)?|sixteen digits|"
    r"number (?:on|across) (?:the front of )?(?:the|your|my) card|pan number"
)
_FINDER = re.compile(
    r"\b(?:"
    + "|".join(
        f"({pattern})"
        for pattern in (_WORDINGS[0][1], _WORDINGS[1][1], _CARD, *(p for _, p in _WORDINGS[2:]))
    )
    + r")(?![\w'])"
)
_ORDER = (_GROUPS[0], _GROUPS[1], Secret.CARD, *_GROUPS[2:])


def find_announcements(tokens: Sequence[str]) -> tuple[Announcement, ...]:
    """What the words of a line announce, in order; they do not overlap."""
    words = [bare(token) for token in tokens]
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for index, word in enumerate(words):
        starts[at] = index
        ends[at + len(word)] = index + 1
        at += len(word) + 1
    found = []
    for match in _FINDER.finditer(" ".join(words)):
        first, last = starts.get(match.start()), ends.get(match.end())
        if first is not None and last is not None and match.lastindex is not None:
            found.append(Announcement(_ORDER[match.lastindex - 1], first, last))
    return tuple(found)
