"""Past calls as inputs: from their journals, from the store, from written dialogues."""

from collections.abc import Iterable, Iterator, Sequence

from assist.core.events import (
    CallEnded,
    CallStarted,
    FinalResult,
    Input,
    PartialResult,
    Tick,
    VoiceActivity,
)
from assist.core.words import Party, Utterance
from assist.review.backtest import PastCall
from assist.review.hearing import dialogue_inputs
from assist.review.labelled import Dialogue
from assist.session.journal import Journal

_TICK_MS = 100
_HEARD_MS = 500
"""From the last word to the final result, as live."""


def from_journal(call: str, agent: str, journal: Journal) -> PastCall:
    """A call as it was heard. What the agent did to single cues is left out: they were others."""
    inputs = tuple(event for event in journal.inputs if not hasattr(event, "cue"))
    return PastCall(id=call, agent=agent, inputs=inputs, duration_ms=_duration(inputs))


def from_utterances(
    call: str,
    agent: str,
    customer_name: str,
    started_at: str,
    utterances: Sequence[Utterance],
    duration_ms: int,
) -> PastCall:
    """A call of which only the words are left: voice and partials are made from their times."""
    end = max([duration_ms, *(utterance.end + _HEARD_MS for utterance in utterances)])
    timed: list[Input] = [event for each in utterances for event in _spoken(each)]
    timed += [Tick(at=at) for at in range(_TICK_MS, end, _TICK_MS)]
    timed.sort(key=lambda event: (event.at, isinstance(event, Tick)))
    started = CallStarted(
        at=0,
        call=call,
        started_at=started_at,
        source="stored",
        customer_name=customer_name,
        agent=agent,
        heard=tuple(Party),
    )
    inputs = (started, *timed, CallEnded(at=end, reason="hangup"))
    return PastCall(id=call, agent=agent, inputs=inputs, duration_ms=end)


def _spoken(said: Utterance) -> Iterator[Input]:
    yield VoiceActivity(at=said.start, party=said.party, is_active=True)
    yield PartialResult(
        at=said.end, party=said.party, utterance=said.number, start=said.start, text=said.text
    )
    yield VoiceActivity(at=said.end, party=said.party, is_active=False)
    yield FinalResult(
        at=said.end + _HEARD_MS,
        party=said.party,
        utterance=said.number,
        start=said.start,
        end=said.end,
        text=said.text,
        words=said.words,
    )


def from_dialogues(dialogues: Iterable[Dialogue]) -> list[PastCall]:
    """Written dialogues, at speaking pace; nobody knows their agents."""
    calls = []
    for dialogue in dialogues:
        heard = dialogue_inputs(dialogue)
        calls.append(
            PastCall(id=dialogue.id, agent="", inputs=heard.inputs, duration_ms=heard.duration_ms)
        )
    return calls


def _duration(inputs: Sequence[Input]) -> int:
    return max((event.at for event in inputs), default=0)
