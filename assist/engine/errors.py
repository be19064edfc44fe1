"""What can go wrong between a client and the engine."""

from assist.core.errors import AssistError


class EngineError(AssistError):
    """The engine cannot be started or asked."""


class CallNotSaved(EngineError):
    """A finished call is on disk but not in the store yet; saving it is tried again."""


class EngineGone(EngineError):
    """The line to the engine is cut."""


class NoRoom(EngineError):
    """Not even the engine's threads can be started."""

    def __init__(self) -> None:
        sentence = (
            "There is not enough memory for the engine; close other programs, then start a call."
        )
        super().__init__(sentence)


class NoMemory(EngineError):
    """This computer has no memory left for the speech model: a call goes on without words."""

    def __init__(self, model: str) -> None:
        sentence = (
            f"There is not enough memory for the speech model '{model}'; close other programs or "
            "choose a smaller model ('assist models list')."
        )
        super().__init__(sentence)
