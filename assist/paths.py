"""Where things are: shipped data, the user's settings, calls and models, and our own command.

The only module that knows about the source tree, the wheel and the frozen bundle. Setting
CALLASSIST_HOME puts everything the app writes below one folder (tests, portable use).
"""

import os
import sys
from pathlib import Path

import platformdirs

from assist.core.errors import AssistError

APP_NAME = "callassist"
_MAX_SOCKET_PATH = 107
"""Bytes a Unix socket path may have (sun_path holds 108 with the closing zero)."""


class PathTooLong(AssistError):
    """A folder's path is longer than the system allows for what must lie in it."""


def data_dir() -> Path:
    """The folder that holds the shipped `models/` and `resources/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "assist" / "_data"
    package = Path(__file__).resolve().parent
    packed = package / "_data"
    return packed if packed.is_dir() else package.parent


def installed_as() -> str:
    """How this app came here: "bundle", "deb" (a bundle of the system's), "wheel" or "source"."""
    data = data_dir()
    if getattr(sys, "frozen", False):
        packed = data / "installed-as"  # written by packaging/deb.py
        return packed.read_text(encoding="utf-8").strip() if packed.is_file() else "bundle"
    return "wheel" if data.name == "_data" else "source"


def notices_file() -> Path | None:
    """The third-party notices, which only a bundle has."""
    file = data_dir() / "THIRD-PARTY-NOTICES.txt"
    return file if file.is_file() else None


def licence_file() -> Path | None:
    """The licence's text. A wheel has it among its metadata."""
    folders = (data_dir(), Path(__file__).resolve().parents[1])
    return next((file for f in folders if (file := f / "LICENSE").is_file()), None)


def models_dir() -> Path:
    """Models shipped with the app."""
    return data_dir() / "models"


def resources_dir() -> Path:
    return data_dir() / "resources"


def _user_dir(kind: str) -> Path:
    home = os.environ.get("CALLASSIST_HOME")
    if home:
        # Absolute, because the engine need not run in the folder that its starter runs in.
        return Path(home).absolute() / kind
    dirs = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
    return Path({"config": dirs.user_config_dir, "state": dirs.user_state_dir}[kind])


def config_dir() -> Path:
    """Settings and the user's playbooks."""
    return _user_dir("config")


def state_dir() -> Path:
    """Calls, database, keys, installed models, log files."""
    return _user_dir("state")


def settings_file() -> Path:
    return config_dir() / "settings.toml"


def settings_history() -> Path:
    """What was changed last in the settings, for undoing it."""
    return state_dir() / "settings-history.json"


def clock_file() -> Path:
    """Which date was last believed, so that a wrong clock deletes nothing."""
    return state_dir() / "clock.json"


def setup_file() -> Path:
    """How far the first run has come."""
    return state_dir() / "setup.json"


def policy_file() -> Path:
    """The administrator's policy, which users can read but not change.

    Tests name another with CALLASSIST_POLICY. It counts only where the system has none, so that
    nobody gets around a real one with it.
    """
    file = _system_policy()
    named = os.environ.get("CALLASSIST_POLICY")
    return Path(named).absolute() if named and not os.path.lexists(file) else file


def _system_policy(system: str = sys.platform) -> Path:
    if system == "win32":
        # Asked of the system and not of the environment, which a user may change.
        return Path(_program_data()) / "CallAssist" / "policy.toml"
    if system == "darwin":
        return Path("/Library/Application Support/CallAssist/policy.toml")
    return Path("/etc/callassist/policy.toml")


def user_models_dir() -> Path:
    """Models the user installed or imported."""
    return state_dir() / "models"


def calls_dir() -> Path:
    """One folder per call: its journal and, while it runs, its audio spool."""
    return state_dir() / "calls"


def database_file() -> Path:
    return state_dir() / "calls.db"


def rules_file() -> Path:
    """The rules that their marks put in shadow."""
    return state_dir() / "rules.json"


def log_file(process: str = "callassist") -> Path:
    """The diagnostics of one kind of process; each rotates its own file."""
    return state_dir() / "log" / f"{process}.log"


def _program_data() -> str:
    r"""Windows' folder for all users, C:\ProgramData as a rule."""
    if sys.platform == "win32":
        import winreg

        place = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\Shell Folders"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
                return str(winreg.QueryValueEx(key, "Common AppData")[0])
        except OSError:
            pass
    return r"C:\ProgramData"


def _session_dir() -> Path | None:
    """The login session's own runtime folder; None where there is none of this user.

    After `su` or `sudo` XDG_RUNTIME_DIR may still be another user's.
    """
    base = os.environ.get("XDG_RUNTIME_DIR")
    if not base or os.environ.get("CALLASSIST_HOME") or os.name != "posix":
        return None
    folder = Path(base)
    try:
        return folder if folder.stat().st_uid == os.getuid() else None
    except OSError:
        return None


def runtime_dir() -> Path:
    """The private folder of the engine's socket, made with mode 0700."""
    session = _session_dir()
    wanted = state_dir() / "run" if session is None else session / APP_NAME
    wanted.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        wanted.chmod(0o700)
    return wanted


def engine_socket() -> Path:
    """The engine's local socket. Raises PathTooLong where the system could not bind it."""
    socket = runtime_dir() / "engine.sock"
    if len(os.fsencode(socket)) > _MAX_SOCKET_PATH:
        raise PathTooLong(
            f"{socket} is too long for a local socket; set CALLASSIST_HOME to a folder with a "
            "shorter path."
        )
    return socket


def self_command() -> list[str]:
    """How to start this app again in a child process, before its arguments."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    # -P: a file of the user's current folder must not pass for one of our modules.
    return [sys.executable, "-P", "-m", "assist"]
