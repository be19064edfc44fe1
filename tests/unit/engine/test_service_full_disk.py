"""A disk that is full when a call ends."""

import errno
import os
import threading
from pathlib import Path

import pytest

from assist.core.commands import (
    EndCall,
    SetOutcome,
)
from assist.core.events import (
    Tick,
)
from assist.core.notices import CallSaved, Trouble
from assist.session.journal import FILE_NAME, read_journal
from assist.session.replay import replay
from tests.helpers.servicebench import Bench, in_mid_call
from tests.helpers.session import (
    GENEROUS_S,
    make_session,
)


class FullDisk:
    """`os.write` onto a disk that is full until told otherwise; for files of one name."""

    def __init__(self) -> None:
        self.is_full = False
        self.refused = threading.Event()
        self._write = os.write

    def __call__(self, fd: int, data: bytes) -> int:
        if self.is_full and Path(f"/proc/self/fd/{fd}").readlink().name == FILE_NAME:
            self.refused.set()
            raise OSError(errno.ENOSPC, "No space left on device")
        return self._write(fd, data)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch, warnings: pytest.LogCaptureFixture) -> FullDisk:
    disk = FullDisk()
    monkeypatch.setattr(os, "write", disk)
    return disk


def test_an_end_that_a_full_disk_did_not_take_is_written_and_saved_when_there_is_room(
    tmp_path: Path, disk: FullDisk
) -> None:
    bench = Bench(tmp_path, retry_s=0.01, idle_exit_s=0.5)
    bench.service.note_clients(1)
    bench.begin().send_both(5)
    bench.published.wait_for(Tick)
    disk.is_full = True
    bench.send(EndCall())
    waits = bench.published.wait_for(
        Trouble, lambda trouble: "is not on disk yet" in trouble.sentence
    )
    assert not waits.is_fatal
    bench.send(SetOutcome(outcome="resolved"))
    assert "free some disk space" in getattr(bench.reply(), "sentence", "")
    bench.service.note_clients(0)  # and the engine does not end for having nothing to do
    disk.refused.clear()
    assert disk.refused.wait(GENEROUS_S)
    assert bench.thread.is_alive()
    assert not bench.published.of(CallSaved)
    disk.is_full = False
    saved = bench.published.wait_for(CallSaved)
    bench.thread.join(GENEROUS_S)
    assert not bench.thread.is_alive()
    journal = read_journal(Path(saved.journal))
    assert bench.published.events == list(journal.events)
    assert replay(journal, make_session()).is_equal


def test_an_engine_stopped_before_there_is_room_says_that_the_end_is_lost(
    tmp_path: Path, disk: FullDisk
) -> None:
    bench = Bench(tmp_path)
    in_mid_call(bench, bench.begin(), 5)  # the journal is on disk up to here
    disk.is_full = True
    bench.send(EndCall())
    bench.published.wait_for(Trouble, lambda trouble: "is not on disk yet" in trouble.sentence)
    bench.stop()
    assert "it is lost" in bench.published.of(Trouble)[-1].sentence
    disk.is_full = False
    again = Bench(tmp_path)
    again.opened()
    again.stop()
    assert read_journal(again.folder().journal).is_closed
