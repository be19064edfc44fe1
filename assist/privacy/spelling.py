"""Codes that are spelled out: letters, spelling words and digits ("b as in bravo seven")."""

from collections.abc import Sequence

from assist.privacy.masking import MASK
from assist.privacy.number_words import SOUND_ALIKES
from assist.privacy.numbers import bare, is_connector, is_number

NATO = frozenset(
    """alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett juliette kilo
    lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey whisky x-ray xray
    yankee zulu""".split()
)
_BOARD = frozenset(
    """anton berta cäsar dora emil friedrich gustav heinrich ida julius kaufmann konrad ludwig
    martha nordpol otto paula quelle richard samuel siegfried schule theodor ulrich viktor wilhelm
    xanthippe ypsilon zacharias zeppelin
    uve hache jota eñe equis i-griega zeta zett jot double-u doubleyou zed zee
    efe ka ele eme ene cu erre ge ce pe""".split()
)
"""Names of letters and the words that Germans spell with."""
_CASES = frozenset(
    """capital uppercase lowercase upper lower case big small little mayúscula minúscula groß klein
    großes kleines letter letters letra""".split()
)
_SIGNS = frozenset(
    """exclamation hash hashtag pound dollar asterisk star ampersand percent underscore dash hyphen
    dot point period slash mark sign symbol at question guion punto bindestrich punkt unterstrich
    ausrufezeichen raute stern""".split()
)
_LIKE = (("as", "in"), ("like", "in"), ("for",), ("as",), ("like",), ("wie",), ("de",), ("von",))
_HESITATIONS = frozenset(
    "um uh er erm ah hm then and next dash hyphen space so eh y und ähm äh guion".split()
)
_MAX_BETWEEN = 2
_SHORTEST_GROUP, _LETTER_GROUP, _LONGEST_GROUP = 2, 5, 8
_ABBREVIATIONS = frozenset(
    "OK USA UK US TV AM PM EU DVD PIN SMS CVV CVC SSN IBAN BIC ID VISA".split()
)


def is_letter(token: str) -> bool:
    """Whether a word stands for one letter."""
    word = bare(token)
    return (len(word) == 1 and word.isalpha()) or word in NATO or word in _BOARD


def item_end(tokens: Sequence[str], at: int, *, has_signs: bool = False) -> int:
    """Where the letter, digit or (in passwords) sign that begins at `at` ends, else `at`."""
    word = bare(tokens[at])
    if word in _CASES:
        return item_end(tokens, at + 1, has_signs=has_signs) if at + 1 < len(tokens) else at
    if word == "double" and at + 1 < len(tokens) and bare(tokens[at + 1]) in {"u", "you"}:
        return at + 2
    if len(word) == 1 and word.isalpha():
        for like in _LIKE:
            after = at + 1 + len(like)
            said = tuple(bare(token) for token in tokens[at + 1 : after])
            if said == like and after < len(tokens) and not is_number(tokens[after]):
                return after + 1
    if is_number(tokens[at]) or is_letter(tokens[at]):
        return at + 1
    return at + 1 if has_signs and word in _SIGNS else at


def find_codes(
    tokens: Sequence[str], first: int, last: int, *, has_signs: bool = False
) -> list[tuple[int, int, int]]:
    """Spelled codes within `first` to `last` as `(first, last, items)`, hesitations inside them."""
    found: list[tuple[int, int, int]] = []
    at = first
    while at < last:
        end = item_end(tokens[:last], at, has_signs=has_signs)
        if end == at:
            at += 1
            continue
        if found and _goes_on(tokens[found[-1][1] : at]):
            found[-1] = (found[-1][0], end, found[-1][2] + 1)
        else:
            found.append((at, end, 1))
        at = end
    return [span for span in found if not _is_everyday(tokens, span)]


def _goes_on(between: Sequence[str]) -> bool:
    return len(between) <= _MAX_BETWEEN and all(
        bare(token) in _HESITATIONS or bare(token) in SOUND_ALIKES for token in between
    )


def _is_everyday(tokens: Sequence[str], span: tuple[int, int, int]) -> bool:
    """ "I", "a", "o" and "y" alone are words."""
    first, last, items = span
    words = [bare(token) for token in tokens[first:last]]
    if MASK in tokens[last : last + 1] or MASK in tokens[max(0, first - 1) : first]:
        return False
    return (items <= _MAX_BETWEEN and set(words) <= {"i", "a", "o", "oh", "y", "e"}) or (
        items == 1 and len(words) == 1 and words[0] in _CASES
    )


def is_written_code(token: str) -> bool:
    """Whether a written word is a group of a code: "DE58", "H441", "KJ"."""
    word = token.strip(".,;:!?\"'()[]")
    if not word.isalnum() or len(word) > _LONGEST_GROUP or len(word) < _SHORTEST_GROUP:
        return False
    is_mixed = any(map(str.isdigit, word)) and any(map(str.isalpha, word))
    is_ordinal = word[0].isdigit() and word.lower().endswith(("st", "nd", "rd", "th", "pm", "am"))
    is_group = word.isupper() and word.isalpha() and word not in _ABBREVIATIONS
    return (is_mixed and not is_ordinal) or (is_group and len(word) <= _LETTER_GROUP)


def count_letters(tokens: Sequence[str]) -> int:
    """Words of a code that stand for letters."""
    return sum(1 for token in tokens if is_letter(token) and not is_number(token))


def is_hesitation(token: str) -> bool:
    """Whether a word adds nothing to a code."""
    return bare(token) in _HESITATIONS or is_connector(token)
