import errno
import logging
import os
import queue
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assist.audio.errors import AudioError
from assist.audio.spool import Spool
from assist.core.commands import (
    AskStatus,
    Command,
    DismissCue,
    EndCall,
    FlagMoment,
    MarkCue,
    ReportPainted,
    SetName,
    SetOutcome,
    SetPause,
    StartCall,
    StopEngine,
    WriteNote,
)
from assist.core.errors import AssistError
from assist.core.events import (
    AudioLost,
    CallEnded,
    CallStarted,
    CueMarked,
    CuePainted,
    CueRaised,
    DismissAsked,
    FinalResult,
    MomentFlagged,
    NameLearned,
    NoteWritten,
    OutcomeSet,
    PartialResult,
    PauseSet,
    Tick,
    WrapUp,
)
from assist.core.interfaces import RecognizerResult
from assist.core.notices import CallSaved, Notice, RuleShadowed, StatusReport, Trouble
from assist.core.words import Party
from assist.cues.playbook import parse_playbook
from assist.engine.calls import CallMaker
from assist.engine.folders import CallFolder
from assist.engine.parts import Parts
from assist.engine.service import Service
from assist.session.journal import FILE_NAME, read_journal
from assist.session.replay import replay
from tests.helpers.session import (
    GENEROUS_S,
    LOUD,
    PLAYBOOK,
    SILENT,
    Collector,
    ManualSource,
    make_session,
)
from tests.helpers.speech import ScriptedModel, final, partial

DEAD_END = "there is nothing i can do"


def says(party: Party, text: str, *, at: int, utterance: int = 0) -> list[RecognizerResult]:
    """A partial, and its final 600 ms later, in a recognizer's own time."""
    start = at - 100 * len(text.split())
    words = [(word, start + 100 * n, start + 100 * n + 90) for n, word in enumerate(text.split())]
    return [
        partial(party, at, text, utterance=utterance, start=start),
        final(party, at + 600, words, utterance=utterance),
    ]


class MemoryStore:
    """A `CallStore` that remembers what it was given; fails while told to."""

    def __init__(self) -> None:
        self.saved: list[tuple[Path, int]] = []
        self.error: AssistError | None = None

    def save_call(self, journal: Path) -> str:
        if self.error is not None:
            raise self.error
        self.saved.append((journal, len(read_journal(journal).events)))
        return journal.parent.name

    def close(self) -> None:
        pass


