"""Writes a call's journal: append, flush, sync; a full disk costs nothing but a warning.

Every record reaches the operating system at once, so that a dead process loses nothing that was
appended. Only a `Tick` of which nothing came, nine of ten records, waits for the next event or the
next sync: a resumed call ticks through that time again. The disk is synced at most
`SYNC_INTERVAL_S` after a record, so that a power cut loses at most that much. `JournalThread` does
both away from the session thread; a recording is transcribed on one thread and uses `JournalWriter`
itself.
"""

import contextlib
import logging
import os
import queue
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from assist.core import codec
from assist.core.events import CommandTaken, Event, Tick
from assist.core.journal_lines import JournalLines
from assist.core.records import BindingCodec, PlainCodec, RecordCodec
from assist.session.journal import FILE_NAME, Journal, JournalHeader, header_record

SYNC_INTERVAL_S = 0.2
_RETRY_S = 1.0
"""How long after a failed write the next one is tried."""

_MAX_WAITING_TICKS = 10
"""So many are written together at the latest, where nobody calls `sync`."""

_MAX_WAITING_BYTES = 64 << 20
"""Of records that wait for disk space; some 60 hours of call."""

_log = logging.getLogger(__name__)


class EventLog(Protocol):
    """Where a driver puts what it handled."""

    def append(self, events: Iterable[Event]) -> None: ...
    def close(self) -> None: ...


def _ignore(said: str) -> None:
    del said


