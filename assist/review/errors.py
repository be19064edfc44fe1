"""What may go wrong outside of the program while calls are judged."""

from assist.core.errors import AssistError


class ReviewError(AssistError):
    """A file to judge by cannot be used, or something that judging needs is missing."""
