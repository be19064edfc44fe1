"""Loads a model so that one that is too large is said, and not tried forever.

Where memory ends, a library may end the process instead of telling: so it is noted on the disk that
a model is being loaded, and whoever finds the notes of processes that did not live to remove theirs
does not try again.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from assist.engine.errors import NoMemory

TRIES = 2
"""A second death shows that the first was no accident."""

Model = TypeVar("Model")


class Guard:
    """Keeps its notes in `file`, which is gone while nothing is being loaded."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._refused: set[str] = set()

    def load(self, name: str, load: Callable[[], Model]) -> Model:
        """The model that `load` makes. Raises NoMemory, and what `load` raises."""
        if name in self._refused or self._deaths(name) >= TRIES:
            # For as long as this process lives; the next one may find more memory.
            self._refused.add(name)
            self._clear()
            raise NoMemory(name)
        self._note(name)
        try:
            return load()
        except MemoryError:
            raise NoMemory(name) from None
        finally:
            self._clear()

    def _deaths(self, name: str) -> int:
        try:
            noted = self._file.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            return 0
        return len(noted) if noted and all(line == name for line in noted) else 0

    def _note(self, name: str) -> None:
        lines = [name] * (self._deaths(name) + 1)
        with contextlib.suppress(OSError):  # without notes it is tried more often
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def _clear(self) -> None:
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)
