"""What is deleted is in no backup that can be reached; a new key reaches them too."""

import errno
import shutil
import signal
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assist import app, paths
from assist.app.backup import (
    BackupFollower,
    backups,
    check_backup,
    follow_backups,
    forget_backup,
    make_backup,
)
from assist.app.retention import expire
from assist.app.rotation import Rotating, rotate_key
from assist.core.errors import AssistError
from assist.engine.locks import EngineLock
from assist.store.backup_manifest import MANIFEST, BackupError, read_manifest
from assist.store.retention import Kind
from tests.helpers.backups import (
    ANN,
    DAVID,
    DAVIDS_WORDS,
    FOLLOWING,
    MAKING,
    NEW,
    all_but_slow,
    davids,
    delete_by_hand,
    forks,
    found_with,
    is_whole,
    key,
    killed_at,
    new_call,
    no_warning,
    strays,
)


def unplug(folder: Path) -> Path:
    away = folder.with_name("in a drawer")
    folder.rename(away)
    return away


def plug_in(folder: Path) -> None:
    folder.with_name("in a drawer").rename(folder)


def erase_with_mentions() -> None:
    from assist.app.erasure import erase_calls

    erase_calls((DAVID,), (), asked="letter 7")


def delete_by_age() -> None:
    app.change_setting("keep_calls_days", 1)
    app.change_setting("keep_by_outcome", ("follow_up: calls 1",))
    with app.open_store() as store:
        store.desk.hold(ANN, why="case 12", by="Lea")
    expire(datetime(2026, 11, 22, 12, tzinfo=UTC))
    expire(datetime(2026, 11, 22, 12, tzinfo=UTC) + timedelta(days=5))


@pytest.mark.parametrize(
    "delete", [delete_by_hand, erase_with_mentions, delete_by_age], ids=["hand", "erasure", "age"]
)
def test_a_deletion_reaches_the_backup(folder: Path, delete: object) -> None:
    make_backup(folder)
    size = len(list(folder.glob("data/*/*")))
    assert callable(delete)
    delete()
    assert follow_backups() == ()
    assert davids(folder) == [], "in no page, journal, sound or list, with the key"
    assert len(list(folder.glob("data/*/*"))) == size - 2
    manifest = read_manifest(folder, key())
    assert (sorted(manifest.calls), manifest.deleted) == ([ANN], (DAVID,))
    is_whole(folder, ANN)
    assert b"Lee" in found_with(folder, key()), "what is on hold, or of others, stays"


@pytest.mark.parametrize(
    ("kind", "gone", "stays"),
    [
        (Kind.SOUND, (b"lantern",), (b"internet has been", b"Miller")),
        (Kind.NAMES, (b"Miller", b"cumiller", b"555 0142"), (b"internet has been", b"lantern")),
        (Kind.WORDS, (b"my internet has been down",), (b"Miller", b"lantern")),
    ],
)
def test_so_does_one_kind_of_what_is_kept(
    folder: Path, kind: Kind, gone: tuple[bytes, ...], stays: tuple[bytes, ...]
) -> None:
    with app.open_store() as store:
        store.delete_call(ANN)
        make_backup(folder)
        store.remover.forget(DAVID, Kind.NOTES)
        store.remover.forget(DAVID, kind, why="age")
    follow_backups()
    content = found_with(folder, key())
    assert not [word for word in gone if word in content]
    assert not [word for word in stays if word not in content]


@pytest.mark.parametrize("way", ["the engine", "check", "make"])
def test_an_unplugged_disk_is_followed_up_when_it_is_there_again(folder: Path, way: str) -> None:
    make_backup(folder)
    unplug(folder)
    delete_by_hand()
    (waits,) = follow_backups()
    assert (waits.waiting, waits.is_there) == (1, False)
    follower = BackupFollower()
    follower()
    plug_in(folder)
    assert davids(folder)
    if way == "the engine":
        follower()
    elif way == "check":
        check_backup(folder)
    else:
        make_backup(folder)
    assert davids(folder) == []
    assert read_manifest(folder, key()).deleted == (DAVID,)
    assert follow_backups() == ()
    is_whole(folder, ANN)


def test_a_disk_that_comes_back_under_another_name_is_known_again(folder: Path) -> None:
    make_backup(folder)
    elsewhere = unplug(folder)
    delete_by_hand()
    check_backup(elsewhere)
    assert davids(elsewhere) == []
    (known,) = backups()
    assert (known.folder, known.waiting) == (str(elsewhere), 0)


def test_two_sticks_that_take_turns_in_one_place_are_both_reached(folder: Path) -> None:
    make_backup(folder)
    first = unplug(folder)
    make_backup(folder)
    assert len(backups()) == 2
    delete_by_hand()
    (waits,) = follow_backups()
    assert davids(folder) == []
    second = folder.rename(folder.with_name("second"))
    first.rename(folder)
    assert davids(folder)
    assert follow_backups() == (), "it is the other one's turn"
    assert davids(folder) == []
    assert second.exists()
    assert forget_backup(waits.id)
    assert not forget_backup(waits.id)
    assert len(backups()) == 1


