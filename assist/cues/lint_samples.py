"""What a pattern matches, spelled out: a few word sequences for comparing patterns."""

import re
from collections.abc import Mapping, Sequence
from itertools import product

from assist.core.language import Language
from assist.core.tokens import WORD

ANY = "zzany"
"""Stands for whatever word a gap or `_` takes; no pattern names it."""

_MARK = re.compile(r"\.\.\.\d*|[()\[\]|^$_]|\{[^}]*\}")

Samples = list[tuple[str, ...]]


def samples(
    pattern: str, named: Mapping[str, str], language: Language, *, limit: int = 48
) -> tuple[tuple[str, ...], ...]:
    """Up to `limit` token sequences that a sound pattern matches, short ones first.

    A gap is shown empty and with one word, a family by each of its forms. `^` and `$` are left out.
    """
    found, rest = _alternatives(_pieces(pattern), named, language, limit)
    assert not rest
    return tuple(dict.fromkeys(sorted(found, key=len)))[:limit]


def _pieces(pattern: str) -> list[str]:
    lowered = pattern.lower().replace("\u2019", "'")
    pieces: list[str] = []
    at = 0
    while at < len(lowered):
        mark = _MARK.match(lowered, at)
        word = None if mark else WORD.match(lowered, at)
        if mark:
            pieces.append(mark.group() if mark.group()[0] != "{" else pattern[at : mark.end()])
            at = mark.end()
        elif word:
            at = word.end()
            is_family = lowered.startswith("*", at)
            pieces.append(word.group() + "*" * is_family)
            at += is_family
        else:
            at += 1
    return pieces


def _alternatives(
    pieces: Sequence[str], named: Mapping[str, str], language: Language, limit: int
) -> tuple[Samples, Sequence[str]]:
    choices: list[Samples] = []
    while True:
        found, pieces = _sequence(pieces, named, language, limit)
        choices.append(found)
        if not pieces or pieces[0] != "|":
            # Each choice has its share, so that a long list does not hide the last ones.
            share = max(1, limit // len(choices))
            return [each for choice in choices for each in choice[:share]], pieces
        pieces = pieces[1:]


def _sequence(
    pieces: Sequence[str], named: Mapping[str, str], language: Language, limit: int
) -> tuple[Samples, Sequence[str]]:
    found: Samples = [()]
    while pieces and pieces[0] not in ("|", ")", "]"):
        piece, pieces = pieces[0], pieces[1:]
        if piece in ("(", "["):
            inner, pieces = _alternatives(pieces, named, language, limit)
            pieces = pieces[1:]
            options = inner if piece == "(" else [(), *inner]
        else:
            options = _options(piece, named, language, limit)
        found = [(*head, *tail) for head, tail in product(found, options)][:limit]
    return found, pieces


def _options(piece: str, named: Mapping[str, str], language: Language, limit: int) -> Samples:
    if piece in ("^", "$"):
        return [()]
    if piece == "_":
        return [(ANY,)]
    if piece.startswith("..."):
        return [(), (ANY,)]
    if piece.startswith("{"):
        return _alternatives(_pieces(named[piece[1:-1]]), named, language, limit)[0]
    if piece.endswith("*"):
        return [(form,) for form in language.inflections(piece[:-1])]
    return [tuple(language.expand(piece))]
