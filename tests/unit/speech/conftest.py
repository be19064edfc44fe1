"""The starter model, and copies of it to break."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assist import paths


@pytest.fixture
def starter() -> Path:
    return paths.models_dir() / "starter"


@pytest.fixture
def model_copy(starter: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Makes a writable copy of the starter under a new name."""

    def make(name: str) -> Path:
        folder = tmp_path / "copies" / name
        shutil.copytree(starter, folder)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        return folder

    return make
