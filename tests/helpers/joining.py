"""A speech model's folder with a graph so small that every path through it can be looked at."""

import json
import math
from collections.abc import Iterator
from pathlib import Path

from models.recipes import fst, graph, ngram
from models.recipes.lexicon import Pronunciation
from models.recipes.phones import BASES

STAY = 0.5
PHONES_OF: dict[str, Pronunciation] = {
    "can": ("K", "AE", "N"),
    "refund": ("R", "IY", "F", "AH", "N", "D"),
    "ann": ("AE", "N"),
    "bob": ("B", "AA", "B"),
}
LABELS = {word: number for number, word in enumerate(PHONES_OF, start=1)}
FIRST, LAST = 4, 5  # numbers of the classes in the language model


def small_model(folder: Path) -> Path:
    """Words "can" and "refund", first name "ann", last name "bob"; not loadable by Vosk."""
    counts = ngram.Counts(2)
    for sentence in ([2, 3], [2, FIRST, LAST], [2, LAST], [3]):
        counts.add(sentence)
    stay = dict.fromkeys(range(len(BASES)), STAY)
    made, gates = graph.static_fst(
        ngram.estimate(counts, 6),
        {2: [PHONES_OF["can"]], 3: [PHONES_OF["refund"]]},
        {2: LABELS["can"], 3: LABELS["refund"]},
        stay,
        0.2,
        {
            FIRST: [graph.Member(label=LABELS["ann"], cost=0.1, variants=[PHONES_OF["ann"]])],
            LAST: [graph.Member(label=LABELS["bob"], cost=0.1, variants=[PHONES_OF["bob"]])],
        },
    )
    for name in ("graph/phones", "am", "conf"):
        (folder / name).mkdir(parents=True)
    made.write(folder / "graph" / "HCLG.fst")
    lines = ["<eps> 0", *(f"{word} {label}" for word, label in LABELS.items())]
    (folder / "graph" / "words.txt").write_text("\n".join(lines) + "\n")
    (folder / "am" / "final.mdl").write_bytes(b"weights")
    (folder / "conf" / "model.conf").write_text("--beam=1\n")
    note = {
        "phones": list(BASES),
        "stay": [STAY] * len(BASES),
        "gates": {
            kind: [gates[number].enter, gates[number].leave]
            for kind, number in (("word", None), ("first", FIRST), ("last", LAST))
        },
    }
    (folder / "graph" / "joining.json").write_text(json.dumps(note))
    return folder


def words_of(folder: Path) -> dict[str, int]:
    lines = (folder / "graph" / "words.txt").read_text(encoding="utf-8").splitlines()
    return {word: int(number) for word, _, number in (line.rpartition(" ") for line in lines)}


def paths_between(
    made: fst.Fst, enter: int, leave: int, longest: int = 40
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], float]]:
    """(inputs, labels, cost) of every way from one state to another, self-loops left out.

    The cost is without what entering phones of equal STAY costs.
    """
    todo: list[tuple[int, tuple[int, ...], tuple[int, ...], float]] = [(enter, (), (), 0.0)]
    while todo:
        state, inputs, labels, cost = todo.pop()
        if state == leave and inputs:
            yield inputs, labels, cost + len(inputs) * math.log(1 - STAY)
            continue
        for entered, label, price, target in made.arcs[state]:
            if target != state and (not entered or len(inputs) < longest):
                todo.append(
                    (
                        target,
                        (*inputs, entered) if entered else inputs,
                        (*labels, label) if label else labels,
                        cost + price,
                    )
                )
