"""From which score on a classifier counts: bars chosen on rows it was not trained on."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.recipes.utterance_material import AGENT, FEELINGS
from models.recipes.utterance_training import Table

PRECISION = {
    "dead_end": 0.9,
    "empathy": 0.93,
    "canned_empathy": 0.93,
    "concrete_follow_up": 0.93,
    "transfer": 0.93,
    "apology_ownership": 0.92,
    "confirms_understanding": 0.92,
    "leave_cancel": 0.93,
    "ask_supervisor": 0.93,
    "social_media_public": 0.93,
    "legal": 0.93,
    "giving_up": 0.9,
    "distress": 0.92,
    "clear": 0.7,
}
"""Precision a label should have; the others only balance precision and recall."""

_GENTLE = 0.78
"""Precision wanted of labels that are not named above."""

_OWN_WEIGHT = 0.35
"""What a sentence of our own counts beside one read in the data: they are written, not said."""

_LEAST_READ = 20
"""Read positives of a label below which its bar is at least well above even odds."""

_LOWEST_AGENT = 2.5
"""Log odds a bar of an agent's label has at least.

Of what lower bars added to unread turns of consultations, less than half was right.
"""

_LOWEST = {"distress": 0.0, "clear": 0.75, "strong": 0.75}
"""Log odds these have at least: the rows were drawn for feelings, and ordinary turns show one much
more rarely. With lower ones uneventful dialogues raise more than two false prompts an hour."""

_PHRASES_ONLY = frozenset({"empathy"})
"""Never found by the classifier alone: in unread turns one in sixteen of its findings was right."""

_VETOED = frozenset(FEELINGS) | {"distress"}
_LEAST_FALSE, _LEAST_RIGHT = 5, 15
"""False and right phrase findings in read rows below which no veto is chosen."""

NEVER = 99.0


class Guess(Protocol):
    """What phrases alone find in a text."""

    def labels(self, text: str) -> tuple[set[str], int]: ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """A label's bars, and what they came to on the held-out rows beside phrases alone."""

    label: str
    add: float
    keep: float
    precision: float
    recall: float
    phrase_precision: float
    phrase_recall: float
    positives: int


def choose(table: Table, logits: NDArray[np.float32], guess: Guess) -> list[Chosen]:
    """Bars for every label."""
    plain = np.array([example.is_plain for example in table.examples])
    rows = np.flatnonzero(~np.isnan(logits[:, 0]) & plain)
    found = [guess.labels(table.examples[row].text)[0] for row in rows]
    own = np.array([table.examples[row].group.startswith("own-") for row in rows])
    made = []
    for column, label in enumerate(table.labels):
        usable = table.weight[rows, column] > 0
        wanted = table.wanted[rows, column] > 0
        phrase = np.array([_has(label, each) for each in found])
        weight = np.where(own, _OWN_WEIGHT, 1.0) * usable
        made.append(_best(label, logits[rows, column], wanted, phrase, weight, own))
    return made


def _has(label: str, found: set[str]) -> bool:
    if label == "distress":
        return bool(found & {"frustration", "anger", "worry", "disappointment", "exhaustion"})
    return label in found


def _best(
    label: str,
    logit: NDArray[np.float32],
    wanted: NDArray[np.bool_],
    phrase: NDArray[np.bool_],
    weight: NDArray[np.float64],
    own: NDArray[np.bool_],
) -> Chosen:
    target = PRECISION.get(label, _GENTLE)
    read = ~own & (weight > 0)
    # Where few positives are read, a bar below even odds would rest on our own sentences alone.
    is_read = (wanted & read).sum() >= _LEAST_READ
    lowest = _LOWEST_AGENT if label in AGENT else -1.5 if is_read else 0.75
    lowest = max(lowest, _LOWEST.get(label, lowest))
    steps = (NEVER,) if label in _PHRASES_ONLY else (*np.arange(lowest, 5.01, 0.25), NEVER)
    # A phrase may be vetoed only where there is something to learn a veto from, and never where it
    # names a threat: those phrases are exact, and what they miss weighs more.
    may_veto = (
        label in _VETOED
        and (phrase & ~wanted & read).sum() >= _LEAST_FALSE
        and (phrase & wanted & read).sum() >= _LEAST_RIGHT
    )
    # The strongest veto that costs nothing comes first.
    vetoes = (*np.arange(-1.0, -6.01, -0.5), -NEVER) if may_veto else (-NEVER,)
    best: tuple[float, float, float] | None = None
    total = float((weight * wanted).sum())
    for add in steps:
        for keep in vetoes:
            if keep > add:
                continue
            hit = (logit >= add) | (phrase & (logit >= keep))
            right = float((weight * (hit & wanted)).sum())
            wrong = float((weight * (hit & ~wanted)).sum())
            # One false one more than seen: a bar that rests on few rows is no better than it looks.
            precision, recall = right / (right + wrong + 1.0), right / max(total, 1e-9)
            value = 2 * precision * recall / max(precision + recall, 1e-9)
            value -= 3 * max(0.0, target - precision)
            if best is None or value > best[0] + 1e-6:
                best = (value, float(add), float(keep))
    assert best is not None
    _, add, keep = best
    hit = (logit >= add) | (phrase & (logit >= keep))
    return Chosen(
        label,
        add,
        keep,
        *_rates(hit[read], wanted[read]),
        *_rates(phrase[read], wanted[read]),
        int((wanted & read).sum()),
    )


def _rates(hit: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> tuple[float, float]:
    right = int((hit & wanted).sum())
    return right / max(1, int(hit.sum())), right / max(1, int(wanted.sum()))


def report(bars: list[Chosen]) -> str:
    """A Markdown table of the bars, measured on read rows that were held out."""
    lines = [
        "| label | read positives | phrases alone P / R | with classifier P / R | add | keep |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| `{each.label}` | {each.positives} | {each.phrase_precision:.2f} / "
        f"{each.phrase_recall:.2f} | {each.precision:.2f} / {each.recall:.2f} | {each.add:g} | "
        f"{each.keep:g} |"
        for each in bars
    ]
    return "\n".join(lines)


def as_toml(party: str, bars: list[Chosen]) -> str:
    """The bars as a table of bars.toml."""
    rows = "".join(f"{each.label} = [{each.add:g}, {each.keep:g}]\n" for each in bars)
    return f"[{party}]\n{rows}"
