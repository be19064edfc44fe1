"""An engine that may have no more memory: said in a sentence, and not tried again and again."""

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assist import app, paths
from assist.engine.errors import NoRoom
from assist.engine.memory import is_used_up
from assist.engine.process import run_worker
from tests.helpers.app import COMMAND
from tests.helpers.engine import ENGINE_HELLO, RawClient, ServedEngine

NO_THREAD = "can't start new thread"
LIMIT_S = 280.0
_BY_LOADER = 127


def refuse_threads(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """As the system does where it has no room for a stack."""
    start = threading.Thread.start

    def refuse(thread: threading.Thread) -> None:
        if thread.name == name:
            raise RuntimeError(NO_THREAD)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", refuse)


@pytest.mark.parametrize("name", ["engine-accept", "syncing"])
def test_threads_that_cannot_start_are_one_sentence_and_no_crash(
    name: str,
    assist_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    warnings: pytest.LogCaptureFixture,
) -> None:
    """A crash would have the supervisor start the next worker, into the same."""
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)
    refuse_threads(monkeypatch, name)
    before = set(threading.enumerate())
    with pytest.raises(NoRoom, match="close other programs, then start a call"):
        run_worker(app.engine_parts())
    assert set(threading.enumerate()) == before
    assert "Traceback" not in warnings.text


@pytest.mark.parametrize("end", ["writer", "reader"])
def test_a_client_without_a_thread_is_turned_away_and_the_next_is_served(
    end: str,
    assist_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    warnings: pytest.LogCaptureFixture,
) -> None:
    refuse_threads(monkeypatch, f"client-1-{end}")
    before = set(threading.enumerate())
    engine = ServedEngine(paths.engine_socket())
    try:
        with RawClient(engine.path, greets=False) as turned_away:
            assert turned_away.read() is None
        with RawClient(engine.path) as served:
            assert served.read() == ENGINE_HELLO
    finally:
        engine.server.stop()
    assert set(threading.enumerate()) == before
    assert "not enough memory to serve another client" in warnings.text


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MemoryError(), True),
        (RuntimeError(NO_THREAD), True),
        (OSError(12, "Cannot allocate memory"), True),
        (ImportError("libx.so: failed to map segment from shared object"), True),
        (RuntimeError("no call is running"), False),
        (ImportError("No module named 'vosk'"), False),
        (OSError(28, "No space left on device"), False),
    ],
)
def test_what_says_that_memory_is_used_up(error: Exception, expected: bool) -> None:
    assert is_used_up(error) is expected


_LIMITED = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]) << 20,) * 2)
os.execvp(sys.argv[2], sys.argv[2:])
"""


@pytest.mark.slow
@pytest.mark.vosk
@pytest.mark.skipif(sys.platform != "linux", reason="limits addresses as Linux does")
@pytest.mark.parametrize("megabytes", [150, 300])
def test_the_whole_engine_without_memory_ends_once_and_says_so(
    megabytes: int, assist_home: Path
) -> None:
    """150: its modules do not fit; 300: nor do the stacks of all its threads."""
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(megabytes), *COMMAND, "engine"],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    # Where it is the C library's loader that finds no memory, it ends the process itself.
    assert done.returncode in (1, _BY_LOADER)
    assert "There is not enough memory" in done.stderr or done.returncode == _BY_LOADER
    assert "Traceback" not in done.stderr
    assert "started again" not in done.stderr
