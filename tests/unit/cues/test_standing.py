"""A rule that is judged wrong too often goes to shadow, and can be brought back."""

from pathlib import Path

import pytest

from assist.cues.playbook import Playbook, parse_playbook
from assist.cues.standing import (
    Standing,
    StandingError,
    as_toml,
    fails,
    newly_failed,
    read_standing,
    write_standing,
)

TEXT = """
schema = 1
[[rule]]
id = "alpha"
title = "Alpha"
max_per_call = 1
when = { said = "alpha" }
[[rule.wording]]
headline = "Do alpha"
"""


def book(extra: str = "") -> Playbook:
    return parse_playbook(TEXT.replace('title = "Alpha"', f'title = "Alpha"\n{extra}'), name="t")


@pytest.mark.parametrize(
    ("right", "wrong", "is_failed"),
    [
        (0, 0, False),
        (0, 29, False),  # too few to judge
        (20, 10, True),  # 67 %
        (21, 9, False),  # 70 % is enough
        (69, 31, True),
        (70, 30, False),
    ],
)
def test_below_seventy_percent_of_thirty_marks_a_rule_fails(
    right: int, wrong: int, is_failed: bool
) -> None:
    assert fails(right, wrong) is is_failed
    found = newly_failed(book().rules, {"alpha": (right, wrong)}, "2026-11-22")
    assert set(found) == ({"alpha"} if is_failed else set())


@pytest.mark.parametrize("mode", ["live", "shadow"])
def test_whoever_writes_the_playbook_has_the_last_word(mode: str) -> None:
    decided = book(f'mode = "{mode}"')
    assert newly_failed(decided.rules, {"alpha": (0, 99)}, "2026-11-22") == {}


def test_a_rule_in_shadow_does_not_fail_again() -> None:
    shadowed = parse_playbook(TEXT + '[shadowed]\nalpha = "why"\n', name="t")
    assert newly_failed(shadowed.rules, {"alpha": (0, 99)}, "2026-11-22") == {}


def test_the_file_gives_back_what_was_written_and_the_playbook_follows(tmp_path: Path) -> None:
    file = tmp_path / "state" / "rules.json"
    assert read_standing(file) == {}
    kept = {"alpha": Standing(right=12, wrong=19, since="2026-11-22")}
    write_standing(file, kept)
    assert read_standing(file) == kept
    shadowed = parse_playbook(TEXT + as_toml(kept), name="t")
    assert [rule.mode for rule in shadowed.rules] == ["shadow"]
    assert shadowed.shadowed["alpha"] == "12 of 31 marks right, since 2026-11-22"


def test_a_step_of_a_sequence_has_a_dot_in_its_name() -> None:
    text = as_toml({"amends.own": Standing(right=0, wrong=30, since="2026-11-22")})
    assert parse_playbook(TEXT + text, name="t").shadowed == {
        "amends.own": "0 of 30 marks right, since 2026-11-22"
    }


def test_none_in_shadow_add_nothing() -> None:
    assert as_toml({}) == ""


def test_a_broken_file_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    file.write_text('{"alpha": 3}')
    with pytest.raises(StandingError, match=r"rules\.json.*remove it"):
        read_standing(file)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StandingError, match="cannot be written"):
        write_standing(tmp_path / "file" / "rules.json", {})
