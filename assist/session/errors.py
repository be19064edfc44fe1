"""What can go wrong with a call in progress."""

from assist.core.errors import AssistError


class SessionError(AssistError):
    """A call cannot be run, read or replayed; the message says what to do."""


class JournalError(SessionError):
    """A journal cannot be read."""
