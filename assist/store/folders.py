"""Moving and removing the folders of calls."""

import shutil
from pathlib import Path

from assist.store.errors import StoreError


def move(folder: Path, target: Path) -> None:
    """Rename a call's folder. Raises StoreError."""
    try:
        folder.rename(target)
    except OSError as error:
        raise StoreError(
            f"The call's folder {folder} cannot be moved ({error.strerror}); check its permissions."
        ) from None


def remove(folder: Path) -> None:
    """Delete a call's folder. Raises StoreError if it is still there then."""
    shutil.rmtree(folder, ignore_errors=True)  # another program may be removing it as well
    if folder.exists():
        raise StoreError(f"The folder {folder} cannot be deleted; remove it yourself.")
