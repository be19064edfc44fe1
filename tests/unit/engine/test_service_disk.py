"""Disks that are full, read-only, slow, and a database that is locked: the call goes on."""

import os
from pathlib import Path

import pytest

from assist.core.commands import EndCall
from assist.core.events import CallStarted, CueRaised, Tick, WrapUp
from assist.core.notices import CallForgotten, CallSaved, Trouble
from assist.core.words import Party
from assist.session.journal import read_journal
from assist.session.replay import replay
from tests.helpers.disks import SlowDisk, fill, small_disk
from tests.helpers.servicebench import DEAD_END, Bench, says
from tests.helpers.session import GENEROUS_S, make_session

SCRIPT = {Party.AGENT: says(Party.AGENT, DEAD_END, at=900)}


def prompted(bench: Bench) -> None:
    """The bench's call has raised its prompt."""
    bench.published.wait_for(CueRaised, lambda cue: cue.rule == "dead_end")


def test_a_real_full_disk_costs_no_word_once_there_is_room(
    tmp_path: Path, warnings: pytest.LogCaptureFixture
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        filler = fill(disk)
        bench = Bench(disk, SCRIPT, retry_s=0.01)
        source = bench.begin()
        source.send_both(20)
        prompted(bench)
        told = bench.published.wait_for(Trouble, lambda each: "journal" in each.sentence)
        assert "free some disk space" in told.sentence
        bench.send(EndCall())
        bench.published.wait_for(Trouble, lambda each: "is not on disk yet" in each.sentence)
        filler.unlink()
        saved = bench.published.wait_for(CallSaved)
        bench.stop()
        journal = read_journal(Path(saved.journal))
        assert bench.published.events == list(journal.events)
        assert replay(journal, make_session()).is_equal


def test_on_a_real_read_only_disk_a_call_is_prompted_and_said_not_to_be_kept(
    tmp_path: Path, warnings: pytest.LogCaptureFixture
) -> None:
    with small_disk(tmp_path / "disk", "ro") as disk:
        _prompted_unkept(disk)


def test_where_no_folder_can_be_made_a_call_is_prompted_and_said_not_to_be_kept(
    tmp_path: Path, warnings: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "calls").write_bytes(b"a file where the calls' folder belongs")
    _prompted_unkept(tmp_path)


def _prompted_unkept(folder: Path) -> None:
    bench = Bench(folder, SCRIPT)
    bench.begin().send_both(20)
    told = bench.published.wait_for(Trouble, lambda each: "cannot be made" in each.sentence)
    assert "heard but not kept" in told.sentence
    assert bench.published.wait_for(CallStarted).is_private
    prompted(bench)
    bench.send(EndCall())
    assert not bench.published.wait_for(CallForgotten).is_chosen, "nobody asked for it"
    bench.stop()


def test_a_disk_that_takes_its_time_holds_up_no_prompt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = SlowDisk()
    bench = Bench(tmp_path, SCRIPT)
    source = bench.begin()
    monkeypatch.setattr(os, "fsync", disk)
    source.send_both(5)
    assert disk.waits.wait(GENEROUS_S)
    source.send_both(25)  # while the disk does nothing
    prompted(bench)
    bench.published.wait_for(Tick, lambda tick: tick.at == 3_000)
    assert not disk.release.is_set()
    disk.release.set()
    bench.stop()
    (saved,) = bench.published.of(CallSaved)
    assert isinstance(read_journal(Path(saved.journal)).events[-1], WrapUp)
