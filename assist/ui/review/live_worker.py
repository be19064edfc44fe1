"""Reads the live board on a thread of its own, and sends lines on it; what it finds are signals."""

import logging
import queue
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from assist.core.errors import AssistError, UsageError
from assist.core.interfaces import LeadBoard
from assist.core.live import CallKey

REFRESH_S = 4.0
"""How long nothing is looked at without news: a dead workstation's call must go by itself, and who
watches must say so again."""
RETRY_S = (1.0, 2.0, 5.0, 15.0, 30.0)
"""After a database that did not answer; the last again and again."""

OpenBoard = Callable[[], LeadBoard]


def no_board() -> LeadBoard:
    """Where no team's database is set."""
    raise UsageError("Live calls are shown through a team's database, and none is set.")


_log = logging.getLogger(__name__)


class LiveReader(QObject):
    """Looks from `start` to `stop`; the other methods return at once. Used by the main thread.

    `shown` carries a `BoardView`; `lost` a sentence and whether it is tried again by itself;
    `sent` whether a line was taken, and if not why ("" where the call needs nobody any more).
    """

    shown = Signal(object)
    lost = Signal(str, bool)
    sent = Signal(bool, str)

    def __init__(
        self,
        open_board: OpenBoard,
        parent: QObject | None = None,
        *,
        retry_s: tuple[float, ...] = RETRY_S,
    ) -> None:
        super().__init__(parent)
        self._open_board = open_board
        self._retry_s = retry_s
        self._lines: queue.SimpleQueue[tuple[CallKey, str]] = queue.SimpleQueue()
        self._watched: CallKey | None = None
        self._stopping = threading.Event()
        self._again = threading.Event()
        self._lock = threading.Lock()
        self._board: LeadBoard | None = None
        self._failures = 0
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin; again is harmless."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="live-reader")
            self._thread.start()

    def stop(self) -> None:
        """Watch nothing any more and return when the thread has ended."""
        self._stopping.set()
        self._wake()
        if self._thread is not None:
            self._thread.join()

    def watch(self, call: CallKey | None) -> None:
        """Watch this call from now on, and no other."""
        self._watched = call
        self._wake()

    def send(self, call: CallKey, text: str) -> None:
        self._lines.put((call, text))
        self._wake()

    def retry(self) -> None:
        """Try again at once."""
        self._wake()

    def _wake(self) -> None:
        self._again.set()
        with self._lock:
            if self._board is not None:
                self._board.wake()

    # --- the thread -------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._again.clear()
            if self._stopping.is_set():  # asked for between the last two lines
                return
            try:
                self._look_on(self._open_board())
            except UsageError as error:
                # Nothing that time mends: the settings name no database that shows live calls.
                self.lost.emit(str(error), False)
                self._again.wait()
            except AssistError as error:
                self._lose(str(error))
            except Exception:
                _log.exception("Reading the live board failed")
                self._lose("")

    def _look_on(self, board: LeadBoard) -> None:
        with self._lock:
            self._board = board
        try:
            while not self._stopping.is_set():
                self._send_lines(board)
                view = board.look(self._watched)
                self._failures = 0
                self.shown.emit(view)
                board.wait(REFRESH_S)
        finally:
            with self._lock:
                self._board = None
            board.close()

    def _send_lines(self, board: LeadBoard) -> None:
        while not self._lines.empty():
            call, text = self._lines.get()
            try:
                self.sent.emit(board.send(call, text), "")
            except AssistError as error:  # a line that is refused, or nobody there to take it
                self.sent.emit(False, str(error))

    def _lose(self, sentence: str) -> None:
        while not self._lines.empty():  # typed to a board that was thought to be there
            self._lines.get()
            self.sent.emit(False, sentence)
        if self._stopping.is_set():
            return
        self.lost.emit(sentence, True)
        pause = self._retry_s[min(self._failures, len(self._retry_s) - 1)]
        self._failures += 1
        self._again.wait(pause)
