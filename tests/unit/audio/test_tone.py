"""The test sound is found where it is, in other sound too, and nowhere else."""

import numpy as np
import pytest

from assist.audio import tone
from assist.audio.capture import Push
from assist.audio.errors import AudioError
from assist.core.audio import SAMPLE_RATE
from assist.core.words import Party
from tests.helpers.audio import FakeStream
from tests.helpers.pulse import HEADSET_MONITOR, PulseServer

SILENCE = bytes(2 * SAMPLE_RATE)


def _noise(seconds: float, seed: int = 7) -> bytes:
    drawn = np.random.default_rng(seed).normal(0, 3000, round(seconds * SAMPLE_RATE))
    return np.clip(drawn, -32768, 32767).astype("<i2").tobytes()


def _mixed(one: bytes, other: bytes, gain: float) -> bytes:
    summed = np.frombuffer(one, "<i2").astype(float)
    added = np.frombuffer(other, "<i2")
    summed[1000 : 1000 + len(added)] += added * gain
    return np.clip(summed, -32768, 32767).astype("<i2").tobytes()


@pytest.mark.parametrize(
    ("heard", "is_ours"),
    [
        (SILENCE + tone.tone() + SILENCE, True),
        (_mixed(SILENCE * 2, tone.tone(), 0.02), True),
        (_mixed(_noise(2.0), tone.tone(), 1.0), True),
        (_noise(4.0), False),
        (SILENCE * 2, False),
        (tone.tone()[: len(tone.tone()) // 3], False),
        (b"", False),
    ],
    ids=["alone", "faint", "below noise", "noise", "silence", "too short", "nothing"],
)
def test_only_the_sound_that_was_played_is_taken_for_ours(heard: bytes, is_ours: bool) -> None:
    assert (tone.likeness(heard) >= tone.LIKE) is is_ours


class _Loop:
    """An output whose loopback gives back what is played, or something else."""

    def __init__(self, answer: bytes | None = None, rate: int = SAMPLE_RATE) -> None:
        self._answer = answer
        self._rate = rate
        self.stream: FakeStream | None = None

    def open(self, party: Party, device: str, push: Push) -> FakeStream:
        assert party is Party.CUSTOMER
        self.stream = FakeStream(device, push, rate=self._rate)
        self._push = push
        push(bytes(3200), 1600, 0)
        return self.stream

    def play(self, samples: bytes, output: str) -> None:
        back = samples if self._answer is None else self._answer
        if self._rate != SAMPLE_RATE:
            back = np.repeat(np.frombuffer(back, "<i2"), self._rate // SAMPLE_RATE).tobytes()
        self._push(back + bytes(3200), len(back) // 2 + 1600, 1)


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tone, "output_of", lambda device: "headset")
    monkeypatch.setattr(tone, "_WAIT_S", 0.1)


@pytest.mark.parametrize("rate", [SAMPLE_RATE, 48_000])
def test_what_comes_back_is_heard_at_any_rate(no_server: None, rate: int) -> None:
    loop = _Loop(rate=rate)
    heard = tone.play_and_hear("headset.monitor", opener=loop.open, player=loop.play)
    assert heard.is_ours
    assert heard.likeness > 0.9
    assert loop.stream is not None
    assert loop.stream.is_closed


def test_other_sound_is_not_taken_for_it(no_server: None) -> None:
    loop = _Loop(answer=_noise(1.5))
    heard = tone.play_and_hear("headset.monitor", opener=loop.open, player=loop.play)
    assert not heard.is_ours
    assert heard.peak > 5000


def test_an_output_that_cannot_play_is_told_and_nothing_stays_open(no_server: None) -> None:
    loop = _Loop()

    def fail(samples: bytes, output: str) -> None:
        raise AudioError("The test sound cannot be played on headset; check the headset.")

    with pytest.raises(AudioError, match="cannot be played"):
        tone.play_and_hear("headset.monitor", opener=loop.open, player=fail)
    assert loop.stream is not None
    assert loop.stream.is_closed


@pytest.mark.pulse
def test_the_sound_goes_to_the_customers_output_and_comes_back(pulse: PulseServer) -> None:
    pulse.add_sink("speakers")
    pulse.pactl("set-default-sink", "speakers")
    heard = tone.play_and_hear(HEADSET_MONITOR)
    assert heard.is_ours, heard
    assert tone.output_of("") == "speakers"


@pytest.mark.pulse
def test_an_output_that_is_not_there_is_told(pulse: PulseServer) -> None:
    with pytest.raises(AudioError, match="cannot be played on nowhere"):
        tone.play(tone.tone(), "nowhere")
