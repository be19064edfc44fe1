"""Disks that fail: a real one of our own where we may mount it, else the system's calls made to."""

import contextlib
import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest


@contextlib.contextmanager
def small_disk(folder: Path, *options: str) -> Iterator[Path]:
    """A real file system of 1 MiB in `folder`; skips the test where it cannot be mounted."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", ",".join(("size=1m", *options)), "none", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("needs to mount a file system: root in a container that may")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Take all the room; the file to delete to have it back."""
    file = disk / "filler"
    with file.open("wb", buffering=0) as out, contextlib.suppress(OSError):
        while out.write(b"x" * 4096):
            pass
    return file


class SlowDisk:
    """`os.fsync` that does not come back before `release` is set; `waits` says that one waits."""

    def __init__(self) -> None:
        self.waits = threading.Event()
        self.release = threading.Event()
        self._fsync = os.fsync

    def __call__(self, fd: int) -> None:
        self.waits.set()
        assert self.release.wait(120)
        self._fsync(fd)
