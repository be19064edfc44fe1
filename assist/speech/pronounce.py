"""How a word that no dictionary has is said: letters to phones, learned from a dictionary.

The knowledge is a file made by `models/recipes/g2p.py`: a language model over pieces, each a
letter with the phones it makes there ("ph" is p→F, h→nothing). The likeliest sequences of pieces
that spell the word are searched for over the whole word, so that a silent e at the end can change
the vowel before.
"""

import bisect
import math
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assist.speech.errors import SpeechError

Pronunciation = tuple[str, ...]

STEP = 1 / 16
"""Costs (-ln p) are kept in a byte, in steps of this."""

SHIFT = 3.0
"""Back-off costs may be below zero; they are kept with this added."""

BEGIN, END = 0, 1
"""Numbers of what stands before a word's first piece and after its last; pieces follow."""

LONGEST = 40
"""Letters of a word that are looked at; no name of the census has more than 15."""

_BEAM = 16
"""Beginnings of the word that are kept at each letter; with 60 as many held-out words are right."""

_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "th", "þ": "th", "ı": "i"}
)
_SILENT = {ord(sign): None for sign in "'’‘ʼ."}


def plain_letters(word: str) -> str:
    """The letters a to z of a word, accents left out; "" where there is anything else in it.

    Apostrophes are silent. How a digit or another script's letter is said nobody here can tell.
    """
    decomposed = unicodedata.normalize("NFKD", word.lower().translate(_PLAIN))
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    letters = letters.translate(_SILENT)
    return letters if letters.isascii() and letters.isalpha() else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beginning:
    """A way to say the first letters: its cost, the latest pieces and the phones so far."""

    cost: float
    pieces: tuple[int, ...]
    phones: Pronunciation


class Pronouncer:
    """Guesses pronunciations. May be shared by threads."""

    def __init__(self, file: Path) -> None:
        """Raises SpeechError where the file is missing or not what the recipe makes."""
        try:
            with file.open("rb") as opened, np.load(opened, allow_pickle=False) as stored:
                self._read({name: stored[name] for name in stored.files})
        except OSError as error:
            raise SpeechError(f"{file} cannot be read ({error.strerror}).") from None
        except (ValueError, KeyError, IndexError, zipfile.BadZipFile, EOFError):
            raise SpeechError(f"{file} is damaged; install the app again.") from None

    def _read(self, arrays: dict[str, NDArray[np.uint8]]) -> None:
        pieces = bytes(arrays["pieces"]).decode("ascii").splitlines()
        self._pieces: dict[str, list[tuple[int, Pronunciation]]] = {}
        for number, line in enumerate(pieces, start=END + 1):
            self._pieces.setdefault(line[0], []).append((number, tuple(line[1:].split())))
        self._size = END + 1 + len(pieces)
        # Contexts are numbered so that these keys rise: a context's place is its number, less one.
        self._contexts = _keys(arrays["context_count"], arrays["context_piece"], self._size)
        self._shorter = np.concatenate([[0], self._contexts // self._size])
        self._back_off = arrays["back_off"] * STEP - SHIFT
        self._grams = _keys(arrays["gram_count"], arrays["gram_piece"], self._size)
        self._cost = arrays["cost"] * STEP
        self._order = int(arrays["order"])
        if len(self._grams) != len(self._cost) or len(self._shorter) != len(self._back_off):
            raise ValueError("parts of different length")

    def __call__(self, word: str, most: int = 1) -> tuple[Pronunciation, ...]:
        """Up to `most` pronunciations of a word, likeliest first; none for what has no plain
        letters. A second one is at least a third as likely as the first.
        """
        letters = plain_letters(word)[:LONGEST]
        if any(letter not in self._pieces for letter in letters) or not letters:
            return ()
        kept = [_Beginning(cost=0.0, pieces=(BEGIN,), phones=())]
        for letter in letters:
            kept = self._continued(kept, letter)
        total: dict[Pronunciation, float] = {}
        for one in kept:
            if one.phones:
                p = math.exp(-one.cost - self._price(self._context(one.pieces), END))
                total[one.phones] = total.get(one.phones, 0.0) + p
        ranked = sorted(total, key=lambda phones: -total[phones])
        return tuple(phones for phones in ranked[:most] if total[phones] * 3 >= total[ranked[0]])

    def _continued(self, kept: list[_Beginning], letter: str) -> list[_Beginning]:
        """The cheapest beginnings that are one letter longer; of those that go on alike and sound
        alike, one.
        """
        found: dict[tuple[int, Pronunciation], _Beginning] = {}
        for one in kept:
            context = self._context(one.pieces)
            for number, phones in self._pieces[letter]:
                cost = one.cost + self._price(context, number)
                pieces = (*one.pieces, number)[1 - self._order :]
                longer = _Beginning(cost=cost, pieces=pieces, phones=one.phones + phones)
                key = self._context(pieces), longer.phones
                if key not in found or cost < found[key].cost:
                    found[key] = longer
        return sorted(found.values(), key=lambda one: one.cost)[:_BEAM]

    def _context(self, pieces: tuple[int, ...]) -> int:
        """The number of the longest known context that ends like `pieces`."""
        context = 0
        for piece in reversed(pieces):
            key = context * self._size + piece
            at = bisect.bisect_left(self._contexts, key)
            if at == len(self._contexts) or self._contexts[at] != key:
                break
            context = at + 1
        return context

    def _price(self, context: int, piece: int) -> float:
        """-ln P(piece | context)."""
        paid = 0.0
        while True:
            key = context * self._size + piece
            at = bisect.bisect_left(self._grams, key)
            if at < len(self._grams) and self._grams[at] == key:
                return paid + float(self._cost[at])
            if not context:
                return paid + 255 * STEP
            paid += float(self._back_off[context])
            context = int(self._shorter[context])


def _keys(counts: NDArray[np.uint8], pieces: NDArray[np.uint8], size: int) -> NDArray[np.int64]:
    """context * size + piece of each entry, from how many entries each context has."""
    contexts = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
    keys: NDArray[np.int64] = contexts * size + pieces
    return keys
