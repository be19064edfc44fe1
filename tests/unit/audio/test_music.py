"""Steady pitch tells music and tones from speech, however the blocks are cut."""

import numpy as np
import pytest

from assist.audio.music import SteadyPitch
from assist.session.tunes import DOUBT, MUSIC
from tests.helpers.linesounds import announced, music, tones
from tests.helpers.sounds import Samples


def shares(sound: Samples, block: int = 1_600) -> list[float]:
    pitch = SteadyPitch()
    return [
        pitch.accept(sound[at : at + block].tobytes()) for at in range(0, len(sound) - block, block)
    ]


@pytest.mark.parametrize("kind", ["pad", "organ"])
def test_music_is_known_after_three_seconds_and_stays_so(kind: str) -> None:
    assert min(shares(music(kind, 12))[30:]) >= MUSIC


def test_a_dialled_tone_is_steady() -> None:
    assert shares(tones((350, 440), 1, 0, 5))[-1] > MUSIC


@pytest.mark.parametrize("voice", ["en-us+f3", "en-gb", "en-us+m7"])
def test_speech_over_a_telephone_is_not(voice: str) -> None:
    said = announced(
        "good morning how can i help you today",
        "i am really sorry no no no that is not what i ordered",
        voice=voice,
    )
    assert max(shares(said)) < DOUBT


def test_silence_and_noise_have_no_pitch() -> None:
    noise = np.random.default_rng(1).normal(0, 2_000, 80_000).astype(np.int16)
    assert max(shares(noise)) < DOUBT
    assert max(shares(np.zeros(80_000, np.int16))) == 0.0
    assert SteadyPitch().accept(b"") == 0.0


def test_how_the_sound_is_cut_into_blocks_does_not_matter() -> None:
    sound = music("pad", 4)[: 40 * 1_600]
    assert shares(sound, 1_600)[-1] == pytest.approx(shares(sound, 800)[-1], abs=0.05)
