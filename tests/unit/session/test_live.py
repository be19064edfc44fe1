import logging
from collections.abc import Iterable
from dataclasses import replace

import pytest

from assist.audio.errors import AudioError
from assist.core.audio import AudioBlock, SideTrouble
from assist.core.events import (
    AudioLost,
    CallEnded,
    CallStarted,
    CuePainted,
    CueRaised,
    DismissAsked,
    Event,
    FinalResult,
    LagChanged,
    PartialResult,
    PauseSet,
    SideHeard,
    Tick,
    WrapUp,
)
from assist.core.interfaces import RecognizerResult, SpeechModel
from assist.core.notices import LevelChanged, Trouble
from assist.core.words import Party
from assist.session.live import LiveCall
from assist.session.resume import ResumePoint
from tests.helpers.clock import ManualClock
from tests.helpers.session import LOUD, SILENT, Collector, ManualSource, make_session
from tests.helpers.speech import ScriptedModel, ScriptedRecognizer, final, partial

STARTED = CallStarted(at=0, call="c1", started_at="2026-11-22T10:00:00+00:00", source="live")
DEAD_END = "there is nothing i can do"


class MemoryLog:
    """A journal in memory."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.is_closed = False

    def append(self, events: Iterable[Event]) -> None:
        assert not self.is_closed
        self.events += events

    def close(self) -> None:
        self.is_closed = True


class MemorySpool:
    """A spool in memory; fails where it is told to."""

    def __init__(self, *, fails: bool = False) -> None:
        self.blocks: list[AudioBlock] = []
        self.is_closed = False
        self._fails = fails

    def append(self, block: AudioBlock) -> None:
        if self._fails:
            raise OSError(28, "No space left on device")
        self.blocks.append(block)

    def close(self) -> None:
        self.is_closed = True


def words(text: str, start: int) -> list[tuple[str, int, int]]:
    return [(word, start + 100 * n, start + 100 * n + 90) for n, word in enumerate(text.split())]


def agent_says(text: str, *, at: int = 900, utterance: int = 0) -> list[RecognizerResult]:
    """A partial, and its final 600 ms later."""
    start = at - 100 * len(text.split())
    return [
        partial(Party.AGENT, at, text, utterance=utterance, start=start),
        final(Party.AGENT, at + 600, words(text, start), utterance=utterance),
    ]


class Live:
    """A live call on a source driven by hand."""

    def __init__(
        self,
        script: dict[Party, list[RecognizerResult]] | None = None,
        *,
        source: ManualSource | None = None,
        model: SpeechModel | None = None,
        resume: ResumePoint | None = None,
        spool: MemorySpool | None = None,
        started: CallStarted = STARTED,
    ) -> None:
        self.published = Collector()
        self.closed = Collector()
        self.journal = MemoryLog()
        self.spool = spool or MemorySpool()
        self.source = source or ManualSource()
        self.clock = ManualClock()
        self.session = make_session()
        self.call = LiveCall(
            source=self.source,
            model=model or ScriptedModel(script or {}),
            session=self.session,
            started=started,
            publish=self.published,
            on_closed=lambda: self.closed(Trouble(sentence="closed")),
            journal=self.journal,
            spool=self.spool,
            gate=False,
            resume=resume,
            clock_ns=self.clock.ns,
        )

    def start(self) -> "Live":
        self.call.start()
        return self

    def end(self) -> list[Event]:
        """End the call; all its events."""
        self.call.end("operator")
        assert self.call.wait(60)
        return self.published.events


def test_a_call_begins_with_call_started_and_ends_with_its_wrap_up() -> None:
    live = Live().start()
    live.source.send_both(10)
    events = live.end()
    assert events[0] == STARTED
    assert isinstance(events[-1], WrapUp)
    assert CallEnded(at=1000, reason="operator") in events
    assert [event.at for event in events if isinstance(event, Tick)] == [
        100 * number for number in range(1, 11)
    ]


def test_stop_recognizes_everything_captured() -> None:
    live = Live({Party.AGENT: agent_says("hello there", at=4000)}).start()
    live.source.send_both(60)
    events = live.end()
    said = [event.text for event in events if isinstance(event, FinalResult)]
    assert said == ["hello there"]
    at_end = next(event for event in events if isinstance(event, CallEnded))
    assert at_end.at == 6000


def test_stop_closes_the_open_utterance() -> None:
    live = Live({Party.AGENT: agent_says("hello there", at=900)}).start()
    live.source.send_both(10)
    live.published.wait_for(PartialResult)
    assert "hello there" in [e.text for e in live.end() if isinstance(e, FinalResult)]


def test_everything_published_is_in_the_journal_in_the_same_order() -> None:
    live = Live({Party.AGENT: agent_says(DEAD_END)}).start()
    live.source.send_both(20)
    live.published.wait_for(CueRaised)
    events = live.end()
    assert live.journal.events == events
    assert live.journal.is_closed
    assert live.spool.is_closed
    assert live.closed.messages


def test_a_prompt_comes_while_the_call_goes_on() -> None:
    live = Live({Party.AGENT: agent_says(DEAD_END)}).start()
    live.source.send_both(12)
    raised = live.published.wait_for(CueRaised)
    assert raised.rule == "dead_end"
    assert not live.published.of(CallEnded)
    live.end()


def test_call_time_never_goes_back() -> None:
    live = Live(
        {
            Party.AGENT: agent_says("one two", at=500) + agent_says("three", at=2500, utterance=1),
            Party.CUSTOMER: [partial(Party.CUSTOMER, 700, "four", start=500)],
        }
    ).start()
    for _ in range(40):
        live.source.send(Party.AGENT)
    live.published.wait_for(FinalResult, lambda result: result.text == "three")
    for _ in range(40):
        live.source.send(Party.CUSTOMER)
    times = [event.at for event in live.end()]
    assert times == sorted(times)


def test_ticks_wait_for_the_slower_side_but_not_for_a_dead_one() -> None:
    live = Live().start()
    live.source.send_both(1)
    for _ in range(9):
        live.source.send(Party.AGENT)
    last = live.published.wait_for(Tick, lambda tick: tick.at == 700)
    assert last.at == 700
    live.source.send(Party.CUSTOMER)
    live.published.wait_for(LevelChanged, lambda level: level.party is Party.CUSTOMER)
    assert max(tick.at for tick in live.published.of(Tick)) == 700
    live.end()


def test_without_any_sound_the_clock_moves_call_time_on() -> None:
    live = Live().start()
    live.source.send_both(1)
    live.published.wait_for(Tick)
    live.clock.advance(30)
    live.published.wait_for(Tick, lambda tick: tick.at >= 30_000)
    live.end()


def test_a_played_recording_ends_the_call_by_itself() -> None:
    live = Live().start()
    live.source.send_both(3)
    live.source.finished = True
    assert live.call.wait(60)
    assert CallEnded(at=300, reason="end_of_file") in live.published.events


def test_lost_sound_is_an_event_and_word_times_stay_true() -> None:
    script: list[RecognizerResult] = [final(Party.AGENT, 1000, [("late", 800, 900)])]
    live = Live({Party.AGENT: script}).start()
    live.source.send(Party.AGENT)
    live.source.skip(Party.AGENT, 500)
    for _ in range(5):
        live.source.send(Party.AGENT)
    events = live.end()
    assert (
        AudioLost(at=100, party=Party.AGENT, duration_ms=500, reason="no sound was captured")
        in events
    )
    heard = next(event for event in events if isinstance(event, FinalResult))
    assert (heard.start, heard.end) == (800, 900)


def test_a_sources_trouble_shows_and_goes() -> None:
    live = Live().start()
    live.source.send_both(2)
    sentence = "The headset is gone; plug it in again."
    live.source.tell(SideTrouble(party=Party.AGENT, at=200, is_heard=False, reason=sentence))
    live.published.wait_for(SideHeard, lambda event: event.reason == sentence)
    live.source.tell(
        SideTrouble(party=Party.AGENT, at=900, is_heard=True, reason="unplugged", lost_ms=700)
    )
    live.published.wait_for(SideHeard, lambda event: event.is_heard)
    lost = live.published.wait_for(AudioLost)
    assert (lost.party, lost.duration_ms) == (Party.AGENT, 700)
    live.end()


def test_a_side_without_any_sound_is_told_and_taken_back() -> None:
    live = Live().start()
    for _ in range(120):
        live.source.send(Party.AGENT)
        live.source.send(Party.CUSTOMER, SILENT)
    told = live.published.wait_for(SideHeard)
    assert (told.party, told.is_heard) == (Party.CUSTOMER, False)
    assert "customer" in told.reason
    live.source.send(Party.CUSTOMER)
    live.published.wait_for(SideHeard, lambda event: event.is_heard)
    live.end()
    assert len(live.published.of(SideHeard)) == 2


def test_levels_are_told_per_block() -> None:
    live = Live().start()
    live.source.send(Party.AGENT)
    live.source.send(Party.CUSTOMER, SILENT)
    live.end()
    assert set(live.published.of(LevelChanged)) == {
        LevelChanged(party=Party.AGENT, dbfs=-30),
        LevelChanged(party=Party.CUSTOMER, dbfs=-96),
    }


def test_a_paused_call_hears_and_keeps_nothing() -> None:
    recognizers: list[ScriptedRecognizer] = []

    class Model(ScriptedModel):
        def recognizer(self, party: Party) -> ScriptedRecognizer:
            recognizers.append(super().recognizer(party))
            return recognizers[-1]

    live = Live(model=Model({})).start()
    live.source.send_both(5)
    live.call.set_pause(is_paused=True)
    live.source.send_both(50)
    live.call.set_pause(is_paused=False)
    live.source.send_both(5)
    events = live.end()
    paused, resumed = (event for event in events if isinstance(event, PauseSet))
    assert (paused.is_paused, resumed.is_paused) == (True, False)
    assert paused.at >= 500
    assert resumed.at >= 5500
    for recognizer in recognizers:
        assert recognizer.fed == LOUD * 5 + SILENT * 50 + LOUD * 5
    for party in Party:
        kept = [block.samples for block in live.spool.blocks if block.party is party]
        assert kept == [LOUD] * 5 + [SILENT] * 50 + [LOUD] * 5
    assert not [event for event in events if isinstance(event, SideHeard)]


def test_an_action_reaches_the_call_at_its_time() -> None:
    live = Live({Party.AGENT: agent_says(DEAD_END)}).start()
    live.source.send_both(20)
    raised = live.published.wait_for(CueRaised)
    live.call.act(lambda at: DismissAsked(at=at, cue=raised.cue))
    asked = live.published.wait_for(DismissAsked)
    assert asked.at >= raised.at
    live.end()


def test_the_delay_of_a_cue_counts_from_its_last_trigger_word_in_the_sound() -> None:
    live = Live({Party.AGENT: agent_says(DEAD_END)}).start()
    for number in range(20):
        for party in Party:
            live.source.send(party, stamp_ns=(number + 1) * 100_000_000 + 5_000_000_000)
    raised = live.published.wait_for(CueRaised)
    painted_at_ns = 5_000_000_000 + (raised.trigger_end + 320) * 1_000_000
    live.call.report_painted(raised.cue, painted_at_ns)
    painted = live.published.wait_for(CuePainted)
    assert painted.cue == raised.cue
    assert painted.delay_ms == 320
    live.call.report_painted(raised.cue, painted_at_ns)
    live.end()
    assert len(live.published.of(CuePainted)) == 1


class BrokenModel(ScriptedModel):
    """A model whose recognizer of one side fails."""

    def __init__(self, error: Exception) -> None:
        super().__init__({})
        self._error = error

    def recognizer(self, party: Party) -> ScriptedRecognizer:
        if party is Party.AGENT:
            raise self._error
        return super().recognizer(party)


def test_a_recognizer_that_fails_ends_the_call_in_order(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        live = Live(model=BrokenModel(RuntimeError("kaldi"))).start()
        live.source.send_both(3)
        assert live.call.wait(60)
    trouble = live.published.of(Trouble)
    assert len(trouble) == 1
    assert trouble[0].is_fatal
    assert "kaldi" not in trouble[0].sentence
    assert "kaldi" in caplog.text
    assert live.source.is_stopped.is_set()
    assert isinstance(live.journal.events[-1], WrapUp)
    assert next(e for e in live.journal.events if isinstance(e, CallEnded)).reason == "lost"
    assert live.closed.messages


def test_what_the_world_did_to_a_recognizer_is_told_in_its_own_words() -> None:
    live = Live(model=BrokenModel(AudioError("The model is broken; install it again."))).start()
    assert live.call.wait(60)
    assert live.published.of(Trouble) == [
        Trouble(sentence="The model is broken; install it again.", is_fatal=True, call=STARTED.call)
    ]


def test_a_source_that_cannot_be_opened_leaves_nothing_behind() -> None:
    live = Live(source=ManualSource(fails=AudioError("No headset was found; plug one in.")))
    with pytest.raises(AudioError, match="plug one in"):
        live.start()
    assert live.journal.is_closed
    assert live.spool.is_closed
    assert not live.published.messages


def test_a_full_spool_disk_is_said_once_and_the_call_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        live = Live({Party.AGENT: agent_says(DEAD_END)}, spool=MemorySpool(fails=True)).start()
        live.source.send_both(20)
        live.published.wait_for(CueRaised)
        live.end()
    assert len(live.published.of(Trouble)) == 1
    assert not live.published.of(Trouble)[0].is_fatal


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
