"""Kept sound on its way to one PostgreSQL on this computer: how fast, how large, at what cost.

    python -m tests.benchmarks.sound_sync [CALLS] [SENDERS]

Sound is noise, which FLAC cannot make smaller: what is sent is as large as a call of six minutes is
(`SIDE`), and what the database makes of it does not depend on what it is.
"""

import os
import queue
import sys
import tempfile
import threading
import time
from pathlib import Path

from sqlalchemy import text

from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.outbox import device
from assist.store.sound_sync import put_piece
from assist.store.sounds import SoundSide, digest_of_sound, pieces
from assist.store.sync import DatabaseSync
from assist.store.team import Person, add_person, init_team, set_shares
from tests.benchmarks.measure import percentile
from tests.benchmarks.search import FixedKey
from tests.helpers import postgres
from tests.helpers.finished_calls import write_call
from tests.helpers.teamdatabase import NOW

SIDE = 3_000_000
"""Bytes of a side of six minutes: see docs/scale.md."""
MEGA = 1_000_000


def server_seconds() -> float:
    """Processor time of all PostgreSQL processes of this computer."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="ascii", errors="replace")
        except OSError:
            continue
        if "(postgres)" in fields:
            user, system, child_user, child_system = fields.rsplit(")", 1)[1].split()[11:15]
            total += int(user) + int(system) + int(child_user) + int(child_system)
    return total / os.sysconf("SC_CLK_TCK")


def main(count: int, senders: int) -> None:
    side = SoundSide(content=os.urandom(SIDE), step_ms=50, peaks=os.urandom(7_200))
    digest = digest_of_sound(side)
    with postgres.postgres_server() as url, tempfile.TemporaryDirectory() as folder:
        admin = open_postgres(url)
        init_team(admin)
        set_shares(admin, "audio")
        add_person(admin, Person(login="sarah", name="Sarah", team="blue"), "")
        calls = [f"20261122T{number:06d}-aa" for number in range(count)]
        here = open_postgres(url.set(username="sarah"))
        with SqlCallStore(Path(folder) / "calls.db", FixedKey()) as store:
            for call in calls:
                store.save_call(write_call(Path(folder), call))
            sync = DatabaseSync(
                store.engine, here, local_name="x", shares="transcripts", now=lambda: NOW
            )
            assert sync.run().sent == count
            with store.engine.begin() as connection:
                name = device(connection)
        here.dispose()
        waiting: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        for job in [*calls, *[None] * senders]:
            waiting.put(job)
        took: list[float] = []

        def send() -> None:
            engine = open_postgres(url.set(username="sarah"))
            while (each := waiting.get()) is not None:
                for number in (0, 1):
                    for piece in pieces(each, number, side, digest, 0):
                        begun = time.perf_counter()
                        with engine.begin() as connection:
                            put_piece(connection, piece, name)
                        took.append(time.perf_counter() - begun)
            engine.dispose()

        begun, busy = time.perf_counter(), server_seconds()
        threads = [threading.Thread(target=send) for _ in range(senders)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds, busy = time.perf_counter() - begun, server_seconds() - busy
        with admin.connect() as connection:
            held = float(connection.scalar(text("SELECT sum(held) FROM sounds")) or 0)
            disk = connection.scalar(
                text(
                    "SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits "
                    "WHERE inhparent IN ('sound_chunks'::regclass, 'sounds'::regclass)"
                )
            )
        admin.dispose()
    assert held == 2 * SIDE * count
    print(f"{count} calls, {held / MEGA:.0f} MB in {seconds:.1f} s by {senders} senders:")
    print(f"  {60 * count / seconds:.0f} calls a minute, {held / MEGA / seconds:.1f} MB/s")
    print(
        f"  a piece p50 {1e3 * percentile(took, 50):.0f} ms, p95 {1e3 * percentile(took, 95):.0f}"
    )
    print(f"  disk {float(disk or 0) / held:.3f} of what was sent")
    print(f"  server {1e3 * busy / count:.0f} ms of processor a call")


if __name__ == "__main__":
    main(*(int(each) for each in (sys.argv[1:] + ["200", "8"][len(sys.argv) - 1 :])))
