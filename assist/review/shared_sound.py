"""A call's sound that lies in the team's database: fetched piece by piece, held in memory alone."""

import hashlib

from assist.core.review import SoundFetched, Waveform
from assist.store.sounds import DAMAGED, SharedSide, SoundDamaged, SoundShelf


class SharedSound:
    """The sound of one call at a time; used by one thread. Every method raises StoreError."""

    def __init__(self, shelf: SoundShelf) -> None:
        self._shelf = shelf
        self._call = ""
        self._sides: tuple[SharedSide, ...] = ()
        self._pieces: list[list[bytes]] = []

    def size(self, call_id: str) -> int:
        """Bytes of both sides; 0 where the team has no whole sound of the call."""
        return sum(side.size for side in self._shelf.sides(call_id))

    def waveform(self, call_id: str) -> Waveform | None:
        """How loud both sides are; nothing need be fetched for it."""
        sides = self._shelf.sides(call_id)
        if not sides:
            return None
        agent, customer = sides
        return Waveform(step_ms=agent.step_ms, agent=agent.peaks, customer=customer.peaks)

    def fetch(self, call_id: str) -> SoundFetched:
        """Fetch the next piece; the first one is a look in the audit log."""
        if call_id != self._call:
            self._begin(call_id)
        total = sum(side.size for side in self._sides)
        for number, side in enumerate(self._sides):
            pieces = self._pieces[number]
            if len(pieces) == side.count:
                continue
            pieces.append(self._shelf.piece(call_id, number, len(pieces)))
            if len(pieces) == side.count:
                self._check(number)
            break
        done = sum(len(piece) for pieces in self._pieces for piece in pieces)
        return SoundFetched(done=done, total=total)

    def contents(self, call_id: str) -> tuple[bytes, ...]:
        """Both sides' files; none unless all of the call's sound was fetched."""
        if call_id != self._call or not self._sides:
            return ()
        counts = [len(pieces) for pieces in self._pieces]
        if counts != [side.count for side in self._sides]:
            return ()
        return tuple(b"".join(pieces) for pieces in self._pieces)

    def _begin(self, call_id: str) -> None:
        self._call, self._sides, self._pieces = "", (), []
        sides = self._shelf.sides(call_id)
        if sides:
            self._shelf.listen(call_id)
        self._call, self._sides = call_id, sides
        self._pieces = [[] for _ in sides]

    def _check(self, number: int) -> None:
        digest = hashlib.sha256(b"".join(self._pieces[number])).hexdigest()
        if digest != self._sides[number].digest:
            self._call = ""  # another attempt begins anew
            raise SoundDamaged(DAMAGED)
