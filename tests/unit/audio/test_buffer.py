"""However sound is handed over: exact blocks, numbered true to the clock, and no loss unsaid."""

import itertools
import threading
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st

from assist.audio.buffer import (
    CAPACITY_S,
    IDLE_AFTER_MS,
    IDLE_MARGIN_MS,
    MEASURE_S,
    SETTLE_MS,
    TOLERANCE_MS,
    ChannelBuffer,
)
from assist.core.audio import SAMPLE_RATE, AudioBlock, SideTrouble
from assist.core.words import Party
from tests.helpers.audio import ManualClock, joined

Item = AudioBlock | SideTrouble
Samples = npt.NDArray[np.int16]

FRAGMENT_MS = 20


def blocks_of(items: Iterable[Item]) -> list[AudioBlock]:
    return [item for item in items if isinstance(item, AudioBlock)]


def troubles_of(items: Iterable[Item]) -> list[SideTrouble]:
    return [item for item in items if isinstance(item, SideTrouble)]


def sound(frames: int, seed: int = 1) -> Samples:
    """Loud sound in which no stretch is like another."""
    return np.random.default_rng(seed).integers(-20_000, 20_000, frames).astype(np.int16)


def assert_exact(blocks: Sequence[AudioBlock]) -> None:
    assert all(block.count == 1600 for block in blocks)
    assert [block.index for block in blocks] == list(range(0, 1600 * len(blocks), 1600))


