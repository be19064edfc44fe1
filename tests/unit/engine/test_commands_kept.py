"""Whatever the agent does counts once, though the engine dies or the line is cut at any moment."""

import errno
import os
import threading
from pathlib import Path

import pytest

from assist.core.commands import AskStatus, FlagMoment, SetPause, WriteNote
from assist.core.events import CommandTaken, MomentFlagged, NoteWritten, PauseSet, Tick
from assist.core.notices import CallSaved, CommandKept, SnapshotStarted, StatusReport, Trouble
from assist.engine.client import EngineClient
from assist.session.journal import FILE_NAME, JournalHeader, make_header, read_journal
from assist.session.journal_writer import JournalThread, JournalWriter
from assist.session.replay import replay
from tests.helpers.engine import ServedEngine, wait_for
from tests.helpers.servicebench import Bench, killed
from tests.helpers.session import GENEROUS_S, PLAYBOOK, make_session

FLAG = FlagMoment(note="ask billing", token="t1")


@pytest.fixture
def header() -> JournalHeader:
    return make_header(app="1", model="m", playbook_name="p", playbook=PLAYBOOK)


def flags(journal: Path) -> list[str]:
    return [each.note for each in read_journal(journal).events if isinstance(each, MomentFlagged)]


def test_a_command_sent_again_counts_once_and_is_answered_again(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    source = bench.begin()
    source.send_both(3)
    for _ in range(2):
        bench.send(FLAG)
    assert bench.reply() == CommandKept(token="t1")  # the second: it has counted
    bench.published.wait_for(CommandKept)  # the first: it is in the journal
    bench.stop()
    (saved,) = bench.published.of(CallSaved)
    journal = read_journal(Path(saved.journal))
    assert flags(Path(saved.journal)) == ["ask billing"]
    assert replay(journal, make_session()).is_equal


def test_what_a_dead_engine_had_taken_does_not_count_again(tmp_path: Path) -> None:
    first = Bench(tmp_path)
    first.begin().send_both(3)
    first.send(FLAG)
    first.published.wait_for(CommandKept)
    dead = killed(tmp_path, first)
    first.stop()
    second = Bench(dead)
    second.opened()
    second.send(FLAG)
    assert second.reply() == CommandKept(token="t1")
    second.send(FlagMoment(note="and another", token="t2"))
    second.published.wait_for(CommandKept, lambda kept: kept.token == "t2")
    second.stop()
    assert flags(second.folder().journal) == ["ask billing", "and another"]


def test_the_answer_comes_once_the_journal_has_it_and_in_one_piece(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.begin().send_both(3)
    bench.send(FLAG)
    bench.published.wait_for(CommandKept)
    dead = killed(tmp_path, bench)
    bench.stop()
    journal = next((dead / "calls").iterdir()) / FILE_NAME
    content = journal.read_bytes()
    assert flags(journal) == ["ask billing"]
    # Cut anywhere behind the flag's own line, the next engine either knows the token or never saw
    # the flag: both lines were handed to the system as one.
    lines = content.split(b"\n")
    flag = next(n for n, line in enumerate(lines) if b"moment_flagged" in line)
    taken = next(n for n, line in enumerate(lines) if b"command_taken" in line)
    between = [line for line in lines[flag + 1 : taken] if b'"type":"tick"' in line]
    assert taken > flag
    assert between == []


def test_a_full_disk_delays_the_answer_not_the_call(
    tmp_path: Path,
    header: JournalHeader,
    monkeypatch: pytest.MonkeyPatch,
    warnings: pytest.LogCaptureFixture,
) -> None:
    is_full = threading.Event()
    refused = threading.Event()
    write = os.write

    def filling(fd: int, data: bytes) -> int:
        if is_full.is_set():
            refused.set()
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(fd, data)

    kept: list[str] = []
    journal = JournalThread(JournalWriter(tmp_path, header), kept.append)
    monkeypatch.setattr(os, "write", filling)
    is_full.set()
    journal.append([NoteWritten(at=1, text="x"), CommandTaken(at=1, token="t1")])
    assert refused.wait(GENEROUS_S)
    assert kept == []
    is_full.clear()
    journal.close()
    assert kept == ["t1"]


def test_a_pause_is_sent_again_too(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.begin().send_both(3)
    pause = SetPause(is_paused=True, token="p1")
    bench.send(pause)
    bench.published.wait_for(PauseSet)
    bench.published.wait_for(CommandKept)
    bench.send(SetPause(is_paused=False))
    bench.published.wait_for(PauseSet, lambda event: not event.is_paused)
    bench.send(pause)  # late: it must not pause again
    assert bench.reply() == CommandKept(token="p1")
    bench.stop()
    assert [event.is_paused for event in bench.published.of(PauseSet)] == [True, False]


def test_a_private_calls_commands_are_answered_though_nothing_is_written(tmp_path: Path) -> None:
    bench = Bench(tmp_path, is_private=True)
    bench.begin().send_both(3)
    bench.send(FLAG)
    bench.published.wait_for(CommandKept)
    bench.stop()


def test_what_is_said_on_the_wrap_up_card_counts_once_too(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.service.note_clients(1)
    source = bench.begin("demo")
    source.send_both(3)
    source.finished = True
    saved = bench.published.wait_for(CallSaved)
    note = WriteNote(text="router ordered", token="n1")
    for _ in range(2):
        bench.send(note)
        assert bench.reply() == CommandKept(token="n1")
    bench.stop()
    events = read_journal(Path(saved.journal)).events
    assert sum(isinstance(event, NoteWritten) for event in events) == 1


def test_a_command_that_is_refused_is_not_repeated_forever(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.published.wait_for(StatusReport, lambda status: status.state == "ready")
    bench.send(FLAG)
    assert isinstance(bench.reply(), Trouble)
    assert bench.reply() == CommandKept(token="t1")
    bench.stop()


def test_a_client_repeats_what_was_not_answered_and_nothing_else(assist_home: Path) -> None:
    from assist import paths

    socket = paths.engine_socket()
    first = ServedEngine(socket)
    with EngineClient(socket) as link:
        wait_for(link, SnapshotStarted)
        link.send(FlagMoment(note="lost"))
        link.send(FlagMoment(note="kept"))
        link.send(AskStatus())
        lost, kept, _ = (first.commands.get(timeout=GENEROUS_S) for _ in range(3))
        kept[1](CommandKept(token=kept[0].token))
        first.server.publish(Tick(at=100))
        wait_for(link, Tick)  # what came before it has been taken in
        first.server.stop()
        second = ServedEngine(socket)
        wait_for(link, SnapshotStarted)
        link.send(AskStatus())
        again = [second.commands.get(timeout=GENEROUS_S)[0] for _ in range(2)]
        assert again == [FlagMoment(note="lost"), AskStatus()]
        assert again[0].token == lost[0].token
    second.server.stop()
