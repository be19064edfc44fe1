"""`assist report team` as a lead or a scheduler runs it."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assist import app, cli, paths
from tests.helpers.finished_calls import finished_call, write_journal


def run(*arguments: str) -> int:
    def no_desktop(speed: float | None) -> int:
        raise AssertionError("no window was asked for")

    return cli.main(["report", *arguments], open_desktop=no_desktop)


@pytest.fixture
def one_call() -> None:
    begun = (datetime.now().astimezone() - timedelta(days=2)).isoformat(timespec="seconds")
    journal = write_journal(paths.calls_dir() / "one", finished_call("one", started_at=begun))
    with app.open_store() as store:
        store.save_call(journal)


@pytest.mark.usefixtures("one_call")
def test_the_figures_are_shown_and_say_of_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("team") == 0
    shown = capsys.readouterr()
    assert "calls with a dead end" in shown.out
    assert "1 of 1, 100 %" in shown.out
    assert "Sarah" in shown.out
    assert "nobody is ranked below 30 calls" in shown.err


@pytest.mark.usefixtures("one_call")
def test_a_page_and_a_sheet_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, sheet = tmp_path / "week.html", tmp_path / "week.csv"
    assert run("team", "--html", str(page), "--csv", str(sheet)) == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert sheet.read_text(encoding="utf-8").startswith("kind,name,calls")
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("one_call")
def test_json_holds_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("team", "--json", "--agent", "sarah") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["team"]["calls"] == 1
    assert len(found["team"]["figures"]) == 9
    assert run("team", "--json", "--agent", "nobody") == 0
    assert json.loads(capsys.readouterr().out)["team"]["calls"] == 0


def test_no_calls_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("team") == 0
    assert "No call was stored" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("team", "--rank-by", "luck"), "'luck' is no figure"),
        (("team", "--html", "/nowhere/week.html"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) != 0
    error = capsys.readouterr().err
    assert sentence in error
    assert "Traceback" not in error
