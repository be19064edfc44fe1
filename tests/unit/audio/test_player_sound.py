"""A call's sound files read anywhere, and drawn."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from assist.audio.errors import AudioError
from assist.audio.player_sound import CallSound, read_waveform


def write(file: Path, left: float, right: float | None, rate: int = 8_000, ms: int = 1_000) -> Path:
    count = rate * ms // 1000
    sides = [np.full(count, left, np.float32)]
    if right is not None:
        sides.append(np.full(count, right, np.float32))
    soundfile.write(file, np.stack(sides, axis=1), rate)
    return file


def test_a_stereo_file_has_the_agent_on_its_first_channel(tmp_path: Path) -> None:
    sound = CallSound([write(tmp_path / "a.wav", 0.5, -0.25)])
    assert (sound.rate, sound.frames) == (8_000, 8_000)
    np.testing.assert_allclose(sound.read(100, 2), [[0.5, -0.25]] * 2, atol=1e-3)
    sound.close()


def test_a_stereo_file_named_twice_has_the_customer_first(tmp_path: Path) -> None:
    file = write(tmp_path / "a.wav", 0.5, -0.25)
    sound = CallSound([file, file])
    np.testing.assert_allclose(sound.read(100, 1), [[-0.25, 0.5]], atol=1e-3)
    sound.close()
    loud = read_waveform([file, file])
    assert loud.agent[3] < loud.customer[3]


def test_a_pair_of_files_at_two_rates_is_one_call(tmp_path: Path) -> None:
    one = write(tmp_path / "agent.wav", 0.5, None)
    other = write(tmp_path / "customer.wav", -0.25, None, rate=16_000, ms=2_000)
    sound = CallSound([one, other])
    assert (sound.rate, sound.frames) == (8_000, 16_000)
    np.testing.assert_allclose(sound.read(4_000, 1), [[0.5, -0.25]], atol=0.01)
    np.testing.assert_allclose(sound.read(12_000, 1), [[0.0, -0.25]], atol=0.01)
    sound.close()


@pytest.mark.parametrize(("suffix", "kind"), [("wav", "ULAW"), ("wav", "GSM610"), ("flac", None)])
def test_telephone_formats_are_read_anywhere(tmp_path: Path, suffix: str, kind: str | None) -> None:
    time = np.arange(16_000) / 8_000
    wave = 0.4 * np.sin(2 * np.pi * 300 * time)
    files = []
    for side in ("agent", "customer"):
        file = tmp_path / f"{side}.{suffix}"
        soundfile.write(file, wave, 8_000, subtype=kind)
        files.append(file)
    sound = CallSound(files)
    later = sound.read(8_000, 800)
    assert np.sqrt(np.mean(later**2)) == pytest.approx(0.4 / np.sqrt(2), rel=0.1)
    sound.close()


def test_before_the_beginning_and_behind_the_end_is_silence(tmp_path: Path) -> None:
    sound = CallSound([write(tmp_path / "a.wav", 0.5, 0.5)])
    np.testing.assert_array_equal(sound.read(-4, 4), np.zeros((4, 2)))
    np.testing.assert_array_equal(sound.read(9_000, 4), np.zeros((4, 2)))
    assert sound.read(7_998, 4)[:, 0].round(1).tolist() == [0.5, 0.5, 0.0, 0.0]
    sound.close()


def test_a_waveform_has_a_peak_for_every_step(tmp_path: Path) -> None:
    drawn = read_waveform([write(tmp_path / "a.wav", 0.5, 0.0, ms=1_000)])
    assert drawn.step_ms == 50
    assert len(drawn.agent) == len(drawn.customer) == 20
    assert set(drawn.customer) == {0}
    assert 120 <= min(drawn.agent[2:18]) <= max(drawn.agent[2:18]) <= 136


def test_what_is_no_sound_is_said_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "a.wav"
    file.write_bytes(b"nothing of the kind")
    with pytest.raises(AudioError, match="not a sound file"):
        CallSound([file])
    with pytest.raises(AudioError, match="two channels"):
        CallSound([write(tmp_path / "mono.wav", 0.1, None)])
