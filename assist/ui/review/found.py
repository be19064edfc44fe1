"""Where the words that were searched for stand in what was said. Plain Python."""

import unicodedata
from collections.abc import Sequence

from assist.ui.review.moments import Line

_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s", "e")
_LEAST_STEM = 3


def found_words(shown: Sequence[Line], searched: str) -> dict[int, frozenset[int]]:
    """By line the numbers of its words that were searched for, of the lines that have them all.

    The search finds words in any ending; so does this, nearly: an ending that only the search
    knows leaves a word unmarked. Where no line has all of them, those that have some count.
    """
    wanted = {_stem(word) for word in searched.split()} - {""}
    if not wanted:
        return {}
    some: dict[int, frozenset[int]] = {}
    whole: dict[int, frozenset[int]] = {}
    for number, line in enumerate(shown):
        stems = [_stem(word) for word in line.utterance.text.split()]
        places = frozenset(place for place, stem in enumerate(stems) if stem in wanted)
        if places:
            some[number] = places
            if wanted <= set(stems):
                whole[number] = places
    return whole or some


def _stem(word: str) -> str:
    """A word without case, accents, punctuation and its commonest endings."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(letter for letter in letters if letter.isalnum())
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _LEAST_STEM:
            plain = plain.removesuffix(ending) + ("y" if ending in ("ied", "ies") else "")
            break
    if len(plain) > _LEAST_STEM and plain[-1] == plain[-2] and plain[-1] not in "lsz":
        plain = plain[:-1]
    return plain
