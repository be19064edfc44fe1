"""Changing one line of the settings file and leaving every other as it is."""

import contextlib
import errno
import os
import re
import tomllib
from pathlib import Path

from assist.core.toml import read_toml
from assist.settings.errors import SettingsError
from assist.settings.fields import FIELDS, Value, as_toml
from assist.settings.places import end_of_top, read_text
from assist.settings.policy import read_policy
from assist.settings.reading import checked, parsed
from assist.settings.values import VERSION

_OWN_MODE = 0o600
"""Of a new file: addresses in it may carry passwords."""


def set_setting(file: Path, key: str, value: Value, *, policy: Path | None = None) -> None:
    """Change one key of the settings file, leaving every other line and comment as it is.

    The file is made if there is none and replaced whole, so that it is never half written. Raises
    SettingsError when it cannot be used before or would not be after, or the key is locked.
    """
    _change(file, key, value, policy)


def unset_setting(file: Path, key: str, *, policy: Path | None = None) -> None:
    """Take a key out of the file, so that its default holds. Raises SettingsError."""
    _change(file, key, None, policy)


def refuse_locked(key: str, policy: Path | None) -> None:
    """Raises SettingsError where the administrator locked the key."""
    rules = read_policy(policy)
    if key in rules.locked:
        raise SettingsError(f"'{key}' is set by your administrator ({rules.file}).")


def check_value(key: str, value: Value) -> str:
    """What is wrong with a value, as a sentence; "" if it is fine."""
    field = FIELDS.get(key)
    if field is None:
        return f"'{key}' is no setting; `assist settings` lists them."
    problem = field.problem(value)
    return f"'{key}' {problem}." if problem else ""


def _change(file: Path, key: str, value: Value | None, policy: Path | None) -> None:
    before = read_text(file)
    text = before or ""
    checked(file, text)  # a broken file is for the user to mend first
    refuse_locked(key, policy)
    if value is not None and (problem := check_value(key, value)):
        raise SettingsError(f"{file}: {problem}")
    if before is None:
        text = f"version = {VERSION}\n"
    changed = _without_line(text, key) if value is None else _with_line(text, key, as_toml(value))
    expected = read_toml(text)
    if value is None:
        expected.pop(key, None)
    else:
        expected[key] = list(value) if isinstance(value, tuple) else value
    try:
        is_done = read_toml(changed) == expected
    except tomllib.TOMLDecodeError:
        is_done = False
    if not is_done:
        raise SettingsError(
            f"{file} writes '{key}' in a way that cannot be changed here; set it by hand."
        )
    checked(file, changed)
    if changed != before:
        write_text(file, changed)


def write_text(file: Path, text: str) -> None:
    """Replace the file whole. Raises SettingsError."""
    parsed(file, text)
    new = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        mode = file.stat().st_mode & 0o777 if file.exists() else _OWN_MODE
        new.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(new, flags, _OWN_MODE)
        with os.fdopen(descriptor, "wb") as written:
            written.write(text.encode("utf-8"))
            written.flush()
            os.fsync(written.fileno())
        new.chmod(mode)
        new.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise SettingsError(
                f"{file} cannot be written ({error.strerror}); free some disk space."
            ) from None
        raise SettingsError(
            f"{file} cannot be written ({error.strerror}); check its permissions."
        ) from None


_ONE_VALUE = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'
    |\[(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#[^\n]*|[^\]"'\#])*\]|[^\s#"'\[]+)"""


def _line(key: str) -> re.Pattern[str]:
    return re.compile(
        rf"""^(?P<head>[ \t]*{re.escape(key)}[ \t]*=[ \t]*){_ONE_VALUE}
        (?P<tail>[ \t]*(?:\#[^\r\n]*)?\r?)$""",
        re.MULTILINE | re.VERBOSE,
    )


def _with_line(text: str, key: str, value: str) -> str:
    """The text with `key = value`: in place of its line, else as a new one before any table."""
    newline = "\r\n" if "\r\n" in text else "\n"
    end = end_of_top(text)
    top, tables = text[:end], text[end:]
    changed, count = _line(key).subn(
        lambda found: found["head"] + value + found["tail"], top, count=1
    )
    if count:
        return changed + tables
    # Blank lines and comments right above a table belong to it.
    own = re.search(r"(?:^[ \t]*(?:#[^\n]*)?\r?\n)+\Z", top, re.MULTILINE) if tables else None
    tables = top[own.start() :] + tables if own else tables
    top = top[: own.start()] if own else top
    if top and not top.endswith("\n"):
        top += newline
    return f"{top}{key} = {value}{newline}{tables}"


def _without_line(text: str, key: str) -> str:
    end = end_of_top(text)
    top = re.sub(_line(key).pattern + r"\n?", "", text[:end], count=1, flags=_line(key).flags)
    return top + text[end:]
