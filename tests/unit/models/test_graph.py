"""The transducers hold the words they were made of, at the costs the language model gives."""

import math
from pathlib import Path

import pytest

from models.recipes import fst, graph, ngram
from models.recipes.lexicon import Pronunciation
from models.recipes.phones import BASES, SILENCE, base_of, leave_arc, positioned

STAY = dict.fromkeys(range(len(BASES)), 0.5)
WORDS: dict[int, list[Pronunciation]] = {
    1: [("K", "AE", "N", "S", "AH", "L")],
    2: [("K", "AE", "N")],
    3: [("R", "IY", "F", "AH", "N", "D")],
    4: [("T", "UW"), ("T", "AH")],
    5: [("T", "UW")],
}
UNIGRAM = {1: 0.1, 2: 0.3, 3: 0.2, 4: 0.3, 5: 0.1}


def _readings(tree: fst.Fst, phones: tuple[int, ...]) -> dict[int, float]:
    """Words that `phones` may be, from the loop state back to it, with the cost above the phones'
    own.
    """
    found: dict[int, float] = {}
    enter = -math.log(0.5)
    todo = [(1, 0, 0, 0.0)]
    while todo:
        state, read, word, cost = todo.pop()
        for label, output, price, target in tree.arcs[state]:
            if target == state:
                continue
            here = word or output
            if label == 0:
                if target == 1 or tree.arcs[target][0][3] == 1:
                    if read == len(phones) and here:
                        found[here] = min(found.get(here, math.inf), cost + price)
                    continue
                todo.append((target, read, here, cost + price))
            elif read < len(phones) and label == leave_arc(phones[read]):
                todo.append((target, read + 1, here, cost + price - enter))
    return found


def test_every_pronunciation_leads_to_its_words_at_their_unigram_cost() -> None:
    tree = graph.words_fst(WORDS, UNIGRAM, STAY, 0.2)
    for word, variants in WORDS.items():
        for variant in variants:
            found = _readings(tree, positioned(variant))
            assert found[word] == pytest.approx(-math.log(UNIGRAM[word]), abs=1e-6)
    assert set(_readings(tree, positioned(("T", "UW")))) == {4, 5}
    assert _readings(tree, positioned(("K", "AE"))) == {}


def test_words_share_what_is_left_to_say() -> None:
    one: dict[int, list[Pronunciation]] = {1: [("B", "IY", "F", "AH", "N", "D")]}
    few = graph.words_fst(one, {1: 0.5}, STAY, 0.2)
    more = graph.words_fst(
        {**one, 2: [("R", "IY", "F", "AH", "N", "D")]},
        {1: 0.5, 2: 0.5},
        STAY,
        0.2,
    )
    assert len(more.arcs) == len(few.arcs) + 1


def test_grammar_and_tree_together_cost_what_the_model_says() -> None:
    counts = ngram.Counts(2)
    for sentence in ([2, 3], [2, 3], [2, 4], [3], [4, 5, 6]):
        counts.add(sentence)
    model = ngram.estimate(counts, 7)
    unigram = {word: model.listed[()][word] for word in range(2, 7)}
    label = {word: word - 1 for word in range(2, 7)}
    made = graph.grammar_fst(model, unigram, label)
    arc = next(arc for arc in made.arcs[0] if arc[0] == label[2])
    cost = arc[2] - math.log(unigram[2])
    assert cost == pytest.approx(-math.log(model.probability((ngram.BOS,), 2)), abs=1e-6)
    assert all(arcs == sorted(arcs) for arcs in ([a[0] for a in state] for state in made.arcs))


def test_files_read_back_as_written(tmp_path: Path) -> None:
    made = graph.words_fst(WORDS, UNIGRAM, STAY, 0.2)
    made.write(tmp_path / "words.fst")
    back = fst.read(tmp_path / "words.fst")
    assert back.final == made.final
    assert [[arc[:2] + arc[3:] for arc in state] for state in back.arcs] == [
        [arc[:2] + arc[3:] for arc in state] for state in made.arcs
    ]
    assert back.arcs[1][0][2] == pytest.approx(made.arcs[1][0][2], rel=1e-6)


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other.fst").write_bytes(b"not a transducer")
    with pytest.raises(ValueError, match="not a vector transducer"):
        fst.read(tmp_path / "other.fst")


def test_phones_of_a_word_know_their_place() -> None:
    begin, inner, end = positioned(("K", "AE", "N"))
    assert [base_of(phone) for phone in (begin, inner, end)] == [
        BASES.index("K"), BASES.index("AE"), BASES.index("N"),
    ]  # fmt: skip
    assert len({begin, inner, end, SILENCE, *positioned(("AY",))}) == 5


def test_a_static_graph_holds_the_whole_language_model() -> None:
    counts = ngram.Counts(2)
    for sentence in ([2, 3], [2, 3], [2, 4], [3], [4, 5, 6]):
        counts.add(sentence)
    model = ngram.estimate(counts, 7)
    by_number = {word: WORDS[word - 1] for word in range(2, 7)}
    label = {word: word - 1 for word in range(2, 7)}
    made = graph.static_fst(model, by_number, label, STAY, 0.2)
    root = 1 + list(model.listed).index((ngram.BOS,))
    first = [arc for arc in made.arcs[root] if arc[1] == label[4]]
    # "refund" alone begins with its first phone here: label and cost stand on that arc.
    cost = first[0][2] + math.log(0.5)
    assert cost == pytest.approx(-math.log(model.probability((ngram.BOS,), 4)), abs=1e-6)
    assert {arc[1] for state in made.arcs for arc in state} == {0, *label.values()}
