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
    ANSWER = "answer to a security question"
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
        r"|(?:mobile|cell|phone|telephone|landline)(?= (?:is|number))"
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
        r"(?:three|3|four|4|six|6) digit (?:code|number|pin)|(?:three|3) (?:digits|numbers)|"
        r"last three(?: digits| numbers)?|(?:code|number) (?:on|from) (?:the|your) (?:phone|strip)|"
        r"(?:four|last) (?:digits|numbers)(?= (?:is|are|were|on the))|"
        r"signature (?:strip|panel)|one time (?:code|password)|"
        r"(?:code|text|message) (?:we|i|they|you) (?:just )?(?:sent|texted|got)|passcode we sent",
    ),
    (
        Secret.EXPIRY,
        r"expir(?:y|ation|ing)(?: date| month| year)?|expiration|exp date|date of expiry|"
        r"(?:valid|good) (?:thru|through|until|till|to)|(?:card|visa|master ?card|amex|it|that) "
        r"(?:expires?|ends?|runs? out)(?! in (?:a|two|three|the next))|end date|validity|exp|"
        r"(?:when|what) (?:does|do|is|'s|will) (?:it|that|the card|this|that card) "
        r"(?:expire|run out|end|good until)|when's it (?:good until|expire|expiring)|"
        r"(?:it|that|which|and) expires?(?= (?:in|on|oh|zero|o|\d|end|january|february|march|april|"
        r"may|june|july|august|september|october|november|december))",
    ),
    (
        Secret.NATIONAL_ID,
        r"social(?: security)?(?: number| insurance number| insurance)?|s s n|ssn|s\.s\.n|"
        r"social insurance(?: number)?|national insurance(?: number)?|n\.? ?i\.?(?: number| no)|"
        r"(?:national|government) (?:id|i d|identity|identification)(?: number)?|identity number|"
        r"(?:tax|taxpayer) (?:id|i d|identification|file|reference)(?: number)?|i t i n|itin|"
        r"passport(?: number| no)?|travel document(?: number)?|"
        r"(?:tax|taxpayer) identification number|(?:driver'?s?|driving) licen[cs]e(?: number)?|"
        r"licen[cs]e number|medicare(?: number)?|n h s number|nhs number|sin number|s i n",
    ),
    (
        Secret.ACCOUNT,
        r"routing(?: and account)?(?: transit)? ?(?:number)?|a b a(?: number)?|aba(?: number)?|"
        r"sort ?code|i ?ban|eye ban|b i c|swift(?: code)?|transit number|"
        r"(?:bank|checking|chequing|savings|current|giro) (?:account|details)(?: number)?|"
        r"roll number|(?:numbers? )?(?:at|along) the bottom of (?:the|my|your) che(?:ck|que)|"
        r"(?:account|acct)(?: number| no)?",
    ),
    (
        Secret.BIRTH,
        r"(?:dates?|day|year|month) of (?:my |your |his |her )?birth|birth ?(?:day|date)|"
        r"d\.? ?o\.? ?b|(?:i was|was i|were you|was he|was she|he was|she was|you were|"
        r"i'm|date) born|born(?= (?:on|in|the|january|february|march|april|may|june|july|august|"
        r"september|october|november|december|\d|nineteen|two))",
    ),
    (
        Secret.PIN,
        r"(?:pin|p i n|pen)(?: number| code)|pin|p i n|pass ?code|access code|"
        r"(?:unlock|door|entry|voicemail|phone|telephone|alarm|gate|safe) (?:code|pin|passcode)|"
        r"secret number",
    ),
    (
        Secret.PASSWORD,
        r"(?:wi ?fi |telephone |banking |temporary |old |new )*pass ?(?:word|phrase)|"
        r"safe word|security (?:word|answer)|secret (?:word|answer)|"
        r"memorable (?:word|information|name|place)|mother'?s? maiden name|maiden name|"
        r"(?:answer|response) to (?:your|the|my) (?:security|secret) question|security question|"
        r"code ?word",
    ),
    (
        Secret.ANSWER,
        r"(?:name of )?(?:your|my) (?:first|childhood|favou?rite|oldest|best)(?: \w+)? "
        r"(?:pet|dog|cat|school|teacher|street|car|friend|movie|film|book|team|nickname|sibling|"
        r"brother|sister|child|job|boss|house|hero|band|colou?r|food)(?:'s)?(?: name)?|"
        r"(?:your|my) (?:pet|dog|cat|nickname|childhood nickname)(?:'s)? (?:name|called)|"
        r"(?:city|town|street|hospital|place) (?:were you|was i|did you|you|i) (?:born|grow up|"
        r"grew up|were born)(?: in| on)?|(?:city|town|place) of birth|"
        r"where (?:were|was) (?:you|i) born|"
        r"(?:first|childhood) (?:pet|street|school|car)|favou?rite teacher|memorable date|"
        r"(?:father|mother|grandmother|grandfather|spouse)'?s (?:middle |first |maiden )?name|"
        r"make and model of (?:your|my) first car|"
        r"(?:elementary|primary|high|first|secondary) school (?:you|did you)(?: go| went| attend)?|"
        r"(?:your|my) (?:father|mother|parents|grandmother|grandfather)'?s? (?:middle|first|maiden|"
        r"birth)(?: name)?",
    ),
    (Secret.EMAIL, r"e[- ]?mail(?: address| id)?"),
)
_GROUPS: tuple[Secret, ...] = tuple(secret for secret, _ in _WORDINGS)
_CARD = (
    r"(?:credit|debit|visa|master ?card|amex|american express|payment|bank) ?card(?: number| no)?|"
    r"(?:long )?card (?:number|no|details)|(?:card|visa|master ?card|amex)"
    r"(?= (?:number )?(?:is|it's))|(?:long|sixteen digit|16 digit) (?:number|card)(?: number)?"
    r"(?: (?:on|across) the front)?|sixteen digits|"
    r"(?:read|give|tell) me (?:the|that|your) (?:long )?(?:number|digits)|"
    r"number (?:on|across) (?:the front of )?(?:the|your|my) card|pan number"
)
_FINDER = re.compile(
    r"\b(?:"
    + "|".join(
        f"({pattern})"
        for pattern in (_WORDINGS[0][1], _WORDINGS[1][1], _CARD, *(p for _, p in _WORDINGS[2:]))
    )
    + r")(?:'s)?(?![\w'])"
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
