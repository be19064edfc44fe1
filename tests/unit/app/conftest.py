"""A home with calls to back up."""

from pathlib import Path

import pytest

from tests.helpers.backups import copy_home, fill_home


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once, since making a database takes a second; tests have copies of it."""
    home = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLASSIST_HOME", str(home))
        fill_home()
    return home


@pytest.fixture
def home_with_calls(filled_home: Path, assist_home: Path) -> Path:
    copy_home(filled_home, assist_home)
    return assist_home


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where to back up to; there is nothing yet."""
    return tmp_path / "stick" / "calls"


@pytest.fixture
def folder(home_with_calls: Path, stick: Path) -> Path:
    """Where this computer's calls are backed up to."""
    return stick