class Bench:
    """A service on its thread, with sources driven by hand."""

    def __init__(
        self,
        folder: Path,
        script: dict[Party, list[RecognizerResult]] | None = None,
        *,
        idle_exit_s: float = 3600,
        model_error: AssistError | None = None,
        source_error: AssistError | None = None,
        keep_audio: bool = False,
        playbook: str = PLAYBOOK,
        retry_s: float = 3600,
    ) -> None:
        self.calls_dir = folder / "calls"
        self.sources: queue.Queue[tuple[StartCall, int, ManualSource]] = queue.Queue()
        self.source_error = source_error
        self.model_error = model_error
        self.model_name = "scripted"
        self.loads: list[str] = []
        self.named: list[str] = []
        self.named_script: dict[Party, list[RecognizerResult]] | None = None
        self.store = MemoryStore()
        self.published = Collector()
        self.replies: queue.Queue[Notice] = queue.Queue()
        self._script = script or {}
        self._playbook = playbook
        self.agent_name = "Sarah"
        self.judged: list[int] = []
        self.failed: tuple[RuleShadowed, ...] | AssistError = ()
        self.keep_audio = keep_audio
        self.parts = Parts(
            socket=folder / "engine.sock",
            calls_dir=self.calls_dir,
            model_name=lambda: self.model_name,
            load_model=self._load_model,
            load_named=self._load_named,
            load_playbook=lambda: parse_playbook(self._playbook, name="test"),
            parse_playbook=lambda text, name: parse_playbook(text, name=name),
            open_source=self._open_source,
            open_store=lambda: self.store,
            agent_name=lambda: self.agent_name,
            keep_audio=lambda: self.keep_audio,
            judge_rules=self._judge_rules,
            gate=False,
            idle_exit_s=idle_exit_s,
        )
        self.service = Service(self.parts, self.published, retry_s=retry_s)
        self.thread = threading.Thread(target=self.service.run, name="service-under-test")
        self.thread.start()

    def send(self, command: Command) -> None:
        self.service.handle(command, self.replies.put)

    def reply(self) -> Notice:
        return self.replies.get(timeout=GENEROUS_S)

    def begin(self, source: str = "live") -> ManualSource:
        """Start a call; its source."""
        self.send(StartCall(source=source, customer_name="Dana Ortega"))
        return self.opened()[2]

    def opened(self) -> tuple[StartCall, int, ManualSource]:
        opened = self.sources.get(timeout=GENEROUS_S)
        self.published.wait_for(StatusReport, lambda status: status.state == "listening")
        return opened

    def folder(self) -> CallFolder:
        return CallFolder(next(self.calls_dir.iterdir()))

    def stop(self) -> None:
        self.send(StopEngine())
        self.thread.join(GENEROUS_S)
        assert not self.thread.is_alive()

    def _judge_rules(self) -> tuple[RuleShadowed, ...]:
        self.judged.append(len(self.store.saved))
        if isinstance(self.failed, AssistError):
            raise self.failed
        return self.failed

    def _load_model(self) -> ScriptedModel:
        self.loads.append(self.model_name)
        if self.model_error is not None:
            raise self.model_error
        return ScriptedModel(self._script)

    def _load_named(self, name: str) -> ScriptedModel | None:
        self.named.append(name)
        return None if self.named_script is None else ScriptedModel(self.named_script)

    def _open_source(self, start: StartCall, start_ms: int) -> ManualSource:
        if self.source_error is not None:
            raise self.source_error
        source = ManualSource()
        self.sources.put((start, start_ms, source))
        return source


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path, {Party.AGENT: says(Party.AGENT, DEAD_END, at=900)})
    yield bench
    bench.stop()


@pytest.fixture
def warnings(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.WARNING):
        yield caplog


def test_a_call_runs_is_saved_and_leaves_only_its_journal(bench: Bench) -> None:
    source = bench.begin()
    source.send_both(20)
    bench.published.wait_for(CueRaised)
    bench.send(EndCall())
    saved = bench.published.wait_for(CallSaved)
    folder = bench.folder()
    assert saved.journal == str(folder.journal)
    assert [path.name for path in folder.path.iterdir()] == ["journal.jsonl"]
    journal = read_journal(folder.journal)
    assert journal.is_closed
    assert journal.started.agent == "Sarah"
    assert journal.started.customer_name == "Dana Ortega"
    assert journal.started.call == saved.call == folder.path.name
    assert journal.header.playbook == PLAYBOOK
    assert replay(journal, make_session()).is_equal
    assert bench.store.saved == [(folder.journal, len(journal.events))]
    assert bench.published.events == list(journal.events)


def test_states_are_told_as_they_change(bench: Bench) -> None:
    bench.begin()
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    bench.published.wait_for(StatusReport, lambda status: status.state == "ending")
    states = [report.state for report in bench.published.of(StatusReport)]
    assert states[:2] == ["loading", "loading"]
    assert states.index("listening") < states.index("ending")
    bench.send(AskStatus())
    status = bench.reply()
    assert isinstance(status, StatusReport)
    assert (status.state, status.model) == ("ready", "scripted")