class Device:
    """A device that hands over fragments as real ones do: by its own clock, some of them late."""

    def __init__(
        self, buffer: ChannelBuffer, clock: ManualClock, *, rate: int = SAMPLE_RATE
    ) -> None:
        self.buffer = buffer
        self.clock = clock
        self.rate = rate
        self.speed = 1.0
        """Of the device's clock: 1.001 gives more samples than it should."""
        self._frames = 0.0

    def run(self, ms: int, *, value: int = 1000, late_ms: Sequence[float] = (0,)) -> list[Item]:
        """Let time pass with sound, taking what comes."""
        items: list[Item] = []
        for _, late in zip(range(ms // FRAGMENT_MS), itertools.cycle(late_ms), strict=False):
            self.clock.advance(FRAGMENT_MS)
            self._frames += self.rate * FRAGMENT_MS / 1000 * self.speed
            frames = int(self._frames)
            self._frames -= frames
            stamp = self.clock.now_ns + int(late * 1_000_000)
            self.buffer.push(np.full(frames, value, "<i2").tobytes(), frames, stamp)
            items += self.buffer.take()
        return items

    def be_silent(self, ms: int) -> list[Item]:
        """Let time pass without anything being handed over."""
        items: list[Item] = []
        for _ in range(ms // FRAGMENT_MS):
            self.clock.advance(FRAGMENT_MS)
            items += self.buffer.take()
        return items


def make(**options: object) -> tuple[ChannelBuffer, ManualClock, Device]:
    clock = ManualClock(5_000)
    rate = int(options.get("rate", SAMPLE_RATE))  # type: ignore[call-overload]
    buffer = ChannelBuffer(Party.AGENT, start_ns=clock(), clock=clock, **options)  # type: ignore[arg-type]
    return buffer, clock, Device(buffer, clock, rate=rate)


# --- only counted: recordings ---------------------------------------------------------------------

splits = st.lists(st.integers(0, 4000), min_size=1, max_size=40)


def push_all(buffer: ChannelBuffer, samples: Samples, split: Sequence[int]) -> list[Item]:
    """Push `samples` in pieces of the given sizes, over and over, and take everything."""
    items: list[Item] = []
    position = 0
    for size in itertools.cycle([*split, 500]):
        if position >= len(samples):
            break
        piece = samples[position : position + size]
        buffer.push(piece.astype("<i2").tobytes(), len(piece), 1)
        position += size
        items += buffer.take()
    return [*items, *buffer.drain()]


@given(split=splits, frames=st.integers(0, 20_000))
def test_any_split_into_pushes_gives_the_same_samples(split: list[int], frames: int) -> None:
    samples = sound(frames)
    items = push_all(ChannelBuffer(Party.AGENT, follows_clock=False), samples, split)
    blocks = blocks_of(items)
    assert troubles_of(items) == []
    assert_exact(blocks)
    assert len(blocks) == -(-frames // 1600)
    assert np.array_equal(joined(blocks)[:frames], samples)
    assert not joined(blocks)[frames:].any()


@settings(max_examples=30)
@given(split=splits, rate=st.sampled_from([8_000, 11_025, 22_050, 44_100, 48_000]))
def test_any_split_of_another_rate_gives_what_resampling_at_once_gives(
    split: list[int], rate: int
) -> None:
    samples = sound(rate // 2)
    items = push_all(ChannelBuffer(Party.AGENT, rate=rate, follows_clock=False), samples, split)
    blocks = blocks_of(items)
    assert_exact(blocks)
    whole = soxr.resample(samples.astype(np.float32), rate, SAMPLE_RATE)
    wanted = np.clip(np.rint(whole), -32768, 32767).astype(np.int32)
    got = joined(blocks).astype(np.int32)
    assert abs(len(wanted) - rate // 2 * SAMPLE_RATE // rate) <= 1
    assert np.abs(got[: len(wanted)] - wanted).max() <= 1


@given(st.lists(st.integers(0, 3000), max_size=30), st.integers(0, 29))
def test_what_found_no_room_is_counted_and_stands_as_zeros(
    sizes: list[int], take_after: int
) -> None:
    buffer = ChannelBuffer(Party.AGENT, capacity_s=0.5, follows_clock=False)
    kept: list[Samples] = []
    items: list[Item] = []
    lost = waiting = 0
    for number, size in enumerate(sizes):
        if waiting + size > 8000:
            lost += size
            kept.append(np.zeros(size, np.int16))
        else:
            waiting += size
            kept.append(sound(size, seed=number) | 1)
        buffer.push((sound(size, seed=number) | 1).astype("<i2").tobytes(), size, 1)
        assert buffer.backlog_ms == waiting // 16
        if number == take_after:
            items += buffer.take()
            waiting = 0
    items += buffer.drain()
    expected = np.concatenate([np.zeros(0, np.int16), *kept])
    assert buffer.dropped_frames == lost
    assert np.array_equal(joined(blocks_of(items))[: len(expected)], expected)
    assert bool(troubles_of(items)) == (lost > 0)
    told_ms = sum(trouble.lost_ms for trouble in troubles_of(items))
    assert lost / 16 - len(troubles_of(items)) <= told_ms <= lost / 16


def test_channels_are_mixed_to_one() -> None:
    buffer = ChannelBuffer(Party.AGENT, channels=2, follows_clock=False)
    left, right = sound(1600, 1), sound(1600, 2)
    both = np.column_stack((left, right)).astype("<i2")
    buffer.push(both.tobytes(), 1600, 1)
    (block,) = blocks_of(buffer.take())
    mixed = (left.astype(np.int32) + right) / 2
    assert np.abs(np.frombuffer(block.samples, "<i2") - mixed).max() <= 0.5


def test_take_waits_for_a_push_from_another_thread() -> None:
    buffer = ChannelBuffer(Party.AGENT, follows_clock=False)
    pusher = threading.Thread(target=buffer.push, args=(bytes(3200), 1600, 7))
    pusher.start()
    (block,) = blocks_of(buffer.take(20.0))
    pusher.join()
    assert block.stamp_ns == 7


def test_a_stalled_consumer_loses_nothing_within_the_capacity() -> None:
    buffer, clock, device = make()
    device.run(1000)
    for _ in range(int(CAPACITY_S - 2) * 50):
        clock.advance(FRAGMENT_MS)
        buffer.push(bytes(640), 320, clock())
    items = [*buffer.take(), *device.run(1000)]
    assert buffer.dropped_frames == 0
    assert troubles_of(items) == []


# --- held to the clock: devices -------------------------------------------------------------------


def call_ms(clock: ManualClock) -> float:
    return clock.now_ns / 1_000_000 - 5_000


def test_the_first_sound_stands_where_it_belongs_in_call_time() -> None:
    _buffer, clock, device = make()
    clock.advance(730)
    items = device.run(3000)
    blocks = blocks_of(items)
    assert troubles_of(items) == []
    assert_exact(blocks)
    first = int(np.flatnonzero(joined(blocks))[0])
    assert abs(first / 16 - 730) <= 1
    assert blocks[-1].end_ms > call_ms(clock) - 100


def test_a_late_first_fragment_does_not_shift_what_follows() -> None:
    _buffer, clock, device = make()
    items = device.run(60, late_ms=(90,))
    items += device.run(3000)
    blocks = blocks_of(items)
    assert abs(call_ms(clock) - blocks[-1].end_ms) <= 100
    assert int(np.flatnonzero(joined(blocks))[0]) <= 16


def test_both_sides_are_numbered_alike_whenever_they_open() -> None:
    clock = ManualClock(5_000)
    starts = {Party.AGENT: 40, Party.CUSTOMER: 300}
    buffers = {p: ChannelBuffer(p, start_ns=clock(), clock=clock) for p in Party}
    items: dict[Party, list[Item]] = {p: [] for p in Party}
    for now in range(0, 4000, FRAGMENT_MS):
        clock.advance(FRAGMENT_MS)
        for party, buffer in buffers.items():
            if now >= starts[party]:
                value = 5000 if now == 2000 else 1
                buffer.push(np.full(320, value, "<i2").tobytes(), 320, clock())
                items[party] += buffer.take()
    marks = [int(np.flatnonzero(joined(blocks_of(items[party])) == 5000)[0]) for party in Party]
    assert marks == [2000 * 16, 2000 * 16]


@given(st.lists(st.floats(0, 80), min_size=3, max_size=20))
@settings(max_examples=20)
def test_late_handing_over_alone_changes_nothing(late_ms: list[float]) -> None:
    _buffer, clock, device = make()
    items = device.run(30_000, late_ms=[0, *late_ms])
    assert troubles_of(items) == []
    assert joined(blocks_of(items)).all()
    assert blocks_of(items)[-1].end_ms > call_ms(clock) - 100


def test_sound_a_device_left_out_becomes_zeros_and_is_told() -> None:
    _buffer, clock, device = make()
    device.run(5000)
    clock.advance(700)
    items = device.run(12_000)
    (trouble,) = troubles_of(items)
    assert trouble.is_heard
    assert abs(trouble.lost_ms - 700) <= FRAGMENT_MS
    assert trouble.reason.endswith(".")
    assert blocks_of(items)[-1].end_ms > call_ms(clock) - 100
    assert trouble.at <= 5700 + (MEASURE_S + 6) * 1000


def test_a_burst_after_a_stall_is_no_loss() -> None:
    buffer, clock, device = make()
    device.run(3000)
    clock.advance(2000)
    for _ in range(100):  # handed over all at once, when the computer had time again
        buffer.push(np.full(320, 1000, "<i2").tobytes(), 320, clock())
    items = device.run(12_000)
    assert troubles_of(items) == []
    assert joined(blocks_of(items)).all()


@pytest.mark.parametrize("speed", [0.9995, 1.0005])
def test_a_device_with_a_wrong_clock_stays_within_the_tolerance(speed: float) -> None:
    _buffer, clock, device = make()
    device.speed = speed
    items: list[Item] = []
    for minute in range(10):
        items += device.run(55_000, value=1000)
        items += device.run(5_000, value=0)  # quiet, where surplus is cut
        off_ms = call_ms(clock) - blocks_of(items)[-1].end_ms
        assert -2 * TOLERANCE_MS < off_ms < 2 * TOLERANCE_MS + 100, minute
    assert_exact(blocks_of(items))
    assert troubles_of(items)
    off_by_ms = abs(1 - speed) * 600_000
    told_ms = sum(trouble.lost_ms for trouble in troubles_of(items))
    assert off_by_ms - TOLERANCE_MS - 10 <= told_ms <= off_by_ms + 10


def test_surplus_is_cut_where_it_is_quiet() -> None:
    _buffer, clock, device = make()
    device.run(1000)
    clock.now_ns -= 300 * 1_000_000  # the device gave 300 ms more than the clock has seen
    loud = device.run(10_000, value=8000)
    assert (joined(blocks_of(loud))[3200:] == 8000).all()
    quiet = device.run(5_000, value=3)
    before, after = blocks_of(loud)[-1], blocks_of(quiet)[-1]
    (trouble,) = troubles_of([*loud, *quiet])
    assert abs(trouble.lost_ms - 300) <= 1
    assert after.end_ms - before.end_ms <= 5_000 - 300 + 100
    assert abs(call_ms(clock) - after.end_ms) <= 100


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
def test_a_device_of_any_rate_keeps_call_time(rate: int) -> None:
    _buffer, clock, device = make(rate=rate)
    items = device.run(60_000)
    assert troubles_of(items) == []
    assert 0 <= call_ms(clock) - blocks_of(items)[-1].end_ms <= 150


# --- nothing comes --------------------------------------------------------------------------------


def test_an_idle_loopback_is_filled_by_the_clock_and_told_when_sound_comes() -> None:
    buffer, clock, device = make()
    buffer.fill_idle("Nothing was played.")
    device.run(2000)
    idle = device.be_silent(5000)
    assert troubles_of(idle) == []
    assert not joined(blocks_of(idle))[1600:].any()
    behind_ms = call_ms(clock) - blocks_of(idle)[-1].end_ms
    assert IDLE_MARGIN_MS <= behind_ms <= IDLE_AFTER_MS + 100
    items = device.run(2000)
    (trouble,) = troubles_of(items)
    assert trouble.reason == "Nothing was played."
    assert abs(trouble.lost_ms - 5000) <= FRAGMENT_MS
    assert trouble.is_heard
    heard = joined(blocks_of([*idle, *items]))
    gap = int(np.flatnonzero(heard)[-1] - np.count_nonzero(heard[1600:]))
    assert gap > 0
    assert blocks_of(items)[-1].end_ms > call_ms(clock) - 100


def test_a_loopback_that_is_idle_from_the_start_is_filled() -> None:
    buffer, clock, device = make()
    buffer.fill_idle("Nothing was played.")
    blocks = blocks_of(device.be_silent(3000))
    assert_exact(blocks)
    assert blocks[-1].end_ms >= call_ms(clock) - IDLE_AFTER_MS - 100


def test_a_blip_of_a_loopback_is_not_held_back_for_long() -> None:
    buffer, _clock, device = make()
    buffer.fill_idle("Nothing was played.")
    device.be_silent(1000)
    items = device.run(100, value=7000)
    items += device.be_silent(SETTLE_MS + 300)
    assert np.count_nonzero(joined(blocks_of(items)) == 7000) == 1600


def test_without_filling_silence_just_waits() -> None:
    _buffer, _clock, device = make()
    device.run(1000)
    assert device.be_silent(3000) == []


def test_a_stream_opened_again_at_another_rate_goes_on_in_call_time() -> None:
    buffer, clock, device = make()
    items = device.run(2000)
    buffer.end_stream()
    buffer.fill_idle("The headset is gone.")
    items += device.be_silent(3000)
    device.rate = 48_000
    buffer.push(np.full(960, 1000, "<i2").tobytes(), 960, clock())  # before the rate is known
    buffer.begin_stream(48_000, 1)
    buffer.fill_idle(None)
    items += device.run(3000)
    blocks = blocks_of(items)
    assert_exact(blocks)
    (trouble,) = troubles_of(items)
    assert trouble.reason == "The headset is gone."
    assert abs(trouble.lost_ms - 3000) <= 2 * FRAGMENT_MS
    heard = joined(blocks)
    assert (heard[: 1990 * 16] == 1000).all()
    assert not heard[2010 * 16 : 4970 * 16].any()
    assert (heard[5030 * 16 : -3200] != 0).all()
    assert 0 <= call_ms(clock) - blocks[-1].end_ms <= 150


def test_stamps_grow_and_tell_when_a_block_was_complete() -> None:
    _buffer, clock, device = make()
    blocks = blocks_of(device.run(2000))
    stamps = [block.stamp_ns for block in blocks]
    assert stamps == sorted(stamps)
    for block in blocks[5:]:
        assert abs((block.stamp_ns - 5_000_000_000) / 1_000_000 - block.end_ms) <= FRAGMENT_MS
    assert clock() >= stamps[-1]
