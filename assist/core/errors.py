"""Errors the user can do something about, each said in one sentence."""


class AssistError(Exception):
    """The world failed (a device is gone, a disk is full, a file is broken).

    The message is one sentence for the user that says what to do. `exit_code` is what a command
    ends with. Anything that is not an `AssistError` is a bug of ours.
    """

    exit_code = 1


class UsageError(AssistError):
    """The command line or a setting asks for something that does not exist."""

    exit_code = 2
