"""The scorecard the app fills in from a call's facts, and the lead's corrections of it. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from assist.core.events import Detection
from assist.core.review import Score, ScoreKind, Span
from assist.core.words import Party
from assist.store.model import StoredCall

_CARE = frozenset({"empathy"})
_ANSWERS = frozenset({"way_forward", "choice", "concrete_follow_up", "promise"})
_ANSWER_MS = 45_000
"""As in `flags`: so long after a dead end a way forward still answers it."""

_YES, _NO = 1, 0


def fill(
    call: StoredCall, talk_overs: tuple[Span, ...], silences: tuple[Span, ...]
) -> tuple[Score, ...]:
    """Every line of the scorecard as the app sees the call."""
    facts = [each.detection for each in call.detections if not each.is_withdrawn]
    mine = [fact for fact in facts if fact.party is Party.AGENT]
    names = _of(mine, "uses_name")
    confirmed = _of(mine, "confirms_understanding")
    dead_ends = _of(mine, "dead_end")
    over = [span for span in talk_overs if span.party is Party.AGENT]
    longest = max(silences, key=lambda span: span.end - span.start, default=None)
    shown = [cue for cue in call.cues if cue.shown_at is not None and cue.ending != "withdrawn"]
    heeded = sum(cue.ending == "heeded" for cue in shown)
    timed = [promise for promise in call.promises if "when" not in promise.missing]
    return (
        _times("name_used", len(names), names[0].evidence.start if names else None),
        _yes_no("problem_confirmed", bool(confirmed), _first(confirmed)),
        _acknowledged(call, mine),
        _times("dead_ends", len(dead_ends), _first(dead_ends)),
        _replaced(dead_ends, mine),
        Score(
            item="promises_timed",
            kind=ScoreKind.OF,
            value=len(timed) if call.promises else None,
            of=len(call.promises),
            at=call.promises[0].at if call.promises else None,
        ),
        Score(
            item="prompts_heeded",
            kind=ScoreKind.OF,
            value=heeded if shown else None,
            of=len(shown),
            at=shown[0].shown_at if shown else None,
        ),
        _times("talked_over", len(over), over[0].start if over else None),
        Score(
            item="longest_silence",
            kind=ScoreKind.SECONDS,
            value=0 if longest is None else (longest.end - longest.start) // 1000,
            at=None if longest is None else longest.start,
        ),
        Score(
            item="resolved",
            kind=ScoreKind.YES_NO,
            value=None if not call.overview.outcome else int(call.overview.outcome == "resolved"),
        ),
    )


def corrected(scores: tuple[Score, ...], leads: Mapping[str, tuple[int, str]]) -> tuple[Score, ...]:
    """The scorecard with the lead's values (item → value, by whom) beside the app's."""
    return tuple(
        replace(score, lead=leads[score.item][0], lead_by=leads[score.item][1])
        if score.item in leads
        else score
        for score in scores
    )


def _of(facts: list[Detection], label: str) -> list[Detection]:
    return [fact for fact in facts if fact.label == label]


def _first(facts: list[Detection]) -> int | None:
    return facts[0].evidence.start if facts else None


def _times(item: str, count: int, at: int | None) -> Score:
    return Score(item=item, kind=ScoreKind.TIMES, value=count, at=at)


def _yes_no(item: str, is_so: bool, at: int | None) -> Score:
    return Score(item=item, kind=ScoreKind.YES_NO, value=_YES if is_so else _NO, at=at)


def _acknowledged(call: StoredCall, mine: list[Detection]) -> Score:
    """Seconds from the first distress to the first words that name it; of 0 where nobody was upset.

    `of` is 1 where there was something to acknowledge.
    """
    upset = [
        point.evidence.end
        for point in call.feelings
        if point.feeling.is_distress and point.evidence and point.evidence.party is Party.CUSTOMER
    ]
    if not upset:
        return Score(item="acknowledged", kind=ScoreKind.SECONDS, value=None)
    begin = upset[0]
    care = [fact for fact in mine if fact.label in _CARE and fact.evidence.end >= begin]
    value = max(0, care[0].evidence.start - begin) // 1000 if care else None
    at = care[0].evidence.start if care else begin
    return Score(item="acknowledged", kind=ScoreKind.SECONDS, value=value, of=1, at=at)


def _replaced(dead_ends: list[Detection], mine: list[Detection]) -> Score:
    """How many dead ends were followed by a way forward."""
    answers = [fact.evidence.end for fact in mine if fact.label in _ANSWERS]
    count = sum(
        any(fact.evidence.end < end <= fact.evidence.end + _ANSWER_MS for end in answers)
        for fact in dead_ends
    )
    return Score(
        item="dead_ends_replaced",
        kind=ScoreKind.OF,
        value=count if dead_ends else None,
        of=len(dead_ends),
        at=_first(dead_ends),
    )
