"""A past call made ready to practise with: its words, and the prompts it would get today."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assist.core.events import (
    CallEnded,
    CallStarted,
    CueRaised,
    Event,
    FinalResult,
    NameLearned,
    PartialResult,
    Urgency,
)
from assist.core.practice import PracticeCall, PracticeMoment
from assist.cues.playbook import Playbook
from assist.review.backtest import PastCall, Replayer
from assist.review.lives import CueLife, cue_lives

_LEAST_MS = 4_000
"""A moment is open for at least so long after its words: nobody marks faster than they read."""

_SEEN = (CallStarted, CallEnded, PartialResult, FinalResult, NameLearned)
"""What is seen of the call while it is practised: the words, nothing that was made of them."""


def practice_call(call: PastCall, run: Replayer, playbook: Playbook) -> PracticeCall:
    """Run the call with the playbook; what it would prompt is kept back for the comparison.

    No rule is held back for comparison with other calls, as a live call might do.
    """
    whole = replace(
        playbook,
        holdout=0.0,
        rules=tuple(replace(rule, holdout=None) for rule in playbook.rules),
    )
    outputs = tuple(run(whole, call.inputs))
    names = [event.name for event in outputs if isinstance(event, NameLearned)]
    started = next((event for event in call.inputs if isinstance(event, CallStarted)), None)
    return PracticeCall(
        id=call.id,
        customer=names[-1] if names else started.customer_name if started else "",
        events=_in_order((*call.inputs, *outputs)),
        moments=tuple(_moments(cue_lives(outputs))),
        duration_ms=call.duration_ms,
    )


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    seen = [event for event in events if isinstance(event, _SEEN)]
    return tuple(sorted(seen, key=lambda event: event.at))


def _moments(lives: Iterable[CueLife]) -> Iterator[PracticeMoment]:
    """Prompts that were shown, and those that the agent was quicker than."""
    for life in lives:
        was_ahead = life.shown_at is None and life.ending == "stood_down"
        if life.raised.urgency is Urgency.PRAISE or life.ending == "withdrawn":
            continue
        if life.shown_at is None and not was_ahead:
            continue
        raised = life.raised
        was_done = life.ending in ("heeded", "stood_down")
        ended = life.ended_at if was_done and life.ended_at is not None else raised.expires_at
        yield PracticeMoment(
            rule=raised.rule,
            title=raised.title,
            headline=raised.headline,
            directions=raised.directions,
            urgency=raised.urgency,
            lessons=raised.lessons,
            quote=life.quote,
            since=_since(raised),
            until=max(ended, raised.at + _LEAST_MS),
            is_shown=life.shown_at is not None,
            was_done=was_done,
        )


def _since(raised: CueRaised) -> int:
    """When the newest words it rests on began; a prompt of mere timing begins with itself."""
    newest = max(raised.evidence, key=lambda each: each.end, default=None)
    if newest is None or newest.utterance is None:
        return raised.at
    return min(newest.start, raised.at)
