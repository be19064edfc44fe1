"""Sentences of the engine and its parts, in the language of the windows.

They come whole and in English, from another process or another package, with names and reasons
filled in. `known_sentences` lists their patterns, collected from the source; the translations
are in the context "Sentences". A sentence that is no known one is shown as it came.
"""

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from assist.ui.known_sentences import KNOWN


def said(sentence: str) -> str:
    """The sentence, or several, as the user should read them; what is filled in as well."""
    if not sentence:
        return sentence
    whole = QCoreApplication.translate("Sentences", sentence)
    if whole != sentence:
        return whole
    for pattern, template in _patterns():
        found = pattern.fullmatch(sentence)
        if found is not None:
            translated = QCoreApplication.translate("Sentences", template)
            if translated == template:
                return sentence
            return _filled(translated, [_inside(value) for value in found.groups()])
    parts = re.split(r"(?<=[.?]) (?=[A-Z'{])", sentence)
    return " ".join(map(said, parts)) if len(parts) > 1 else sentence


def _inside(value: str) -> str:
    """What is filled in; a sentence within another has lost its full stop."""
    whole = said(f"{value}.")
    return said(value) if whole == f"{value}." else whole.removesuffix(".")


def _filled(template: str, values: list[str]) -> str:
    return re.sub(r"\{(\d+)\}", lambda mark: values[int(mark[1])], template)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple["re.Pattern[str]", str], ...]:
    """The patterns with something filled in, those that say most first."""
    filled = [template for template in KNOWN if "{0}" in template]
    filled.sort(key=lambda template: -len(re.sub(r"\{\d+\}", "", template)))
    return tuple((_pattern(template), template) for template in filled)


def _pattern(template: str) -> "re.Pattern[str]":
    parts = re.split(r"\{\d+\}", template)
    return re.compile("(.+?)".join(map(re.escape, parts)), re.DOTALL)
