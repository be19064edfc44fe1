"""`assist playbook` as a user runs it."""

import json
from pathlib import Path

import pytest

from assist import app, cli, paths
from assist.core.errors import UsageError
from assist.settings import load_settings, set_setting
from tests.helpers.finished_calls import write_call

TEAM = """\
schema = 1
name = "Billing"

[[rule]]
id = "too_fast"
enabled = false

[[rule]]
id = "refund_date"
title = "Say when"
max_per_call = 1
when = { said = "refund*", by = "customer" }
stand_down = { detected = "promise", by = "agent" }

[[rule.wording]]
headline = "Name the day of the refund"
"""


def run(*arguments: str) -> int:
    """`assist playbook …`; the exit status."""

    def no_desktop(speed: float | None) -> int:
        raise AssertionError("no window was asked for")

    return cli.main(["playbook", *arguments], open_desktop=no_desktop)


@pytest.fixture(autouse=True)
def _home(assist_home: Path) -> None:
    """Every test has a home of its own."""


@pytest.fixture
def team(tmp_path: Path) -> Path:
    file = tmp_path / "team.toml"
    file.write_text(TEAM, encoding="utf-8")
    return file


def output(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


# --- check ----------------------------------------------------------------------------------------


def test_the_rules_in_force_work(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    assert "0 do not work" in capsys.readouterr().err


def test_a_rule_that_does_not_work_is_told_with_its_line(
    team: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    team.write_text(TEAM.replace("refund*", "zzyzx"), encoding="utf-8")
    assert run("check", str(team), "--as", "team") == 1
    (line,) = [each for each in output(capsys).splitlines() if "refund_date" in each]
    assert line.startswith(f"{team}:12: error: rule 'refund_date': \"zzyzx\" can never be heard")


def test_what_is_only_doubtful_fails_when_strict(
    team: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    team.write_text(TEAM.replace("Name the", "The"), encoding="utf-8")
    assert run("check", str(team), "--as", "team") == 0
    assert run("check", str(team), "--as", "team", "--strict") == 1
    assert "does not begin with a verb" in output(capsys)


def test_complaints_come_as_json(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    team.write_text(TEAM.replace("refund*", "yes"), encoding="utf-8")
    assert run("check", str(team), "--as", "team", "--json") == 0
    told = [json.loads(line) for line in output(capsys).splitlines()]
    (entry,) = [each for each in told if each["rule"] == "refund_date"]
    assert (entry["rule"], entry["kind"], entry["severity"], entry["line"]) == (
        "refund_date",
        "too_short",
        "warning",
        12,
    )


def test_a_playbook_that_cannot_be_read_is_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", str(tmp_path / "none.toml")) == 2
    file = tmp_path / "new.toml"
    file.write_text("schema = 2\n", encoding="utf-8")
    assert run("check", str(file)) == 2
    assert "newer Call Assist" in capsys.readouterr().err


def test_the_spanish_playbook_is_there_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    set_setting(paths.settings_file(), "playbook", "es")
    assert app.load_playbook(app.load_settings()).language == "es"
    assert run("show") == 0
    assert "Call Assist en español (es)" in output(capsys)


# --- show -----------------------------------------------------------------------------------------


def test_the_rules_in_force_are_shown_with_their_layers(
    team: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_setting(paths.settings_file(), "team_playbook", str(team))
    assert run("show") == 0
    lines = {line.split()[0]: line for line in output(capsys).splitlines() if line}
    assert lines["too_fast"].split()[-3:] == ["off", "base", "team"]
    assert lines["refund_date"].split()[-2:] == ["on", "team"]
    assert "too_fast" not in {rule.id for rule in app.load_playbook(app.load_settings()).rules}


def test_one_rule_is_shown_value_by_value(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_setting(paths.settings_file(), "team_playbook", str(team))
    assert run("show", "too_fast") == 0
    shown = output(capsys)
    assert f"enabled = false\n    # team: {team}, line 6\n" in shown
    assert "    # base: " in shown
    assert run("show", "none") == 2


def test_all_layers_come_as_one_file(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_setting(paths.settings_file(), "team_playbook", str(team))
    assert run("show", "--toml") == 0
    text = output(capsys)
    joined = team.with_name("joined.toml")
    joined.write_text(text, encoding="utf-8")
    alone = app.load_playbook(app.load_settings(), joined)
    assert {rule.id for rule in alone.rules} == {
        rule.id for rule in app.load_playbook(app.load_settings()).rules
    }


def test_a_named_layer_that_is_missing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    set_setting(paths.settings_file(), "team_playbook", "/nowhere/team.toml")
    assert run("show") == 2
    assert "/nowhere/team.toml does not exist" in capsys.readouterr().err


# --- back-test ------------------------------------------------------------------------------------


def test_a_layer_is_run_on_the_stored_calls(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_call(paths.state_dir(), "2026-11-22-101500-aaaa")
    assert run("backtest", str(team), "--as", "team", "--json") == 0
    result = json.loads(output(capsys))
    assert result["calls"] == 1
    assert result["rules"]["refund_date"]["fires"] == len(result["rules"]["refund_date"]["gained"])
    assert result["against"]


def test_written_dialogues_are_run(
    team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    turns = [
        {"speaker": "agent", "text": "how can i help"},
        {"speaker": "customer", "text": "where is my refund"},
    ]
    file = tmp_path / "calls.jsonl"
    file.write_text(json.dumps({"id": "d1", "turns": turns}) + "\n", encoding="utf-8")
    assert run("backtest", str(team), "--as", "team", "--dialogues", str(file)) == 0
    shown = output(capsys)
    assert "refund_date (Say when): fires once, 1 a call, in 1 of 1 calls" in shown
    assert "d1 0:0" in shown
    assert "+ d1" in shown
    assert "Another outcome in 1 of 1 calls." in shown
    assert run("backtest", "--dialogues", str(file), "--rule", "none") == 2


def test_without_calls_it_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("backtest") == 2
    assert "There is no call to run" in capsys.readouterr().err


# --- packs and versions ---------------------------------------------------------------------------


def test_rules_travel_as_one_signed_file(
    team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "billing.pack"
    set_setting(paths.settings_file(), "team_playbook", str(team))
    assert run("export", str(team), "-o", str(pack)) == 0
    assert run("export", str(team), "-o", str(pack)) == 2
    assert run("export", str(team), "-o", str(pack), "--force") == 0
    set_setting(paths.settings_file(), "team_playbook", "")
    assert run("import", str(pack)) == 0
    assert "'Billing' is now your team layer" in output(capsys)
    imported = Path(load_settings(paths.settings_file()).team_playbook)
    assert imported.read_text(encoding="utf-8") == TEAM
    assert run("history", "--as", "team") == 0
    assert "imported from billing.pack" in output(capsys)


CARD = "# Lost cards\n\ntopics: lost my card\n\n- Block it first\n"


def test_knowledge_cards_travel_with_the_rules(
    team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, pack = tmp_path / "cards", tmp_path / "billing.pack"
    folder.mkdir()
    (folder / "lost.md").write_text(CARD, encoding="utf-8")
    to_team = ("export", str(team), "--as", "team", "-o", str(pack))
    assert run(*to_team, "--cards", str(tmp_path / "nowhere")) == 2
    assert run(*to_team, "--cards", str(folder)) == 0
    assert "with 1 knowledge card" in output(capsys)
    assert "lost" not in {card.id for card in app.knowledge_cards(app.load_settings())[0]}
    assert run("import", str(pack)) == 0
    assert "with 1 knowledge card is now your team layer" in output(capsys)
    cards = {card.id: card for card in app.call_playbook(app.load_settings()).cards}
    assert cards["lost"].points == ("Block it first",)
    # What is exported whole takes the imported ones along; a pack without any takes them away.
    whole = tmp_path / "whole.pack"
    assert run("export", "-o", str(whole)) == 0
    assert "with 1 knowledge card" in output(capsys)
    assert run(*to_team, "--force") == 0
    assert run("import", str(pack)) == 0
    assert "lost" not in {card.id for card in app.call_playbook(app.load_settings()).cards}


def test_one_rule_of_many_is_not_shown_as_a_whole_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("show", "dead_end", "--toml") == 2
    assert "leave the rule out" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["make_it_right", "make_it_right.own"])
def test_a_sequence_is_shown_like_a_rule(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", name) == 0
    out = output(capsys)
    assert 'id = "make_it_right"' in out


def test_a_key_that_is_not_there_is_told_from_one_that_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("trust", str(tmp_path / "nope.pub")) == 2
    assert "cannot be read (No such file" in capsys.readouterr().err
    (tmp_path / "no.pub").write_text("hello", encoding="utf-8")
    assert run("trust", str(tmp_path / "no.pub")) == 2
    assert "is not a public key" in capsys.readouterr().err


def test_a_file_that_is_no_layer_yet_says_which_it_is_for(
    team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "billing.pack"
    assert run("export", str(team), "-o", str(pack)) == 2
    assert "is none of your layers; say with --as" in capsys.readouterr().err
    assert not pack.exists()
    assert run("export", "--as", "team", "-o", str(pack)) == 2
    assert run("export", str(team), "--as", "team", "-o", str(pack)) == 0
    assert run("import", str(pack)) == 0
    assert "'Billing' is now your team layer" in output(capsys)


def test_a_pack_of_a_stranger_is_refused_until_trusted(
    team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, public = tmp_path / "billing.pack", tmp_path / "lead.pub"
    assert run("export", str(team), "-o", str(pack)) == 2  # no whole playbook, no layer of ours
    assert run("export", "-o", str(pack)) == 0
    assert run("key") == 0
    public.write_text(output(capsys).splitlines()[-1] + "\n", encoding="utf-8")
    key = paths.state_dir() / "pack-signing.key"
    key.unlink()
    assert run("import", str(pack)) == 2
    assert "signed by a key you do not trust" in capsys.readouterr().err
    assert run("trust", str(public)) == 0
    assert run("import", str(pack)) == 0
    assert run("trust") == 0
    assert len(output(capsys).splitlines()[-1].split()[0].split("-")) == 4


def test_a_changed_pack_is_refused(
    team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "rules.pack"
    assert run("export", "-o", str(pack)) == 0
    pack.write_text(pack.read_text("utf-8").replace("Use the name", "Use no name"), "utf-8")
    assert run("import", str(pack)) == 2
    assert "changed after it was signed" in capsys.readouterr().err
    assert not load_settings(paths.settings_file()).playbook
    assert run("import", str(pack), "--trust") == 0


def test_a_version_comes_back(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = app.rule_desk("agent")
    desk.switch("too_fast", is_on=False)
    desk.publish("off")
    desk.switch("too_fast", is_on=True)
    desk.publish("on again")
    assert run("history") == 0
    shown = output(capsys)
    assert "  off" in shown
    assert "too_fast: removed" in shown
    assert run("diff", "1") == 0
    assert output(capsys) == "too_fast: removed\n"
    assert run("diff", "1", "2", "--lines") == 0
    assert "-enabled = false" in output(capsys)
    assert run("restore", "1") == 0
    assert "it is version 3" in output(capsys)
    assert "too_fast" not in {rule.id for rule in app.load_playbook(app.load_settings()).rules}
    assert run("restore", "9") == 2
    assert run("history", "--as", "team") == 2


def test_the_editor_needs_a_layer_that_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[str] = []

    def open_editor(layer: str) -> int:
        asked.append(layer)
        return 0

    def no_desktop(speed: float | None) -> int:
        raise AssertionError("no window was asked for")

    status = cli.main(
        ["playbook", "edit", "--as", "team"], open_desktop=no_desktop, open_editor=open_editor
    )
    assert (status, asked) == (0, ["team"])
    with pytest.raises(UsageError, match="There is no team layer"):
        app.rule_desk("team")
