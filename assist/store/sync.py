"""Sends finished calls to the team's database, and fetches what leads wrote about them.

A call is sent in one transaction and crossed out here afterwards. Whatever breaks in between, it is
sent again, and the database knows by its digest that it has it: every call arrives once. Nothing
depends on either clock. Sound follows when no call waits (`sound_sync`).
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Engine, Table, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError

from assist.store import desk_schema, outbox, schema
from assist.store.database import explained, writing
from assist.store.desk_rows import merge
from assist.store.documents import (
    AUDIO,
    NOTHING,
    Document,
    digest_of,
    document_of,
    least,
    typed_rows,
)
from assist.store.errors import StoreError, UnfitCallError
from assist.store.sound_sync import SoundSender, held_in, pass_over, put_piece
from assist.store.sounds import ReadSound, SoundPiece
from assist.store.team import NAME, is_set_up

_BATCH = 50
_ATTEMPTS = 4
_TRY_AGAIN = ("40001", "40P01", "55P03")
"""What PostgreSQL answers when two transactions were in each other's way."""
TAKES_SOUND = "takes_sound"
"""Under which it is remembered that sound was sent to a target last time."""
_Answer = TypeVar("_Answer")
_SHARED = {table.name: table for table in (*desk_schema.SHARED, schema.marks)}

_CONFLICT = (
    "Another computer has sent another call under this id; this one stays on this computer alone."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """What one run did. `known` calls had arrived before, without this computer knowing.

    `fetched` counts comments, marks and the like by others; `left` are calls still to be sent, and
    `trouble` says why they are. `sounds` counts calls whose sound arrived, `sounds_left` those
    whose sound is still to be sent.
    """

    sent: int = 0
    known: int = 0
    failed: int = 0
    fetched: int = 0
    left: int = 0
    trouble: str = ""
    sounds: int = 0
    sounds_left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncStatus:
    """How things stand with a target. `problems` has calls that cannot be sent, and why."""

    waiting: int
    last_at: datetime | None
    last_trouble: str
    problems: dict[str, str]
    sounds_waiting: int = 0


Now = Callable[[], datetime]


class _Unreachable(Exception):
    """The team's database cannot be used now; says why in a sentence."""


class DatabaseSync:
    """Between a workstation's store and the team's database; used by one thread at a time."""

    def __init__(
        self,
        local: Engine,
        team: Engine,
        *,
        local_name: str,
        shares: str,
        now: Now,
        read_sound: ReadSound | None = None,
    ) -> None:
        self._local = local
        self._team = team
        self._local_name = local_name
        self._shares = shares
        self._now = now
        self._target = target_of(team.url)
        self._device = ""
        self._read_sound = read_sound

    def run(self, should_stop: Callable[[], bool] = lambda: False) -> SyncReport:
        """Fetch, then send until nothing is left, the network breaks or `should_stop` says so.

        Never raises for what the network or the team's database does: the report has it.
        """
        sent = known = failed = fetched = sounds = 0
        trouble = ""
        with explained(self._local_name), writing(self._local) as connection:
            self._device = outbox.device(connection)
        try:
            fetched, shares, agent = self._fetch()
            if shares == NOTHING:
                trouble = "The team shares no calls: nothing leaves this computer."
            while shares != NOTHING and not should_stop():
                with self._reading() as connection:
                    batch = outbox.waiting(connection, self._target, _BATCH)
                if not batch:
                    break
                for each in batch:
                    if should_stop():
                        break
                    result = self._send(each, shares, agent)
                    sent += result == "stored"
                    known += result == "known"
                    failed += result in ("conflict", "unfit")
            for _ in self._send_sounds(shares, should_stop):
                sounds += 1
        except _Unreachable as error:
            trouble = str(error)
        with explained(self._local_name), writing(self._local) as connection:
            outbox.put_state(connection, self._target, "last_trouble", trouble)
            if not trouble:
                moment = self._now().isoformat(timespec="seconds")
                outbox.put_state(connection, self._target, "last_at", moment)
            left = outbox.count_waiting(connection, self._target)
            waits = sounds_waiting(connection, self._target)
        return SyncReport(
            sent=sent,
            known=known,
            failed=failed,
            fetched=fetched,
            left=left,
            trouble=trouble,
            sounds=sounds,
            sounds_left=waits,
        )

    # --- out -------------------------------------------------------------------------------------

    def _send(self, each: outbox.Waiting, shares: str, agent: str) -> str:
        with self._reading() as connection:
            document = document_of(connection, each.call_id, shares, agent)
        if document is None:  # deleted meanwhile
            return self._cross_out(each, "gone", "")
        try:
            answer = self._put(document, each.position)
        except UnfitCallError as error:
            return self._cross_out(each, "unfit", str(error))
        if answer.startswith("behind:"):
            # This computer was put back from a backup: it counts from before what it sent then.
            with explained(self._local_name), writing(self._local) as connection:
                outbox.touch(connection, each.call_id, above=int(answer.partition(":")[2]))
            return "behind"
        return self._cross_out(each, answer, _CONFLICT if answer == "conflict" else "")

    def _put(self, document: Document, version: int) -> str:
        envelope = {
            **document,
            "device": self._device,
            "version": version,
            "digest": digest_of(document),
        }
        body = msgspec.json.encode(envelope).decode().replace("\\u0000", "")
        query = text("SELECT public.put_call(CAST(:document AS jsonb))")

        def put() -> str:
            with self._team.begin() as connection:
                return str(connection.execute(query, {"document": body}).scalar_one())

        try:
            return _patiently(put)
        except UnfitCallError:
            # Another run on this computer may have sent it at this very moment: then it is known.
            return _patiently(put)

    def _cross_out(self, each: outbox.Waiting, result: str, problem: str) -> str:
        with explained(self._local_name), writing(self._local) as connection:
            outbox.note_problem(connection, each.call_id, problem)
            outbox.set_reached(connection, self._target, each.position)
        return result

    def _send_sounds(self, shares: str, should_stop: Callable[[], bool]) -> Iterable[str]:
        """The sound of what has arrived, where the team takes it and may have it."""
        takes_sound = shares == AUDIO and self._read_sound is not None
        with explained(self._local_name), writing(self._local) as connection:
            outbox.put_state(connection, self._target, TAKES_SOUND, "yes" if takes_sound else "")
            if not takes_sound:
                pass_over(connection, self._target)
        if not takes_sound or self._read_sound is None:
            return ()
        sender = SoundSender(
            local=self._local,
            local_name=self._local_name,
            target=self._target,
            read_sound=self._read_sound,
            held=lambda call_id: _patiently(lambda: self._held(call_id)),
            put=lambda piece: _patiently(lambda: self._put_piece(piece)),
        )
        return sender.run(should_stop)

    def _held(self, call_id: str) -> dict[int, tuple[str, int]]:
        with self._team.connect() as connection:
            return held_in(connection, call_id)

    def _put_piece(self, piece: SoundPiece) -> int:
        with self._team.begin() as connection:
            return put_piece(connection, piece, self._device)

    # --- in --------------------------------------------------------------------------------------

    def _fetch(self) -> tuple[int, str, str]:
        """Take over what others wrote; returns how much, the limit that holds, and our name."""
        with self._reading() as connection:
            token = outbox.state(connection, self._target, "fetched")

        def ask() -> dict[str, Any]:
            with self._team.begin() as connection:
                if not is_set_up(connection):
                    sentence = f"{NAME} is not set up; its administrator runs 'assist team'."
                    raise _Unreachable(sentence)
                query = text("SELECT public.changes_since(:token)")
                answer: dict[str, Any] = connection.execute(query, {"token": token}).scalar_one()
                return answer

        found = _patiently(ask)
        count = 0
        with explained(self._local_name), writing(self._local) as connection:
            for name, rows in found["rows"].items():
                count += merge_rows(connection, _SHARED[name], rows)
            outbox.put_state(connection, self._target, "fetched", found["cursor"])
        return count, least(self._shares, found["shares"]), found["name"]

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self._local_name), self._local.connect() as connection:
            yield connection


