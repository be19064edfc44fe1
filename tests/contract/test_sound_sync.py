"""Kept sound gets to the team's database whole and once, and only whoever may hear it does."""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from assist.store import outbox
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.sounds import CHUNK
from assist.store.sync import DatabaseSync, SyncReport, sync_status, target_of
from assist.store.team import looks, set_shares
from tests.contract.conftest import Team, new_team
from tests.contract.test_sync import NOW, FixedKey
from tests.contract.test_team_rights import ask, is_refused
from tests.helpers.finished_calls import write_call
from tests.helpers.keptsound import Recorder, fetched, side, stop_after

pytestmark = pytest.mark.postgres

UNTIL_SOUND = 4
"""Asked whether to stop: before, between and behind the one call, and before its sound."""
A, B = "20261122T101500-aa", "20261122T111500-bb"


class Workstation:
    """Somebody's computer with calls whose sound was kept."""

    def __init__(self, home: Path, team: Team, login: str, shares: str = "audio") -> None:
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self.store = SqlCallStore(home / "calls.db", FixedKey())
        self.team = team.engine(login)
        self.shares = shares
        self.recorder = Recorder()

    def add(self, call: str, seed: int = 1) -> None:
        self.store.save_call(write_call(self.home, call))
        self.recorder.keep(self.store, call, seed)

    def sync(self, count: int = 10**6) -> SyncReport:
        sync = DatabaseSync(
            self.store.engine,
            self.team,
            local_name="The calls database",
            shares=self.shares,
            now=lambda: NOW,
            read_sound=self.recorder.read,
        )
        return sync.run(stop_after(count))

    def close(self) -> None:
        self.store.close()
        self.team.dispose()


@pytest.fixture(scope="module")
def team(postgres_url: URL, team_template: str) -> Iterator[Team]:
    """One database for all tests here: making one costs more than most of them."""
    with new_team(postgres_url, team_template, "team_sound") as made:
        yield made


@pytest.fixture(autouse=True)
def empty_team(team: Team) -> None:
    """Each test begins without calls and looks, and with the team's own limit at its widest."""
    admin = open_postgres(team.url)
    with admin.begin() as connection:
        connection.execute(text("DELETE FROM calls"))
        connection.execute(text("TRUNCATE looks"))
    admin.dispose()
    set_limit(team, "audio")


def set_limit(team: Team, shares: str) -> None:
    admin = open_postgres(team.url)
    set_shares(admin, shares)
    admin.dispose()


@pytest.fixture
def sarah(team: Team, tmp_path: Path) -> Iterator[Workstation]:
    computer = Workstation(tmp_path / "sarah", team, "sarah")
    yield computer
    computer.close()


@pytest.fixture
def lead(team: Team, tmp_path: Path) -> Iterator[SqlCallStore]:
    engine = team.engine("lea")
    folder = tmp_path / "none"
    with SqlCallStore.on_engine(engine, name="The team database", calls_folder=folder) as store:
        yield store


def everything(team: Team) -> list[tuple[str, int, int, bytes]]:
    """What lies in the database, whoever may see it."""
    admin = open_postgres(team.url)
    with admin.connect() as connection:
        query = text("SELECT call_id, side, number, content FROM sound_chunks ORDER BY 1, 2, 3")
        rows = [(r[0], r[1], r[2], bytes(r[3])) for r in connection.execute(query)]
    admin.dispose()
    return rows


def test_both_sides_arrive_whole_after_their_call(sarah: Workstation, lead: SqlCallStore) -> None:
    sarah.add(A)
    assert sarah.sync() == SyncReport(sent=1, sounds=1)
    lead.get_call(A)
    assert fetched(lead.shelf, A) == [side(2).content, side(3).content]
    first, second = lead.shelf.sides(A)
    assert (first.peaks, second.peaks) == (side(2).peaks, side(3).peaks)
    assert (first.step_ms, first.count) == (50, 3)
    assert first.digest == hashlib.sha256(side(2).content).hexdigest()


