"""A playbook file's past: who, when, what; nothing that was written is lost."""

from pathlib import Path

import pytest

from assist.cues.errors import PlaybookError
from assist.cues.versions import (
    changes,
    find_version,
    history_file,
    read_history,
    save_version,
    text_diff,
)

ONE = 'schema = 1\n[[rule]]\nid = "a"\npriority = 5\n'
TWO = 'schema = 1\n[[rule]]\nid = "a"\npriority = 7\n'


def save(file: Path, text: str, what: str = "edited") -> int:
    return save_version(file, text, who="Dana", what=what, at="2026-11-22T10:00:00+01:00").number


def test_every_save_is_a_version(tmp_path: Path) -> None:
    file = tmp_path / "playbooks" / "mine.toml"
    assert [save(file, ONE), save(file, TWO), save(file, ONE, "restored")] == [1, 2, 3]
    versions = read_history(file)
    assert [version.text for version in versions] == [ONE, TWO, ONE]
    assert [version.what for version in versions] == ["edited", "edited", "restored"]
    assert {version.who for version in versions} == {"Dana"}
    assert file.read_text(encoding="utf-8") == ONE
    assert find_version(file, 2).hash != find_version(file, 1).hash


def test_the_same_text_again_is_no_version(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    save(file, ONE)
    assert save(file, ONE) == 1
    assert len(read_history(file)) == 1


def test_what_another_program_wrote_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    save(file, ONE)
    by_hand = ONE + "# a note\n"
    file.write_text(by_hand, encoding="utf-8")
    assert read_history(file)[-1].what == "changed in another program"
    assert save(file, TWO) == 3
    assert [version.text for version in read_history(file)] == [ONE, by_hand, TWO]


def test_a_line_torn_off_by_a_power_cut_costs_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    save(file, ONE)
    with history_file(file).open("a") as history:
        history.write('{"at": "2026')
    save(file, TWO)
    assert [version.text for version in read_history(file)] == [ONE, TWO]
    assert [version.number for version in read_history(file)] == [1, 3]
    assert save(file, ONE) == 4


def test_an_unknown_version_is_told(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    with pytest.raises(PlaybookError, match="there are none yet"):
        find_version(file, 1)
    save(file, ONE)
    with pytest.raises(PlaybookError, match="no version 4; there are 1 to 1"):
        find_version(file, 4)


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PlaybookError, match=r"cannot be written \(.*\); check its permissions"):
        save(tmp_path / "file" / "mine.toml", ONE)


def test_changes_are_told_by_rule_and_key() -> None:
    new = (
        TWO.replace("schema = 1", 'schema = 1\nname = "N"')
        + '[[rule]]\nid = "b"\n[attention]\nbudget = 1\n'
    )
    assert changes(ONE, new) == (
        'name (not set) → "N"',
        "a: priority 5 → 7",
        "b: added",
        "attention: added",
    )
    assert changes(new, ONE)[-2:] == ("b: removed", "attention: removed")
    assert changes("broken [", ONE)[0].startswith("the file")
    long = ONE.replace("5", '"' + "x" * 90 + '"')
    assert len(changes(ONE, long)[0]) < 70


def test_the_lines_that_differ(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    save(file, ONE)
    save(file, TWO)
    shown = text_diff(find_version(file, 1), find_version(file, 2))
    assert "-priority = 5\n+priority = 7\n" in shown
    assert shown.startswith("--- version 1\n+++ version 2\n")
