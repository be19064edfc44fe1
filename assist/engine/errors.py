"""What can go wrong between a client and the engine."""

from assist.core.errors import AssistError


class EngineError(AssistError):
    """The engine cannot be started or asked."""


class CallNotSaved(EngineError):
    """A finished call is on disk but not in the store yet; saving it is tried again."""


class EngineGone(EngineError):
    """The line to the engine is cut."""
