"""Fail a test that leaves a thread running."""

import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

ENDING_S = 0.5
"""A joined thread may still be on the list for a moment, when C code is ending it."""


def _is_ours(thread: threading.Thread) -> bool:
    # Threads made by C code (PortAudio, Qt) appear as dummies and never leave the list.
    return not isinstance(thread, threading._DummyThread)


def _where(thread: threading.Thread) -> str:
    frame = sys._current_frames().get(thread.ident or 0)
    if frame is None:
        return ""
    last = traceback.extract_stack(frame)[-1]
    return f" at {last.filename}:{last.lineno} in {last.name}"


@contextmanager
def no_leaked_threads() -> Iterator[None]:
    """Within, every thread that was started must have ended too."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    left = [thread for thread in left if _is_ours(thread)]
    for thread in left:
        thread.join(ENDING_S)
    alive = [thread for thread in left if thread.is_alive()]
    if alive:
        names = "\n".join(f"  {thread.name}{_where(thread)}" for thread in alive)
        pytest.fail(f"Left running:\n{names}")
