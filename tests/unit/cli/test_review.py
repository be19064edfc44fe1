"""`assist review` at the terminal: what is flagged, what was said of it, what would be imported."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from assist import app
from assist.cli import main
from assist.core.review import Verdict
from tests.helpers.finished_calls import write_call

CALL = "20261122T101500-review"


def run(*arguments: str) -> int:
    opened: list[bool] = []

    def no_window(speed: float | None) -> int:
        raise AssertionError("no sidebar was asked for")

    def open_review(is_agent: bool, is_local: bool) -> int:
        opened.append(is_agent)
        return 40 + int(is_agent) + 2 * int(is_local)

    return main(list(arguments), open_desktop=no_window, open_review=open_review)


@pytest.fixture
def home(assist_home: Path) -> Path:
    """A flagged call of Sarah's, who is at work."""
    config = assist_home / "config"
    config.mkdir(parents=True)
    (config / "settings.toml").write_text('agent_name = "Sarah"\n', encoding="utf-8")
    write_call(assist_home / "state", CALL)
    return assist_home


def test_the_window_is_opened_for_leads_and_for_agents(assist_home: Path) -> None:
    assert run("review") == 40
    assert run("review", "mine", "--window") == 41
    assert run("review", "--local") == 42


def test_this_computer_s_calls_are_reviewed_though_a_team_database_is_set(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (home / "config" / "settings.toml").open("a", encoding="utf-8") as settings:
        settings.write('team_database = "postgresql://lea@/nothing?host=/nowhere"\n')
    assert run("review", "list") == 1
    assert "cannot be reached" in capsys.readouterr().err
    assert run("review", "list", "--local") == 0
    assert CALL in capsys.readouterr().out
    assert run("review", "--local", "list") == 0
    assert CALL in capsys.readouterr().out
    assert run("review", "marks", "--local") == 0


def test_flagged_calls_are_listed_with_their_reasons(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("review", "list") == 0
    out = capsys.readouterr().out
    assert CALL in out
    assert "agent asked help, dead end standing" in out
    desk = app.review_desk()
    desk.set_reviewed(CALL, is_reviewed=True)
    desk.close()
    assert run("review", "list") == 0
    assert "No flagged call waits" in capsys.readouterr().err
    assert run("review", "list", "--all") == 0
    assert CALL in capsys.readouterr().out
    assert run("review", "list", "--all", "--agent", "Omar") == 0
    assert CALL not in capsys.readouterr().out


def test_marks_become_precision_and_recall(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("review", "marks") == 0
    assert "Nobody has marked" in capsys.readouterr().err
    desk = app.review_desk()
    assert desk.catch_up()
    desk.mark_detection(CALL, 0, "dead_end", 9_000, Verdict.RIGHT)
    desk.mark_detection(CALL, 7, "dead_end", 12_000, Verdict.WRONG)
    for at in (1_000, 2_000, 3_000):
        desk.mark_detection(CALL, None, "dead_end", at, Verdict.MISSED)
    desk.close()
    assert run("review", "marks") == 0
    (line,) = (line for line in capsys.readouterr().out.splitlines() if "dead_end" in line)
    assert line.split() == ["dead_end", "1", "1", "3", "0.50", "0.25"]


def test_an_answer_goes_to_the_latest_comment_on_a_call(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = app.review_desk()
    desk.catch_up()
    desk.who = "K. Lead"
    desk.comment(CALL, "Say it sooner.", at=9_000)
    desk.close()
    assert run("review", "answer", CALL[:10], "I had no date then.") == 0
    assert "Said to K. Lead" in capsys.readouterr().err
    assert run("review", "mine") == 0
    out = capsys.readouterr().out
    assert "K. Lead at 0:09: Say it sooner." in out
    assert "    Sarah (answer): I had no date then." in out


def test_an_answer_to_nothing_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("review", "answer", "last", "hello") == 2
    assert "Nobody has commented" in capsys.readouterr().err
    assert run("review", "dispute", "nothing", "hello") == 2
    assert "There is no call 'nothing'" in capsys.readouterr().err


def test_a_dry_run_says_what_would_be_imported_and_does_nothing(
    assist_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    silence = np.zeros((800, 2), np.float32)
    folder = tmp_path / "in"
    folder.mkdir()
    soundfile.write(folder / "20261122_140200_Ana.wav", silence, 8_000)
    soundfile.write(folder / "20261122_150000_Ben-agent.wav", silence[:, :1], 8_000)
    soundfile.write(folder / "20261122_150000_Ben-customer.wav", silence[:, :1], 8_000)
    pattern = ("--pattern", "{date}_{time}_{agent}")
    assert run("review", "import", str(folder), *pattern, "--dry-run") == 0
    assert capsys.readouterr().out.splitlines() == [
        "20261122_140200_Ana.wav: 2026-11-22 14:02, Ana",
        "20261122_150000_Ben-agent.wav + 20261122_150000_Ben-customer.wav: 2026-11-22 15:00, Ben",
    ]
    assert not (assist_home / "state" / "calls").exists()
    (folder / "notes-agent.wav").write_bytes(b"")
    assert run("review", "import", str(folder), *pattern, "--dry-run") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Name folders or sound files"),
        (("nowhere",), "nowhere does not exist"),
        ((".", "--pattern", "{mood}"), "what may stand in it"),
        (("--list", "nowhere.csv"), "cannot be read"),
    ],
)
def test_what_cannot_be_imported_is_one_sentence(
    assist_home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("review", "import", *arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith("assist: ")
    assert said in error
    assert error.count("\n") == 1


def test_a_folder_without_recordings_is_said(
    assist_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert run("review", "import", str(tmp_path / "empty")) == 2
    assert "no sound files" in capsys.readouterr().err
