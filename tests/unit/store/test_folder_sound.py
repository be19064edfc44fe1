"""Kept sound through a shared folder: sealed, once, in order, whatever breaks; and backups."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist.core.review import CommentKind
from assist.store import outbox
from assist.store.calls import SqlCallStore
from assist.store.errors import StoreError
from assist.store.folder_sync import Folder, make_folder
from assist.store.sealed import seal
from assist.store.sounds import CHUNK
from assist.store.sync import SyncReport
from tests.helpers.finished_calls import write_call
from tests.helpers.keptsound import Recorder, fetched, side, stop_after

UNTIL_SOUND = 3
"""Asked whether to stop: before the one call, behind it, and before its sound."""


class FixedKey:
    """A key that needs no file."""

    def database_key(self) -> bytes:
        return bytes(32)


class Computer:
    """Somebody's store, kept sound, and the shared folder as that computer sees it."""

    def __init__(self, home: Path, shared: Path) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.home, self.shared = home, shared
        self.recorder = Recorder()
        self.open()

    def open(self) -> None:
        self.store = SqlCallStore(self.home / "calls.db", FixedKey())
        self.folder = Folder(path=self.shared, local=self.store.engine, local_name="x")

    def add(self, call: str, seed: int = 1) -> None:
        self.store.save_call(write_call(self.home, call))
        self.recorder.keep(self.store, call, seed)

    def send(self, shares: str = "audio", count: int = 10**6) -> SyncReport:
        return self.folder.send(shares, "Sarah", stop_after(count), self.recorder.read)

    def heard(self, call: str) -> list[bytes]:
        return fetched(self.store.shelf, call)

    def back_up(self) -> Path:
        self.store.close()
        backup = self.home / "backup.db"
        shutil.copy(self.home / "calls.db", backup)
        self.open()
        return backup

    def put_back(self, backup: Path) -> None:
        self.store.close()
        for file in self.home.glob("calls.db*"):
            file.unlink()
        shutil.copy(backup, self.home / "calls.db")
        self.open()


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return tmp_path / "shared"


@pytest.fixture
def key(shared: Path) -> str:
    return make_folder(shared)


@pytest.fixture
def sarah(tmp_path: Path, shared: Path, key: str) -> Iterator[Computer]:
    computer = Computer(tmp_path / "sarah", shared)
    yield computer
    computer.store.close()


@pytest.fixture
def lea(tmp_path: Path, shared: Path, key: str) -> Iterator[Computer]:
    computer = Computer(tmp_path / "lea", shared)
    yield computer
    computer.store.close()


def files(shared: Path, ending: str) -> list[Path]:
    return sorted(shared.rglob(f"*.{ending}"))


def both(seed: int) -> list[bytes]:
    return [side(2 * seed).content, side(2 * seed + 1).content]


def test_sound_arrives_whole_once_and_sealed(
    sarah: Computer, lea: Computer, shared: Path, key: str
) -> None:
    sarah.add("a")
    assert sarah.send() == SyncReport(sent=1, sounds=1)
    assert sarah.send() == SyncReport()
    assert len(files(shared, "sound")) == 6
    for file in files(shared, "sound"):
        content = file.read_bytes()
        assert not any(each[at : at + 64] in content for each in both(1) for at in (0, CHUNK))
    assert lea.folder.receive(key) == SyncReport(fetched=1, sounds=6)
    assert lea.folder.receive(key) == SyncReport()
    assert lea.heard("a") == both(1)
    sarah.send()
    assert files(shared, "sound") == [], "what the lead has is deleted by who wrote it"


def test_a_call_that_changes_does_not_send_its_sound_again(
    sarah: Computer, lea: Computer, shared: Path, key: str
) -> None:
    sarah.add("a")
    sarah.send()
    lea.folder.receive(key)
    sarah.store.desk.add_comment("a", "why?", "Sarah", kind=CommentKind.ANSWER)
    assert sarah.send() == SyncReport(sent=1)
    sarah.recorder.keep(sarah.store, "a", 8)
    assert sarah.send() == SyncReport(sent=1, sounds=1)
    lea.folder.receive(key)
    assert lea.heard("a") == both(8)


