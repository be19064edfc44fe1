"""What every worker of the engine needs, loaded once for all of them (see `engine.nursery`)."""

import contextlib
import gc
import importlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths
from assist.app.chosen import load_settings
from assist.app.playbooks import call_playbook
from assist.app.speech import load_for_calls, model_folder
from assist.core.errors import AssistError
from assist.core.interfaces import SpeechModel
from assist.engine.loading import Guard

if TYPE_CHECKING:
    from assist.cues.playbook import Playbook

_MOST_BYTES = 300 << 20
"""Larger models take so long to load that the engine would not answer meanwhile: the worker loads
them, as it can say so."""

MODULES = (
    "assist.audio.live",
    "assist.audio.spool",
    "assist.engine.parts",
    "assist.engine.process",
    "assist.store.calls",
    "assist.store.sealing",
)


class Warm:
    """The model and the playbook as of the engine's start, for who asks for the very same."""

    def __init__(self, model_key: Callable[[], str]) -> None:
        self._model_key = model_key
        self._model: tuple[str, SpeechModel] | None = None
        self._playbook: Playbook | None = None
        self._guard = Guard(paths.state_dir() / "loading-model")

    def prepare(self) -> None:
        """Load everything. What cannot be loaded is left to the worker, which can say why."""
        gc.disable()  # hardly anything of what is made here is let go of again
        try:
            # Reading the model is the C++ library's work: the imports go on beside it.
            with ThreadPoolExecutor(1) as beside:
                model = beside.submit(self._load_chosen)
                for module in MODULES:
                    importlib.import_module(module)
                with contextlib.suppress(AssistError):
                    self._compile_playbook()
                model.result()
            assert threading.active_count() == 1, "a fork would lose the other threads"
            gc.collect()
            gc.freeze()  # what is loaded stays, and its pages stay shared
        finally:
            gc.enable()

    def _load_chosen(self) -> None:
        with contextlib.suppress(AssistError):
            chosen = load_settings()
            if _size(model_folder(chosen.model)) <= _MOST_BYTES:
                self._model = (self._model_key(), self._load(chosen.model))

    def _compile_playbook(self) -> None:
        """Raises AssistError."""
        from assist.session.call import CallSession

        self._playbook = call_playbook(load_settings())
        CallSession(self._playbook)  # compiles what all calls share

    def load_model(self) -> SpeechModel:
        if self._model is not None and self._model[0] == self._model_key():
            return self._model[1]
        self._model = None
        return self._load(load_settings().model)

    def _load(self, name: str) -> SpeechModel:
        return self._guard.load(name, lambda: load_for_calls(name))

    def parse_playbook(self, text: str, name: str) -> "Playbook":
        """From a journal's playbook text and name."""
        from assist.cues.playbook import parse_playbook

        ready = self._playbook
        if ready is not None and (ready.text, ready.name) == (text, name):
            return ready
        return parse_playbook(text, name=name)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
