"""Moving and removing the folders of calls."""

from pathlib import Path

from assist.shredding import shred_folder
from assist.store.errors import NotRemovedError


def move(folder: Path, target: Path) -> None:
    """Rename a call's folder. Raises NotRemovedError."""
    try:
        folder.rename(target)
    except OSError as error:
        raise NotRemovedError(
            f"The call's folder {folder} cannot be moved ({error.strerror}); check its permissions."
        ) from None


def remove(folder: Path) -> None:
    """Delete a call's folder. Raises NotRemovedError if it is still there then."""
    shred_folder(folder)  # another program may be removing it as well
    if folder.exists():
        raise NotRemovedError(f"The folder {folder} cannot be deleted; remove it yourself.")
