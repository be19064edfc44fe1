"""Imports recordings: several processes transcribe, one thread stores, nothing is done twice.

A process that dies (Kaldi ends its own on some faults) costs the recording it was at, which is
said; the others go on. Killed and started again the import goes on where it was: each call's folder
appears whole or not at all, under a name made of its sound.
"""

import os
import queue
import secrets
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from assist.core.errors import AssistError
from assist.privacy.given import scrub_given
from assist.privacy.typed import scrub_typed
from assist.review.import_list import Entry, ImportList, sound_key, stamps
from assist.review.import_process import Hand, Report, Task
from assist.review.recordings import Planned
from assist.store.errors import UnreadableJournal

_ABANDONED_S = 600
"""A process writes its journal many times a minute."""

PARTIAL = ".importing-"
"""Begins the name of a folder that is not whole yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of a planned call.

    `state` is "imported", "known" (it was there already), "deleted" (it was, and somebody deleted
    it) or "failed", with `why` in one sentence.
    """

    planned: Planned
    state: str
    call: str = ""
    why: str = ""
    notes: tuple[str, ...] = ()


class Calls(Protocol):
    """What the import needs of the store."""

    def save(self, journal: Path) -> None:
        """Store the call of a closed journal; again is harmless."""
        ...

    def has(self, call_id: str) -> bool: ...
    def keep_audio(self, call_id: str, files: Sequence[Path]) -> None: ...


ResultSink = Callable[[Result], None]
ProgressSink = Callable[[Planned, int, int], None]
"""Told of a call that is being transcribed: ms done and in all."""