@pytest.mark.parametrize("shares", ["nothing", "totals", "transcripts"])
def test_a_narrower_limit_lets_no_sound_into_the_folder(
    sarah: Computer, shared: Path, shares: str
) -> None:
    sarah.add("a")
    sarah.send(shares)
    assert files(shared, "sound") == []
    assert sarah.recorder.reads == 0
    assert sarah.send().sounds == int(shares == "nothing"), "the limit of then holds for it"


@pytest.mark.parametrize("pieces", [0, 2, 3, 5])
def test_a_sender_that_stops_anywhere_goes_on_behind_the_last_piece(
    sarah: Computer, lea: Computer, shared: Path, key: str, pieces: int
) -> None:
    sarah.add("a")
    report = sarah.send(count=UNTIL_SOUND + pieces)
    assert (report.sent, report.sounds_left) == (1, 1)
    assert len(files(shared, "sound")) == pieces
    lea.folder.receive(key)
    assert lea.heard("a") == [], "half a sound is none"
    assert sarah.send().sounds == 1
    lea.folder.receive(key)
    assert lea.heard("a") == both(1)


def test_a_sender_that_died_behind_a_file_writes_it_again(
    sarah: Computer, lea: Computer, shared: Path, key: str
) -> None:
    sarah.add("a")
    sarah.send(count=UNTIL_SOUND + 2)
    backup = sarah.back_up()
    sarah.send(count=1)
    sarah.put_back(backup)  # as if the third file stood there, but not in the database
    sarah.send()
    lea.folder.receive(key)
    assert lea.heard("a") == both(1)


