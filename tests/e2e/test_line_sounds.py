"""Ringing, hold music, menus and voicemail through the real recognizer: no words, no cues.

The control stands beside them: a person over the same line is heard.
"""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from assist import app
from assist.core.events import CueRaised, Event, FinalResult, SideHeard
from assist.session.announcements import MUSIC, RECORDING
from tests.helpers.linesounds import announced, keys, music, tones
from tests.helpers.sounds import Samples
from tests.helpers.speech import silence

pytestmark = [pytest.mark.e2e, pytest.mark.vosk, pytest.mark.timeout(300)]

SECOND = np.zeros(16_000, np.int16)
PERSON = announced("yes hello i got your letter about my bill and i am really angry", voice="en-gb")


def call(folder: Path, customer: Samples) -> list[Event]:
    """A whole call in which the agent waits and the customer's side sounds like this."""
    files = [folder / "agent.wav", folder / "customer.wav"]
    soundfile.write(files[0], silence(len(customer) // 16), 16_000, subtype="PCM_16")
    soundfile.write(files[1], customer, 16_000, subtype="PCM_16")
    events: list[Event] = []
    app.transcribe(
        files=files,
        model="",
        playbook=None,
        customer_name="",
        agent_channel=0,
        gate=True,
        on_event=events.append,
        on_progress=None,
    )
    return events


def words(events: list[Event]) -> str:
    return " ".join(event.text for event in events if isinstance(event, FinalResult) and event.text)


def reasons(events: list[Event]) -> list[str]:
    told = [event for event in events if isinstance(event, SideHeard)]
    return [event.reason for event in told if not event.is_heard]


def test_tones_make_no_words_and_no_cues(tmp_path: Path) -> None:
    sound = np.concatenate(
        [
            tones((350, 440), 1, 0, 3),  # dial tone
            keys("5550142"),
            tones((440, 480), 2, 4, 12),  # ringing, American
            tones((400, 450), 0.4, 0.2, 6),  # ringing, British
            tones((480, 620), 0.5, 0.5, 4),  # busy
        ]
    )
    events = call(tmp_path, sound)
    assert words(events) == ""
    assert not [event for event in events if isinstance(event, CueRaised)]


@pytest.mark.parametrize("kind", ["pad", "organ"])
def test_hold_music_makes_no_words_and_no_cues_and_is_said(tmp_path: Path, kind: str) -> None:
    events = call(tmp_path, np.concatenate([SECOND, music(kind, 30)]))
    assert words(events) == ""
    assert not [event for event in events if isinstance(event, CueRaised)]
    assert reasons(events) == [MUSIC]


def test_menus_queues_and_voicemail_make_no_words_and_no_cues_and_are_said(tmp_path: Path) -> None:
    menu = announced(
        "thank you for calling acme insurance",
        "for billing press one",
        "all of our agents are currently busy",
        "your call is important to us please stay on the line",
        "you have reached the voicemail please leave a message after the tone",
    )
    events = call(tmp_path, menu)
    assert words(events) == ""
    assert not [event for event in events if isinstance(event, CueRaised)]
    assert reasons(events) == [RECORDING]


def test_a_person_after_the_music_is_heard(tmp_path: Path) -> None:
    events = call(tmp_path, np.concatenate([music("pad", 8), SECOND, PERSON, SECOND]))
    assert "angry" in words(events)
    told = [event.is_heard for event in events if isinstance(event, SideHeard)]
    assert told == [False, True]
