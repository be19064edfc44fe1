"""A customer's name in what stands on the agent's screen: a window's title, or what was copied."""

import re
from collections.abc import Iterable

LONGEST_NAME = 80

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_MOST_WORDS = 6


def name_in_titles(titles: Iterable[str], pattern: str) -> str:
    """The name that the first title with one shows; "" where none does, or without a pattern.

    `pattern` is a regular expression with a group `name`, as the user set it: without one no title
    is read, since a title may be anything.
    """
    if not pattern:
        return ""
    expression = re.compile(pattern)
    for title in titles:
        found = expression.search(title)
        name = name_in_text(found["name"] or "") if found else ""
        if name:
            return name
    return ""


def name_in_text(text: str) -> str:
    """The text if it can be somebody's name, else "": a few words, no number, no address."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    if len(lines) != 1 or not 0 < len(lines[0]) <= LONGEST_NAME:
        return ""
    words = lines[0].removesuffix(",").split()
    is_name = len(words) <= _MOST_WORDS and all(map(_is_word, words))
    return " ".join(words) if is_name else ""


def _is_word(word: str) -> bool:
    return _WORD.fullmatch(word.removesuffix(",")) is not None
