"""What a call sounds like at the sound server, recorded from the headset it is played to."""

import threading

import numpy as np
import pytest

from assist.audio.errors import AudioError
from assist.audio.player import SoundPlayer
from assist.audio.player_output import PulseOutput, as_bytes, open_output
from assist.audio.pulse import PulseStream
from tests.helpers.player import GENEROUS_S, pitch_of, tone
from tests.helpers.pulse import HEADSET_MONITOR, PulseServer

RATE = 16_000


class Recorded:
    """What a source delivers, until there is enough that is loud."""

    def __init__(self, wanted: int) -> None:
        self._wanted = wanted
        self._loud: list[bytes] = []
        self.is_enough = threading.Event()

    def push(self, samples: bytes, frames: int, stamp_ns: int) -> None:
        del frames, stamp_ns
        if np.abs(np.frombuffer(samples, "<i2")).max(initial=0) > 2_000:
            self._loud.append(samples)
            if sum(map(len, self._loud)) >= 2 * self._wanted:
                self.is_enough.set()

    def samples(self) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
        return np.frombuffer(b"".join(self._loud), "<i2").astype(np.float32)


@pytest.mark.pulse
def test_a_call_at_double_speed_is_heard_at_its_own_pitch(pulse: PulseServer) -> None:
    recorded = Recorded(wanted=RATE // 2)
    stream = PulseStream(HEADSET_MONITOR, recorded.push)
    player = SoundPlayer(tone(440.0, 20.0), open_output)
    try:
        player.set_speed(2.0)
        player.play()
        assert recorded.is_enough.wait(GENEROUS_S), player.trouble
        assert player.is_playing
        assert 0 < player.position_ms < 20_000
        assert player.trouble == ""
    finally:
        player.close()
        stream.close()
    heard = recorded.samples()[RATE // 10 : RATE // 2]
    assert pitch_of(heard, RATE) == pytest.approx(440.0, rel=0.01)


@pytest.mark.pulse
def test_pause_is_heard_as_silence_at_once(pulse: PulseServer) -> None:
    output = PulseOutput(RATE)
    piece = tone(440.0, 0.1).read(0, RATE // 10)
    for _ in range(3):
        output.write(piece)
    assert output.pending_ms() > 0
    output.flush()
    output.close()
    output.close()


def test_without_a_sound_server_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere/native")
    with pytest.raises(AudioError, match="no sound output"):
        PulseOutput(RATE)


def test_loud_sound_is_held_within_sixteen_bits() -> None:
    loud = np.array([[1.5, -1.5], [0.0, 0.5]], np.float32)
    assert np.frombuffer(as_bytes(loud), "<i2").tolist() == [32_767, -32_768, 0, 16_384]
