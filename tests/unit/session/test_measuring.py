"""Measuring a model on recordings, with a model that says what it is told to."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assist.core.audio import SAMPLE_RATE
from assist.core.events import FinalResult
from assist.core.interfaces import RecognizerResult
from assist.core.words import Party
from assist.session.errors import SessionError
from assist.session.measuring import AFTER_MS, BEFORE_MS, Row, measure, read_rows
from tests.helpers.speech import ScriptedRecognizer, final, speak

Said = tuple[str, float]
"""What is heard of one recording, and how surely."""


class RowByRowModel:
    """Gives the next script to each new recognizer, and keeps the recognizers."""

    name = "told"

    def __init__(self, *said: Said, words: Sequence[str] = ("zero",)) -> None:
        self._said = list(said)
        self._words = words
        self.recognizers: list[ScriptedRecognizer] = []

    def recognizer(self, party: Party) -> ScriptedRecognizer:
        text, confidence = self._said.pop(0)
        # Twice the sound's length after its beginning: given only when the utterance is closed.
        results: tuple[FinalResult, ...] = ()
        if text:
            words = [(word, 0, 100) for word in text.split()]
            results = (final(party, 10**9, words, confidence=confidence),)
        script: list[RecognizerResult] = list(results)
        self.recognizers.append(ScriptedRecognizer(script))
        return self.recognizers[-1]

    def knows(self, word: str) -> bool:
        return word in self._words


def tone_file(path: Path, *, ms: int = 500, rate: int = SAMPLE_RATE, channels: int = 1) -> Path:
    at = np.arange(rate * ms // 1000) / rate
    sound = 0.25 * np.sin(2 * np.pi * 200 * at) + 0.25 * np.sin(2 * np.pi * 1000 * at)
    soundfile.write(path, np.stack([sound] * channels, axis=1), rate, subtype="PCM_16")
    return path


def data_file(folder: Path, *rows: object) -> Path:
    file = folder / "data.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def rows_of(folder: Path, *texts: str, groups: Sequence[str] = ()) -> tuple[Row, ...]:
    tone_file(folder / "tone.wav")
    fields = [{"audio": "tone.wav", "text": text} for text in texts]
    for field, group in zip(fields, groups, strict=False):
        field["group"] = group
    rows, bad = read_rows(data_file(folder, *fields))
    assert not bad
    return rows


def test_words_are_compared_row_by_row(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "Call me back.", "Press 1, please!")
    model = RowByRowModel(("call me back", 0.9), ("press one [noise] peas now", 0.5))
    made = measure(rows, model)
    assert (made.total.utterances, made.total.words) == (2, 6)
    assert (made.total.substitutions, made.total.deletions, made.total.insertions) == (1, 0, 1)
    assert made.total.rate == pytest.approx(2 / 6)
    assert {(one.low, one.words, one.correct) for one in made.calibration.bins if one.words} == {
        (0.9, 3, 1.0),
        (0.5, 4, 0.5),
    }


def test_nothing_heard_is_every_word_left_out(tmp_path: Path) -> None:
    made = measure(rows_of(tmp_path, "call me back"), RowByRowModel(("", 0.0)))
    assert made.total.deletions == 3
    assert made.total.rate == 1.0


def test_digits_are_spelled_for_english_models_only(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "drücken Sie 1")
    german = RowByRowModel(("drücken sie 1", 1.0), words=("null",))
    assert measure(rows, german).total.rate == 0.0


def test_each_recording_is_heard_whole_between_two_silences(tmp_path: Path) -> None:
    model = RowByRowModel(("a", 1.0))
    made = measure(rows_of(tmp_path, "a"), model)
    fed = np.frombuffer(bytes(model.recognizers[0].fed), "<i2")
    assert len(fed) == (BEFORE_MS + 500 + AFTER_MS) * 16
    assert np.flatnonzero(fed)[0] == pytest.approx(BEFORE_MS * 16, abs=16)
    assert np.flatnonzero(fed)[-1] == pytest.approx((BEFORE_MS + 500) * 16, abs=16)
    assert made.audio_s == pytest.approx((BEFORE_MS + 500 + AFTER_MS) / 1000)
    assert model.recognizers[0].closed == 1


def test_the_telephone_band_loses_what_a_line_loses(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "a")

    def share_below_300(band: str) -> float:
        model = RowByRowModel(("a", 1.0))
        assert measure(rows, model, band=band).band == band
        power = np.abs(np.fft.rfft(np.frombuffer(bytes(model.recognizers[0].fed), "<i2"))) ** 2
        hertz = np.fft.rfftfreq(2 * len(power) - 2, 1 / SAMPLE_RATE)[: len(power)]
        return float(power[hertz < 300].sum() / power.sum())

    assert share_below_300("full") == pytest.approx(0.5, abs=0.05)
    assert share_below_300("telephone") < 0.1


def test_the_gate_leaves_silence_out(tmp_path: Path) -> None:
    voice = np.concatenate([speak("hello my name is david"), np.zeros(5 * SAMPLE_RATE, np.int16)])
    soundfile.write(tmp_path / "voice.wav", voice, SAMPLE_RATE)
    rows, _ = read_rows(data_file(tmp_path, {"audio": "voice.wav", "text": "hello"}))
    through, past = RowByRowModel(("hello", 1.0)), RowByRowModel(("hello", 1.0))
    assert measure(rows, through, gate=True).gate
    measure(rows, past)
    silent_bytes = 2 * SAMPLE_RATE * 4
    fed = len(through.recognizers[0].fed)
    assert SAMPLE_RATE < fed < len(past.recognizers[0].fed) - silent_bytes


def test_results_are_parted_by_group_in_the_order_of_the_rows(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "a", "b", "c", groups=("line", "office", "line"))
    made = measure(rows, RowByRowModel(("a", 1.0), ("x", 1.0), ("c", 1.0)))
    assert [(name, rate.utterances, rate.rate) for name, rate in made.groups] == [
        ("line", 2, 0.0),
        ("office", 1, 1.0),
    ]


def test_one_group_is_not_parted(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, "a", "b", groups=("line", "line"))
    assert measure(rows, RowByRowModel(("a", 1.0), ("b", 1.0))).groups == ()


def test_cost_and_memory_are_told(tmp_path: Path) -> None:
    made = measure(rows_of(tmp_path, "a"), RowByRowModel(("a", 1.0)))
    assert 0 <= made.cpu_factor < 1
    assert made.peak_megabytes > 10


def test_progress_ends_at_all_of_it(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    measure(
        rows_of(tmp_path, "a", "b"),
        RowByRowModel(("a", 1.0), ("b", 1.0)),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(0, 1000), (500, 1000), (1000, 1000)]


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100])
def test_other_rates_are_heard_too(tmp_path: Path, rate: int) -> None:
    tone_file(tmp_path / "tone.wav", rate=rate)
    rows, _ = read_rows(data_file(tmp_path, {"audio": "tone.wav", "text": "a"}))
    model = RowByRowModel(("a", 1.0))
    measure(rows, model)
    assert len(model.recognizers[0].fed) // 2 == pytest.approx(1250 * 16, abs=16)


def test_rows_say_where_they_are_and_what_they_belong_to(tmp_path: Path) -> None:
    (tmp_path / "audio").mkdir()
    tone_file(tmp_path / "near.wav")
    tone_file(tmp_path / "audio" / "deep.wav")
    file = data_file(
        tmp_path,
        {"audio": "near.wav", "text": "a", "style": "read", "speaker": 7},
        "",
        {"audio": "deep.wav", "text": "b", "style": "read", "set": "mine"},
        {"audio": str(tmp_path / "near.wav"), "text": "c"},
    )
    rows, _ = read_rows(file)
    assert [(row.place, row.group) for row in rows] == [
        ("data.jsonl line 1", "read"),
        ("data.jsonl line 3", "mine"),
        ("data.jsonl line 4", ""),
    ]
    assert [row.audio.name for row in rows] == ["near.wav", "deep.wav", "near.wav"]
    assert [row.group for row in read_rows(file, by="speaker")[0]] == ["7", "", ""]
    with pytest.raises(SessionError, match=r"No row of .* has the field 'colour'"):
        read_rows(file, by="colour")


def test_a_limit_draws_the_same_rows_each_time(tmp_path: Path) -> None:
    tone_file(tmp_path / "tone.wav")
    file = data_file(tmp_path, *({"audio": "tone.wav", "text": f"w{n}"} for n in range(50)))
    few = [row.text for row in read_rows(file, limit=10)[0]]
    assert few == [row.text for row in read_rows(file, limit=10)[0]]
    assert len(set(few)) == 10
    assert few != [f"w{number}" for number in range(10)]
    assert len(read_rows(file, limit=80)[0]) == 50


GOOD = {"audio": "tone.wav", "text": "a"}
BAD_ROWS = [
    ("{broken", "line 2 is not a JSON object"),
    ('["a"]', "line 2 is not a JSON object"),
    ({"text": "a"}, "line 2 names no sound file"),
    ({"audio": 5, "text": "a"}, "line 2 names no sound file"),
    ({"audio": "tone.wav"}, "line 2 says no words"),
    ({"audio": "tone.wav", "text": " ... "}, "line 2 says no words"),
    ({"audio": "gone.wav", "text": "a"}, "line 2: .*gone.wav does not exist"),
    ({"audio": "stereo.wav", "text": "a"}, "line 2: .*stereo.wav has 2 channels"),
    ({"audio": "data.jsonl", "text": "a"}, "line 2: .* is not a sound file"),
]


@pytest.mark.parametrize(("row", "told"), BAD_ROWS)
def test_a_bad_row_is_named_by_its_line(tmp_path: Path, row: object, told: str) -> None:
    tone_file(tmp_path / "tone.wav")
    tone_file(tmp_path / "stereo.wav", channels=2)
    file = data_file(tmp_path, GOOD, row, GOOD)
    with pytest.raises(SessionError, match=told) as raised:
        read_rows(file)
    assert "\n" not in str(raised.value)
    rows, bad = read_rows(file, skip_bad=True)
    assert len(rows) == 2
    assert bad == (str(raised.value),)


def test_a_file_without_rows_says_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(SessionError, match="has no row"):
        read_rows(data_file(tmp_path, ""))
    with pytest.raises(SessionError, match=r"nowhere.jsonl cannot be read"):
        read_rows(tmp_path / "nowhere.jsonl")
    (tmp_path / "odd.jsonl").write_bytes(b"\xff\xfe{}")
    with pytest.raises(SessionError, match="not text in UTF-8"):
        read_rows(tmp_path / "odd.jsonl")


def test_a_file_that_is_gone_in_the_meantime_is_named_or_left_out(tmp_path: Path) -> None:
    tone_file(tmp_path / "other.wav")
    tone_file(tmp_path / "tone.wav")
    file = data_file(tmp_path, {"audio": "other.wav", "text": "b"}, GOOD)
    rows, _ = read_rows(file)
    (tmp_path / "other.wav").unlink()
    with pytest.raises(SessionError, match=r"data.jsonl line 1: .*other.wav does not exist"):
        measure(rows, RowByRowModel(("a", 1.0)))
    made = measure(rows, RowByRowModel(("a", 1.0)), skip_bad=True)
    assert made.total.utterances == 1
    assert len(made.skipped) == 1
    with pytest.raises(SessionError, match="nothing was measured"):
        measure(rows[:1], RowByRowModel(), skip_bad=True)


def test_a_file_cut_short_is_used_and_told(tmp_path: Path) -> None:
    path = tone_file(tmp_path / "tone.wav")
    path.write_bytes(path.read_bytes()[:-4000])
    rows, _ = read_rows(data_file(tmp_path, GOOD))
    made = measure(rows, RowByRowModel(("a", 1.0)))
    assert made.total.rate == 0.0
    assert [fault.partition(":")[0] for fault in made.warnings] == ["data.jsonl line 1"]
