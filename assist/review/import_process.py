"""The processes of an import: what each is asked and answers, and the threads that feed them."""

import contextlib
import os
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

from assist.core.errors import AssistError
from assist.review.recordings import Planned

_NICE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a process is asked to do: files to a journal in `folder`."""

    files: tuple[str, ...]
    folder: str
    call: str
    started_at: str
    agent: str = ""
    customer: str = ""
    number: str = ""
    reference: str = ""
    agent_channel: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a process says: `done` of `total` ms while it works, at last `is_over`.

    `why` is a sentence where it failed; `notes` are what was wrong but could be borne.
    """

    done: int = 0
    total: int = 0
    is_over: bool = False
    why: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """From a hand: an answer of its process, or (`answer` None) that there will be none."""

    planned: Planned
    task: Task | None
    answer: Answer | None
    why: str = ""


class Hand(threading.Thread):
    """Gives one process a call after the other; starts a new one where it died."""

    def __init__(
        self,
        command: list[str],
        waiting: "queue.Queue[Planned]",
        reports: "queue.Queue[Report]",
        prepare: Callable[[Planned], "Task | tuple[str, str]"],
        is_done: Callable[["Task"], bool],
    ) -> None:
        super().__init__(name="import-hand", daemon=True)
        self._command = command
        self._waiting = waiting
        self._reports = reports
        self._prepare = prepare
        self._is_done = is_done
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._is_stopped = False

    def run(self) -> None:
        while not self._is_stopped:
            try:
                planned = self._waiting.get_nowait()
            except queue.Empty:
                break
            self._do(planned)
        self.stop()

    def stop(self) -> None:
        """End the process, whatever it does. Any thread may call it."""
        with self._lock:
            self._is_stopped = True
            process, self._process = self._process, None
        _kill(process)

    def _do(self, planned: Planned) -> None:
        try:
            task = self._prepare(planned)
        except OSError as error:
            task = "failed", f"{planned.name} cannot be read ({error.strerror})."
        if not isinstance(task, Task):
            self._reports.put(Report(planned=planned, task=None, answer=None, why=task[1]))
            return
        if self._is_done(task):
            over = Answer(is_over=True)
            self._reports.put(Report(planned=planned, task=task, answer=over))
            return
        why = f"{planned.name} made the recognizer stop; convert it to WAV and try again."
        try:
            process = self._ready()
            if process is None:
                return
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(msgspec.json.encode(task) + b"\n")
            process.stdin.flush()
            if self._relay(planned, task, process.stdout):
                return
        except (OSError, ValueError):
            pass  # the pipe is closed: its process is gone
        self._let_go()
        self._reports.put(Report(planned=planned, task=task, answer=None, why=why))

    def _relay(self, planned: Planned, task: Task, answers: IO[bytes]) -> bool:
        """Pass answers on until the last one; False where the process died before."""
        for line in answers:
            answer = msgspec.json.decode(line, type=Answer)
            self._reports.put(Report(planned=planned, task=task, answer=answer))
            if answer.is_over:
                return True
        return False

    def _ready(self) -> "subprocess.Popen[bytes] | None":
        """The running process, started if need be; None once stopped."""
        with self._lock:
            if self._is_stopped:
                return None
            if self._process is None:
                self._process = start(self._command)
            return self._process

    def _let_go(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        _kill(process)


def _kill(process: "subprocess.Popen[bytes] | None") -> None:
    """End a process, if there is one, and let go of its pipes."""
    if process is None:
        return
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()


def start(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """A process for tasks: less urgent than people's work, and deaf to Ctrl-C meant for us."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.BELOW_NORMAL_PRIORITY_CLASS | subprocess.CREATE_NEW_PROCESS_GROUP
    return subprocess.Popen(
        list(command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=os.name == "posix",
        creationflags=flags,
    )


Transcribe = Callable[[Task, Callable[[int, int], None]], Sequence[str]]
"""Makes a task's journal; told to tell ms done and in all; returns what could be borne."""


def serve(tasks: IO[bytes], answers: IO[bytes], transcribe: Transcribe) -> None:
    """A process's side: do each task, say how far it is, and what went wrong in one sentence."""
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(_NICE)

    def say(answer: Answer) -> None:
        answers.write(msgspec.json.encode(answer) + b"\n")
        answers.flush()

    for line in tasks:
        task = msgspec.json.decode(line, type=Task)
        folder = Path(task.folder)
        told = [0]

        def progress(done: int, total: int, told: list[int] = told) -> None:
            if done - told[0] >= 10_000:
                told[0] = done
                say(Answer(done=done, total=total))

        try:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(mode=0o700, parents=True)
            notes = tuple(transcribe(task, progress))
        except AssistError as error:
            say(Answer(is_over=True, why=str(error)))
        except OSError as error:
            say(Answer(is_over=True, why=f"{folder} cannot be written ({error.strerror})."))
        else:
            say(Answer(is_over=True, notes=notes))
