"""Calls that a dead engine left."""

import os
import shutil
from pathlib import Path

import pytest

from assist.audio.errors import AudioError
from assist.core.commands import (
    EndCall,
    SetOutcome,
    SetPause,
)
from assist.core.errors import AssistError
from assist.core.events import (
    AudioLost,
    CallEnded,
    CallStarted,
    CueRaised,
    FinalResult,
    PartialResult,
    PauseSet,
    Tick,
    WrapUp,
)
from assist.core.notices import CallSaved, Trouble
from assist.core.words import Party
from assist.engine import boot
from assist.engine.folders import CallFolder
from assist.session.journal import read_journal
from assist.session.replay import replay
from tests.helpers.servicebench import DEAD_END, Bench, in_mid_call, killed, says
from tests.helpers.session import (
    LOUD,
    SILENT,
    make_session,
)
from tests.helpers.speech import partial


@pytest.fixture(autouse=True)
def judged_by_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call's age is that of its file, which these tests set; test_clock.py has the other case."""
    monkeypatch.setattr(boot, "_LINUX", tmp_path / "no-boot-id")


def test_a_dead_engines_call_goes_on_where_it_was(tmp_path: Path) -> None:
    first = Bench(tmp_path, {Party.AGENT: says(Party.AGENT, DEAD_END, at=900)})
    source = first.begin("demo")
    in_mid_call(first, source, 30)
    dead = killed(tmp_path, first)
    first.stop()
    # The new recognizer is fed from the first final's last word on.
    script = {Party.AGENT: says(Party.AGENT, "but i can call you", at=3000)}
    second = Bench(dead, script)
    start, start_ms, source = second.opened()
    assert (start.source, start_ms) == ("demo", 3000)
    assert second.named == ["Dana Ortega"]
    started = second.published.wait_for(CallStarted)
    assert started == first.published.of(CallStarted)[0]
    second.published.wait_for(CueRaised)
    source.send_both(30)
    second.published.wait_for(FinalResult, lambda result: "call you" in result.text)
    second.send(EndCall())
    second.published.wait_for(CallSaved)
    second.stop()
    journal = read_journal(second.folder().journal)
    said = [(e.utterance, e.text) for e in journal.events if isinstance(e, FinalResult)]
    assert said == [(0, DEAD_END), (1, "but i can call you")]
    assert replay(journal, make_session()).is_equal
    assert sum(isinstance(event, CallStarted) for event in journal.events) == 1
    assert not [event for event in journal.events if isinstance(event, AudioLost)]
    ticks = [event.at for event in journal.events if isinstance(event, Tick)]
    assert ticks == sorted(set(ticks))
    assert 5900 <= ticks[-1] <= 6000


def test_a_live_call_says_what_was_not_heard_meanwhile(tmp_path: Path) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 10)
    dead = killed(tmp_path, first)
    first.stop()
    journal = next((dead / "calls").iterdir()) / "journal.jsonl"
    origin_ns = read_journal(journal).header.clock_origin_ns
    earlier = str(origin_ns - 5_000_000_000).encode()
    journal.write_bytes(journal.read_bytes().replace(str(origin_ns).encode(), earlier))
    second = Bench(dead)
    _, _, source = second.opened()
    source.send_both(1)
    source.send_both(1)
    losses = (
        second.published.wait_for(AudioLost, lambda lost: lost.party is Party.AGENT),
        second.published.wait_for(AudioLost, lambda lost: lost.party is Party.CUSTOMER),
    )
    for lost in losses:
        assert lost.at == 1000
        assert lost.duration_ms >= 4000
    second.stop()
    assert read_journal(second.folder().journal).is_closed


