"""CMU's en-us language model (BSD; in the wheel of pocketsphinx 5.1.1) as a `Model`: trigrams.

General English, spoken and written, which the texts of calls have too little of. Parsed here from
the file itself, since pocketsphinx 5.1.1 cannot write it out. The file is a trie from the last word
of an n-gram back to its first: unigrams, then bigrams and trigrams packed in bits, their log
probabilities and back-off weights as numbers into tables.
"""

import struct
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.recipes import cmu
from models.recipes.ngram import BOS, EOS, Model

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
_HEAD = b"Trie Language Model\x03"
_LOG = np.log(1.0001)  # log probabilities are stored to this base
_BINS = 16  # bits of a number into a table
_UNIGRAM = np.dtype([("log", "<f4"), ("back_off", "<f4"), ("next", "<u4")])
_SPARE = 0.001  # what a context keeps for words that were left out, at least


@dataclass(frozen=True, slots=True)
class Grams:
    """N-grams of one order: `words` [count, order], oldest first, P(last | others), and the
    back-off weight after each (none of the highest order).
    """

    words: Integers
    p: Floats
    back_off: Floats


@dataclass(frozen=True, slots=True)
class Trigrams:
    """The whole model: its words by number, and its n-grams of order one, two and three."""

    words: list[str]
    orders: tuple[Grams, Grams, Grams]


def load(path: Path | None = None) -> Trigrams:
    """Parse the installed model, or that in `path`; raises cmu.CmuModelMissing."""
    data = (path or cmu.folder().parent / "en-us.lm.bin").read_bytes()
    if not data.startswith(_HEAD):
        raise cmu.CmuModelMissing(
            "The installed pocketsphinx carries another model: install 5.1.1."
        )
    at = len(_HEAD)
    counts = struct.unpack_from("<3I", data, at)
    at += 16  # and the kind of quantization, of which there is one
    tables = np.frombuffer(data, "<f4", 3 << _BINS, at).reshape(3, 1 << _BINS)
    values = np.exp(tables.astype(np.float64) * _LOG)
    at += tables.nbytes
    unigrams = np.frombuffer(data, _UNIGRAM, counts[0] + 1, at)
    at += unigrams.nbytes
    word, onward = counts[0].bit_length(), counts[2].bit_length()
    pairs = _Packed(data, at, counts[1], word + 2 * _BINS + onward)
    at += pairs.size
    triples = _Packed(data, at, counts[2], word + _BINS)
    at += triples.size
    words = data[at + 4 :].decode().split("\0")[:-1]

    # Fewer pairs can be there than were counted: the last unigram's end tells.
    have = int(unigrams["next"][-1])
    last = np.repeat(np.arange(counts[0]), _lengths(unigrams["next"]))
    begins = pairs.field(word + 2 * _BINS, onward)[: have + 1]
    parent = np.repeat(np.arange(have), _lengths(begins))
    before = pairs.field(0, word)[:have]
    kept = int(begins[-1])
    one, one_back = (np.exp(unigrams[name][:-1] * _LOG) for name in ("log", "back_off"))
    two = values[0][pairs.field(word + _BINS, _BINS)[:have]]
    two_back = values[1][pairs.field(word, _BINS)[:have]]
    three = values[2][triples.field(word, _BINS)[:kept]]
    first = triples.field(0, word)[:kept]
    return Trigrams(
        words,
        (
            Grams(np.arange(counts[0])[:, None], one, one_back),
            Grams(np.stack([before, last], 1), two, two_back),
            Grams(np.stack([first, before[parent], last[parent]], 1), three, np.empty(0)),
        ),
    )


def _lengths(begins: NDArray[np.uint32] | Integers) -> Integers:
    """How many entries lie between each beginning and the next."""
    ends = begins.astype(np.int64)
    return ends[1:] - ends[:-1]


class _Packed:
    """Records of `width` bits one after the other, one more than counted (it ends the last)."""

    def __init__(self, data: bytes, at: int, count: int, width: int) -> None:
        self.count, self.width = count, width
        self.size = ((1 + count) * width + 7) // 8 + 8
        self._bytes = np.frombuffer(data, np.uint8, self.size, at)

    def field(self, offset: int, width: int) -> Integers:
        """The number in `width` bits from `offset` of every record."""
        at = np.arange(self.count + 1, dtype=np.int64) * self.width + offset
        value = np.zeros(len(at), np.uint64)
        for number in range(8):
            place = np.minimum((at >> 3) + number, self.size - 1)
            value |= self._bytes[place].astype(np.uint64) << np.uint64(8 * number)
        value >>= (at & 7).astype(np.uint64)
        return (value & np.uint64((1 << width) - 1)).astype(np.int64)


def frequent(trigrams: Trigrams, most: int) -> list[str]:
    """The `most` frequent words, those with a full stop or a hyphen left out."""
    order = np.argsort(-trigrams.orders[0].p, kind="stable")[:most]
    words = (trigrams.words[number] for number in order)
    return [word for word in words if word.replace("'", "").isalpha()]


def model(trigrams: Trigrams, number: Mapping[str, int], least: float) -> Model:
    """The same over the words of `number`. N-grams rarer than `least` (joint probability) and those
    with other words back off.
    """
    known = {"</s>": EOS, "<s>": BOS, **number}
    ids = np.array([known.get(word, -1) for word in trigrams.words])
    one, two, three = trigrams.orders
    made = Model(3, max(number.values()) + 1)
    alone = one.p * (ids > BOS)
    made.listed[()] = dict(_listed(ids, alone / alone.sum()))
    reach = one.p.copy()
    reach[trigrams.words.index("<s>")] = one.p[trigrams.words.index("</s>")]
    joint = reach[two.words[:, 0]] * two.p
    keep = (ids[two.words[:, 0]] >= BOS) & (ids[two.words[:, 1]] > BOS) & (joint > least)
    _add(made, ids[two.words[keep]], two.p[keep])

    size = len(trigrams.words)
    code = two.words[:, 0] * size + two.words[:, 1]
    order = np.argsort(code)
    wanted = three.words[:, 0] * size + three.words[:, 1]
    found = np.minimum(np.searchsorted(code[order], wanted), len(code) - 1)
    prefix = order[found]
    seen = (ids[three.words[:, :2]] >= BOS).all(1) & (ids[three.words[:, 2]] > BOS)
    keep = seen & (code[prefix] == wanted) & (joint[prefix] * three.p > least)
    _add(made, ids[three.words[keep]], three.p[keep])
    for context, words in made.listed.items():
        total = sum(words.values())
        if context and total > 1 - _SPARE:
            made.listed[context] = {w: p * (1 - _SPARE) / total for w, p in words.items()}
    made.renew_back_offs()
    return made


def _listed(ids: Integers, p: Floats) -> Iterator[tuple[int, float]]:
    for word, share in zip(ids.tolist(), p.tolist(), strict=True):
        if word > BOS:
            yield word, share


def _add(made: Model, words: Integers, p: Floats) -> None:
    for (*context, word), share in zip(words.tolist(), p.tolist(), strict=True):
        made.listed.setdefault(tuple(context), {})[word] = share


def missing(
    words: Iterable[str], trigrams: Trigrams, most: int, known: Mapping[str, Collection[object]]
) -> list[str]:
    """Words among the `most` frequent that `words` lacks and `known` can say, unless one of
    `words` sounds the same: "cant" and "mr" would only be other spellings.
    """
    words = set(words)
    said = {sound for word in words for sound in known.get(word, ())}
    lacking = (word for word in frequent(trigrams, most) if word not in words)
    return [word for word in lacking if word in known and not said & set(known[word])]
