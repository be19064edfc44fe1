"""The shipped model: complete, small, and it loads."""

from pathlib import Path

import pytest

STARTER = Path(__file__).parents[3] / "models" / "starter"
NEEDED = """am/final.mdl conf/model.conf conf/fbank.conf graph/HCLG.fst graph/words.txt
graph/phones/word_boundary.int graph/joining.json confidence.json README.md""".split()
SAID = """i'm can't won't that's there's nothing more supervisor manager refund cancel lawyer policy
frustrated tired third transfer afraid sorry understand tomorrow noon monday december seven thank
social media competitor account michael jennifer smith""".split()


def test_every_file_that_vosk_and_people_read_is_there() -> None:
    assert [name for name in NEEDED if not (STARTER / name).exists()] == []


def test_it_stays_small() -> None:
    size = sum(path.stat().st_size for path in STARTER.rglob("*") if path.is_file())
    assert size < 35_000_000


def test_it_knows_the_words_of_calls() -> None:
    lines = (STARTER / "graph" / "words.txt").read_text().splitlines()
    words = {line.split()[0] for line in lines}
    assert len(words) > 20_000
    assert [word for word in SAID if word not in words] == []


def test_it_knows_a_few_thousand_names() -> None:
    lines = (STARTER / "graph" / "words.txt").read_text().splitlines()
    words = {line.split()[0] for line in lines}
    common = "garcia nguyen patel kowalski mohammed guadalupe rosita flanagan kaufman".split()
    assert [name for name in common if name not in words] == []


@pytest.mark.vosk
def test_it_loads_and_hears_nothing_in_silence() -> None:
    import vosk

    vosk.SetLogLevel(-1)
    recognizer = vosk.KaldiRecognizer(vosk.Model(str(STARTER)), 16000.0)
    recognizer.AcceptWaveform(bytes(64000))
    assert '"text" : ""' in recognizer.FinalResult()