def test_sound_is_sent_once_and_anew_only_when_it_is_another(
    sarah: Workstation, lead: SqlCallStore, team: Team
) -> None:
    sarah.add(A)
    sarah.sync()
    before = everything(team)
    assert sarah.sync() == SyncReport()
    sarah.store.settle_follow_up(A, 0)
    assert sarah.sync() == SyncReport(sent=1)
    assert everything(team) == before
    sarah.recorder.keep(sarah.store, A, 7, size=CHUNK)
    assert sarah.sync() == SyncReport(known=1, sounds=1)
    lead.get_call(A)
    assert fetched(lead.shelf, A) == [side(14, CHUNK).content, side(15, CHUNK).content]
    assert len(everything(team)) == 2


def test_calls_do_not_wait_for_sound(sarah: Workstation, lead: SqlCallStore, team: Team) -> None:
    sarah.add(A)
    sarah.add(B, seed=5)
    report = sarah.sync(count=UNTIL_SOUND + 1)
    assert (report.sent, report.left, report.sounds, report.sounds_left) == (2, 0, 0, 2)
    assert {call.id for call in lead.list_calls()} == {A, B}


@pytest.mark.parametrize("pieces", [0, 1, 3, 4, 6])
def test_a_connection_that_breaks_goes_on_behind_the_last_piece(
    sarah: Workstation, lead: SqlCallStore, team: Team, pieces: int
) -> None:
    sarah.add(A)
    sarah.sync(count=UNTIL_SOUND + pieces)
    arrived = everything(team)
    assert len(arrived) == pieces
    lead.get_call(A)
    if pieces < 6:
        assert lead.shelf.sides(A) == (), "half a sound is none"
    report = sarah.sync()
    assert (report.sounds, report.sounds_left) == (int(pieces < 6), 0)
    assert everything(team)[: len(arrived)] == arrived
    assert fetched(lead.shelf, A) == [side(2).content, side(3).content]


def test_an_answer_that_was_lost_doubles_no_piece(sarah: Workstation, team: Team) -> None:
    sarah.add(A)
    sarah.sync()
    before = everything(team)
    with sarah.store.engine.begin() as connection:
        # As if the computer had died between the server's commit and its own.
        target = outbox.sounds_of(target_of(sarah.team.url))
        outbox.put_state(connection, target, "reached", "0")
    assert sarah.sync() == SyncReport()
    assert everything(team) == before


_SENDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.sync import DatabaseSync
from tests.helpers.keptsound import side

class Key:
    def database_key(self):
        return bytes(32)

home, url = Path(sys.argv[1]), sys.argv[2]
with SqlCallStore(home / "calls.db", Key()) as store:
    sync = DatabaseSync(store.engine, open_postgres(url), local_name="x", shares="audio",
                        now=lambda: datetime.now(UTC), read_sound=lambda _: (side(2), side(3)))
    def tell():
        print("next", flush=True)
        return False
    sync.run(tell)
