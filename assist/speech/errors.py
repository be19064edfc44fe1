"""What can go wrong with speech models, each said in one sentence."""

from assist.core.errors import AssistError


class SpeechError(AssistError):
    """A speech model cannot be used, found, installed or loaded."""


class DiskFull(SpeechError):
    """No room for a model; what was fetched so far is kept."""
