"""A finished call is played: from anywhere, paused where it is heard, silence left out."""

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from assist.audio.errors import AudioError
from assist.audio.player import SoundPlayer
from assist.core.review import Span
from tests.helpers.player import GENEROUS_S, HeldOutput, ToneSound, tone

RATE = 16_000
PIECE_MS = 15
"""Half a piece of the stretcher, which is what is written at once."""


class Desk:
    """A player over a ramp (its samples tell their time) and the outputs it opened."""

    def __init__(self, seconds: float = 4.0) -> None:
        frames = round(seconds * RATE)
        ramp = np.linspace(0, 0.5, frames, dtype=np.float32)
        self.sound = ToneSound(np.stack((ramp, np.zeros_like(ramp)), axis=1), RATE)
        self.seconds = seconds
        self.outputs: list[HeldOutput] = []
        self._changed = threading.Condition()
        self.player = SoundPlayer(self.sound, self._open, on_changed=self._note)

    def _open(self, rate: int) -> HeldOutput:
        assert rate == RATE
        output = HeldOutput()
        with self._changed:
            self.outputs.append(output)
            self._changed.notify_all()
        return output

    def _note(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def wait(self, is_so: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(is_so, GENEROUS_S)

    def output(self, number: int = 0) -> HeldOutput:
        self.wait(lambda: len(self.outputs) > number)
        return self.outputs[number]

    def times(self, output: HeldOutput) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        """When in the call each heard frame was, in ms: read off the ramp."""
        left = output.heard()[:, 0].astype(np.float64) / 0.8
        return left / 0.5 * self.seconds * 1000


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    for output in made.outputs:
        output.break_off()
    made.player.close()


def test_it_plays_from_the_beginning_and_says_where_it_is(desk: Desk) -> None:
    desk.player.play()
    output = desk.output()
    output.allow(20)
    output.wait_for(20)
    assert desk.player.is_playing
    heard = desk.times(output)
    assert heard[0] == pytest.approx(0, abs=1)
    assert heard[-1] == pytest.approx(20 * PIECE_MS, abs=5)


def test_a_seek_is_heard_within_a_tenth_of_a_second(desk: Desk) -> None:
    desk.player.play()
    output = desk.output()
    output.allow(4)
    output.wait_for(4)
    desk.player.seek(2_500)
    assert desk.player.position_ms == 2_500
    output.allow(10)
    output.wait_for(14)
    heard = desk.times(output)
    jump = int(np.argmax(np.diff(heard) > 1_000)) + 1
    assert jump <= RATE // 10 + 4 * PIECE_MS * RATE // 1000
    assert heard[jump] == pytest.approx(2_500, abs=5)
    assert output.flushes == 1


def test_a_pause_goes_on_with_what_was_not_heard(desk: Desk) -> None:
    desk.player.play()
    output = desk.output()
    output.pending = 60
    output.allow(20)
    output.wait_for(20)
    desk.player.pause()
    output.allow(2)  # what was being written when the pause came
    assert output.is_closed.wait(GENEROUS_S)
    assert not desk.player.is_playing
    paused = desk.player.position_ms
    assert 20 * PIECE_MS - 150 <= paused <= 22 * PIECE_MS - 60
    desk.player.play()
    again = desk.output(1)
    again.allow(1)
    again.wait_for(1)
    assert desk.times(again)[0] == pytest.approx(paused, abs=2)


def test_silence_is_left_out(desk: Desk) -> None:
    desk.player.skip([Span(start=150, end=3_000)])
    desk.player.play()
    output = desk.output()
    output.allow(20)
    output.wait_for(20)
    heard = desk.times(output)
    assert not np.any((heard > 200) & (heard < 2_990))
    assert heard[-1] > 3_000


def test_twice_the_speed_takes_half_the_time(desk: Desk) -> None:
    desk.player.set_speed(2.0)
    desk.player.play()
    output = desk.output()
    output.allow(40)
    output.wait_for(40)
    assert desk.times(output)[-1] == pytest.approx(2 * 40 * PIECE_MS, abs=40)


def test_at_the_end_it_stops_there_and_begins_anew_when_asked(desk: Desk) -> None:
    desk.player.seek(3_900)
    desk.player.play()
    output = desk.output()
    output.allow(1_000)
    assert output.is_closed.wait(GENEROUS_S)
    desk.wait(lambda: not desk.player.is_playing)
    assert desk.player.position_ms == desk.player.duration_ms == 4_000
    desk.player.play()
    again = desk.output(1)
    again.allow(1)
    again.wait_for(1)
    assert desk.times(again)[0] == pytest.approx(0, abs=2)


def test_an_output_that_is_unplugged_is_said_and_can_be_tried_again(desk: Desk) -> None:
    desk.player.play()
    output = desk.output()
    output.allow(4)
    output.wait_for(4)
    output.break_off()
    assert output.is_closed.wait(GENEROUS_S)
    desk.wait(lambda: not desk.player.is_playing)
    assert "plug it in" in desk.player.trouble
    desk.player.play()
    assert desk.player.trouble == ""
    desk.output(1).allow(1)


def test_no_output_at_all_is_said() -> None:
    stopped = threading.Event()

    def none(rate: int) -> HeldOutput:
        stopped.set()
        raise AudioError("There is no sound output; plug in a headset.")

    sound = tone(200, 1)
    player = SoundPlayer(sound, none)
    player.play()
    assert stopped.wait(GENEROUS_S)
    player.close()
    assert "no sound output" in player.trouble
    assert sound.is_closed.is_set()


def test_each_side_is_a_little_to_one_ear() -> None:
    frames = np.zeros((RATE, 2), np.float32)
    frames[:, 0] = 0.5  # the agent alone
    desk = Desk()
    desk.sound = ToneSound(frames, RATE)
    output = HeldOutput()
    player = SoundPlayer(desk.sound, lambda rate: output)
    player.play()
    output.allow(2)
    output.wait_for(2)
    left, right = output.heard()[0]
    assert left > right > 0
    output.break_off()
    player.close()
    desk.player.close()


def test_closing_a_player_that_never_played_lets_go_of_its_files() -> None:
    sound = tone(200, 1)
    SoundPlayer(sound, lambda rate: HeldOutput()).close()
    assert sound.is_closed.is_set()


def test_a_speed_out_of_reason_is_refused() -> None:
    player = SoundPlayer(tone(200, 1), lambda rate: HeldOutput())
    with pytest.raises(ValueError, match="out of range"):
        player.set_speed(9.0)
    player.close()
