"""Sends kept sound to the team's database, after its call and piece by piece.

Calls never wait for sound: it has a place of its own in the outbox. What of a call the database has
already it says itself, so that a line that broke, a computer that died or a second run on the same
computer costs one piece and doubles none.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select, text

from assist.core.errors import AssistError
from assist.store import outbox
from assist.store.database import explained, writing
from assist.store.desk_schema import kept_audio
from assist.store.errors import UnfitCallError
from assist.store.sound_schema import sounds
from assist.store.sounds import (
    GONE,
    MOST_BYTES,
    ReadSound,
    SoundPiece,
    SoundSide,
    digest_of_sound,
    pieces,
)

Put = Callable[[SoundPiece], int]
"""Hands over a piece; returns the bytes of its side that are there then, or `GONE`."""
Held = Callable[[str], dict[int, tuple[str, int]]]
"""What is there of a call: digest and bytes of each side."""

_BATCH = 20
_IDLE = 3
"""Answers without progress before a sound is given up."""
_TOO_LONG = "The call's sound is too long to be sent; it stays on this computer."
_UNREADABLE = "The call was sent without its sound: {why}"


class Stopped(Exception):
    """Sending was asked to stop; what has arrived stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundSender:
    """Sends the sound of calls that have arrived; used by one thread."""

    local: Engine
    local_name: str
    target: str
    read_sound: ReadSound
    held: Held
    put: Put

    def run(self, should_stop: Callable[[], bool]) -> Iterable[str]:
        """Yield the call of each sound that has arrived; what stops the sending is raised."""
        while not should_stop():
            with explained(self.local_name), writing(self.local) as connection:
                batch = outbox.waiting_sounds(connection, self.target, _BATCH)
                if not batch:
                    pass_over(connection, self.target)
                    return
            for each in batch:
                try:
                    is_sent, problem = self._send(each.call_id, should_stop)
                except Stopped:
                    return
                with explained(self.local_name), writing(self.local) as connection:
                    if problem:
                        outbox.note_problem(connection, each.call_id, problem)
                    outbox.set_reached(connection, outbox.sounds_of(self.target), each.position)
                if is_sent:
                    yield each.call_id

    def _send(self, call_id: str, should_stop: Callable[[], bool]) -> tuple[bool, str]:
        """Whether anything new arrived, and what is wrong with the call's sound."""
        try:
            sides = self.read_sound(self._files(call_id))
        except AssistError as error:
            return False, _UNREADABLE.format(why=error)
        if sides is None:
            return False, ""
        if any(len(side.content) > MOST_BYTES for side in sides):
            return False, _TOO_LONG
        held = self.held(call_id)
        sent = False
        for number, side in enumerate(sides):
            digest = digest_of_sound(side)
            known, there = held.get(number, ("", 0))
            try:
                sent |= self._send_side(
                    call_id, number, side, digest, there if known == digest else 0, should_stop
                )
            except UnfitCallError as error:
                return sent, _UNREADABLE.format(why=error)
        return sent, ""

    def _send_side(
        self,
        call_id: str,
        number: int,
        side: SoundSide,
        digest: str,
        there: int,
        should_stop: Callable[[], bool],
    ) -> bool:
        sent, idle = False, 0
        while there < len(side.content):
            for piece in pieces(call_id, number, side, digest, there):
                if should_stop():
                    raise Stopped
                answer = self.put(piece)
                if answer == GONE:
                    return sent
                sent = True
                before, there = there, answer
                if there == before + len(piece.content):
                    continue
                # Another run on this computer is at it as well: go on behind it.
                idle += there <= before
                if idle > _IDLE:
                    raise UnfitCallError("the team does not take it.")
                break
        return sent

    def _files(self, call_id: str) -> Sequence[Path]:
        query = select(kept_audio.c.file).where(kept_audio.c.call_id == call_id)
        with explained(self.local_name), self.local.connect() as connection:
            found = connection.scalars(query.order_by(kept_audio.c.position))
            return tuple(Path(file) for file in found)


def pass_over(connection: Connection, target: str) -> None:
    """Sound of calls that the target has by now is not sent any more, unless a call changes.

    So also where the team takes no sound: the limit that holds when a call is sent holds for its
    sound too.
    """
    sound = outbox.sounds_of(target)
    outbox.set_reached(connection, sound, outbox.reached(connection, target))


def held_in(connection: Connection, call_id: str) -> dict[int, tuple[str, int]]:
    """What a database has of a call's sound."""
    query = select(sounds.c.side, sounds.c.digest, sounds.c.held)
    rows = connection.execute(query.where(sounds.c.call_id == call_id))
    return {row.side: (row.digest, row.held) for row in rows}


def put_piece(connection: Connection, piece: SoundPiece, device: str) -> int:
    """Hand a piece to the team's database."""
    query = text(
        "SELECT public.put_sound(:call_id, :device, :side, :size, :digest, :number, :step, "
        "CAST(:peaks AS bytea), CAST(:content AS bytea))"
    )
    values = {
        "call_id": piece.call_id,
        "device": device,
        "side": piece.side,
        "size": piece.size,
        "digest": piece.digest,
        "number": piece.number,
        "step": piece.step_ms,
        "peaks": piece.peaks,
        "content": piece.content,
    }
    return int(connection.execute(query, values).scalar_one())
