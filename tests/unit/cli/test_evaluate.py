"""`assist evaluate`, as a user types it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from assist import paths
from assist.cli import main
from assist.review.labels import AGENT_LABELS, CUSTOMER_LABELS

ROWS: list[dict[str, Any]] = [
    {
        "id": "a1",
        "role": "agent",
        "text": "There is nothing more I can do for you.",
        "labels": ["dead_end"],
        "unsure": [],
    },
    {"id": "a2", "role": "agent", "text": "It is Monday.", "labels": ["dead_end"], "unsure": []},
    {
        "id": "c1",
        "role": "customer",
        "text": "I am furious.",
        "feelings": ["anger"],
        "unsure_feelings": [],
        "threat": ["none"],
        "unsure_threat": [],
        "gives_name": None,
    },
]
DIALOGUE: dict[str, Any] = {
    "id": "star-7",
    "set": "star",
    "labels": {"happy_path": True, "user_aggressive": False},
    "turns": [
        {"speaker": "customer", "text": "I am absolutely furious about this delay."},
        {"speaker": "agent", "text": "There is nothing more I can do for you."},
        {"speaker": "customer", "text": "Then I see no sense in it for me and my family."},
    ],
}


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    return write(tmp_path / "rows.jsonl", *ROWS)


def write(file: Path, *rows: object) -> Path:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def evaluate(*words: str | Path) -> int:
    return main(["evaluate", *map(str, words)], open_desktop=lambda speed: 99)


def as_json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_the_json_holds_the_guidelines_labels(
    rows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(rows, "--json") == 0
    made = as_json(capsys)
    assert set(made["labels"]) == {
        *"dead_end empathy canned_empathy apology_ownership uses_name".split(),
        *"confirms_understanding concrete_follow_up transfer".split(),
        *"frustration anger worry disappointment exhaustion confusion gratitude_relief".split(),
        *"leave_cancel ask_supervisor social_media_public legal gives_name".split(),
        *"at_risk distress primary_feeling".split(),
    }
    dead_end = made["labels"]["dead_end"]
    assert (dead_end["precision"], dead_end["recall"], dead_end["support"]) == (1.0, 0.5, 2)
    assert dead_end["f1"] == pytest.approx(2 / 3, abs=1e-3)
    assert dead_end["recall_low"] < 0.5 < dead_end["recall_high"]
    assert made["labels"]["distress"]["f1"] == 1.0
    assert made["forms"]["recognized"]["labels"]["dead_end"]["support"] == 2
    assert made["loss"]["recognized"]["dead_end"] == 0.0
    assert made["intensity"] == made["forms"]["typed"]["intensity"]


def test_the_table_names_every_label_with_its_interval(
    rows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(rows) == 0
    lines = capsys.readouterr().out.splitlines()
    [dead_end] = [line for line in lines if line.startswith("dead_end")]
    assert dead_end.split()[1:3] == ["1.00", "0.21–1.00"]
    [empathy] = [line for line in lines if line.startswith("empathy")]
    assert empathy.split()[1] == "–"  # none there, none found: no share


def test_cases_are_listed_when_asked(rows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evaluate(rows, "--cases")
    assert "dead_end  not found  a2" in capsys.readouterr().out
    evaluate(rows, "--cases", "--json")
    misses = as_json(capsys)["misses"]["typed"]
    assert {"label": "dead_end", "row": "a2", "is_false": False} in misses


def test_the_recognized_form_becomes_the_main_one(
    rows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evaluate(rows, "--recognized", "--json")
    made = as_json(capsys)
    assert made["form"] == "recognized"
    assert made["labels"] == made["forms"]["recognized"]["labels"]


def test_dialogues_give_cues_and_false_cues_per_hour(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "dialogues.jsonl", DIALOGUE)
    assert evaluate(file, "--json") == 0
    made = as_json(capsys)
    assert {each["support"] for each in made["labels"].values()} == {0}
    assert set(made["labels"]) == {*AGENT_LABELS, *CUSTOMER_LABELS}
    calls = made["calls"]
    words = sum(len(turn["text"].split()) for turn in DIALOGUE["turns"])
    assert calls["hours"] == pytest.approx((words * 0.4 + 3) / 3600, abs=1e-4)
    assert calls["uneventful_hours"] == calls["hours"]
    raised = calls["rules"]["dead_end"]["raised"]
    assert raised >= 1
    assert calls["rules"]["dead_end"]["false_raised"] == raised
    assert calls["false_cues_per_hour"] >= raised / calls["hours"] * 0.99
    assert evaluate(file) == 0
    assert "False cues: " in capsys.readouterr().out


def test_a_second_playbook_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path / "dialogues.jsonl", DIALOGUE)
    shipped = paths.resources_dir() / "playbooks" / "default.toml"
    text = shipped.read_text(encoding="utf-8")
    place = text.index('id = "dead_end"') + len('id = "dead_end"')
    other = tmp_path / "other.toml"
    other.write_text(f"{text[:place]}\nenabled = false{text[place:]}", encoding="utf-8")
    assert evaluate(file, "--playbook", shipped, "--compare", other) == 0
    out = capsys.readouterr().out
    [difference] = [
        line for line in out[out.index("Difference") :].splitlines() if line.startswith("dead_end")
    ]
    assert difference.split()[1] == "+1"
    evaluate(file, "--playbook", shipped, "--compare", other, "--json")
    made = as_json(capsys)
    assert "dead_end" in made["calls"]["rules"]
    assert "dead_end" not in made["compared"]["calls"]["rules"]


def test_a_playbook_beside_itself_differs_in_nothing(
    rows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = paths.resources_dir() / "playbooks" / "default.toml"
    dialogues = write(tmp_path / "dialogues.jsonl", DIALOGUE)
    evaluate(rows, dialogues, "--playbook", shipped, "--compare", shipped)
    out = capsys.readouterr().out
    assert "No label differs" in out
    assert "Both raise the same cues." in out


def test_lines_left_out_are_told_apart_from_the_result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "rows.jsonl", *ROWS, *({"text": "hm"} for _ in range(8)))
    assert evaluate(file, "--json") == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["left_out"] == 8
    assert captured.err.count("left out") == 6  # five by name, the rest as one


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("nonsense\n", "is not a JSON object"), ("", "holds nothing to judge by")],
)
def test_a_file_that_cannot_be_used_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, sentence: str
) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(content, encoding="utf-8")
    assert evaluate(file, "--json") == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert captured.err.count("\n") == 1


def test_what_cannot_be_asked_for_is_one_sentence(
    tmp_path: Path, rows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(rows, "--limit", "-1") == 2
    assert evaluate(rows, "--playbook", tmp_path / "none.toml") == 2
    assert evaluate(write(tmp_path / "dialogues.jsonl", DIALOGUE), "--speech") == 2
    assert capsys.readouterr().err.count("\n") == 3


def test_a_limit_judges_that_many(rows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evaluate(rows, "--limit", "2", "--json")
    assert as_json(capsys)["rows"] == 2


def test_without_a_voice_installed_it_says_which_to_install(
    rows: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert evaluate(rows, "--speech", "--model", "starter") == 1
    assert "install espeak-ng or flite" in capsys.readouterr().err


@pytest.mark.vosk
@pytest.mark.skipif(not shutil.which("flite"), reason="needs a synthetic voice (flite)")
def test_rows_are_said_and_heard(rows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(rows, "--speech", "--model", "starter", "--json") == 0
    made = as_json(capsys)
    assert made["word_errors"]["words"] == 15
    assert made["word_errors"]["rate"] < 0.7
    assert made["forms"]["spoken"]["labels"]["dead_end"]["support"] == 2
    assert set(made["loss"]) == {"recognized", "spoken"}
