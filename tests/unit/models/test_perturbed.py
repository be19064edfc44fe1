"""Changing log-mels for training: other throats and rooms, and drawing towards native speakers."""

import numpy as np
import pytest

from models.recipes import cmu, native, perturb
from models.recipes.features import BANDS, fbank
from models.recipes.phones import BASE_INDEX, BASES


def _tone(hertz: float) -> np.ndarray:
    sound = 8000 * np.sin(2 * np.pi * hertz * np.arange(8000) / 16000)
    return fbank(sound + np.random.default_rng(0).normal(0, 3, 8000))[None]


def test_a_shorter_throat_moves_a_resonance_up_by_its_factor() -> None:
    warped = perturb.throats(_tone(1000.0), np.array([1.2]))
    assert warped[0].mean(0).argmax() == _tone(1200.0)[0].mean(0).argmax()
    assert np.allclose(perturb.throats(_tone(1000.0), np.array([1.0])), _tone(1000.0), atol=1e-4)


@pytest.mark.parametrize("change", [perturb.coloured, perturb.perturbed])
def test_a_perturbed_chunk_keeps_its_shape_and_its_digital_silence(change: perturb.Change) -> None:
    x = np.repeat(_tone(700.0), 16, axis=0)
    x[:, 10:20] = fbank(np.zeros(2000))[0]
    made = change(x.copy(), np.random.default_rng(3))
    assert made.shape == x.shape
    assert made.dtype == np.float32
    assert np.isfinite(made).all()
    assert (np.abs(made - x)[:, 30:].max((1, 2)) > 0.1).all()  # every chunk is another
    # Silence stays silence but where bands or moments were masked.
    assert (np.median(made[:, 10:20], 2) < perturb.ZERO).mean() > 0.6
    again = change(x.copy(), np.random.default_rng(3))
    assert np.array_equal(made, again)


def test_a_banded_system_is_solved_like_any_other() -> None:
    rng = np.random.default_rng(5)
    count, reach, columns = 20, 6, 3
    band = np.zeros((reach + 1, count + reach, columns))
    for k in range(reach + 1):
        band[k, : count - k] = rng.normal(0, 0.3, (count - k, columns))
    band[0, :count] += 12
    right = rng.normal(0, 1, (count, columns))
    found = native._banded(band.copy(), right)
    for column in range(columns):
        full = np.zeros((count, count))
        for k in range(reach + 1):
            for t in range(count - k):
                full[t, t + k] = full[t + k, t] = band[k, t, column]
        assert np.allclose(full @ found[:, column], right[:, column], atol=1e-8)


def _gaussians() -> cmu.Gaussians:
    """Two phones' worth: silence, and one whose cepstra lie around 20 in the second one."""
    mean = np.zeros((2, 3, 128, 13), np.float32)
    mean[1, 0, :, 1] = 20.0
    variance = np.full((2, 3, 128, 13), 4.0, np.float32)
    weight = np.full((6, 3, 128), -np.log(128), np.float32)
    phone = np.array([0, 0, 0, 1, 1, 1])
    alone = {0: np.arange(3), BASE_INDEX["AA"]: np.arange(3, 6)}
    return cmu.Gaussians(mean, variance, weight, phone, {}, alone)


def test_speech_is_drawn_towards_the_gaussians_and_silence_stays() -> None:
    speakers = native.Speakers(_gaussians())
    rng = np.random.default_rng(1)
    frames = rng.normal(8, 1.5, (80, BANDS)).astype(np.float32)
    base = np.zeros(80, np.int16)
    base[20:60] = BASE_INDEX["AA"]
    segment = np.repeat([0, 1, 2], [20, 40, 20]).astype(np.int16)
    how = native.Manner(nearness=0.2, spread=0.3, taste=0.5)
    made = speakers.redrawn(frames, (base, segment), rng, how)
    spread = [(x @ native._INTO)[20:60].std(0).mean() for x in (frames, made)]
    assert spread[1] < spread[0]  # towards Gaussians narrower than this noise
    assert np.abs(made - frames)[:14].max() < 0.1
    assert np.abs(made - frames)[66:].max() < 0.1
    assert np.abs(made - frames)[25:55].mean() > 0.2
    near = native.Manner(nearness=1e5, spread=0.3, taste=0.5)
    kept = speakers.redrawn(frames, (base, segment), np.random.default_rng(1), near)
    assert np.abs(kept - frames).max() < 0.1


def test_the_installed_cmu_model_is_read_as_it_is() -> None:
    pytest.importorskip("pocketsphinx", reason="is in the extra 'recipes'")
    gaussians = cmu.load(cmu.folder())
    assert gaussians.mean.shape == (42, 3, 128, 13)
    assert gaussians.weight.shape == (5126, 3, 128)
    # Stored weights are rounded to bytes; each senone's add up to nearly one.
    assert np.abs(np.exp(gaussians.weight).sum(-1) - 0.95).max() < 0.06
    assert gaussians.alone.keys() == set(range(len(BASES)))
    inside = gaussians.senones(BASE_INDEX["AE"], BASE_INDEX["K"], BASE_INDEX["T"])
    assert (gaussians.phone[inside] == gaussians.phone[gaussians.alone[BASE_INDEX["AE"]]]).all()
