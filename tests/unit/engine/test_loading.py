"""A model for which there is no memory."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assist.engine.errors import EngineError, NoMemory
from assist.engine.loading import TRIES, Guard


def refuse() -> None:
    raise AssertionError("it was tried again")


def out_of_memory() -> None:
    raise MemoryError


_DIES = """
import os, sys
from pathlib import Path
from assist.engine.loading import Guard
Guard(Path(sys.argv[1])).load("big", lambda: os.abort())
"""


def die_loading(notes: Path) -> int:
    """A process that the library ends while it loads; its exit status."""
    return subprocess.run(
        [sys.executable, "-c", _DIES, str(notes)], cwd=Path.cwd(), check=False
    ).returncode


def test_a_model_that_loads_leaves_no_note(tmp_path: Path) -> None:
    notes = tmp_path / "state" / "loading"
    assert Guard(notes).load("starter", lambda: 7) == 7
    assert not notes.exists()


def test_running_out_of_memory_is_one_sentence(tmp_path: Path) -> None:
    notes = tmp_path / "loading"
    with pytest.raises(NoMemory, match=r"not enough memory .* 'big'; close other programs"):
        Guard(notes).load("big", out_of_memory)
    assert not notes.exists()


def test_other_troubles_pass_and_leave_no_note(tmp_path: Path) -> None:
    def fail() -> None:
        raise EngineError("It is broken.")

    notes = tmp_path / "loading"
    with pytest.raises(EngineError, match="broken"):
        Guard(notes).load("big", fail)
    assert not notes.exists()


def test_a_model_that_ends_its_process_again_and_again_is_given_up(tmp_path: Path) -> None:
    notes = tmp_path / "loading"
    for _ in range(TRIES):
        assert die_loading(notes) < 0
    guard = Guard(notes)
    for _ in range(3):  # as often as a call is started
        with pytest.raises(NoMemory):
            guard.load("big", refuse)
    assert guard.load("small", lambda: 1) == 1
    assert Guard(notes).load("big", lambda: 2) == 2  # the next start may find more memory


def test_one_death_is_no_reason_yet_nor_are_those_of_another_model(tmp_path: Path) -> None:
    notes = tmp_path / "loading"
    assert die_loading(notes) < 0
    assert Guard(notes).load("big", lambda: 1) == 1
    for _ in range(TRIES):
        assert die_loading(notes) < 0
    assert Guard(notes).load("other", lambda: 2) == 2


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"big\nother\n", b"\n" * 1000])
def test_strange_notes_are_no_reason(tmp_path: Path, content: bytes) -> None:
    notes = tmp_path / "loading"
    notes.write_bytes(content)
    load: Callable[[], int] = lambda: 3  # noqa: E731
    assert Guard(notes).load("big", load) == 3


def test_without_a_place_for_notes_it_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert Guard(tmp_path / "file" / "loading").load("big", lambda: 4) == 4


_POOR = """
import importlib, os, resource, sys, vosk
from pathlib import Path
from assist.app.warm import MODULES, Warm
from assist.engine.errors import NoMemory

for module in MODULES:
    importlib.import_module(module)
for _ in range(int(sys.argv[1])):
    if os.fork() == 0:
        break
    os.wait()
else:
    sys.exit()
taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (taken + (16 << 20),) * 2)
try:
    Warm(lambda: "starter").load_model()
except NoMemory as error:
    print(error, flush=True)
os._exit(0)
"""


@pytest.mark.vosk
@pytest.mark.skipif(sys.platform != "linux", reason="limits addresses as Linux does")
def test_the_starter_in_a_process_without_memory_is_said_at_the_third_try_at_the_latest() -> None:
    """Python may notice first, or the library end the process: both come to the sentence."""
    done = subprocess.run(  # imports once, as a nursery does, for all of its workers
        [sys.executable, "-c", _POOR, str(TRIES + 1)],
        cwd=Path.cwd(),
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    said = done.stdout.splitlines()
    assert said, done.stderr
    assert said[-1].startswith("There is not enough memory for the speech model 'starter';")
