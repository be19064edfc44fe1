"""Private calls leave nothing behind, and a running engine does as changed settings say."""

import queue
from pathlib import Path

import pytest

from assist.core.commands import (
    AskStatus,
    EndCall,
    MarkCue,
    ReloadSettings,
    SetOutcome,
    StartCall,
    WriteNote,
)
from assist.core.errors import AssistError
from assist.core.events import CallStarted, CueRaised, FinalResult, NoteWritten, WrapUp
from assist.core.notices import (
    CallForgotten,
    CallSaved,
    Notice,
    SettingsChanged,
    StatusReport,
    Trouble,
)
from assist.core.words import Party
from tests.helpers.servicebench import DEAD_END, Bench, says
from tests.helpers.session import ManualSource

SAID = {Party.AGENT: says(Party.AGENT, DEAD_END, at=1000)}


def _files_with(folder: Path, words: tuple[str, ...]) -> list[Path]:
    return [
        file
        for file in folder.rglob("*")
        if file.is_file() and any(word.encode() in file.read_bytes() for word in words)
    ]


@pytest.mark.parametrize("is_private", [True, False])
def test_a_private_call_prompts_and_leaves_no_file_with_its_words(
    tmp_path: Path, is_private: bool
) -> None:
    bench = Bench(tmp_path, SAID, is_private=is_private, keep_audio=True)
    bench.caller_notice = "agent"
    try:
        source = bench.begin()
        source.send_both(20)
        cue = bench.published.wait_for(CueRaised).cue
        bench.published.wait_for(FinalResult)
        bench.send(WriteNote(text="promised a gadget"))
        bench.send(MarkCue(cue=cue, is_right=True))
        bench.send(EndCall())
        bench.published.wait_for(WrapUp)
        over: type[Notice] = CallForgotten if is_private else CallSaved
        bench.published.wait_for(over)
        bench.send(SetOutcome(outcome="resolved"))
        bench.send(WriteNote(text="one more gadget"))
        bench.published.wait_for(NoteWritten, lambda note: note.text == "one more gadget")
        started = bench.published.wait_for(CallStarted)
        assert (started.is_private, started.notice) == (is_private, "agent")
    finally:
        bench.stop()
    found = _files_with(tmp_path, ("nothing", "gadget", "Dana"))
    # The same search finds the words of a call that is kept: it would find these too.
    assert bool(found) is not is_private
    if is_private:
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
        assert bench.store.saved == []
        assert bench.named == [], "a name joined to the model stands on the disk for a moment"
        assert bench.judged == []


def test_the_status_tells_that_the_next_call_is_private(tmp_path: Path) -> None:
    bench = Bench(tmp_path, SAID)
    try:
        bench.is_private, bench.caller_notice = True, "announcement"
        bench.send(AskStatus())
        status = bench.reply()
        assert isinstance(status, StatusReport)
        assert (status.is_private, status.notice) == (True, "announcement")
        bench.begin()
        bench.is_private = False  # the call that runs stays what it was when it began
        bench.send(AskStatus())
        status = bench.reply()
        assert isinstance(status, StatusReport)
        assert status.is_private
    finally:
        bench.stop()
    assert not bench.calls_dir.exists() or not list(bench.calls_dir.iterdir())


def _reload(bench: Bench) -> None:
    before = len(bench.published.of(SettingsChanged))
    bench.send(ReloadSettings())
    bench.published.wait_for(
        SettingsChanged, lambda _: len(bench.published.of(SettingsChanged)) > before
    )


def test_a_changed_model_is_loaded_before_the_next_call_asks_for_it(tmp_path: Path) -> None:
    bench = Bench(tmp_path, SAID)
    try:
        bench.published.wait_for(StatusReport, lambda status: status.state == "ready")
        assert bench.loads == ["scripted"]
        _reload(bench)
        assert bench.loads == ["scripted"]
        bench.model_name = "better"
        _reload(bench)
        assert bench.loads == ["scripted", "better"]
    finally:
        bench.stop()


def test_softphone_sources_are_opened_anew_only_when_they_are_set_otherwise(
    tmp_path: Path,
) -> None:
    bench = Bench(tmp_path, SAID)
    try:
        bench.published.wait_for(StatusReport, lambda status: status.state == "ready")
        assert bench.phones == []
        bench.phone_set_up = ("127.0.0.1:4444",)
        _reload(bench)
        (first,) = bench.phones
        assert first.is_open
        _reload(bench)
        assert len(bench.phones) == 1
        bench.phone_set_up = ("127.0.0.1:5555",)
        _reload(bench)
        assert [each.is_open for each in bench.phones] == [False, True]
    finally:
        bench.stop()
    assert [each.is_open for each in bench.phones] == [False, False]


def test_a_model_that_does_not_load_is_said_and_the_engine_goes_on(tmp_path: Path) -> None:
    bench = Bench(tmp_path, SAID)
    try:
        bench.published.wait_for(StatusReport, lambda status: status.state == "ready")
        bench.model_name, bench.model_error = "broken", AssistError("It does not load; mend it.")
        _reload(bench)
        trouble = bench.published.wait_for(Trouble)
        assert trouble.sentence == "It does not load; mend it."
        bench.model_error = None
        bench.send(StartCall(source="live"))
        bench.opened()
    finally:
        bench.stop()
    with pytest.raises(queue.Empty):
        bench.replies.get_nowait()


class MovableSource(ManualSource):
    """A source whose devices can be changed in mid-call."""

    def __init__(self) -> None:
        super().__init__()
        self.devices: list[tuple[str, str]] = []

    def set_devices(self, agent_device: str, customer_device: str) -> None:
        self.devices.append((agent_device, customer_device))


def test_other_devices_are_taken_in_the_running_call(tmp_path: Path) -> None:
    bench = Bench(tmp_path, SAID)
    source = MovableSource()
    bench.make_source = lambda: source
    try:
        bench.begin()
        _reload(bench)
        assert source.devices == [], "nothing that was not changed is opened anew"
        bench.devices = ("webcam", "headset.monitor")
        _reload(bench)
        assert source.devices == [("webcam", "headset.monitor")]
    finally:
        bench.stop()


def test_what_is_too_old_is_deleted_at_the_start_and_after_each_call(tmp_path: Path) -> None:
    bench = Bench(tmp_path, SAID)
    try:
        source = bench.begin()
        assert bench.expiries == [0]
        source.send_both(20)
        bench.send(EndCall())
        bench.published.wait_for(CallSaved)
    finally:
        bench.stop()
    assert bench.expiries == [0, 1]
