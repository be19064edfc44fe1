"""Another speed, the same pitch."""

import numpy as np
import numpy.typing as npt
import pytest

from assist import paths
from assist.audio.player_sound import CallSound
from assist.audio.stretch import Stretcher
from tests.helpers.player import ToneSound, pitch_of, tone

SPEEDS = (0.75, 1.25, 1.5, 2.0)


def played(sound: ToneSound | CallSound, speed: float) -> npt.NDArray[np.float32]:
    stretcher = Stretcher(sound)
    pieces = []
    while not stretcher.is_over:
        pieces.append(stretcher.take(speed))
    return np.concatenate(pieces)


@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("hertz", [95.0, 220.0, 1000.0])
def test_a_tone_keeps_its_pitch_within_half_a_percent(hertz: float, speed: float) -> None:
    out = played(tone(hertz, 4.0), speed)[:, 0]
    assert pitch_of(out[1600:-1600], 16_000) == pytest.approx(hertz, rel=0.005)


@pytest.mark.parametrize("speed", SPEEDS)
def test_a_tone_stays_as_loud_and_as_clean(speed: float) -> None:
    """A seam that does not fit would beat: loud and quiet by turns."""
    out = played(tone(220.0, 3.0), speed)[1600:-1600, 0]
    levels = [np.sqrt(np.mean(np.square(part))) for part in np.array_split(out, 60)]
    assert min(levels) > 0.9 * 0.5 / np.sqrt(2)
    assert max(levels) < 1.1 * 0.5 / np.sqrt(2)


@pytest.mark.parametrize("speed", SPEEDS)
def test_it_takes_the_time_the_speed_says(speed: float) -> None:
    out = played(tone(300.0, 6.0), speed)
    assert len(out) / 16_000 == pytest.approx(6.0 / speed, rel=0.01)


def test_at_normal_speed_the_sound_is_itself() -> None:
    noise = np.random.default_rng(7).normal(0, 0.1, (8_000, 2)).astype(np.float32)
    out = played(ToneSound(noise, 16_000), 1.0)
    np.testing.assert_array_equal(out[:8_000], noise)


def test_both_sides_stay_together() -> None:
    """What is the same on both channels stays the same: they are shifted alike."""
    noise = np.random.default_rng(8).normal(0, 0.1, (16_000, 1)).astype(np.float32)
    out = played(ToneSound(np.repeat(noise, 2, axis=1), 16_000), 1.5)
    np.testing.assert_array_equal(out[:, 0], out[:, 1])


def _voice_pitch(samples: npt.NDArray[np.float32], rate: int) -> float:
    """The median pitch of voiced stretches, by autocorrelation, 70 to 300 Hz."""
    found = []
    length = rate * 40 // 1000
    for start in range(0, len(samples) - length, length):
        part = samples[start : start + length].astype(np.float64)
        part -= part.mean()
        if np.sqrt(np.mean(part**2)) < 0.02:
            continue
        like = np.correlate(part, part, "full")[length - 1 :]
        low, high = rate // 300, rate // 70
        lag = low + int(np.argmax(like[low:high]))
        if like[lag] > 0.5 * like[0]:
            found.append(rate / lag)
    return float(np.median(found))


@pytest.mark.parametrize("speed", [0.75, 1.5, 2.0])
@pytest.mark.parametrize("side", [0, 1])
def test_a_voice_keeps_its_pitch(side: int, speed: float) -> None:
    """Both voices of the demo call, first half minute: within less than a semitone (6 %)."""
    call = CallSound([paths.resources_dir() / "demo" / "call.flac"])
    spoken = call.read(0, 30 * call.rate)
    call.close()
    one = np.ascontiguousarray(spoken[:, side : side + 1])
    before = _voice_pitch(one[:, 0], call.rate)
    after = _voice_pitch(played(ToneSound(one, call.rate), speed)[:, 0], call.rate)
    assert after == pytest.approx(before, rel=0.05)


def test_it_goes_on_elsewhere_after_a_seek() -> None:
    ramp = np.linspace(0, 1, 16_000, dtype=np.float32)[:, np.newaxis]
    stretcher = Stretcher(ToneSound(ramp, 16_000))
    stretcher.take(1.0)
    stretcher.seek(8_000)
    assert stretcher.take(1.0)[0, 0] == pytest.approx(ramp[8_000, 0])
    stretcher.seek(99_999)
    assert stretcher.is_over
