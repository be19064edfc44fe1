"""The first run with real devices and recognizer: a sentence appears, a sound comes back."""

import io
import threading
from pathlib import Path

import pytest
import soundfile
from rich.console import Console

from assist import app, paths
from assist.cli.setup import set_up
from assist.core.preferences import FarEnd, SetupStep
from assist.core.words import Party
from tests.helpers.pulse import AGENT_VOICE, HEADSET_MIC, HEADSET_MONITOR, PulseServer

pytestmark = [pytest.mark.e2e, pytest.mark.vosk, pytest.mark.pulse, pytest.mark.timeout(600)]

GENEROUS_S = 120.0


@pytest.fixture
def sentence(tmp_path: Path) -> Path:
    """The demo call's first words, by the agent."""
    sound, rate = soundfile.read(paths.resources_dir() / "demo" / app.DEMO_CALL, dtype="int16")
    file = tmp_path / "sentence.wav"
    soundfile.write(file, sound[: 7 * rate, 0], rate)
    return file


def test_a_spoken_sentence_appears_word_by_word(pulse: PulseServer, sentence: Path) -> None:
    desk = app.setup_desk()
    desk.choose("agent_device", HEADSET_MIC)
    heard: list[tuple[str, bool]] = []
    is_final = threading.Event()

    def take(words: str, final: bool) -> None:
        heard.append((words, final))
        if final and "calling" in words:
            is_final.set()

    def fail(trouble: str) -> None:
        heard.append((trouble, False))
        is_final.set()

    test = desk.hear_sentence(take, fail)
    try:
        for _ in range(5):  # what is played before the microphone is open is not heard
            player = pulse.play(sentence, AGENT_VOICE)
            player.wait()
            if is_final.wait(GENEROUS_S / 5):
                break
    finally:
        test.close()
    finals = " ".join(words for words, final in heard if final)
    assert "thank you for calling" in finals
    assert any(not final for _, final in heard), "the words must appear while they are spoken"


@pytest.mark.slow
def test_meters_move_with_what_is_heard_on_each_device(pulse: PulseServer, sentence: Path) -> None:
    desk = app.setup_desk()
    devices = desk.devices()
    assert {(each.party, each.name) for each in devices} >= {
        (Party.AGENT, HEADSET_MIC),
        (Party.CUSTOMER, HEADSET_MONITOR),
    }
    levels = desk.open_levels(devices)
    loudest: dict[tuple[Party, str], int] = {}
    try:
        player = pulse.play(sentence, AGENT_VOICE)
        player.wait()
        for place, peak in levels.peaks().items():
            loudest[place] = max(peak, loudest.get(place, -96))
    finally:
        levels.close()
    assert levels.troubles() == {}
    assert loudest[Party.AGENT, HEADSET_MIC] > -40
    assert loudest[Party.CUSTOMER, HEADSET_MONITOR] == -96


def test_the_terminals_first_run_keeps_what_was_chosen(
    pulse: PulseServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything by keyboard, once through, with what comes back from the real output."""
    monkeypatch.setattr("assist.cli.setup._SENTENCE_S", 0.5)  # nobody speaks here
    assert app.needs_first_run()
    desk = app.setup_desk()
    out = io.StringIO()
    answers = iter(["1", "", "", "s", "", "y", "1"])
    status = set_up(desk, Console(file=out, width=120), lambda question: next(answers))
    text = out.getvalue()
    assert status == 0, text
    assert "The sound came back" in text
    assert "✓ The customer is heard on" in text
    chosen = app.load_settings()
    assert chosen.agent_device == HEADSET_MIC
    assert chosen.customer_device == HEADSET_MONITOR
    assert chosen.caller_notice == "announcement"
    assert not app.needs_first_run()


def test_a_run_that_was_not_ended_is_taken_up(pulse: PulseServer) -> None:
    first = app.setup_desk()
    first.choose("caller_notice", "agent")
    first.keep_step(SetupStep.FAR_END)
    assert app.needs_first_run(), "settings were written, but the run was not ended"
    assert app.setup_desk().step is SetupStep.FAR_END
    first.finish()
    assert not app.needs_first_run()


@pytest.mark.slow
def test_the_customers_side_on_a_headset_nobody_plays_to_is_silent(pulse: PulseServer) -> None:
    """A device of which nothing comes back although the output plays: as with a desk phone."""
    desk = app.setup_desk()
    desk.choose("customer_device", HEADSET_MONITOR)
    assert desk.play_far_end() is FarEnd.HEARD
    pulse.pactl("set-sink-mute", "headset", "1")
    assert desk.play_far_end() is FarEnd.SILENT
