"""Backups: whole or as they were, unreadable without the key, and without what was deleted."""

import errno
import os
import shutil
import signal
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assist import app, paths
from assist.app.backup import (
    BackupFollower,
    _sources,
    backups,
    check_backup,
    export_key,
    follow_backups,
    forget_backup,
    make_backup,
)
from assist.app.restoring import restore_backup
from assist.app.retention import expire
from assist.app.rotation import Rotating, rotate_key
from assist.app.sealing import call_keys
from assist.core.errors import AssistError
from assist.engine.locks import EngineLock
from assist.store.backup import begin, check, make
from assist.store.backup_manifest import MANIFEST, BackupError, read_manifest, write_manifest
from assist.store.deletion_log import ERASURE
from assist.store.retention import Kind
from tests.helpers.backups import (
    ANN,
    DAVID,
    DAVIDS_WORDS,
    NEW,
    add_call,
    copy_home,
    fill_home,
    found_with,
    killed_at,
    strays,
)
from tests.helpers.disks import fill, small_disk

MAKING = ("database copied", "copied journal.jsonl", "copied config/settings.toml", "list written")
FOLLOWING = ("list written", "files gone", "rows gone")
forks = pytest.mark.skipif(os.name != "posix", reason="forks")
# The child does nothing but this and ends itself; that other threads were there harms it not.
no_warning = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with calls; made once, since making a database takes a second."""
    home = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLASSIST_HOME", str(home))
        fill_home()
    return home


@pytest.fixture(autouse=True)
def home(filled: Path, assist_home: Path) -> Path:
    copy_home(filled, assist_home)
    return assist_home


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "calls"


def key() -> bytes:
    return call_keys().database_key()


def new_call() -> None:
    add_call(NEW, name="Bo Ray", number="5558888", sound=b"fLaC birch")


def is_whole(folder: Path, *calls: str) -> None:
    checked = check_backup(folder)
    assert checked.damaged == ()
    assert sorted(checked.manifest.calls) == sorted(calls)


def make_only(folder: Path) -> None:
    """Without a word of it in the database, which another program is writing."""
    with app.open_store() as store:
        sources = _sources(store)
        before = begin(folder, sources)
        make(folder, sources, before, now="2026-11-22T12:00:00+01:00", app="1")


def unplug(folder: Path) -> Path:
    away = folder.with_name("in a drawer")
    folder.rename(away)
    return away


def plug_in(folder: Path) -> None:
    folder.with_name("in a drawer").rename(folder)


def davids(folder: Path) -> list[bytes]:
    content = found_with(folder, key())
    return [word for word in DAVIDS_WORDS if word in content]


# --- making ---------------------------------------------------------------------------------------


def test_the_first_backup_has_everything_and_the_next_only_what_is_new(folder: Path) -> None:
    assert make_backup(folder).copied == 4
    is_whole(folder, DAVID, ANN)
    assert davids(folder) == list(DAVIDS_WORDS), "with the key it is all there"
    assert b"Norvexa" in found_with(folder, key())
    assert b"# mine" in found_with(folder, key())
    assert make_backup(folder).copied == 0
    new_call()
    assert make_backup(folder).copied == 2
    is_whole(folder, DAVID, ANN, NEW)
    assert not strays(folder, key())
    (known,) = backups()
    assert (known.folder, known.calls, known.waiting, known.is_there) == (str(folder), 3, 0, True)


def test_nobody_without_the_key_reads_a_word_or_even_which_calls_there_are(folder: Path) -> None:
    make_backup(folder)
    telling = (*DAVIDS_WORDS, b"internet", b"Norvexa", b"# mine", b"agent.toml", DAVID.encode())
    for file in folder.rglob("*"):
        if file.is_file():
            assert not [word for word in telling if word in file.read_bytes()], file
            assert file.stat().st_mode & 0o077 == 0
        assert DAVID not in file.name
    assert key().hex().encode() not in b"".join(
        file.read_bytes() for file in folder.rglob("*") if file.is_file()
    )
    assert key() not in found_with(folder, key())


def test_the_list_has_ids_and_digests_and_no_word_or_name(folder: Path) -> None:
    make_backup(folder)
    told = repr(read_manifest(folder, key()))
    assert DAVID in told
    assert not [word for word in (*DAVIDS_WORDS, b"internet", b"Ann") if word.decode() in told]


def test_a_call_that_is_stored_meanwhile_is_in_it_whole_or_not_at_all(folder: Path) -> None:
    """At each step another program writes, and one has begun to and not ended."""
    with app.open_store() as other:

        def meanwhile(name: str) -> None:
            if name == "database copied":
                new_call()
                other.desk.add_comment(ANN, "while a backup was made", "Lea")

        with other.engine.connect() as writing:
            writing.exec_driver_sql("UPDATE calls SET note = 'half a change'")
            # A writer that has not ended keeps no copy from being made, and is not in it.
            make_only(folder)
            assert b"half a change" not in found_with(folder, key())
            writing.rollback()
        make_backup(folder, step=meanwhile)
    assert check(folder, key()).damaged == ()
    with app.open_store() as store:
        assert store.get_call(NEW).utterances, "nothing of it was in the way"
    make_backup(folder)
    is_whole(folder, DAVID, ANN, NEW)
    assert b"while a backup was made" in found_with(folder, key())


def test_a_call_deleted_while_it_is_copied_is_not_in_it(folder: Path) -> None:
    def meanwhile(name: str) -> None:
        if name == "copied config/settings.toml":
            with app.open_store() as store:
                store.delete_call(DAVID)

    make_backup(folder, step=meanwhile)
    is_whole(folder, ANN)
    assert davids(folder) == []


def test_a_call_that_goes_on_waits_for_the_next_one(folder: Path) -> None:
    running = paths.calls_dir() / NEW
    running.mkdir()
    (running / "journal.jsonl").write_text("{}\n")
    (running / "open").write_text("0")
    make_backup(folder)
    is_whole(folder, DAVID, ANN)


@forks
@no_warning
@pytest.mark.parametrize("step", MAKING)
def test_killed_at_any_step_the_backup_is_the_one_before_or_the_new_one(
    step: str, folder: Path
) -> None:
    assert killed_at(step, lambda told: make_backup(folder, step=told)) == -signal.SIGKILL
    (known,) = backups()
    assert known.waiting, "it is known from the first moment on"
    make_backup(folder)
    assert not strays(folder, key())
    is_whole(folder, DAVID, ANN)
    new_call()
    assert killed_at(step, lambda told: make_backup(folder, step=told)) == -signal.SIGKILL
    is_whole(folder, DAVID, ANN, *([NEW] if step == "list written" else []))
    make_backup(folder)
    assert not strays(folder, key())
    is_whole(folder, DAVID, ANN, NEW)


@pytest.mark.parametrize("step", MAKING[:-1])
def test_a_full_disk_is_said_and_leaves_the_backup_as_it_was(step: str, folder: Path) -> None:
    make_backup(folder)
    before = sorted(folder.rglob("*"))
    new_call()

    def full(name: str) -> None:
        if name == step:
            raise OSError(errno.ENOSPC, "No space left on device")

    app.change_setting("words", ("Other",))
    with pytest.raises(BackupError, match=r"is full: the backup there is as it was\. Free"):
        make_backup(folder, step=full)
    assert [file for file in sorted(folder.rglob("*")) if file.is_file()] == [
        file for file in before if file.is_file()
    ]
    is_whole(folder, DAVID, ANN)


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        make_backup(disk / "calls")
        filler = fill(disk)
        with pytest.raises(BackupError, match="full"):
            make_backup(disk / "calls")
        is_whole(disk / "calls", DAVID, ANN)
        filler.unlink()
        make_backup(disk / "calls")
        is_whole(disk / "calls", DAVID, ANN)


def test_what_was_lost_here_and_not_deleted_stays_in_the_backup(folder: Path) -> None:
    make_backup(folder)
    shutil.rmtree(paths.calls_dir() / DAVID)
    assert make_backup(folder).copied == 0
    is_whole(folder, DAVID, ANN)
    assert len(read_manifest(folder, key()).calls[DAVID]) == 2
    paths.database_file().unlink()
    shutil.rmtree(paths.calls_dir())
    before = found_with(folder, key())
    with pytest.raises(BackupError, match="has 2 calls that are neither here nor were deleted"):
        make_backup(folder)
    assert found_with(folder, key()) == before


def test_a_disk_that_cannot_be_written_can_be_checked_and_put_back(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        folder = disk / "calls"
        make_backup(folder)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        is_whole(folder, DAVID, ANN)
        assert restore_backup(folder, into=tmp_path / "look").calls == 2
        with pytest.raises(BackupError, match="Read-only"):
            make_backup(folder)
        delete_by_hand()
        with pytest.raises(AssistError, match="Read-only"):
            check_backup(folder)
        (waits,) = follow_backups()
        assert (waits.is_there, waits.waiting) == (True, 1)


# --- what is no backup of ours --------------------------------------------------------------------


def test_a_folder_of_somebody_else_is_left_alone(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "photo.jpg").write_bytes(b"theirs")
    with pytest.raises(BackupError, match="not empty and holds no backup"):
        make_backup(folder)
    assert [file.name for file in folder.iterdir()] == ["photo.jpg"]
    with pytest.raises(BackupError, match="There is no backup"):
        check_backup(folder)
    (folder.parent / "file").write_text("")
    with pytest.raises(AssistError, match=r"cannot be read or written|There is no backup"):
        make_backup(folder.parent / "file")
    with pytest.raises(BackupError, match="is where the calls are"):
        make_backup(paths.state_dir() / "copy")
    with pytest.raises(AssistError, match="is where the settings are"):
        make_backup(paths.config_dir() / "copy")


def test_other_files_in_the_folder_are_never_removed(folder: Path) -> None:
    make_backup(folder)
    for name in ("photo.jpg", "data/mine.txt", "data/ab/mine", "calls-old.db"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("theirs")
    new_call()
    make_backup(folder)
    left = strays(folder, key())
    assert left == {"photo.jpg", "data/mine.txt", "data/ab/mine", "calls-old.db"}


def test_a_newer_backup_is_left_alone_and_said(folder: Path) -> None:
    make_backup(folder)
    file = folder / MANIFEST
    file.write_bytes(file.read_bytes().replace(b'"callassist_backup":1', b'"callassist_backup":2'))
    before = file.read_bytes()
    for work in (make_backup, check_backup):
        with pytest.raises(BackupError, match="newer Call Assist; update this one"):
            work(folder)
    assert file.read_bytes() == before


@pytest.mark.parametrize("place", [30, 200, -1], ids=["whose it is", "what is in it", "end"])
def test_a_changed_list_is_refused(folder: Path, place: int) -> None:
    make_backup(folder)
    file = folder / MANIFEST
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    for work in (make_backup, check_backup):
        with pytest.raises(BackupError, match=r"was changed or is damaged|is not the list of"):
            work(folder)


def test_a_list_that_points_elsewhere_is_refused(folder: Path, tmp_path: Path) -> None:
    from dataclasses import replace

    make_backup(folder)
    manifest = read_manifest(folder, key())
    (first, *rest) = manifest.calls[DAVID]
    (tmp_path / "precious").write_text("mine")
    bad = replace(first, place="../../../precious")
    write_manifest(folder, key(), replace(manifest, calls={**manifest.calls, DAVID: (bad, *rest)}))
    with pytest.raises(BackupError, match="names a file outside"):
        check_backup(folder)
    with app.open_store() as store:
        store.delete_call(DAVID)
    follow_backups()
    assert (tmp_path / "precious").exists()


def test_the_backup_of_another_computer_is_left_alone(folder: Path, home: Path) -> None:
    make_backup(folder)
    shutil.rmtree(home)
    app.open_store().close()
    with pytest.raises(BackupError, match="another key than this computer's"):
        make_backup(folder)


def test_damage_is_named(folder: Path) -> None:
    make_backup(folder)
    manifest = read_manifest(folder, key())
    journal = next(k for k in manifest.calls[DAVID] if k.name == "journal.jsonl")
    (folder / "data" / journal.place).write_bytes(b"rot")
    assert check_backup(folder).damaged == (f"{DAVID}/journal.jsonl",)
    copy = folder / manifest.database
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)
    problems = check_backup(folder).damaged
    assert problems[0].startswith("the database: HMAC verification failed")
    copy.write_bytes(b"rot" * 5000)
    assert check_backup(folder).damaged[0].startswith("the database")
    copy.unlink()
    assert "it is missing" in check_backup(folder).damaged[0]
    make_backup(folder)
    is_whole(folder, DAVID, ANN)


# --- deletions ------------------------------------------------------------------------------------


def delete_by_hand() -> None:
    with app.open_store() as store:
        store.delete_call(DAVID, by="Lea")


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
@pytest.mark.parametrize("step", FOLLOWING)
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
            store.delete_call(DAVID, why=ERASURE)
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


def test_one_out_of_reach_gets_it_later_with_what_was_deleted_meanwhile(folder: Path) -> None:
    make_backup(folder)
    unplug(folder)
    rotate_key()
    delete_by_hand()
    (waits,) = follow_backups()
    assert (waits.needs_new_key, waits.is_there) == (True, False)
    plug_in(folder)
    assert follow_backups() == ()
    is_whole(folder, ANN)
    assert davids(folder) == []
    assert not strays(folder, key())


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


def test_the_key_is_written_out_for_its_owner_alone(folder: Path, tmp_path: Path) -> None:
    make_backup(folder)
    file = tmp_path / "key.txt"
    assert export_key(file)
    assert file.read_text().strip() == key().hex()
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(AssistError, match="is there already"):
        export_key(file)
    with pytest.raises(AssistError, match="keep the key elsewhere"):
        export_key(folder / "key.txt")
    with pytest.raises(AssistError, match="cannot be written"):
        export_key(tmp_path / "no such folder" / "key.txt")
