"""Kept sound of calls, small enough for a test and long enough for several pieces."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from assist.store.calls import SqlCallStore
from assist.store.schema import calls
from assist.store.sounds import (
    CHUNK,
    SIDES,
    SharedSide,
    SoundShelf,
    SoundSide,
    digest_of_sound,
    pieces,
    take_piece,
)


def side(seed: int, size: int = 2 * CHUNK + 1000) -> SoundSide:
    """Bytes that no two seeds share: three pieces, the last a short one."""
    content = random.Random(seed).randbytes(size)
    return SoundSide(content=content, step_ms=50, peaks=bytes([seed % 256]) * 40)


@dataclass
class Recorder:
    """Keeps sound for calls of a store, and reads it as `read_sound`."""

    made: dict[Path, SoundSide] = field(default_factory=dict)
    reads: int = 0

    def keep(self, store: SqlCallStore, call: str, seed: int, size: int = 2 * CHUNK + 1000) -> None:
        """Have the store know of sound of this call."""
        files = [Path(f"/kept/{call}-{seed}-{number}") for number in range(SIDES)]
        for number, file in enumerate(files):
            self.made[file] = side(2 * seed + number, size)
        store.desk.keep_audio(call, files)

    def read(self, files: Sequence[Path]) -> tuple[SoundSide, ...] | None:
        self.reads += 1
        return tuple(self.made[file] for file in files)


def fetched(shelf: SoundShelf, call: str) -> list[bytes]:
    """Both sides of a call, as somebody who hears it gets them; none where none arrived whole."""
    sides: tuple[SharedSide, ...] = shelf.sides(call)
    if sides:
        shelf.listen(call)
    return [
        b"".join(shelf.piece(call, number, piece) for piece in range(each.count))
        for number, each in enumerate(sides)
    ]


def stop_after(count: int) -> Callable[[], bool]:
    """Says stop when it was asked so often."""
    asked = iter(range(10**6))
    return lambda: next(asked) >= count


def arrive(store: SqlCallStore, call: str, sides: Sequence[SoundSide]) -> None:
    """Have a lead's store hold sound of a call as if its workstation had sent it."""
    with store.engine.begin() as connection:
        device = connection.execute(select(calls.c.device).where(calls.c.id == call)).scalar_one()
        for number, each in enumerate(sides):
            for piece in pieces(call, number, each, digest_of_sound(each), 0):
                take_piece(connection, piece, device)
