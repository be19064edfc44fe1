"""A home that was put back to look at, or over what is here, harms neither the backup nor this."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assist import app
from assist.app.backup import check_backup, follow_backups, make_backup
from assist.app.restoring import restore_backup
from assist.app.rotation import rotate_key
from tests.helpers.backups import ANN, DAVID, is_whole


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
