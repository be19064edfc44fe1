"""The one error of this package."""

from assist.core.errors import AssistError


class AudioError(AssistError):
    """Sound cannot be read, captured or kept; the message says what to do."""
