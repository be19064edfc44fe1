"""What can go wrong with speech models, each said in one sentence."""

from assist.core.errors import AssistError


class SpeechError(AssistError):
    """A speech model cannot be used, found, installed or loaded."""


class NoMemory(SpeechError):
    """This computer has no memory left for the model: a call goes on without words."""

    def __init__(self, model: str) -> None:
        sentence = (
            f"There is not enough memory for the speech model '{model}'; close other programs or "
            "choose a smaller model ('assist models list')."
        )
        super().__init__(sentence)


class DiskFull(SpeechError):
    """No room for a model; what was fetched so far is kept."""
