"""Runs what takes longer than a keystroke on one thread; answers come back as signals."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

Answer = TypeVar("Answer")

TYPING_MS = 350
"""Checks wait for a pause in typing of so long."""


def typing_timer(parent: QObject) -> QTimer:
    """Fires once, when nobody has typed for a while."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(TYPING_MS)
    return timer


class Worker(QObject):
    """`ask` from the main thread; `on_answer` is called there. Of one kind only the newest counts.

    An error that a task raises is raised in the main thread.
    """

    _answered = Signal(str, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="rule-editor")
        self._newest: dict[str, int] = {}
        self._waiting: dict[str, Callable[[object], None]] = {}
        self._answered.connect(self._take)

    def ask(
        self, kind: str, task: Callable[[], Answer], on_answer: Callable[[Answer], None]
    ) -> None:
        """Run `task`; its answer is dropped if another of this kind was asked for meanwhile."""
        number = self._newest.get(kind, 0) + 1
        self._newest[kind] = number
        self._waiting[kind] = on_answer  # type: ignore[assignment]

        def run() -> Answer | None:
            return task() if self._newest.get(kind) == number else None

        def tell(done: "Future[Answer | None]") -> None:
            if not done.cancelled():
                self._answered.emit(kind, number, done)

        self._pool.submit(run).add_done_callback(tell)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._waiting)

    def _take(self, kind: str, number: int, done: "Future[object]") -> None:
        if self._newest.get(kind) == number and kind in self._waiting:
            self._waiting.pop(kind)(done.result())

    def forget(self, kind: str) -> None:
        """Want no answer of this kind any more."""
        self._newest[kind] = self._newest.get(kind, 0) + 1
        self._waiting.pop(kind, None)

    def stop(self) -> None:
        """Wait for the running task and drop the rest."""
        self._waiting.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)
