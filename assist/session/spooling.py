"""Keeps a running call's sound on disk without any other thread waiting for the disk."""

import contextlib
import logging
import queue
import threading
from collections.abc import Callable
from typing import Protocol

from assist.core.audio import AudioBlock

_QUEUE_BLOCKS = 1200
"""A minute of both sides; a disk slower than that loses spool, never sound."""

_log = logging.getLogger(__name__)


class BlockStore(Protocol):
    """Where blocks are kept (`audio.spool`)."""

    def append(self, block: AudioBlock) -> None: ...
    def close(self) -> None: ...


class SpoolThread:
    """Appends blocks to a store on a thread of its own.

    A spool is only needed after a crash: when it cannot be written that is said once, in one
    sentence to `on_trouble`, and the call goes on without it.
    """

    def __init__(self, store: BlockStore, on_trouble: Callable[[str], None]) -> None:
        self._store = store
        self._on_trouble = on_trouble
        self._blocks: queue.Queue[AudioBlock | None] = queue.Queue(_QUEUE_BLOCKS)
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="spool")
        self._thread.start()

    def append(self, block: AudioBlock) -> None:
        """Hand a block over; never blocks."""
        # When full the spool gets a hole; recognition does not.
        with contextlib.suppress(queue.Full):
            self._blocks.put_nowait(block)

    def close(self) -> None:
        """Write what waits and close the store. Again is harmless."""
        self._is_over.set()
        with contextlib.suppress(queue.Full):
            self._blocks.put_nowait(None)
        self._thread.join()

    def _run(self) -> None:
        is_working = True
        while not (self._is_over.is_set() and self._blocks.empty()):
            block = self._blocks.get()
            if block is None or not is_working:
                continue
            try:
                self._store.append(block)
            except OSError as error:
                is_working = False
                _log.warning("Audio spool: %s", error.strerror)
                sentence = (
                    f"The call's sound cannot be kept for recovery ({error.strerror}); free some "
                    "disk space: the call goes on, but a crash would lose its last words."
                )
                self._on_trouble(sentence)
        try:
            self._store.close()
        except OSError as error:
            _log.warning("Audio spool: %s", error.strerror)
