"""Everything `assist evaluate` finds out, as one result and as JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from assist.cues.playbook import Playbook
from assist.review.conversations import CallsJudged, ProgressSink, RuleScore, judge_calls
from assist.review.labelled import Material
from assist.review.labels import LABELS
from assist.review.scoring import IntensityScore, Score, rate_interval, score
from assist.review.speaking import Heard
from assist.review.utterances import Judged, detectors, judge
from assist.speech.measure import ErrorRate

TYPED, RECOGNIZED, SPOKEN = "typed", "recognized", "spoken"
"""Forms of a row's text: as typed, as a recognizer would print it, as one did from speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A playbook and its detectors judged on some material.

    `forms` holds the rows judged in each form of their text, `calls` the dialogues; either may be
    missing with the material. `word_errors` tells how well the voices were heard.
    """

    playbook: str
    rows: int
    forms: Mapping[str, Judged]
    calls: CallsJudged | None
    word_errors: ErrorRate | None = None


def evaluate(
    material: Material,
    playbook: Playbook,
    *,
    recognized: bool = False,
    spoken: Heard | None = None,
    progress: ProgressSink | None = None,
) -> Evaluation:
    """Judge rows in both written forms (and as spoken, if asked), dialogues in one.

    `recognized` takes the dialogues' text as a recognizer would print it.
    """
    forms: dict[str, Judged] = {}
    if material.rows:
        forms[TYPED] = judge(material.rows, detectors(playbook))
        forms[RECOGNIZED] = judge(material.rows, detectors(playbook, recognized=True))
        if spoken is not None:
            forms[SPOKEN] = judge(material.rows, spoken.finder(playbook))
    calls = None
    if material.dialogues:
        calls = judge_calls(material.dialogues, playbook, recognized=recognized, progress=progress)
    return Evaluation(
        playbook=playbook.name,
        rows=len(material.rows),
        forms=forms,
        calls=calls,
        word_errors=None if spoken is None else spoken.error_rate,
    )


def as_json(done: Evaluation, *, main_form: str, with_cases: bool) -> dict[str, Any]:
    """One JSON object: `labels` in the form asked for, the other forms by name, `calls`.

    `labels` names every label of the guidelines; one that no row speaks of has support 0.
    """
    result: dict[str, Any] = {"playbook": done.playbook, "rows": done.rows}
    result["labels"] = _scores({})
    if done.forms:
        result["form"] = main_form
        result["labels"] = _scores(done.forms[main_form].scores)
        result["intensity"] = _intensity(done.forms[main_form])
        result["forms"] = {
            name: {"labels": _scores(each.scores), "intensity": _intensity(each)}
            for name, each in done.forms.items()
        }
        result["loss"] = losses(done)
        if with_cases:
            result["misses"] = {
                name: [asdict(miss) for miss in each.misses] for name, each in done.forms.items()
            }
    if done.word_errors is not None:
        result["word_errors"] = asdict(done.word_errors)
    if done.calls is not None:
        result["calls"] = _calls(done.calls, with_cases=with_cases)
    return result


def losses(done: Evaluation) -> dict[str, dict[str, float]]:
    """By form other than the typed one: how much F1 each label loses against it."""
    if TYPED not in done.forms:
        return {}
    typed = done.forms[TYPED].scores
    return {
        name: {
            label: typed[label].f1 - other.f1
            for label, other in judged.scores.items()
            if label in typed
        }
        for name, judged in done.forms.items()
        if name != TYPED
    }


def _scores(scores: Mapping[str, Score]) -> dict[str, dict[str, float | int]]:
    known = [label for labels in LABELS.values() for label in labels]
    nothing = score(hits=0, false=0, missed=0)
    # The primary feeling has no row of its own where no row names one.
    return {
        label: _score(scores.get(label, nothing)) for label in {**dict.fromkeys(known), **scores}
    }


def _intensity(judged: Judged) -> dict[str, float | int] | None:
    return None if judged.intensity is None else _score(judged.intensity)


def _score(one: Score | IntensityScore) -> dict[str, float | int]:
    return {
        name: round(value, 4) if isinstance(value, float) else value
        for name, value in asdict(one).items()
    }


def _calls(calls: CallsJudged, *, with_cases: bool) -> dict[str, Any]:
    result: dict[str, Any] = {
        "dialogues": calls.dialogues,
        "hours": round(calls.hours, 4),
        "uneventful_dialogues": calls.uneventful,
        "uneventful_hours": round(calls.uneventful_hours, 4),
        **per_hour(calls.total, calls),
        "rules": {
            rule: {**asdict(score), **per_hour(score, calls)} for rule, score in calls.rules.items()
        },
    }
    if with_cases:
        result["cues"] = [asdict(cue) for cue in calls.cues]
    return result


def per_hour(score: RuleScore, calls: CallsJudged) -> dict[str, float | None]:
    """Rates of a rule, or of all; false ones over the hours in which a cue can be judged false.

    `false_cues_per_hour` counts every false cue that was raised, whether it was shown or not.
    """
    rates: dict[str, float | None] = {
        "cues_per_hour": _per(score.raised, calls.hours),
        "shown_per_hour": _per(score.shown, calls.hours),
        "false_cues_per_hour": _per(score.false_raised, calls.uneventful_hours),
        "false_shown_per_hour": _per(score.false_shown, calls.uneventful_hours),
    }
    if calls.uneventful_hours:
        low, high = rate_interval(score.false_raised, calls.uneventful_hours)
        rates |= {"false_cues_low": round(low, 4), "false_cues_high": round(high, 4)}
    return rates


def _per(count: int, hours: float) -> float | None:
    return round(count / hours, 4) if hours else None
