"""Letters to sounds, learned from the CMU dictionary: `python -m models.recipes.g2p`.

Each dictionary word is first aligned, letters to phones (a letter makes none, one or two phones),
by expectation maximisation. A letter with its phones is a piece, and an n-gram model over pieces
(see ngram.py) tells how likely a whole word's pieces are; `assist/speech/pronounce.py` searches it.
"""

import argparse
import hashlib
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from assist.speech.pronounce import BEGIN, END, SHIFT, STEP, Pronouncer
from models.recipes.lexicon import Pronunciation, cmu_dictionary
from models.recipes.measure import edits
from models.recipes.ngram import BOS, EOS, Counts, Model, estimate, prune

assert (BEGIN, END) == (BOS, EOS)
Piece = tuple[str, ...]
TARGET = Path(__file__).parents[1] / "pronunciation" / "english.npz"
ORDER, KEPT = 8, 330_000
_LONGEST = 2  # phones one letter can make, as x in "box"
_RARE = 8  # pieces seen less often are the dictionary's slips; their words are left out


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


Aligned = list[tuple[str, list[Piece]]]


def aligned(dictionary: Sequence[tuple[str, Pronunciation]], rounds: int = 4) -> Aligned:
    """The words of `dictionary` whose letters could be aligned, with the phones of each letter."""
    sample = list(dictionary[:: max(1, len(dictionary) // 12000)])
    cost = _first_costs(sample)
    made: Aligned = []
    for number in range(rounds):
        part = dictionary if number == rounds - 1 else sample
        found = ((word, _align(word, phones, cost)) for word, phones in part)
        made = [(word, pieces) for word, pieces in found if pieces is not None]
        count: Counter[tuple[str, Piece]] = Counter()
        letters: Counter[str] = Counter()
        for word, pieces in made:
            count.update(zip(word, pieces, strict=True))
            letters.update(word)
        cost = {
            (letter, piece): -math.log(times / letters[letter])
            for (letter, piece), times in count.items()
        }
    return made


def learn(words: Aligned, order: int, keep: int) -> tuple[list[tuple[str, Piece]], Model]:
    """The pieces (numbers from END + 1 on), and the model over them with `keep` n-grams above order
    one.
    """
    count = Counter(piece for word, pieces in words for piece in zip(word, pieces, strict=True))
    common = sorted(piece for piece, times in count.items() if times >= min(_RARE, len(words) / 50))
    number = {piece: index for index, piece in enumerate(common, END + 1)}
    counts = Counts(order)
    for word, pieces in words:
        spelled = list(zip(word, pieces, strict=True))
        if all(piece in number for piece in spelled):
            counts.add([number[piece] for piece in spelled])
    model = estimate(counts, len(common) + 2, unigram_floor=0.001, discount=0.85)
    prune(model, 0.0, keep)
    return common, model


def write(file: Path, pieces: Sequence[tuple[str, Piece]], model: Model) -> None:
    """The file that `Pronouncer` reads."""
    contexts = {context[at:] for context in model.listed for at in range(len(context) + 1)}
    size = END + 1 + len(pieces)
    # By length, then by the number of the context without its oldest piece, then by that piece.
    place: dict[tuple[int, ...], int] = {(): 0}
    level: list[tuple[int, ...]] = [()]
    while level:
        longer = defaultdict(list)
        for context in contexts:
            if len(context) == len(level[0]) + 1:
                longer[context[1:]].append(context)
        level = [one for shorter in level for one in sorted(longer[shorter])]
        for context in level:
            place[context] = len(place)
    ordered = list(place)
    children = Counter(place[context[1:]] for context in ordered[1:])
    grams = [(context, sorted(model.listed.get(context, {}).items())) for context in ordered]
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        file,
        pieces=np.frombuffer(
            "\n".join(f"{letter}{' '.join(phones)}" for letter, phones in pieces).encode(), np.uint8
        ),
        order=np.uint8(model.order),
        context_count=_counts([children[number] for number in range(len(ordered))]),
        context_piece=np.array([context[0] for context in ordered[1:]], np.uint16),
        back_off=_bytes(
            [SHIFT - math.log(max(model.back_off.get(one, 1.0), 1e-9)) for one in ordered]
        ),
        gram_count=_counts([len(words) for _, words in grams]),
        gram_piece=np.array([word for _, words in grams for word, _ in words], np.uint16),
        cost=_bytes([-math.log(p) for _, words in grams for _, p in words]),
    )
    assert size < 65536


def _counts(values: Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.uint16]]:
    return np.array(values, np.uint16)


def _bytes(costs: Sequence[float]) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.clip(np.round(np.array(costs) / STEP), 0, 255).astype(np.uint8)


class Guess(Protocol):
    """What guesses pronunciations, as a `Pronouncer` does."""

    def __call__(self, word: str, most: int = 1) -> tuple[Pronunciation, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How well held-out words are pronounced: shares of wrong phones and words, the latter for the
    first guess and for the better of two, with the interval of 95 %.
    """

    words: int
    phone_errors: float
    word_errors: float
    low: float
    high: float
    of_two: float

    def __str__(self) -> str:
        interval = f"{100 * self.low:.1f} – {100 * self.high:.1f}"
        return (
            f"{self.words:,} words: {100 * self.phone_errors:.1f} % of phones wrong, "
            f"{100 * self.word_errors:.1f} % of words ({interval}), "
            f"{100 * self.of_two:.1f} % with the better of two guesses"
        )


def judge(pronounce: Guess, words: Sequence[tuple[str, Sequence[Pronunciation]]]) -> Held:
    """Compare with a dictionary; the nearest of a word's pronunciations counts."""
    wrong = total = failed = failed_twice = 0
    for word, variants in words:
        guesses = pronounce(word, 2) or ((),)
        away, length = min((edits(variant, guesses[0]), len(variant)) for variant in variants)
        wrong, total = wrong + away, total + length
        failed += away > 0
        failed_twice += not any(guess in variants for guess in guesses)
    share = failed / len(words)
    half = 1.96 * math.sqrt(share * (1 - share) / len(words))
    return Held(
        words=len(words),
        phone_errors=wrong / total,
        word_errors=share,
        low=share - half,
        high=share + half,
        of_two=failed_twice / len(words),
    )


def is_held_out(word: str) -> bool:
    """One word in twenty, always the same; its inflections go with it."""
    stem = word.split("'")[0].removesuffix("s").encode()
    return hashlib.sha256(stem).digest()[0] % 20 == 0


def train(table: dict[str, list[Pronunciation]], file: Path) -> None:
    """Learn from the words of `table` that are not held out."""
    taught = [
        (word, variant)
        for word, variants in sorted(table.items())
        for variant in variants[:2]
        if word.isalpha() and word.isascii() and not is_held_out(word)
    ]
    write(file, *learn(aligned(taught), ORDER, KEPT))


def main(arguments: Iterable[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m models.recipes.g2p", description=__doc__)
    parser.add_argument("--target", type=Path, default=TARGET)
    parser.add_argument("--judge-only", action="store_true", help="only measure what is there")
    given = parser.parse_args(None if arguments is None else list(arguments))
    table = cmu_dictionary()
    if not given.judge_only:
        train(table, given.target)
        print(f"{given.target}: {given.target.stat().st_size / 1e6:.2f} MB")
    held = [(word, v) for word, v in sorted(table.items()) if word.isalpha() and is_held_out(word)]
    sample = random.Random(0).sample(held, min(4000, len(held)))
    print(judge(Pronouncer(given.target), sample))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
