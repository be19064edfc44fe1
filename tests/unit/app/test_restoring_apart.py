"""A home that was put back to look at, or over what is here, harms neither the backup nor this."""

import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assist import app, paths
from assist.app.backup import check_backup, export_key, follow_backups, make_backup
from assist.app.restoring import restore_backup
from assist.app.rotation import rotate_key
from assist.app.sealing import call_keys
from assist.store.restore import Restored
from tests.helpers.backups import ANN, DAVID, forks, is_whole, killed_at, no_warning


@pytest.fixture
def folder(home_with_calls: Path, stick: Path) -> Path:
    """Where this computer's calls are backed up to."""
    return stick


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
