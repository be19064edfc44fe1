"""Doubts about single phrases: too common, too short, sounding like something else, unheard."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from assist.core.language import Language
from assist.core.phrases import Phrase, compile_phrase
from assist.core.tokens import tokenize
from assist.cues.lint_samples import ANY, samples
from assist.cues.lint_words import frequencies

_OFTEN_AN_HOUR = 4.0
"""Times an hour that an everyday word may fire a rule by itself; the whole app's goal is two false
cues an hour."""

_ALIKE_AN_HOUR = 5.0
"""Times an hour from which on a word is frequent enough to be taken for another."""

_ALIKE_SPELLING = 0.7
_ANYTHING = 0.5
"""Share of a pattern's tokens that are gaps, above which it says next to nothing."""


def phrase_complaints(
    source: str,
    named: Mapping[str, str],
    language: Language,
    sound_key: Callable[[str], str] | None,
) -> Iterator[tuple[str, str]]:
    """(kind, sentence) for each doubt about a pattern."""
    often = frequencies(language.code)
    spelled = samples(source, named, language)
    single = {each[0] for each in spelled if len(each) == 1}
    rate = sum(often.get(word, 0) for word in single)
    shortest = min(spelled, key=len)
    if rate >= _OFTEN_AN_HOUR and single:
        worst = max(single, key=lambda word: often.get(word, 0))
        yield (
            "too_short",
            f'"{source}" is found at every "{worst}", some {rate:.0f} times an hour; add the words '
            "around it.",
        )
    elif all(len(word) == 1 for word in shortest) and ANY not in shortest:
        yield "too_short", f'"{source}" is no more than a letter; write whole words.'
    if sum(word == ANY for word in shortest) > _ANYTHING * len(shortest):
        yield "too_short", f'"{source}" is mostly gaps; name more of the words.'
    if sound_key is not None and rate < _OFTEN_AN_HOUR:
        yield from _sound_alikes(source, single, often, language, sound_key)


def _sound_alikes(
    source: str,
    single: set[str],
    often: Mapping[str, float],
    language: Language,
    sound_key: Callable[[str], str],
) -> Iterator[tuple[str, str]]:
    """A lone word that a recognizer may hear where an everyday word was said."""
    for word in sorted(single):
        key = sound_key(word)
        family = set(language.inflections(word))
        for common, rate in often.items():
            if rate < _ALIKE_AN_HOUR or common == word or word == ANY or common in family:
                continue
            if word in language.inflections(common) or sound_key(common) != key:
                continue
            if _vowel_shape(word) == _vowel_shape(common) and _is_spelled_alike(word, common):
                yield (
                    "sound_alike",
                    f'"{word}" in "{source}" sounds like "{common}", said some {rate:.0f} times '
                    "an hour; add a word beside it.",
                )
                return


def _is_spelled_alike(one: str, other: str) -> bool:
    """Keys of few sounds are shared by words that nobody confuses ("waive", "have")."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE_SPELLING


def _vowel_shape(word: str) -> tuple[int, bool]:
    """Runs of vowels sounded, and whether the word ends in one: "by" and "bye" agree."""
    letters = [letter in "aeiouyáéíóúü" for letter in word]
    if len(letters) > 2 and word.endswith("e") and not letters[-2]:
        letters = letters[:-1]  # a silent e
    runs = sum(now and not before for before, now in pairwise([False, *letters]))
    return runs, letters[-1]


def unheard(
    phrase: Phrase, language: Language, knows: Callable[[str], bool]
) -> tuple[tuple[str, ...], bool]:
    """The pattern's words that the model cannot hear, and whether it can never match for them.

    Of a family (`transfer*`) nothing is told as long as one form is known.
    """
    lost: list[str] = []
    for word in sorted(phrase.words):
        if knows(word) or all(knows(token) for token in language.expand(word)):
            continue
        families = (set(language.inflections(base)) & phrase.words for base in phrase.words)
        if not any(word in family and any(map(knows, family)) for family in families):
            lost.append(word)
    is_lost = any(not any(map(knows, anchor)) for anchor in phrase.anchors)
    return tuple(lost), is_lost


def shadowed(
    wide: Sequence[str], narrow: Sequence[str], named: Mapping[str, str], language: Language
) -> Iterator[tuple[str, str]]:
    """(a, b) for each pattern b of `narrow` that only matches where a of `wide` does as well."""
    compiled = [(source, compile_phrase(source, named, language)) for source in wide]
    told: set[str] = set()
    for other in narrow:
        for source, phrase in compiled:
            if source == other and wide is narrow:
                continue
            if source not in told and other not in told and _covers(phrase, other, named, language):
                told.add(other)
                yield source, other
                break


def _covers(phrase: Phrase, other: str, named: Mapping[str, str], language: Language) -> bool:
    """Whether the phrase is found in everything that the pattern `other` matches."""
    if phrase.source.strip() == other.strip():
        return True
    spelled = samples(other, named, language)
    before = "" if other.lstrip().startswith("^") else ANY
    after = "" if other.rstrip().endswith("$") else ANY
    for tokens in spelled:
        text = " ".join((before, *tokens, after)).strip()
        if phrase.find(tokenize(text, language=language)) is None:
            return False
    return bool(spelled)
