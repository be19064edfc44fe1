"""Starting with the user's session: a desktop file, a Run key or a launch agent.

Linux is tested; Windows and macOS are written from their documentation (docs/desktop.md).
"""

import os
import plistlib
import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from assist.core.errors import AssistError

_NAME = "callassist"
_TITLE = "Call Assist"
_AGENT_LABEL = "io.callassist.sidebar"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


class AutostartError(AssistError):
    """What starts with the session cannot be changed."""


def set_autostart(
    is_on: bool, command: Sequence[str], environment: Mapping[str, str] = os.environ
) -> None:
    """Have `command` started with the user's session from now on, or no longer.

    Again is harmless. Raises AutostartError.
    """
    try:
        if sys.platform == "win32":
            _set_run_key(is_on, command)
        elif sys.platform == "darwin":
            _put(_launch_agent(), launch_agent(command) if is_on else None)
        else:
            _put(desktop_file(environment), desktop_entry(command).encode() if is_on else None)
    except OSError as error:
        raise AutostartError(
            f"Starting with the session cannot be changed ({error.strerror or error}); "
            "add it in your system's own settings."
        ) from None


def is_autostarted(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the app is set to start with the session."""
    if sys.platform == "win32":
        found = _has_run_key()
    elif sys.platform == "darwin":
        found = _launch_agent().exists()
    else:
        found = desktop_file(environment).exists()
    return found


def desktop_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the XDG autostart entry lies (freedesktop.org, Desktop Application Autostart)."""
    base = environment.get("XDG_CONFIG_HOME", "")
    # The specification says to ignore a relative path.
    root = Path(base) if base and Path(base).is_absolute() else Path.home() / ".config"
    return root / "autostart" / f"{_NAME}.desktop"


def desktop_entry(command: Sequence[str]) -> str:
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={_TITLE}",
            "Comment=Prompts for call-center agents while they talk",
            f"Exec={' '.join(map(_exec_word, command))}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
    )


def launch_agent(command: Sequence[str]) -> bytes:
    """The property list that launchd reads at login."""
    return plistlib.dumps(
        {"Label": _AGENT_LABEL, "ProgramArguments": list(command), "RunAtLoad": True}
    )


def _exec_word(word: str) -> str:
    """A word as the Exec key takes it (Desktop Entry Specification, "The Exec key")."""
    word = word.replace("%", "%%")
    if word == shlex.quote(word):
        return word
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, f"\\{sign}")
    # The file's own strings escape the backslash once more.
    return '"{}"'.format(word.replace("\\", "\\\\"))


def _put(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.new")
    new.write_bytes(content)
    new.replace(file)


def _launch_agent() -> Path:
    return Path.home() / "Library" / "LaunchAgents" / f"{_AGENT_LABEL}.plist"


if sys.platform == "win32":
    import subprocess
    import winreg

    def _set_run_key(is_on: bool, command: Sequence[str]) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            if is_on:
                line = subprocess.list2cmdline(list(command))
                winreg.SetValueEx(key, _TITLE, 0, winreg.REG_SZ, line)
            elif _has_run_key():
                winreg.DeleteValue(key, _TITLE)

    def _has_run_key() -> bool:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                winreg.QueryValueEx(key, _TITLE)
        except FileNotFoundError:
            return False
        return True
