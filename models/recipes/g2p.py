"""Letters to sounds, learned from the CMU dictionary: which phones a letter tends to make among its
neighbours.

Each dictionary word is first aligned, letters to phones (a letter makes none, one or two phones),
by expectation maximisation; then every letter's outcome is counted with up to three letters of
context on each side. A new word takes, letter by letter, the commonest outcome of the widest
context seen often enough.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from models.recipes.lexicon import Pronunciation

Piece = tuple[str, ...]
_SIDES = (
    (3, 3),
    (3, 2),
    (2, 3),
    (2, 2),
    (1, 3),
    (2, 1),
    (1, 2),
    (1, 1),
    (0, 2),
    (1, 0),
    (0, 1),
    (0, 0),
)
_LONGEST = 2  # phones one letter can make, as x in "box"


def _align(
    word: str, phones: Pronunciation, cost: dict[tuple[str, Piece], float]
) -> list[Piece] | None:
    """The cheapest way to share out `phones` among the letters; None if they are too many."""
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for letter in word:
        row: dict[int, tuple[float, int]] = {}
        for begin, (spent, _) in best[-1].items():
            for size in range(_LONGEST + 1):
                piece = phones[begin : begin + size]
                if len(piece) < size:
                    break
                total = spent + cost.get((letter, piece), 12.0 + 3 * abs(size - 1))
                end = begin + size
                if end not in row or total < row[end][0]:
                    row[end] = (total, begin)
        best.append(row)
    if len(phones) not in best[-1]:
        return None
    pieces, end = [], len(phones)
    for row in reversed(best[1:]):
        begin = row[end][1]
        pieces.append(phones[begin:end])
        end = begin
    return pieces[::-1]


def _first_costs(words: list[tuple[str, Pronunciation]]) -> dict[tuple[str, Piece], float]:
    """Costs to begin with: letters go with the phones that stand at the same place in many
    words.
    """
    near: dict[tuple[str, Piece], float] = defaultdict(float)
    total: dict[str, float] = defaultdict(float)
    for word, phones in words:
        for i, letter in enumerate(word):
            for j, phone in enumerate(phones):
                weight = math.exp(-8 * abs((i + 0.5) / len(word) - (j + 0.5) / len(phones)))
                near[letter, (phone,)] += weight
                total[letter] += weight
    cost = {key: -math.log(weight / total[key[0]]) for key, weight in near.items()}
    return cost | {(letter, ()): 2.5 for letter in total}


class Guesser:
    """Learned letter-to-sound rules."""

    def __init__(self, dictionary: Iterable[tuple[str, Pronunciation]], rounds: int = 4) -> None:
        plain = [(word, phones) for word, phones in dictionary if word.isalpha() and word.isascii()]
        sample = plain[:: max(1, len(plain) // 12000)]
        cost = _first_costs(sample)
        aligned: list[tuple[str, list[Piece]]] = []
        for number in range(rounds):
            part = plain if number == rounds - 1 else sample
            found = ((word, _align(word, phones, cost)) for word, phones in part)
            aligned = [(word, pieces) for word, pieces in found if pieces is not None]
            count: Counter[tuple[str, Piece]] = Counter()
            letters: Counter[str] = Counter()
            for word, pieces in aligned:
                count.update(zip(word, pieces, strict=True))
                letters.update(word)
            cost = {
                (letter, piece): -math.log(times / letters[letter])
                for (letter, piece), times in count.items()
            }
        outcomes: dict[str, Counter[Piece]] = defaultdict(Counter)
        for word, pieces in aligned:
            for at, piece in enumerate(pieces):
                for key in self._contexts(word, at):
                    outcomes[key][piece] += 1
        # Outcome per context, where it was seen twice; the bare letters always have one.
        self.rules = {
            key: seen.most_common(1)[0][0]
            for key, seen in outcomes.items()
            if seen.total() > 1 or len(key) == 3
        }

    @staticmethod
    def _contexts(word: str, at: int) -> list[str]:
        padded = f"###{word}###"
        before, letter, after = padded[at : at + 3], padded[at + 3], padded[at + 4 : at + 7]
        return [f"{before[3 - left :]}<{letter}>{after[:right]}" for left, right in _SIDES]

    def __call__(self, word: str) -> Pronunciation:
        """A pronunciation for any word of letters; apostrophes are silent."""
        letters = "".join(letter for letter in word.lower() if "a" <= letter <= "z")
        phones: list[str] = []
        for at in range(len(letters)):
            piece = next(
                (self.rules[key] for key in self._contexts(letters, at) if key in self.rules), ()
            )
            # A doubled consonant is said once.
            phones += [phone for phone in piece if not (phones and phones[-1] == phone)]
        return tuple(phones) or ("AH",)