class JournalWriter:
    """One open journal; used by one thread.

    A write that fails is told to `on_trouble` once, in one sentence; its records wait in memory and
    are written when there is room again. `resumed` is the journal to go on with, its torn tail cut.
    """

    def __init__(
        self,
        folder: Path,
        header: JournalHeader,
        *,
        records: RecordCodec | None = None,
        on_trouble: Callable[[str], None] = _ignore,
        resumed: Journal | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.path = folder / FILE_NAME
        records = records or PlainCodec()
        self._lines = JournalLines(records, resumed.header.binding if resumed else "")
        self._on_trouble = on_trouble
        self._clock = clock
        self._waiting: list[bytes] = []
        self._waiting_bytes = 0
        self._failed_at: float | None = None
        self._has_complained = False
        self._unsynced_since: float | None = None
        self._fd: int | None = None
        self._is_new = resumed is None
        self._good = resumed.length if resumed else 0
        self._number = len(resumed.events) + 1 if resumed else 0
        if self._is_new:
            is_bound = isinstance(records, BindingCodec)
            self._add(header_record(header.bound() if is_bound else header))
            self._write()

    def append(self, events: Iterable[Event]) -> None:
        """Write events, in order. Never raises for a disk that fails."""
        only_time = True
        for event in events:
            only_time = only_time and isinstance(event, Tick)
            self._add(codec.to_line(event))
        if only_time and len(self._waiting) < _MAX_WAITING_TICKS:
            self._note_unsynced()
            return
        if self._failed_at is None or self._clock() - self._failed_at >= _RETRY_S:
            self._write()

    @property
    def sync_due_s(self) -> float | None:
        """Seconds until `sync` should be called; None where all is on disk."""
        if self._unsynced_since is None:
            return None
        return max(0.0, self._unsynced_since + SYNC_INTERVAL_S - self._clock())

    def sync(self) -> None:
        """Have the disk keep what was appended."""
        if self._failed_at is None:
            self._write()
        self._unsynced_since = None
        if self._fd is not None:
            try:
                os.fsync(self._fd)
            except OSError as error:
                self._complain(error)

    @property
    def is_complete(self) -> bool:
        """Whether everything appended is in the file."""
        return not self._waiting

    def close(self) -> None:
        """Write and sync what is left; where that fails it can be called again later."""
        if self._waiting:
            self._write()
        if self._fd is None:
            return
        if self._unsynced_since is not None:
            self.sync()
        os.close(self._fd)
        self._fd = None

    def _add(self, record: bytes) -> None:
        self._waiting.append(record)
        self._waiting_bytes += len(record)
        if self._waiting_bytes > _MAX_WAITING_BYTES:
            # Keeps the header and the latest; a gap in the journal beats a dead engine.
            dropped = self._waiting.pop(1 if self._number == 0 else 0)
            self._waiting_bytes -= len(dropped)

    def _write(self) -> None:
        if not self._waiting:
            return
        data = b"".join(
            self._lines.line(number, record)
            for number, record in enumerate(self._waiting, start=self._number)
        )
        try:
            fd = self._open()
            written = 0
            while written < len(data):
                written += os.write(fd, data[written:])
        except OSError as error:
            self._failed_at = self._clock()
            self._cut_back()
            self._complain(error)
            return
        self._good += len(data)
        self._number += len(self._waiting)
        self._waiting.clear()
        self._waiting_bytes = 0
        self._failed_at = None
        self._note_unsynced()

    def _note_unsynced(self) -> None:
        if self._unsynced_since is None:
            self._unsynced_since = self._clock()

    def _open(self) -> int:
        if self._fd is None:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
            if self._is_new and self._good == 0:
                flags |= os.O_TRUNC
            self._fd = os.open(self.path, flags, 0o600)
            os.ftruncate(self._fd, self._good)
        return self._fd

    def _cut_back(self) -> None:
        """Half a line must not stand in the middle of the file."""
        if self._fd is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(self._fd, self._good)

    def _complain(self, error: OSError) -> None:
        _log.warning("Journal %s: %s", self.path, error.strerror)
        if self._has_complained:
            return
        self._has_complained = True
        reason = error.strerror or str(error)
        sentence = (
            f"The call's journal cannot be written ({reason}); free some disk space: "
            "the call goes on and what waits is written as soon as there is room."
        )
        self._on_trouble(sentence)


class JournalThread:
    """Runs a `JournalWriter` on a thread of its own: `append` never waits for the disk.

    `on_kept` is told, from that thread, the token of each `CommandTaken` that is in the file.
    """

    def __init__(self, writer: JournalWriter, on_kept: Callable[[str], None] = _ignore) -> None:
        self.path = writer.path
        self._on_kept = on_kept
        self._unkept: list[str] = []
        self._writer = writer
        self._queue: queue.SimpleQueue[tuple[Event, ...] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="journal")
        self._is_closed = False
        self._thread.start()

    def append(self, events: Iterable[Event]) -> None:
        self._queue.put(tuple(events))

    @property
    def is_complete(self) -> bool:
        """Whether everything appended is in the file; after `close`."""
        return self._writer.is_complete

    def close(self) -> None:
        """Write, sync and close; returns when done. Again is harmless."""
        if not self._is_closed:
            self._is_closed = True
            self._queue.put(None)
        self._thread.join()

    def retry(self) -> bool:
        """After `close`: write what the disk did not take; whether all is in the file now."""
        self.close()
        if not self._writer.is_complete:
            self._writer.close()
        return self._writer.is_complete

    def _run(self) -> None:
        try:
            while True:
                try:
                    batch = self._queue.get(timeout=self._writer.sync_due_s)
                except queue.Empty:
                    self._writer.sync()
                    continue
                if batch is None:
                    return
                self._writer.append(batch)
                self._tell_kept(batch)
                if self._writer.sync_due_s == 0.0:
                    self._writer.sync()
        except Exception:
            _log.exception("The journal thread failed")
        finally:
            self._writer.close()
            self._tell_kept(())

    def _tell_kept(self, batch: tuple[Event, ...]) -> None:
        self._unkept += (event.token for event in batch if isinstance(event, CommandTaken))
        if self._unkept and self._writer.is_complete:
            for token in self._unkept:
                self._on_kept(token)
            self._unkept.clear()
