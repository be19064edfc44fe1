"""What can go wrong with the calls on disk, each in one sentence."""

from assist.core.errors import AssistError


class StoreError(AssistError):
    """The database or a call in it cannot be used; what was not stored stays in its journal."""


class UnreadableJournal(StoreError):
    """A journal holds no whole call that the key opens; the database itself is fine."""


class UnsealedJournal(UnreadableJournal):
    """A plain journal where all are sealed: anybody could have written it."""


class UnfitCallError(StoreError):
    """One call says what no database can keep; the database itself is fine."""


class NotRemovedError(StoreError):
    """A file or folder of one call cannot be deleted; the database itself is fine."""
