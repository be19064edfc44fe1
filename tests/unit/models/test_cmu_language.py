"""The trigrams of a CMU model are read from their bits, and can be mixed into ours."""

import math
import struct
from pathlib import Path

import numpy as np
import pytest

from models.recipes import cmu, cmu_language
from models.recipes.ngram import BOS, EOS, Counts, Model, estimate, mixed

WORDS = ["</s>", "<s>", "bank", "river", "the"]
UNIGRAMS = [0.2, 1e-30, 0.1, 0.1, 0.6]
# By their last word, as the file has them: (last word, words before it) -> probability.
PAIRS = [(0, 2, 0.5), (2, 3, 0.25), (2, 4, 0.25), (3, 4, 0.4), (4, 1, 0.8)]
TRIPLES = [(2, 4, 1, 0.7)]  # <s> the bank
NEXT_PAIR = [0, 1, 1, 3, 4, 5]
NEXT_TRIPLE = [0, 0, 0, 1, 1, 1]


def _log(p: float) -> float:
    return math.log(p) / math.log(1.0001)


def _packed(records: list[list[tuple[int, int]]]) -> bytes:
    """Fields of (value, bits), the least significant bit first."""
    value = at = 0
    for record in records:
        for field, bits in record:
            value |= field << at
            at += bits
    return value.to_bytes((at + 7) // 8 + 8, "little")


def written(path: Path) -> Path:
    """A small model as pocketsphinx stores one."""
    tables = np.zeros((3, 1 << 16), "<f4")
    tables[0, : len(PAIRS)] = [_log(p) for *_, p in PAIRS]
    tables[1, :] = _log(0.5)
    tables[2, 0] = _log(TRIPLES[0][-1])
    unigrams = b"".join(
        struct.pack("<ffI", _log(p), _log(0.5), begin)
        for p, begin in zip([*UNIGRAMS, 1.0], NEXT_PAIR, strict=True)
    )
    pairs = [
        [(before, 3), (7, 16), (number, 16), (NEXT_TRIPLE[number], 1)]
        for number, (_, before, _) in enumerate(PAIRS)
    ]
    pairs.append([(0, 3), (0, 16), (0, 16), (NEXT_TRIPLE[-1], 1)])
    triples = [[(TRIPLES[0][2], 3), (0, 16)], [(0, 3), (0, 16)]]
    words = b"".join(word.encode() + b"\0" for word in WORDS)
    counts = struct.pack("<3I", len(WORDS), len(PAIRS), len(TRIPLES))
    path.write_bytes(
        b"Trie Language Model\x03" + counts + struct.pack("<i", 1) + tables.tobytes() + unigrams
        + _packed(pairs) + _packed(triples) + struct.pack("<i", len(words)) + words
    )  # fmt: skip
    return path


def test_words_and_ngrams_come_out_as_they_were_packed(tmp_path: Path) -> None:
    read = cmu_language.load(written(tmp_path / "small.lm.bin"))
    assert read.words == WORDS
    one, two, three = read.orders
    assert one.p == pytest.approx(UNIGRAMS, rel=1e-3)
    assert two.words.tolist() == [[before, last] for last, before, _ in PAIRS]
    assert two.p == pytest.approx([p for *_, p in PAIRS], rel=1e-3)
    assert three.words.tolist() == [[1, 4, 2]]
    assert three.p == pytest.approx([0.7], rel=1e-3)


def test_the_installed_model_sums_to_one() -> None:
    pytest.importorskip("pocketsphinx", reason="the recipes are not installed")
    read = cmu_language.load()
    one, two, three = read.orders
    assert one.p.sum() == pytest.approx(1, abs=1e-3)
    # Whatever came before, a word follows: no context may promise more than that.
    contexts = three.words[:, 0] * len(read.words) + three.words[:, 1]
    for before, p in ((two.words[:, 0], two.p), (np.unique_inverse(contexts)[1], three.p)):
        assert np.bincount(before, p).max() < 1.01


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"Trie Language Model\x05 and more")
    with pytest.raises(cmu.CmuModelMissing, match="carries another model"):
        cmu_language.load(tmp_path / "other")


def _model(tmp_path: Path, least: float) -> Model:
    numbers = {"the": 2, "bank": 3, "teller": 4}
    read = cmu_language.load(written(tmp_path / "small.lm.bin"))
    return cmu_language.model(read, numbers, least)


def test_a_model_over_our_words_is_a_distribution(tmp_path: Path) -> None:
    model = _model(tmp_path, 0.0)
    assert sum(model.listed[()].values()) == pytest.approx(1)
    for context in [(BOS,), (BOS, 2), (2,), (3,)]:
        total = sum(model.probability(context, word) for word in (EOS, 2, 3))
        assert total == pytest.approx(1)
    assert model.probability((BOS, 2), 3) == pytest.approx(0.7, rel=1e-3)
    assert model.probability((2,), 3) == pytest.approx(0.25, rel=1e-3)
    assert model.probability((), 4) == 0  # a word that only we know


def test_what_is_too_rare_backs_off(tmp_path: Path) -> None:
    model = _model(tmp_path, 0.16)
    assert (BOS, 2) not in model.listed  # 0.2 * 0.8 * 0.7
    assert model.probability((BOS,), 2) == pytest.approx(0.8, rel=1e-3)  # 0.2 * 0.8 stays


def test_words_that_only_look_different_are_not_added(tmp_path: Path) -> None:
    read = cmu_language.load(written(tmp_path / "small.lm.bin"))
    sounds: dict[str, list[tuple[str, ...]]]
    sounds = {"the": [("DH", "AH")], "thuh": [("DH", "AH")], "bank": [("B",)], "river": [("R",)]}
    assert cmu_language.missing(["bank", "thuh"], read, 5, sounds) == ["river"]


def test_a_mixture_is_the_mean_of_what_both_say(tmp_path: Path) -> None:
    counts = Counts(3)
    for sentence in ([4, 3], [2, 3, 4], [2, 4]):
        counts.add(sentence)
    ours, general = estimate(counts, 5), _model(tmp_path, 0.0)
    both = mixed(ours, general, 0.25)
    for context, word in [((), 2), ((2,), 3), ((BOS, 2), 3), ((2, 3), 4)]:
        expected = 0.75 * ours.probability(context, word) + 0.25 * general.probability(
            context, word
        )
        assert both.probability(context, word) == pytest.approx(expected)
    for context in both.listed:
        assert sum(both.probability(context, word) for word in range(1, 5)) == pytest.approx(1)
