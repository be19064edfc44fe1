"""A dead engine's call is gone on with from where its time, its sound and its journal are."""

from dataclasses import replace
from pathlib import Path

import pytest

from assist.core.commands import (
    StartCall,
)
from assist.core.events import (
    AudioLost,
    Tick,
)
from assist.cues.errors import PlaybookError
from assist.cues.playbook import Playbook, parse_playbook
from assist.engine.calls import CallMaker
from assist.engine.folders import CallFolder
from assist.session.journal import read_journal
from tests.helpers.servicebench import Bench, in_mid_call, killed
from tests.helpers.session import (
    GENEROUS_S,
    Collector,
    ManualSource,
)
from tests.helpers.speech import ScriptedModel


def test_call_time_after_a_restart_counts_the_time_that_resuming_took(tmp_path: Path) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 10)
    dead = killed(tmp_path, first)
    first.stop()
    folder = CallFolder(next((dead / "calls").iterdir()))
    now_ns = read_journal(folder.journal).header.clock_origin_ns + 5_000_000_000
    source = ManualSource()

    def open_slowly(start: StartCall, start_ms: int) -> ManualSource:
        nonlocal now_ns
        now_ns += 3_000_000_000
        return source

    published = Collector()
    maker = CallMaker(
        parts=replace(first.parts, calls_dir=dead / "calls", open_source=open_slowly),
        publish=published,
        on_closed=lambda call: None,
        clock_ns=lambda: now_ns,
    )
    call = maker.resume(folder, ScriptedModel({}))
    assert call is not None
    source.send_both(1)
    call.live.end("operator")
    assert call.live.wait(GENEROUS_S)
    assert {(lost.at, lost.duration_ms) for lost in published.of(AudioLost)} == {(1000, 7000)}


def test_what_is_said_while_a_call_is_put_in_order_is_heard(tmp_path: Path) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 10)
    dead = killed(tmp_path, first)
    first.stop()
    folder = CallFolder(next((dead / "calls").iterdir()))
    now_ns = read_journal(folder.journal).header.clock_origin_ns + 2_000_000_000
    source = ManualSource()

    def parse_slowly(text: str, name: str) -> Playbook:
        nonlocal now_ns
        source.send_both(30)
        now_ns += 3_000_000_000
        return parse_playbook(text, name=name)

    published = Collector()
    maker = CallMaker(
        parts=replace(
            first.parts,
            calls_dir=dead / "calls",
            open_source=lambda start, start_ms: source,
            parse_playbook=parse_slowly,
        ),
        publish=published,
        on_closed=lambda call: None,
        clock_ns=lambda: now_ns,
    )
    call = maker.resume(folder, ScriptedModel({}))
    assert call is not None
    published.wait_for(Tick, lambda tick: tick.at == 5_000)
    call.live.end("operator")
    assert call.live.wait(GENEROUS_S)
    assert {(lost.at, lost.duration_ms) for lost in published.of(AudioLost)} == {(1000, 1000)}


def test_a_call_that_cannot_go_on_lets_go_of_its_sound(tmp_path: Path) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 10)
    dead = killed(tmp_path, first)
    first.stop()
    source = ManualSource()

    def refuse(text: str, name: str) -> Playbook:
        raise PlaybookError(("The playbook is of another age.",))

    maker = CallMaker(
        parts=replace(
            first.parts,
            calls_dir=dead / "calls",
            open_source=lambda start, start_ms: source,
            parse_playbook=refuse,
        ),
        publish=Collector(),
        on_closed=lambda call: None,
    )
    folder = CallFolder(next((dead / "calls").iterdir()))
    with pytest.raises(PlaybookError):
        maker.resume(folder, ScriptedModel({}))
    assert source.is_stopped.is_set()
