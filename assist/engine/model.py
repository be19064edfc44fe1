"""The speech model that calls are recognized with, kept loaded between calls."""

from collections.abc import Callable

from assist.core.commands import StartCall
from assist.core.interfaces import SpeechModel
from assist.engine.parts import Parts


class ModelShelf:
    """Loads anew when the settings name another model; used by the service's thread only.

    `on_loading` is called before the seconds that loading takes.
    """

    def __init__(self, parts: Parts, on_loading: Callable[[], None]) -> None:
        self._parts = parts
        self._on_loading = on_loading
        self._asked = ""
        self.model: SpeechModel | None = None

    @property
    def name(self) -> str:
        """What is loaded, "" where nothing is."""
        return self.model.name if self.model else ""

    def ensure(self) -> SpeechModel:
        """The model that the settings ask for now. Raises AssistError."""
        asked = self._parts.model_name()
        if self.model is None or asked != self._asked:
            self._on_loading()
            self.model = self._parts.load_model()
            self._asked = asked
        return self.model

    def for_call(self, start: StartCall) -> SpeechModel:
        """The same, knowing the customer's name. Raises AssistError.

        Before the sound is opened, since it takes part of a second. A private call goes without:
        the name would stand on the disk for that long.
        """
        model = self.ensure()
        if start.customer_name and not self._parts.is_private():
            model = self._parts.load_named(start.customer_name) or model
        return model
