"""A home that was put back to look at, or over what is here, harms neither the backup nor this."""

import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assist import app, paths
from assist.app.backup import check_backup, export_key, follow_backups, make_backup
from assist.app.erasure import hold_customer, holds
from assist.app.restoring import restore_backup
from assist.app.rotation import key_in_use, rotate_key
from assist.app.sealing import call_keys
from assist.core.errors import AssistError
from assist.store.restore import Restored
from tests.helpers.backups import ANN, DAVID, forks, is_whole, killed_at, no_warning


@pytest.fixture
def folder(home_with_calls: Path, stick: Path) -> Path:
    """Where this computer's calls are backed up to."""
    return stick


@pytest.fixture
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody here lets go in time: the answer is the same at once."""
    monkeypatch.setattr("assist.app.restoring._MOMENT_S", 0.1)
    monkeypatch.setattr("assist.app.rotation._MOMENT_S", 0.1)
    monkeypatch.setattr("assist.store.before_restore._PATIENCE_S", 0.1)


@contextmanager
def at(home: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLASSIST_HOME", str(home))
        yield


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


# --- a home to look at ----------------------------------------------------------------------------


def test_what_is_done_in_a_home_to_look_at_reaches_no_backup(folder: Path, tmp_path: Path) -> None:
    make_backup(folder)
    other = tmp_path / "another stick"
    make_backup(other)
    before = contents(folder), contents(other)
    restore_backup(folder, into=tmp_path / "look")
    with at(tmp_path / "look"):
        with app.open_store() as store:
            store.delete_call(DAVID)
        assert follow_backups() == ()
        rotate_key()
        assert follow_backups() == ()
    assert (contents(folder), contents(other)) == before
    is_whole(folder, DAVID, ANN)


def test_nor_a_team(folder: Path, tmp_path: Path) -> None:
    app.change_setting("team_database", (tmp_path / "team").as_uri())
    make_backup(folder)
    restore_backup(folder, into=tmp_path / "look")
    with at(tmp_path / "look"):
        assert app.load_settings().team_database == ""
        assert app.load_settings().words == ("Norvexa",), "the other settings are there"
    assert app.load_settings().team_database


def test_a_call_that_lives_here_is_never_listed_as_deleted(folder: Path, tmp_path: Path) -> None:
    """Whoever put it on the backup's list: that call could not be put back any more."""
    make_backup(folder)
    restore_backup(folder, into=tmp_path / "look")
    with at(tmp_path / "look"):
        check_backup(folder)  # by hand: knows the backup from now on
        with app.open_store() as store:
            store.delete_call(DAVID)
        follow_backups()
    assert sorted(check_backup(folder).manifest.calls) == [ANN]
    assert make_backup(folder).manifest.deleted == ()
    is_whole(folder, DAVID, ANN)
    done = restore_backup(folder, into=tmp_path / "again")
    assert (done.calls, done.left_out) == (2, 0)


@pytest.mark.parametrize("kind", ["the same", "another", "by a link"])
def test_not_into_a_backup_which_its_key_would_lie_beside(
    kind: str, folder: Path, tmp_path: Path
) -> None:
    make_backup(folder)
    other = tmp_path / "other"
    make_backup(other)
    (tmp_path / "link").symlink_to(folder)
    place = {"the same": folder, "another": other, "by a link": tmp_path / "link"}[kind]
    before = contents(folder), contents(other)
    with pytest.raises(AssistError, match="lies in a backup, and would have the key"):
        restore_backup(folder, into=place / "some" / "look")
    assert (contents(folder), contents(other)) == before


# --- the key that was here ------------------------------------------------------------------------


