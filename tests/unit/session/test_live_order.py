"""A live call whose recognizers fall behind, and one that goes on after a restart."""

import threading
from dataclasses import replace

from assist.core.audio import AudioBlock
from assist.core.events import (
    AudioLost,
    CallEnded,
    CallStarted,
    Event,
    FinalResult,
    LagChanged,
    SideHeard,
    Tick,
)
from assist.core.interfaces import RecognizerResult
from assist.core.notices import Trouble
from assist.core.words import Party
from assist.session.resume import ResumePoint
from tests.helpers.livecall import DEAD_END, STARTED, Live, agent_says
from tests.helpers.session import GENEROUS_S, LOUD, Collector
from tests.helpers.speech import ScriptedModel, ScriptedRecognizer, final, partial


class SlowModel(ScriptedModel):
    """Its recognizers wait until they may go on."""

    def __init__(self, collector: Collector) -> None:
        super().__init__({})
        self._collector = collector

    def recognizer(self, party: Party) -> ScriptedRecognizer:
        gate = self._collector

        class Slow(ScriptedRecognizer):
            def accept(self, samples: bytes) -> tuple[RecognizerResult, ...]:
                gate.wait_for(Trouble)
                return super().accept(samples)

        return Slow(())


def test_falling_behind_is_told_and_being_over_it_as_well() -> None:
    go = Collector()
    live = Live(model=SlowModel(go)).start()
    live.source.send_both(30)
    go(Trouble(sentence="go on"))
    live.published.wait_for(Tick, lambda tick: tick.at == 3000)
    live.end()
    for party in Party:
        lags = [event.lag_ms for event in live.published.of(LagChanged) if event.party is party]
        assert lags[0] >= 2000
        assert lags[-1] == 0


class UnevenModel(ScriptedModel):
    """One party's recognizer does not begin before the other's is at its end."""

    def __init__(
        self, scripts: dict[Party, list[RecognizerResult]], late: Party, blocks: int
    ) -> None:
        super().__init__(scripts)
        self._scripts = scripts
        self._late = late
        self._blocks = blocks
        self._may_begin = threading.Event()

    def recognizer(self, party: Party) -> ScriptedRecognizer:
        may_begin, blocks, is_late = self._may_begin, self._blocks, party is self._late

        class Uneven(ScriptedRecognizer):
            def accept(self, samples: bytes) -> tuple[RecognizerResult, ...]:
                if is_late:
                    assert may_begin.wait(GENEROUS_S)
                results = super().accept(samples)
                if not is_late and len(self.fed) == blocks * len(LOUD):
                    may_begin.set()
                return results

        return Uneven(self._scripts.get(party, ()))


def test_a_played_call_is_the_same_whichever_side_is_recognized_late() -> None:
    blocks = 60
    scripts: dict[Party, list[RecognizerResult]] = {
        Party.AGENT: [*agent_says("hello there", at=1000), *agent_says(DEAD_END, at=5900)],
        Party.CUSTOMER: [
            partial(Party.CUSTOMER, 1000, "good morning", start=300),
            final(Party.CUSTOMER, 3100, [("good", 300, 600), ("morning", 600, 900)]),
            partial(Party.CUSTOMER, 5900, "why", utterance=1, start=5700),
        ],
    }
    calls: list[list[Event]] = []
    for late in Party:
        live = Live(
            model=UnevenModel(scripts, late, blocks), started=replace(STARTED, source="demo")
        ).start()
        live.source.send_both(blocks)
        calls.append([event for event in live.end() if not isinstance(event, LagChanged)])
    assert calls[0] == calls[1]
    times = [event.at for event in calls[0]]
    assert times == sorted(times)
    first = next(event for event in calls[0] if isinstance(event, FinalResult))
    assert (first.party, first.at) == (Party.AGENT, 1600)


def test_a_resumed_call_hears_the_spool_first_then_goes_on() -> None:
    spooled = [
        AudioBlock(party=Party.AGENT, index=1600 * number, samples=LOUD) for number in range(20, 40)
    ]
    resume = ResumePoint(
        covered_ms={Party.AGENT: 2050, Party.CUSTOMER: 4000},
        next_utterance={Party.AGENT: 7, Party.CUSTOMER: 3},
        reached_ms=3500,
        live_ms=5000,
        is_paused=False,
        recent=(),
        missing_outputs=(),
        read_spool=lambda party, at: spooled if party is Party.AGENT else (),
    )
    script: list[RecognizerResult] = [
        final(Party.AGENT, 1000, [("again", 300, 500)]),
        final(Party.AGENT, 3200, [("on", 3000, 3100)], utterance=1),
    ]
    live = Live({Party.AGENT: script}, resume=resume)
    live.session.handle(STARTED)
    live.start()
    # New sound of the customer need not wait for a backlog of more than two seconds.
    live.published.wait_for(FinalResult)
    live.source.send_both(10)
    events = live.end()
    assert not [event for event in events if isinstance(event, CallStarted)]
    again, on = (event for event in events if isinstance(event, FinalResult))
    # Fed from 2050 ms on, in step with the model's 30 ms: its 300 ms is 2350-2380 ms of the call.
    assert (again.utterance, again.at) == (7, 3500)
    assert 2350 <= again.start < 2380
    assert on.utterance == 8
    assert 5050 <= on.start < 5080
    lost = {event.party: event for event in events if isinstance(event, AudioLost)}
    assert (lost[Party.AGENT].at, lost[Party.AGENT].duration_ms) == (4000, 1000)
    assert (lost[Party.CUSTOMER].at, lost[Party.CUSTOMER].duration_ms) == (4000, 1000)
    assert next(e for e in events if isinstance(e, CallEnded)).at == 6000


def test_what_was_told_before_a_restart_is_taken_back_after_it() -> None:
    told = SideHeard(at=3000, party=Party.AGENT, is_heard=False, reason="No sound.")
    resume = ResumePoint(
        covered_ms=dict.fromkeys(Party, 4000),
        next_utterance=dict.fromkeys(Party, 0),
        reached_ms=4000,
        live_ms=4000,
        is_paused=False,
        recent=(),
        missing_outputs=(),
        read_spool=lambda party, at: (),
        sides_told=(told,),
        lag_told={Party.CUSTOMER: 3000},
    )
    live = Live({}, resume=resume)
    live.session.handle(STARTED)
    live.start()
    live.source.send_both(3)
    live.end()
    assert [(e.party, e.is_heard) for e in live.published.of(SideHeard)] == [(Party.AGENT, True)]
    assert [(e.party, e.lag_ms) for e in live.published.of(LagChanged)] == [(Party.CUSTOMER, 0)]


def test_a_recording_may_come_faster_than_it_is_recognized() -> None:
    live = Live(started=replace(STARTED, source="demo")).start()
    live.source.send_both(1500)
    events = live.end()
    assert not [event for event in events if isinstance(event, AudioLost)]
    assert max(event.at for event in events) == 150_000