class Importer:
    """Imports planned calls into `calls_dir` and the store, with `jobs` processes of `command`.

    `command` starts a process that reads a `Task` a line and answers with `Answer` lines.
    `agent_channel` 1: the customer is the left channel, or the first file of a pair.
    """

    def __init__(
        self,
        *,
        command: Sequence[str],
        jobs: int,
        calls_dir: Path,
        done: ImportList,
        calls: Calls,
        agent: str = "",
        agent_channel: int = 0,
        keeps_audio: bool = True,
        again: bool = False,
    ) -> None:
        self._command = list(command)
        self._jobs = jobs
        self._calls_dir = calls_dir
        self._done = done
        self._calls = calls
        self._agent = agent
        self._agent_channel = agent_channel
        self._keeps_audio = keeps_audio
        self._again = again

    def run(
        self,
        planned: Sequence[Planned],
        on_result: ResultSink,
        on_progress: ProgressSink = lambda *_: None,
    ) -> None:
        """Import all that is not there yet; both sinks are called from this thread.

        What goes wrong with one recording is its result. Raises AssistError where nothing can go
        on (a full disk, a broken database); the processes are ended then.
        """
        self._calls_dir.mkdir(parents=True, exist_ok=True)
        _sweep(self._calls_dir)
        waiting: queue.Queue[Planned] = queue.Queue()
        for each in planned:
            known = self._known(each)
            if known is not None:
                on_result(known)
            else:
                waiting.put(each)
        count = waiting.qsize()
        reports: queue.Queue[Report] = queue.Queue()
        hands = [
            Hand(self._command, waiting, reports, self._prepare, self._is_done)
            for _ in range(max(1, min(self._jobs, count)) if count else 0)
        ]
        try:
            for hand in hands:
                hand.start()
            while count:
                report = reports.get()
                if report.answer is None or report.answer.is_over:
                    count -= 1
                    on_result(self._finish(report))
                else:
                    on_progress(report.planned, report.answer.done, report.answer.total)
        finally:
            for hand in hands:
                hand.stop()
            for hand in hands:
                hand.join()

    def _known(self, planned: Planned) -> Result | None:
        """The result of a call that needs no look at its sound."""
        if planned.trouble:
            return Result(planned=planned, state="failed", why=planned.trouble)
        entry = self._done.by_stamps(planned.files)
        return self._told(planned, entry) if entry is not None else None

    def _told(self, planned: Planned, entry: Entry) -> Result | None:
        """What the list says; None where the call is to be imported (again)."""
        if not entry.call:
            return None
        if self._calls.has(entry.call):
            return Result(planned=planned, state="known", call=entry.call)
        if self._again:
            return None
        return Result(planned=planned, state="deleted", call=entry.call)

    def _prepare(self, planned: Planned) -> "Task | tuple[str, str]":
        """The task of a call, or (state, why); the hands call it, so that hashing is shared out."""
        try:
            key = sound_key(planned.files)
        except OSError as error:
            return "failed", f"{planned.name} cannot be read ({error.strerror})."
        facts = planned.facts
        begun = facts.started_at or _begun(planned.files[0])
        call = f"{begun:%Y%m%dT%H%M%S}-{key[:12]}"
        files = planned.files
        if self._agent_channel == 1 and len(files) == 2:
            files = (files[1], files[0])
        return Task(
            files=tuple(str(file) for file in files),
            folder=str(self._calls_dir / f"{PARTIAL}{key}-{secrets.token_hex(4)}"),
            call=call,
            started_at=begun.isoformat(timespec="seconds"),
            agent=facts.agent or self._agent,
            customer=scrub_typed(facts.customer),
            number=scrub_given(facts.number),
            reference=scrub_given(facts.reference),
            agent_channel=self._agent_channel if len(files) == 1 else 0,
        )

    def _is_done(self, task: Task) -> bool:
        """Whether there is nothing to transcribe; called by the hands, `_finish` finds out why.

        The list knows the sound under another name, or an import that was killed had the folder
        done and not noted.
        """
        entry = self._done.by_key(_key_of(task))
        if entry is not None and entry.call and not self._again:
            return True
        return (self._calls_dir / task.call).exists()

    def _finish(self, report: "Report") -> Result:
        """Put the call's folder where it belongs, store it, and note it in the list."""
        planned, task = report.planned, report.task
        if task is None:
            return Result(planned=planned, state="failed", why=report.why)
        key = _key_of(task)
        marks = stamps(planned.files)
        answer = report.answer
        if answer is None or answer.why:
            why = report.why if answer is None else answer.why
            shutil.rmtree(task.folder, ignore_errors=True)
            self._done.add(Entry(key=key, why=why, stamps=marks))
            return Result(planned=planned, state="failed", why=why)
        before = self._done.by_key(key)
        told = self._told(planned, before) if before is not None else None
        if told is not None:
            shutil.rmtree(task.folder, ignore_errors=True)
            self._done.add(Entry(key=key, call=told.call, stamps=marks))
            return told
        folder = self._calls_dir / task.call
        if folder.exists():
            shutil.rmtree(task.folder, ignore_errors=True)
        else:
            Path(task.folder).rename(folder)
        try:
            self._calls.save(folder / "journal.jsonl")
        except AssistError as error:
            why = str(error)
            if isinstance(error, UnreadableJournal) and not self._calls.has(task.call):
                # Left there it would pass for done at every later import.
                shutil.rmtree(folder, ignore_errors=True)
                why = f"What came of {planned.name} cannot be read; import it again."
            return Result(planned=planned, state="failed", why=why)
        if self._keeps_audio:
            files = tuple(Path(file) for file in task.files)
            # A stereo file named twice has the customer on its first channel.
            self._calls.keep_audio(task.call, files * 2 if task.agent_channel else files)
        self._done.add(Entry(key=key, call=task.call, stamps=marks))
        return Result(planned=planned, state="imported", call=task.call, notes=answer.notes)


def _key_of(task: Task) -> str:
    return Path(task.folder).name.removeprefix(PARTIAL).partition("-")[0]


def _sweep(calls_dir: Path) -> None:
    """Remove what an import that was killed left half done, unless somebody still works on it."""
    for folder in calls_dir.glob(f"{PARTIAL}*"):
        newest = max((file.stat().st_mtime for file in folder.glob("*")), default=0.0)
        if time.time() - newest > _ABANDONED_S:
            shutil.rmtree(folder, ignore_errors=True)


def _begun(file: Path) -> datetime:
    """A file's own time is closest to when the call was."""
    return datetime.fromtimestamp(file.stat().st_mtime).astimezone()


def cores() -> int:
    """How many processes this computer can run at once without getting slower."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)
