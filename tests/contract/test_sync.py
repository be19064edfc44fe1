"""Calls get from a workstation to the team's database once, in order, whatever breaks."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL

from assist.core.review import CommentKind
from assist.store import outbox
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.model import CallFilter
from assist.store.sync import SyncReport, sync_status, target_of
from assist.store.team import set_shares
from tests.helpers.finished_calls import write_call
from tests.helpers.teamdatabase import NOW, FixedKey, Team, Workstation

pytestmark = pytest.mark.postgres


@pytest.fixture
def sarah(team: Team, tmp_path: Path) -> Iterator[Workstation]:
    computer = Workstation(tmp_path / "sarah", team, "sarah")
    yield computer
    computer.close()


@pytest.fixture
def lead(team: Team, tmp_path: Path) -> Iterator[SqlCallStore]:
    """What Lea sees in the team's database."""
    folder = tmp_path / "none"
    engine = team.engine("lea")
    with SqlCallStore.on_engine(engine, name="The team database", calls_folder=folder) as store:
        yield store


def ids(store: SqlCallStore) -> list[str]:
    return [call.id for call in store.list_calls()]


def test_a_call_arrives_whole(sarah: Workstation, lead: SqlCallStore) -> None:
    sarah.add("20261122T101500-aa")
    assert sarah.sync() == SyncReport(sent=1)
    here, there = sarah.store.get_call("20261122T101500-aa"), lead.get_call("20261122T101500-aa")
    assert there.utterances == here.utterances
    assert there.cues == here.cues
    assert there.detections == here.detections
    assert there.promises == here.promises
    assert there.feelings == here.feelings
    assert there.overview.journal == ""
    assert there.overview.started_at == here.overview.started_at
    assert [c.id for c in lead.list_calls(CallFilter(text="refunds"))] == ["20261122T101500-aa"]


def test_nothing_is_sent_twice_and_changes_are_sent_again(
    sarah: Workstation, lead: SqlCallStore
) -> None:
    sarah.add("a", "b")
    assert sarah.sync().sent == 2
    assert sarah.sync() == SyncReport()
    sarah.store.settle_follow_up("a", 0)
    assert sarah.sync() == SyncReport(sent=1)
    assert sarah.sync() == SyncReport()
    assert sorted(ids(lead)) == ["a", "b"]


def test_calls_go_in_the_order_of_their_changes(sarah: Workstation, team: Team) -> None:
    sarah.add("c", "a", "b")
    sarah.store.settle_follow_up("c", 0)
    assert sarah.sync().sent == 3
    engine = open_postgres(team.url)
    with engine.connect() as connection:
        order = connection.scalars(text("SELECT id FROM calls ORDER BY saved_at, version"))
        assert list(order) == ["a", "b", "c"]
    engine.dispose()


def test_half_a_batch_goes_on_where_it_stopped(sarah: Workstation, lead: SqlCallStore) -> None:
    sarah.add("a", "b", "c", "d")
    first = sarah.sync(stop_after=3)
    assert first.sent == 2
    assert first.left == 2
    assert sorted(ids(lead)) == ["a", "b"]
    assert sarah.sync() == SyncReport(sent=2)


def test_a_server_that_is_gone_for_a_week_loses_nothing(
    sarah: Workstation, lead: SqlCallStore, tmp_path: Path
) -> None:
    gone = open_postgres(URL.create("postgresql+psycopg", "sarah", query={"host": str(tmp_path)}))
    for day in range(7):
        sarah.add(f"202611{day + 10}T090000-aa")
        report = sarah.sync(team=gone)
        assert report.sent == 0
        assert "cannot be reached" in report.trouble
    status = sync_status(sarah.store._engine, "x", target_of(gone.url))
    assert status.waiting == 7
    assert "cannot be reached" in status.last_trouble
    assert status.last_at is None
    gone.dispose()
    assert sarah.sync() == SyncReport(sent=7)
    assert len(ids(lead)) == 7
    status = sync_status(sarah.store._engine, "x", target_of(sarah.team.url))
    assert (status.waiting, status.last_at, status.last_trouble) == (0, NOW, "")


