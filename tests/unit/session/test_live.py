import logging

import pytest

from assist.audio.errors import AudioError
from assist.core.audio import SideTrouble
from assist.core.events import (
    AudioLost,
    CallEnded,
    CuePainted,
    CueRaised,
    DismissAsked,
    FinalResult,
    PartialResult,
    PauseSet,
    SideHeard,
    Tick,
    WrapUp,
)
from assist.core.interfaces import RecognizerResult
from assist.core.notices import LevelChanged, Trouble
from assist.core.words import Party
from tests.helpers.livecall import DEAD_END, STARTED, Live, MemorySpool, agent_says
from tests.helpers.session import LOUD, SILENT, ManualSource
from tests.helpers.speech import ScriptedModel, ScriptedRecognizer, final, partial


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


def test_a_call_put_away_recognizes_everything_captured_and_is_not_over() -> None:
    live = Live({Party.AGENT: agent_says("my number is four two", at=4000)}).start()
    live.source.send_both(50)
    live.call.park()
    assert live.call.wait(60)
    assert live.call.is_parked
    said = [event.text for event in live.journal.events if isinstance(event, FinalResult)]
    assert " ".join(said) == "my number is four two"  # digits are not held back for good
    assert live.journal.is_closed
    assert not [event for event in live.journal.events if isinstance(event, CallEnded | WrapUp)]


def test_a_call_that_is_ended_cannot_be_put_away() -> None:
    live = Live().start()
    live.source.send_both(5)
    live.call.end("operator")
    live.call.park()
    assert live.call.wait(60)
    assert not live.call.is_parked
    assert isinstance(live.journal.events[-1], WrapUp)


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
            Party.AGENT: agent_says("good morning", at=500)
            + agent_says("hello", at=2500, utterance=1),
            Party.CUSTOMER: [partial(Party.CUSTOMER, 700, "well", start=500)],
        }
    ).start()
    for _ in range(40):
        live.source.send(Party.AGENT)
    live.published.wait_for(FinalResult, lambda result: result.text == "hello")
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


def test_a_muted_side_is_neither_recognized_nor_kept_while_the_other_is() -> None:
    live = Live().start()
    live.source.send_both(5)
    live.call.mute(Party.CUSTOMER, is_muted=True)
    live.source.send_both(20)
    live.call.mute(Party.CUSTOMER, is_muted=False)
    live.source.send_both(5)
    told = [event for event in live.end() if isinstance(event, SideHeard)]
    assert [(e.party, e.is_heard, e.is_muted) for e in told] == [
        (Party.CUSTOMER, False, True),
        (Party.CUSTOMER, True, False),
    ]
    kept = {
        party: [block.samples for block in live.spool.blocks if block.party is party]
        for party in Party
    }
    assert kept[Party.CUSTOMER] == [LOUD] * 5 + [SILENT] * 20 + [LOUD] * 5
    assert kept[Party.AGENT] == [LOUD] * 30


def test_devices_are_changed_where_the_source_has_any() -> None:
    class Choosing(ManualSource):
        chosen: tuple[str, str] = ("", "")

        def set_devices(self, agent_device: str, customer_device: str) -> None:
            self.chosen = (agent_device, customer_device)

    source = Choosing()
    live = Live(source=source).start()
    live.call.set_devices("mic", "speakers")
    live.end()
    assert source.chosen == ("mic", "speakers")
    played = Live().start()
    played.call.set_devices("mic", "speakers")
    played.end()


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
