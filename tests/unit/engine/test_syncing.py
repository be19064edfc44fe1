"""The engine's thread that sends finished calls."""

import queue
import threading
from collections.abc import Callable

import pytest

from assist.core.errors import AssistError
from assist.engine.syncing import Syncing
from tests.helpers.session import GENEROUS_S


def test_it_sends_again_and_again_whatever_goes_wrong(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger="assist.engine")
    runs: queue.Queue[int] = queue.Queue()
    count = iter(range(10**6))

    def sync(should_stop: Callable[[], bool]) -> None:
        assert not should_stop()
        number = next(count)
        runs.put(number)
        if number == 0:
            raise AssistError("The team database cannot be reached.")

    syncing = Syncing(sync, every_s=0.001)
    syncing.start()
    assert [runs.get(timeout=GENEROUS_S) for _ in range(3)] == [0, 1, 2]
    syncing.stop()
    assert "Calls are not sent now: The team database cannot be reached." in caplog.text


def test_stopping_lets_the_call_being_sent_through_and_no_other() -> None:
    is_sending, is_stopping = threading.Event(), threading.Event()
    told: list[bool] = []

    def sync(should_stop: Callable[[], bool]) -> None:
        is_sending.set()
        is_stopping.wait(GENEROUS_S)
        told.append(should_stop())

    syncing = Syncing(sync, every_s=0.001)
    syncing.start()
    assert is_sending.wait(GENEROUS_S)
    stopper = threading.Thread(target=syncing.stop)
    stopper.start()
    # The stop is asked for before the thread is joined; only then may the sending go on.
    assert syncing._stopping.wait(GENEROUS_S)
    is_stopping.set()
    stopper.join(GENEROUS_S)
    assert not stopper.is_alive()
    assert told == [True]
