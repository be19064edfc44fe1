"""A process of an import without a recognizer: `python -m` this, with a folder to note starts in.

It writes the journal of `finished_call` for each recording, whose content tells what to do else:
"bad" fails in one sentence, "die" ends the process, "wait NAME" waits until the file NAME is there.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from assist.core.errors import UsageError
from assist.review.import_process import Task, serve
from tests.helpers.finished_calls import finished_call, write_journal


def transcribe(task: Task, progress: Callable[[int, int], None]) -> Sequence[str]:
    """Do what the first recording says."""
    notes = Path(sys.argv[1])
    first = Path(task.files[0])
    with (notes / "starts").open("a") as out:
        out.write(first.name + "\n")
    what = first.read_text().split()
    if what[0] == "bad":
        raise UsageError(f"{first.name} is not a sound file that can be read.")
    if what[0] == "die":
        os._exit(9)
    if what[0] == "wait":
        while not (notes / what[1]).exists():
            time.sleep(0.02)
    progress(15_000, 20_000)
    write_journal(
        Path(task.folder), finished_call(task.call, started_at=task.started_at, name="Ana")
    )
    return (f"{first.name} is shorter than it says it is.",) if what[0] == "short" else ()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer, transcribe)
