"""Where things are: shipped data, the user's settings, calls and models, and our own command.

The only module that knows about the source tree, the wheel and the frozen bundle. Setting
CALLASSIST_HOME puts everything the app writes below one folder (tests, portable use).
"""

import os
import sys
from pathlib import Path

import platformdirs

APP_NAME = "callassist"
_MAX_SOCKET_PATH = 107
"""Bytes a Unix socket path may have (sun_path holds 108 with the closing zero)."""


def data_dir() -> Path:
    """The folder that holds the shipped `models/` and `resources/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "assist" / "_data"
    package = Path(__file__).resolve().parent
    packed = package / "_data"
    return packed if packed.is_dir() else package.parent


def models_dir() -> Path:
    """Models shipped with the app."""
    return data_dir() / "models"


def resources_dir() -> Path:
    return data_dir() / "resources"


def _user_dir(kind: str) -> Path:
    home = os.environ.get("CALLASSIST_HOME")
    if home:
        return Path(home) / kind
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


def user_models_dir() -> Path:
    """Models the user installed or imported."""
    return state_dir() / "models"


def calls_dir() -> Path:
    """One folder per call: its journal and, while it runs, its audio spool."""
    return state_dir() / "calls"


def database_file() -> Path:
    return state_dir() / "calls.db"


def log_file() -> Path:
    return state_dir() / "log" / "callassist.log"


def runtime_dir() -> Path:
    """The private folder of the engine's socket, made with mode 0700."""
    base = os.environ.get("XDG_RUNTIME_DIR")
    wanted = Path(base) / APP_NAME if base and not os.environ.get("CALLASSIST_HOME") else None
    if wanted is None or len(os.fsencode(wanted / "engine.sock")) > _MAX_SOCKET_PATH:
        wanted = state_dir() / "run"
    wanted.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        wanted.chmod(0o700)
    return wanted


def engine_socket() -> Path:
    """The engine's local socket; a path over 107 bytes cannot be bound (see `runtime_dir`)."""
    return runtime_dir() / "engine.sock"


def self_command() -> list[str]:
    """How to start this app again in a child process, before its arguments."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "assist"]
