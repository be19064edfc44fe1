"""A call's folder on disk while the engine works on it."""

import contextlib
import errno
import time
from dataclasses import dataclass
from pathlib import Path

from assist.session.journal import FILE_NAME
from assist.shredding import shred_folder

FULL = (errno.ENOSPC, errno.EDQUOT)
"""What a disk says that has no room now, and may have some later."""

_OPEN_MARK = "open"
"""Stands in a call's folder until the call is in the store; its content counts the resumes."""

_SPOOL = "spool"
_QUICK_S = 60.0
"""Resumes further apart than this are no series."""


@dataclass(frozen=True, slots=True)
class CallFolder:
    """One call's folder: journal, audio spool, and the mark that it is not done with."""

    path: Path

    @property
    def journal(self) -> Path:
        return self.path / FILE_NAME

    @property
    def spool(self) -> Path:
        return self.path / _SPOOL

    @property
    def _mark(self) -> Path:
        return self.path / _OPEN_MARK

    def open(self) -> None:
        """Make the folder, for this user alone, and mark it as being worked on."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._mark.write_text("0")

    def done(self, *, keep_spool: bool = False) -> None:
        """The call is in the store: drop the mark, and the spool unless it may be of use yet."""
        if not keep_spool:
            shred_folder(self.spool)  # its key first: what is left of the sound opens no more
        with contextlib.suppress(OSError):
            self._mark.unlink(missing_ok=True)

    def remove(self) -> None:
        shred_folder(self.path)

    @property
    def never_began(self) -> bool:
        """Whether the journal holds not one complete line: the engine died before the call."""
        try:
            with self.journal.open("rb") as journal:
                return not journal.readline().endswith(b"\n")
        except FileNotFoundError:
            return True
        except OSError:
            return False

    def age_s(self) -> float:
        """Seconds since the journal was last written; infinite where there is none."""
        try:
            return time.time() - self.journal.stat().st_mtime
        except OSError:
            return float("inf")

    def count_resume(self, *, was_killed: bool = False) -> int:
        """How often in a row, with this time, the call was resumed: a call may kill its engine.

        An engine that `was_killed` from outside says nothing about its call and is not counted.
        """
        if was_killed:
            return 0
        try:
            is_series = time.time() - self._mark.stat().st_mtime < _QUICK_S
            count = int(self._mark.read_text() or "0") if is_series else 0
        except (OSError, ValueError):
            count = 0
        with contextlib.suppress(OSError):
            self._mark.write_text(str(count + 1))
        return count + 1


def open_folders(calls_dir: Path) -> list[CallFolder]:
    """Folders of calls that are not done with, oldest first."""
    return [CallFolder(mark.parent) for mark in sorted(calls_dir.glob(f"*/{_OPEN_MARK}"))]
