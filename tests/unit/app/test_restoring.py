"""A backup put back: all of it or nothing, and never a call that was deleted."""

import errno
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from assist import app, paths
from assist.app.backup import (
    check_backup,
    export_key,
    follow_backups,
    forget_backup,
    make_backup,
)
from assist.app.restoring import restore_backup
from assist.app.rotation import rotate_key
from assist.app.sealing import call_keys, journal_records, sound_records
from assist.audio.kept import open_kept
from assist.core.errors import AssistError
from assist.engine.locks import EngineLock
from assist.session.journal import read_journal
from assist.store.backup_manifest import read_manifest
from assist.store.retention import Kind
from tests.helpers.backups import (
    ANN,
    DAVID,
    FOLLOWING,
    all_but_slow,
    copy_home,
    fill_home,
    killed_at,
)
from tests.helpers.finished_calls import finished_call

BEFORE = ("database copied", f"call {DAVID}", "all there")
AFTER = ("ready", f"moved {DAVID}", "key in place", "database in place")
forks = pytest.mark.skipif(os.name != "posix", reason="forks")
# The child does nothing but this and ends itself; that other threads were there harms it not.
no_warning = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A home with calls, a backup of it, its key."""
    folder = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLASSIST_HOME", str(folder / "home"))
        fill_home()
        make_backup(folder / "backup")
        export_key(folder / "key")
    return folder / "home", folder / "backup", folder / "key"


@pytest.fixture
def folder(filled: tuple[Path, Path, Path], tmp_path: Path) -> Path:
    """A copy of the backup; the test's own home is that of a new computer."""
    shutil.copytree(filled[1], tmp_path / "stick")
    return tmp_path / "stick"


@pytest.fixture
def key_file(filled: tuple[Path, Path, Path]) -> Path:
    return filled[2]


@pytest.fixture
def old_home(filled: tuple[Path, Path, Path], assist_home: Path) -> Path:
    """The home the backup was made of."""
    copy_home(filled[0], assist_home)
    forget_backup(str(filled[1]))  # other tests' as well: no deletion is to reach it
    return assist_home


def everything_is_back() -> None:
    with app.open_store() as store:
        assert [call.id for call in store.list_calls()] == [DAVID, ANN]
        store.catch_up()
        call = store.get_call(DAVID)
        assert call.utterances
        assert [each.text for each in store.desk.comments(DAVID)] == ["David Miller rang again"]
        journal = Path(call.overview.journal)
        (sound,) = store.desk.audio_of(DAVID)
    assert journal == paths.calls_dir() / DAVID / "journal.jsonl"
    assert read_journal(journal, journal_records()).events == finished_call(DAVID)
    assert sound == paths.calls_dir() / DAVID / "agent.flac.sealed"
    assert open_kept(sound, sound_records()).read() == b"fLaC lantern"
    assert app.load_settings().words == ("Norvexa",)
    assert (paths.config_dir() / "playbooks" / "agent.toml").read_text() == "# mine\n"
    assert not (paths.state_dir() / "restoring").exists()


def nothing_is_here() -> None:
    assert not paths.database_file().exists()
    assert not list(paths.calls_dir().glob("*"))
    assert not paths.settings_file().exists()
    assert not call_keys().file.exists()


def ids(home: Path | None = None) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        if home is not None:
            patch.setenv("CALLASSIST_HOME", str(home))
        with app.open_store() as store:
            store.catch_up()
            return sorted(call.id for call in store.list_calls())


def test_a_new_computer_has_everything_again(folder: Path, key_file: Path) -> None:
    done = restore_backup(folder, key_file=key_file)
    assert (done.calls, done.left_out, done.damaged, done.kept_here) == (2, 0, (), ())
    everything_is_back()
    for file in paths.state_dir().rglob("*"):
        if file.is_file() and "log" not in file.parts:
            assert file.stat().st_mode & 0o077 == 0, file
    with app.open_store() as store:
        store.delete_call(ANN)
    assert follow_backups() == (), "what is deleted from now on reaches it"
    assert sorted(check_backup(folder).manifest.calls) == [DAVID]
    make_backup(folder)
    assert check_backup(folder).damaged == ()


