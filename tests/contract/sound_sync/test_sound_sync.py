"""Kept sound gets to the team's database whole and once, whatever breaks."""

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from assist.store import outbox
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.sounds import CHUNK
from assist.store.sync import SyncReport, sync_status, target_of
from tests.helpers.keptsound import fetched, side
from tests.helpers.soundteam import (
    UNTIL_SOUND,
    A,
    B,
    SoundWorkstation,
    everything,
)
from tests.helpers.teamdatabase import FixedKey, Team

pytestmark = pytest.mark.postgres


def test_both_sides_arrive_whole_after_their_call(
    sarah: SoundWorkstation, lead: SqlCallStore
) -> None:
    sarah.record(A)
    assert sarah.send() == SyncReport(sent=1, sounds=1)
    lead.get_call(A)
    assert fetched(lead.shelf, A) == [side(2).content, side(3).content]
    first, second = lead.shelf.sides(A)
    assert (first.peaks, second.peaks) == (side(2).peaks, side(3).peaks)
    assert (first.step_ms, first.count) == (50, 3)
    assert first.digest == hashlib.sha256(side(2).content).hexdigest()


def test_sound_is_sent_once_and_anew_only_when_it_is_another(
    sarah: SoundWorkstation, lead: SqlCallStore, team: Team
) -> None:
    sarah.record(A)
    sarah.send()
    before = everything(team)
    assert sarah.send() == SyncReport()
    sarah.store.settle_follow_up(A, 0)
    assert sarah.send() == SyncReport(sent=1)
    assert everything(team) == before
    sarah.recorder.keep(sarah.store, A, 7, size=CHUNK)
    assert sarah.send() == SyncReport(known=1, sounds=1)
    lead.get_call(A)
    assert fetched(lead.shelf, A) == [side(14, CHUNK).content, side(15, CHUNK).content]
    assert len(everything(team)) == 2


def test_calls_do_not_wait_for_sound(
    sarah: SoundWorkstation, lead: SqlCallStore, team: Team
) -> None:
    sarah.record(A)
    sarah.record(B, seed=5)
    report = sarah.send(count=UNTIL_SOUND + 1)
    assert (report.sent, report.left, report.sounds, report.sounds_left) == (2, 0, 0, 2)
    assert {call.id for call in lead.list_calls()} == {A, B}


@pytest.mark.parametrize("pieces", [0, 1, 3, 4, 6])
def test_a_connection_that_breaks_goes_on_behind_the_last_piece(
    sarah: SoundWorkstation, lead: SqlCallStore, team: Team, pieces: int
) -> None:
    sarah.record(A)
    sarah.send(count=UNTIL_SOUND + pieces)
    arrived = everything(team)
    assert len(arrived) == pieces
    lead.get_call(A)
    if pieces < 6:
        assert lead.shelf.sides(A) == (), "half a sound is none"
    report = sarah.send()
    assert (report.sounds, report.sounds_left) == (int(pieces < 6), 0)
    assert everything(team)[: len(arrived)] == arrived
    assert fetched(lead.shelf, A) == [side(2).content, side(3).content]


def test_an_answer_that_was_lost_doubles_no_piece(sarah: SoundWorkstation, team: Team) -> None:
    sarah.record(A)
    sarah.send()
    before = everything(team)
    with sarah.store.engine.begin() as connection:
        # As if the computer had died between the server's commit and its own.
        target = outbox.sounds_of(target_of(sarah.team.url))
        outbox.put_state(connection, target, "reached", "0")
    assert sarah.send() == SyncReport()
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
    sarah: SoundWorkstation, lead: SqlCallStore, team: Team
) -> None:
    sarah.record(A)
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
    assert sarah.send().sounds_left == 0
    lead.get_call(A)
    assert fetched(lead.shelf, A) == [side(2).content, side(3).content]
    assert len(everything(team)) == 6


def test_a_server_that_is_gone_keeps_the_sound_waiting(
    sarah: SoundWorkstation, lead: SqlCallStore, team: Team, tmp_path: Path
) -> None:
    sarah.record(A)
    assert sarah.send(count=UNTIL_SOUND).sounds_left == 1
    here, sarah.team = sarah.team, open_postgres(f"postgresql+psycopg://sarah@/x?host={tmp_path}")
    for _ in range(7):
        assert "cannot be reached" in sarah.send().trouble
    sarah.team.dispose()
    sarah.team = here
    status = sync_status(sarah.store.engine, "x", target_of(here.url))
    assert (status.waiting, status.sounds_waiting) == (0, 1)
    assert sarah.send() == SyncReport(sounds=1)
    assert sync_status(sarah.store.engine, "x", target_of(here.url)).sounds_waiting == 0


def test_two_computers_with_one_id_do_not_mix_their_sound(
    sarah: SoundWorkstation, team: Team, lead: SqlCallStore, tmp_path: Path
) -> None:
    sarah.record(A)
    sarah.send()
    sam = SoundWorkstation(tmp_path / "sam", team, "sam")
    sam.record(A, seed=9)
    report = sam.send()
    assert (report.failed, report.sounds) == (1, 0)
    sam.close()
    lead.get_call(A)
    assert fetched(lead.shelf, A) == [side(2).content, side(3).content]


@pytest.mark.parametrize("call", ["19700101T000000-aa", "20990101T000000-aa", "no-date-at-all"])
def test_a_wrong_clock_keeps_no_sound_out(
    sarah: SoundWorkstation, lead: SqlCallStore, call: str
) -> None:
    sarah.record(call)
    assert sarah.send() == SyncReport(sent=1, sounds=1)
    lead.get_call(call)
    assert fetched(lead.shelf, call) == [side(2).content, side(3).content]


def test_sound_goes_with_its_call(sarah: SoundWorkstation, team: Team) -> None:
    sarah.record(A)
    sarah.record(B, seed=5)
    sarah.send()
    admin = open_postgres(team.url)
    with admin.begin() as connection:
        connection.execute(text("DELETE FROM calls WHERE id = :call"), {"call": A})
    with admin.connect() as connection:
        left = connection.scalars(text("SELECT DISTINCT call_id FROM sounds")).all()
    admin.dispose()
    assert left == [B]
    assert {row[0] for row in everything(team)} == {B}


def test_sound_of_a_call_that_was_deleted_there_is_not_sent(
    sarah: SoundWorkstation, team: Team
) -> None:
    sarah.record(A)
    sarah.send(count=UNTIL_SOUND)
    admin = open_postgres(team.url)
    with admin.begin() as connection:
        connection.execute(text("DELETE FROM calls"))
    admin.dispose()
    assert sarah.send() == SyncReport()
    assert everything(team) == []


def test_a_month_of_sound_is_a_partition_and_is_not_compressed(
    sarah: SoundWorkstation, team: Team
) -> None:
    sarah.record(A)
    sarah.send()
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
