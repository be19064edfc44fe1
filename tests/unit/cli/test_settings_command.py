"""`assist settings`: what is in force and why, changes, and what cannot be."""

import json
from pathlib import Path

import pytest

from assist import app, paths
from assist.cli import main


def _run(*words: str) -> int:
    return main(["settings", *words], open_desktop=lambda speed: 0)


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "policy.toml"
    monkeypatch.setenv("CALLASSIST_POLICY", str(file))
    return file


def test_the_list_tells_where_each_value_comes_from(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy.write_text("[locked]\nkeep_audio = false\n[suggested]\ntext_percent = 125\n")
    assert _run("set", "theme", "dark") == 0
    assert _run("--json") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == 'theme = "dark" (in force from the next start on)'
    origins = {row["key"]: (row["value"], row["origin"]) for row in map(json.loads, lines[1:])}
    assert origins["theme"] == ('"dark"', "file")
    assert origins["keep_audio"] == ("false", "locked")
    assert origins["text_percent"] == ("125", "suggested")
    assert origins["model"] == ('"starter"', "default")
    assert _run() == 0
    shown = capsys.readouterr().out
    assert "(set by your administrator)" in shown
    assert str(policy) in shown


def test_secrets_and_passwords_are_never_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("set", "action_url_secret", "abcdefgh12345678") == 0
    assert _run("set", "team_database", "postgresql://me:hunter22@db/calls?password=tiger9") == 0
    assert _run() == 0
    shown = capsys.readouterr().out
    assert "(set, not shown)" in shown
    assert "postgresql://me:…@db/calls?password=…" in shown
    for secret in ("abcdefgh12345678", "hunter22", "tiger9"):
        assert secret not in shown
    assert app.load_settings().team_database.endswith("tiger9")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (("private_mode", "yes"), True),
        (("private_mode", "off"), False),
        (("text_percent", "150"), 150),
        (("words", "FiberMax", "Norvexa Plus"), ("FiberMax", "Norvexa Plus")),
        (("agent_name", "Ana María"), "Ana María"),
    ],
)
def test_what_is_typed_becomes_the_value_that_the_setting_takes(
    words: tuple[str, ...], kept: object
) -> None:
    assert _run("set", *words) == 0
    assert getattr(app.load_settings(), words[0]) == kept


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("set", "thme", "dark"), "'thme' is no setting; did you mean 'theme'?"),
        (("set", "theme", "pink"), "'theme' must be one of system, light, dark."),
        (("set", "theme", "a", "b"), "theme takes one value"),
        (("set", "text_percent", "big"), "'text_percent' must be a whole number."),
        (("set", "keep_audio", "maybe"), "'keep_audio' must be true or false."),
        (("unset", "version"), "'version' is no setting"),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(
    words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(*words) == 2
    assert sentence in capsys.readouterr().err
    assert not paths.settings_file().exists()


def test_a_locked_setting_says_who_set_it(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy.write_text("[locked]\nprivate_mode = true\n")
    assert _run("set", "private_mode", "false") == 2
    assert "'private_mode' is set by your administrator" in capsys.readouterr().err


def test_a_broken_policy_is_said_in_the_list(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy.write_text("[locked]\ncolour = 3\n")
    assert _run() == 0
    assert "line 2: 'colour' is no setting" in capsys.readouterr().out


def test_changes_are_taken_back_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    _run("set", "theme", "dark")
    _run("set", "theme", "dark")
    _run("unset", "theme")
    capsys.readouterr()
    assert _run("undo") == 0
    assert capsys.readouterr().out.startswith('theme = "dark"')
    _run("undo")
    assert app.load_settings().theme == "system"
    capsys.readouterr()
    _run("undo")
    assert capsys.readouterr().out == "There is no change to take back.\n"


def test_the_path_is_the_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("path") == 0
    assert capsys.readouterr().out == f"{paths.settings_file()}\n"


def test_other_commands_respect_a_locked_setting_too(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy.write_text('[locked]\nwords = ["Norvexa"]\n')
    assert main(["models", "words", "add", "FiberMax"], open_desktop=lambda speed: 0) == 2
    assert "'words' is set by your administrator" in capsys.readouterr().err
    assert app.load_settings().words == ("Norvexa",)
