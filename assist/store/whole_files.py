"""Files that are all there or not there, whatever ends the program or the computer."""

import os
from pathlib import Path

from assist.shredding import sync_folder


def write_whole(file: Path, content: bytes) -> None:
    """Write a file that is all there or not there, for this user alone. Raises OSError.

    A link that somebody put in its place is replaced, and nothing is written where it points.
    """
    draft = file.with_name(file.name + ".part")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(file)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(file.parent)
