from collections.abc import Iterator
from pathlib import Path

import pytest

from assist import paths
from assist.audio.errors import AudioError
from assist.audio.files import open_recording
from assist.core.audio import BLOCK_MS, AudioBlock
from assist.core.events import (
    CallEnded,
    CallStarted,
    CueRaised,
    Event,
    FinalResult,
    PartialResult,
    Tick,
    WrapUp,
)
from assist.core.interfaces import RecognizerResult
from assist.core.words import Party
from assist.session.journal import make_header, read_journal
from assist.session.journal_writer import JournalWriter
from assist.session.offline import run_offline
from assist.session.replay import replay
from assist.speech.vosk import load_model
from tests.helpers.recordings import write_call
from tests.helpers.session import LOUD, PLAYBOOK, make_session
from tests.helpers.speech import ScriptedModel, final, partial

STARTED = CallStarted(at=0, call="c1", started_at="2026-11-22T10:00:00+00:00", source="call.wav")
DEAD_END = "there is nothing i can do"


class Tone:
    """A recording of a tone; breaks off after some blocks if told to."""

    def __init__(self, blocks: int, *, breaks_at: int | None = None) -> None:
        self.duration_ms = blocks * BLOCK_MS
        self._blocks = blocks
        self._breaks_at = breaks_at

    def blocks(self) -> Iterator[tuple[AudioBlock, AudioBlock]]:
        for number in range(self._blocks):
            if number == self._breaks_at:
                raise AudioError("The file is broken; record it again.")
            index = 1600 * number
            yield (
                AudioBlock(party=Party.AGENT, index=index, samples=LOUD),
                AudioBlock(party=Party.CUSTOMER, index=index, samples=LOUD),
            )


def dead_end() -> ScriptedModel:
    words = [(word, 300 + 100 * n, 390 + 100 * n) for n, word in enumerate(DEAD_END.split())]
    script: list[RecognizerResult] = [
        partial(Party.AGENT, 900, DEAD_END, start=300),
        final(Party.AGENT, 1500, words),
    ]
    return ScriptedModel({Party.AGENT: script})


def run(recording: Tone, model: ScriptedModel, journal: JournalWriter | None = None) -> list[Event]:
    events: list[Event] = []
    run_offline(
        recording,
        model,
        make_session(),
        started=STARTED,
        gate=False,
        on_event=events.append,
        journal=journal,
    )
    return events


def test_a_recording_gives_a_whole_call_in_audio_time() -> None:
    events = run(Tone(30), dead_end())
    assert events[0] == STARTED
    assert CallEnded(at=3000, reason="end_of_file") in events
    assert isinstance(events[-1], WrapUp)
    assert [event.at for event in events if isinstance(event, Tick)] == list(range(100, 3001, 100))
    assert [event.rule for event in events if isinstance(event, CueRaised)] == ["dead_end"]
    times = [event.at for event in events]
    assert times == sorted(times)


def test_the_same_recording_gives_the_same_events() -> None:
    assert run(Tone(30), dead_end()) == run(Tone(30), dead_end())


def test_the_last_words_before_the_end_are_recognized() -> None:
    events = run(Tone(10), dead_end())
    assert [event.text for event in events if isinstance(event, FinalResult)] == [DEAD_END]


def test_results_of_a_step_come_before_its_tick() -> None:
    events = run(Tone(30), dead_end())
    partial_at = next(n for n, event in enumerate(events) if isinstance(event, PartialResult))
    tick_at = next(n for n, event in enumerate(events) if event == Tick(at=900))
    assert events[partial_at].at == 900
    assert partial_at < tick_at


def test_an_empty_recording_is_a_call_without_words() -> None:
    events = run(Tone(0), ScriptedModel({}))
    assert isinstance(events[0], CallStarted)
    assert isinstance(events[-1], WrapUp)


def test_its_journal_replays(tmp_path: Path) -> None:
    header = make_header(app="0", model="scripted", playbook_name="Test", playbook=PLAYBOOK)
    writer = JournalWriter(tmp_path, header)
    events = run(Tone(30), dead_end(), writer)
    journal = read_journal(writer.path)
    assert list(journal.events) == events
    assert replay(journal, make_session()).is_equal


def test_a_recording_that_breaks_off_says_so_and_keeps_what_was_heard(tmp_path: Path) -> None:
    header = make_header(app="0", model="scripted", playbook_name="Test", playbook=PLAYBOOK)
    writer = JournalWriter(tmp_path, header)
    with pytest.raises(AudioError, match="record it again"):
        run(Tone(30, breaks_at=20), dead_end(), writer)
    events = read_journal(writer.path).events
    assert [event.text for event in events if isinstance(event, FinalResult)] == [DEAD_END]


def test_progress_reaches_the_end() -> None:
    told: list[tuple[int, int]] = []
    run_offline(
        Tone(25),
        ScriptedModel({}),
        make_session(),
        started=STARTED,
        on_event=lambda event: None,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[-1] == (2500, 2500)
    assert told == sorted(told)


@pytest.mark.vosk
@pytest.mark.parametrize("gate", [True, False])
def test_a_spoken_call_is_understood_with_and_without_the_gate(tmp_path: Path, gate: bool) -> None:
    events: list[Event] = []
    run_offline(
        open_recording([write_call(tmp_path / "call.wav")]),
        load_model(paths.models_dir() / "starter"),
        make_session(),
        started=STARTED,
        gate=gate,
        on_event=events.append,
    )
    said = [event.text for event in events if isinstance(event, FinalResult)]
    assert any("nothing more i can do" in text for text in said)
    assert any("third time" in text for text in said)
    assert len(said) == 6
