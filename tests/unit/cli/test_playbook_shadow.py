"""A rule that its marks put in shadow is named by `assist playbook check` and `show`."""

import json

import pytest

from assist import cli, paths
from assist.cues.standing import Standing, write_standing


def run(*arguments: str) -> int:
    def no_desktop(speed: float | None) -> int:
        raise AssertionError("no window was asked for")

    return cli.main(["playbook", *arguments], open_desktop=no_desktop)


@pytest.fixture
def thank_is_away(assist_home: object) -> None:
    standing = Standing(right=12, wrong=20, since="2026-11-22")
    write_standing(paths.rules_file(), {"thank": standing, "not_ours": standing})


@pytest.mark.usefixtures("thank_is_away")
def test_check_says_so_and_how_to_bring_it_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    out = capsys.readouterr().out
    assert "rule 'thank': in shadow by its marks (12 of 32 marks right, since 2026-11-22)" in out
    assert "'mode = \"live\"'" in out
    assert "not_ours" not in out
    assert run("check", "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["rule"] for line in lines if line["kind"] == "shadow"] == ["thank"]


@pytest.mark.usefixtures("thank_is_away")
def test_the_list_has_it_as_its_state(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show") == 0
    (line,) = [x for x in capsys.readouterr().out.splitlines() if x.startswith("thank ")]
    assert "shadow (12 of 32 marks right" in line
