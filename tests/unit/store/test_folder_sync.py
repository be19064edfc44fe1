"""Calls and comments through a shared folder, without a server."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist.store import outbox
from assist.store.calls import SqlCallStore
from assist.store.errors import StoreError
from assist.store.folder_sync import Folder, make_folder
from assist.store.model import CallFilter
from assist.store.sync import SyncReport
from tests.helpers.finished_calls import write_call


class FixedKey:
    """A key that needs no file."""

    def database_key(self) -> bytes:
        return bytes(32)


class Computer:
    """Somebody's store and the shared folder as that computer sees it."""

    def __init__(self, home: Path, shared: Path) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.home = home
        self.store = SqlCallStore(home / "calls.db", FixedKey())
        self.folder = Folder(path=shared, local=self.store.engine, local_name="The database")

    def add(self, *calls: str) -> None:
        for call in calls:
            self.store.save_call(write_call(self.home, call))

    def send(self, shares: str = "transcripts", stop_after: int = 10**6) -> SyncReport:
        asked = iter(range(10**6))
        return self.folder.send(shares, "Sarah", lambda: next(asked) >= stop_after)

    def ids(self) -> list[str]:
        return sorted(call.id for call in self.store.list_calls())


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


def test_a_call_arrives_whole_and_once(sarah: Computer, lea: Computer, key: str) -> None:
    sarah.add("a", "b")
    assert sarah.send() == SyncReport(sent=2)
    assert sarah.send() == SyncReport()
    assert lea.folder.receive(key) == SyncReport(fetched=2)
    assert lea.folder.receive(key) == SyncReport()
    here, there = sarah.store.get_call("a"), lea.store.get_call("a")
    assert there.utterances == here.utterances
    assert there.cues == here.cues
    assert there.promises == here.promises
    assert [c.id for c in lea.store.list_calls(CallFilter(text="refunds", limit=1))] != []


def test_nothing_readable_lies_in_the_folder(sarah: Computer, shared: Path) -> None:
    sarah.add("a")
    sarah.send()
    for file in shared.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"refunds" not in content
            assert b"Miller" not in content


def test_another_agent_cannot_open_a_call(sarah: Computer, lea: Computer, shared: Path) -> None:
    sarah.add("a")
    sarah.send()
    _, others = lea.folder._identity()
    report = lea.folder.receive(others)
    assert (report.fetched, lea.ids()) == (0, [])
    assert "not made for this computer" in report.trouble


def test_what_arrived_is_deleted_by_who_wrote_it(
    sarah: Computer, lea: Computer, shared: Path, key: str
) -> None:
    sarah.add("a", "b")
    sarah.send()
    lea.folder.receive(key)
    assert len(files(shared, "call")) == 2
    sarah.send()
    assert files(shared, "call") == []
    sarah.add("c")
    sarah.send()
    assert lea.folder.receive(key) == SyncReport(fetched=1)


def test_files_that_come_in_another_order_are_waited_for(
    sarah: Computer, lea: Computer, shared: Path, tmp_path: Path, key: str
) -> None:
    sarah.add("a", "b", "c")
    sarah.send()
    first = files(shared, "call")[0]
    late = tmp_path / first.name
    shutil.move(first, late)
    assert lea.folder.receive(key) == SyncReport()
    shutil.move(late, first)
    assert lea.folder.receive(key) == SyncReport(fetched=3)


