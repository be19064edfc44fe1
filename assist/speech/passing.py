"""Files that only a moment needs and no disk should have: in memory where the system can."""

import contextlib
import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from assist.speech.joining import Write

_NAMED = "named-"
_LEFT_S = 60.0
"""Folders with a customer's name live for a second or two."""

_FORBIDDEN = (errno.ENOSYS, errno.EPERM, errno.EACCES)
"""What an old or closed-off system says to such files."""


@contextlib.contextmanager
def passing_folder(parent: Path) -> Iterator[tuple[Path, Write]]:
    """A private folder that is gone afterwards, and how to write what must not stay in it.

    On Linux that lies in memory, gone with the process however it ends: the folder has links to it,
    which only this process can follow. Elsewhere it lies in the folder, which `sweep` removes where
    a process was killed.
    """
    folder = Path(tempfile.mkdtemp(prefix=f"{_NAMED}{os.getpid()}-", dir=parent))
    descriptors: list[int] = []

    def write(file: Path, content: bytes) -> None:
        if not _write_in_memory(file, content, descriptors):
            file.write_bytes(content)

    try:
        yield folder, write
    finally:
        for descriptor in descriptors:
            os.close(descriptor)
        shutil.rmtree(folder, ignore_errors=True)


def sweep(parent: Path) -> None:
    """Remove the folders of processes that were killed."""
    now = time.time()
    for folder in parent.glob(f"{_NAMED}*"):
        with contextlib.suppress(OSError):
            if _is_gone(folder) or now - folder.stat().st_mtime > _LEFT_S:
                shutil.rmtree(folder, ignore_errors=True)


def _write_in_memory(file: Path, content: bytes, descriptors: list[int]) -> bool:
    """False where the system cannot. Raises OSError where it has no memory for it."""
    if not hasattr(os, "memfd_create"):
        return False
    try:
        descriptor = os.memfd_create("words", os.MFD_CLOEXEC)
    except OSError as error:
        if error.errno in _FORBIDDEN:
            return False
        raise
    descriptors.append(descriptor)
    way = Path(f"/proc/self/fd/{descriptor}")
    if not way.exists():  # a system without /proc
        return False
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]
    file.symlink_to(way)
    return True


def _is_gone(folder: Path) -> bool:
    """Whether the process that made the folder has ended, as far as the system tells."""
    pid = folder.name.removeprefix(_NAMED).partition("-")[0]
    if os.name != "posix" or not pid.isdecimal():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):  # another user's
        return False
    return False
