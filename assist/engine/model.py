"""The speech model that calls are recognized with, kept loaded between calls."""

from collections.abc import Callable

from assist.core.commands import StartCall
from assist.core.interfaces import RecognizerResult, SpeechModel
from assist.core.words import Party
from assist.engine.errors import NoMemory
from assist.engine.parts import Parts

_WITHOUT = "Until then calls are timed and kept, but not understood: there are no prompts."


class NoWords:
    """A `SpeechModel` for calls that go on without one: it hears nothing."""

    name = ""

    def recognizer(self, party: Party) -> "NoWords":
        del party
        return self

    def accept(self, samples: bytes) -> tuple[RecognizerResult, ...]:
        del samples
        return ()

    def close_utterance(self) -> tuple[RecognizerResult, ...]:
        return ()

    def knows(self, word: str) -> bool:
        del word
        return False


class ModelShelf:
    """Loads anew when the settings name another model; used by the service's thread only.

    `on_loading` is called before the seconds that loading takes, `tell` with a sentence where there
    is no memory for the model.
    """

    def __init__(
        self, parts: Parts, on_loading: Callable[[], None], tell: Callable[[str], None]
    ) -> None:
        self._parts = parts
        self._on_loading = on_loading
        self._tell = tell
        self._asked = ""
        self._has_no_memory = False
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
            self._has_no_memory = False
            try:
                self.model = self._parts.load_model()
            except NoMemory:
                self.model, self._has_no_memory = None, True
                raise
            self._asked = asked
        return self.model

    def for_lost_call(self) -> SpeechModel | None:
        """For a call that a dead engine left; None where its sound should wait for a model."""
        return NoWords() if self._has_no_memory else self.model

    def for_call(self, start: StartCall) -> SpeechModel:
        """The same, knowing the customer's name. Raises AssistError.

        Before the sound is opened, since it takes part of a second. A private call goes without:
        the name would stand on the disk for that long.
        """
        try:
            model = self.ensure()
        except NoMemory as error:
            self._tell(f"{error} {_WITHOUT}")
            return NoWords()
        if start.customer_name and not self._parts.is_private():
            model = self._parts.load_named(start.customer_name) or model
        return model