def test_a_file_that_is_not_complete_yet_is_taken_later(
    sarah: Computer, lea: Computer, shared: Path, key: str
) -> None:
    sarah.add("a", "b")
    sarah.send()
    second = files(shared, "call")[1]
    whole = second.read_bytes()
    second.write_bytes(whole[: len(whole) // 2])
    report = lea.folder.receive(key)
    assert lea.ids() == ["a"]
    assert "not complete yet" in report.trouble
    second.write_bytes(whole)
    lea.folder.receive(key)
    assert lea.ids() == ["a", "b"]


def test_a_file_under_another_name_or_of_another_writer_is_refused(
    sarah: Computer, lea: Computer, shared: Path, key: str, tmp_path: Path
) -> None:
    sarah.add("a", "b")
    sarah.send()
    one, two = files(shared, "call")
    one.write_bytes(two.read_bytes())
    assert lea.folder.receive(key).fetched == 0
    device = one.parent
    mallory = Computer(tmp_path / "mallory", shared)
    mallory.add("z")
    mallory.send()
    forged = next(file for file in files(shared, "call") if file.parent != device)
    for file in (one, two):
        file.unlink()
    shutil.copy(forged, device / forged.name)
    lea.folder.receive(key)
    assert lea.ids() == ["z"]  # from Mallory's own place, under no other name
    assert lea.store.get_call("z").overview.agent == "Sarah"
    mallory.store.close()


def test_a_sender_that_died_after_writing_sends_the_same_again(
    sarah: Computer, lea: Computer, key: str
) -> None:
    sarah.add("a")
    sarah.send()
    lea.folder.receive(key)
    with sarah.store.engine.begin() as connection:
        outbox.put_state(connection, sarah.folder.target, "reached", "0")
    sarah.send()
    assert lea.folder.receive(key).failed == 0
    assert len(lea.store.get_call("a").utterances) == 4


def test_comments_come_back_and_answers_go_out(sarah: Computer, lea: Computer, key: str) -> None:
    sarah.add("a", "b")
    sarah.send()
    lea.folder.receive(key)
    comment = lea.store.desk.add_comment("a", "name the feeling", "Lea", at=3000)
    lea.store.mark_cue("a", 0, is_right=False, by="Lea")
    lea.folder.receive(key)
    assert sarah.send() == SyncReport(fetched=2)
    assert sarah.store.desk.comments("a") == (comment,)
    sarah.store.desk.add_comment("a", "she hung up", "Sarah", answers=comment.id)
    assert sarah.send().sent == 1
    lea.folder.receive(key)
    assert [each.by for each in lea.store.desk.comments("a")] == ["Lea", "Sarah"]
    lea.folder.receive(key)
    assert sarah.send() == SyncReport()


def test_two_workstations_with_one_id_do_not_mix(
    sarah: Computer, lea: Computer, shared: Path, key: str, tmp_path: Path
) -> None:
    sam = Computer(tmp_path / "sam", shared)
    sarah.add("same")
    sam.store.save_call(write_call(sam.home, "same", name="Other"))
    sam.add("sams")
    sarah.send()
    sam.send()
    report = lea.folder.receive(key)
    assert (report.fetched, report.failed) == (2, 1)
    assert lea.ids() == ["same", "sams"]
    sam.store.close()


def test_limits_hold_in_the_folder_too(sarah: Computer, lea: Computer, key: str) -> None:
    sarah.add("a")
    assert sarah.send("nothing").left == 1
    assert lea.folder.receive(key) == SyncReport()
    assert sarah.send("totals").sent == 1
    lea.folder.receive(key)
    call = lea.store.get_call("a")
    assert (call.utterances, call.overview.customer_name) == ((), "")
    assert call.overview.duration_ms == 20_000


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, sarah: Computer) -> None:
    away = Folder(path=tmp_path / "away", local=sarah.store.engine, local_name="x")
    with pytest.raises(StoreError, match="is no team's folder, or cannot be reached"):
        away.send("transcripts", "Sarah")


def test_a_folder_that_is_gone_for_a_week_loses_nothing(
    sarah: Computer, lea: Computer, shared: Path, tmp_path: Path, key: str
) -> None:
    shared.rename(tmp_path / "unplugged")
    for day in range(7):
        sarah.add(f"202611{day + 10}T090000-aa")
        with pytest.raises(StoreError, match="cannot be reached"):
            sarah.send()
    (tmp_path / "unplugged").rename(shared)
    assert sarah.send() == SyncReport(sent=7)
    assert lea.folder.receive(key) == SyncReport(fetched=7)
    assert len(lea.ids()) == 7


def test_half_a_batch_goes_on_where_it_stopped(sarah: Computer, lea: Computer, key: str) -> None:
    sarah.add("a", "b", "c", "d")
    first = sarah.send(stop_after=2)
    assert (first.sent, first.left) == (2, 2)
    assert lea.folder.receive(key) == SyncReport(fetched=2)
    assert sarah.send() == SyncReport(sent=2)
    assert lea.folder.receive(key) == SyncReport(fetched=2)
    assert lea.ids() == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    "call", ["19700101T000000-aa", "20990101T000000-aa", "99999999T999999-aa", "no-date-at-all"]
)
def test_a_wrong_clock_keeps_no_call_out(
    sarah: Computer, lea: Computer, key: str, call: str
) -> None:
    sarah.store.save_call(write_call(sarah.home, call, started_at="1970-01-01T00:00:00+00:00"))
    sarah.add("20261122T101500-aa")
    assert sarah.send() == SyncReport(sent=2)
    assert lea.folder.receive(key) == SyncReport(fetched=2)
    assert lea.store.get_call(call).utterances == sarah.store.get_call(call).utterances


def test_a_teams_folder_is_made_once(shared: Path, key: str) -> None:
    with pytest.raises(StoreError, match="already"):
        make_folder(shared)


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o2775])
def test_the_team_reads_what_one_writes_whatever_the_umask(
    mode: int, sarah: Computer, shared: Path
) -> None:
    """The app makes its own files for its user alone; those of the team's folder are the team's."""
    shared.chmod(mode)
    before = os.umask(0o077)
    try:
        sarah.add("a")
        assert sarah.send().sent == 1
    finally:
        os.umask(before)
    assert files(shared, "call")
    for made in (shared / "from", *(shared / "from").rglob("*")):
        allowed = mode & (0o777 if made == shared / "from" else 0o755)
        if made.is_file():
            allowed &= 0o644
        assert stat.S_IMODE(made.stat().st_mode) & 0o777 == allowed & 0o777


def test_a_new_teams_folder_is_the_teams_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        make_folder(tmp_path / "share" / "team")
    finally:
        os.umask(before)
    for made in (tmp_path / "share", tmp_path / "share" / "team"):
        assert stat.S_IMODE(made.stat().st_mode) == 0o755
    (public,) = (tmp_path / "share" / "team").iterdir()
    assert stat.S_IMODE(public.stat().st_mode) == 0o644
