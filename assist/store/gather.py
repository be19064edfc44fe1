"""Makes a `StoredCall` of a call's events. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from assist.core.codec import type_name
from assist.core.events import (
    CUE_ENDINGS,
    PAUSED,
    AudioLost,
    CallEnded,
    CueEvent,
    CueHeld,
    CueMarked,
    CuePainted,
    CueRaised,
    CueShown,
    CueSuppressed,
    Detection,
    DetectionWithdrawn,
    Event,
    Feeling,
    FeelingChanged,
    FinalResult,
    FlagWorded,
    HiddenCueEnded,
    LeadWrote,
    MomentFlagged,
    NameGiven,
    NameLearned,
    NoteWritten,
    OutcomeSet,
    PauseSet,
    PivotMarked,
    PromiseDropped,
    PromiseMade,
    SummaryWritten,
    WrapUp,
)
from assist.core.words import Party, Utterance
from assist.store.errors import StoreError
from assist.store.journal_reader import ClosedJournal
from assist.store.model import CallOverview, CueMark, StoredCall, StoredCue, StoredDetection

_Kind = TypeVar("_Kind", bound=Event)


def gather(journal: ClosedJournal, file: str) -> StoredCall:
    """The call of a journal kept at `file`. Raises StoreError."""
    events = journal.events
    cues = _cues(events)
    return StoredCall(
        overview=_overview(journal, cues, file),
        utterances=_utterances(events),
        detections=_detections(events),
        cues=cues,
        promises=_promises(events),
        feelings=_of(events, FeelingChanged),
        pivots=_of(events, PivotMarked),
        flags=_flags(events),
        losses=(*_of(events, AudioLost), *_pauses(events)),
        marks=_marks(events, cues, journal.started.agent),
        lines=_of(events, LeadWrote),
    )


def _pauses(events: Sequence[Event]) -> tuple[AudioLost, ...]:
    """Time that was not kept, as sound lost on purpose: "paused", "paused_hold", "paused_card"."""
    found: list[AudioLost] = []
    began: PauseSet | None = None
    for event in events:
        is_over = isinstance(event, CallEnded) or (
            isinstance(event, PauseSet) and began is not None
        )
        if began is not None and is_over:
            reason = f"{PAUSED}_{began.reason}" if began.reason else PAUSED
            found.append(
                AudioLost(
                    at=began.at, party=Party.AGENT, duration_ms=event.at - began.at, reason=reason
                )
            )
            began = None
        if isinstance(event, PauseSet) and event.is_paused:
            began = event
    return tuple(found)


def _of(events: Iterable[Event], kind: type[_Kind]) -> tuple[_Kind, ...]:
    return tuple(event for event in events if isinstance(event, kind))


def _overview(journal: ClosedJournal, cues: tuple[StoredCue, ...], file: str) -> CallOverview:
    started, events = journal.started, journal.events
    ended = _of(events, CallEnded)[-1]
    # A call whose engine died before the wrap-up has none; what it would say is mostly known.
    wrap_ups = _of(events, WrapUp)
    wrap_up = wrap_ups[-1] if wrap_ups else None
    outcomes = [event.outcome for event in _of(events, OutcomeSet)]
    # A corrected note replaces the one before it.
    notes = [event.text for event in _of(events, NoteWritten)]
    summaries = [event.text for event in _of(events, SummaryWritten)]
    names = [event.name for event in events if isinstance(event, (NameGiven, NameLearned))] or [
        wrap_up.customer_name if wrap_up else ""
    ]
    return CallOverview(
        id=started.call,
        started_at=_moment(started.started_at),
        duration_ms=wrap_up.duration_ms if wrap_up else ended.at,
        source=started.source,
        agent=started.agent,
        customer_name=names[-1] or started.customer_name,
        customer_number=started.customer_number,
        reference=started.reference,
        outcome=outcomes[-1] if outcomes else (wrap_up.outcome if wrap_up else ""),
        end_reason=ended.reason,
        problem=wrap_up.problem if wrap_up else "",
        first_feeling=wrap_up.first_feeling if wrap_up else Feeling.NONE,
        last_feeling=wrap_up.last_feeling if wrap_up else Feeling.NONE,
        turned_around=wrap_up.turned_around if wrap_up else False,
        at_risk=wrap_up.at_risk if wrap_up else False,
        agent_percent=wrap_up.agent_percent if wrap_up else 0,
        cues_raised=len(cues),
        cues_shown=sum(cue.shown_at is not None for cue in cues),
        cues_heeded=sum(cue.ending == "heeded" for cue in cues),
        checklist=wrap_up.checklist if wrap_up else (),
        note=notes[-1] if notes else "",
        app=journal.app,
        model=journal.model,
        playbook=journal.playbook,
        playbook_hash=journal.playbook_hash,
        journal=file,
        drivers=wrap_up.drivers if wrap_up else (),
        courtesies=wrap_up.courtesies if wrap_up else 0,
        barriers=wrap_up.barriers if wrap_up else 0,
        problem_at=wrap_up.problem_at if wrap_up else None,
        done=wrap_up.done if wrap_up else (),
        summary=summaries[-1] if summaries else "",
        notice=started.notice,
    )


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        # Local time of the years at either end of the calendar can be out of it.
        local = moment if moment.tzinfo is not None else moment.astimezone()
        local.astimezone(UTC)
    except (ValueError, OverflowError):
        raise StoreError(f"The journal's start time '{text}' is not a date and time.") from None
    return local


def _promises(events: Iterable[Event]) -> tuple[PromiseMade, ...]:
    """The last word on each promise, without those that the agent says are none."""
    found: dict[int, PromiseMade] = {}
    for event in events:
        if isinstance(event, PromiseMade):
            found[event.promise] = event
        elif isinstance(event, PromiseDropped):
            found.pop(event.promise, None)
    return tuple(found.values())


def _flags(events: Iterable[Event]) -> tuple[MomentFlagged, ...]:
    """The flags, each with the word that was given to it afterwards."""
    found: list[MomentFlagged] = []
    for event in events:
        if isinstance(event, MomentFlagged):
            found.append(event)
        elif isinstance(event, FlagWorded) and found:
            found[-1] = replace(found[-1], note=event.note)
    return tuple(found)


def _utterances(events: Iterable[Event]) -> tuple[Utterance, ...]:
    found = {
        (event.party, event.utterance): Utterance(
            party=event.party,
            number=event.utterance,
            start=event.start,
            end=event.end,
            text=event.text,
            words=event.words,
        )
        for event in events
        if isinstance(event, FinalResult) and event.text
    }
    return tuple(sorted(found.values(), key=lambda each: (each.start, each.party)))


def _detections(events: Iterable[Event]) -> tuple[StoredDetection, ...]:
    """The last word on each detection: one made again from the final replaces the first."""
    found: dict[int, StoredDetection] = {}
    for event in events:
        if isinstance(event, Detection):
            found[event.number] = StoredDetection(detection=event, is_withdrawn=False)
        elif isinstance(event, DetectionWithdrawn) and event.number in found:
            found[event.number] = replace(found[event.number], is_withdrawn=True)
    return tuple(found[number] for number in sorted(found))


def _cues(events: Iterable[Event]) -> tuple[StoredCue, ...]:
    found: dict[int, StoredCue] = {}
    for event in events:
        if isinstance(event, CueRaised):
            found[event.cue] = _raised(event)
        elif isinstance(event, (CueEvent, CuePainted)) and event.cue in found:
            found[event.cue] = _moved_on(found[event.cue], event)
    return tuple(found[number] for number in sorted(found))


def _marks(events: Iterable[Event], cues: tuple[StoredCue, ...], agent: str) -> tuple[CueMark, ...]:
    """The agent's last word on each cue."""
    known = {cue.cue: cue for cue in cues}
    found = {
        event.cue: CueMark(
            cue=event.cue,
            rule=known[event.cue].rule,
            version=known[event.cue].version,
            is_right=event.is_right,
            at=event.at,
            by=agent,
        )
        for event in events
        if isinstance(event, CueMarked) and event.cue in known
    }
    return tuple(found[cue] for cue in sorted(found))


def _raised(event: CueRaised) -> StoredCue:
    return StoredCue(
        cue=event.cue,
        rule=event.rule,
        at=event.at,
        title=event.title,
        headline=event.headline,
        directions=event.directions,
        urgency=event.urgency,
        priority=event.priority,
        evidence=event.evidence,
        trigger_end=event.trigger_end,
        lessons=event.lessons,
        version=event.version,
    )


def _moved_on(cue: StoredCue, event: CueEvent | CuePainted) -> StoredCue:
    match event:
        case CuePainted():
            return cue if cue.delay_ms is not None else replace(cue, delay_ms=event.delay_ms)
        case CueShown() if cue.shown_at is None:
            return replace(cue, shown_at=event.at)
        case HiddenCueEnded():
            return replace(cue, unseen=event.outcome)
        case CueHeld():
            return replace(cue, reason=event.reason)
        case _ if isinstance(event, CUE_ENDINGS):
            ending = type_name(type(event)).removeprefix("cue_")
            reason = event.reason if isinstance(event, CueSuppressed) else cue.reason
            return replace(cue, ending=ending, ended_at=event.at, reason=reason)
    return cue