"""


def test_a_sender_killed_at_any_moment_loses_and_doubles_no_sound(
    sarah: Workstation, lead: SqlCallStore, team: Team
) -> None:
    sarah.add(A)
    sarah.store.close()
    address = sarah.team.url.render_as_string(hide_password=False)
    arguments = [sys.executable, "-c", _SENDER, str(sarah.home), address]
    for kills in (2, 4):
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=Path.cwd()) as sender:
            assert sender.stdout is not None
            for _ in range(2 + kills):
                sender.stdout.readline()
            os.kill(sender.pid, signal.SIGKILL)
    sarah.store = SqlCallStore(sarah.home / "calls.db", FixedKey())
    assert sarah.sync().sounds_left == 0
    lead.get_call(A)
    assert fetched(lead.shelf, A) == [side(2).content, side(3).content]
    assert len(everything(team)) == 6


def test_a_server_that_is_gone_keeps_the_sound_waiting(
    sarah: Workstation, lead: SqlCallStore, team: Team, tmp_path: Path
) -> None:
    sarah.add(A)
    assert sarah.sync(count=UNTIL_SOUND).sounds_left == 1
    here, sarah.team = sarah.team, open_postgres(f"postgresql+psycopg://sarah@/x?host={tmp_path}")
    for _ in range(7):
        assert "cannot be reached" in sarah.sync().trouble
    sarah.team.dispose()
    sarah.team = here
    status = sync_status(sarah.store.engine, "x", target_of(here.url))
    assert (status.waiting, status.sounds_waiting) == (0, 1)
    assert sarah.sync() == SyncReport(sounds=1)
    assert sync_status(sarah.store.engine, "x", target_of(here.url)).sounds_waiting == 0


@pytest.mark.parametrize("where", ["workstation", "team"])
@pytest.mark.parametrize("shares", ["nothing", "totals", "transcripts"])
def test_a_narrower_limit_lets_no_sound_out(
    sarah: Workstation, team: Team, lead: SqlCallStore, where: str, shares: str
) -> None:
    if where == "workstation":
        sarah.shares = shares
    else:
        set_limit(team, shares)
    sarah.add(A)
    sarah.sync()
    assert everything(team) == []
    assert ask(team, "lea", "SELECT call_id FROM sounds") == []
    assert sarah.recorder.reads == 0
    assert len(lead.list_calls()) == int(shares != "nothing")


def test_sound_of_calls_sent_under_a_narrower_limit_stays(sarah: Workstation, team: Team) -> None:
    sarah.shares = "transcripts"
    sarah.add(A)
    assert sarah.sync() == SyncReport(sent=1)
    sarah.shares = "audio"
    sarah.add(B, seed=5)
    assert sarah.sync() == SyncReport(sent=1, sounds=1)
    assert {row[0] for row in everything(team)} == {B}


def test_a_limit_that_narrows_while_sound_is_sent_holds_at_once(
    sarah: Workstation, team: Team
) -> None:
    sarah.add(A)
    sarah.sync(count=UNTIL_SOUND + 1)
    set_limit(team, "transcripts")
    assert "permission" in refusal(
        team, "sarah", put_sound(sarah, 1, side(2).content[CHUNK:][:CHUNK])
    )
    assert sarah.sync() == SyncReport()
    assert len(everything(team)) == 1


def put_sound(
    computer: Workstation,
    number: int,
    content: bytes,
    *,
    call: str = A,
    total: int = 0,
    which: int = 0,
) -> str:
    """The statement of a client that makes its own."""
    with computer.store.engine.begin() as connection:
        device = outbox.device(connection)
    digest = hashlib.sha256(side(2).content).hexdigest()
    size = total or len(side(2).content)
    return (
        f"SELECT public.put_sound('{call}', '{device}', {which}, {size}, '{digest}', {number}, "
        f"50, ''::bytea, '\\x{content.hex()}'::bytea)"
    )


def refusal(team: Team, login: str, statement: str) -> str:
    try:
        ask(team, login, statement)
    except DBAPIError as error:
        kind = type(error.orig)
        return "permission" if kind is psycopg.errors.InsufficientPrivilege else "unfit"
    return ""


def test_what_is_no_sound_or_too_large_is_refused(sarah: Workstation, team: Team) -> None:
    sarah.shares = "transcripts"
    sarah.add(A)
    sarah.sync()
    for number, length, total, which in (
        (0, CHUNK + 1, 0, 0),
        (0, CHUNK - 1, 0, 0),
        (0, 0, 0, 0),
        (0, CHUNK, 300 * 1024 * 1024, 0),
        (-1, CHUNK, 0, 0),
        (400_000_000, CHUNK, 0, 0),
        (0, CHUNK, 0, 2),
    ):
        statement = put_sound(sarah, number, bytes(length), total=total, which=which)
        assert refusal(team, "sarah", statement) == "unfit", (number, length, total, which)
    assert everything(team) == []


def test_a_piece_out_of_order_changes_nothing(sarah: Workstation, team: Team) -> None:
    sarah.shares = "transcripts"
    sarah.add(A)
    sarah.sync()
    content = side(2).content
    second = put_sound(sarah, 1, content[CHUNK : 2 * CHUNK])
    assert ask(team, "sarah", second) == [(0,)]
    first = put_sound(sarah, 0, content[:CHUNK])
    assert ask(team, "sarah", first) == [(CHUNK,)]
    assert ask(team, "sarah", first) == [(CHUNK,)]
    assert ask(team, "sarah", second) == [(2 * CHUNK,)]
    assert [row[:3] for row in everything(team)] == [(A, 0, 0), (A, 0, 1)]


def test_two_computers_with_one_id_do_not_mix_their_sound(
    sarah: Workstation, team: Team, lead: SqlCallStore, tmp_path: Path
) -> None:
    sarah.add(A)
    sarah.sync()
    sam = Workstation(tmp_path / "sam", team, "sam")
    sam.add(A, seed=9)
    report = sam.sync()
    assert (report.failed, report.sounds) == (1, 0)
    sam.close()
    lead.get_call(A)
    assert fetched(lead.shelf, A) == [side(2).content, side(3).content]


@pytest.mark.parametrize("call", ["19700101T000000-aa", "20990101T000000-aa", "no-date-at-all"])
def test_a_wrong_clock_keeps_no_sound_out(
    sarah: Workstation, lead: SqlCallStore, call: str
) -> None:
    sarah.add(call)
    assert sarah.sync() == SyncReport(sent=1, sounds=1)
    lead.get_call(call)
    assert fetched(lead.shelf, call) == [side(2).content, side(3).content]


def test_nobody_puts_sound_to_a_call_of_somebody_else(sarah: Workstation, team: Team) -> None:
    sarah.add(A)
    sarah.sync()
    before = everything(team)
    for login in ("sam", "rita", "lea"):
        assert ask(team, login, put_sound(sarah, 0, bytes(CHUNK))) == [(-1,)]
    assert is_refused(team, "ada", put_sound(sarah, 0, bytes(CHUNK)))
    for login in ("sarah", "lea"):
        assert is_refused(team, login, "DELETE FROM sound_chunks")
        assert is_refused(team, login, "UPDATE sounds SET held = 0")
        assert is_refused(team, login, "INSERT INTO sounds SELECT * FROM sounds")
    assert everything(team) == before


def test_hearing_is_for_the_agent_and_leads_of_the_team_and_in_the_log(
    sarah: Workstation, lead: SqlCallStore, team: Team
) -> None:
    sarah.add(A)
    sarah.sync()
    count = "SELECT count(*) FROM sound_chunks"
    assert ask(team, "sarah", count) == [(6,)]
    assert ask(team, "lea", count) == [(0,)]
    lead.get_call(A)
    assert ask(team, "lea", count) == [(0,)], "reading a call is not hearing it"
    assert len(lead.shelf.sides(A)) == 2, "how loud it was is shown with the words"
    lead.shelf.listen(A)
    assert ask(team, "lea", count) == [(6,)]
    for login in ("sam", "rita", "rob"):
        ask(team, login, f"SELECT public.look_at('{A}')")
        ask(team, login, f"SELECT public.listen_to('{A}')")
        assert ask(team, login, count) == [(0,)]
        assert ask(team, login, "SELECT count(*) FROM sounds") == [(0,)]
    assert is_refused(team, "ada", count)
    assert is_refused(team, "ada", f"SELECT public.listen_to('{A}')")
    assert is_refused(team, "lea", "SELECT * FROM sound_chunks_202611")
    with_sarah = team.engine("sarah")
    assert [(look.who, look.what) for look in looks(with_sarah)] == [
        ("Lea", "sound"),
        ("Lea", "open"),
    ]
    with_sarah.dispose()


def test_sound_goes_with_its_call(sarah: Workstation, team: Team) -> None:
    sarah.add(A)
    sarah.add(B, seed=5)
    sarah.sync()
    admin = open_postgres(team.url)
    with admin.begin() as connection:
        connection.execute(text("DELETE FROM calls WHERE id = :call"), {"call": A})
    with admin.connect() as connection:
        left = connection.scalars(text("SELECT DISTINCT call_id FROM sounds")).all()
    admin.dispose()
    assert left == [B]
    assert {row[0] for row in everything(team)} == {B}


def test_sound_of_a_call_that_was_deleted_there_is_not_sent(sarah: Workstation, team: Team) -> None:
    sarah.add(A)
    sarah.sync(count=UNTIL_SOUND)
    admin = open_postgres(team.url)
    with admin.begin() as connection:
        connection.execute(text("DELETE FROM calls"))
    admin.dispose()
    assert sarah.sync() == SyncReport()
    assert everything(team) == []


def test_a_month_of_sound_is_a_partition_and_is_not_compressed(
    sarah: Workstation, team: Team
) -> None:
    sarah.add(A)
    sarah.sync()
    admin = open_postgres(team.url)
    with admin.connect() as connection:
        where = text("SELECT DISTINCT tableoid::regclass::text FROM sound_chunks")
        assert connection.scalars(where).all() == ["sound_chunks_202611"]
        kept = text(
            "SELECT attstorage FROM pg_attribute "
            "WHERE attrelid = 'sound_chunks_202611'::regclass AND attname = 'content'"
        )
        assert connection.scalar(kept) in ("e", b"e")
    admin.dispose()
