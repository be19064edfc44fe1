"""Judges the detectors on labelled utterances, each heard after the turn before it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assist.core.events import Detection
from assist.core.words import Word
from assist.cues.playbook import Playbook
from assist.review.hearing import row_inputs
from assist.review.labelled import Row
from assist.review.labels import FEELINGS, LABELS, NO_FEELING, PRIMARY_FEELING, with_groups
from assist.review.scoring import (
    IntensityScore,
    Score,
    intensity_score,
    macro_score,
    score,
)
from assist.session.call import CallSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found in a row: its labels, groups included, and the primary feeling.

    `intensity` is that of the strongest feeling, 0 to 3; None of a finder that does not tell.
    """

    labels: frozenset[str]
    primary: str = NO_FEELING
    intensity: int | None = None


Finder = Callable[[Row], Found]
"""Anything that labels rows: the app's detectors, or a baseline to compare them with."""


def detectors(playbook: Playbook, *, recognized: bool = False) -> Finder:
    """The app's own detectors, on the text as typed or as a recognizer would print it."""
    return lambda row: detect(row, playbook, row.recognized if recognized else row.text)


def detect(row: Row, playbook: Playbook, text: str, words: Sequence[Word] = ()) -> Found:
    """What a call session finds in `text` said in the place of the row's own."""
    if not text.split():
        return Found(labels=frozenset(), intensity=0)
    inputs, party, number = row_inputs(row, text, words)
    session = CallSession(playbook)
    heard: list[Detection] = []
    for each in inputs:
        heard += [
            output
            for output in session.handle(each)
            if isinstance(output, Detection)
            and output.is_final
            and output.party is party
            and output.evidence.utterance == number
        ]
    felt = [detection for detection in heard if detection.label in FEELINGS]
    return Found(
        labels=with_groups(frozenset(detection.label for detection in heard)),
        # The strongest feeling is detected first.
        primary=felt[0].label if felt else NO_FEELING,
        intensity=max((int(detection.detail) for detection in felt), default=0),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A row that was judged wrong on a label: `is_false` found and not there, else not found."""

    label: str
    row: str
    is_false: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Scores by label, in the order of the guidelines, and every row that went wrong.

    `intensity` is None where no row says how strong a feeling is.
    """

    scores: dict[str, Score]
    misses: tuple[Miss, ...]
    intensity: IntensityScore | None = None


def judge(rows: Iterable[Row], find: Finder) -> Judged:
    """Every label that some row speaks about; rows unsure of a label are left out for it.

    A primary feeling that the row is unsure of is not counted for or against.
    """
    counts = {label: [0, 0, 0] for labels in LABELS.values() for label in labels}
    spoken_of: set[str] = set()
    pairs: list[tuple[str, str]] = []
    misses: list[Miss] = []
    strengths: list[tuple[int, int]] = []
    for row in rows:
        found = find(row)
        if row.intensity is not None and found.intensity is not None:
            strengths.append((row.intensity, found.intensity))
        for label in row.judged - row.unsure:
            spoken_of.add(label)
            is_there, is_found = label in row.wanted, label in found.labels
            if is_there and is_found:
                counts[label][0] += 1
            elif is_there or is_found:
                counts[label][1 if is_found else 2] += 1
                misses.append(Miss(label=label, row=row.id, is_false=is_found))
        if row.primary and not {row.primary, found.primary} & row.unsure:
            pairs.append((row.primary, found.primary))
            if row.primary != found.primary:
                misses.append(Miss(label=PRIMARY_FEELING, row=row.id, is_false=False))
    scores = {
        label: score(hits=hits, false=false, missed=missed)
        for label, (hits, false, missed) in counts.items()
        if label in spoken_of
    }
    if pairs:
        scores[PRIMARY_FEELING] = macro_score(pairs)
    return Judged(scores=scores, misses=tuple(misses), intensity=intensity_score(strengths))
