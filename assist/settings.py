"""The user's settings: a documented TOML file, checked on load, every key optional."""

import dataclasses
import json
import re
import shutil
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
    words: tuple[str, ...] = ()
    playbook: str = ""
    knowledge: str = ""
    company_playbook: str = ""
    team_playbook: str = ""
    agent_playbook: str = ""
    trusted_keys: str = ""
    agent_name: str = ""
    agent_device: str = ""
    customer_device: str = ""
    theme: str = "system"
    sidebar_side: str = "right"
    sidebar_width: int = 340
    sidebar_reserves_edge: bool = False
    text_percent: int = 100
    announce_prompts: bool = False
    keep_audio: bool = False
    start_calls: str = "suggest"
    silent_minutes: int = 5
    baresip: str = ""
    softphone_programs: tuple[str, ...] = ()
    action_url_port: int = 0
    action_url_secret: str = ""


_CHOICES = {
    "theme": ("system", "light", "dark"),
    "sidebar_side": ("left", "right"),
    "start_calls": ("suggest", "by_itself"),
}
_RANGES: dict[str, tuple[int, int]] = {
    "sidebar_width": (280, 600),
    "text_percent": (100, 200),
    "silent_minutes": (0, 60),
    "action_url_port": (0, 65535),
}
_KINDS: dict[type, str] = {str: 'text in "quotes"', int: "a whole number", bool: "true or false"}


def load_settings(file: Path) -> Settings:
    """Read settings; a missing file gives the defaults. Raises SettingsError."""
    try:
        text = file.read_bytes().decode("utf-8-sig")  # some editors put a mark before UTF-8
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read ({error}); fix or remove the file.") from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is not valid TOML: {error}; correct that line.") from None
    return _checked(file, data)


Value = str | int | bool | tuple[str, ...]


def set_setting(file: Path, key: str, value: Value) -> None:
    """Change one key of the settings file, leaving every other line and comment as it is.

    The file is made if there is none and replaced whole, so that it is never half written. Raises
    SettingsError when it cannot be used before or would not be after.
    """
    load_settings(file)  # a broken file is for the user to mend first
    try:
        text = file.read_bytes().decode("utf-8-sig") if file.exists() else ""
        text = _with_line(text, key, _toml_value(value))
        _checked(file, tomllib.loads(text))
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f".{file.name}.new")
        new.write_bytes(text.encode("utf-8"))
        if file.exists():
            shutil.copymode(file, new)
        new.replace(file)
    except OSError as error:
        raise SettingsError(
            f"{file} cannot be written ({error.strerror}); check its permissions."
        ) from None
    except tomllib.TOMLDecodeError:
        raise SettingsError(
            f"{file} writes '{key}' in a way that cannot be changed here; set it by hand."
        ) from None


def _toml_value(value: Value) -> str:
    # A JSON string is a TOML basic string (both escape the same way), and a list of them an array.
    return json.dumps(value, ensure_ascii=False)


def _with_line(text: str, key: str, value: str) -> str:
    """The text with `key = value`: in place of its line, else as a new last line."""
    newline = "\r\n" if "\r\n" in text else "\n"
    line = re.compile(
        rf"""^(?P<head>[ \t]*{re.escape(key)}[ \t]*=[ \t]*)
        (?:"(?:[^"\\]|\\.)*"|'[^']*'|\[(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#[^\n]*|[^\]"'\#])*\]
        |[^\s#"'\[]+)
        (?P<tail>[ \t]*(?:\#[^\r\n]*)?\r?)$""",
        re.MULTILINE | re.VERBOSE,
    )
    changed, count = line.subn(lambda found: found["head"] + value + found["tail"], text, count=1)
    if count:
        return changed
    if text and not text.endswith("\n"):
        text += newline
    return f"{text}{key} = {value}{newline}"


def _checked(file: Path, data: dict[str, Any]) -> Settings:
    fields = {name: type(value) for name, value in dataclasses.asdict(Settings()).items()}
    for key, value in data.items():
        if key not in fields:
            known = ", ".join(fields)
            raise SettingsError(f"{file}: unknown key '{key}'; known keys are {known}.")
        if fields[key] is tuple:
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                raise SettingsError(f"{file}: '{key}' must be a list like ['one', 'two'].")
            continue
        if type(value) is not fields[key]:
            raise SettingsError(f"{file}: '{key}' must be {_KINDS[fields[key]]}.")
        if key in _CHOICES and value not in _CHOICES[key]:
            raise SettingsError(f"{file}: '{key}' must be one of {', '.join(_CHOICES[key])}.")
        if key in _RANGES and not _RANGES[key][0] <= value <= _RANGES[key][1]:
            low, high = _RANGES[key]
            raise SettingsError(f"{file}: '{key}' must be between {low} and {high}.")
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    return Settings(**{**data, **lists})
