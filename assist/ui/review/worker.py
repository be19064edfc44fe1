"""Asks the `ReviewDesk` on the one thread that may use it; answers come back as signals."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from assist.core.errors import AssistError
from assist.core.interfaces import ReviewDesk

Answer = TypeVar("Answer")
OpenDesk = Callable[[], ReviewDesk]


class DeskWorker(QObject):
    """`ask` from the main thread; `on_answer` is called there. Of one kind only the newest counts.

    The desk is opened by the first question and closed by `stop`. A task's AssistError goes to
    `failed` with the kind of the question; any other error is raised in the main thread. `do` is
    for what must not be dropped: each one is run, in order.
    """

    failed = Signal(str, str)
    _answered = Signal(str, int, object)

    def __init__(self, open_desk: OpenDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = open_desk
        self._desk: ReviewDesk | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="review-desk")
        self._newest: dict[str, int] = {}
        self._waiting: dict[tuple[str, int], Callable[[object], None]] = {}
        self._done = 0
        # Queued always: a task may be over before its callback is added, which then runs at once,
        # in the middle of whatever asked.
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        kind: str,
        task: Callable[[ReviewDesk], Answer],
        on_answer: Callable[[Answer], None],
    ) -> None:
        """Run `task`; it is dropped if another of this kind was asked for meanwhile."""
        self._submit(kind, self._number(kind), task, on_answer, may_drop=True)

    def do(
        self,
        kind: str,
        task: Callable[[ReviewDesk], Answer],
        on_answer: Callable[[Answer], None],
    ) -> None:
        """Run `task` whatever is asked for later."""
        self._done += 1
        self._submit(f"{kind}#{self._done}", 0, task, on_answer, may_drop=False)

    def forget(self, kind: str) -> None:
        """Want no answer of this kind any more."""
        self._waiting.pop((kind, self._newest.get(kind, 0)), None)
        self._number(kind)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._waiting)

    def stop(self) -> None:
        """Finish what must be done, drop the rest and close the desk."""
        self._waiting.clear()
        for kind in self._newest:
            self._number(kind)
        self._pool.submit(self._close)
        self._pool.shutdown(wait=True)

    def _number(self, kind: str) -> int:
        self._newest[kind] = self._newest.get(kind, 0) + 1
        return self._newest[kind]

    def _submit(
        self,
        kind: str,
        number: int,
        task: Callable[[ReviewDesk], Answer],
        on_answer: Callable[[Answer], None],
        *,
        may_drop: bool,
    ) -> None:
        if may_drop:
            self._waiting.pop((kind, number - 1), None)
        self._waiting[kind, number] = on_answer  # type: ignore[assignment]

        def run() -> Answer | None:
            if may_drop and self._newest.get(kind) != number:
                return None
            if self._desk is None:
                self._desk = self._open()
            return task(self._desk)

        def tell(done: "Future[Answer | None]") -> None:
            self._answered.emit(kind, number, done)

        self._pool.submit(run).add_done_callback(tell)

    def _close(self) -> None:
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.close()

    def _take(self, kind: str, number: int, done: "Future[object]") -> None:
        on_answer = self._waiting.pop((kind, number), None)
        if on_answer is None:
            return
        try:
            answer = done.result()
        except AssistError as error:
            self.failed.emit(kind.partition("#")[0], str(error))
            return
        on_answer(answer)
