"""Nothing of a call's recognizers lives on into the next."""

import gc
import weakref
from pathlib import Path

from assist.core.events import CallStarted
from assist.core.notices import CallSaved
from assist.core.words import Party
from assist.engine import memory
from tests.helpers.servicebench import Bench
from tests.helpers.speech import ScriptedModel, ScriptedRecognizer


class CountingModel(ScriptedModel):
    """Knows the recognizers it made, without holding them."""

    def __init__(self) -> None:
        super().__init__({})
        self.made: list[weakref.ref[ScriptedRecognizer]] = []

    def recognizer(self, party: Party) -> ScriptedRecognizer:
        recognizer = super().recognizer(party)
        self.made.append(weakref.ref(recognizer))
        return recognizer


class CountingBench(Bench):
    """A bench with that model."""

    counting = CountingModel()

    def _load_model(self) -> ScriptedModel:
        return self.counting


def test_each_call_has_recognizers_of_its_own_and_drops_them(tmp_path: Path) -> None:
    bench = CountingBench(tmp_path)
    model = bench.counting
    saved: set[str] = set()
    for number in range(1, 4):
        source = bench.begin("demo")
        started = bench.published.wait_for(CallStarted, lambda each: each.call not in saved)
        source.send_both(3)
        source.finished = True
        bench.published.wait_for(CallSaved, lambda each: each.call not in saved)
        saved.add(started.call)
        assert len(model.made) == 2 * number
    bench.stop()
    gc.collect()
    assert [recognizer() for recognizer in model.made[:4]] == [None] * 4


def test_memory_is_given_back_and_asking_for_it_is_harmless() -> None:
    for _ in range(2):
        memory.give_back()
