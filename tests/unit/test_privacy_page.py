"""The page for works councils promises nothing that the program does not have."""

import re
import tomllib
from pathlib import Path

import pytest

from assist.cli import main
from assist.settings import FIELDS, load_settings

PAGE = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text(encoding="utf-8")


def test_every_setting_it_names_exists() -> None:
    named = set(re.findall(r"`([a-z]+(?:_[a-z]+)+)(?: = [^`]*)?`", PAGE))
    assert named <= set(FIELDS), named - set(FIELDS)
    assert {"private_mode", "caller_notice", "consent_phrase", "team_shares"} <= named


def test_the_policy_it_shows_can_be_used_as_it_stands(tmp_path: Path) -> None:
    text = PAGE.split("```toml\n")[1].split("```")[0]
    file = tmp_path / "policy.toml"
    file.write_text(text)
    locked = tomllib.loads(text)["locked"]
    chosen = load_settings(tmp_path / "settings.toml", file)
    assert {key: getattr(chosen, key) for key in locked} == locked


def test_the_documents_it_points_to_are_there() -> None:
    for name in set(re.findall(r"`(docs/[a-z-]+\.md)`", PAGE)):
        assert (Path(__file__).parents[2] / name).is_file(), name


def test_the_steps_of_sharing_are_all_there() -> None:
    steps = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert tuple(steps) == FIELDS["team_shares"].choices


def test_the_commands_it_names_exist() -> None:
    for words in set(re.findall(r"`assist ([a-z]+(?: [a-z]+)?)", PAGE)):
        with pytest.raises(SystemExit) as stop:
            main([*words.split(), "--help"], open_desktop=lambda speed: 0)
        assert stop.value.code == 0, words
