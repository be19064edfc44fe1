"""A finished call's sound as it is kept: whole, sealed, silent where a secret was said."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import soundfile

from assist.audio.errors import AudioError
from assist.audio.kept import keep_sound, open_kept
from assist.audio.player_sound import CallSound, read_waveform
from assist.core.audio import SAMPLE_RATE, SAMPLES_PER_MS, AudioBlock
from assist.core.words import Party
from assist.store.keys import FileKeySource
from assist.store.sealing import SealedRecords

BLOCK = 100 * SAMPLES_PER_MS
SECONDS = 3
VOICE = (
    np.random.default_rng(1).normal(0, 4000, SECONDS * SAMPLE_RATE).clip(-30000, 30000)
).astype(np.int16)


def blocks(party: Party) -> Iterator[AudioBlock]:
    """The agent speaks all the time; of the customer the second second was lost."""
    for index in range(0, len(VOICE), BLOCK):
        if party is Party.CUSTOMER and SAMPLE_RATE <= index < 2 * SAMPLE_RATE:
            continue
        yield AudioBlock(party=party, index=index, samples=VOICE[index : index + BLOCK].tobytes())


def records(folder: Path) -> SealedRecords:
    return SealedRecords(FileKeySource(folder / "key"), "sound")


def heard(file: Path, folder: Path) -> npt.NDArray[np.int16]:
    samples, rate = soundfile.read(open_kept(file, records(folder)), dtype="int16")
    assert rate == SAMPLE_RATE
    kept: npt.NDArray[np.int16] = samples
    return kept


def test_both_sides_come_back_sample_by_sample_with_lost_sound_as_silence(tmp_path: Path) -> None:
    agent, customer = keep_sound(tmp_path, blocks, (), records(tmp_path))
    assert (heard(agent, tmp_path) == VOICE).all()
    expected = VOICE.copy()
    expected[SAMPLE_RATE : 2 * SAMPLE_RATE] = 0
    assert (heard(customer, tmp_path) == expected).all()


def test_a_secret_is_heard_on_neither_side(tmp_path: Path) -> None:
    files = keep_sound(tmp_path, blocks, [(500, 900), (2_400, 2_600)], records(tmp_path))
    for file in files:
        sound = heard(file, tmp_path)
        for start, end in ((500, 900), (2_400, 2_600)):
            part = sound[start * SAMPLES_PER_MS : end * SAMPLES_PER_MS].astype(float)
            voice = VOICE[start * SAMPLES_PER_MS : end * SAMPLES_PER_MS].astype(float)
            assert abs(np.corrcoef(part, voice)[0, 1]) < 0.05
        assert (sound[: 300 * SAMPLES_PER_MS] == VOICE[: 300 * SAMPLES_PER_MS]).all()


def test_kept_sound_is_sealed_and_plays(tmp_path: Path) -> None:
    files = keep_sound(tmp_path, blocks, (), records(tmp_path))
    assert b"fLaC" not in files[0].read_bytes()
    sound = CallSound(files, records(tmp_path))
    assert sound.frames == len(VOICE)
    played = sound.read(1000, 500)
    assert np.abs(played[:, 0] * 32768 - VOICE[1000:1500]).max() < 1
    sound.close()
    waveform = read_waveform(files, records(tmp_path))
    assert len(waveform.agent) == SECONDS * 1000 // waveform.step_ms
    assert max(waveform.customer[20:40]) == 0 < min(waveform.agent[20:40])


def test_another_key_is_said(tmp_path: Path) -> None:
    (file, _) = keep_sound(tmp_path, blocks, (), records(tmp_path))
    with pytest.raises(AudioError, match="sealed with another key"):
        open_kept(file, records(tmp_path / "elsewhere"))


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(AudioError, match="cannot be kept"):
        keep_sound(tmp_path / "gone", blocks, (), records(tmp_path))
    assert not list(tmp_path.rglob("*.part"))
