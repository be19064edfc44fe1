"""A recording plays on the capture path: at its time, in order, whole, and stops at once."""

import logging
import math
import threading
from collections.abc import Iterator

import numpy as np
import pytest

from assist.audio import AudioError
from assist.audio.errors import BUG
from assist.audio.playback import RecordingSource
from assist.core.audio import AudioBlock, SideTrouble
from assist.core.words import Party
from tests.helpers.audio import GENEROUS_S, Heard, ManualClock


class Tape:
    """A `Recording` of counting samples; fails after `good_blocks` if that many are given."""

    def __init__(self, count: int, *, good_blocks: int | None = None) -> None:
        self.duration_ms = count * 100
        self._count = count
        self._good_blocks = good_blocks
        self.read = 0

    def blocks(self) -> Iterator[tuple[AudioBlock, AudioBlock]]:
        for number in range(self._count):
            if number == self._good_blocks:
                raise AudioError("The tape is torn; mend it.")
            self.read = number + 1
            agent, customer = (
                AudioBlock(party=party, index=1600 * number, samples=self.samples(party, number))
                for party in Party
            )
            yield agent, customer

    def samples(self, party: Party, number: int) -> bytes:
        sign = 1 if party is Party.AGENT else -1
        return (sign * (np.arange(1600) + number)).astype("<i2").tobytes()


class DrivenTime:
    """A clock that a waiting player moves on by itself; remembers how long each wait was."""

    def __init__(self) -> None:
        self.clock = ManualClock(1_000)
        self.waits_s: list[float] = []

    def wait(self, event: threading.Event, seconds: float) -> bool:
        self.waits_s.append(seconds)
        self.clock.advance(seconds * 1000)
        return event.is_set()


@pytest.mark.parametrize("speed", [1.0, 2.5, 10.0])
def test_blocks_come_when_they_are_due_at_the_speed(speed: float) -> None:
    tape, time, arrived = Tape(20), DrivenTime(), []
    source = RecordingSource(tape, speed, clock=time.clock, wait=time.wait)
    done = threading.Event()

    def sink(block: AudioBlock) -> None:
        arrived.append((block.party, block.end_ms, time.clock.now_ns, block.stamp_ns))
        if len(arrived) == 40:
            done.set()

    source.start(sink, lambda _trouble: None)
    assert done.wait(GENEROUS_S)
    source.stop()
    for _party, end_ms, at_ns, stamp_ns in arrived:
        due_ns = 1_000_000_000 + int(end_ms * 1_000_000 / speed)
        assert abs(at_ns - due_ns) < 1_000
        assert stamp_ns == at_ns


@pytest.mark.parametrize("speed", [1.0, 0, math.inf])
def test_every_sample_of_both_sides_arrives_in_order(speed: float) -> None:
    tape, time, heard = Tape(50), DrivenTime(), Heard()
    source = RecordingSource(tape, speed, clock=time.clock, wait=time.wait)
    assert not source.finished
    source.start(heard.sink, heard.trouble)
    for party in Party:
        heard.wait_until_ms(party, 5_000)
    source.stop()
    assert source.finished
    assert heard.troubles == []
    for party in Party:
        assert [block.samples for block in heard.blocks[party]] == [
            tape.samples(party, number) for number in range(50)
        ]
    assert bool(time.waits_s) == (speed == 1.0)


def test_a_sink_that_blocks_holds_the_player_back_and_loses_nothing() -> None:
    tape, heard = Tape(1000), Heard()
    may_go = threading.Semaphore(0)
    blocked = threading.Semaphore(0)

    def sink(block: AudioBlock) -> None:
        blocked.release()
        assert may_go.acquire(timeout=GENEROUS_S)
        heard.sink(block)

    source = RecordingSource(tape, math.inf)
    source.start(sink, heard.trouble)
    for _ in range(10):
        assert blocked.acquire(timeout=GENEROUS_S)
        may_go.release()
    assert blocked.acquire(timeout=GENEROUS_S)
    assert tape.read <= 7
    may_go.release(2000)
    for party in Party:
        heard.wait_until_ms(party, 100_000)
    source.stop()
    assert heard.troubles == []


def test_stop_ends_a_long_wait_at_once_and_nothing_comes_after() -> None:
    heard = Heard()
    source = RecordingSource(Tape(100), 0.001)  # the first block is due in 100 s
    source.start(heard.sink, heard.trouble)
    source.stop()
    assert heard.blocks[Party.AGENT] == []


def test_stop_before_start_and_twice_is_harmless() -> None:
    source = RecordingSource(Tape(1))
    source.stop()
    source.stop()
    assert not source.finished


def test_a_recording_that_fails_midway_is_told_for_both_sides() -> None:
    heard = Heard()
    source = RecordingSource(Tape(10, good_blocks=4), math.inf)
    source.start(heard.sink, heard.trouble)
    heard.wait_for(lambda: len(heard.troubles) == 2)
    source.stop()
    assert source.finished
    assert {trouble.party for trouble in heard.troubles} == set(Party)
    assert heard.troubles[0] == SideTrouble(
        party=Party.AGENT, at=400, is_heard=False, reason="The tape is torn; mend it."
    )
    assert len(heard.blocks[Party.CUSTOMER]) == 4


def test_a_fault_of_ours_ends_playing_with_a_sentence_and_a_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    heard, tape = Heard(), Tape(10)

    def broken_sink(block: AudioBlock) -> None:
        raise RuntimeError(f"no room for {block.index}")

    source = RecordingSource(tape, math.inf)
    with caplog.at_level(logging.WARNING):
        source.start(broken_sink, heard.trouble)
        heard.wait_for(lambda: len(heard.troubles) == 2)
        source.stop()
    assert source.finished
    assert heard.troubles[0].reason == BUG
    assert "no room for 0" in caplog.text


@pytest.mark.parametrize("speed", [-1.0, math.nan])
def test_an_impossible_speed_is_refused(speed: float) -> None:
    with pytest.raises(AudioError, match="speed"):
        RecordingSource(Tape(1), speed)
