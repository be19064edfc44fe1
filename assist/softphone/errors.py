"""What can go wrong about softphones that the user can do something about."""

from assist.core.errors import AssistError


class PhoneError(AssistError):
    """A report of the softphone, or a source of reports, cannot be used as it is set or sent."""

    exit_code = 2
