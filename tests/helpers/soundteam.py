"""A computer that sends sound to a team, and a client of somebody's own making."""

import hashlib
from pathlib import Path

import psycopg
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from assist.store import outbox
from assist.store.database import open_postgres
from assist.store.sync import DatabaseSync, SyncReport
from assist.store.team import set_shares
from tests.helpers.keptsound import Recorder, side, stop_after
from tests.helpers.teamdatabase import NOW, Team, Workstation, ask

A, B = "20261122T101500-aa", "20261122T111500-bb"
UNTIL_SOUND = 4
"""Asked whether to stop: before, between and behind the one call, and before its sound."""


class SoundWorkstation(Workstation):
    """Somebody's computer with calls whose sound was kept."""

    def __init__(self, home: Path, team: Team, login: str, shares: str = "audio") -> None:
        super().__init__(home, team, login, shares)
        self.recorder = Recorder()

    def record(self, call: str, seed: int = 1) -> None:
        """Keep a call with its sound."""
        self.add(call)
        self.recorder.keep(self.store, call, seed)

    def send(self, count: int = 10**6) -> SyncReport:
        """Send calls and sound; stop when asked for the `count`th time whether to."""
        sync = DatabaseSync(
            self.store.engine,
            self.team,
            local_name="The calls database",
            shares=self.shares,
            now=lambda: NOW,
            read_sound=self.recorder.read,
        )
        return sync.run(stop_after(count))


def set_limit(team: Team, shares: str) -> None:
    admin = open_postgres(team.url)
    set_shares(admin, shares)
    admin.dispose()


def everything(team: Team) -> list[tuple[str, int, int, bytes]]:
    """What lies in the database, whoever may see it."""
    admin = open_postgres(team.url)
    with admin.connect() as connection:
        query = text("SELECT call_id, side, number, content FROM sound_chunks ORDER BY 1, 2, 3")
        rows = [(r[0], r[1], r[2], bytes(r[3])) for r in connection.execute(query)]
    admin.dispose()
    return rows


def put_sound(
    computer: SoundWorkstation,
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
