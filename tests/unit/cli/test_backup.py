"""`assist backup`: what it prints and how it ends."""

import json
import shutil
from pathlib import Path

import pytest

from assist import app
from assist.app.backup import make_backup
from assist.cli import doctor, main
from assist.core.errors import AssistError
from tests.helpers.backups import ANN, DAVID, copy_home, fill_home


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with calls; made once, since making a database takes a second."""
    home = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLASSIST_HOME", str(home))
        fill_home()
    return home


@pytest.fixture
def stick(filled: Path, assist_home: Path, tmp_path: Path) -> Path:
    """A folder to back up to, of a computer with two calls."""
    copy_home(filled, assist_home)
    return tmp_path / "stick"


def run(*arguments: str | Path) -> int:
    return main(["backup", *map(str, arguments)], open_desktop=lambda _: 0)


def test_from_the_first_backup_to_a_new_computer(
    stick: Path, tmp_path: Path, assist_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run() == 0
    assert "No backup yet; 'assist backup make FOLDER' makes one." in capfd.readouterr().err
    assert doctor._backups().is_fine is None
    assert run("make", stick) == 0
    told = capfd.readouterr().err
    assert f"In {stick}: 2 calls, with 4 new files." in told
    assert "opens only with the key of this computer's calls, which is not in it" in told
    assert run("key", tmp_path / "key") == 0
    assert "Whoever has" in capfd.readouterr().err
    assert run("list", stick) == 0
    assert [line.split()[0] for line in capfd.readouterr().out.splitlines()] == [DAVID, ANN]
    assert run("list", stick, "--json", "--key", tmp_path / "key") == 0
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [(row["call"], row["files"]) for row in rows] == [(DAVID, 2), (ANN, 2)]
    assert run("check", stick) == 0
    assert "Whole: 2 calls of" in capfd.readouterr().err
    shutil.rmtree(assist_home)
    assert run("restore", stick) == 2
    assert "no key yet; give the one that was exported" in capfd.readouterr().err
    assert run("check", stick, "--key", tmp_path / "key") == 0
    assert not assist_home.joinpath("state", "calls.db").exists(), "only read"
    assert run("restore", stick, "--key", tmp_path / "key") == 0
    assert "Put back here: 2 calls, their key in a file" in capfd.readouterr().err
    with app.open_store() as store:
        assert len(store.list_calls()) == 2
    assert run() == 0
    assert str(stick) in capfd.readouterr().out, "a computer put back knows its backups"


def test_a_deletion_says_which_backup_has_it_still(
    stick: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run("make", stick)
    stick.rename(tmp_path / "drawer")
    capfd.readouterr()
    assert main(["calls", "erase", "--number", "5550142", "--yes"], open_desktop=lambda _: 0) == 0
    assert f"The backup in {stick} is not plugged in and still has" in capfd.readouterr().err
    assert run("list", "--json") == 0
    known = json.loads(capfd.readouterr().out)
    assert (known["waiting"], known["is_there"]) == (1, False)
    assert "1 deletions wait for it, not plugged in" in doctor._backups().finding
    (tmp_path / "drawer").rename(stick)
    assert main(["calls", "delete", ANN, "--yes"], open_desktop=lambda _: 0) == 0
    assert "still has" not in capfd.readouterr().err
    assert run("list", stick) == 0
    assert capfd.readouterr().out == ""


def test_a_key_of_before_is_said_and_a_new_one_reaches_what_is_there(
    stick: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run("make", stick)
    assert main(["calls", "key", "rotate"], open_desktop=lambda _: 0) == 0
    assert "still has what was before" not in capfd.readouterr().err
    assert run("check", stick) == 0
    stick.rename(stick.with_name("drawer"))
    assert main(["calls", "key", "rotate"], open_desktop=lambda _: 0) == 0
    assert "is not plugged in and still has what was before" in capfd.readouterr().err
    assert run() == 0
    assert "not plugged in  still has the key of before" in capfd.readouterr().out


def test_damage_ends_with_its_name_and_status_1(
    stick: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run("make", stick)
    next(stick.glob("data/*/*")).write_bytes(b"rot")
    assert run("check", stick) == 1
    told = capfd.readouterr().err
    assert "Missing or changed: " in told
    assert "One thing is not as they were" not in told
    assert run("restore", stick, "--into", tmp_path / "look") == 1
    assert "in the backup, not put back: " in capfd.readouterr().err


def test_a_stick_that_is_no_more_is_forgotten(
    stick: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run("make", stick)
    assert run("forget", stick) == 0
    assert "destroy it" in capfd.readouterr().err
    assert run("forget", stick) == 2
    assert "is known; 'assist backup list' names them" in capfd.readouterr().err


def test_one_that_was_broken_off_is_listed_as_such(
    stick: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def pulled_out(name: str) -> None:
        if name == "database copied":
            stick.rename(stick.with_name("pulled out"))

    with pytest.raises(AssistError):
        make_backup(stick, step=pulled_out)
    assert run() == 0
    (line, _) = capfd.readouterr().out.splitlines()
    assert line == f"{stick}  never finished ('assist backup make' goes on)  not plugged in"
    assert doctor._backups().finding == f"never finished in {stick}, not plugged in"


def test_the_key_that_was_here_is_named(
    stick: Path, tmp_path: Path, assist_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run("make", stick) == 0
    assert run("key", tmp_path / "key") == 0
    shutil.rmtree(assist_home)
    app.open_store().close()  # with a key of its own
    assert run("restore", stick, "--key", tmp_path / "key") == 0
    (aside,) = assist_home.joinpath("state").glob("database.key.before-*")
    assert f"Another key was here; it lies in {aside} now." in capfd.readouterr().err
