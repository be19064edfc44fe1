"""What keeps other users, and the disk, from what a process of ours knows: set first of all.

Files are made for this user alone whatever their umask is; a process that dies leaves no copy of
its memory (a core dump), in which whole conversations would stand in plain.
"""

import contextlib
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

_FOR_US_ALONE = 0o077
_SMALLEST = 1 if sys.platform == "linux" else 0
"""Bytes a core dump may have. No file is as small as 1; and where the kernel gives dumps to a
program (systemd-coredump, apport), which is not bound to a limit of 0, Linux asks none with a limit
of 1 (core(5)). Not by being "undumpable" (prctl(2)): a desktop's portal refuses such processes its
file dialogs, and to say whether the desktop is dark."""


def harden() -> None:
    """For the start of a process, before it makes a file or knows anything; children inherit it."""
    os.umask(_FOR_US_ALONE)
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
            most = _SMALLEST if hard == resource.RLIM_INFINITY else min(hard, _SMALLEST)
            resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def close_folders(folders: Iterable[Path]) -> None:
    """Have these folders, where they are ours, be for this user alone.

    One that was open is closed with all that is in it: a copy that somebody made, or what earlier
    versions wrote. What cannot be changed stays as it is.
    """
    if sys.platform == "win32":
        return
    for folder in folders:
        with contextlib.suppress(OSError):
            if _is_open(folder):
                folder.chmod(_closed(folder))
                _close_inside(folder)


def _close_inside(folder: Path) -> None:
    for place, names, files in os.walk(folder):
        for name in (*names, *files):
            path = Path(place, name)
            with contextlib.suppress(OSError):
                if not path.is_symlink() and _is_open(path):
                    path.chmod(_closed(path))


def _is_open(path: Path) -> bool:
    """Whether it is ours and others may do something with it."""
    status = path.stat()
    return status.st_uid == os.getuid() and bool(stat.S_IMODE(status.st_mode) & _FOR_US_ALONE)


def _closed(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode) & ~_FOR_US_ALONE
