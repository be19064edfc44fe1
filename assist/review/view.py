"""A stored call as the review window shows it. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence

from assist.core.events import PAUSED, Detection
from assist.core.review import (
    CallRow,
    CallStatus,
    Comment,
    DetectionMark,
    FlagReason,
    ReviewCall,
    SeenCue,
    Span,
)
from assist.review import flags, scorecard, timeline
from assist.store.model import CueMark, StoredCall, StoredCue


def row_of(
    call: StoredCall,
    *,
    status: CallStatus | None = None,
    comments: int = 0,
    reasons: tuple[FlagReason, ...] | None = None,
) -> CallRow:
    """The call's line in a list."""
    overview = call.overview
    return CallRow(
        id=overview.id,
        started_at=overview.started_at,
        duration_ms=overview.duration_ms,
        agent=overview.agent,
        customer_name=overview.customer_name,
        customer_number=overview.customer_number,
        outcome=overview.outcome,
        end_reason=overview.end_reason,
        problem=overview.problem,
        reasons=flags.judge(call) if reasons is None else reasons,
        status=status or CallStatus(),
        comments=comments,
    )


def view(
    call: StoredCall,
    row: CallRow,
    *,
    comments: Sequence[Comment] = (),
    marks: Sequence[DetectionMark] = (),
    leads: Mapping[str, tuple[int, str]] | None = None,
    has_audio: bool = False,
    sound_bytes: int = 0,
) -> ReviewCall:
    """All of a call: what the store holds, and what follows from it."""
    facts = tuple(each.detection for each in call.detections if not each.is_withdrawn)
    overs = timeline.talk_overs(call.utterances)
    pauses = timeline.silences(call.utterances, call.overview.duration_ms)
    judged = {mark.cue: mark for mark in call.marks}  # of two the lead's comes last
    return ReviewCall(
        row=row,
        utterances=call.utterances,
        detections=facts,
        cues=tuple(_seen(cue, judged.get(cue.cue)) for cue in call.cues),
        promises=call.promises,
        feelings=call.feelings,
        pivots=call.pivots,
        flags=call.flags,
        losses=tuple(loss for loss in call.losses if not loss.reason.startswith(PAUSED)),
        talk_overs=overs,
        silences=pauses,
        pauses=tuple(
            Span(start=loss.at, end=loss.at + loss.duration_ms)
            for loss in call.losses
            if loss.reason.startswith(PAUSED)
        ),
        scores=scorecard.corrected(scorecard.fill(call, overs, pauses), leads or {}),
        comments=tuple(comments),
        marks=tuple(marks),
        drivers=_drivers(facts),
        note=call.overview.note,
        notice=call.overview.notice,
        first_feeling=call.overview.first_feeling,
        last_feeling=call.overview.last_feeling,
        has_audio=has_audio,
        sound_bytes=sound_bytes,
    )


def _seen(cue: StoredCue, mark: CueMark | None) -> SeenCue:
    return SeenCue(
        cue=cue.cue,
        rule=cue.rule,
        at=cue.at,
        headline=cue.headline,
        urgency=cue.urgency,
        evidence=cue.evidence,
        shown_at=cue.shown_at,
        ending=cue.ending,
        reason=cue.reason,
        delay_ms=cue.delay_ms,
        is_right=None if mark is None else mark.is_right,
    )


def _drivers(facts: Sequence[Detection]) -> tuple[str, ...]:
    """What the customer called about, the cause named most often first."""
    named: Counter[str] = Counter()
    for fact in facts:
        if fact.label == "driver":
            named.update(part for part in fact.detail.split(",") if part)
        elif fact.label == "repeat_contact":
            named["repeat_contact"] += 1
    return tuple(driver for driver, _ in named.most_common())
