"""Files from many hands: what is needed is asked for, what is unknown is told and left out."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from assist.core.words import Party
from assist.review.errors import ReviewError
from assist.review.labelled import Material, Row, drawn, read_material

AGENT = {
    "id": "a1",
    "role": "agent",
    "text": "I'm afraid that is not possible.",
    "context": "Can you move my flight?",
    "context_speaker": "customer",
    "asr_like": "i'm afraid that is not possible",
    "labels": ["dead_end"],
    "unsure": ["empathy"],
    "none": False,
}
CUSTOMER = {
    "id": "c1",
    "role": "customer",
    "text": "This is outrageous, I'm leaving.",
    "feelings": ["anger", "frustration"],
    "intensity": 3,
    "unsure_feelings": ["disappointment"],
    "threat": ["leave_cancel"],
    "unsure_threat": [],
    "gives_name": None,
}


def write(folder: Path, *rows: Any, name: str = "rows.jsonl") -> Path:
    file = folder / name
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def one(folder: Path, fields: dict[str, Any]) -> Row:
    return read_material([write(folder, fields)]).rows[0]


def test_an_agents_row_holds_its_labels_and_the_turn_before(tmp_path: Path) -> None:
    row = one(tmp_path, AGENT)
    assert row.party is Party.AGENT
    assert row.wanted == {"dead_end"}
    assert row.unsure == {"empathy"}
    assert "transfer" in row.judged
    assert "anger" not in row.judged
    assert row.before is not None
    assert row.before.party is Party.CUSTOMER
    assert row.recognized == AGENT["asr_like"]


def test_a_customers_row_belongs_to_the_groups_of_its_labels(tmp_path: Path) -> None:
    row = one(tmp_path, CUSTOMER)
    assert row.wanted == {"anger", "frustration", "leave_cancel", "distress", "at_risk"}
    assert row.primary == "anger"
    assert row.before is None


def test_a_group_is_unsure_only_where_no_member_is_sure(tmp_path: Path) -> None:
    assert "distress" not in one(tmp_path, CUSTOMER).unsure
    calm = {**CUSTOMER, "feelings": ["none"], "threat": ["none"], "unsure_threat": ["legal"]}
    row = one(tmp_path, calm)
    assert {"distress", "at_risk", "disappointment", "legal"} <= row.unsure
    assert row.primary == "none"
    assert not row.wanted


def test_a_row_speaks_only_of_what_it_names(tmp_path: Path) -> None:
    row = one(tmp_path, {"text": "I'm Ann", "role": "caller", "gives_name": "Ann"})
    assert row.judged == {"gives_name"}
    assert row.wanted == {"gives_name"}
    assert row.primary == ""


@pytest.mark.parametrize(
    ("labels", "wanted"),
    [
        ("dead_end", {"dead_end"}),
        ({"dead_end": True, "transfer": False}, {"dead_end"}),
        (["dead_end", 7, " "], {"dead_end"}),
        (None, set()),
    ],
)
def test_labels_come_in_many_shapes(tmp_path: Path, labels: Any, wanted: set[str]) -> None:
    assert one(tmp_path, {**AGENT, "labels": labels}).wanted == wanted


@pytest.mark.parametrize(
    ("fields", "intensity"),
    [
        ({}, 3),
        ({"intensity": 4}, None),
        ({"intensity": True}, None),
        ({"intensity": None}, None),
        ({"unsure_feelings": ["anger"]}, None),
        ({"feelings": [], "intensity": 0}, None),
        ({"feelings": [], "intensity": 0, "unsure_feelings": []}, 0),
    ],
)
def test_the_strength_of_an_arguable_feeling_is_arguable(
    tmp_path: Path, fields: dict[str, Any], intensity: int | None
) -> None:
    assert one(tmp_path, {**CUSTOMER, **fields}).intensity == intensity


def test_without_a_recognized_form_one_is_made(tmp_path: Path) -> None:
    fields = {key: value for key, value in AGENT.items() if key not in {"asr_like", "id"}}
    row = one(tmp_path, fields)
    assert row.recognized == "i'm afraid that is not possible"
    assert row.id == "rows.jsonl line 1"


def test_the_role_is_taken_from_the_labels_where_it_is_missing(tmp_path: Path) -> None:
    assert one(tmp_path, {"text": "no", "labels": []}).party is Party.AGENT
    assert one(tmp_path, {"text": "no", "threat": []}).party is Party.CUSTOMER


def test_unknown_labels_are_told_and_not_counted(tmp_path: Path) -> None:
    material = read_material([write(tmp_path, {**AGENT, "labels": ["dead_end", "rudeness"]})])
    assert material.unknown_labels == {"rudeness"}
    assert material.rows[0].wanted == {"dead_end"}


def test_a_feeling_unknown_here_is_no_calm(tmp_path: Path) -> None:
    row = one(tmp_path, {**CUSTOMER, "feelings": ["envy"]})
    assert row.primary == ""


def test_rows_that_say_too_little_are_left_out_with_a_reason(tmp_path: Path) -> None:
    bad = [{"role": "agent", "labels": []}, {"text": "hi", "role": "agent"}, {"text": "hi"}]
    material = read_material([write(tmp_path, AGENT, *bad)])
    assert len(material.rows) == 1
    assert material.left_out == [
        "rows.jsonl line 2 has no 'text'.",
        "rows.jsonl line 3 has no labels.",
        "rows.jsonl line 4 does not say who speaks ('role': agent or customer).",
    ]


# --- dialogues ------------------------------------------------------------------------------------


def dialogue(**changes: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": "star-1",
        "set": "star",
        "labels": {"happy_path": True, "user_aggressive": False},
        "turns": [
            {"speaker": "customer", "text": "Hi", "start": 0.5, "end": 1.0},
            {"speaker": "agent", "text": "Hello"},
            {"speaker": "narrator", "text": "A door opens."},
            {"speaker": "agent", "text": " "},
        ],
    }
    return {**fields, **changes}


def read_one(folder: Path, fields: dict[str, Any]) -> Material:
    return read_material([write(folder, fields)])


@pytest.mark.parametrize("key", ["speaker", "role", "party"])
def test_who_speaks_has_many_names(tmp_path: Path, key: str) -> None:
    turns = [{key: "USER", "text": "Hi"}, {key: "assistant", "text": "Hello"}]
    [made] = read_one(tmp_path, dialogue(turns=turns)).dialogues
    assert [turn.party for turn in made.turns] == [Party.CUSTOMER, Party.AGENT]


def test_a_dialogue_keeps_what_the_two_parties_said(tmp_path: Path) -> None:
    [made] = read_one(tmp_path, dialogue()).dialogues
    assert [(turn.party, turn.text) for turn in made.turns] == [
        (Party.CUSTOMER, "Hi"),
        (Party.AGENT, "Hello"),
    ]
    assert (made.turns[0].start, made.turns[0].end) == (500, 1000)
    assert made.turns[1].start is None


@pytest.mark.parametrize(
    ("changes", "is_uneventful"),
    [
        ({}, True),
        ({"labels": {"happy_path": True, "user_aggressive": True}}, False),
        ({"labels": {"happy_path": False}}, False),
        ({"labels": ["star"]}, False),
        ({"labels": None}, False),
        ({"set": "twitter_airlines"}, False),
        ({"set": ""}, True),  # its id says where it is from
    ],
)
def test_a_happy_path_without_an_angry_user_is_uneventful(
    tmp_path: Path, changes: dict[str, Any], is_uneventful: bool
) -> None:
    [made] = read_one(tmp_path, dialogue(**changes)).dialogues
    assert made.is_uneventful is is_uneventful


@pytest.mark.parametrize("start", [-1, float("nan"), float("inf"), True, "0:01", 1e12])
def test_a_time_that_cannot_be_is_no_time(tmp_path: Path, start: object) -> None:
    turns = [{"speaker": "agent", "text": "hello", "start": start, "end": 2.0}]
    [made] = read_one(tmp_path, dialogue(turns=turns)).dialogues
    assert made.turns[0].start is None


def test_a_dialogue_without_turns_is_left_out(tmp_path: Path) -> None:
    material = read_material([write(tmp_path, AGENT, dialogue(turns=None))])
    assert material.dialogues == []
    assert material.left_out == ["rows.jsonl line 2 has no turn with a speaker and a text."]


# --- files ----------------------------------------------------------------------------------------


def test_files_may_be_gzipped_whatever_their_name_and_hold_both_kinds(tmp_path: Path) -> None:
    file = tmp_path / "mixed.jsonl"
    file.write_bytes(gzip.compress((json.dumps(AGENT) + "\n" + json.dumps(dialogue())).encode()))
    material = read_material([file, write(tmp_path, CUSTOMER)])
    assert (len(material.rows), len(material.dialogues)) == (2, 1)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "holds nothing to judge by"),
        (b'{"text": 1}\n', "line 1 has no 'text'"),
        (b"not json\n", "line 1 is not a JSON object"),
        (b"[" * 100_000, "line 1 is not a JSON object"),
        (b"\xff\xfe", "not text in UTF-8"),
        (b"\x1f\x8bbroken", "damaged gzip"),
        (gzip.compress(b"{}" * 1000, mtime=0)[:-12], "damaged gzip"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_bytes(content)
    with pytest.raises(ReviewError, match=sentence) as caught:
        read_material([file])
    assert "\n" not in str(caught.value)


def test_a_line_that_is_no_object_is_told_and_skipped(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(f"nonsense\n{json.dumps(AGENT)}\n[1]\n", encoding="utf-8")
    material = read_material([file])
    assert len(material.rows) == 1
    assert material.left_out == [
        "rows.jsonl line 1 is not a JSON object; write one a line.",
        "rows.jsonl line 3 is not a JSON object; write one a line.",
    ]


def test_a_missing_file_and_a_folder_are_one_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(ReviewError, match=r"cannot be read .*check its name"):
            read_material([path])


def test_a_limit_draws_the_same_each_time(tmp_path: Path) -> None:
    material = read_material([write(tmp_path, *({**AGENT, "id": str(n)} for n in range(50)))])
    chosen = [row.id for row in drawn(material, 10).rows]
    assert chosen == [row.id for row in drawn(material, 10).rows]
    assert len(chosen) == 10
    assert [row.id for row in drawn(material, 0).rows] == [row.id for row in material.rows]