@no_warning
@pytest.mark.parametrize("step", ["", pytest.param("key in place", marks=forks)])
def test_another_key_that_was_here_is_kept_and_said(
    step: str, folder: Path, tmp_path: Path
) -> None:
    """The calls were given a new key and moved away, as docs/store.md tells to: it opens them."""
    make_backup(folder)
    export_key(tmp_path / "key")
    folder.rename(tmp_path / "in a drawer")
    rotate_key()
    now = call_keys().file.read_bytes()
    for file in (paths.calls_dir(), *paths.state_dir().glob("calls.db*")):
        file.rename(tmp_path / file.name)

    def work(told: Callable[[str], None]) -> Restored:
        return restore_backup(tmp_path / "in a drawer", key_file=tmp_path / "key", step=told)

    if step:
        assert killed_at(step, work) == -signal.SIGKILL
    else:
        aside = work(lambda name: None).key_aside
        assert aside is not None
        assert aside.read_bytes() == now
    with app.open_store() as store:
        assert len(store.list_calls()) == 2
    (kept,) = paths.state_dir().glob("database.key.before-*")
    assert kept.read_bytes() == now
    assert kept.stat().st_mode & 0o077 == 0
    shutil.rmtree(paths.calls_dir())
    for file in paths.state_dir().glob("calls.db*"):
        file.unlink()
    for file in (*tmp_path.glob("calls.db*"), tmp_path / "calls"):
        file.rename(paths.state_dir() / file.name)
    kept.replace(call_keys().file)
    with app.open_store() as store:
        assert len(store.list_calls()) == 2, "it opens what was moved away"


def test_the_same_key_is_not_put_aside(folder: Path, tmp_path: Path) -> None:
    make_backup(folder)
    shutil.rmtree(paths.calls_dir())
    for file in paths.state_dir().glob("calls.db*"):
        file.unlink()
    assert restore_backup(folder).key_aside is None
    assert not list(paths.state_dir().glob("database.key.before-*"))


# --- what is here, and who is at work -------------------------------------------------------------


def lose_the_calls() -> None:
    shutil.rmtree(paths.calls_dir())
    for file in paths.state_dir().glob("calls.db*"):
        file.unlink()


@pytest.mark.usefixtures("no_patience")
def test_not_while_a_window_has_the_calls_open(folder: Path) -> None:
    """It would go on with a file that is gone, and what it writes with it."""
    make_backup(folder)
    lose_the_calls()
    with app.open_store() as window:
        with pytest.raises(AssistError, match=r"is in use; close Call Assist everywhere"):
            restore_backup(folder)
        hold_customer("5550142", "", "case 12")
        assert window.list_calls() == ()
    assert restore_backup(folder).calls == 2


@pytest.mark.usefixtures("no_patience")
def test_nor_while_something_is_imported(folder: Path) -> None:
    make_backup(folder)
    lose_the_calls()
    with key_in_use(), pytest.raises(AssistError, match="Calls are being written at this moment"):
        restore_backup(folder)
    assert restore_backup(folder).calls == 2


@pytest.mark.usefixtures("no_patience")
def test_nobody_begins_with_the_calls_meanwhile(folder: Path) -> None:
    make_backup(folder)
    lose_the_calls()
    told = []

    def meanwhile(name: str) -> None:
        if name == "all there":
            with pytest.raises(AssistError, match="put back from a backup; try again"):
                app.open_store()
            told.append(name)

    assert restore_backup(folder, step=meanwhile).calls == 2
    assert told


@pytest.mark.parametrize("place", ["here", "beside"])
def test_a_customer_on_hold_here_stays_so(place: str, folder: Path, tmp_path: Path) -> None:
    """Set after the backup was made: his calls come back, and nothing may delete them."""
    make_backup(folder)
    if place == "here":
        lose_the_calls()
    hold_customer("555 0142", "", "case 12")
    into = None if place == "here" else tmp_path / "look"
    assert restore_backup(folder, into=into).calls == 2
    with at(into or paths.state_dir().parent), app.open_store() as store:
        assert [held.why for held in holds() if held.call_id == ""] == ["case 12"]
        with pytest.raises(AssistError, match="legal hold"):
            store.delete_call(DAVID)
        store.delete_call(ANN)


def test_a_hold_the_backup_has_as_well_is_one(folder: Path) -> None:
    hold_customer("555 0142", "", "case 12")
    make_backup(folder)
    lose_the_calls()
    hold_customer("555 0142", "", "case 13")
    restore_backup(folder)
    assert {held.why for held in holds()} == {"case 12"}
    hold_customer("555 0142", "", "")
    assert holds() == ()
