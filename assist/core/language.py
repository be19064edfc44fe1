"""What differs from language to language when words are matched; English, and the shape of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assist.core.wordforms import expand, inflections


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """How a language's words become tokens, and what governs a place among them.

    `fillers` are sounds between words; they are no tokens, so that "i um can't" is found as "i
    can't". `expand` spells out a lower-case word (contractions), `inflections` gives the forms that
    `word*` stands for in a pattern. `negated` and `reported` are searched for in the encoded tokens
    before a place and end there. `common` words are too frequent to look a phrase up by.

    `somebody` stands for a customer without a name, `feelings` gives a feeling's noun where it is
    another word than the label.
    """

    code: str
    name: str
    fillers: frozenset[str]
    expand: Callable[[str], tuple[str, ...]]
    inflections: Callable[[str], tuple[str, ...]]
    negated: re.Pattern[str]
    reported: re.Pattern[str]
    common: frozenset[str]
    somebody: str
    feelings: Mapping[str, str]


_FILLERS = frozenset({"uh", "um", "uhm", "erm", "er", "hm", "hmm", "mm", "mhm"})
_COMMON = frozenset(
    "a am an and are be can do for get have i in is it me my not of on so that the this to was we "
    "what will with would you your".split()
)
# Directly before a match, with at most three of these little words in between.
_NEGATED = re.compile(
    r"(?:<not>|<never>|<without>|<instead><of>|<rather><than>|<nor>|<hardly>)"
    r"(?:<(?:really|actually|even|just|going|to|be|being|have|having|want|need|plan|trying|like|"
    r"saying|say|tell|you|mean|think|true|the|case|that|any|a|because|as|if|too|very|so|all|i|am|"
    r"we|are)>){0,3}$"
)
_REPORTED = re.compile(
    r"(?:<(?:he|she|they|you|somebody|someone|everyone|everybody|people|colleague|guy|lady|"
    r"agent|website|app|we|who)>(?:<(?:just|all|already|have|has|had|was|were|is|are|been|keep|kept|"
    r"always|only)>){0,2}<(?:said|say|says|saying|tells?|told|telling|claim|claims|claimed|promised)>"
    r"|<told>)(?:<[^>]*>){0,5}$"
)

ENGLISH = Language(
    code="en",
    name="English",
    fillers=_FILLERS,
    expand=expand,
    inflections=inflections,
    negated=_NEGATED,
    reported=_REPORTED,
    common=_COMMON,
    somebody="the customer",
    feelings={},
)