def test_an_answer_that_was_lost_does_not_store_a_call_twice(
    sarah: Workstation, team: Team
) -> None:
    sarah.add("a", "b")
    sarah.sync()
    with sarah.store._engine.begin() as connection:
        # As if the computer had died between the server's commit and its own.
        outbox.put_state(connection, target_of(sarah.team.url), "reached", "0")
    assert sarah.sync() == SyncReport(known=2)
    engine = open_postgres(team.url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM calls")) == 2
        assert connection.scalar(text("SELECT count(*) FROM utterances")) == 8
    engine.dispose()


_SENDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.sync import DatabaseSync

class Key:
    def database_key(self):
        return bytes(32)

home, url = Path(sys.argv[1]), sys.argv[2]
with SqlCallStore(home / "calls.db", Key()) as store:
    sync = DatabaseSync(store._engine, open_postgres(url), local_name="x", shares="transcripts",
                        now=lambda: datetime.now(UTC))
    def tell():
        print("next", flush=True)
        return False
    sync.run(tell)
"""


def test_a_sender_killed_at_any_moment_loses_and_doubles_nothing(
    sarah: Workstation, lead: SqlCallStore
) -> None:
    calls = [f"20261122T1015{number:02d}-aa" for number in range(24)]
    sarah.add(*calls)
    sarah.store.close()
    address = sarah.team.url.render_as_string(hide_password=False)
    arguments = [sys.executable, "-c", _SENDER, str(sarah.home), address]
    for kills in range(4):
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=Path.cwd()) as sender:
            assert sender.stdout is not None
            for _ in range(3 + kills):
                sender.stdout.readline()
            os.kill(sender.pid, signal.SIGKILL)
    with SqlCallStore(sarah.home / "calls.db", FixedKey()) as store:
        sarah.store = store
        report = sarah.sync()
    assert report.left == 0
    assert sorted(ids(lead)) == calls
    assert all(len(lead.get_call(call).utterances) == 4 for call in calls)


@pytest.mark.parametrize(
    "call", ["19700101T000000-aa", "20990101T000000-aa", "99999999T999999-aa", "no-date-at-all"]
)
def test_a_wrong_clock_keeps_no_call_out(sarah: Workstation, lead: SqlCallStore, call: str) -> None:
    sarah.store.save_call(write_call(sarah.home, call, started_at="1970-01-01T00:00:00+00:00"))
    sarah.add("20261122T101500-aa")
    assert sarah.sync() == SyncReport(sent=2)
    assert {call, "20261122T101500-aa"} == set(ids(lead))
    assert lead.get_call(call).utterances == sarah.store.get_call(call).utterances


def test_the_first_calls_of_a_month_may_come_together(
    sarah: Workstation, team: Team, lead: SqlCallStore, tmp_path: Path
) -> None:
    sam = Workstation(tmp_path / "sam", team, "sam")
    sarah.add("20260901T101500-aa")
    sam.add("20260901T101500-bb")
    owner = open_postgres(team.url)
    reports: list[SyncReport] = []
    senders = [
        threading.Thread(target=lambda computer=computer: reports.append(computer.sync()))
        for computer in (sarah, sam)
    ]
    with owner.connect() as holder:
        holder.execute(text("SELECT pg_advisory_lock(7239104552)"))
        for sender in senders:
            sender.start()
        waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        deadline = time.monotonic() + 60
        while holder.scalar(waiting) < 2 and time.monotonic() < deadline:
            holder.rollback()
        holder.execute(text("SELECT pg_advisory_unlock(7239104552)"))
    for sender in senders:
        sender.join(60)
    owner.dispose()
    sam.close()
    assert reports == [SyncReport(sent=1), SyncReport(sent=1)]
    assert sorted(ids(lead)) == ["20260901T101500-aa", "20260901T101500-bb"]


def test_two_computers_with_one_id_keep_both_calls(
    sarah: Workstation, team: Team, lead: SqlCallStore, tmp_path: Path
) -> None:
    sam = Workstation(tmp_path / "sam", team, "sam")
    sarah.add("same", "mine")
    sarah.sync()
    sam.store.save_call(write_call(sam.home, "same", name="Other Caller"))
    sam.add("other")
    report = sam.sync()
    assert (report.sent, report.failed, report.left) == (1, 1, 0)
    problems = sync_status(sam.store._engine, "x", target_of(sam.team.url)).problems
    assert list(problems) == ["same"]
    assert "Another computer" in problems["same"]
    assert lead.get_call("same").overview.customer_name == "David Miller"
    assert sam.store.get_call("same").overview.customer_name == "Other Caller"
    sam.close()


def test_a_computer_put_back_from_a_backup_sends_what_it_then_changes(
    sarah: Workstation, lead: SqlCallStore, tmp_path: Path
) -> None:
    sarah.add("a")
    sarah.store.close()
    shutil.copy(sarah.home / "calls.db", tmp_path / "backup.db")
    sarah.store = SqlCallStore(sarah.home / "calls.db", FixedKey())
    for _ in range(3):
        sarah.store.settle_follow_up("a", 0)
        sarah.sync()
    sarah.store.close()
    shutil.copy(tmp_path / "backup.db", sarah.home / "calls.db")
    sarah.store = SqlCallStore(sarah.home / "calls.db", FixedKey())
    sarah.store.desk.add_comment("a", "from the old state", "Sarah")
    assert sarah.sync().left == 0
    assert [each.text for each in lead.desk.comments("a")] == ["from the old state"]


@pytest.mark.parametrize("where", ["workstation", "team"])
def test_totals_carry_no_word_that_anybody_said(
    sarah: Workstation, team: Team, lead: SqlCallStore, where: str
) -> None:
    if where == "workstation":
        sarah.shares = "totals"
    else:
        admin = open_postgres(team.url)
        set_shares(admin, "totals")
        admin.dispose()
    sarah.add("20261122T101500-aa")
    assert sarah.sync().sent == 1
    call = lead.get_call("20261122T101500-aa")
    assert (call.overview.duration_ms, call.overview.cues_heeded) == (20_000, 1)
    assert (call.cues[0].rule, call.cues[0].ending) == ("dead_end", "heeded")
    engine = open_postgres(team.url)
    with engine.connect() as connection:
        tables = connection.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        )
        said = "".join(
            str(connection.execute(text(f'SELECT * FROM "{table}"')).all()) for table in tables
        )
    engine.dispose()
    for word in ("refunds", "internet", "Miller", "0142", "router", "David", "billing", "four"):
        assert word not in said


def test_a_team_that_shares_nothing_gets_nothing(sarah: Workstation, lead: SqlCallStore) -> None:
    sarah.shares = "nothing"
    sarah.add("a")
    report = sarah.sync()
    assert (report.sent, report.left) == (0, 1)
    assert "nothing leaves this computer" in report.trouble
    assert ids(lead) == []


def test_comments_and_marks_of_leads_come_back(sarah: Workstation, lead: SqlCallStore) -> None:
    sarah.add("a", "b")
    sarah.sync()
    lead.get_call("a")
    comment = lead.desk.add_comment("a", "name the feeling", "Lea", at=3000)
    lead.mark_cue("a", 0, is_right=False, by="Lea")
    lead.desk.coach("a", is_coached=True, by="Lea")
    assert sarah.sync() == SyncReport(fetched=3)
    assert sarah.store.desk.comments("a") == (comment,)
    assert sarah.store.desk.status("a").coached_by == "Lea"
    assert [m.origin for m in sarah.store.get_call("a").marks] == ["lead"]
    assert sarah.sync() == SyncReport()
    sarah.store.desk.add_comment(
        "a", "she hung up", "Sarah", kind=CommentKind.DISPUTE, answers=comment.id
    )
    assert sarah.sync() == SyncReport(sent=1)
    assert [(c.by, c.kind) for c in lead.desk.comments("a")] == [
        ("Lea", CommentKind.COMMENT),
        ("Sarah", CommentKind.DISPUTE),
    ]


def test_a_call_deleted_here_before_it_was_sent_is_not_sent(
    sarah: Workstation, lead: SqlCallStore
) -> None:
    sarah.add("a", "b")
    sarah.store.delete_call("a")
    assert sarah.sync() == SyncReport(sent=1)
    assert ids(lead) == ["b"]


def test_somebody_who_left_can_send_nothing(sarah: Workstation, team: Team) -> None:
    admin = open_postgres(team.url)
    with admin.begin() as connection:
        connection.execute(text("DELETE FROM people WHERE login = 'sarah'"))
    sarah.add("a")
    report = sarah.sync()
    assert report.left == 1
    assert "does not know this login" in report.trouble
    admin.dispose()
