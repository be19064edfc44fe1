"""The one object that another thread may touch: engine messages in, Qt signals out.

A thread of its own reads the link; signals arrive in the thread the receivers live in. Everything
passes at once but for partials: at most ten batches of them a second, the newest per party.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from assist.core.commands import Command
from assist.core.errors import AssistError
from assist.core.events import Event, FinalResult, PartialResult
from assist.core.interfaces import EngineLink
from assist.core.notices import CommandKept, Hello, Notice, SnapshotStarted
from assist.core.unsettled import Unsettled
from assist.core.words import Party

PARTIAL_INTERVAL_S = 0.1
"""Nobody reads faster than ten repaints a second; below that they only cost."""
_POLL_S = 0.5
_FIRST_RETRY_S = 0.2
_LAST_RETRY_S = 5.0
_UNSENT_KEPT = 20
"""More clicks than anybody makes while an engine restarts."""

LinkFactory = Callable[[], EngineLink]
_log = logging.getLogger(__name__)


class EngineBridge(QObject):
    """Signals for what the engine says; `send` for what the window asks, from any thread.

    `event_received` and `notice_received` carry one message, `snapshot_received` the whole call so
    far as a tuple of events (empty: no call). `connection_changed` tells whether the engine
    answers, and a sentence. `shortcut_pressed` is for the thread that waits for global shortcuts.
    """

    event_received = Signal(object)
    notice_received = Signal(object)
    snapshot_received = Signal(object)
    connection_changed = Signal(bool, str)
    shortcut_pressed = Signal(object)

    def __init__(
        self,
        connect_engine: LinkFactory,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._connect_engine = connect_engine
        self._clock = clock
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._link: EngineLink | None = None
        self._unsent: deque[Command] = deque(maxlen=_UNSENT_KEPT)
        self._unsettled = Unsettled()
        self._thread: threading.Thread | None = None
        self._retry_s = _FIRST_RETRY_S
        self._is_greeted = False

    def start(self) -> None:
        """Begin reading; connects in the background."""
        self._thread = threading.Thread(target=self._run, name="engine-bridge")
        self._thread.start()

    def stop(self) -> None:
        """Stop reading and hang up; returns when the thread has ended."""
        self._stopping.set()
        with self._lock:
            link = self._link
        if link is not None:
            link.close()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def send(self, command: Command) -> None:
        """Send a command; while the engine is away it waits, the oldest making room.

        One that lasts is sent again to an engine that died before it had it on its disk.
        """
        with self._lock:
            self._unsent.append(self._unsettled.note(command))
            self._send_waiting()

    def _send_waiting(self) -> None:
        while self._link is not None and self._unsent:
            try:
                self._link.send(self._unsent[0])
            except AssistError as error:
                _log.info("A command waits: %s", error)
                return
            self._unsent.popleft()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                link = self._connect_engine()
            except AssistError as error:
                self.connection_changed.emit(False, str(error))
                self._pause()
                continue
            with self._lock:
                self._link = link
                self._unsent = deque(self._unsettled.before(self._unsent), _UNSENT_KEPT)
                self._send_waiting()
            if self._stopping.is_set():
                link.close()
                return
            try:
                self._read(link)
            except AssistError as error:
                if not self._stopping.is_set():
                    # A line that stood and is cut is being made again: nothing for the user to do.
                    self.connection_changed.emit(False, "" if self._is_greeted else str(error))
            except Exception:
                _log.exception("Reading the engine's messages failed")
                self.connection_changed.emit(False, "")
            finally:
                with self._lock:
                    self._link = None
                link.close()
            self._pause()

    def _pause(self) -> None:
        """Wait before the next try, longer each time until an engine has answered."""
        self._stopping.wait(self._retry_s)
        self._retry_s = min(_LAST_RETRY_S, self._retry_s * 2)

    def _read(self, link: EngineLink) -> None:
        """Read until stopped; raises AssistError when the line is cut."""
        self._is_greeted = False
        waiting = _Partials(self._clock)
        snapshot: list[Event] = []
        missing = 0
        while not self._stopping.is_set():
            message = link.receive(waiting.wait_s(_POLL_S))
            if isinstance(message, Hello):
                self._retry_s = _FIRST_RETRY_S
                self._is_greeted = True
                self.connection_changed.emit(True, "")
            if isinstance(message, CommandKept):
                with self._lock:
                    self._unsettled.settle(message.token)
                continue
            if isinstance(message, SnapshotStarted):
                snapshot, missing = [], message.events
                waiting.clear()
                if missing == 0:
                    self.snapshot_received.emit(())
                continue
            if missing and isinstance(message, Event):
                snapshot.append(message)
                missing -= 1
                if missing == 0:
                    self.snapshot_received.emit(tuple(snapshot))
                    snapshot = []
                continue
            if isinstance(message, PartialResult):
                waiting.put(message)
            elif message is not None:
                if isinstance(message, FinalResult):
                    waiting.drop(message)
                self._emit(message)
            for partial in waiting.take():
                self.event_received.emit(partial)

    def _emit(self, message: Event | Notice) -> None:
        if isinstance(message, Notice):
            self.notice_received.emit(message)
        else:
            self.event_received.emit(message)


class _Partials:
    """The newest partial of each party, let go at most every `PARTIAL_INTERVAL_S`."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._held: dict[Party, PartialResult] = {}
        self._last = clock() - PARTIAL_INTERVAL_S

    def put(self, partial: PartialResult) -> None:
        self._held[partial.party] = partial

    def drop(self, final: FinalResult) -> None:
        held = self._held.get(final.party)
        if held is not None and held.utterance <= final.utterance:
            del self._held[final.party]

    def clear(self) -> None:
        self._held.clear()

    def wait_s(self, longest_s: float) -> float:
        """How long reading may wait before something held is due."""
        if not self._held:
            return longest_s
        return max(0.0, self._last + PARTIAL_INTERVAL_S - self._clock())

    def take(self) -> tuple[PartialResult, ...]:
        """What is due now."""
        if not self._held or self._clock() - self._last < PARTIAL_INTERVAL_S:
            return ()
        due = tuple(self._held.values())
        self._held.clear()
        self._last = self._clock()
        return due
