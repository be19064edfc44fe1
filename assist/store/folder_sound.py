"""Kept sound through a shared folder: sealed pieces, in order, each after its call.

from/DEVICE/N.sound        the workstation's piece number N
to/DEVICE/received-sound   the last N that the lead has
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, delete, select

from assist.store import outbox, schema
from assist.store.database import explained, writing
from assist.store.folder_files import Chain, as_sent, draft_of, forget, name_of, number_in
from assist.store.sealed import seal
from assist.store.sound_sync import SoundSender, pass_over
from assist.store.sounds import CHUNK, ReadSound, SoundPiece, take_piece
from assist.store.sync import TAKES_SOUND

_ENDING = "sound"
RECEIVED = "received-sound"
_CONFIRMED = "sound confirmed"
_WRITTEN = "sound written"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundWriter:
    """A workstation's side; used by one thread at a time. Keys as `seal` takes them."""

    ours: Path
    theirs: Path
    target: str
    local: Engine
    local_name: str
    private: str
    team: str

    def send(self, read_sound: ReadSound | None, should_stop: Callable[[], bool]) -> int:
        """Put the sound of calls that were sent into the folder; returns of how many.

        Without `read_sound` none is taken: what waits now is left out for good.
        """
        with explained(self.local_name), writing(self.local) as connection:
            yes = "yes" if read_sound is not None else ""
            outbox.put_state(connection, self.target, TAKES_SOUND, yes)
            self._tidy(connection)
            if read_sound is None:
                pass_over(connection, self.target)
        if read_sound is None:
            return 0
        sender = SoundSender(
            local=self.local,
            local_name=self.local_name,
            target=self.target,
            read_sound=read_sound,
            held=self._held,
            put=self._put,
        )
        return sum(1 for _ in sender.run(should_stop))

    def _tidy(self, connection: Connection) -> None:
        """Delete what the lead has; begin again where the lead's or this computer was put back."""
        received = number_in(self.theirs / RECEIVED)
        known = select(schema.calls.c.id)
        state = schema.sync_state
        connection.execute(
            delete(state).where(state.c.target == self._files, state.c.name.not_in(known))
        )
        if received is None:
            return
        written = int(outbox.state(connection, self.target, _WRITTEN) or 0)
        confirmed = int(outbox.state(connection, self.target, _CONFIRMED) or 0)
        if received < confirmed:
            forget(self.ours, _ENDING)
            connection.execute(delete(state).where(state.c.target == self._files))
            outbox.put_state(connection, outbox.sounds_of(self.target), "reached", "0")
        else:
            forget(self.ours, _ENDING, received)
        if not confirmed <= received <= written:
            outbox.put_state(connection, self.target, _WRITTEN, str(received))
        outbox.put_state(connection, self.target, _CONFIRMED, str(received))

    @property
    def _files(self) -> str:
        """Under which it is kept what of each call was written, by its id."""
        return f"pieces {self.target}"[-256:]

    def _held(self, call_id: str) -> dict[int, tuple[str, int]]:
        with explained(self.local_name), self.local.connect() as connection:
            return self._held_by(connection, call_id)

    def _held_by(self, connection: Connection, call_id: str) -> dict[int, tuple[str, int]]:
        found = json.loads(outbox.state(connection, self._files, call_id) or "{}")
        return {int(side): (digest, held) for side, (digest, held) in found.items()}

    def _put(self, piece: SoundPiece) -> int:
        """Write the piece under the next number, unless another run on this computer has."""
        while True:
            with explained(self.local_name), self.local.connect() as connection:
                previous = int(outbox.state(connection, self.target, _WRITTEN) or 0)
                after = outbox.reached(connection, self.target)
            name = name_of(previous + 1, _ENDING)
            content = msgspec.msgpack.encode({"previous": previous, "after": after, "piece": piece})
            sealed_as = f"{self.ours.name}/{name}"
            sealed = seal(content, sealed_as, writer=self.private, reader=self.team)
            draft = draft_of(self.ours / name, sealed)
            try:
                there = self._commit(piece, previous, draft)
            finally:
                draft.unlink(missing_ok=True)
            if there is not None:
                return there

    def _commit(self, piece: SoundPiece, previous: int, draft: Path) -> int | None:
        """Put the drafted piece in its place; returns the bytes written then.

        None where its number was taken meanwhile.
        """
        with explained(self.local_name), writing(self.local) as connection:
            held = self._held_by(connection, piece.call_id)
            digest, there = held.get(piece.side, ("", 0))
            there = there if digest == piece.digest else 0
            if piece.number * CHUNK != there:
                return there
            if int(outbox.state(connection, self.target, _WRITTEN) or 0) != previous:
                return None
            draft.replace(self.ours / name_of(previous + 1, _ENDING))
            there += len(piece.content)
            held[piece.side] = (piece.digest, there)
            outbox.put_state(connection, self._files, piece.call_id, json.dumps(held))
            outbox.put_state(connection, self.target, _WRITTEN, str(previous + 1))
        return there


class _Envelope(msgspec.Struct):
    previous: int
    after: int
    piece: SoundPiece


def receive_sound(chain: Chain, *, calls: Chain, device: str, writer: str, reader: str) -> int:
    """Take a workstation's pieces that follow calls that are here; returns how many.

    Raises NotSealed.
    """
    count = 0
    for position, content in chain.take_next(writer, reader, _decoded):
        if content["after"] > calls.reached():
            break  # its call is still on its way
        with explained(chain.local_name), writing(chain.local) as connection:
            with as_sent(name_of(position, _ENDING)):
                take_piece(connection, content["piece"], device)
            outbox.put_state(connection, chain.target, chain.mark, str(position))
        count += 1
    return count


def sound_chain(folder: Path, device: str, target: str, local: Engine, local_name: str) -> Chain:
    """The pieces of a workstation, as a lead takes them."""
    return Chain(
        folder=folder,
        ending=_ENDING,
        mark=f"sounds:{device}",
        target=target,
        local=local,
        local_name=local_name,
    )


def _decoded(content: bytes) -> dict[str, Any]:
    found = msgspec.msgpack.decode(content, type=_Envelope)
    return {"previous": found.previous, "after": found.after, "piece": found.piece}
