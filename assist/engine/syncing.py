"""Sends finished calls to the team while the engine runs, in a thread of its own."""

import logging
import threading
from collections.abc import Callable

from assist.core.errors import AssistError

EVERY_S = 30.0
"""How long a finished call waits at most; where nothing waits, a look costs some milliseconds."""

_JOIN_S = 15.0
"""A statement that a server does not answer ends within the connection's own limits."""

_log = logging.getLogger(__name__)

Sync = Callable[[Callable[[], bool]], None]
"""Sends and fetches until nothing is left or the function handed in says stop."""


class Syncing:
    """Runs `sync` now and then; what it cannot do is logged and tried again."""

    def __init__(self, sync: Sync, *, every_s: float = EVERY_S) -> None:
        self._sync = sync
        self._every_s = every_s
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="syncing", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Return when the call being sent is through; what is left goes with the next start."""
        self._stopping.set()
        if self._thread.ident is not None:  # there may have been no memory for it
            self._thread.join(_JOIN_S)

    def _run(self) -> None:
        while not self._stopping.wait(self._every_s):
            try:
                self._sync(self._stopping.is_set)
            except AssistError as error:
                _log.info("Calls are not sent now: %s", error)