def test_without_its_key_nothing_is_put_back(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(AssistError, match=r"no key yet; give the one that was exported"):
        restore_backup(folder)
    nothing_is_here()
    wrong = tmp_path / "wrong"
    wrong.write_text(os.urandom(32).hex())
    with pytest.raises(AssistError, match="made with another key"):
        restore_backup(folder, key_file=wrong)
    wrong.write_text("hello")
    with pytest.raises(AssistError, match="holds no key"):
        restore_backup(folder, key_file=wrong)
    with pytest.raises(AssistError, match="cannot be read"):
        restore_backup(folder, key_file=tmp_path / "nowhere")
    nothing_is_here()


def test_calls_that_are_here_are_not_touched(folder: Path, old_home: Path) -> None:
    before = sorted((file, file.stat().st_mtime_ns) for file in paths.calls_dir().rglob("*"))
    with pytest.raises(AssistError, match=r"There are calls in .* already"):
        restore_backup(folder)
    shutil.rmtree(paths.calls_dir() / DAVID)
    shutil.rmtree(paths.calls_dir() / ANN)
    with pytest.raises(AssistError, match=r"There are calls in .* already"):
        restore_backup(folder)
    assert before
    assert ids() == [DAVID, ANN]


def test_into_a_folder_of_its_own_beside_the_calls_here(
    folder: Path, old_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = tmp_path / "look"
    assert restore_backup(folder, into=look).calls == 2
    with pytest.raises(AssistError, match="is not empty; name a new folder"):
        restore_backup(folder, into=look)
    assert ids() == [DAVID, ANN]
    monkeypatch.setenv("CALLASSIST_HOME", str(look))
    everything_is_back()


def test_an_app_that_was_only_started_makes_room_and_keeps_its_settings(
    folder: Path, key_file: Path
) -> None:
    app.open_store().close()  # a database without calls, with a key of its own
    app.change_setting("words", ("Mine",))
    done = restore_backup(folder, key_file=key_file)
    assert done.kept_here == ("config/settings.toml",)
    assert app.load_settings().words == ("Mine",)
    app.change_setting("words", ("Norvexa",))
    everything_is_back()


def test_not_while_the_app_runs(folder: Path, key_file: Path) -> None:
    lock = EngineLock(paths.engine_socket().with_name("engine.lock"))
    assert lock.take()
    try:
        with pytest.raises(AssistError, match="Call Assist is running: close it"):
            restore_backup(folder, key_file=key_file)
    finally:
        lock.release()
    nothing_is_here()


# --- what was deleted -----------------------------------------------------------------------------


def test_what_was_deleted_here_since_does_not_come_back(
    folder: Path, old_home: Path, tmp_path: Path
) -> None:
    """The backup was in a drawer: it still has the call."""
    with app.open_store() as store:
        store.delete_call(DAVID, why="erasure: letter 7", by="Lea")
        store.remover.forget(ANN, Kind.WORDS, why="age")
    done = restore_backup(folder, into=tmp_path / "look")
    assert (done.calls, done.left_out) == (1, 1)
    assert ids(tmp_path / "look") == [ANN]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLASSIST_HOME", str(tmp_path / "look"))
        with app.open_store() as store:
            assert store.get_call(ANN).utterances == ()
            assert not (paths.calls_dir() / ANN / "journal.jsonl").exists()
            assert (paths.calls_dir() / ANN / "agent.flac.sealed").exists()
            why = {each.call_id: each.why for each in store.remover.log()}
            assert why == {DAVID: "erasure: letter 7", ANN: "age"}, "nor at the next start"


@forks
@no_warning
@pytest.mark.parametrize("step", all_but_slow(FOLLOWING, FOLLOWING[0], FOLLOWING[2]))
def test_nor_what_only_the_backup_knows_to_be_deleted(
    step: str, old_home: Path, tmp_path: Path
) -> None:
    """Killed while the deletion reached it; then the computer died, and its log with it."""
    folder = tmp_path / "half"
    make_backup(folder)
    key_file = tmp_path / "key"
    export_key(key_file)
    with app.open_store() as store:
        store.delete_call(DAVID)
    assert killed_at(step, lambda told: follow_backups(step=told)) == -signal.SIGKILL
    shutil.rmtree(old_home)
    done = restore_backup(folder, key_file=key_file)
    assert ids() == [ANN]
    assert (done.left_out, done.damaged) == (step != "rows gone", ())
    with app.open_store() as store:
        assert DAVID in {each.call_id for each in store.remover.log()}


def test_an_empty_home_whose_calls_were_all_deleted_keeps_its_log(
    folder: Path, old_home: Path
) -> None:
    with app.open_store() as store:
        store.delete_call(DAVID)
        store.delete_call(ANN)
    done = restore_backup(folder)
    assert (done.calls, done.left_out) == (0, 2)
    assert ids() == []


# --- broken off -----------------------------------------------------------------------------------


@forks
@no_warning
@pytest.mark.parametrize("step", all_but_slow((*BEFORE, *AFTER), BEFORE[-1], AFTER[0], AFTER[2]))
def test_killed_at_any_step_nothing_is_half(step: str, folder: Path, key_file: Path) -> None:
    def work(told: Callable[[str], None]) -> None:
        restore_backup(folder, key_file=key_file, step=told)

    assert killed_at(step, work) == -signal.SIGKILL
    if step in BEFORE:
        nothing_is_here()
        work(lambda name: None)
    everything_is_back()


@pytest.mark.parametrize("step", all_but_slow(BEFORE, BEFORE[1]))
def test_a_full_disk_is_said_and_changes_nothing(step: str, folder: Path, key_file: Path) -> None:
    def full(name: str) -> None:
        if name == step:
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(AssistError, match=r"cannot be put back .* free some space"):
        restore_backup(folder, key_file=key_file, step=full)
    nothing_is_here()
    assert not (paths.state_dir() / "restoring").exists()


def test_a_damaged_file_is_left_out_and_named(folder: Path, key_file: Path) -> None:
    key = bytes.fromhex(key_file.read_text())
    manifest = read_manifest(folder, key)
    journal = next(k for k in manifest.calls[DAVID] if k.name == "journal.jsonl")
    (folder / "data" / journal.place).write_bytes(b"rot")
    done = restore_backup(folder, key_file=key_file)
    assert done.damaged == (f"{DAVID}/journal.jsonl",)
    assert ids() == [DAVID, ANN]
    with app.open_store() as store:
        assert store.get_call(DAVID).utterances
        assert store.get_call(DAVID).overview.journal == ""


def test_a_damaged_database_puts_nothing_back(folder: Path, key_file: Path) -> None:
    (copy,) = folder.glob("calls-*.db")
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)
    with pytest.raises(AssistError, match=r"damaged|cannot be copied"):
        restore_backup(folder, key_file=key_file)
    nothing_is_here()


def test_a_backup_from_before_a_new_key_opens_with_the_key_of_then(
    folder: Path, old_home: Path, key_file: Path, tmp_path: Path
) -> None:
    rotate_key()
    with pytest.raises(AssistError, match="another key than this computer's"):
        restore_backup(folder, into=tmp_path / "look")
    assert restore_backup(folder, into=tmp_path / "look", key_file=key_file).calls == 2
    assert ids(tmp_path / "look") == [DAVID, ANN]


def test_a_lost_database_is_made_anew_from_journals_and_a_lost_key_loses_all(
    home_with_calls: Path, tmp_path: Path
) -> None:
    """As docs/store.md tells it, "If the key is lost"."""

    def without_database() -> list[str]:
        for file in paths.state_dir().glob("calls.db*"):
            file.unlink()
        with app.open_store() as store:
            store.catch_up()
            return sorted(call.id for call in store.list_calls())

    assert without_database() == [DAVID, ANN]
    call_keys().file.unlink()
    with pytest.raises(AssistError, match=r"put (it|the key's file) back from a backup"):
        app.open_store()
    with pytest.raises(AssistError, match=r"does not open those in .*move that folder away"):
        without_database()
    assert not call_keys().file.exists(), "nor is there a new key for the old one's place"
    paths.calls_dir().rename(tmp_path / "for the day it is found")
    assert without_database() == []
