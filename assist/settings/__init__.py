"""The user's settings: a documented TOML file, checked on load, every key optional.

Beside it stands the administrator's policy, which sets settings and locks them. This package reads
and writes both; where the files lie is for `assist.paths`, who asks is for `assist.app`.
"""

from assist.settings.errors import SettingsError
from assist.settings.fields import FIELDS, Field, Value
from assist.settings.history import Change, ChangeLog
from assist.settings.policy import Policy, read_policy
from assist.settings.reading import Loaded, Origin, load, load_settings
from assist.settings.values import Settings
from assist.settings.writing import set_setting, unset_setting

__all__ = [
    "FIELDS",
    "Change",
    "ChangeLog",
    "Field",
    "Loaded",
    "Origin",
    "Policy",
    "Settings",
    "SettingsError",
    "Value",
    "load",
    "load_settings",
    "read_policy",
    "set_setting",
    "unset_setting",
]
