"""A first backup that comes to nothing: what is known of it, and what deletions do about it."""

import os
from pathlib import Path

import pytest

from assist.app.backup import backups, follow_backups, make_backup
from assist.core.errors import AssistError
from assist.store.backup_manifest import MANIFEST
from tests.helpers.backups import ANN, davids, delete_by_hand, is_whole
from tests.helpers.disks import fill, small_disk


def test_a_first_one_that_found_no_room_is_not_known_and_waits_for_nothing(
    home_with_calls: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        filler = fill(disk)
        os.truncate(filler, filler.stat().st_size - 32 * 1024)  # room for a list, no more
        with pytest.raises(AssistError, match="full"):
            make_backup(disk / "calls")
        assert [file.name for file in (disk / "calls").rglob("*") if file.is_file()] == [MANIFEST]
        assert backups() == ()
        delete_by_hand()
        assert follow_backups() == ()
        filler.unlink()
        make_backup(disk / "calls")
        is_whole(disk / "calls", ANN)


def test_one_whose_disk_went_meanwhile_is_known(home_with_calls: Path, stick: Path) -> None:
    """Nobody can tell what is on it."""

    def pulled_out(name: str) -> None:
        if name == "database copied":
            stick.rename(stick.with_name("pulled out"))

    with pytest.raises(AssistError, match="has lost its database"):
        make_backup(stick, step=pulled_out)
    (known,) = backups()
    assert (known.made_at, known.waiting, known.is_there) == ("", 0, False)
    delete_by_hand()
    (waits,) = follow_backups()
    assert waits.waiting == 1
    stick.with_name("pulled out").rename(stick)
    assert follow_backups() == ()
    assert davids(stick) == []
