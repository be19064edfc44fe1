"""Whatever happens to a device: told in one sentence, silence in its place, opened again."""

import logging
from collections.abc import Iterator
from itertools import pairwise

import pytest

from assist.audio import AudioError
from assist.audio.errors import BUG
from assist.audio.live import LiveSource
from assist.audio.side import RETRY_S
from assist.core.audio import AudioBlock
from assist.core.words import Party
from tests.helpers.audio import GENEROUS_S, FakeDevices, FakeStream, Heard, ManualClock

AGENT, CUSTOMER = Party.AGENT, Party.CUSTOMER


class Call:
    """A started source over fake devices, in a time of its own."""

    def __init__(self, **rates: int) -> None:
        self.clock = ManualClock(70_000)
        self.devices = FakeDevices({Party(name): rate for name, rate in rates.items()})
        self.heard = Heard()
        self.source = LiveSource("mic", "monitor", opener=self.devices, clock=self.clock)
        self.source.start(self.heard.sink, self.heard.trouble)
        self.streams = {party: self.devices.opened() for party in Party}

    def pass_ms(self, ms: int, *silent: Party, value: int = 1000) -> None:
        """Time passes; every device that is there and not `silent` sends."""
        for _ in range(ms // 20):
            self.clock.advance(20)
            for party, stream in self.streams.items():
                if party not in silent:
                    stream.send(20, self.clock(), value)

    @property
    def now_ms(self) -> int:
        return (self.clock() - 70_000_000_000) // 1_000_000


@pytest.fixture
def call() -> Iterator[Call]:
    started = Call()
    yield started
    started.source.stop()


def test_both_sides_arrive_each_from_its_own_device(call: Call) -> None:
    assert {party: stream.device for party, stream in call.streams.items()} == {
        AGENT: "mic",
        CUSTOMER: "monitor",
    }
    for _ in range(100):
        call.clock.advance(20)
        call.streams[AGENT].send(20, call.clock(), 111)
        call.streams[CUSTOMER].send(20, call.clock(), 222)
    for party, value in ((AGENT, 111), (CUSTOMER, 222)):
        call.heard.wait_until_ms(party, 1900)
        assert set(call.heard.samples(party)) == {value}
    assert call.heard.troubles == []
    assert not call.source.finished


def test_stop_hands_over_everything_captured_and_closes_the_devices(call: Call) -> None:
    call.pass_ms(1_250)
    call.source.stop()
    for party in Party:
        assert len(call.heard.samples(party)) == 1_300 * 16
        assert (call.heard.samples(party)[: 1_240 * 16] == 1000).all()
        assert call.streams[party].is_closed


def test_devices_of_different_rates_are_numbered_alike() -> None:
    call = Call(agent=44_100, customer=48_000)
    call.pass_ms(3_000)
    for party in Party:
        call.heard.wait_until_ms(party, 2_900)
    call.source.stop()
    assert {len(call.heard.samples(party)) for party in Party} == {3_000 * 16}


def test_a_lost_device_is_told_stands_as_silence_and_comes_back(call: Call) -> None:
    call.pass_ms(2_000)
    call.heard.wait_until_ms(CUSTOMER, 1_900)
    lost = call.streams[CUSTOMER]
    lost.end("The sound device monitor is gone; plug it in.")
    call.heard.wait_for(lambda: call.heard.troubles)
    (trouble,) = call.heard.troubles
    assert (trouble.party, trouble.is_heard) == (CUSTOMER, False)
    assert trouble.reason == "The sound device monitor is gone; plug it in."
    assert lost.is_closed
    call.devices.absent.add("monitor")
    call.pass_ms(4_000, CUSTOMER, value=2000)
    call.heard.wait_until_ms(AGENT, 5_900)
    call.heard.wait_until_ms(CUSTOMER, 5_500)
    assert not call.heard.samples(CUSTOMER)[2_000 * 16 :].any()

    call.devices.absent.clear()
    call.clock.advance(5_000)
    call.streams[CUSTOMER] = call.devices.opened()
    assert call.streams[CUSTOMER].device == "monitor"
    call.pass_ms(2_000, value=3000)
    call.heard.wait_for(lambda: any(trouble.lost_ms for trouble in call.heard.troubles))
    customer = [t for t in call.heard.troubles if t.party is CUSTOMER]
    assert [t.is_heard for t in customer] == [False, True, True]
    assert abs(sum(t.lost_ms for t in customer) - 9_000) <= 40
    call.heard.wait_until_ms(CUSTOMER, call.now_ms - 100)
    assert (call.heard.samples(CUSTOMER)[11_100 * 16 :] == 3000).all()


def test_a_device_that_goes_quiet_without_a_word_is_lost_too(call: Call) -> None:
    call.pass_ms(1_000)
    call.pass_ms(1_500, AGENT)
    call.heard.wait_for(lambda: call.heard.troubles)
    (trouble,) = call.heard.troubles
    assert trouble.party is AGENT
    assert "mic" in trouble.reason
    assert trouble.reason.endswith(".")
    assert call.streams[AGENT].is_closed
    assert not call.streams[CUSTOMER].is_closed


def test_a_device_that_opens_but_sends_nothing_is_not_heard_again(call: Call) -> None:
    call.pass_ms(1_000)
    call.streams[AGENT].end("Gone.")
    call.heard.wait_for(lambda: call.heard.troubles)
    for _ in range(3):
        call.clock.advance(6_000)
        dumb = call.devices.opened()
        while dumb.device != "mic":  # the other side has been silent as well
            dumb = call.devices.opened()
        # It may be seen by us before its side is done with opening it: time has to go on.
        for _ in range(int(GENEROUS_S / 0.05)):
            call.clock.advance(300)
            if dumb.closed.wait(0.05):
                break
        assert dumb.is_closed
    assert not any(t.is_heard for t in call.heard.troubles if t.party is AGENT)


def test_only_the_device_the_call_began_with_is_opened_again() -> None:
    devices, heard, clock = FakeDevices(), Heard(), ManualClock(1_000)
    source = LiveSource(opener=devices, clock=clock)
    source.start(heard.sink, heard.trouble)
    first = devices.opened()
    devices.opened()
    first.end("Gone.")
    heard.wait_for(lambda: heard.troubles)
    clock.advance(700)
    again = devices.opened()
    source.stop()
    assert first.device == again.device == "usual-agent"
    assert devices.names == ["", "", "usual-agent"]


def test_attempts_to_reopen_become_rarer(call: Call) -> None:
    call.pass_ms(1_000)
    call.devices.absent.add("mic")
    call.streams[AGENT].end("Gone.")
    call.heard.wait_for(lambda: call.heard.troubles)
    lost_ms = call.now_ms
    attempts_ms: list[int] = []
    step_ms = 500
    while len(attempts_ms) < len(RETRY_S) + 1:
        before, asked = len(call.heard.blocks[AGENT]), len(call.devices.names)
        call.pass_ms(step_ms, AGENT)
        call.heard.wait_for_blocks(AGENT, more_than=before)
        attempts_ms += [call.now_ms] * (len(call.devices.names) - asked)
        assert call.now_ms < 60_000
    waits = [after - before for before, after in pairwise([lost_ms, *attempts_ms])]
    for wait, expected_s in zip(waits, (*RETRY_S, RETRY_S[-1]), strict=True):
        assert expected_s * 1000 - step_ms <= wait <= expected_s * 1000 + 2 * step_ms


def test_a_call_with_a_missing_device_does_not_begin_and_leaves_nothing_open() -> None:
    devices, heard = FakeDevices(), Heard()
    devices.absent.add("monitor")
    source = LiveSource("mic", "monitor", opener=devices)
    with pytest.raises(AudioError, match="monitor is not there"):
        source.start(heard.sink, heard.trouble)
    assert devices.opened().is_closed
    source.stop()


def test_one_device_for_both_sides_is_refused() -> None:
    devices, heard = FakeDevices(), Heard()
    with pytest.raises(AudioError, match="both on mic"):
        LiveSource("mic", "mic", opener=devices).start(heard.sink, heard.trouble)
    assert devices.opened().is_closed
    assert devices.opened().is_closed


def test_a_source_that_was_never_started_can_be_stopped() -> None:
    LiveSource("mic", "monitor", opener=FakeDevices()).stop()


def test_a_fault_of_ours_is_told_and_closes_the_device(
    caplog: pytest.LogCaptureFixture,
) -> None:
    devices, heard, clock = FakeDevices(), Heard(), ManualClock(1_000)
    source = LiveSource("mic", "monitor", opener=devices, clock=clock)

    def broken_sink(block: AudioBlock) -> None:
        raise RuntimeError(f"no room for {block.index}")

    with caplog.at_level(logging.WARNING):
        source.start(broken_sink, heard.trouble)
        agent = devices.opened()
        devices.opened()
        for _ in range(30):
            clock.advance(20)
            agent.send(20, clock())
        heard.wait_for(lambda: heard.troubles)
        assert agent.closed.wait(GENEROUS_S)
        source.stop()
    assert [(t.party, t.is_heard, t.reason) for t in heard.troubles] == [(AGENT, False, BUG)]
    assert "no room for 0" in caplog.text


def test_a_loopback_that_sends_nothing_while_nothing_plays_is_not_lost(
    caplog: pytest.LogCaptureFixture,
) -> None:
    devices, heard, clock = FakeDevices(fills=set(Party)), Heard(), ManualClock(1_000)
    source = LiveSource("mic", "monitor", opener=devices, clock=clock)
    with caplog.at_level(logging.INFO):
        source.start(heard.sink, heard.trouble)
    streams: list[FakeStream] = [devices.opened(), devices.opened()]
    for _ in range(20):
        clock.advance(500)
        blocks = len(heard.blocks[CUSTOMER])
        heard.wait_for_blocks(CUSTOMER, more_than=blocks)
    assert heard.troubles == []
    assert not any(stream.is_closed for stream in streams)
    source.stop()
