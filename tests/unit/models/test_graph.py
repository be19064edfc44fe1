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
SILENCE_PROBABILITY = 0.2


def _model() -> ngram.Model:
    """A bigram model of the words 2 to 6, whose pronunciations are WORDS[word - 1]."""
    counts = ngram.Counts(2)
    for sentence in ([2, 3], [2, 3], [2, 4], [3], [4, 5, 6]):
        counts.add(sentence)
    return ngram.estimate(counts, 7)


def _static(model: ngram.Model) -> fst.Fst:
    by_number = {word: WORDS[word - 1] for word in range(2, 7)}
    label = {word: word - 1 for word in range(2, 7)}
    made, _ = graph.static_fst(model, by_number, label, STAY, SILENCE_PROBABILITY)
    return made


def _cost(made: fst.Fst, phones: tuple[int, ...], labels: tuple[int, ...]) -> float:
    """The least cost of saying `phones` as the words `labels` and ending there, without pauses and
    without what the phones' own durations cost.
    """
    enter = -math.log(0.5)
    no_pause = -math.log(1 - SILENCE_PROBABILITY)
    best = math.inf
    todo = [(made.start, 0, 0, 0.0)]
    while todo:
        state, read, said, cost = todo.pop()
        if cost >= best:
            continue
        if read == len(phones) and said == len(labels) and state in made.final:
            ends = (said + 1) * no_pause  # after each word, and before the first
            best = min(best, cost + made.final[state] - ends)
        for entered, word, price, target in made.arcs[state]:
            if target == state or (word and labels[said : said + 1] != (word,)):
                continue
            if entered == 0:
                todo.append((target, read, said + bool(word), cost + price))
            elif read < len(phones) and entered == leave_arc(phones[read]):
                todo.append((target, read + 1, said + bool(word), cost + price - enter))
    return best


SEEN = ((2, 3), (2, 4), (3,), (4, 5, 6))
UNSEEN = ((6, 2), (5, 5), (3, 4))


@pytest.mark.parametrize("sentence", SEEN + UNSEEN, ids=str)
def test_a_sentence_costs_in_the_graph_what_the_model_says(sentence: tuple[int, ...]) -> None:
    model = _model()
    phones: tuple[int, ...] = ()
    expected = 0.0
    context: ngram.Context = (ngram.BOS,)
    for word in sentence:
        phones += positioned(WORDS[word - 1][0])
        expected -= math.log(model.probability(context, word))
        context = (*context, word)
    expected -= math.log(model.probability(context, ngram.EOS))
    cost = _cost(_static(model), phones, tuple(word - 1 for word in sentence))
    # Never dearer; what was not seen together may be cheaper as two sentences in a row.
    assert cost <= expected + 1e-6
    if sentence in SEEN:
        assert cost == pytest.approx(expected, abs=1e-6)


def test_every_pronunciation_can_be_said() -> None:
    made = _static(_model())
    for number, variants in WORDS.items():
        for variant in variants:
            assert math.isfinite(_cost(made, positioned(variant), (number,)))
    assert _cost(made, positioned(("K", "AE")), (2,)) == math.inf


def test_words_share_what_is_left_to_say() -> None:
    counts = ngram.Counts(1)
    counts.add([2])
    counts.add([3])
    begins_alike: dict[int, list[Pronunciation]] = {
        2: [("B", "IY", "F", "AH", "N", "D")],
        3: [("R", "IY", "F", "AH", "N", "D")],
    }
    other_tail: dict[int, list[Pronunciation]] = {**begins_alike, 3: [("R", "UW", "T", "IH", "NG")]}
    label = {2: 1, 3: 2}
    model = ngram.estimate(counts, 4)
    shared, _ = graph.static_fst(model, begins_alike, label, STAY, SILENCE_PROBABILITY)
    apart, _ = graph.static_fst(model, other_tail, label, STAY, SILENCE_PROBABILITY)
    assert len(apart.arcs) - len(shared.arcs) >= 3


NAMES = 6  # the word number that stands for a class
MEMBERS = [
    graph.Member(label=11, cost=-math.log(0.75), variants=[("AE", "N")]),
    graph.Member(label=12, cost=-math.log(0.25), variants=[("B", "AA", "B")]),
]


def _with_names() -> tuple[ngram.Model, fst.Fst, dict[int | None, graph.Gate]]:
    model = _model()
    by_number = {word: WORDS[word - 1] for word in range(2, 6)}
    label = {word: word - 1 for word in range(2, 6)}
    made, gates = graph.static_fst(
        model, by_number, label, STAY, SILENCE_PROBABILITY, {NAMES: MEMBERS}
    )
    return model, made, gates


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: str(member.label))
def test_a_name_costs_what_its_class_costs_and_its_share_of_it(member: graph.Member) -> None:
    model, made, _ = _with_names()
    expected = member.cost
    context: ngram.Context = (ngram.BOS,)
    for word in (4, 5, NAMES, ngram.EOS):
        expected -= math.log(model.probability(context, word))
        context = (*context, word)
    phones = [*WORDS[3][:1], *WORDS[4][:1], *member.variants]
    said = tuple(phone for variant in phones for phone in positioned(variant))
    assert _cost(made, said, (3, 4, member.label)) == pytest.approx(expected, abs=1e-6)


def test_a_context_that_remembers_what_stood_before_a_name_is_refused() -> None:
    counts = ngram.Counts(3)
    for _ in range(3):
        counts.add([2, NAMES, 3])
    model = ngram.estimate(counts, 7)
    by_number = {word: WORDS[word - 1] for word in range(2, 6)}
    with pytest.raises(ValueError, match="remembers more"):
        graph.static_fst(
            model, by_number, {word: word - 1 for word in range(2, 6)}, STAY, 0.2, {NAMES: MEMBERS}
        )


def test_gates_are_where_words_begin_and_end() -> None:
    _, made, gates = _with_names()
    assert set(gates) == {None, NAMES}
    entered = {arc[0] for arc in made.arcs[gates[NAMES].enter]}
    first_phones = {positioned(member.variants[0])[0] for member in MEMBERS}
    assert entered == {leave_arc(phone) for phone in first_phones}
    # After a word there is a pause or none.
    inputs = [arc[0] for arc in made.arcs[gates[None].leave]]
    assert sorted(inputs) == [0, leave_arc(SILENCE)]


def test_files_read_back_as_written(tmp_path: Path) -> None:
    made = _static(_model())
    made.write(tmp_path / "words.fst")
    back = fst.read(tmp_path / "words.fst")
    assert back.final == pytest.approx(made.final, rel=1e-6)
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