def test_a_paused_call_is_still_paused_afterwards(tmp_path: Path) -> None:
    first = Bench(tmp_path)
    source = first.begin("demo")
    in_mid_call(first, source, 5)
    first.send(SetPause(is_paused=True))
    first.published.wait_for(PauseSet)
    in_mid_call(first, source, 10, before=5)
    dead = killed(tmp_path, first)
    first.stop()
    second = Bench(dead, keep_audio=True)
    _, _, source = second.opened()
    source.send_both(10)
    second.send(EndCall())
    second.published.wait_for(CallSaved)
    second.stop()
    (kept,) = second.kept.values()
    assert kept == [LOUD] * 5 + [SILENT] * 15


def test_a_call_left_long_ago_is_closed_and_saved_with_what_its_sound_still_holds(
    tmp_path: Path,
) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 30)
    dead = killed(tmp_path, first)
    first.stop()
    folder = CallFolder(next((dead / "calls").iterdir()))
    os.utime(folder.journal, (1_000_000_000, 1_000_000_000))
    second = Bench(dead, {Party.AGENT: says(Party.AGENT, "unheard until now", at=2000)})
    second.published.wait_for(CallSaved)
    second.begin()
    second.stop()
    journal = read_journal(folder.journal)
    assert journal.is_closed
    ended = next(event for event in journal.events if isinstance(event, CallEnded))
    assert ended.reason == "lost"
    assert "unheard until now" in [e.text for e in journal.events if isinstance(e, FinalResult)]
    assert [path.name for path in folder.path.iterdir()] == ["journal.jsonl"]


def test_a_call_whose_devices_are_gone_is_closed_and_said(tmp_path: Path) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 10)
    dead = killed(tmp_path, first)
    first.stop()
    second = Bench(dead, source_error=AudioError("No headset was found; plug one in."))
    second.published.wait_for(Trouble, lambda trouble: "plug one in" in trouble.sentence)
    second.published.wait_for(CallSaved)
    second.stop()


def test_a_call_that_kills_its_engine_again_and_again_is_closed_in_the_end(
    tmp_path: Path,
) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 30)
    dead = killed(tmp_path, first)
    first.stop()
    folder = CallFolder(next((dead / "calls").iterdir()))
    for _ in range(4):
        folder.count_resume()
    second = Bench(dead, {Party.AGENT: [partial(Party.AGENT, 500, "poison")]})
    second.published.wait_for(CallSaved)
    second.stop()
    journal = read_journal(folder.journal)
    assert journal.is_closed
    assert not [event for event in journal.events if isinstance(event, PartialResult)]


def test_a_call_whose_engine_was_killed_from_outside_goes_on_with_its_sound_however_often(
    tmp_path: Path,
) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 30)
    dead = killed(tmp_path, first)
    first.stop()
    folder = CallFolder(next((dead / "calls").iterdir()))
    for _ in range(4):
        folder.count_resume()
    second = Bench(
        dead, {Party.AGENT: [partial(Party.AGENT, 500, "from the spool")]}, was_killed=True
    )
    second.opened()
    second.published.wait_for(PartialResult)
    assert not second.published.of(CallSaved)
    assert folder.count_resume() == 5, "it was not counted"
    second.stop()


def test_a_call_that_never_began_leaves_nothing(tmp_path: Path) -> None:
    folder = CallFolder(tmp_path / "calls" / "20260101T000000-abcdef")
    folder.open()
    bench = Bench(tmp_path)
    bench.begin()
    assert not folder.path.exists()
    bench.stop()


@pytest.mark.parametrize("content", [b"", b'{"type":"journal_hea'])
def test_a_journal_without_a_complete_line_is_a_call_that_never_began(
    tmp_path: Path, content: bytes
) -> None:
    folder = CallFolder(tmp_path / "calls" / "20260101T000000-abcdef")
    folder.open()
    folder.journal.write_bytes(content)
    bench = Bench(tmp_path)
    bench.begin()
    bench.stop()
    assert not folder.path.exists()
    assert not bench.published.of(Trouble)