@forks
@no_warning
@pytest.mark.parametrize("step", [MAKING[1], MAKING[3]])
def test_nor_is_it_in_what_a_backup_that_was_broken_off_left_behind(
    step: str, folder: Path
) -> None:
    make_backup(folder)
    new_call()
    assert killed_at(step, lambda told: make_backup(folder, step=told)) == -signal.SIGKILL
    assert strays(folder, key())
    delete_by_hand()
    assert follow_backups() == ()
    assert davids(folder) == []
    assert not strays(folder, key())
    is_whole(folder, ANN, *([NEW] if step == "list written" else []))


@forks
@no_warning
def test_nor_in_what_the_first_one_left(folder: Path) -> None:
    def work(told: Callable[[str], None]) -> None:
        make_backup(folder, step=told)

    assert killed_at("copied config/settings.toml", work) == -signal.SIGKILL
    assert len(list(folder.glob("calls-*.db"))) == 1
    delete_by_hand()
    assert follow_backups() == ()
    assert [file.name for file in folder.rglob("*") if file.is_file()] == [MANIFEST]
    assert check_backup(folder).damaged == ("the database (the first backup was broken off)",)
    make_backup(folder)
    is_whole(folder, ANN)


@forks
@no_warning
@pytest.mark.parametrize("step", all_but_slow(FOLLOWING, FOLLOWING[0], FOLLOWING[1]))
def test_killed_while_it_follows_the_next_time_does_it_all(step: str, folder: Path) -> None:
    make_backup(folder)
    delete_by_hand()
    assert killed_at(step, lambda told: follow_backups(step=told)) == -signal.SIGKILL
    assert follow_backups() == ()
    assert davids(folder) == []
    is_whole(folder, ANN)


def test_what_is_on_hold_here_stays_there(folder: Path) -> None:
    make_backup(folder)
    with app.open_store() as store:
        store.desk.hold(DAVID, why="case 12", by="Lea")
        with pytest.raises(AssistError, match="legal hold"):
            store.delete_call(DAVID, why="erasure")
    assert follow_backups() == ()
    is_whole(folder, DAVID, ANN)


def test_a_backup_that_cannot_be_changed_is_said_and_waits(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_backup(folder)
    delete_by_hand()

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(folder))

    with monkeypatch.context() as patch:
        patch.setattr("assist.store.backup.write_manifest", refuse)
        (waits,) = follow_backups()
        assert (waits.is_there, waits.waiting) == (True, 1)
    assert follow_backups() == ()
    assert davids(folder) == []


def test_the_engine_follows_while_it_looks_after_the_team(folder: Path) -> None:
    make_backup(folder)
    sync = app.engine_parts().sync
    assert sync is not None
    delete_by_hand()
    sync(lambda: True)
    assert davids(folder), "not while it ends"
    sync(lambda: False)
    assert davids(folder) == []


def test_the_engine_looks_only_where_something_was_written(folder: Path) -> None:
    make_backup(folder)
    follower = BackupFollower()
    follower()
    unplug(folder)
    shutil.rmtree(folder.parent)  # nothing would be found
    follower()
    delete_by_hand()
    follower()
    (waits,) = backups()
    assert waits.waiting == 1


# --- keys -----------------------------------------------------------------------------------------


def test_a_new_key_reaches_the_backup(folder: Path) -> None:
    make_backup(folder)
    old = key()
    rotate_key()
    (waits,) = backups()
    assert waits.needs_new_key
    assert follow_backups() == ()
    is_whole(folder, DAVID, ANN)
    assert not strays(folder, key())
    with pytest.raises(BackupError, match="another key"):
        read_manifest(folder, old)
    assert davids(folder) == list(DAVIDS_WORDS)


@pytest.mark.parametrize("way", ["the engine", "check", "make"])
def test_one_out_of_reach_gets_it_later_with_what_was_deleted_meanwhile(
    folder: Path, way: str
) -> None:
    make_backup(folder)
    unplug(folder)
    rotate_key()
    delete_by_hand()
    (waits,) = follow_backups()
    assert (waits.needs_new_key, waits.is_there) == (True, False)
    plug_in(folder)
    if way == "check":  # as the deletion said that it would follow
        assert check_backup(folder).damaged == ()
    elif way == "make":
        make_backup(folder)
    assert follow_backups() == ()
    is_whole(folder, ANN)
    assert davids(folder) == []
    assert not strays(folder, key())


def test_with_the_key_of_another_computer_it_is_left_alone(
    folder: Path, home_with_calls: Path
) -> None:
    make_backup(folder)
    before = read_manifest(folder, key())
    old = key()
    shutil.rmtree(home_with_calls)
    app.open_store().close()
    with pytest.raises(BackupError, match="another key than this computer's"):
        check_backup(folder)
    assert read_manifest(folder, old) == before


def test_not_while_the_other(folder: Path) -> None:
    """A backup must not be half of one key, half of another."""
    lock = EngineLock(paths.state_dir() / "backup.lock")
    assert lock.take()
    try:
        with pytest.raises(Rotating, match="A backup is being worked on"):
            rotate_key()
        with pytest.raises(AssistError, match="being worked on already"):
            make_backup(folder)
    finally:
        lock.release()
    make_backup(folder)
    is_whole(folder, DAVID, ANN)
