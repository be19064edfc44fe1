"""Words and timing only: no sound of a voice enters a feeling or a cue, for either side.

What decides on them is given no sound (its inputs carry none, its modules reach none), and calls
that differ in nothing but how they sound come to the same feelings and cues.
"""

import ast
import dataclasses
import typing
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import UnionType

import numpy as np
import numpy.typing as npt
import pytest

import assist
from assist import paths
from assist.core import events
from assist.core.audio import BLOCK_MS, SAMPLE_RATE, AudioBlock
from assist.core.events import (
    CueEvent,
    Detection,
    Event,
    FeelingChanged,
    FinalResult,
    Input,
    PivotMarked,
    TurnStarted,
)
from assist.core.interfaces import RecognizerResult
from assist.core.words import Party, Word
from assist.cues.playbook import load_playbook
from assist.session.call import CallSession
from assist.session.offline import run_offline
from tests.helpers.speech import ScriptedModel, final

ROOT = Path(assist.__file__).parent
DECIDING = ("detect", "dialogue", "cues")
"""The packages in which feelings and cues come about."""

NUMBERS_OF_WORDS = {"classifier.py", "features.py"}
"""Modules of `detect` that count words with numpy."""

SOUNDS = ("pitch", "loud", "volume", "energy", "rms", "db", "dbfs", "spectr", "formant", "prosod")


# --- what decides is given no sound --------------------------------------------------------------


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{each.name}" for each in node.names)


def modules() -> list[Path]:
    return [file for package in DECIDING for file in sorted((ROOT / package).glob("*.py"))]


@pytest.mark.parametrize("file", modules(), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_what_decides_on_feelings_and_cues_reaches_no_sound(file: Path) -> None:
    own = f"assist.{file.parent.name}"
    for module in imports(file):
        if module.startswith("assist"):
            assert not module.startswith("assist.core.audio")
            assert module.startswith(("assist.core", "assist.paths", own)) or module == "assist"
        else:
            top = module.partition(".")[0]
            assert top not in {"wave", "audioop", "scipy", "soundfile", "soxr", "vosk", "array"}
            assert top != "numpy" or file.name in NUMBERS_OF_WORDS


def inputs() -> list[type[Input]]:
    return [
        each
        for each in vars(events).values()
        if isinstance(each, type) and issubclass(each, Input) and each is not Input
    ]


def plain(kind: object) -> bool:
    """Whether values of this type are words, numbers, choices or records of those."""
    if typing.get_origin(kind) in {tuple, UnionType, typing.Union}:
        return all(plain(each) for each in typing.get_args(kind) if each is not Ellipsis)
    if kind in {int, str, bool, float, type(None)}:
        return True
    if isinstance(kind, type) and issubclass(kind, Enum):
        return True
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return all(plain(each) for each in typing.get_type_hints(kind).values())
    return False


@pytest.mark.parametrize("kind", [*inputs(), Word], ids=lambda kind: kind.__name__)
def test_nothing_the_stages_are_told_carries_sound(kind: type) -> None:
    for name, annotation in typing.get_type_hints(kind).items():
        assert plain(annotation), name
        assert not any(part.startswith(SOUNDS) for part in name.split("_")), name


def test_there_are_inputs_to_look_at() -> None:
    assert FinalResult in inputs()
    assert len(inputs()) > 10


# --- calls that only sound different -------------------------------------------------------------

PLAYBOOK = load_playbook(paths.resources_dir() / "playbooks" / "default.toml")
SECONDS = 30
Samples = npt.NDArray[np.int16]

SAID = (
    (Party.CUSTOMER, 1000, "this is the third time i am calling and nobody helps me"),
    (Party.AGENT, 6000, "i am sorry there is nothing more i can do"),
    (Party.CUSTOMER, 11000, "that is ridiculous i am so angry i will close my account"),
    (Party.AGENT, 17000, "i can imagine how frustrating that is let me send you a new one today"),
    (Party.CUSTOMER, 23000, "oh thank you so much that is a relief"),
)


def tone(hertz: float, amplitude: float) -> Samples:
    moments = np.arange(SECONDS * SAMPLE_RATE) / SAMPLE_RATE
    return (amplitude * np.sin(2 * np.pi * hertz * moments)).astype(np.int16)


def growl(amplitude: float) -> Samples:
    """Noise with the energy of shouting, from a fixed seed."""
    noise = np.random.default_rng(5).standard_normal(SECONDS * SAMPLE_RATE)
    return np.clip(amplitude * noise, -32767, 32767).astype(np.int16)


class Sounding:
    """A recording of two sides that sound as told."""

    duration_ms = SECONDS * 1000

    def __init__(self, agent: Samples, customer: Samples) -> None:
        self._sides = {Party.AGENT: agent, Party.CUSTOMER: customer}

    def blocks(self) -> Iterator[tuple[AudioBlock, AudioBlock]]:
        size = SAMPLE_RATE * BLOCK_MS // 1000
        for index in range(0, SECONDS * SAMPLE_RATE, size):
            agent, customer = (
                AudioBlock(
                    party=party, index=index, samples=samples[index : index + size].tobytes()
                )
                for party, samples in self._sides.items()
            )
            yield agent, customer


def script() -> ScriptedModel:
    """The same words at the same times, whatever the sound."""
    results: dict[Party, list[RecognizerResult]] = {Party.AGENT: [], Party.CUSTOMER: []}
    for party, start, text in SAID:
        words = [
            (word, start + 250 * n, start + 250 * n + 200) for n, word in enumerate(text.split())
        ]
        number = len(results[party])
        results[party].append(final(party, words[-1][2] + 300, words, utterance=number))
    return ScriptedModel(results)


def decided(recording: Sounding) -> list[Event]:
    """Everything that is felt, detected or advised in a call that sounds like this."""
    made: list[Event] = []
    session = CallSession(PLAYBOOK)
    started = events.CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="")
    run_offline(recording, script(), session, started=started, gate=False, on_event=made.append)
    kinds = (Detection, FeelingChanged, PivotMarked, CueEvent, TurnStarted)
    return [event for event in made if isinstance(event, kinds)]


@pytest.fixture(scope="module")
def calm() -> list[Event]:
    """What a call in two level voices comes to."""
    return decided(Sounding(tone(120, 6000), tone(200, 6000)))


def test_the_call_has_feelings_and_cues_to_differ_in(calm: list[Event]) -> None:
    labels = {event.label for event in calm if isinstance(event, Detection)}
    assert {"anger", "leave_cancel", "dead_end", "empathy", "gratitude_relief"} <= labels
    assert any(isinstance(event, CueEvent) for event in calm)
    assert any(isinstance(event, FeelingChanged) for event in calm)


@pytest.mark.parametrize(
    ("agent", "customer"),
    [
        pytest.param(tone(120, 60), tone(200, 60), id="whispered"),
        pytest.param(tone(120, 32000), tone(200, 32000), id="shouted"),
        pytest.param(tone(120, 6000), tone(900, 6000), id="customer_high_pitched"),
        pytest.param(tone(900, 6000), tone(200, 6000), id="agent_high_pitched"),
        pytest.param(tone(120, 6000), growl(9000), id="customer_harsh"),
        pytest.param(growl(9000), tone(200, 6000), id="agent_harsh"),
    ],
)
def test_how_a_voice_sounds_changes_no_feeling_and_no_cue(
    calm: list[Event], agent: Samples, customer: Samples
) -> None:
    assert decided(Sounding(agent, customer)) == calm
