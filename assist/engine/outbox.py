"""What waits to be sent to one client: bounded, so that a slow one costs the engine nothing."""

import threading
from collections import deque
from enum import IntEnum

SOFT_LIMIT = 512
"""Messages waiting before those that the next ones replace are left out: some 10 s of a call."""

HARD_LIMIT = 4096
HARD_BYTES = 4 << 20
_SEND_BYTES = 64 << 10


class Keep(IntEnum):
    """How much a message is missed when it is left out."""

    REPLACED = 0  # the next of its kind says it all: levels, ticks, partials
    NEEDED = 1


class Outbox:
    """A client's queue; filled by any thread, emptied by the client's writer."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[Keep, bytes]] = deque()
        self._bytes = 0
        self._is_closed = False
        self._changed = threading.Condition()

    def put(self, keep: Keep, data: bytes) -> bool:
        """Queue a message; false when the client is too far behind and must be cut off."""
        with self._changed:
            if len(self._waiting) >= SOFT_LIMIT:
                if keep is Keep.REPLACED:
                    return True
                self._drop_replaced()
            self._add(keep, data)
            return len(self._waiting) <= HARD_LIMIT and self._bytes <= HARD_BYTES

    def put_snapshot(self, data: bytes) -> None:
        """Queue a snapshot, however long: it does not count as being behind."""
        with self._changed:
            self._waiting.append((Keep.NEEDED, data))
            self._changed.notify()

    def close(self) -> None:
        """No more will be queued; what waits may still be taken."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()

    def take(self) -> bytes | None:
        """The next bytes to send, waiting for them; None when closed and empty."""
        with self._changed:
            while not self._waiting:
                if self._is_closed:
                    return None
                self._changed.wait()
            parts: list[bytes] = []
            size = 0
            while self._waiting and size < _SEND_BYTES:
                _, data = self._waiting.popleft()
                parts.append(data)
                size += len(data)
            self._bytes = max(0, self._bytes - size)
            return b"".join(parts)

    def _add(self, keep: Keep, data: bytes) -> None:
        self._waiting.append((keep, data))
        self._bytes += len(data)
        self._changed.notify()

    def _drop_replaced(self) -> None:
        kept = [(keep, data) for keep, data in self._waiting if keep is Keep.NEEDED]
        if len(kept) < len(self._waiting):
            self._waiting = deque(kept)
            self._bytes = sum(len(data) for _, data in kept)
