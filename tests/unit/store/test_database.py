"""The local database under bad conditions: one sentence, nothing lost."""

import contextlib
import os
import resource
import stat
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from assist.core.words import Party
from assist.store import schema
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres, open_sqlite, write_ahead
from assist.store.errors import StoreError
from assist.store.keys import FileKeySource
from assist.store.model import CallFilter
from tests.helpers.finished_calls import said, write_call

ONE_SENTENCE = r"^[^\n]+[.]$"


class FixedKey:
    """The same key on every computer."""

    def __init__(self, byte: int = 1) -> None:
        self.key = bytes([byte]) * 32

    def database_key(self) -> bytes:
        return self.key


def open_store(home: Path, *, key: int = 1, busy_ms: int = 5000) -> SqlCallStore:
    return SqlCallStore(home / "calls.db", FixedKey(key), busy_ms=busy_ms)


@contextlib.contextmanager
def other_program(home: Path) -> Iterator[dbapi2.Connection]:
    """Another program's connection to the same database."""
    connection = dbapi2.connect(str(home / "calls.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{FixedKey().key.hex()}'\"")
    try:
        yield connection
    finally:
        connection.close()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A state folder with one stored call, "one", and the journal of another, "two"."""
    with open_store(tmp_path) as store:
        store.save_call(write_call(tmp_path, "one"))
    write_call(tmp_path, "two")
    return tmp_path


def test_nothing_readable_stands_in_the_files(home: Path) -> None:
    with open_store(home) as store:
        store.save_call(home / "calls" / "two" / "journal.jsonl")
        files = [each for each in home.iterdir() if each.name.startswith("calls.db")]
        assert {each.name for each in files} >= {"calls.db", "calls.db-wal"}
        for file in files:
            content = file.read_bytes()
            assert b"refunds" not in content
            assert b"Miller" not in content
            assert b"SQLite format" not in content
            assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_deleted_words_are_wiped(home: Path) -> None:
    with open_store(home), other_program(home) as other:
        config = "SELECT v FROM utterance_search_config WHERE k = 'secure-delete'"
        assert other.execute(config).fetchone() == (1,)
    engine = open_sqlite(home / "calls.db", FixedKey())
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()
    with open_store(home) as store:
        store.delete_call("one")
        assert (home / "calls.db-wal").stat().st_size == 0


def test_a_database_in_use_is_waited_for_then_said(home: Path) -> None:
    with open_store(home, busy_ms=50) as store, other_program(home) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another program") as caught:
            store.save_call(home / "calls" / "two" / "journal.jsonl")
        assert "refunds" not in str(caught.value)
        assert [call.id for call in store.list_calls()] == ["one"]
        with pytest.raises(StoreError, match="in use by another program"):
            store.delete_call("one")
        assert (home / "calls" / "one" / "journal.jsonl").exists()
        other.execute("ROLLBACK")
        assert store.catch_up() == ("two",)


def test_a_new_database_is_made_by_one_of_many_programs(tmp_path: Path) -> None:
    barrier = threading.Barrier(4)
    failures: list[BaseException] = []

    def begin(number: int) -> None:
        try:
            journal = write_call(tmp_path, f"call-{number}")
            barrier.wait()
            with SqlCallStore(tmp_path / "calls.db", FileKeySource(tmp_path / "key")) as store:
                store.save_call(journal)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=begin, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with SqlCallStore(tmp_path / "calls.db", FileKeySource(tmp_path / "key")) as store:
        assert len(store.list_calls()) == 4


class Contested:
    """A connection whose switch to the write-ahead log meets another program's `times` times."""

    def __init__(self, times: int) -> None:
        self.left = times

    def execute(self, _statement: str) -> None:
        if self.left:
            self.left -= 1
            raise dbapi2.OperationalError("database is locked")


def test_programs_that_make_a_database_together_wait_for_each_other() -> None:
    contested = Contested(2)
    write_ahead(contested, busy_ms=60_000)
    assert contested.left == 0
    with pytest.raises(dbapi2.OperationalError, match="locked"):
        write_ahead(Contested(2), busy_ms=0)


def test_another_key_opens_nothing_and_harms_nothing(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(StoreError, match="made with another key"):
        open_store(home, key=2)
    assert capfd.readouterr() == ("", "")
    with open_store(home) as store:
        assert [call.id for call in store.list_calls()] == ["one"]


@pytest.mark.parametrize("damage", ["head", "middle", "cut", "garbage", "plain"])
def test_a_damaged_database_is_said(
    home: Path, damage: str, capfd: pytest.CaptureFixture[str]
) -> None:
    file = home / "calls.db"
    content = bytearray(file.read_bytes())
    match damage:
        case "head":
            content[100:200] = bytes(100)
        case "middle":
            for start in range(4096 + 100, len(content), 4096):
                content[start : start + 50] = b"x" * 50
        case "cut":
            del content[len(content) // 2 :]
        case "garbage":
            content = bytearray(os.urandom(5000))
        case "plain":
            content = bytearray(b"SQLite format 3\0" + bytes(4080))
    file.write_bytes(content)

    def read_all() -> None:
        with open_store(home) as store:
            store.list_calls(CallFilter(text="refunds"))
            store.get_call("one")

    with pytest.raises(StoreError, match="damaged"):
        read_all()
    assert capfd.readouterr() == ("", "")


def test_calls_of_a_lost_database_come_back_from_their_journals(home: Path) -> None:
    (home / "calls.db").rename(home / "calls.db.old")
    with open_store(home) as store:
        assert store.catch_up() == ("one", "two")
        assert len(store.list_calls(CallFilter(text="refunds"))) == 2


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "calls.db").touch()
    with open_store(tmp_path) as store:
        assert store.list_calls() == ()


def test_a_database_of_a_newer_app_is_left_alone(home: Path) -> None:
    with other_program(home) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="made by a newer Call Assist"):
        open_store(home)
    with other_program(home) as other:
        assert other.execute("SELECT count(*) FROM calls").fetchone() == (1,)


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "calls.db").mkdir()
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "file")


