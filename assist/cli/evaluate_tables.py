"""What `assist evaluate` prints."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assist.cli.common import clock
from assist.review.evaluation import losses

if TYPE_CHECKING:
    from assist.review.conversations import CallsJudged, RuleScore
    from assist.review.evaluation import Evaluation
    from assist.review.scoring import Score

_LABEL_HEAD = ("LABEL", "PRECISION", "", "RECALL", "", "F1", "", "SUPPORT")
_INTENSITY_HEAD = ("TEXT", "EXACT", "", "WITHIN 1", "", "BIAS", "KAPPA", "SUPPORT")
_RULE_HEAD = (
    "RULE",
    "RAISED",
    "SHOWN",
    "SHOWN / HOUR",
    "HEEDED",
    "FALSE",
    "FALSE / HOUR",
    "DELAY (MEDIAN, 95 %)",
)
_NONE = "–"


def lines(done: Sequence["Evaluation"], *, form: str, cases: bool) -> Iterator[str]:
    """The whole report; `done` holds one evaluation, or two to compare."""
    for number, each in enumerate(done):
        yield from [""] if number else []
        yield f"Playbook: {each.playbook}"
        if each.forms:
            yield from _rows(each, form)
        if each.calls is not None:
            yield from _calls(each.calls)
        if cases:
            yield from _cases(each, form)
    if len(done) == 2:
        yield from _comparison(done[0], done[1], form)


def _rows(done: "Evaluation", form: str) -> Iterator[str]:
    yield ""
    yield f"{done.rows:,} utterances, text {form}; 95 % intervals beside each figure"
    yield ""
    other = losses(done)
    head = (*_LABEL_HEAD, *(f"F1 {name.upper()}" for name in other))
    table = [
        (
            label,
            _share(score.precision, score.hits + score.false),
            _interval(score.precision_low, score.precision_high),
            _share(score.recall, score.support),
            _interval(score.recall_low, score.recall_high),
            _share(score.f1, score.support),
            _interval(score.f1_low, score.f1_high),
            f"{score.support:,}",
            *(_with_loss(done.forms[name].scores[label], other[name][label]) for name in other),
        )
        for label, score in done.forms[form].scores.items()
    ]
    yield from _table(head, table)
    if other:
        yield ""
        yield (
            "In brackets: the change of F1 against the typed text, in points. primary_feeling is "
            "the mean over its classes."
        )
    yield from _intensity(done)
    if done.word_errors is not None:
        errors = done.word_errors
        yield (
            f"spoken: by synthetic voices, {100 * errors.rate:.1f} % of the words heard wrongly "
            f"({100 * errors.low:.1f} – {100 * errors.high:.1f} %)."
        )


def _intensity(done: "Evaluation") -> Iterator[str]:
    judged = {name: each.intensity for name, each in done.forms.items() if each.intensity}
    if not judged:
        return
    yield ""
    yield "Intensity of the feeling, 0 to 3"
    yield ""
    table = [
        (
            name,
            f"{score.exact:.2f}",
            _interval(score.exact_low, score.exact_high),
            f"{score.within_one:.2f}",
            _interval(score.within_one_low, score.within_one_high),
            f"{score.bias:+.2f}",
            f"{score.kappa:.2f}",
            f"{score.support:,}",
        )
        for name, score in judged.items()
    ]
    yield from _table(_INTENSITY_HEAD, table)
    yield ""
    yield (
        "Bias: how much stronger than labelled they are found in the mean. Kappa: with quadratic "
        "weights, 0 is chance."
    )


def _with_loss(score: "Score", loss: float) -> str:
    change = round(-100 * loss)
    return _share(score.f1, score.support) + (f" ({change:+d})" if change else "     ")


def _calls(calls: "CallsJudged") -> Iterator[str]:
    from assist.review.evaluation import per_hour

    yield ""
    yield f"{calls.dialogues:,} dialogues, {calls.hours:.1f} hours"
    yield ""
    rows = [_rule_row(rule, score, calls) for rule, score in calls.rules.items()]
    rows.append(_rule_row("all", calls.total, calls))
    yield from _table(_RULE_HEAD, rows)
    yield ""
    if not calls.uneventful:
        yield "No dialogue here is marked as uneventful: false cues cannot be counted."
        return
    rates = per_hour(calls.total, calls)
    yield (
        f"False cues: {rates['false_cues_per_hour']:.1f} per hour raised "
        f"(95 % interval {rates['false_cues_low']:.1f} – {rates['false_cues_high']:.1f}), "
        f"{rates['false_shown_per_hour']:.1f} shown; alarms in {calls.uneventful:,} uneventful "
        f"dialogues of {calls.uneventful_hours:.1f} hours."
    )


def _rule_row(name: str, score: "RuleScore", calls: "CallsJudged") -> tuple[str, ...]:
    delay = _NONE
    if score.delay_median is not None and score.delay_95 is not None:
        delay = f"{score.delay_median / 1000:.1f} s, {score.delay_95 / 1000:.1f} s"
    false_rate = (
        f"{score.false_raised / calls.uneventful_hours:.1f}" if calls.uneventful_hours else _NONE
    )
    return (
        name,
        f"{score.raised:,}",
        f"{score.shown:,}",
        f"{score.shown / calls.hours:.1f}" if calls.hours else _NONE,
        f"{score.heeded:,}",
        f"{score.false_raised:,}" if calls.uneventful else _NONE,
        false_rate,
        delay,
    )


def _cases(done: "Evaluation", form: str) -> Iterator[str]:
    if done.forms:
        yield ""
        yield from (
            f"{miss.label}  {'wrongly found' if miss.is_false else 'not found'}  {miss.row}"
            for miss in sorted(done.forms[form].misses, key=lambda miss: (miss.label, miss.row))
        )
    if done.calls is not None:
        yield ""
        for cue in done.calls.cues:
            state = cue.ending or ("stood" if cue.shown_after is not None else "never shown")
            mark = "  FALSE" if cue.is_false else ""
            yield (
                f"{cue.dialogue} turn {cue.turn} at {clock(cue.at)}  {cue.rule}  "
                f"“{cue.evidence}”  {state}{mark}"
            )


def _comparison(one: "Evaluation", other: "Evaluation", form: str) -> Iterator[str]:
    yield ""
    yield "Difference: the first playbook less the second"
    yield ""
    if one.forms and other.forms:
        first, second = one.forms[form].scores, other.forms[form].scores
        rows = [
            (label, f"{100 * (first[label].f1 - second[label].f1):+.1f}")
            for label in first
            if label in second and first[label].f1 != second[label].f1
        ]
        if rows:
            yield from _table(("LABEL", "POINTS OF F1"), rows)
        else:
            yield "No label differs: both detect the same."
    if one.calls is not None and other.calls is not None:
        yield from _call_differences(one.calls, other.calls)


def _call_differences(one: "CallsJudged", other: "CallsJudged") -> Iterator[str]:
    names = list(dict.fromkeys([*one.rules, *other.rules]))
    rows = []
    for name in names:
        a, b = one.rules.get(name), other.rules.get(name)
        counts = [
            (getattr(a, field, 0), getattr(b, field, 0))
            for field in ("raised", "shown", "false_raised")
        ]
        if any(first != second for first, second in counts):
            rows.append((name, *(f"{first - second:+,}" for first, second in counts)))
    if not rows:
        yield "Both raise the same cues."
        return
    yield from _table(("RULE", "RAISED", "SHOWN", "FALSE"), rows)
    changed = {cue.dialogue for cue in set(one.cues) ^ set(other.cues)}
    yield ""
    yield f"{len(changed):,} of {one.dialogues:,} dialogues have other cues or other times."


def _share(share: float, of: int) -> str:
    return f"{share:.2f}" if of else _NONE


def _interval(low: float, high: float) -> str:
    return f"{low:.2f}–{high:.2f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Plain columns, the first left and the others right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    return [
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (head, *rows)
    ]
