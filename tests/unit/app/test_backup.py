"""Backups: whole or as they were, and unreadable without the key."""

import errno
import json
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assist import app, paths
from assist.app.backup import (
    _sources,
    backups,
    check_backup,
    export_key,
    follow_backups,
    make_backup,
)
from assist.app.restoring import restore_backup
from assist.core.errors import AssistError
from assist.store.backup import begin, check, make
from assist.store.backup_manifest import (
    MANIFEST,
    BackupError,
    Manifest,
    read_manifest,
    write_manifest,
)
from tests.helpers.backups import (
    ANN,
    DAVID,
    DAVIDS_WORDS,
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
from tests.helpers.disks import fill, small_disk


def make_only(folder: Path) -> None:
    """Without a word of it in the database, which another program is writing."""
    with app.open_store() as store:
        sources = _sources(store)
        before = begin(folder, sources)
        make(folder, sources, before, now="2026-11-22T12:00:00+01:00", app="1")


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
@pytest.mark.parametrize("step", all_but_slow(MAKING, MAKING[1], MAKING[3]))
def test_killed_at_any_step_the_backup_is_the_one_before_or_the_new_one(
    step: str, folder: Path
) -> None:
    assert killed_at(step, lambda told: make_backup(folder, step=told)) == -signal.SIGKILL
    (known,) = backups()  # from the first moment on
    assert (known.made_at, known.calls, known.waiting) == ("", 0, 0)
    make_backup(folder)
    assert not strays(folder, key())
    is_whole(folder, DAVID, ANN)
    new_call()
    assert killed_at(step, lambda told: make_backup(folder, step=told)) == -signal.SIGKILL
    is_whole(folder, DAVID, ANN, *([NEW] if step == "list written" else []))
    make_backup(folder)
    assert not strays(folder, key())
    is_whole(folder, DAVID, ANN, NEW)


@pytest.mark.parametrize("step", all_but_slow(MAKING[:-1], MAKING[1]))
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


def test_a_disk_that_is_really_full(home_with_calls: Path, tmp_path: Path) -> None:
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


def test_a_disk_that_cannot_be_written_can_be_checked_and_put_back(
    home_with_calls: Path, tmp_path: Path
) -> None:
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


def test_the_backup_of_another_computer_is_left_alone(folder: Path, home_with_calls: Path) -> None:
    make_backup(folder)
    shutil.rmtree(home_with_calls)
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


_LINES = st.binary(max_size=200) | st.dictionaries(
    st.sampled_from(["callassist_backup", "id", "key", "more"]),
    st.none() | st.integers() | st.text(max_size=20) | st.lists(st.integers(), max_size=3),
).map(lambda line: json.dumps(line).encode())


@given(line=_LINES, rest=st.binary(max_size=100), cut=st.integers(0, 400))
@example(line=b'{"callassist_backup":' + b"[" * 500, rest=b"", cut=400)
@settings(max_examples=25)
def test_whatever_stands_in_a_list_is_one_sentence(line: bytes, rest: bytes, cut: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / MANIFEST
        file.write_bytes(line + b"\n" + rest)
        with pytest.raises(BackupError):
            read_manifest(Path(folder), bytes(32))
        write_manifest(Path(folder), bytes(32), Manifest(id="a"))
        whole = file.read_bytes()
        file.write_bytes(whole[:cut])
        if cut < len(whole):
            with pytest.raises(BackupError):
                read_manifest(Path(folder), bytes(32))