@contextlib.contextmanager
def ordinary_rights() -> Iterator[None]:
    """Run as a user whom file permissions stop, if the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared_home() -> Iterator[Path]:
    """A home that other users can reach: pytest's own folders are closed to them."""
    with tempfile.TemporaryDirectory(prefix="assist-store-", dir="/tmp") as name:
        yield Path(name)


def test_a_folder_that_cannot_be_written_is_said(shared_home: Path) -> None:
    with open_store(shared_home) as store:
        store.save_call(write_call(shared_home, "one"))
    shared_home.chmod(0o555)
    for file in shared_home.glob("calls.db*"):
        file.chmod(0o444)
    with ordinary_rights(), pytest.raises(StoreError, match="permissions") as caught:
        open_store(shared_home)
    assert "\n" not in str(caught.value)
    shared_home.chmod(0o755)


def test_a_disk_that_fails_undoes_the_save(home: Path) -> None:
    """No file may grow beyond what it has: SQLite sees an input/output error."""
    much = [
        said(Party.AGENT, 50 + n, 0, "let me see what i can do for you now") for n in range(500)
    ]
    journal = write_call(home, "three", extra=much)
    with open_store(home) as store:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, ((home / "calls.db").stat().st_size, hard))
        try:
            with pytest.raises(StoreError, match="the disk is full or failing") as caught:
                store.save_call(journal)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert "\n" not in str(caught.value)
        assert [call.id for call in store.list_calls()] == ["one"]
        assert store.catch_up() == ("three", "two")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 800 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=800k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode != 0:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """A file that takes all the room there is."""
    ballast = folder / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(1024))
    return ballast


def test_a_full_disk_undoes_the_save(small_disk: Path) -> None:
    with open_store(small_disk) as store:
        store.save_call(write_call(small_disk, "one"))
        journal = write_call(small_disk, "two")
        ballast = fill(small_disk)
        with pytest.raises(StoreError, match="the disk is full or failing"):
            store.save_call(journal)
        ballast.unlink()
        assert [call.id for call in store.list_calls()] == ["one"]
        assert store.catch_up() == ("two",)


def test_a_full_disk_makes_no_half_database(small_disk: Path) -> None:
    ballast = fill(small_disk)
    with pytest.raises(StoreError, match="free s"):
        SqlCallStore(small_disk / "calls.db", FileKeySource(small_disk / "key")).close()
    ballast.unlink()
    with SqlCallStore(small_disk / "calls.db", FileKeySource(small_disk / "key")) as store:
        assert store.list_calls() == ()


def test_odd_paths_are_no_obstacle(tmp_path: Path) -> None:
    folder = tmp_path / "Zoë's 100% calls?#&mode=ro"
    folder.mkdir()
    with open_store(folder) as store:
        assert store.save_call(write_call(folder, "one")) == "one"


def test_the_revision_is_the_newest_migration() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    folder = Path(schema.__file__).with_name("migrations")
    config.set_main_option("script_location", str(folder))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.REVISION]


def test_a_team_database_that_cannot_be_reached_is_said(tmp_path: Path) -> None:
    engine = open_postgres(f"postgresql+psycopg://me@/calls?host={tmp_path}&password=hush")
    with pytest.raises(StoreError, match=r"^The team database cannot be reached") as caught:
        SqlCallStore.on_engine(engine, name="The team database", calls_folder=tmp_path)
    assert "hush" not in str(caught.value)
