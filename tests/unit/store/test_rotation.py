"""A new key for everything: whatever ends it on the way, nothing is ever unreadable."""

import os
import shutil
import signal
from pathlib import Path

import pytest

from assist import app, paths
from assist.app.rotation import Rotating, rotate_key
from assist.app.sealing import call_keys, journal_records, sound_records, spool_records
from assist.audio.kept import open_kept
from assist.audio.spool import Spool
from assist.core.audio import AudioBlock
from assist.core.records import frame
from assist.core.words import Party
from assist.engine.locks import EngineLock, engine_lock
from assist.session.journal import make_header, read_journal
from assist.session.journal_writer import JournalWriter
from assist.store.errors import StoreError
from assist.store.stored_key import StoredKeySource
from tests.helpers.finished_calls import finished_call

SOUND = b"fLaC maple lantern"
BLOCK = AudioBlock(party=Party.AGENT, index=0, samples=b"\1\2" * 1600)
STEPS = (
    *("new key", "database copied", "database copy has the new key", "database replaced"),
    *("file journal.jsonl", "file agent.flac.sealed", "file spool.key", "old key gone"),
)


def killed_at(step: str) -> int:
    """Rotate in another process, which ends itself at a step; how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def end(name: str) -> None:
        if name == step:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        rotate_key(step=end)
    finally:
        os._exit(1)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with calls; made once, since making a database takes a second."""
    home = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLASSIST_HOME", str(home))
        fill()
    return home


@pytest.fixture(autouse=True)
def calls(filled: Path, assist_home: Path) -> None:
    """A copy of it for the test."""
    shutil.copytree(filled, assist_home)


def fill() -> None:
    """A stored call with sound, a finished one not yet stored, a running one with its spool."""
    for call in ("20261101T101500-stored", "20261102T101500-waiting"):
        _sealed_journal(call)
    with app.open_store() as store:
        store.save_call(paths.calls_dir() / "20261101T101500-stored" / "journal.jsonl")
    kept = paths.calls_dir() / "20261101T101500-stored" / "agent.flac.sealed"
    kept.write_bytes(frame(sound_records(), 0, SOUND))
    running = _sealed_journal("20261103T101500-running").parent
    with (running / "journal.jsonl").open("ab") as journal:
        journal.write(b"dG9ybg")  # a torn last line
    (running / "open").write_text("0")
    spool = Spool(running / "spool", spool_records(running / "spool"))
    spool.append(BLOCK)
    spool.close()


def _sealed_journal(call: str) -> Path:
    folder = paths.calls_dir() / call
    folder.mkdir(parents=True)
    header = make_header(app="1", model="m", playbook_name="p", playbook="text")
    writer = JournalWriter(folder, header, records=journal_records())
    writer.append(finished_call(call))
    writer.close()
    return writer.path


def all_is_there() -> None:
    with app.open_store() as store:
        store.catch_up()
        ids = {call.id.partition("-")[2] for call in store.list_calls()}
        assert {"stored", "waiting"} <= ids
        assert store.get_call("20261101T101500-stored").utterances
    for call in ("20261101T101500-stored", "20261102T101500-waiting", "20261103T101500-running"):
        journal = read_journal(paths.calls_dir() / call / "journal.jsonl", journal_records())
        assert journal.events == finished_call(call)
    kept = paths.calls_dir() / "20261101T101500-stored" / "agent.flac.sealed"
    assert open_kept(kept, sound_records()).read() == SOUND
    folder = paths.calls_dir() / "20261103T101500-running" / "spool"
    assert list(Spool(folder, spool_records(folder)).read(Party.AGENT)) == [BLOCK]


def test_everything_gets_a_new_key_and_the_old_one_opens_nothing() -> None:
    old = call_keys().database_key()
    done = rotate_key()
    assert (done.files, done.unreadable) == (5, ())
    assert call_keys().database_key() != old
    all_is_there()
    assert not list(paths.state_dir().rglob("*.rekeyed*"))
    assert not call_keys().next_file.exists()
    (paths.state_dir() / "database.key").write_text(old.hex())
    with pytest.raises(StoreError, match="made with another key"):
        app.open_store()
    journal = paths.calls_dir() / "20261101T101500-stored" / "journal.jsonl"
    with pytest.raises(Exception, match="not a journal"):
        read_journal(journal, journal_records())


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.skipif(os.name != "posix", reason="forks")
# The child does nothing but this and ends itself; that other threads were there harms it not.
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_killed_at_any_step_the_next_start_goes_on(step: str) -> None:
    old = call_keys().database_key()
    assert killed_at(step) == -signal.SIGKILL, "it came to that step"
    all_is_there()
    assert call_keys().database_key() != old
    assert not list(paths.state_dir().rglob("*.rekeyed*"))
    assert not call_keys().next_file.exists()


def test_a_file_that_no_key_opens_is_left_alone_and_said() -> None:
    strange = paths.calls_dir() / "20261102T101500-waiting" / "customer.flac.sealed"
    strange.write_bytes(frame(sound_records(), 1, SOUND))  # in another place than it was sealed for
    before = strange.read_bytes()
    assert rotate_key().unreadable == (strange,)
    assert strange.read_bytes() == before
    all_is_there()


def test_not_while_the_engine_runs() -> None:
    lock = engine_lock(paths.engine_socket())
    assert lock.take()
    try:
        with pytest.raises(Rotating, match="Call Assist is running"):
            rotate_key()
    finally:
        lock.release()
    all_is_there()


def test_the_calls_wait_while_another_program_rotates() -> None:
    StoredKeySource(paths.state_dir() / "database.key", database=paths.database_file()).put_next(
        os.urandom(32)
    )
    lock = EngineLock(paths.state_dir() / "rotation.lock")
    assert lock.take()
    try:
        with pytest.raises(Rotating, match="being given a new key"):
            app.open_store()
    finally:
        lock.release()
    all_is_there()