def test_outcome_and_note_of_a_recovered_call_are_taken(tmp_path: Path) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 10)
    dead = killed(tmp_path, first)
    first.stop()
    second = Bench(dead, source_error=AudioError("No headset was found; plug one in."))
    second.published.wait_for(CallSaved)
    second.send(SetOutcome(outcome="resolved"))
    second.published.wait_for(WrapUp, lambda wrap_up: wrap_up.outcome == "resolved")
    second.stop()
    journal = read_journal(second.folder().journal)
    assert replay(journal, make_session()).is_equal
    assert [count for _, count in second.store.saved][-1] == len(journal.events)


def test_a_call_that_is_only_closed_is_not_told_to_who_waits_for_another(tmp_path: Path) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 10)
    dead = killed(tmp_path, first)
    first.stop()
    folder = CallFolder(next((dead / "calls").iterdir()))
    os.utime(folder.journal, (1_000_000_000, 1_000_000_000))
    second = Bench(dead)
    old = second.published.wait_for(CallSaved)
    assert old.call == folder.path.name
    assert second.published.events == []
    second.send(SetOutcome(outcome="resolved"))
    assert second.reply() == Trouble(sentence="No call is running; start one first.")
    second.begin()
    assert second.published.wait_for(CallStarted).call != old.call
    second.stop()


def test_a_journal_beyond_repair_is_put_aside_and_said_and_the_engine_works(
    tmp_path: Path,
) -> None:
    folder = CallFolder(tmp_path / "calls" / "20260101T000000-abcdef")
    folder.open()
    folder.journal.write_bytes(b"not a journal\nat all\n")
    bench = Bench(tmp_path)
    bench.published.wait_for(Trouble, lambda trouble: "not a journal" in trouble.sentence)
    bench.begin()
    bench.stop()
    assert folder.journal.read_bytes() == b"not a journal\nat all\n"
    again = Bench(tmp_path)
    again.begin()
    again.stop()
    assert not again.published.of(Trouble), "it is not tried at each start"


def test_a_fault_of_ours_in_one_call_does_not_keep_the_engine_from_starting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, warnings: pytest.LogCaptureFixture
) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 10)
    dead = killed(tmp_path, first)
    first.stop()

    def fails(self: CallFolder) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(CallFolder, "count_resume", fails)
    second = Bench(dead)
    second.published.wait_for(
        Trouble, lambda trouble: "could not be put in order" in trouble.sentence
    )
    second.begin()
    second.stop()
    assert "could not be recovered" in warnings.text


def test_a_spool_that_cannot_be_read_or_written_costs_only_its_own_words(
    tmp_path: Path, warnings: pytest.LogCaptureFixture
) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin("demo"), 20)
    dead = killed(tmp_path, first)
    first.stop()
    folder = CallFolder(next((dead / "calls").iterdir()))
    shutil.rmtree(folder.spool)
    folder.spool.write_text("not a folder")
    second = Bench(dead, {Party.AGENT: says(Party.AGENT, DEAD_END, at=900)})
    _, start_ms, source = second.opened()
    assert start_ms == 0, "a recording is played again from what the journal has words for"
    source.send_both(40)
    second.published.wait_for(CueRaised)
    assert "cannot be kept" in second.published.wait_for(Trouble).sentence
    second.send(EndCall())
    second.published.wait_for(CallSaved)
    second.stop()
    assert "cannot be read" in warnings.text
    assert read_journal(folder.journal).is_closed


def test_a_call_whose_key_is_missing_waits_for_it(tmp_path: Path) -> None:
    first = Bench(tmp_path)
    in_mid_call(first, first.begin(), 5)
    dead = killed(tmp_path, first)
    first.stop()
    second = Bench(dead, key_error=AssistError("The key is missing."))
    assert "The key is missing" in second.published.wait_for(Trouble).sentence
    second.stop()
    assert second.store.saved == []
    third = Bench(dead)
    third.published.wait_for(CallStarted)
    third.stop()
