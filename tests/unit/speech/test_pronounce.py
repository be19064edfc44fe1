"""Guessed pronunciations: of words nobody wrote down, and of what is no word."""

import shutil
from pathlib import Path

import pytest

from assist import paths
from assist.speech.errors import SpeechError
from assist.speech.pronounce import Pronouncer, plain_letters

FILE = paths.models_dir() / "pronunciation" / "english.npz"


@pytest.fixture(scope="module")
def pronounce() -> Pronouncer:
    return Pronouncer(FILE)


@pytest.mark.parametrize(
    ("word", "phones"),
    [
        ("fibermax", "F AY B ER M AE K S"),
        ("Quickline", "K W IH K L AY N"),
        ("brightwave", "B R AY T W EY V"),
        ("o'malley", "OW M AE L IY"),
    ],
)
def test_words_are_said_as_their_parts_are(pronounce: Pronouncer, word: str, phones: str) -> None:
    assert tuple(phones.split()) in pronounce(word, 2)


def test_the_likeliest_comes_first_and_a_doubtful_second_is_left_out(
    pronounce: Pronouncer,
) -> None:
    for word in ("okonkwo", "zentro", "fibermax", "data"):
        several = pronounce(word, 5)
        assert several[:1] == pronounce(word)
        assert len(set(several)) == len(several) <= 5
    assert len(pronounce("cat", 5)) == 1


def test_accents_and_apostrophes_do_not_change_the_sound(pronounce: Pronouncer) -> None:
    assert pronounce("josé") == pronounce("JOSE")
    assert pronounce("d’angelo") == pronounce("dangelo")


@pytest.mark.parametrize("word", ["", "7up", "北京", "a b", "naïve7", "<eps>", "-", "\0"])
def test_what_nobody_can_say_has_no_pronunciation(pronounce: Pronouncer, word: str) -> None:
    assert plain_letters(word) == ""
    assert pronounce(word) == ()


def test_endless_words_end(pronounce: Pronouncer) -> None:
    [phones] = pronounce("na" * 2000)
    assert 10 < len(phones) <= 80


def test_the_file_is_small() -> None:
    assert FILE.stat().st_size < 1_000_000


@pytest.mark.parametrize("keep", [0, 10, 1000, 500_000])
def test_a_damaged_file_is_told(tmp_path: Path, keep: int) -> None:
    broken = tmp_path / "english.npz"
    broken.write_bytes(FILE.read_bytes()[:keep])
    with pytest.raises(SpeechError, match=r"english\.npz is damaged"):
        Pronouncer(broken)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SpeechError, match="cannot be read"):
        Pronouncer(tmp_path / "none.npz")


def test_a_file_of_something_else_is_told(tmp_path: Path) -> None:
    shutil.copy(Path(__file__), tmp_path / "english.npz")
    with pytest.raises(SpeechError, match="damaged"):
        Pronouncer(tmp_path / "english.npz")