def test_commands_become_inputs_of_the_call(bench: Bench) -> None:
    source = bench.begin()
    source.send_both(20)
    raised = bench.published.wait_for(CueRaised)
    for command in (
        SetName(name="Mara"),
        DismissCue(cue=raised.cue),
        FlagMoment(note="here", for_lead=True),
        WriteNote(text="sent a router"),
        SetOutcome(outcome="resolved"),
        SetPause(is_paused=True),
        SetPause(is_paused=False),
        ReportPainted(cue=raised.cue, painted_at_ns=1 << 62),
    ):
        bench.send(command)
    bench.published.wait_for(NameLearned, lambda event: event.name == "Mara")
    bench.published.wait_for(DismissAsked)
    bench.published.wait_for(MomentFlagged)
    bench.published.wait_for(NoteWritten)
    bench.published.wait_for(PauseSet, lambda event: not event.is_paused)
    bench.published.wait_for(CuePainted)
    bench.send(EndCall())
    assert bench.published.wait_for(WrapUp).outcome == "resolved"


def test_the_wrap_up_card_still_counts_after_the_call(bench: Bench) -> None:
    bench.begin().send_both(5)
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    bench.send(SetOutcome(outcome="resolved"))
    bench.published.wait_for(WrapUp, lambda wrap_up: wrap_up.outcome == "resolved")
    bench.send(WriteNote(text="all well"))
    bench.published.wait_for(NoteWritten)
    bench.send(AskStatus())
    bench.reply()
    journal = read_journal(bench.folder().journal)
    assert isinstance(journal.events[-1], WrapUp)
    assert replay(journal, make_session()).is_equal
    assert [count for _, count in bench.store.saved][-1] == len(journal.events)
    assert len(bench.store.saved) == 3


def test_a_note_on_the_call_before_goes_to_it_while_the_next_one_runs(bench: Bench) -> None:
    bench.begin().send_both(5)
    bench.send(EndCall())
    before = bench.published.wait_for(CallSaved)
    bench.begin()
    bench.published.wait_for(CallStarted, lambda started: started.call != before.call)
    told = len(bench.published.messages)
    bench.send(WriteNote(text="sent a router", call=before.call))
    bench.send(SetOutcome(outcome="resolved", call=before.call))
    bench.send(AskStatus())
    bench.reply()
    journal = read_journal(Path(before.journal))
    assert [e.text for e in journal.events if isinstance(e, NoteWritten)] == ["sent a router"]
    assert isinstance(wrap_up := journal.events[-1], WrapUp)
    assert wrap_up.outcome == "resolved"
    assert replay(journal, make_session()).is_equal
    saved = [
        message for message in bench.published.messages[told:] if isinstance(message, CallSaved)
    ]
    assert saved == [before, before]
    # Who follows the call that runs hears nothing of it.
    told_events = bench.published.messages[told:]
    assert not [e for e in told_events if isinstance(e, NoteWritten | OutcomeSet | WrapUp)]
    bench.send(WriteNote(text="too late", call="a-call-of-last-week"))
    answer = bench.reply()
    assert isinstance(answer, Trouble)
    assert "not kept" in answer.sentence


def test_marks_are_inputs_of_the_call_and_rules_are_judged_once_they_are_stored(
    bench: Bench,
) -> None:
    source = bench.begin()
    source.send_both(20)
    raised = bench.published.wait_for(CueRaised)
    bench.send(MarkCue(cue=raised.cue, is_right=False))
    bench.published.wait_for(CueMarked, lambda event: not event.is_right)
    assert bench.judged == []
    bench.failed = (RuleShadowed(rule="dead_end", title="Dead end", right=3, wrong=30),)
    bench.send(EndCall())
    assert bench.published.wait_for(RuleShadowed).rule == "dead_end"
    assert bench.judged == [1]
    # On the wrap-up card a mark still counts, and the journal still replays.
    bench.failed = ()
    bench.send(MarkCue(cue=raised.cue, is_right=True))
    bench.published.wait_for(CueMarked, lambda event: event.is_right)
    bench.send(WriteNote(text="that was a good hint"))
    bench.published.wait_for(NoteWritten)
    bench.send(AskStatus())
    bench.reply()
    assert bench.judged == [1, 2]
    assert replay(read_journal(bench.folder().journal), make_session()).is_equal


