"""The telephone line between a recording and the model."""

import numpy as np
import pytest

from assist.audio.telephone import Pcm, mu_law, telephone_band
from assist.core.audio import SAMPLE_RATE


def tone(hertz: float, *, peak: int = 8000, seconds: float = 1.0) -> Pcm:
    at = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    made: Pcm = np.round(peak * np.sin(2 * np.pi * hertz * at)).astype(np.int16)
    return made


def level_db(sound: Pcm, hertz: float) -> float:
    """Of one frequency, in its middle half second; 0 dB is a tone at full scale."""
    part = sound[SAMPLE_RATE // 4 : 3 * SAMPLE_RATE // 4] / 32768.0
    at = np.arange(len(part)) / SAMPLE_RATE
    return float(20 * np.log10(2 * abs(np.mean(part * np.exp(-2j * np.pi * hertz * at))) + 1e-9))


def lost_db(hertz: float) -> float:
    """What the line takes from a tone, beside one at 1 kHz that it leaves."""
    both = telephone_band(tone(1000) + tone(hertz))
    return level_db(both, 1000) - level_db(both, hertz)


@pytest.mark.parametrize("hertz", [500, 2000, 3200])
def test_the_band_is_left_as_it_is(hertz: float) -> None:
    assert lost_db(hertz) == pytest.approx(0.0, abs=0.3)


@pytest.mark.parametrize("hertz", [300, 3400])
def test_half_the_amplitude_is_left_at_the_edges(hertz: float) -> None:
    assert lost_db(hertz) == pytest.approx(6.0, abs=0.5)


@pytest.mark.parametrize("hertz", [60, 5000, 7500])
def test_the_rest_is_gone(hertz: float) -> None:
    assert lost_db(hertz) > 35  # what is left there is the noise of the coding


def test_the_line_is_used_to_3_db_below_full_scale() -> None:
    made = telephone_band(tone(1000, peak=500))
    assert np.abs(made).max() / 32768 == pytest.approx(10 ** (-3 / 20), rel=0.05)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 160, 1601, 15_999])
def test_the_length_stays(count: int) -> None:
    assert len(telephone_band(tone(700)[:count])) == count


def test_silence_stays_silence() -> None:
    silence = np.zeros(4000, np.int16)
    assert not telephone_band(silence).any()


def test_the_code_is_that_of_g711() -> None:
    # Values of the decoding table: the smallest steps, a step of each kind, and the largest.
    said = np.array([0, 3, 9, -9, 130, 1000, -1000, 32767, -32768], np.int16)
    assert mu_law(said).tolist() == [0, 0, 8, -8, 132, 988, -988, 32124, -32124]


def test_each_sample_of_the_code_stays_when_coded_again() -> None:
    coded = mu_law(np.arange(-32768, 32768).astype(np.int16))
    assert len(np.unique(coded)) == 255  # 256 codes, two of them for zero
    assert np.array_equal(mu_law(coded), coded)
