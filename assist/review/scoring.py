"""Precision, recall and F1 with 95 % intervals."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_Z = 1.959964
"""Standard normal quantile of 97.5 %."""

DRAWS = 1000
_SEED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well one label is found. Shares in 0..1, 0 where nothing was found or nothing bears it.

    `support` counts the rows that bear the label. Precision and recall are shares of rows and have
    Wilson's intervals, which are honest for few rows and for 100 %. F1 is 2J/(1+J) of the share J =
    hits / (hits + false + missed), so its interval is that of J, carried over. Rows of one
    conversation are taken as independent.
    """

    precision: float
    recall: float
    f1: float
    support: int
    precision_low: float
    precision_high: float
    recall_low: float
    recall_high: float
    f1_low: float
    f1_high: float
    hits: int
    false: int
    missed: int


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share; all of 0..1 where there is nothing to share."""
    if not total:
        return 0.0, 1.0
    share, spread = hits / total, _Z * _Z / total
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * math.sqrt(share * (1 - share) / total + spread / (4 * total))
    return max(0.0, middle - half), min(1.0, middle + half)


def score(*, hits: int, false: int, missed: int) -> Score:
    found, support, union = hits + false, hits + missed, hits + false + missed
    precision_low, precision_high = wilson(hits, found)
    recall_low, recall_high = wilson(hits, support)
    low, high = wilson(hits, union)
    return Score(
        precision=hits / found if found else 0.0,
        recall=hits / support if support else 0.0,
        f1=2 * hits / (found + support) if union else 0.0,
        support=support,
        precision_low=precision_low,
        precision_high=precision_high,
        recall_low=recall_low,
        recall_high=recall_high,
        f1_low=2 * low / (1 + low),
        f1_high=2 * high / (1 + high),
        hits=hits,
        false=false,
        missed=missed,
    )


def macro_score(pairs: Sequence[tuple[str, str]]) -> Score:
    """Precision, recall and F1 of (wanted, found) classes, each the mean over the classes.

    The classes are those that some row bears. Intervals by drawing whole rows, the same each time.
    `support` counts rows; `hits` those found right, `false` and `missed` those that were not.
    """
    hits = sum(wanted == found for wanted, found in pairs)
    classes = sorted({wanted for wanted, _ in pairs})
    if not classes:
        return score(hits=0, false=0, missed=0)
    numbers = {name: number for number, name in enumerate(classes)}
    other = len(classes)
    wanted = np.array([numbers[name] for name, _ in pairs])
    found = np.array([numbers.get(name, other) for _, name in pairs])
    rng = np.random.default_rng(_SEED)
    drawn = np.array(
        [
            _macro(wanted[rows], found[rows], other)
            for rows in (rng.integers(0, len(pairs), len(pairs)) for _ in range(DRAWS))
        ]
    )
    low, high = np.percentile(drawn, (2.5, 97.5), axis=0)
    precision, recall, f1 = _macro(wanted, found, other)
    return Score(
        precision=precision,
        recall=recall,
        f1=f1,
        support=len(pairs),
        precision_low=float(low[0]),
        precision_high=float(high[0]),
        recall_low=float(low[1]),
        recall_high=float(high[1]),
        f1_low=float(low[2]),
        f1_high=float(high[2]),
        hits=hits,
        false=len(pairs) - hits,
        missed=len(pairs) - hits,
    )


def _macro(
    wanted: NDArray[np.int64], found: NDArray[np.int64], count: int
) -> tuple[float, float, float]:
    """Means over the classes that these rows bear."""
    borne = np.bincount(wanted, minlength=count + 1)[:count]
    said = np.bincount(found, minlength=count + 1)[:count]
    right = np.bincount(wanted[wanted == found], minlength=count + 1)[:count]
    there = borne > 0
    precision = right / np.maximum(said, 1)
    recall = right / np.maximum(borne, 1)
    f1 = 2 * right / np.maximum(said + borne, 1)
    return tuple(float(each[there].mean()) for each in (precision, recall, f1))  # type: ignore[return-value]


@dataclass(frozen=True, slots=True, kw_only=True)
class IntensityScore:
    """How well the strength of a feeling, 0 to 3, is told, over `support` rows.

    `exact` and `within_one` are shares of rows with Wilson's intervals, `bias` how much stronger
    (weaker: below 0) than labelled they are found in the mean, `kappa` Cohen's with quadratic
    weights: 0 is chance, 1 perfect, and being off by two weighs four times as much as by one.
    """

    support: int
    exact: float
    exact_low: float
    exact_high: float
    within_one: float
    within_one_low: float
    within_one_high: float
    bias: float
    kappa: float


def intensity_score(pairs: Sequence[tuple[int, int]]) -> IntensityScore | None:
    """The score of (wanted, found) strengths; None without any."""
    if not pairs:
        return None
    wanted, found = (np.array(each, dtype=np.int64) for each in zip(*pairs, strict=True))
    off = np.abs(wanted - found)
    exact, near = int((off == 0).sum()), int((off <= 1).sum())
    exact_low, exact_high = wilson(exact, len(pairs))
    near_low, near_high = wilson(near, len(pairs))
    by_chance = float(((wanted[:, None] - found[None, :]) ** 2).mean())
    return IntensityScore(
        support=len(pairs),
        exact=exact / len(pairs),
        exact_low=exact_low,
        exact_high=exact_high,
        within_one=near / len(pairs),
        within_one_low=near_low,
        within_one_high=near_high,
        bias=float((found - wanted).mean()),
        kappa=1 - float((off**2).mean()) / by_chance if by_chance else 1.0,
    )


def rate_interval(events: int, amount: float) -> tuple[float, float]:
    """The 95 % interval of a rate, `events` in `amount` (hours), by Byar's approximation.

    Events are taken as independent (Poisson); of none seen the rate may still be 3.7 / amount.
    """
    if amount <= 0:
        return 0.0, math.inf
    low = 0.0
    if events:
        low = events * (1 - 1 / (9 * events) - _Z / (3 * math.sqrt(events))) ** 3
    more = events + 1
    high = more * (1 - 1 / (9 * more) + _Z / (3 * math.sqrt(more))) ** 3
    return low / amount, high / amount