def test_rules_that_cannot_be_judged_are_told_and_the_call_is_saved(bench: Bench) -> None:
    bench.failed = AssistError("The list of rules in shadow cannot be written.")
    bench.begin().send_both(20)
    raised = bench.published.wait_for(CueRaised)
    bench.send(MarkCue(cue=raised.cue, is_right=False))
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    trouble = bench.published.wait_for(Trouble)
    assert (trouble.sentence, trouble.is_fatal) == (str(bench.failed), False)


@pytest.mark.parametrize(
    "command", [EndCall(), SetName(name="x"), DismissCue(cue=1), SetPause(is_paused=True)]
)
def test_without_a_call_its_commands_are_answered_with_a_sentence(
    bench: Bench, command: Command
) -> None:
    bench.send(command)
    assert bench.reply() == Trouble(sentence="No call is running; start one first.")


def test_a_second_call_is_refused_and_the_first_goes_on(bench: Bench) -> None:
    source = bench.begin()
    bench.send(StartCall())
    refused = bench.reply()
    assert isinstance(refused, Trouble)
    assert refused.is_fatal
    source.send_both(20)
    bench.published.wait_for(CueRaised)


def test_a_device_that_cannot_be_opened_is_told_and_the_next_call_works(bench: Bench) -> None:
    bench.source_error = AudioError("No headset was found; plug one in.")
    bench.send(StartCall())
    assert bench.reply() == Trouble(sentence="No headset was found; plug one in.", is_fatal=True)
    bench.source_error = None
    bench.begin()
    assert len(list(bench.calls_dir.iterdir())) == 1


def test_a_model_that_fails_is_tried_again_for_the_next_call(tmp_path: Path) -> None:
    bench = Bench(tmp_path, model_error=AssistError("No speech model; install one."))
    bench.published.wait_for(Trouble)
    bench.send(StartCall())
    assert bench.reply() == Trouble(sentence="No speech model; install one.", is_fatal=True)
    bench.model_error = None
    bench.begin()
    bench.stop()


def test_another_model_in_the_settings_is_loaded_for_the_next_call(bench: Bench) -> None:
    bench.begin()
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    bench.model_name = "large"
    bench.begin()
    assert bench.loads == ["scripted", "large"]


def test_a_call_with_a_name_is_heard_by_the_model_that_knows_it(bench: Bench) -> None:
    bench.named_script = {Party.CUSTOMER: says(Party.CUSTOMER, "ortega speaking", at=900)}
    bench.begin().send_both(20)
    heard = bench.published.wait_for(FinalResult, lambda final: final.party is Party.CUSTOMER)
    assert heard.text == "ortega speaking"
    assert bench.named == ["Dana Ortega"]
    assert bench.loads == ["scripted"]


def test_a_name_that_cannot_be_added_leaves_the_plain_model(bench: Bench) -> None:
    bench.begin().send_both(20)
    heard = bench.published.wait_for(FinalResult, lambda final: final.party is Party.AGENT)
    assert heard.text == DEAD_END
    assert bench.named == ["Dana Ortega"]


def test_a_call_without_a_name_asks_for_no_other_model(bench: Bench) -> None:
    bench.send(StartCall(source="live"))
    bench.opened()
    assert bench.named == []


def test_a_call_that_cannot_be_saved_is_kept_and_saved_when_the_engine_starts_again(
    tmp_path: Path,
) -> None:
    bench = Bench(tmp_path)
    bench.begin().send_both(5)
    bench.store.error = AssistError("The disk is full; free some space.")
    bench.send(EndCall())
    trouble = bench.published.wait_for(Trouble)
    assert "disk is full" in trouble.sentence
    assert trouble.is_fatal
    assert str(bench.folder().path) in trouble.sentence
    bench.stop()
    again = Bench(tmp_path)
    again.published.wait_for(CallSaved)
    assert [path for path, _ in again.store.saved] == [bench.folder().journal]
    assert [path.name for path in again.folder().path.iterdir()] == ["journal.jsonl"]
    again.stop()


