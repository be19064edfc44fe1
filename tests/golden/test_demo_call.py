"""The demo call must keep what makes it the first thing to see of the app."""

import importlib.util
import shutil
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from assist import app, paths
from assist.core import codec
from assist.core.events import (
    CUE_ENDINGS,
    CueRaised,
    CueShown,
    Event,
    Feeling,
    FinalResult,
    PivotMarked,
    WrapUp,
)
from assist.core.words import Party

DEMO = Path(__file__).parents[2] / "resources" / "demo"
WINDOW_MS = 20


def load_builder() -> ModuleType:
    """`resources/demo/build.py`, which is a script and no part of a package."""
    spec = importlib.util.spec_from_file_location("demo_build", DEMO / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return tomllib.loads((DEMO / "call.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def levels() -> NDArray[np.float64]:
    """The level of each side in dBFS, `WINDOW_MS` by `WINDOW_MS`; shape (windows, 2)."""
    sound, rate = soundfile.read(DEMO / "call.flac", dtype="float64")
    size = rate * WINDOW_MS // 1000
    windows = sound[: len(sound) // size * size].reshape(-1, size, 2)
    return 10 * np.log10(np.square(windows).mean(axis=1))


def test_the_file_is_what_the_app_hears() -> None:
    info = soundfile.info(DEMO / app.DEMO_CALL)
    assert (info.samplerate, info.channels, info.subtype) == (16_000, 2, "PCM_16")
    assert 80 <= info.duration <= 100
    assert (DEMO / app.DEMO_CALL).stat().st_size < 2_500_000


def test_both_sides_speak_and_neither_is_ever_digital_silence(
    levels: NDArray[np.float64],
) -> None:
    speaking = (levels > -45).sum(axis=0) * WINDOW_MS / 1000
    assert speaking[0] > 25
    assert speaking[1] > 15
    assert levels.min() > -75
    assert levels.max() < -6


def test_the_voices_do_not_speak_at_once(levels: NDArray[np.float64]) -> None:
    assert ((levels > -45).all(axis=1)).sum() * WINDOW_MS < 200


def test_the_story_has_all_its_parts(script: dict[str, Any]) -> None:
    said = {
        party: " ".join(turn["text"] for turn in script["turns"] if turn["party"] == party)
        for party in ("agent", "customer")
    }
    for part in ("my name is", "third time", "frustrated", "nobody called me back", "relief"):
        assert part in said["customer"]
    for part in (
        "nothing more I can do",
        "how frustrating this is",
        "What I can do is",
        "make sure I understand",
        "today by four o'clock",
        "Thank you, David, for",
    ):
        assert part in said["agent"]


@pytest.mark.skipif(shutil.which("flite") is None, reason="needs Debian's flite")
def test_the_file_is_what_the_script_says(script: dict[str, Any]) -> None:
    """Of another version of flite the samples may differ a little, what is said may not."""
    built, _ = load_builder().lay_out(script)
    shipped, _ = soundfile.read(DEMO / "call.flac", dtype="float64")
    assert built.shape == shipped.shape
    assert np.abs(built - shipped).max() < 1e-3


@pytest.fixture(scope="module")
def heard() -> list[Event]:
    """The demo call's events, recognized with the starter model."""
    events: list[Event] = []
    app.transcribe(
        files=[DEMO / "call.flac"],
        model=str(paths.models_dir() / app.STARTER_MODEL),
        playbook=None,
        customer_name="",
        agent_channel=0,
        gate=True,
        on_event=events.append,
        on_progress=None,
    )
    return events


def words_of(text: str) -> list[str]:
    """Words to compare: "I'm" and "I am" are the same."""
    same = {"i'm": "i am", "that's": "that is", "you're": "you are", "what's": "what is"}
    bare = "".join(c for c in text.lower() if c.isalpha() or c in "' ")
    return " ".join(same.get(word, word) for word in bare.split()).split()


def edits(expected: list[str], found: list[str]) -> int:
    """Words to insert, delete or replace."""
    row = list(range(len(found) + 1))
    for i, word in enumerate(expected, start=1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(found, start=1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
    return row[-1]


@pytest.mark.vosk
@pytest.mark.parametrize("party", list(Party))
def test_nine_words_of_ten_are_recognized(
    heard: list[Event], script: dict[str, Any], party: Party
) -> None:
    said = words_of(" ".join(t["text"] for t in script["turns"] if t["party"] == party))
    found = words_of(
        " ".join(e.text for e in heard if isinstance(e, FinalResult) and e.party is party)
    )
    assert edits(said, found) <= len(said) // 10


@pytest.mark.vosk
def test_every_prompt_of_the_story_has_its_moment(heard: list[Event]) -> None:
    """Rule by rule: whether it came on the card or the next line, and how it ended."""
    shown = {event.cue for event in heard if isinstance(event, CueShown)}
    story = []
    endings = {
        event.cue: codec.type_name(type(event)).removeprefix("cue_")
        for event in heard
        if isinstance(event, CUE_ENDINGS)
    }
    for event in heard:
        if isinstance(event, CueRaised) and endings.get(event.cue) not in {
            "suppressed",
            "withdrawn",
        }:
            story.append((event.rule, event.cue in shown, endings.get(event.cue)))
    assert story == [
        ("acknowledge_feeling", True, "heeded"),
        ("dead_end", True, "heeded"),
        ("confirm_understanding", True, "heeded"),
        ("concrete_follow_up", True, "heeded"),
        ("thank", False, "stood_down"),
    ]


@pytest.mark.vosk
def test_the_call_turns_around_and_ends_with_a_dated_promise(heard: list[Event]) -> None:
    wrap_up = heard[-1]
    assert isinstance(wrap_up, WrapUp)
    assert wrap_up.customer_name == "David Miller"
    assert "internet has been down since monday" in wrap_up.problem
    assert (wrap_up.first_feeling, wrap_up.last_feeling) == (
        Feeling.FRUSTRATION,
        Feeling.GRATITUDE_RELIEF,
    )
    assert wrap_up.turned_around
    (promise,) = wrap_up.promises
    assert promise.due == "today by four o'clock"
    assert promise.missing == ()
    assert any(isinstance(event, PivotMarked) and event.is_up for event in heard)
