"""Two recognizers on the same audio: what they are given, and what is counted."""

from pathlib import Path

import numpy as np
import pytest

from models.recipes import compare
from models.recipes.compare import Contender, padded, plain, run
from models.recipes.measure import RATE, Spoken


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("<sil> HELLO(2) there [NOISE]", "hello there"),
        ("++BREATH++ uh", "uh"),
        ("", ""),
        ("i'm", "i'm"),
    ],
)
def test_noises_and_variants_are_no_words(printed: str, words: str) -> None:
    assert plain(printed) == words


def test_a_recording_stands_between_silences_that_are_not_digital_zeros() -> None:
    sound = np.full(RATE, 1000, np.int16)
    data = np.frombuffer(padded(sound), "<i2")
    assert len(data) == RATE + RATE // 4 + RATE // 2
    assert (data[RATE // 4 : RATE // 4 + RATE] == 1000).all()
    assert 0 < np.abs(data[: RATE // 4]).max() <= 1


def test_errors_are_counted_over_all_recordings_of_a_set(tmp_path: Path) -> None:
    np.save(tmp_path / "one.npy", np.zeros(RATE, np.int16))
    spoken = [
        Spoken(group="set", text=text, sound=tmp_path / "one.npy")
        for text in ("one two three", "four")
    ]
    given: list[int] = []

    def make() -> compare.Decode:
        def decode(data: bytes) -> str:
            given.append(len(data))
            return "one two tree"

        return decode

    for band in ("clean", "telephone"):
        result = run(Contender(name="fake", make=make), spoken, band, "set")
        assert result.score.wer == pytest.approx(100 * (1 + 3) / 4)
        assert result.cpu >= 0
    assert len(given) == 4
    assert "100.0" in compare.row("set", result, result)


def test_what_was_decoded_once_is_not_decoded_again(tmp_path: Path) -> None:
    np.save(tmp_path / "one.npy", np.zeros(RATE, np.int16))
    spoken = [Spoken(group="set", text="one", sound=tmp_path / "one.npy")]
    kept = tmp_path / "kept" / "set.json"

    def says(text: str) -> Contender:
        return Contender(name="fake", make=lambda: lambda data: text)

    assert run(says("one"), spoken, "clean", "set", kept).score.wer == 0
    assert run(says("two"), spoken, "clean", "set", kept).score.wer == 0
    longer = [*spoken, Spoken(group="set", text="two", sound=tmp_path / "one.npy")]
    assert run(says("two"), longer, "clean", "set", kept).score.wer == 50