@pytest.mark.parametrize("at", [1, 3, 8])
def test_two_runs_at_once_lose_and_double_nothing(
    sarah: Computer, lea: Computer, key: str, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine sends, and in the middle of a piece `assist sync now` sends everything."""
    sarah.add("a")
    sarah.add("b", seed=5)
    sealed = iter(range(1, 10**6))

    def seal_late(content: bytes, name: str, *, writer: str, reader: str) -> bytes:
        if next(sealed) == at:
            Folder(path=sarah.shared, local=sarah.store.engine, local_name="x").send(
                "audio", "Sarah", read_sound=sarah.recorder.read
            )
        return seal(content, name, writer=writer, reader=reader)

    monkeypatch.setattr("assist.store.folder_sound.seal", seal_late)
    sarah.send()
    lea.folder.receive(key)
    assert (lea.heard("a"), lea.heard("b")) == (both(1), both(5))
    assert len(files(sarah.shared, "sound")) == 12


def test_pieces_wait_for_each_other_and_for_their_call(
    sarah: Computer, lea: Computer, shared: Path, tmp_path: Path, key: str
) -> None:
    sarah.add("a")
    sarah.send()
    late = [*files(shared, "call"), files(shared, "sound")[2]]
    for file in late:
        shutil.move(file, tmp_path / file.name)
    assert lea.folder.receive(key) == SyncReport()
    for file, more in zip(late, (2, 4), strict=True):
        shutil.move(tmp_path / file.name, file)
        assert lea.folder.receive(key).sounds == more
    assert lea.heard("a") == both(1)


def test_a_torn_piece_is_taken_when_it_is_whole(
    sarah: Computer, lea: Computer, shared: Path, key: str
) -> None:
    sarah.add("a")
    sarah.send()
    torn = files(shared, "sound")[1]
    whole = torn.read_bytes()
    torn.write_bytes(whole[:1000])
    assert "not complete yet" in lea.folder.receive(key).trouble
    assert lea.heard("a") == []
    torn.write_bytes(whole)
    lea.folder.receive(key)
    assert lea.heard("a") == both(1)


def test_sound_goes_with_its_call_or_by_its_age(sarah: Computer, lea: Computer, key: str) -> None:
    sarah.add("a")
    sarah.add("b", seed=5)
    sarah.send()
    lea.folder.receive(key)
    lea.store.delete_call("a")
    assert lea.heard("a") == []
    lea.store.forget_sound("b")
    assert lea.heard("b") == []
    assert lea.store.get_call("b").utterances
    sarah.store.desk.add_comment("b", "why?", "Sarah")
    sarah.send()
    lea.folder.receive(key)
    assert lea.heard("b") == [], "what was deleted for its age does not come back"


def test_a_workstation_put_back_from_a_backup_loses_no_later_call(
    sarah: Computer, lea: Computer, key: str
) -> None:
    sarah.add("a")
    sarah.send()
    backup = sarah.back_up()
    for call in ("b", "c"):
        sarah.add(call, seed=5)
        sarah.send()
        lea.folder.receive(key)
    comment = lea.store.desk.add_comment("a", "one", "Lea")
    lea.folder.receive(key)
    sarah.send()
    lea.folder.receive(key)
    sarah.put_back(backup)
    sarah.add("d", seed=9)
    sarah.send()
    lea.folder.receive(key)
    assert sorted(call.id for call in lea.store.list_calls()) == ["a", "b", "c", "d"]
    assert lea.heard("d") == both(9)
    lea.folder.receive(key)
    sarah.send()
    assert sarah.store.desk.comments("a") == (comment,), "what leads wrote comes again"


def test_a_lead_put_back_from_a_backup_gets_again_what_is_missing(
    sarah: Computer, lea: Computer, key: str
) -> None:
    sarah.add("a")
    sarah.send()
    lea.folder.receive(key)
    backup = lea.back_up()
    for call in ("b", "c"):
        sarah.add(call, seed=5)
        sarah.send()
        lea.folder.receive(key)
    lea.store.desk.add_comment("a", "lost with the disk", "Lea")
    lea.folder.receive(key)
    sarah.send()  # deletes what was confirmed
    lea.put_back(backup)
    lea.folder.receive(key)
    sarah.send()
    assert lea.folder.receive(key).fetched == 2
    assert lea.heard("c") == both(5)
    comment = lea.store.desk.add_comment("a", "after", "Lea")
    lea.folder.receive(key)
    sarah.send()
    assert comment in sarah.store.desk.comments("a")


def test_an_id_that_names_another_place_is_taken_by_nobody(
    sarah: Computer, lea: Computer, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sarah.add("a")
    with sarah.store.engine.begin() as connection:
        outbox.put_state(connection, "x", "y", "z")  # the outbox itself is of no importance here
    monkeypatch.setattr("assist.store.folder_sync.document_of", _hostile)
    sarah.send()
    assert lea.folder.receive(key).failed == 1
    assert lea.store.list_calls() == ()


def _hostile(*_: object) -> dict[str, object]:
    return {"call": {"id": "../../elsewhere", "started_at": "2026-11-22T10:15:00+01:00"}}


def test_what_cannot_be_read_is_said_and_keeps_nothing_else(
    sarah: Computer, lea: Computer, key: str
) -> None:
    sarah.add("a")
    sarah.add("b", seed=5)
    lost = sarah.store.desk.audio_of("a")

    def read(found: object) -> object:
        if found == lost:
            raise StoreError("The disk is broken.")
        return sarah.recorder.read(found)  # type: ignore[arg-type]

    report = sarah.folder.send("audio", "Sarah", read_sound=read)  # type: ignore[arg-type]
    assert (report.sent, report.sounds, report.sounds_left) == (2, 1, 0)
    with sarah.store.engine.connect() as connection:
        problems = outbox.problems(connection)
    assert problems == {"a": "The call was sent without its sound: The disk is broken."}
    lea.folder.receive(key)
    assert (lea.heard("a"), lea.heard("b")) == ([], both(5))


def test_recordings_from_elsewhere_stay_where_they_are(sarah: Computer, shared: Path) -> None:
    sarah.add("a")
    report = sarah.folder.send("audio", "Sarah", read_sound=lambda _: None)
    assert (report.sent, report.sounds, report.sounds_left) == (1, 0, 0)
    assert files(shared, "sound") == []