def _patiently(work: Callable[[], _Answer]) -> _Answer:
    """Do it again where the database asks for that: while it makes a month's tables, say."""
    with _reachable():
        for _ in range(_ATTEMPTS):
            try:
                return work()
            except OperationalError as error:
                if getattr(error.orig, "sqlstate", "") not in _TRY_AGAIN:
                    raise
        return work()


@contextlib.contextmanager
def _reachable() -> Iterator[None]:
    try:
        with explained(NAME):
            yield
    except UnfitCallError:
        raise
    except StoreError as error:
        raise _Unreachable(str(error)) from None


def target_of(url: URL) -> str:
    """What a database is remembered by: where it is and who logs in, no password."""
    where = url.host or url.query.get("host", "")
    return f"{url.username or ''}@{where}:{url.port or ''}/{url.database or ''}"


def sync_status(local: Engine, local_name: str, target: str) -> SyncStatus:
    """How things stand, without asking the team's database. Raises StoreError."""
    with explained(local_name), local.connect() as connection:
        last_at = outbox.state(connection, target, "last_at")
        return SyncStatus(
            waiting=outbox.count_waiting(connection, target),
            last_at=datetime.fromisoformat(last_at) if last_at else None,
            last_trouble=outbox.state(connection, target, "last_trouble"),
            problems=outbox.problems(connection),
            sounds_waiting=sounds_waiting(connection, target),
        )


def sounds_waiting(connection: Connection, target: str) -> int:
    """Calls whose sound is still to be sent; none where the target took no sound last time."""
    if not outbox.state(connection, target, TAKES_SOUND):
        return 0
    return outbox.count_waiting_sounds(connection, target)


def merge_rows(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> int:
    """Take over rows of calls that are here; returns how many were news."""
    wanted = {row["call_id"] for row in rows}
    here = set(connection.scalars(select(schema.calls.c.id).where(schema.calls.c.id.in_(wanted))))
    return sum(
        merge(connection, table, row) for row in typed_rows(table, rows) if row["call_id"] in here
    )
