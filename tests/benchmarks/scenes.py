"""Short calls in which prompts hang on words: a threat to leave, then a refusal or a hand-over.

Each takes some twelve seconds and is told by two synthetic voices. Only what they say is written
down here; which prompts come of it is for the app to find out.
"""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr

from assist.core.audio import SAMPLE_RATE
from assist.core.words import Party
from tests.helpers.speech import Samples, mixed, speak

_GAP_MS = 700
"""From one line to the next, as people answer each other."""

_TAIL_MS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A call's lines in turn, the agent's first; `voices` are (agent, customer)."""

    voices: tuple[str, str]
    lines: tuple[str, ...]


SCENES = (
    Scene(
        voices=("en-us", "flite slt"),
        lines=(
            "thank you for calling how can i help you",
            "this is the third time i am calling i want to cancel my account",
            "i am sorry but there is nothing i can do about that",
        ),
    ),
    Scene(
        voices=("flite rms", "en-us+f3"),
        lines=(
            "good morning how can i help you",
            "this is ridiculous i am going to switch to another company",
            "that is our policy i cannot do anything about it",
        ),
    ),
    Scene(
        voices=("en-us+m3", "flite rms"),
        lines=(
            "hello what can i do for you",
            "i have had enough of this i will talk to my lawyer",
            "let me transfer you to another department",
        ),
    ),
    Scene(
        voices=("flite slt", "en-us+m3"),
        lines=(
            "thank you for calling my name is sarah",
            "this is unacceptable let me speak to your manager",
            "i am afraid that is not possible",
        ),
    ),
    Scene(
        voices=("en-us", "flite rms"),
        lines=(
            "good afternoon how can i help you",
            "i am really upset i want my money back or i will cancel",
            "i will transfer you to the billing department",
        ),
    ),
    Scene(
        voices=("flite rms", "en-us+f3"),
        lines=(
            "thank you for calling how can i help",
            "i am fed up with this i am going to tell everybody on the internet",
            "there is nothing more i can do for you",
        ),
    ),
    Scene(
        voices=("en-us+m3", "flite slt"),
        lines=(
            "hello how can i help you today",
            "nobody helps me i want to speak to your supervisor",
            "let me put you through to our technical department",
        ),
    ),
    Scene(
        voices=("flite slt", "en-us"),
        lines=(
            "good morning what can i do for you",
            "i am very angry i will leave and go to another company",
            "we cannot do that for you",
        ),
    ),
    Scene(
        voices=("en-us+f3", "flite rms"),
        lines=(
            "thank you for calling how can i help",
            "your service is terrible i want to close my account",
            "i am sorry there is nothing we can do",
        ),
    ),
    Scene(
        voices=("flite rms", "en-us+m3"),
        lines=(
            "hello how may i help you",
            "i am so frustrated i will take you to court",
            "i am transferring you to another department now",
        ),
    ),
)


def write_scene(scene: Scene, path: Path) -> Path:
    """The scene as a stereo recording, agent left."""
    at = 500
    placed: dict[Party, list[tuple[int, Samples]]] = {party: [] for party in Party}
    for number, line in enumerate(scene.lines):
        party = (Party.AGENT, Party.CUSTOMER)[number % 2]
        sound = _say(line, scene.voices[number % 2])
        placed[party].append((at, sound))
        at += len(sound) * 1000 // SAMPLE_RATE + _GAP_MS
    sides = [mixed(at + _TAIL_MS, *placed[party]) for party in (Party.AGENT, Party.CUSTOMER)]
    soundfile.write(path, np.stack(sides, axis=1), SAMPLE_RATE)
    return path


def _say(text: str, voice: str) -> Samples:
    """The text in a voice of espeak-ng, or of flite where its name says so."""
    engine, _, name = voice.rpartition(" ")
    if not engine:
        return speak(text, voice, 160)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "speech.wav"
        subprocess.run(
            [engine, "-voice", name, "-t", text, "-o", str(file)], check=True, capture_output=True
        )
        sound, rate = soundfile.read(file, dtype="float32")
    sound = soxr.resample(sound, rate, SAMPLE_RATE)
    made: Samples = (sound * (16_000 / np.abs(sound).max())).astype(np.int16)
    return made
