"""Voices on both sides before a call is listened to: people, not tones, and nothing is kept."""

import numpy as np
import pytest

from assist.audio.errors import AudioError
from assist.audio.voices import BothVoices
from assist.core.audio import AudioBlock, SideTrouble
from assist.core.interfaces import BlockSink, TroubleSink
from assist.core.words import Party
from tests.helpers.sounds import Samples, spoken
from tests.helpers.speech import mixed

BLOCK = 1_600
HELLO = ("hello, this is Sarah speaking", "en-us+f3")
QUESTION = ("hi, I am calling about my order", "en-gb")


class Played:
    """A source whose sides are given as sound."""

    parties = tuple(Party)
    finished = False

    def __init__(self, *, fails: bool = False) -> None:
        self._fails = fails
        self._sink: BlockSink | None = None
        self.is_stopped = False
        self._index = dict.fromkeys(Party, 0)

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        if self._fails:
            raise AudioError("No headset.")
        self._sink = sink
        trouble(SideTrouble(party=Party.AGENT, at=0, is_heard=False, reason="Gone."))

    def stop(self) -> None:
        self.is_stopped = True

    def play(self, party: Party, sound: Samples) -> None:
        assert self._sink is not None
        for at in range(0, len(sound) - BLOCK, BLOCK):
            samples = sound[at : at + BLOCK].astype("<i2").tobytes()
            self._sink(AudioBlock(party=party, index=self._index[party], samples=samples))
            self._index[party] += BLOCK


def ring(seconds: int) -> Samples:
    """Two tones, two seconds of six, as a telephone rings."""
    at = np.arange(seconds * 16_000) / 16_000
    tone = 4_000 * (np.sin(2 * np.pi * 440 * at) + np.sin(2 * np.pi * 480 * at))
    made: Samples = (tone * (at % 6 < 2)).astype(np.int16)
    return made


def talk(text: str, voice: str) -> Samples:
    sound = spoken(text, voice)
    return mixed(len(sound) // 16 + 2_000, (1_000, sound))


def test_both_voices_make_a_call_and_one_alone_does_not() -> None:
    source = Played()
    voices = BothVoices(lambda: source)
    assert voices.start()
    source.play(Party.AGENT, talk(*HELLO))
    assert not voices.were_heard
    source.play(Party.CUSTOMER, talk(*QUESTION))
    assert voices.were_heard
    voices.close()
    assert source.is_stopped


def test_a_ring_tone_is_no_voice() -> None:
    source = Played()
    voices = BothVoices(lambda: source)
    voices.start()
    source.play(Party.AGENT, talk(*HELLO))
    source.play(Party.CUSTOMER, ring(30))
    assert not voices.were_heard


@pytest.mark.parametrize("side", list(Party))
def test_a_cough_is_no_voice(side: Party) -> None:
    source = Played()
    voices = BothVoices(lambda: source)
    voices.start()
    source.play(side.other, talk(*HELLO))
    burst = np.random.default_rng(1).normal(0, 3_000, 4_000).astype(np.int16)
    source.play(side, mixed(5_000, (1_000, burst)))
    assert not voices.were_heard


def test_devices_that_are_not_there_are_said_to_be_so() -> None:
    voices = BothVoices(lambda: Played(fails=True))
    assert not voices.start()
    voices.close()
