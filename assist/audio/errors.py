"""The one error of this package."""

from assist.core.errors import AssistError


class AudioError(AssistError):
    """Sound cannot be read, captured or kept; the message says what to do."""


BUG = "Something inside Call Assist failed and this side is not heard; start the call again."
"""What a capture thread says of a side when the fault is ours."""
