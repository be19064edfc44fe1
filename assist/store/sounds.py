"""Sound that came to a team, in pieces: taken in on a lead's computer, read on any database.

A side is one FLAC file, silenced where a secret was said before it was ever written. It travels and
lies in pieces of `CHUNK` bytes, each taken in once and in order: whatever breaks, the next attempt
goes on behind the last piece that arrived. The digest of the whole file tells one recording of a
call from another, and whether what is read back is what was sent.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, delete, insert, select, text, update

from assist.store import schema
from assist.store.database import explained, writing
from assist.store.errors import StoreError
from assist.store.sound_schema import sound_chunks, sounds

CHUNK = 512 * 1024
"""Bytes in a piece: what a broken line costs at most, 4 s at 1 Mbit/s."""

MOST_BYTES = 200 * 1024 * 1024
"""Of a side: some six hours of speech as FLAC. What is longer is no call."""

MOST_PEAKS = 1024 * 1024
SIDES = 2


DAMAGED = "The call's sound in the team's database is damaged; its words are all there."


class SoundDamaged(StoreError):
    """What lies in the team's database is not the sound that was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundSide:
    """One side's FLAC file, and how loud it is: a byte of `peaks` for every `step_ms`."""

    content: bytes = field(repr=False)
    step_ms: int
    peaks: bytes = field(repr=False)


ReadSound = Callable[[Sequence[Path]], tuple[SoundSide, ...] | None]
"""Opens a call's kept files: the agent's side, then the customer's.

None for recordings that this app did not make: nothing silenced the secrets in them.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundPiece:
    """A piece on its way, with what is known of the whole side; `peaks` only with the first."""

    call_id: str
    side: int
    size: int
    digest: str
    number: int
    step_ms: int
    peaks: bytes = field(default=b"", repr=False)
    content: bytes = field(repr=False)

    @property
    def is_fit(self) -> bool:
        """Whether the numbers can be those of a sound."""
        begin = self.number * CHUNK
        return (
            0 <= self.side < SIDES
            and 0 < self.size <= MOST_BYTES
            and self.number >= 0
            and 0 < self.step_ms <= 10_000
            and len(self.peaks) <= MOST_PEAKS
            and len(self.digest) == 64
            and begin < self.size
            and len(self.content) == min(CHUNK, self.size - begin)
        )


def pieces(
    call_id: str, side: int, sound: SoundSide, digest: str, held: int
) -> "Sequence[SoundPiece]":
    """What is left to send where `held` bytes are there already."""
    size = len(sound.content)
    return [
        SoundPiece(
            call_id=call_id,
            side=side,
            size=size,
            digest=digest,
            number=number,
            step_ms=sound.step_ms,
            peaks=sound.peaks if number == 0 else b"",
            content=sound.content[number * CHUNK : (number + 1) * CHUNK],
        )
        for number in range(held // CHUNK, -(-size // CHUNK))
        if number * CHUNK >= held
    ]


def digest_of_sound(sound: SoundSide) -> str:
    return hashlib.sha256(sound.content).hexdigest()


# --- taking in: what `put_sound` does on a server ------------------------------------------------

GONE = -1
"""The answer for a call that is not there, or is another computer's."""


def take_piece(connection: Connection, piece: SoundPiece, device: str) -> int:
    """Keep a piece that goes on where the last one ended; returns the bytes that are there then.

    A piece that is there already, or that is not next, changes nothing.
    """
    calls = schema.calls.c
    owner = connection.execute(select(calls.device).where(calls.id == piece.call_id)).scalar()
    if owner != device or not piece.is_fit:
        return GONE
    which = (sounds.c.call_id == piece.call_id, sounds.c.side == piece.side)
    row = connection.execute(select(sounds.c.digest, sounds.c.held).where(*which)).first()
    is_known = row is not None and row.digest == piece.digest
    held = int(row.held) if row is not None and is_known else 0
    if piece.number * CHUNK != held:
        return held
    if not is_known:
        _forget_side(connection, piece.call_id, piece.side)
        connection.execute(
            insert(sounds).values(
                call_id=piece.call_id,
                side=piece.side,
                size=piece.size,
                held=0,
                digest=piece.digest,
                step_ms=piece.step_ms,
                peaks=piece.peaks,
            )
        )
    connection.execute(
        insert(sound_chunks).values(
            call_id=piece.call_id, side=piece.side, number=piece.number, content=piece.content
        )
    )
    held += len(piece.content)
    connection.execute(update(sounds).where(*which).values(held=held))
    return held


def _forget_side(connection: Connection, call_id: str, side: int) -> None:
    for table in (sound_chunks, sounds):
        connection.execute(delete(table).where(table.c.call_id == call_id, table.c.side == side))


def forget_sounds(connection: Connection, call_id: str) -> None:
    """Remove what came of a call's sound; deleting the call does so by itself."""
    for table in (sound_chunks, sounds):
        connection.execute(delete(table).where(table.c.call_id == call_id))


# --- reading -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSide:
    """A side that has arrived, without its content."""

    size: int
    digest: str
    step_ms: int
    peaks: bytes = field(repr=False)

    @property
    def count(self) -> int:
        """How many pieces it has."""
        return -(-self.size // CHUNK)


class SoundShelf(Protocol):
    """Where a team's sound lies: in its database, or for a large center in object storage.

    Used by one thread at a time. Raises StoreError.
    """

    def sides(self, call_id: str) -> tuple[SharedSide, ...]:
        """The agent's and the customer's side; none unless both have arrived whole."""
        ...

    def listen(self, call_id: str) -> None:
        """Note in the audit log that the caller hears the call; until then nothing can be read."""
        ...

    def piece(self, call_id: str, side: int, number: int) -> bytes: ...


class TableShelf:
    """Sound in the tables of a database: the team's PostgreSQL, or a lead's own SQLite."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    def sides(self, call_id: str) -> tuple[SharedSide, ...]:
        query = select(sounds).where(sounds.c.call_id == call_id).order_by(sounds.c.side)
        with explained(self._name), self._engine.connect() as connection:
            rows = connection.execute(query).all()
        if len(rows) != SIDES or any(row.held != row.size for row in rows):
            return ()
        return tuple(
            SharedSide(size=row.size, digest=row.digest, step_ms=row.step_ms, peaks=row.peaks)
            for row in rows
        )

    def listen(self, call_id: str) -> None:
        if self._engine.dialect.name != "postgresql":
            return
        with explained(self._name), writing(self._engine) as connection:
            query = text("SELECT public.listen_to(:call_id)")
            connection.execute(query, {"call_id": call_id})

    def piece(self, call_id: str, side: int, number: int) -> bytes:
        chunks = sound_chunks.c
        query = select(chunks.content).where(
            chunks.call_id == call_id, chunks.side == side, chunks.number == number
        )
        with explained(self._name), self._engine.connect() as connection:
            found = connection.execute(query).scalar()
        if found is None:
            raise SoundDamaged(DAMAGED)
        return bytes(found)
