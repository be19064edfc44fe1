from collections.abc import Callable
from functools import partial

import pytest
import soundfile

from assist import app, paths
from assist.core.audio import BLOCK_MS, SAMPLES_PER_MS
from assist.core.interfaces import RecognizerResult
from assist.core.words import Party
from assist.speech.steps import DecodingSteps
from assist.speech.vosk import VoskRecognizer, load_model

BLOCK = BLOCK_MS * SAMPLES_PER_MS
FRAME = 10 * SAMPLES_PER_MS


def play(
    steps: DecodingSteps, blocks: int, has_step: Callable[[int, int], bool]
) -> tuple[int, int, int]:
    """Feed blocks, with a new partial after every third step: (asked, changes, seen late)."""
    asked = changes = late = ended = 0
    is_waiting = False
    for number in range(blocks):
        ended += has_step(number * BLOCK, (number + 1) * BLOCK)
        if ended >= 3:
            ended, is_waiting = 0, True
            changes += 1
        if steps.may_change(BLOCK):
            asked += 1
            steps.saw(is_changed=is_waiting)
            is_waiting = False
        late += is_waiting
    return asked, changes, late


def every(length: int, first: int) -> Callable[[int, int], bool]:
    """Steps that end at `first` and every `length` samples from there."""
    return lambda begin, end: (begin - first) // length < (end - first - 1) // length


@pytest.mark.parametrize("length", [21, 24, 27, 33, 48])
@pytest.mark.parametrize("first", [0, 1, 1599, 3000])
def test_no_change_is_seen_late_and_half_of_the_asking_is_saved(length: int, first: int) -> None:
    asked, changes, late = play(DecodingSteps(), 3000, every(length * FRAME, first))
    assert changes > 50
    assert late == 0
    assert asked < 0.8 * 3000


def test_steps_of_a_length_not_thought_of_are_asked_for_each_time() -> None:
    asked, changes, late = play(DecodingSteps(), 3000, every(20 * FRAME + 77, 5))
    assert changes > 50
    assert late == 0
    assert asked == 3000


def test_steps_that_move_are_noticed_and_asked_for_each_time_from_then_on() -> None:
    steps = DecodingSteps()
    before, after = every(24 * FRAME, 100), every(24 * FRAME, 100 + 12 * FRAME)
    play(steps, 1000, before)
    place = 1000 * BLOCK
    _, changes, late = play(steps, 1000, lambda begin, end: after(place + begin, place + end))
    assert 0 < late < changes
    assert all(steps.may_change(BLOCK) for _ in range(100))


def test_a_restart_counts_its_steps_anew() -> None:
    steps = DecodingSteps()
    play(steps, 1000, every(24 * FRAME, 100))
    steps.may_change(333)
    steps.restart()
    asked, _, late = play(steps, 1000, every(24 * FRAME, 100))
    assert late == 0
    assert asked < 650


class Asked:
    """A real engine that counts how often it is asked for a partial."""

    def __init__(self, engine: object) -> None:
        self._engine = engine
        self.times = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._engine, name)

    def PartialResult(self) -> object:
        self.times += 1
        return self._engine.PartialResult()  # type: ignore[attr-defined]


def _same(engine: Asked) -> Asked:
    return engine


class AlwaysAsk(DecodingSteps):
    def may_change(self, samples: int) -> bool:
        return True


@pytest.mark.vosk
def test_the_demo_call_gives_the_very_same_results_for_half_of_the_asking() -> None:
    import vosk

    handle = load_model(paths.models_dir() / "starter")._handle
    sound, _ = soundfile.read(paths.resources_dir() / "demo" / app.DEMO_CALL, dtype="int16")
    customer: bytes = sound[:, 1].tobytes()
    told: list[tuple[RecognizerResult, ...]] = []
    asked: list[int] = []
    for steps in (DecodingSteps(), AlwaysAsk()):
        engine = Asked(vosk.KaldiRecognizer(handle, 16_000))
        engine.SetWords(True)  # type: ignore[operator]
        recognizer = VoskRecognizer(partial(_same, engine), Party.CUSTOMER)
        recognizer._steps = steps
        results: list[RecognizerResult] = []
        for place in range(0, len(customer), 2 * BLOCK):
            results += recognizer.accept(customer[place : place + 2 * BLOCK])
        told.append((*results, *recognizer.close_utterance()))
        asked.append(engine.times)
    assert told[0] == told[1]
    assert asked[0] < 0.65 * asked[1]
