"""What can be wrong with settings."""

from assist.core.errors import UsageError


class SettingsError(UsageError):
    """The settings cannot be used, or not be changed so; the message says where and what to do."""
