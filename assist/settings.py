"""The user's settings: a documented TOML file, checked on load, every key optional."""

import dataclasses
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assist.core.errors import UsageError


class SettingsError(UsageError):
    """The settings file cannot be used; the message names file, key and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Defaults are what a new user gets. Device names are as `assist devices` prints them."""

    model: str = "starter"
    playbook: str = ""
    agent_name: str = ""
    agent_device: str = ""
    customer_device: str = ""
    theme: str = "system"
    sidebar_side: str = "right"
    sidebar_width: int = 340
    keep_audio: bool = False


_CHOICES = {"theme": ("system", "light", "dark"), "sidebar_side": ("left", "right")}
_RANGES: dict[str, tuple[int, int]] = {"sidebar_width": (280, 600)}


def load_settings(file: Path) -> Settings:
    """Read settings; a missing file gives the defaults. Raises SettingsError."""
    try:
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read ({error}); fix or remove the file.") from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is not valid TOML: {error}; correct that line.") from None
    return _checked(file, data)


def _checked(file: Path, data: dict[str, Any]) -> Settings:
    fields = {name: type(value) for name, value in dataclasses.asdict(Settings()).items()}
    for key, value in data.items():
        if key not in fields:
            known = ", ".join(fields)
            raise SettingsError(f"{file}: unknown key '{key}'; known keys are {known}.")
        if type(value) is not fields[key]:
            raise SettingsError(f"{file}: '{key}' must be a {fields[key].__name__}.")
        if key in _CHOICES and value not in _CHOICES[key]:
            raise SettingsError(f"{file}: '{key}' must be one of {', '.join(_CHOICES[key])}.")
        if key in _RANGES and not _RANGES[key][0] <= value <= _RANGES[key][1]:
            low, high = _RANGES[key]
            raise SettingsError(f"{file}: '{key}' must be between {low} and {high}.")
    return Settings(**data)