def test_stopping_the_engine_ends_and_saves_the_call(bench: Bench) -> None:
    bench.begin().send_both(5)
    bench.stop()
    assert bench.published.of(CallSaved)
    assert bench.published.of(CallEnded)[0].reason == "operator"


def test_a_played_call_ends_and_is_saved_by_itself(bench: Bench) -> None:
    source = bench.begin("demo")
    source.send_both(5)
    source.finished = True
    bench.published.wait_for(CallSaved)


def test_an_idle_engine_ends(tmp_path: Path) -> None:
    bench = Bench(tmp_path, idle_exit_s=0.0)
    bench.thread.join(GENEROUS_S)
    assert not bench.thread.is_alive()


def test_an_engine_with_a_client_or_a_call_does_not_end(tmp_path: Path) -> None:
    bench = Bench(tmp_path, idle_exit_s=3600)
    bench.service.note_clients(1)
    source = bench.begin()
    bench.service.note_clients(0)
    source.send_both(5)
    bench.published.wait_for(Tick)
    assert bench.thread.is_alive()
    bench.stop()


def test_kept_audio_stays(tmp_path: Path) -> None:
    bench = Bench(tmp_path, keep_audio=True)
    bench.begin().send_both(5)
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    bench.stop()
    folder = bench.folder()
    assert sorted(path.name for path in folder.path.iterdir()) == ["journal.jsonl", "spool"]


def test_the_settings_of_its_beginning_hold_for_a_call(bench: Bench) -> None:
    bench.agent_name, bench.keep_audio = "Mara", True
    bench.begin().send_both(5)
    bench.agent_name, bench.keep_audio = "Sarah", False
    bench.send(EndCall())
    bench.published.wait_for(CallSaved)
    assert bench.published.of(CallStarted)[0].agent == "Mara"
    assert bench.folder().spool.exists()


def test_who_starts_a_call_learns_its_id(bench: Bench) -> None:
    bench.begin()
    started = bench.published.wait_for(CallStarted)
    listening = bench.published.wait_for(StatusReport, lambda report: report.state == "listening")
    assert listening.call == started.call
    bench.send(EndCall())
    assert bench.published.wait_for(CallSaved).call == started.call


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


# --- a dead engine's calls ------------------------------------------------------------------------


def killed(tmp_path: Path, bench: Bench) -> Path:
    """What a SIGKILL at this moment would leave on disk."""
    dead = tmp_path / "dead"
    shutil.copytree(bench.calls_dir, dead / "calls")
    return dead


def in_mid_call(bench: Bench, source: ManualSource, blocks: int, *, before: int = 0) -> None:
    """Send up to `blocks` a side, `before` of which were sent, and wait until they are handled."""
    source.send_both(blocks - before)
    # Spool and journal are written by threads of their own: wait until they hold everything.
    folder = bench.folder()
    size = blocks * (len(LOUD) + 16)
    bench.published.wait_for(Tick, lambda tick: tick.at == 100 * blocks)
    done = threading.Event()
    spools = [folder.spool / f"{party}.spool" for party in Party]
    while not all(spool.exists() and spool.stat().st_size >= size for spool in spools):
        done.wait(0.01)
    while read_journal(folder.journal).reached_ms < 100 * blocks:
        done.wait(0.01)


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
    kept = [block.samples for block in Spool(second.folder().spool).read(Party.AGENT)]
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


def test_partials_and_events_are_published_in_order(bench: Bench) -> None:
    bench.begin().send_both(20)
    bench.published.wait_for(FinalResult)
    kinds = [type(event) for event in bench.published.events]
    assert kinds[0] is CallStarted
    assert kinds.index(PartialResult) < kinds.index(FinalResult)


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
