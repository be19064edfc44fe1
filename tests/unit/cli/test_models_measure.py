"""`assist models measure`, as a user types it, on the first words of the demo call."""

import json
import re
import tomllib
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import soundfile

from assist import paths
from assist.cli import main

LOUD = 200
"""RMS of a 20 ms frame in which somebody speaks; the demo's room noise has 23."""


def measure(*words: str) -> int:
    return main(["models", "measure", *words], open_desktop=lambda speed: 99)


def first_onset(channel: npt.NDArray[np.int16], after: int = 0) -> int:
    """The sample at which somebody begins to speak."""
    frames = channel[after : after + (len(channel) - after) // 320 * 320].astype(float)
    rms = np.sqrt((frames.reshape(-1, 320) ** 2).mean(axis=1))
    return after + int(np.flatnonzero(rms > LOUD)[0]) * 320


def words_said(data: Path) -> int:
    lines = data.read_text(encoding="utf-8").splitlines()
    return sum(len(json.loads(line)["text"].split()) for line in lines)


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The agent's greeting and the customer's two first sentences, with the script's words."""
    folder = tmp_path_factory.mktemp("recordings")
    demo = paths.resources_dir() / "demo"
    turns = tomllib.loads((demo / "call.toml").read_text(encoding="utf-8"))["turns"]
    assert [turn["party"] for turn in turns[:4]] == ["agent", "customer", "customer", "agent"]
    sound, rate = soundfile.read(demo / "call.flac", dtype="int16")
    answer = first_onset(sound[:, 1])
    reply = first_onset(sound[:, 0], after=answer)
    soundfile.write(folder / "agent.flac", sound[:answer, 0], rate)
    soundfile.write(folder / "customer.flac", sound[answer - rate // 10 : reply, 1], rate)
    rows = [
        {"audio": "agent.flac", "text": turns[0]["text"], "style": "greeting"},
        {
            "audio": "customer.flac",
            "text": f"{turns[1]['text']} {turns[2]['text']}",
            "style": "complaint",
        },
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "calls.jsonl").write_text(lines, encoding="utf-8")
    return folder / "calls.jsonl"


@pytest.mark.vosk
def test_a_model_is_measured_for_machines(
    recordings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measure("starter", str(recordings), "--json") == 0
    said = capsys.readouterr()
    assert said.err == ""  # no bar where stderr is no terminal
    made = json.loads(said.out)
    assert (made["model"], made["data"], made["band"]) == ("starter", "calls.jsonl", "full")
    words = words_said(recordings)
    assert (made["utterances"], made["words"]) == (2, words)
    # The golden test of the demo call says how well it must be heard; here: that it was heard.
    assert 0 <= made["low"] <= made["rate"] <= made["high"] < 0.5
    wrong = made["substitutions"] + made["deletions"] + made["insertions"]
    assert made["rate"] == pytest.approx(wrong / words)
    assert set(made["groups"]) == {"greeting", "complaint"}
    assert sum(group["words"] for group in made["groups"].values()) == words
    assert 14 < made["audio_s"] < 20
    assert 0 < made["cpu_factor"] < 1
    assert 50 < made["peak_megabytes"] < 2000
    bins = made["calibration"]["bins"]
    heard = words - made["deletions"] + made["insertions"]
    assert sum(one["words"] for one in bins) == heard
    right = sum(one["words"] * one["correct"] for one in bins)
    assert right == pytest.approx(words - made["deletions"] - made["substitutions"])


@pytest.mark.vosk
def test_a_folder_is_measured_over_the_telephone_as_in_a_call(
    recordings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = paths.models_dir() / "starter"
    assert measure(str(folder), str(recordings), "--band", "telephone", "--gate") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "starter on calls.jsonl"
    shown = {line.split()[0]: line for line in lines if line}
    assert re.fullmatch(r"WER +\d+\.\d %  \(95 % interval: \d+\.\d – \d+\.\d %\)", shown["WER"])
    assert f"{words_said(recordings)} said" in shown["Words"]
    assert "2 utterances" in shown["Heard"]
    assert "(telephone band, voice gate)" in shown["Heard"]
    assert re.search(r"\d\.\d{3} seconds per second", shown["CPU"])
    assert re.search(r"\d MB", shown["Memory"])
    assert "none from one utterance" in shown["greeting"]
    assert len([line for line in lines if re.match(r"\d\.\d – \d\.\d ", line)]) == 10


@pytest.mark.vosk
def test_bad_rows_can_be_left_out_and_are_told(
    recordings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = recordings.with_name("mixed.jsonl")
    first = recordings.read_text(encoding="utf-8").splitlines()[0]
    file.write_text(f"{{broken\n{first}\n", encoding="utf-8")
    assert measure("starter", str(file), "--skip-bad", "--json") == 0
    said = capsys.readouterr()
    assert said.err == (
        "assist: left out: mixed.jsonl line 1 is not a JSON object; write one a line.\n"
    )
    made = json.loads(said.out)
    assert (made["utterances"], made["left_out"]) == (1, 1)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["starter", "nowhere.jsonl"], 1, "nowhere.jsonl cannot be read"),
        (["starter", "BAD"], 1, "line 2: "),
        (["klingon", "GOOD"], 2, "'klingon' is not installed"),
        (["starter", "GOOD", "--limit", "-1"], 2, "--limit must be 1 or more"),
        (["starter", "GOOD", "--by", "colour"], 1, "has the field 'colour'"),
        (["PARENT", "GOOD"], 1, "The speech model in "),
    ],
)
def test_what_cannot_be_measured_is_one_sentence(
    words: list[str],
    status: int,
    told: str,
    recordings: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    bad = recordings.with_name("bad.jsonl")
    good = recordings.read_text(encoding="utf-8").splitlines()[0]
    bad.write_text(good + '\n{"audio": "gone.wav", "text": "a"}\n', encoding="utf-8")
    names = {"GOOD": str(recordings), "BAD": str(bad), "PARENT": str(tmp_path)}
    assert measure(*(names.get(word, word) for word in words)) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err
    assert said.err.count("\n") == 1
