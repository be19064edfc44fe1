"""A Vosk model folder from its parts."""

import json
import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.recipes import features, graph, kaldi, phones
from models.recipes.alignment import Labels
from models.recipes.lexicon import Pronunciation
from models.recipes.ngram import Model

FRAME_SUBSAMPLING = 3  # Vosk's word times assume it


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Settings of the decoder and of the pause that ends an utterance (seconds)."""

    beam: float = 11.0
    lattice_beam: float = 4.0
    max_active: int = 2500
    min_active: int = 200
    acoustic_scale: float = 0.4
    silence: float = 0.2  # probability of a pause between two words

    def conf(self) -> str:
        """The text of conf/model.conf."""
        return f"""--min-active={self.min_active}
--max-active={self.max_active}
--beam={self.beam:g}
--lattice-beam={self.lattice_beam:g}
--acoustic-scale={self.acoustic_scale:g}
--frame-subsampling-factor={FRAME_SUBSAMPLING}
--endpoint.silence-phones={phones.SILENCE}
--endpoint.rule2.min-trailing-silence=0.5
--endpoint.rule3.min-trailing-silence=0.75
--endpoint.rule4.min-trailing-silence=1.0
"""


def self_loops(aligned: Sequence[tuple[Labels, Labels] | None]) -> dict[int, float]:
    """P(stay) per base phone from the mean length of its segments in 30 ms frames."""
    total: dict[int, int] = defaultdict(int)
    count: dict[int, int] = defaultdict(int)
    for labels in aligned:
        if labels is None:
            continue
        base, segment = labels
        starts = np.flatnonzero(np.diff(segment, prepend=-1))
        for start, length in zip(starts, np.diff(np.append(starts, len(segment))), strict=True):
            total[int(base[start])] += int(length)
            count[int(base[start])] += 1
    mean = {
        number: total[number] / 3 / max(1, count[number]) for number in range(len(phones.BASES))
    }
    return {
        number: float(np.clip(1 - 1 / max(length, 1.1), 0.1, 0.95))
        for number, length in mean.items()
    }


def write_acoustics(
    folder: Path,
    layers: Sequence[kaldi.AffineLayer],
    residual: float,
    stay: Mapping[int, float],
    priors: NDArray[np.float64] | None,
    search: Search,
) -> None:
    """The am and conf folders."""
    (folder / "conf").mkdir(parents=True, exist_ok=True)
    (folder / "conf" / "fbank.conf").write_text(features.CONF)
    (folder / "conf" / "model.conf").write_text(search.conf())
    kaldi.write_model(folder / "am" / "final.mdl", stay, features.BANDS, layers, residual, priors)


def write_graph(
    folder: Path,
    model: Model,
    number: Mapping[str, int],
    pronunciations: Mapping[str, list[Pronunciation]],
    stay: Mapping[int, float],
    search: Search,
    members: Mapping[str, Mapping[str, float]] | None = None,
) -> None:
    """The graph folder; words get the ids 1, 2, … in order.

    `members` has the costs of the words of each class in `number`; their words need not be in
    `number` but must have pronunciations.
    """
    members = members or {}
    target = folder / "graph"
    shutil.rmtree(target, ignore_errors=True)
    (target / "phones").mkdir(parents=True)
    plain = [word for word in sorted(number, key=lambda word: number[word]) if word not in members]
    named = sorted({word for costs in members.values() for word in costs} - set(plain))
    labels = {word: index for index, word in enumerate([*plain, *named], 1)}
    lines = ["<eps> 0", *(f"{word} {label}" for word, label in labels.items())]
    (target / "words.txt").write_text("\n".join(lines) + "\n")
    (target / "phones" / "word_boundary.int").write_text(phones.word_boundary())
    made, gates = graph.static_fst(
        model,
        {number[word]: pronunciations[word] for word in plain},
        {number[word]: labels[word] for word in plain},
        stay,
        search.silence,
        {
            number[name]: [
                graph.Member(label=labels[word], cost=cost, variants=pronunciations[word])
                for word, cost in costs.items()
            ]
            for name, costs in members.items()
        },
    )
    made.write(target / "HCLG.fst")
    kinds = {"word": gates[None]} | {name.strip("<>"): gates[number[name]] for name in members}
    joined = {
        "phones": list(phones.BASES),
        "stay": [round(stay[base], 6) for base in range(len(phones.BASES))],
        "gates": {kind: [gate.enter, gate.leave] for kind, gate in kinds.items()},
    }
    (target / "joining.json").write_text(json.dumps(joined) + "\n")


def size(folder: Path) -> int:
    """Bytes of all files of a model."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
