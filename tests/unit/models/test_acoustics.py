"""Features, alignment and the model file, without a trained net."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.recipes import alignment, kaldi
from models.recipes.features import BANDS, FLOOR, fbank
from models.recipes.lexicon import Lexicon
from models.recipes.measure import edits, score
from models.recipes.phones import BASE_INDEX, BASES


@dataclass(frozen=True)
class _Layer:
    name: str
    source: str
    offsets: tuple[int, ...]
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]
    rectified: bool = False
    residual: str = ""


def test_silence_is_kaldis_floor_and_a_tone_peaks_in_its_band() -> None:
    assert np.allclose(fbank(np.zeros(1600)), np.log(FLOOR))
    tone = 8000 * np.sin(2 * np.pi * 1000 * np.arange(16000) / 16000)
    frames = fbank(tone)
    assert frames.shape == (98, BANDS)
    assert abs(int(frames.mean(0).argmax()) - 13) <= 1  # 1 kHz is a third up the mel scale
    assert len(fbank(np.zeros(399))) == 0


def test_alignment_finds_the_phones_where_they_sound() -> None:
    lexicon = Lexicon({"no": [("N", "OW")], "see": [("S", "IY")]})
    path = alignment.chain("no see", lexicon, 2)
    truth = ["SIL"] * 5 + ["N"] * 4 + ["OW"] * 6 + ["S"] * 5 + ["IY"] * 7 + ["SIL"] * 3
    scores = np.full((len(truth), 2 * len(BASES)), -9.0, np.float32)
    for frame, name in enumerate(truth):
        scores[frame, 2 * BASE_INDEX[name] : 2 * BASE_INDEX[name] + 2] = 0.0
    found = alignment.viterbi(path, scores)
    assert found is not None
    phones, segments = alignment.frame_labels(path, found[0], 2)
    assert [BASES[phone] for phone in phones] == truth
    assert len(set(segments.tolist())) == 6


def test_a_sentence_longer_than_its_sound_cannot_be_aligned() -> None:
    path = alignment.chain("no", Lexicon({"no": [("N", "OW")]}), 2)
    assert alignment.viterbi(path, np.zeros((2, 2 * len(BASES)), np.float32)) is None


def test_stored_weights_are_right_to_sixteen_bits(tmp_path: Path) -> None:
    weight = np.random.default_rng(1).normal(0, 1, (6, 9)).astype(np.float32)
    smallest, spread, codes = kaldi.compressed(weight)
    assert np.abs(smallest + spread * codes / 65535 - weight).max() <= spread / 65535
    layer = _Layer("only", "input", (-1, 0, 1), weight, np.zeros(6, np.float32))
    stay = dict.fromkeys(range(len(BASES)), 0.5)
    kaldi.write_model(tmp_path / "final.mdl", stay, 3, [layer], 0.66, None)
    data = (tmp_path / "final.mdl").read_bytes()
    at = data.index(b"CM2 ") + 4
    shape = np.frombuffer(data[at + 8 : at + 16], "<i4")
    assert tuple(shape) == (6, 9)
    assert np.array_equal(np.frombuffer(data[at + 16 : at + 16 + 108], "<u2").reshape(6, 9), codes)
    assert b"Append(Offset(input, -1), input, Offset(input, 1))" in data


def test_word_errors_count_all_three_kinds() -> None:
    assert edits("i want a refund".split(), "i want refund now".split()) == 2
    result = score("x", [("one two", "one two"), ("three four", "three five")] * 20)
    assert result.wer == 25.0
    assert result.low < 25.0 < result.high
