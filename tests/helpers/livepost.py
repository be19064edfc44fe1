"""A workstation's end of the live board by hand: what it was told, and what leads answer."""

import queue
import threading

from assist.core.errors import AssistError
from assist.core.live import LeadsLine, LiveAnswer, LiveReport
from tests.helpers.session import GENEROUS_S


class HandPost:
    """A `LivePost`: `reports` has every different report, `dropped` the calls taken off.

    `answer` is what the next `put` gives; `error` is raised instead while it is set.
    """

    def __init__(self) -> None:
        self.reports: queue.Queue[LiveReport] = queue.Queue()
        self.dropped: queue.Queue[str] = queue.Queue()
        self.answer = LiveAnswer(is_on=True, takes_words=True)
        self.error: AssistError | None = None
        self.asked = threading.Semaphore(0)
        self.opened = self.closed = 0
        self._last: LiveReport | None = None

    def open(self) -> "HandPost":
        self.opened += 1
        return self

    def put(self, report: LiveReport) -> LiveAnswer:
        self.asked.release()
        if self.error is not None:
            raise self.error
        if report != self._last:
            self._last = report
            self.reports.put(report)
        return self.answer

    def drop(self, call: str) -> None:
        self._last = None
        self.dropped.put(call)

    def close(self) -> None:
        self.closed += 1

    # --- for tests --------------------------------------------------------------------------------

    def told(self) -> LiveReport:
        """The next report that differs from the one before."""
        return self.reports.get(timeout=GENEROUS_S)

    def wait_asked(self, times: int) -> None:
        """Wait until it was asked so often from now on."""
        while self.asked.acquire(blocking=False):
            pass
        for _ in range(times):
            assert self.asked.acquire(timeout=GENEROUS_S)

    def lead_writes(self, *lines: LeadsLine, watchers: tuple[str, ...] = ()) -> None:
        self.answer = LiveAnswer(is_on=True, takes_words=True, watchers=watchers, lines=lines)
