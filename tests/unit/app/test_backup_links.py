"""What others put where backups are written leads nothing astray, of ours or of theirs."""

import os
from pathlib import Path

import pytest

from assist.app.backup import make_backup
from assist.shredding import shred, shred_folder
from assist.store.backup import MAKING
from assist.store.backup_manifest import MANIFEST
from tests.helpers.backups import ANN, DAVID, is_whole

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")


@pytest.mark.parametrize("name", [MANIFEST, MAKING])
def test_a_planted_link_is_not_written_through(
    name: str, home_with_calls: Path, stick: Path, tmp_path: Path
) -> None:
    make_backup(stick)
    precious = tmp_path / "precious"
    precious.write_text("mine")
    (stick / f"{name}.part").symlink_to(precious)
    make_backup(stick)
    assert precious.read_text() == "mine"
    assert not (stick / MANIFEST).is_symlink()
    is_whole(stick, DAVID, ANN)


@pytest.mark.parametrize("begins", ["empty", "a backup"])
def test_a_folder_that_all_may_write_is_closed_to_others(
    begins: str, home_with_calls: Path, stick: Path
) -> None:
    stick.mkdir(parents=True)
    if begins == "a backup":
        make_backup(stick)
    stick.chmod(0o777)
    make_backup(stick)
    assert stick.stat().st_mode & 0o777 == 0o755, "who may read is the owner's choice: it is sealed"
    is_whole(stick, DAVID, ANN)


def test_shredding_takes_a_link_and_not_what_it_points_to(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    link = tmp_path / "call" / "spool.key"
    link.parent.mkdir()
    link.symlink_to(precious)
    shred(link)
    assert (precious.read_text(), link.is_symlink()) == ("mine", False)
    link.symlink_to(precious)
    shred_folder(link.parent)
    assert (precious.read_text(), link.parent.exists()) == ("mine", False)
