"""A computer's clock that is set in mid-call."""

import os
import time
from pathlib import Path

import pytest

from assist.core.events import CallStarted, Tick, WrapUp
from assist.core.notices import CallSaved
from assist.engine import boot
from assist.engine.folders import CallFolder
from assist.session.journal import read_journal
from tests.helpers.servicebench import Bench, in_mid_call, killed

DAY_S = 86_400


@pytest.mark.parametrize("days", [-1, 1])
def test_a_call_is_as_long_as_it_was_whatever_the_clock_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    bench = Bench(tmp_path)
    source = bench.begin()
    source.send_both(10)
    bench.published.wait_for(Tick, lambda tick: tick.at == 1_000)
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + days * DAY_S)
    source.send_both(20)
    bench.published.wait_for(Tick, lambda tick: tick.at == 3_000)
    bench.stop()
    (saved,) = bench.published.of(CallSaved)
    events = read_journal(Path(saved.journal)).events
    assert [event.at for event in events if isinstance(event, Tick)] == list(range(100, 3001, 100))
    assert isinstance(events[-1], WrapUp)
    assert events[-1].duration_ms == 3_000


@pytest.mark.parametrize("days", [-400, -1, 1, 400])
def test_a_dead_engines_call_goes_on_though_the_clock_was_set(tmp_path: Path, days: int) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 10)
    dead = killed(tmp_path, first)
    first.stop()
    _set_back(dead, days)
    second = Bench(dead)
    second.opened()
    second.published.wait_for(CallStarted)
    assert not second.published.of(CallSaved)
    second.stop()


def test_a_call_of_an_earlier_run_of_the_computer_is_judged_by_the_clock_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its monotonic time means nothing any more, however near it is to ours."""
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 10)
    dead = killed(tmp_path, first)
    first.stop()
    _set_back(dead, 1)
    other = tmp_path / "boot_id"
    other.write_text("another run\n")
    monkeypatch.setattr(boot, "_LINUX", other)
    second = Bench(dead)
    second.published.wait_for(CallSaved)
    assert not second.published.of(CallStarted)
    second.stop()


def test_a_system_that_does_not_tell_its_runs_is_judged_by_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boot, "_LINUX", tmp_path / "absent")
    assert boot.boot_id() == ""
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 10)
    dead = killed(tmp_path, first)
    first.stop()
    second = Bench(dead)
    second.opened()
    second.stop()
    assert read_journal(second.folder().journal).header.boot == ""


def _set_back(home: Path, days: int) -> None:
    """Let the files of the call be as old as after the clock was set forward by so much."""
    folder = CallFolder(next((home / "calls").iterdir()))
    then = time.time() - days * DAY_S
    for file in (folder.journal, folder.path / "open"):
        os.utime(file, (then, then))
