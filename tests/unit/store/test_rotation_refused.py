"""A new key that cannot be given leaves no trace: everything opens as before, calls are kept."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import soundfile
from sqlcipher3 import dbapi2

from assist import app, paths
from assist.app import rotation as app_rotation
from assist.app.rotation import Rotating, key_in_use, rotate_key
from assist.app.sealing import call_keys, open_journal_records
from assist.cli import main
from assist.engine.locks import SharedLock
from assist.review.importing import Result
from assist.review.recordings import Planned
from assist.store import rotation
from assist.store.rotation import NotBegun
from tests.helpers.disks import fill as fill_disk
from tests.helpers.disks import small_disk
from tests.unit.store.test_rotation import all_is_there, fill, killed_at


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with calls; made once, since making a database takes a second."""
    home = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLASSIST_HOME", str(home))
        fill()
    return home


@pytest.fixture
def calls(filled: Path, assist_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it for the test; nobody lets go of the database, so nobody is waited for."""
    monkeypatch.setattr(rotation, "_PATIENCE_S", 0.1)
    monkeypatch.setattr(app_rotation, "_MOMENT_S", 0.1)
    shutil.copytree(filled, assist_home)
    return assist_home


@pytest.fixture
def small(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Path, int]]:
    """The same on a disk that is hardly larger than what lies on it; and the bytes it has free."""
    taken = int(
        subprocess.run(["du", "-sk", filled], capture_output=True, check=True).stdout.split()[0]
    )
    with small_disk(tmp_path / "disk", f"size={taken + 600}k") as disk:
        monkeypatch.setenv("CALLASSIST_HOME", str(disk / "home"))
        shutil.copytree(filled, disk / "home")
        yield disk, shutil.disk_usage(disk).free


def nothing_has_changed(old: bytes) -> None:
    """As a call that begins now sees it, and a person who looks at the files."""
    assert not (paths.state_dir() / "database.key.next").exists()
    assert not list(paths.state_dir().rglob("*.rekeyed*"))
    assert call_keys().database_key() == old
    open_journal_records()
    all_is_there()


def test_while_another_window_has_the_calls_open(calls: Path) -> None:
    old = call_keys().database_key()
    with app.open_store() as window:
        assert window.list_calls()
        with pytest.raises(NotBegun, match=r"in use; close .* Your calls keep the key they have"):
            rotate_key()
        assert not (paths.state_dir() / "database.key.next").exists()
        open_journal_records()  # the next call is kept, though the window is still open
        assert window.list_calls()
        nothing_has_changed(old)
    rotate_key()
    assert call_keys().database_key() != old
    all_is_there()


def test_on_a_disk_without_room_for_a_copy(small: tuple[Path, int]) -> None:
    disk, free = small
    old = call_keys().database_key()
    with pytest.raises(NotBegun, match=r"too little room in .* it takes 2 MB"):
        rotate_key()
    nothing_has_changed(old)
    assert free - shutil.disk_usage(disk).free < 64_000, "nothing that takes room was left"


def test_on_a_disk_that_fills_up_meanwhile(
    small: tuple[Path, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else takes the room that was there when it was looked for."""
    monkeypatch.setattr(rotation, "_SPARE", -1 << 30)
    old = call_keys().database_key()
    filler = fill_disk(small[0])
    os.truncate(filler, filler.stat().st_size - 200_000)
    with pytest.raises(NotBegun, match="free some space"):
        rotate_key()
    filler.unlink()
    nothing_has_changed(old)


def test_where_a_file_could_not_be_replaced(calls: Path) -> None:
    """Found out before anything is sealed anew: half of the calls with each key would be worse."""
    old = call_keys().database_key()
    blocked = paths.calls_dir() / "20261102T101500-waiting" / "probe.rekeyed"
    blocked.mkdir()
    with pytest.raises(NotBegun, match="check the permissions"):
        rotate_key()
    blocked.rmdir()
    nothing_has_changed(old)


@pytest.mark.skipif(os.name != "posix", reason="forks")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.parametrize("step", ["new key", "database copied", "database copy has the new key"])
def test_begun_and_killed_with_the_calls_open_elsewhere_since(
    step: str, calls: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing has the new key yet, nothing can be given it: the calls go on with theirs."""
    old = call_keys().database_key()
    assert killed_at(step) == -signal.SIGKILL
    assert (paths.state_dir() / "database.key.next").exists()
    other = dbapi2.connect(str(paths.database_file()))
    try:
        other.execute(f"PRAGMA key = \"x'{old.hex()}'\"")
        other.execute("BEGIN IMMEDIATE")
        with caplog.at_level("WARNING"):
            assert call_keys().database_key() == old
        assert "Your calls keep the key they have" in caplog.text
        caplog.clear()
    finally:
        other.close()
    nothing_has_changed(old)


# --- who writes sealed files ----------------------------------------------------------------------


def test_not_while_anybody_writes_calls(calls: Path) -> None:
    old = call_keys().database_key()
    with key_in_use(), key_in_use():  # an import, and an engine of another session
        with pytest.raises(Rotating, match="being written at this moment"):
            rotate_key()
        nothing_has_changed(old)
    rotate_key()
    assert call_keys().database_key() != old


def test_nobody_begins_to_write_while_the_key_changes(calls: Path) -> None:
    refused = []

    def try_to_write(step: str) -> None:
        lock = SharedLock(paths.state_dir() / "sealing.lock")
        refused.append((step, lock.take(patience_s=0.0)))
        lock.release()

    rotate_key(step=try_to_write)
    assert ("file journal.jsonl", False) in refused
    assert not any(taken for _, taken in refused)


def test_the_key_stays_while_recordings_are_imported(
    calls: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []

    class Import:
        """Stands for the transcription, in the middle of which somebody wants a new key."""

        def run(
            self,
            planned: Sequence[Planned],
            on_result: Callable[[Result], None],
            on_progress: object,
        ) -> None:
            with pytest.raises(Rotating) as refused:
                rotate_key()
            said.append(str(refused.value))
            for each in planned:
                on_result(Result(planned=each, state="imported", call="one"))

    soundfile.write(tmp_path / "one.wav", [[0.0, 0.0]] * 8000, 8000)
    monkeypatch.setattr(app, "importer", lambda **options: Import())
    assert main(["review", "import", str(tmp_path / "one.wav")], open_desktop=lambda _: 1) == 0
    assert len(said) == 1
    assert "recordings are imported" in said[0]
    all_is_there()
