"""Keys that are done with: overwritten where they lie, so that what they sealed stays sealed.

A file that is only removed stands in the disk's free blocks until something else is written there.
Overwriting reaches the same blocks on file systems that write in place (ext4, XFS, NTFS). Not on
those that write elsewhere (Btrfs, ZFS, APFS), not in snapshots, and not surely on SSDs, which keep
spare blocks of their own: there only the encryption of the whole disk helps.
"""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

KEYS = "*.key"
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""Not on Windows, where only an administrator makes links."""


def shred(file: Path) -> None:
    """Overwrite a key's file and remove it; gone already is fine. Raises OSError.

    Of a link nothing but the link itself goes.
    """
    with contextlib.suppress(OSError):  # what cannot be overwritten is removed all the same
        descriptor = os.open(file, os.O_RDWR | _NO_LINK)
        try:
            _overwrite(descriptor)
        finally:
            os.close(descriptor)
    file.unlink(missing_ok=True)


def shred_folder(folder: Path) -> None:
    """Remove a folder, the keys in it first. What cannot be removed stays."""
    with contextlib.suppress(OSError):  # another program may be removing it as well
        for key in folder.rglob(KEYS):
            shred(key)
    shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def forgetting(file: Path) -> Iterator[None]:
    """Overwrite what `file` was once another file has taken its place, or it was removed."""
    try:
        before = os.open(file, os.O_RDWR)
    except OSError:
        yield
        return
    try:
        yield
        if os.fstat(before).st_nlink == 0:
            with contextlib.suppress(OSError):
                # Only once the disk has the other file: a power cut must not leave neither.
                sync_folder(file.parent)
                _overwrite(before)
    finally:
        os.close(before)


def sync_folder(folder: Path) -> None:
    """Have files that were renamed or removed in it stay so through a power cut."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _overwrite(descriptor: int) -> None:
    """Put random bytes over all of an open file, and have the disk keep them. Raises OSError."""
    size = os.fstat(descriptor).st_size
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, secrets.token_bytes(size))
    os.fsync(descriptor)
